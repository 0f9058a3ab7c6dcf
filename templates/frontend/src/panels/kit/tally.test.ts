import { expect, test } from "vitest";
import { sayAmount, shareAmong } from "./tally";

const NOTHING = { judgment: null, stances: null, before: null, cost: null, funded: null };
const tally = (dots: number) => ({ dots, supporters: Math.min(dots, 1), rank: 1, ...NOTHING });

test("a bar is as long as its share of the longest", () => {
  const [first, second, none] = [tally(8), tally(2), tally(0)];
  expect([first, second, none].map(shareAmong([first, second, none]))).toEqual([1, 0.25, 0]);
});

test("before anybody voted no bar is drawn, and nothing is divided by nothing", () => {
  expect([tally(0)].map(shareAmong([tally(0)]))).toEqual([0]);
  expect(shareAmong([])(tally(0))).toBe(0);
});

test("what was gathered is said as the language counts", () => {
  const words = { "tally.dots": { one: "{number} dot", other: "{number} dots" } };
  expect([0, 1, 5].map((dots) => sayAmount(words, "en", tally(dots)))).toEqual(["0 dots", "1 dot", "5 dots"]);
});
