/** One line of a paper list, as it is typed: what its boxes mean, and what is wrong in which of them. */
import type { Purpose } from "../../contract";

export interface Line {
  name: string;
  reach: string;
  consents: string;
  days: string;
  /** By challenge's id: what was typed for the competence and for the interest. */
  answers: Record<string, { competence: string; interest: string }>;
}

export const EMPTY: Line = { name: "", reach: "", consents: "", days: "", answers: {} };
const NO_ANSWER = { competence: "", interest: "" };
const LETTERS: Record<string, Purpose> = { i: "invite", m: "mission", n: "news" };
const UNSURE = "?";

/** A box in which something is wrong, with the key of the sentence that says it. */
export interface Wrong {
  box: string;
  key: string;
  received: string;
}

export const answerOf = (line: Line, challenge: string) => line.answers[challenge] ?? NO_ANSWER;
export const boxOf = (challenge: string, axis: "competence" | "interest"): string => `${challenge} ${axis}`;

/** What a line says, or the first box in which it says nothing that can be kept. */
export function readLine(line: Line, challenges: readonly string[]): Wrong | Asked {
  const letters = [...line.consents.toLowerCase()].filter((letter) => !/[\s,;.+/-]/.test(letter));
  const stranger = letters.find((letter) => !(letter in LETTERS));
  if (stranger !== undefined) return { box: "consents", key: "consents", received: stranger };
  const asked: Asked = {
    name: line.name,
    reach: line.reach,
    purposes: [...new Set(letters.map((letter) => LETTERS[letter]!))],
    challenges: [...challenges],
    competences: [],
    interests: [],
    unsure: [],
    days: line.days,
  };
  for (const challenge of challenges) {
    const { competence, interest } = answerOf(line, challenge);
    const unsure = competence.trim() === UNSURE || interest.trim() === UNSURE;
    const scores = [unsure ? null : readNumber(competence, 0, 3), unsure ? null : readNumber(interest, -2, 2)] as const;
    if (scores[0] === undefined) return { box: boxOf(challenge, "competence"), key: "competence", received: competence };
    if (scores[1] === undefined) return { box: boxOf(challenge, "interest"), key: "interest", received: interest };
    if ((scores[0] === null) !== (scores[1] === null))
      return { box: boxOf(challenge, scores[0] === null ? "competence" : "interest"), key: "half", received: "" };
    if (unsure) asked.unsure.push(challenge);
    asked.competences.push(scores[0]);
    asked.interests.push(scores[1]);
  }
  return asked;
}

export interface Asked {
  name: string;
  reach: string;
  purposes: Purpose[];
  challenges: string[];
  competences: (number | null)[];
  interests: (number | null)[];
  unsure: string[];
  days: string;
}

export const isWrong = (found: Wrong | Asked): found is Wrong => "box" in found;

/** A number of a scale, `null` for an empty box, `undefined` for anything else; every minus is one. */
function readNumber(typed: string, least: number, most: number): number | null | undefined {
  const text = typed.trim().replace(/[−–—]/g, "-").replace(/\s/g, "");
  if (text === "") return null;
  if (!/^[+-]?\d$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? (value === 0 ? 0 : value) : undefined;
}

/** Whether a box has all it can hold, so that what is typed next belongs to the next one: a sign alone waits for its digit. */
export const isFull = (typed: string): boolean => /^[+\-−–]?\d$/.test(typed.trim()) || typed.trim() === UNSURE;

export const isEmpty = (line: Line): boolean =>
  [line.name, line.reach, line.consents, line.days].every((text) => text.trim() === "") &&
  Object.values(line.answers).every((one) => one.competence.trim() === "" && one.interest.trim() === "");
