/** A profile of grades, parted: blanks that count as the lowest grade were given by nobody, and are never drawn as if they were. */
import type { JudgedOption, ShownRule } from "../../contract";

interface Part {
  grade: number;
  count: number;
  /** How many of them gave none. */
  blanks: number;
}

/** The grades that were given, the best first. */
export function partProfile({ counts, blanks }: JudgedOption, { scale, blanks_count }: ShownRule): Part[] {
  const lowest = Math.min(...scale);
  return scale
    .map((grade) => ({ grade, count: counts[grade] ?? 0, blanks: blanks_count && grade === lowest ? blanks : 0 }))
    .filter(({ count }) => count > 0);
}
