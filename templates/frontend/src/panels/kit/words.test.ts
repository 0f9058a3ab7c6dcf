import { expect, test } from "vitest";
import { signed } from "./numbers";
import { say, sayMany } from "./panel";

const words = { left: { one: "{number} reste", other: "{number} restent" }, hello: "Bonjour {name}" };

test("French says nothing as it says one, English as it says several", () => {
  const said = (lang: string) => [0, 1, 2].map((number) => sayMany({ n: { one: "one", other: "other" } }, lang, "n", number));
  expect(said("fr")).toEqual(["one", "one", "other"]);
  expect(said("en")).toEqual(["other", "one", "other"]);
});

test("a language with more forms has each of them said", () => {
  const cats = { n: { one: "kot", few: "koty", many: "kotów", other: "kota" } };
  expect([1, 2, 5, 22, 1.5].map((number) => sayMany(cats, "pl", "n", number))).toEqual(["kot", "koty", "kotów", "koty", "kota"]);
});

test("a form that the catalog lacks is said as the others are: French has a word of its own for a million", () => {
  expect(sayMany(words, "fr", "left", 1_000_000)).toBe("1000000 restent");
});

test("placeholders are filled, and one that nothing fills is shown as it is", () => {
  expect(say(words, "hello", { name: "Rose" })).toBe("Bonjour Rose");
  expect(say(words, "hello")).toBe("Bonjour {name}");
});

test("a key that the catalog lacks is shown itself", () => {
  expect(say(words, "ideas.title")).toBe("ideas.title");
});

test("a sign is a true one", () => {
  expect([2, 0, -1].map(signed)).toEqual(["+2", "0", "−1"]);
});
