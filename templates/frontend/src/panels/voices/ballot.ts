/** A ballot as it is typed: one number for each dot, or each option with what it was given, as "3:6". */
import { DOTS_PER_CHALLENGE, type ShownRule } from "../../contract";
import * as LIMITS from "../../limits";

/** What is wrong with the numbers typed, as the catalogs say it. */
export type Fault = "vote.unknown" | "vote.too-high" | "vote.too-many";

/** Of the rule of a vote, what a ballot is read by. */
export type Asked = Pick<ShownRule, "kind" | "budget" | "most" | "points">;

const USUAL: Asked = { kind: "dots", budget: DOTS_PER_CHALLENGE, most: LIMITS.dots.most, points: 0 };

/** Whether each option is given a grade, a stance or points, and not only named. */
export const takesValues = ({ kind, points }: Asked): boolean =>
  kind === "grades" || kind === "statements" || (kind === "budget" && points > 0);

export interface Ballot {
  /** The numbers, in the order typed. */
  numbers: number[];
  /** What each of them was given, where more is said than that it is named. */
  values: number[];
  /** How many dots each option's number has. */
  dots: Map<number, number>;
  /** How many dots are left; below 0 there are too many. */
  left: number;
  fault: Fault | null;
  /** The number that there is not, where that is the fault. */
  unknown: number;
}

/** Read numbers parted by anything that is no digit; `most` is the number of the last option. */
export function readBallot(text: string, most: number, rule: Asked = USUAL): Ballot {
  if (takesValues(rule)) {
    const marks = [...readMarks(text)];
    return { numbers: marks.map(([one]) => one), values: marks.map(([, one]) => one), dots: new Map(), left: 0, fault: null, unknown: 0 };
  }
  const named = rule.kind === "budget";
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const dots = new Map<number, number>();
  for (const number of numbers) dots.set(number, (dots.get(number) ?? 0) + 1);
  const left = named ? 0 : rule.budget - numbers.length;
  const unknown = numbers.find((number) => number < 1 || number > most) ?? 0;
  const strange = numbers.some((number) => number < 1 || number > most);
  const high = [...dots.values()].some((count) => count > (named ? 1 : rule.most));
  const fault = strange ? "vote.unknown" : high ? "vote.too-high" : left < 0 ? "vote.too-many" : null;
  return { numbers, values: [], dots, left, fault, unknown };
}

/** What options were given, by their number. */
export const readMarks = (text: string): Map<number, number> =>
  new Map([...text.matchAll(/(\d+):(-?\d+)/g)].map(([, number, value]) => [Number(number), Number(value)]));

export const writeMarks = (marks: Iterable<readonly [number: number, value: number]>): string =>
  [...marks]
    .sort(([one], [other]) => one - other)
    .map(([number, value]) => `${number}:${value}`)
    .join(" ");

/** Have an option be given something else; null takes it back. */
export function changeMark(text: string, number: number, value: number | null): string {
  const marks = readMarks(text);
  if (value === null) marks.delete(number);
  else marks.set(number, value);
  return writeMarks(marks);
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
  const dots = new Map<number, number>();
  for (const one of text.match(/\d+/g) ?? []) dots.set(Number(one), (dots.get(Number(one)) ?? 0) + 1);
  dots.set(number, Math.max(0, (dots.get(number) ?? 0) + by));
  return writeBallot(dots);
}
