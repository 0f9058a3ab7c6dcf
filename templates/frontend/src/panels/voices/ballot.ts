/** A ballot as it is typed: one number for each dot. */
import { DOTS_PER_CHALLENGE } from "../../contract";
import * as LIMITS from "../../limits";

/** What is wrong with the numbers typed, as the catalogs say it. */
export type Fault = "vote.unknown" | "vote.too-high" | "vote.too-many";

export interface Ballot {
  /** The numbers, in the order typed. */
  numbers: number[];
  /** How many dots each option's number has. */
  dots: Map<number, number>;
  /** How many dots are left; below 0 there are too many. */
  left: number;
  fault: Fault | null;
  /** The number that there is not, where that is the fault. */
  unknown: number;
}

/** Read numbers parted by anything that is no digit; `most` is the number of the last option. */
export function readBallot(text: string, most: number): Ballot {
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const dots = new Map<number, number>();
  for (const number of numbers) dots.set(number, (dots.get(number) ?? 0) + 1);
  const left = DOTS_PER_CHALLENGE - numbers.length;
  const unknown = numbers.find((number) => number < 1 || number > most) ?? 0;
  const strange = numbers.some((number) => number < 1 || number > most);
  const high = [...dots.values()].some((count) => count > LIMITS.dots.most);
  const fault = strange ? "vote.unknown" : high ? "vote.too-high" : left < 0 ? "vote.too-many" : null;
  return { numbers, dots, left, fault, unknown };
}

/** Write a ballot as it would be typed. */
export function writeBallot(dots: Iterable<readonly [number: number, count: number]>): string {
  return [...dots]
    .filter(([, count]) => count > 0)
    .sort(([one], [other]) => one - other)
    .flatMap(([number, count]) => Array<number>(count).fill(number))
    .join(" ");
}

/** Put one dot more on an option, or one less. */
export function changeBallot(text: string, number: number, by: 1 | -1): string {
  const dots = readBallot(text, Number.MAX_SAFE_INTEGER).dots;
  dots.set(number, Math.max(0, (dots.get(number) ?? 0) + by));
  return writeBallot(dots);
}
