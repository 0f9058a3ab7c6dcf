/** A line of a paper list: digits by key, signs of every kind, and each mistake named in its box. */
import { expect, test } from "vitest";
import { boxOf, EMPTY, isEmpty, isFull, isWrong, readLine, type Line } from "./paper_line";

const line = (changes: Partial<Line>): Line => ({ ...EMPTY, ...changes });
const answers = (competence: string, interest: string) => line({ answers: { a: { competence, interest } } });

test("a whole line is read, its letters in any order and any case", () => {
  const typed = line({ name: "Odette", reach: "06 39 98 41 27", consents: "n, I", answers: { b: { competence: "2", interest: "-1" } } });
  expect(readLine(typed, ["a", "b"])).toEqual({
    ...{ name: "Odette", reach: "06 39 98 41 27", purposes: ["news", "invite"], days: "" },
    ...{ challenges: ["a", "b"], competences: [null, 2], interests: [null, -1], unsure: [] },
  });
});

test.each([
  ["-2", -2],
  ["−2", -2],
  ["– 2", -2],
  ["+1", 1],
  ["1", 1],
  ["0", 0],
  ["-0", 0],
])("the interest %s is %d", (typed, value) => {
  expect(readLine(answers("3", typed), ["a"])).toMatchObject({ competences: [3], interests: [value] });
});

test("a question mark on either scale is “I don’t know”, and an empty pair no answer", () => {
  expect(readLine(answers("?", ""), ["a"])).toMatchObject({ competences: [null], interests: [null], unsure: ["a"] });
  expect(readLine(answers("", ""), ["a"])).toMatchObject({ competences: [null], interests: [null], unsure: [] });
});

test.each([
  [answers("4", "0"), boxOf("a", "competence"), "competence"],
  [answers("-1", "0"), boxOf("a", "competence"), "competence"],
  [answers("1", "3"), boxOf("a", "interest"), "interest"],
  [answers("1", "x"), boxOf("a", "interest"), "interest"],
  [answers("1", ""), boxOf("a", "interest"), "half"],
  [answers("", "0"), boxOf("a", "competence"), "half"],
  [line({ consents: "ix" }), "consents", "consents"],
])("what cannot be kept is named in its box", (typed, box, key) => {
  const found = readLine(typed, ["a"]);
  expect(isWrong(found)).toBe(true);
  expect(found).toMatchObject({ box, key });
});

test("a box is full with its digit, and not with a sign alone", () => {
  expect(["0", "3", "-1", "+2", "−2", "?"].map(isFull)).toEqual([true, true, true, true, true, true]);
  expect(["", "-", "+", "−"].map(isFull)).toEqual([false, false, false, false]);
});

test("nothing typed is an empty line", () => {
  expect(isEmpty(EMPTY)).toBe(true);
  expect(isEmpty(answers("", " "))).toBe(true);
  expect(isEmpty(answers("0", ""))).toBe(false);
});
