/** One's answers on a challenge, and how they are said. */
import type { ScoredChallenge } from "../../contract";
import { say, type Words } from "../kit/panel";

export type Score = Pick<ScoredChallenge, "competence" | "interest" | "unsure"> & Partial<Pick<ScoredChallenge, "early">>;

export const isWhole = (score: Score): boolean => score.unsure || (score.competence !== null && score.interest !== null);

export function sayScore({ competence, interest, unsure }: Score, words: Words): string {
  if (unsure) return say(words, "unsure");
  if (competence !== null && interest !== null)
    return say(words, "said", {
      competence: say(words, `competence.${competence}`),
      interest: say(words, `interest.${interest}`),
    });
  return say(words, competence === null && interest === null ? "unanswered" : "half");
}

/** Which sentence says what the store holds: half an answer names what remains. */
export function saidOf(score: Score, unanswered: number): string | null {
  if (score.unsure && unanswered > 0) return "saved-unsure";
  if (isWhole(score)) return unanswered > 0 ? "saved-last" : "saved-all";
  if (score.competence !== null) return "saved-competence";
  return score.interest !== null ? "saved-interest" : null;
}
