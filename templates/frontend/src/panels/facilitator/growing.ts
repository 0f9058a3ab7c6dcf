/** A long list that comes into the page piece by piece: drawn at once it would keep the page from answering meanwhile. */
import { useEffect, useState } from "preact/hooks";

/** How many are drawn at a time: more than a window shows. */
const AT_A_TIME = 48;

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
