/** What an option gathered in the vote: measured and said the same for every role. */
import type { StanceCounts, Tallied } from "../../contract";
import { say, sayMany, type Words } from "./panel";

/** What is counted of a statement, in the order in which it is drawn and told. */
export const COUNTED_STANCES = ["agree", "disagree", "passed"] as const satisfies readonly (keyof StanceCounts)[];

/** What decides the rank before the number of people. */
export const amountOf = (tally: Tallied): number => tally.dots;

/** How long an option's bar is beside the longest, from 0 to 1. */
export function shareAmong(tallies: readonly Tallied[]): (tally: Tallied) => number {
  const most = Math.max(1, ...tallies.map(amountOf));
  return (tally) => amountOf(tally) / most;
}

export const sayAmount = (words: Words, lang: string, tally: Tallied): string => sayMany(words, lang, "tally.dots", amountOf(tally));

/** A place as the language says it: 1re, 2e; 1st, 2nd, 3rd, 11th, 21st. */
export function sayRank(words: Words, lang: string, rank: number): string {
  const rule = new Intl.PluralRules(lang, { type: "ordinal" }).select(rank);
  return say(words, `results.rank.${rule}`, { rank });
}
