/** A long list that comes into the page piece by piece: drawn at once it would keep the page from answering meanwhile. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** How many are drawn at a time: about what a window shows. */
export const AT_A_TIME = 16;

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
 * The rows of a long table in parts: a browser paints a part again only where something in it has changed. A row stays in
 * its part as long as the order stands, whatever comes and goes: what is being typed in it stays, too.
 */
export function useParts<R extends { id: string }>(rows: readonly R[]): R[][] {
  const known = useRef(new Map<string, number>());
  const parts = partAsBefore(rows, known.current) ?? partAsBefore(rows, new Map())!;
  known.current = new Map(parts.flatMap((part, at) => part.map((row) => [row.id, at] as const)));
  return parts;
}

/** Rows in the parts where they were, new ones where they stand or in parts behind; null where the order is another. */
function partAsBefore<R extends { id: string }>(rows: readonly R[], known: ReadonlyMap<string, number>): R[][] | null {
  const parts: R[][] = [[]];
  let left = rows.filter((row) => known.has(row.id)).length;
  for (const row of rows) {
    const before = known.get(row.id);
    if (before !== undefined && before < parts.length - 1) return null;
    if (before !== undefined) left -= 1;
    const isFull = before === undefined && left === 0 && parts.at(-1)!.length >= AT_A_TIME;
    const at = before ?? parts.length - (isFull ? 0 : 1);
    while (parts.length <= at) parts.push([]);
    parts.at(-1)!.push(row);
  }
  return parts;
}

/**
 * Keep the columns of a table that grows as wide as its first rows made them, in shares of its width: a browser that
 * fits columns to what they hold lays out every row again for each piece. What the columns are (`what`) begins it anew,
 * and so does another width of what is around the table.
 */
export function useSteadyColumns(table: RefObject<HTMLTableElement | null>, steady: boolean, what: string) {
  const kept = useRef("");
  const [, measureAgain] = useState(0);
  useEffect(() => {
    const around = table.current?.parentElement ?? null;
    if (!steady || around === null || globalThis.ResizeObserver === undefined) return;
    let width = around.clientWidth;
    const watch = new ResizeObserver(() => {
      if (around.clientWidth === width) return;
      width = around.clientWidth;
      kept.current = "";
      measureAgain((times) => times + 1);
    });
    watch.observe(around);
    return () => watch.disconnect();
  }, [steady, what]);
  useLayoutEffect(() => {
    const shown = table.current;
    const wanted = steady ? what : "";
    if (shown === null || kept.current === wanted) return;
    keepColumns(shown, []);
    const widths = [...shown.querySelectorAll<HTMLElement>("thead th")].map((head) => head.offsetWidth);
    const isDrawn = widths.some((width) => width > 0); // a page is laid out only once it is looked at
    if (steady && isDrawn) keepColumns(shown, widths);
    kept.current = steady && !isDrawn ? "" : wanted;
  });
}

/** Fix the columns of a table at these shares of its width; by none they are free. */
function keepColumns(table: HTMLTableElement, widths: number[]) {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  for (const [at, head] of [...table.querySelectorAll<HTMLElement>("thead th")].entries())
    head.style.width = whole === 0 ? "" : `${(100 * (widths[at] ?? 0)) / whole}%`;
  const isWider = whole > (table.parentElement?.clientWidth ?? 0); // it scrolls sideways; where it fits it goes on fitting
  table.style.minWidth = isWider ? `${whole}px` : "";
  table.classList.toggle("wkf-steady", whole > 0);
}
