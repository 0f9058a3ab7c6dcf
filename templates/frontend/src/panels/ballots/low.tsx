/** A window that is low for its letters: a small phone, or large letters. What one votes with comes before all that stands around it. */
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useOnPage } from "../participant/page";

/** A window of less than this is low, in heights of a letter as its reader has set them: 752 pixels where they set nothing. */
const LOW = 47;

const measure = () => window.innerHeight < LOW * (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);

/** Whether the window is low, told to the styles of the page too. */
export function useLow(): boolean {
  const [low, note] = useState(measure);
  useEffect(() => {
    const look = () => {
      if (document.activeElement?.matches("textarea") !== true) note(measure()); // a keyboard comes and goes, and moves nothing
    };
    window.addEventListener("resize", look);
    return () => window.removeEventListener("resize", look);
  }, []);
  useOnPage("wkb-low", low);
  return low;
}

/** The challenge on one line, which a touch unfolds. */
export function FoldedFrame({ label, statement }: { label: string; statement: string }) {
  const [open, unfold] = useState(false);
  return (
    <button type="button" class="wkb-folded" aria-expanded={open} onClick={() => unfold(!open)}>
      <span class="wk-visually-hidden">{label} </span>
      <b>{statement}</b>
    </button>
  );
}

/** What says that a person has begun to move on the page by themselves. */
const MOVES = ["pointerdown", "wheel", "keydown"] as const;

/**
 * On arrival the page is scrolled as little as it takes to see all of what one votes with, from the idea to the last choice; again
 * when what stands around comes later, as letters do, until the person moves on the page.
 */
export function useInSight(first: RefObject<Element | null>, last: RefObject<Element | null>): void {
  useEffect(() => {
    const look = () => {
      if (first.current === null || last.current === null) return;
      const { top } = first.current.getBoundingClientRect();
      const { bottom } = last.current.getBoundingClientRect();
      if (bottom > window.innerHeight && bottom - top < window.innerHeight) window.scrollBy(0, bottom + 8 - window.innerHeight);
    };
    look();
    if (typeof ResizeObserver === "undefined") return undefined;
    const grown = new ResizeObserver(look);
    grown.observe(document.body);
    const stop = () => grown.disconnect();
    for (const move of MOVES) window.addEventListener(move, stop, { once: true, passive: true });
    return () => {
      stop();
      for (const move of MOVES) window.removeEventListener(move, stop);
    };
  }, []);
}
