/** Coming to a part of the page by the address that leads there, such as `#agenda`. */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { reveal } from "./reveal";

/** What somebody does once they have come: from then on the page stands where they leave it. */
const GOING_ON = ["wheel", "touchmove", "pointerdown", "keydown"];

/**
 * The heading of a part, which gets the focus when the address leads to it: it is drawn later than the address is read, and what is
 * drawn above it pushes it down. A link of this page that leads there does the same. What is folded around it opens.
 */
export function useArrival<E extends HTMLElement = HTMLHeadingElement>(anchor: string, leads = true): RefObject<E | null> {
  const heading = useRef<E>(null);
  useEffect(() => {
    if (!leads) return;
    let stop = () => {};
    const come = () => {
      stop();
      if (heading.current !== null && location.hash === anchor) stop = stayAt(heading.current);
    };
    const press = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest("a") : null;
      if (link?.getAttribute("href") === anchor) come(); // the address may be that already, and does not change
    };
    come();
    addEventListener("hashchange", come);
    addEventListener("click", press);
    return () => {
      removeEventListener("hashchange", come);
      removeEventListener("click", press);
      stop();
    };
  }, []);
  return heading;
}

function stayAt(heading: HTMLElement): () => void {
  reveal(heading);
  const come = () => {
    heading.focus({ preventScroll: true });
    heading.scrollIntoView?.();
  };
  if (globalThis.ResizeObserver === undefined) {
    come();
    return () => {};
  }
  const watch = new ResizeObserver(come);
  watch.observe(document.body); // also as what was hidden while the page was loading comes to be seen
  const stop = () => {
    watch.disconnect();
    for (const one of GOING_ON) removeEventListener(one, stop);
  };
  for (const one of GOING_ON) addEventListener(one, stop, { passive: true });
  return stop;
}
