/** Marks stay with their words while the sentence goes on being typed. */
import { expect, test } from "vitest";
import { carryMarks, nest, type Stretch } from "./challenge_marks";

const READ = "Chacun a un toit à Val-Brume en 2028.";
const MARKS = [
  { part: "population" as const, start: 0, end: 6 },
  { part: "territory" as const, start: 17, end: 28 },
  { part: "deadline" as const, start: 29, end: 36 },
];
const words = (typed: string) => carryMarks(MARKS, READ, typed).map(({ start, end }) => typed.slice(start, end));

test.each([
  ["the same", READ, ["Chacun", "à Val-Brume", "en 2028"]],
  ["more at the end", `${READ} Et`, ["Chacun", "à Val-Brume", "en 2028"]],
  ["more at the beginning", `Oui, ${READ}`, ["Chacun", "à Val-Brume", "en 2028"]],
  ["more in the middle", "Chacun a un bon toit à Val-Brume en 2028.", ["Chacun", "à Val-Brume", "en 2028"]],
  ["a word of a part being changed", "Chacun a un toit à Val-Bru en 2028.", ["Chacun", "en 2028"]],
  ["spaces that are folded when it is read", "  Chacun  a un toit à   Val-Brume en 2028. ", ["Chacun", "à   Val-Brume", "en 2028"]],
  ["nothing left", "", []],
  ["something else", "Rompre", []],
])("%s", (_name, typed, expected) => {
  expect(words(typed)).toEqual(expected);
});

test("signs of two units are counted as the page counts them", () => {
  const read = "🙂 à Val-Brume";
  expect(carryMarks([{ part: "territory", start: 3, end: 14 }], read, `${read}.`)).toEqual([{ part: "territory", start: 3, end: 14 }]);
});

const draw = (one: Stretch | string): string => (typeof one === "string" ? one : `<${one.part}>${one.inside.map(draw).join("")}</>`);

test("a part within another is drawn in it, one that crosses it is cut at its edge, and no word is lost", () => {
  const text = "Plus personne ne dort dehors ici.";
  const marks = [
    { part: "action" as const, start: 0, end: 28 },
    { part: "indicator" as const, start: 0, end: 13 },
    { part: "population" as const, start: 5, end: 13 },
    { part: "territory" as const, start: 22, end: 32 },
  ];
  const nested = nest(text, marks);
  expect(nested.inside.map(draw).join("")).toBe("<action><indicator>Plus <population>personne</></> ne dort <territory>dehors</></> ici.");
  expect(nested.depth).toBe(3);
});
