/** Fingers and keyboards as they are: words that are still being composed, and a button touched twice. */

/** Two touches of one place within this time are one, in milliseconds; and where the first put something else under the finger. */
const TWICE = 300;
const CHANGED = 600;
/** How far apart they may be, in pixels. */
const NEAR = 24;

/**
 * What an input method is composing is sent only when it is whole: Enter belongs to the method, and a button touched meanwhile is
 * pressed once the last letters have come. Returns how to stop.
 */
export function holdComposing(panel: HTMLElement): () => void {
  let field: HTMLElement | null = null;
  const begin = (event: Event) => {
    field = event.target as HTMLElement;
  };
  const end = () => {
    field = null;
  };
  const key = (event: KeyboardEvent) => {
    // Safari tells the end of the composing before the key that ended it, and then knows that key by its number alone
    if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.stopPropagation();
  };
  const press = (event: Event) => {
    const pressed = event.type === "submit" ? (event.target as HTMLElement) : (event.target as HTMLElement).closest("button");
    if (field === null || pressed === null) return;
    event.preventDefault();
    event.stopPropagation();
    field.blur(); // ends it, as touching anything else does
    end();
    if (event.type === "click") setTimeout(() => pressed.click());
  };
  return listen(panel, { compositionstart: begin, compositionend: end, keydown: key, click: press, submit: press });
}

/** What was touched last, on whichever panel: the next may stand in its place. */
let last: { x: number; y: number; at: number; on?: Element; said?: string | null };

/**
 * What is touched twice is pressed once, wherever the page has gone in between, unless something was typed meanwhile. What stands there
 * since the first touch, or says something else since, is not what was meant: it waits longer.
 */
export function holdTwice(panel: HTMLElement): () => void {
  const other = (event?: Event) => {
    if (!/^(radio|checkbox)$/.test((event?.target as HTMLInputElement)?.type)) last = { x: 0, y: 0, at: -CHANGED };
  };
  const press = (event: MouseEvent) => {
    const { clientX: x, clientY: y, timeStamp: at } = event;
    const found = (event.target as HTMLElement).closest("button,summary,input,label,a");
    const on = (found as HTMLLabelElement | null)?.control ?? found;
    if (event.detail === 0 || on === null) return; // a key, or nothing
    const said = on.textContent;
    const same = on === last.on && said === last.said;
    const twice = at - last.at < (same ? TWICE : CHANGED) && Math.hypot(x - last.x, y - last.y) < NEAR;
    if ((same || !twice) && found === on) last = { x, y, at, on, said }; // a label's field hears of it next
    if (!twice) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const key = (event: KeyboardEvent) => {
    if (event.repeat && event.key === "Enter" && (event.target as HTMLElement).matches("button")) event.preventDefault();
  };
  other();
  return listen(panel, { click: press, keydown: key, input: other });
}

/** Hear of events before what they happen to does. */
function listen(panel: HTMLElement, heard: Record<string, (event: never) => void>): () => void {
  const all = Object.entries(heard) as [string, EventListener][];
  for (const [type, listener] of all) panel.addEventListener(type, listener, true);
  return () => {
    for (const [type, listener] of all) panel.removeEventListener(type, listener, true);
  };
}
