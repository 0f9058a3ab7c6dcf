/** What the room asks of an author, what everybody reads of it, and what is marked while one types. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import contacts from "../contacts";
import { FakeWidget, Mounted } from "../kit/stage";
import { Ideas } from "./ideas";
import { following } from "./place";
import { Vote } from "./vote";

const one = { id: "a", stake: "A", statement: "Comment a ?" };
const idea = { text: "Un minibus", mine: true, answer: "", discuss: false };
const revealed = (asked: object[] = [], of: Partial<typeof idea> = {}) => ({
  visible: true,
  challenges: [
    {
      ...one,
      stage: "reveal",
      options: [{ title: "", lone: true, gathered: 1, ideas: [{ ...idea, ...of }] }],
      held: [],
      count: 1,
      page: 1,
      pages: 1,
      own: [],
      asked,
    },
  ],
});
const writing = (rest = {}) => ({
  visible: true,
  challenges: [{ ...one, stage: "writing", ideas: [], finished: false, seen: "nothing", nudged: false, ahead: false, ...rest }],
});
let page: Mounted;
const mount = (model: object, component = Ideas) => {
  page = new Mounted(component, new FakeWidget(model));
};
const at = (stage: "writing" | "reveal", phase: "work" | "welcome" = "work", current: string | null = "a") => {
  const told = { ...one, number: 1, round: 1, wording: 1, tables: "", timer: null };
  following.tell({
    phase,
    current,
    challenges: [
      { ...told, id: "z", stage: "unopened" },
      { ...told, number: 2, stage },
    ],
  });
};

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
});
afterEach(() => {
  page.leave();
  vi.restoreAllMocks();
  window.bring = undefined as never;
});

test("the author of an idea that is asked about answers, and may change the answer; nobody else is asked", async () => {
  at("reveal");
  mount(revealed());
  expect(page.text).not.toContain("asked");
  await page.widget.show(revealed([{ id: "i", text: "Un minibus", answer: "" }]));
  expect(page.text).toContain("asked");
  await page.type("Celui de la commune");
  await page.press("answer-send");
  expect(page.widget.letters).toEqual([["answer_question", { idea: "i", answer: "Celui de la commune" }]]);
  await page.widget.answer();
  await page.widget.show(revealed([{ id: "i", text: "Un minibus", answer: "Celui de la commune" }]));
  expect(page.el.querySelector("textarea")).toBeNull();
  await page.press("answer-change");
  expect(page.find<HTMLTextAreaElement>("textarea").value).toBe("Celui de la commune");
});

test("an answer that is refused is still in its field", async () => {
  at("reveal");
  mount(revealed([{ id: "i", text: "Un minibus", answer: "" }]));
  await page.type("Au 06 39 98 01 23");
  await page.press("answer-send");
  await page.widget.answer({ ok: false, sentence: "a number" });
  expect(page.find<HTMLTextAreaElement>("textarea").value).toBe("Au 06 39 98 01 23");
  expect(page.text).toContain("a number");
  await page.press("answer-send");
  expect(page.widget.sent).toHaveLength(2);
});

test("everybody reads the answer beneath the idea, and that it is to be discussed", () => {
  at("reveal");
  mount(revealed([], { mine: false, answer: "Celui de la commune", discuss: true }));
  expect(page.find(".wk-answer").textContent).toBe("answered Celui de la commune");
  expect(page.text).toContain("discuss");
});

test("who has written nothing reads a gentle line when they are encouraged, until they begin", async () => {
  at("writing");
  mount(writing({ nudged: true }));
  expect(page.find(".wk-nudge[role=status]").textContent).toBe("nudge");
  await page.type("Un");
  expect(page.find(".wk-nudge").textContent).toBe("");
});

test("before the evening one writes on what its plan has written from home, wherever the room stands", async () => {
  at("writing", "welcome", null);
  mount(writing({ ahead: true }));
  await page.widget.show(writing({ ahead: true }));
  expect(page.text).toContain("lead-ahead");
  expect(document.body.classList.contains("wk-has-stakes")).toBe(true); // the wait for the others gives way
});

test("a number is marked while it is typed, and one touch takes it out", async () => {
  window.bring = () => Promise.resolve({ default: contacts });
  at("writing");
  mount(writing());
  (page.widget as unknown as { traits: Record<string, unknown> }).traits.panel = "ideas";
  await page.type("Un minibus, 06 39 98 01 23, le soir");
  await page.widget.receive({});
  await page.widget.receive({});
  expect(page.text).toContain("looks-like-phone");
  await page.press("take-out-phone");
  expect(page.find<HTMLTextAreaElement>("textarea").value).toBe("Un minibus, le soir");
  expect(page.text).not.toContain("looks-like-phone");
  expect(page.widget.sent).toEqual([]);
});

test("what draws a vote is asked for once there is one, again where it did not come, and stays", async () => {
  vi.useFakeTimers();
  const asked: string[] = [];
  window.bring = (bundle) => {
    asked.push(bundle);
    return Promise.reject(new Error("no network"));
  };
  at("writing");
  mount({ visible: false }, Vote as never);
  expect(asked).toEqual([]);
  await page.widget.show({ visible: true, challenges: [] });
  expect(asked).toEqual(["ballots"]);
  await vi.advanceTimersByTimeAsync(3100);
  expect(asked).toEqual(["ballots", "ballots"]);
  await page.widget.show({ visible: false });
  await vi.advanceTimersByTimeAsync(3100);
  expect(asked).toHaveLength(3);
  vi.useRealTimers();
});

test("of an idea held back for a number the number is marked in the field that corrects it, and one touch takes it out", async () => {
  window.bring = () => Promise.resolve({ default: contacts });
  at("reveal");
  const held = {
    id: "i",
    text: "Un minibus, 06 39 98 01 23, le soir",
    source: null,
    earlier: false,
    held: "contact",
    corrected: false,
    voted_on: false,
  };
  mount({ ...revealed(), challenges: revealed().challenges.map((one) => ({ ...one, held: [held] })) });
  (page.widget as unknown as { traits: Record<string, unknown> }).traits.panel = "ideas";
  await page.press("correct");
  await page.widget.receive({});
  await page.widget.receive({});
  await page.press("take-out-phone");
  expect(page.find<HTMLTextAreaElement>("textarea").value).toBe("Un minibus, le soir");
  await page.press("save");
  expect(page.widget.letters).toEqual([["correct_idea", { idea: "i", text: "Un minibus, le soir", source: null }]]);
});
