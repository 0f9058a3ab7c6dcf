/** A long list that comes into the page piece by piece: drawn at once it would keep the page from answering meanwhile. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";

/** How many are drawn at a time: more than a window shows. */
export const AT_A_TIME = 24;

/** How many of so many are drawn by now; what the list is of (`what`) begins it anew. */
export function useGrowing(total: number, what: string): number {
  const [drawn, draw] = useState({ what, number: AT_A_TIME });
  const number = drawn.what === what ? drawn.number : AT_A_TIME;
  useEffect(() => {
    if (number >= total) return;
    const next = setTimeout(() => draw({ what, number: number + AT_A_TIME }), 16);
    return () => clearTimeout(next);
  }, [number, total, what]);
  return Math.min(number, total);
}

/**
 * Keep the columns of a table that grows as wide as its first rows made them, in shares of its width: a browser that
 * fits columns to what they hold lays out every row again for each piece. What the columns are (`what`) begins it anew.
 */
export function useSteadyColumns(table: RefObject<HTMLTableElement | null>, steady: boolean, what: string) {
  useLayoutEffect(() => {
    const shown = table.current;
    if (shown === null || !steady) return;
    const heads = [...shown.querySelectorAll<HTMLElement>("thead th")];
    const widths = heads.map((head) => head.offsetWidth);
    const whole = widths.reduce((sum, width) => sum + width, 0);
    heads.forEach((head, at) => {
      head.style.width = `${(100 * (widths[at] ?? 0)) / whole}%`;
    });
    shown.style.minWidth = `${whole}px`;
    shown.classList.add("wkf-steady");
    return () => {
      for (const head of heads) head.style.width = "";
      shown.style.minWidth = "";
      shown.classList.remove("wkf-steady");
    };
  }, [steady, what]);
}
