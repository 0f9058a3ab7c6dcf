/** What is longer than the screen turns its pages by itself, gently, and stops when asked. */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { say, useWords } from "../kit/panel";
import { setCards, stepOf } from "./columns";

/** How long a page stays, in milliseconds: the time to read a dozen ideas aloud in one's head. */
const STAY = 12_000;

const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

export interface Turning {
  page: number;
  count: number;
  paused: boolean;
  pause: (paused: boolean) => void;
  turn: (by: number) => void;
}

/** Turn `count` pages round and round; someone who asked for less motion turns them by hand. */
export function useTurning(count: number): Turning {
  const [page, setPage] = useState(0);
  const [paused, pause] = useState(calm);
  useEffect(() => {
    if (paused || count < 2) return;
    const timer = setInterval(() => setPage((one) => (one + 1) % count), STAY);
    return () => clearInterval(timer);
  }, [paused, count, page]);
  const shown = Math.min(page, Math.max(0, count - 1));
  return { page: shown, count, paused, pause, turn: (by) => setPage((shown + by + count) % count) };
}

/** Pause, back and on, reachable with the keyboard; absent while everything fits on one page. */
export function TurningBar({ turning }: { turning: Turning }) {
  const { words } = useWords();
  if (turning.count < 2) return null;
  return (
    <nav class="wk-turning" aria-label={say(words, "pages.label")}>
      <span>{say(words, "pages.place", { page: turning.page + 1, count: turning.count })}</span>
      <button type="button" onClick={() => turning.turn(-1)}>
        {say(words, "pages.back")}
      </button>
      <button type="button" onClick={() => turning.pause(!turning.paused)}>
        {say(words, turning.paused ? "pages.resume" : "pages.pause")}
      </button>
      <button type="button" onClick={() => turning.turn(1)}>
        {say(words, "pages.next")}
      </button>
    </nav>
  );
}

/** Cards in columns of the height that is left, each whole; what overflows is on the next page. */
export function Columns({ children }: { children: ComponentChildren }) {
  const list = useRef<HTMLUListElement>(null);
  const [count, setCount] = useState(1);
  const turning = useTurning(count);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const measure = () => setCount(setCards(element));
    measure();
    const watch = new ResizeObserver(measure); // of the list, and of each card: its typeface may come later
    for (const one of [element, ...element.children]) watch.observe(one);
    return () => watch.disconnect();
  });
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const behavior = calm() ? "auto" : "smooth";
    element.scrollTo({ left: turning.page * stepOf(element), behavior });
  }, [turning.page, count]);
  return (
    <>
      <ul class="wk-columns" ref={list}>
        {children}
      </ul>
      <TurningBar turning={turning} />
    </>
  );
}
