/** How far something moved since the first vote: an arrow, the word for it, and what it was. */
import type { Tallied } from "../../contract";
import { say, type Words } from "../kit/panel";
import { sayRank } from "../kit/tally";

/** Of dots, by the place; of grades, by the median: a better one rises. Nothing where there was no vote before. */
export function sayShift(words: Words, lang: string, tally: Tallied): string {
  const { before, judgment, rank } = tally;
  if (before === null) return "";
  if (judgment === null) {
    if (before.supporters === 0) return say(words, "shift.new");
    return sayMoved(words, before.rank - rank, sayRank(words, lang, before.rank));
  }
  const was = before.judgment?.median ?? null;
  if (was === null || judgment.median === null) return was === judgment.median ? "" : say(words, "shift.new");
  return sayMoved(words, judgment.median - was, say(words, `grade.${was}`));
}

function sayMoved(words: Words, up: number, was: string): string {
  return up === 0 ? say(words, "shift.same") : say(words, up > 0 ? "shift.up" : "shift.down", { was });
}
