/** Results on a phone: what gathered dots is read at once, what gathered none is one line that unfolds. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TalliedChallenge } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { following, usePlace } from "../participant/place";
import { Results } from "./results";

const tally = (...dots: number[]): TalliedChallenge => ({
  ...{ id: "a", stake: "A", statement: "Comment a ?", stage: "results", covered: 0, page: 1, pages: 1 },
  rule: { kind: "dots", budget: 5, most: 2, grades: 7, scale: [6, 5, 4, 3, 2, 1, 0], blanks_count: true, to_spend: 0, points: 0 },
  round: 1,
  discussed: false,
  most: Math.max(0, ...dots),
  without: dots.filter((count) => count === 0).length,
  options: dots.map((count, at) => ({
    ...{ id: `o${at}`, title: `Idée ${at}`, lone: true, gathered: 1, ideas: [`Idée ${at}`], answers: [""], mine: false },
    ...{ dots: count, supporters: count, my_dots: 0, my_mark: null, rank: at + 1, tied: false },
    ...{ judgment: null, stances: null, before: null, cost: null, funded: null },
  })),
});
const WORDS = {
  without: { one: "{number} alone", other: "{number} without" },
  "results.place": "{rank} place",
  "results.rank.one": "{rank}re",
  "results.rank.other": "{rank}e",
  "results.tie": "tied",
  "results.share": "{number} of {total}",
  "results.blanks-out": { one: "{number} other gave none", other: "{number} others gave none" },
  supporters: { one: "{number} person", other: "{number} people" },
  "tally.dots": { one: "{number} dot", other: "{number} dots" },
};
let page: Mounted;
const show = (challenge: TalliedChallenge) => {
  const Shown = () => <Results place={usePlace()} challenge={challenge} />;
  page = new Mounted(Shown, new FakeWidget({}, { words: WORDS }));
};
const open = (...dots: number[]) => show(tally(...dots));
const cards = () => [...page.el.querySelectorAll("ol.wk-cards > li")];
const listed = (list: string) => [...page.el.querySelectorAll(`${list} > li`)].map((one) => one.textContent?.match(/Idée \d/)?.[0]);

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
  const one = { id: "a", number: 1, stake: "A", statement: "Comment a ?", round: 1, wording: 1, tables: "", timer: null };
  following.tell({ phase: "work", current: "a", challenges: [{ ...one, stage: "results" }] });
});
afterEach(() => {
  page.leave();
  vi.restoreAllMocks();
});

test("ideas without dots are one line that counts them, folded, and none of them stands among the others", () => {
  open(3, 1, 0, 0);
  expect(listed("ol.wk-cards")).toEqual(["Idée 0", "Idée 1"]);
  const folded = page.find<HTMLDetailsElement>("details.wk-more");
  expect(folded.open).toBe(false);
  expect(folded.querySelector("summary")?.textContent).toBe("2 without");
  expect(listed("details .wk-cards")).toEqual(["Idée 2", "Idée 3"]);
});

test("no idea without dots is told how little it gathered", () => {
  open(3, 0);
  const folded = page.find("details.wk-more");
  expect(folded.querySelector("summary")?.textContent).toBe("1 alone");
  expect(folded.querySelector(".wk-bar")).toBeNull();
  expect(folded.textContent).not.toContain("dot");
});

test("where every idea has dots there is nothing to unfold", () => {
  open(2, 1);
  expect(page.el.querySelector("details.wk-more")).toBeNull();
});

test("while places are covered each card says its place, and no bar has the best of them look like the winner", () => {
  const { options, ...rest } = tally(7, 5);
  show({ ...rest, covered: 2, options: options.map((one, at) => ({ ...one, rank: 3 + at })) });
  expect(cards().map((one) => one.textContent?.match(/\S+ place/)?.[0])).toEqual(["3e place", "4e place"]);
  expect(page.el.querySelector(".wk-bar")).toBeNull();
});

test("once all are uncovered the first place alone has a full bar", () => {
  open(4, 2);
  expect(cards().map((one) => one.querySelector<HTMLElement>(".wk-bar i")?.style.width)).toEqual(["100%", "50%"]);
});

test("a card says how many people chose the idea, and only then how many dots they gave", () => {
  const { options, ...rest } = tally(4);
  show({ ...rest, options: options.map((one) => ({ ...one, supporters: 2 })) });
  expect(cards()[0]?.textContent).toContain("2 people, 4 dots");
});

test("options that share a place are said to be tied", () => {
  const { options, ...rest } = tally(4, 2, 2);
  show({ ...rest, options: options.map((one, at) => ({ ...one, tied: at > 0, rank: Math.min(at + 1, 2) })) });
  expect(cards().map((one) => one.querySelector("p")?.textContent)).toEqual(["1re place", "2e place tied", "2e place tied"]);
});

test("of many ideas a page is shown: what is said of all of them counts the others too", () => {
  show({ ...tally(2, 0), most: 4, without: 30, page: 2, pages: 3 });
  expect(page.find<HTMLElement>(".wk-bar i").style.width).toBe("50%");
  expect(page.find("details summary").textContent).toBe("30 without");
  expect(page.el.querySelectorAll("nav .wk-go")).toHaveLength(2);
});

const of = (kind: "grades" | "statements" | "budget", option: Partial<TalliedChallenge["options"][number]>, rule = {}) => {
  const made = tally(3);
  show({ ...made, rule: { ...made.rule, kind, ...rule }, options: [{ ...made.options[0]!, dots: 0, ...option }] });
};

test("grades are told by the majority's word, how many gave each, and one's own", () => {
  of("grades", { judgment: { counts: [1, 0, 2, 0, 5, 0, 4], blanks: 1, median: 4 }, my_mark: 6 });
  expect(cards()[0]!.textContent).toContain("results.median 4");
  expect([...page.el.querySelectorAll(".wkb-profile i")].map((one) => one.textContent)).toEqual(["4", "5", "2", "1"]);
  expect(page.find(".wkb-median").textContent).toBe("5");
  expect(page.text).toContain("results.blanks");
  expect(page.find(".wk-badge").textContent).toBe("results.yours");
});

test("of five grades each place has its own word", () => {
  of("grades", { judgment: { counts: [0, 0, 0, 2, 0, 3, 0], blanks: 0, median: 5 } }, { grades: 5, scale: [5, 4, 3, 1, 0] });
  expect(cards()[0]!.textContent).toContain("results.median 5");
});

test("who gave no grade is none of those who are counted, where the rule leaves them out", () => {
  of("grades", { judgment: { counts: [0, 0, 0, 0, 0, 1, 0], blanks: 2, median: 5 } }, { blanks_count: false });
  expect(page.text).toContain("2 others gave none");
  expect(page.text).not.toContain("results.blanks ");
});

test.each([
  [{ agree: 5, disagree: 1, passed: 1 }, "5 of 7, results.most-agree"],
  [{ agree: 1, disagree: 5, passed: 1 }, "1 of 7, results.most-disagree"],
  [{ agree: 2, disagree: 2, passed: 0 }, "2 of 4, results.split"],
  [{ agree: 0, disagree: 0, passed: 5 }, "0 of 5, results.most-pass"],
  [{ agree: 2, disagree: 0, passed: 3 }, "2 of 5, results.most-pass"],
  [{ agree: 2, disagree: 0, passed: 2 }, "2 of 4, results.more-agree"],
  [{ agree: 1, disagree: 3, passed: 2 }, "1 of 6, results.more-disagree"],
])("statements have no podium: %o", (stances, said) => {
  of("statements", { stances, tied: true });
  expect(cards()[0]!.querySelector("p")?.textContent).toBe(said);
  expect(page.text).not.toMatch(/place|tied/);
});

test("a first vote that is to be discussed says so, above what it gave", () => {
  show({ ...tally(2), discussed: true });
  expect(page.find("h1").textContent).toBe("results.first");
  expect(page.text).toContain("results.first-lead");
  page.leave();
  show(tally(2));
  expect(page.find("h1").textContent).toBe("results-title");
});

test("statements are told by all three answers, and how they moved since the first vote", () => {
  const before = { dots: 0, supporters: 1, rank: 1, judgment: null, stances: { agree: 1, disagree: 6, passed: 0 } };
  of("statements", { stances: { agree: 5, disagree: 2, passed: 0 }, my_mark: 0, before });
  expect([...page.el.querySelectorAll(".wkb-profile i")].map((one) => one.textContent)).toEqual(["5", "2"]);
  expect(page.text).toContain("results.before");
  expect(page.text).toContain("results.again");
});

test("a statement with which nobody agrees stands among the others", () => {
  of("statements", { supporters: 0, stances: { agree: 0, disagree: 2, passed: 0 } });
  expect(cards()).toHaveLength(1);
});

test("of a budget it is told what is funded, what it costs, and that one chose it", () => {
  of("budget", { cost: 4500, funded: true, my_mark: 1, supporters: 2 }, { to_spend: 20000 });
  expect(page.text).toContain("results.funded");
  expect(page.text).toMatch(/4\s500/);
  expect(page.find(".wk-badge").textContent).toBe("budget.in");
});
