/**
 * Nothing moves under a finger that presses: what is to be drawn meanwhile is drawn once the press was heard. Else a list that grows
 * or a question that goes between the two halves of a press takes its button away from under it, and nothing is pressed at all.
 */
import { options } from "preact";

/** What is pressed; what is written into, chosen from or slid is drawn while it is used. */
const PRESSED = "button, summary, a, label, [type=checkbox], [type=radio]";
const USED = "textarea, select, input:not([type=checkbox], [type=radio])";
/** Milliseconds: how long a finger that stays holds the page, and how long a browser may take to make a press of one that left. */
const LONGEST = 1000;
const TOLD = 50;

/** Hold what this bundle draws while something of the page is pressed; returns how to stop. */
export function keepStill(page: Document): () => void {
  let held: ReturnType<typeof setTimeout> | null = null;
  let waiting: (() => void) | null = null;
  const before = options.debounceRendering;
  const later = before ?? queueMicrotask;
  const go = () => {
    if (held !== null) clearTimeout(held);
    held = null;
    const draw = waiting;
    waiting = null;
    draw?.();
  };
  const goIn = (pause: number) => {
    if (held !== null) clearTimeout(held);
    held = setTimeout(go, pause);
  };
  options.debounceRendering = (draw) => {
    if (held === null) later(draw);
    else waiting = draw;
  };
  const press = ({ target, button }: PointerEvent) => {
    const on = target instanceof Element ? target : null;
    if (button === 0 && on?.closest(PRESSED) != null && on.closest(USED) === null) goIn(LONGEST);
  };
  const leave = () => {
    if (held !== null) goIn(TOLD);
  };
  const heard = () => {
    if (held !== null) goIn(0); // once whoever hears the press has done what it asks
  };
  const all = { pointerdown: press, pointerup: leave, pointercancel: go, click: heard } as Record<string, (event: never) => void>;
  for (const [type, listener] of Object.entries(all)) page.addEventListener(type, listener as EventListener, true);
  return () => {
    for (const [type, listener] of Object.entries(all)) page.removeEventListener(type, listener as EventListener, true);
    go();
    options.debounceRendering = before;
  };
}
