import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ScoredChallenge } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Scores } from "./scores";

type Answer = [competence: number | null, interest: number | null];
const challenge = (id: string, [competence, interest]: Answer): ScoredChallenge => ({
  id,
  stake: id.toUpperCase(),
  statement: `Comment ${id} ?`,
  competence,
  interest,
  unsure: false,
  early: false,
  zone: competence === null || interest === null ? null : interest > 0 ? "learning" : "resting",
});
const scores = (...answers: Answer[]) => ({
  visible: true,
  challenges: answers.map((one, at) => challenge("abcde"[at]!, one)),
});
const NONE: Answer = [null, null];
const ZERO: Answer = [0, -2];
const SAID = { said: "{competence} ; {interest}", "competence.0": "pas du tout", "interest.-2": "non" };
const WORDS = {
  ...SAID,
  go: "on to {number} {stake}",
  left: "{number} left",
  remain: "{number} remain",
  answer: "answer {stake}",
  "saved-last": "saved, {number} left",
};

let page: Mounted;
const mount = (...answers: Answer[]) => {
  page = new Mounted(Scores, new FakeWidget(scores(...answers), { words: WORDS }));
};
const here = () => page.find(".wk-challenge p").textContent;
const green = () => page.el.querySelector(".wk-foot .wk-go:not(.wk-second)")?.textContent?.trim();
const choose = (at: number) => act(async () => page.el.querySelectorAll<HTMLElement>(".wk-scale input")[at]!.click());

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
});
afterEach(() => {
  page.leave();
  vi.restoreAllMocks();
});

test("the page begins at the first challenge without a whole answer, and a zero is one", () => {
  mount(ZERO, [1, null], NONE);
  expect(here()).toBe("Comment b ?");
});

test("what is left is said, and nothing is green while this challenge is open", () => {
  mount(ZERO, NONE, NONE);
  expect(page.text).toContain("2 left");
  expect(green()).toBeUndefined();
});

test("once this one is answered the green button leads to the next without an answer, round to those passed over", async () => {
  mount(NONE, ZERO, NONE);
  await page.press("on to 3 C");
  expect(here()).toBe("Comment c ?");
  await choose(0);
  await choose(4);
  expect(green()).toContain("on to 1 A");
  await page.press("on to 1 A");
  expect(here()).toBe("Comment a ?");
});

test("when all are answered it says so, and no button leads further", async () => {
  mount(ZERO, ZERO);
  expect(page.find("h1").textContent).toBe("whole");
  expect(page.el.querySelector(".wk-foot .wk-go")).toBeNull();
  await page.press("B");
  expect(page.text).toContain("saved-all");
  expect(page.el.querySelector(".wk-foot .wk-go")).toBeNull();
});

test("a reload keeps the place, though an earlier one has no answer", async () => {
  mount(NONE, NONE, NONE);
  await page.press("on to 2 B");
  page.leave();
  mount(NONE, ZERO, NONE);
  expect(here()).toBe("Comment b ?");
  expect(green()).toContain("on to 3 C");
});

test("every challenge stands in the list with what was answered, and a touch leads to it", async () => {
  mount(ZERO, [1, null], NONE);
  await page.press("mine");
  expect(page.find("h1").textContent).toBe("2 remain");
  const lines = [...page.el.querySelectorAll<HTMLElement>(".wk-mine button")];
  expect(lines.map((one) => one.querySelector("small")!.textContent)).toEqual(["pas du tout ; non", "half", "unanswered"]);
  expect(lines.map((one) => one.getAttribute("aria-current"))).toEqual([null, "true", null]);
  await act(async () => lines[0]!.click());
  expect(here()).toBe("Comment a ?");
});

test("what was given with the form is there already and says so, and the green button leads to what is left", async () => {
  const { challenges } = scores(ZERO, NONE, [1, 1]);
  const early = challenges.map((one, at) => ({ ...one, early: at === 0 }));
  page = new Mounted(Scores, new FakeWidget({ visible: true, challenges: early }, { words: WORDS }));
  expect(page.find("h1").textContent).toBe("1 remain");
  expect(page.text).toContain("early-lead");
  expect([...page.el.querySelectorAll(".wk-mine em")].map((one) => one.textContent)).toEqual(["early"]);
  expect(green()).toBe("answer B");
  await page.press("answer B");
  expect(here()).toBe("Comment b ?");
  expect(page.el.querySelectorAll("input:checked")).toHaveLength(0);
  await page.press("mine");
  await page.press("A");
  expect(page.text).toContain("early-here");
  expect(page.el.querySelectorAll("input:checked")).toHaveLength(2);
});

test("one may stop with some left: it is said that all is kept, and nothing is sent", async () => {
  mount(ZERO, NONE);
  await page.press("mine");
  await page.press("stop");
  expect(page.find(".wk-foot [role=status]").textContent).toBe("stopped");
  expect(page.widget.asked).toEqual([]);
});

test("a whole answer says which zone it means, half of one and “I don’t know” say none", async () => {
  mount([1, null], NONE);
  const meant = () => page.find(".wk-meant").textContent;
  expect(meant()).toBe("");
  await page.widget.show(scores([1, 2], NONE));
  expect(meant()).toBe("zone.learning");
  await page.widget.show(scores(ZERO, NONE));
  expect(meant()).toBe("zone.resting");
  await page.widget.show(scores([0, 0], NONE));
  expect(meant()).toBe("zone.neither"); // nobody is told that they said no
});
