/** Which vote this is: the first of two, which is there to be discussed, or one that was taken again. */
import type { ScreenVote } from "../../contract";
import { say, type Words } from "../kit/panel";

export function sayRound({ moment, round, first }: Pick<ScreenVote, "moment" | "round" | "first">, words: Words): string {
  if (round > 2) return say(words, `${moment}.round`, { round });
  return say(words, round === 2 ? `${moment}.second` : first ? `${moment}.first` : `room.${moment}`);
}
