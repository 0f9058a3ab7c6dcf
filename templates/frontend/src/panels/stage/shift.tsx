/** How far something moved since the first vote: an arrow, the word for it, and what it was; then the numbers it had. */
import type { RoundTally, ScreenFell, Tallied } from "../../contract";
import { say, sayMany, type Words } from "../kit/panel";
import { sayRank } from "../kit/tally";

/** Of dots, by the place; of grades, by the median: a better one rises. Nothing where there was no vote before. */
export function sayShift(words: Words, lang: string, tally: Tallied): string {
  const { before, judgment, rank } = tally;
  if (before === null) return "";
  if (judgment === null) {
    if (before.supporters === 0) return say(words, "shift.new");
    return sayMoved(words, before.rank - rank, sayRank(words, lang, before.rank), "shift.same");
  }
  const was = before.judgment?.median ?? null;
  if (was === null || judgment.median === null) return was === judgment.median ? "" : say(words, "shift.new");
  return sayMoved(words, judgment.median - was, say(words, `grade.${was}`), "shift.same.grade");
}

function sayMoved(words: Words, up: number, was: string, same: string): string {
  return up === 0 ? say(words, same) : say(words, up > 0 ? "shift.up" : "shift.down", { was });
}

/** The people and dots it had in the vote before; nothing where it had none. */
export function sayGathered(words: Words, lang: string, before: RoundTally | null): string {
  if (before === null || before.supporters === 0) return "";
  return say(words, "shift.gathered", tellGathered(words, lang, before));
}

const tellGathered = (words: Words, lang: string, { supporters, dots }: { supporters: number; dots: number }) => ({
  people: sayMany(words, lang, "results.supporters", supporters),
  amount: sayMany(words, lang, "tally.dots", dots),
});

/** What lost most, and stands in no place: without it the screen would tell of a second vote only what rose. */
export function sayFell(words: Words, lang: string, { title, before, ...now }: ScreenFell): string {
  const was = tellGathered(words, lang, before ?? { supporters: 0, dots: 0 });
  return say(words, "shift.fell", { title, ...tellGathered(words, lang, now), was_people: was.people, was_amount: was.amount });
}
