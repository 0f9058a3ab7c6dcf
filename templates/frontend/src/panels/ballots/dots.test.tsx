import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BallotChallenge, Stage } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { following } from "../participant/place";
import { Vote } from "./vote";

const option = (number: number, dots = 0) => ({
  id: `o${number}`,
  title: `Idée du ${number}`,
  lone: true,
  gathered: 1,
  ideas: [`Idée du ${number}`],
  answers: [""],
  mine: number === 1,
  number,
  dots,
  ...{ mark: null, before: null, cost: null },
});
const ballot = (...dots: number[]): BallotChallenge => ({
  id: "home",
  stake: "Logement",
  statement: "Plus personne ne dort dehors.",
  stage: "vote",
  options: dots.map((count, at) => option(at + 1, count)),
  ...{ elsewhere: [], total: dots.length, page: 1, pages: 1 },
  rule: { kind: "dots", budget: 5, most: 2, grades: 7, scale: [6, 5, 4, 3, 2, 1, 0], blanks_count: true, to_spend: 0, points: 0 },
  ...{ round: 1, again: false, marked: 0, spent: 0, nudged: false, asked: [] },
  finished: false,
});
const votes = (challenge: BallotChallenge) => ({ visible: true, challenges: [challenge] });
const WORDS = {
  place: "{number} of {total}",
  add: "give",
  again: "more",
  remove: "take",
  "remove-one": "take one",
  "with-mine": "mine {number}",
  "with-all": "all {number}",
  "all-given": "all given",
  elsewhere: { one: "{number} elsewhere", other: "{number} elsewhere" },
  "page-of": "page {page} of {pages}",
};

let page: Mounted;
const mount = (...dots: number[]) => {
  page = new Mounted(Vote, new FakeWidget(votes(ballot(...dots)), { words: WORDS }));
};
const cards = () => [...page.el.querySelectorAll<HTMLElement>(".wk-cards > li")];
const buttons = (at: number) => [...cards()[at]!.querySelectorAll<HTMLButtonElement>(".wk-vote button")];
const says = (at: number) => buttons(at).map((one) => one.textContent!.split(" ")[0]);
const press = (button: HTMLElement) =>
  act(async () => {
    button.focus();
    button.click();
  });
const done = () => [...page.el.querySelectorAll<HTMLElement>(".wk-foot .wk-go")].at(-1)!;

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
  Element.prototype.scrollIntoView = () => undefined;
  const stage: Stage = "vote";
  const challenge = { id: "home", number: 1, stake: "Logement", statement: "", stage, round: 1, wording: 1, tables: "", timer: null };
  following.tell({ phase: "work", current: "home", challenges: [challenge] });
});
afterEach(() => {
  page.leave();
  vi.restoreAllMocks();
});

test("each idea says its place among all, and nothing that would speak for it or against it", () => {
  mount(0, 0, 0);
  expect(cards().map((card) => card.querySelector(".wk-small")!.textContent)).toEqual(["1 of 3", "2 of 3", "3 of 3"]);
  expect(page.el.querySelector(".wk-badge, .wk-lone")).toBeNull();
  expect(page.text).not.toContain("lone");
});

test("buttons say what they do, with no dot, one, and the most", () => {
  mount(0, 1, 2);
  expect([says(0), says(1), says(2)]).toEqual([["give"], ["take", "more"], ["take"]]);
});

test("the dots that are given show at once, and the focus stays with the idea", async () => {
  mount(0, 0);
  await press(buttons(1).at(-1)!);
  expect(says(1)).toEqual(["take", "more"]);
  expect(document.activeElement).toBe(buttons(1)[1]);
  await press(buttons(1)[1]!);
  expect(says(1)).toEqual(["take"]);
  expect(document.activeElement).toBe(buttons(1)[0]);
  expect(page.widget.letters.at(-1)).toEqual(["place_dots", { challenge: "home", option: "o2", count: 2, round: 1 }]);
});

test("taking the last dot of an idea back leaves the focus on giving one", async () => {
  mount(1, 0);
  await press(buttons(0)[0]!);
  expect(document.activeElement).toBe(buttons(0)[0]);
  expect(says(0)).toEqual(["give"]);
});

test("with all the dots given, one more is not sent, and what to do is said", async () => {
  mount(2, 2, 1, 0);
  await press(buttons(3)[0]!);
  expect(page.widget.sent).toEqual([]);
  expect(page.text).toContain("all given");
  expect(buttons(3)[0]!.getAttribute("aria-disabled")).toBe("true");
});

test("where the answer stands out of sight, the page stays at the idea, and goes there for a refusal", async () => {
  const gone: Element[] = [];
  Element.prototype.scrollIntoView = function note(this: Element) {
    gone.push(this);
  };
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue({ top: 9000, bottom: 9040 } as DOMRect);
  mount(2, 2, 0, 0);
  await press(buttons(2)[0]!);
  await page.widget.answer();
  expect(page.el.querySelector(".wk-foot .wk-saved")!.textContent).toBe("saved");
  expect(gone).toEqual([]);
  await page.widget.show(votes(ballot(2, 2, 1, 0)));
  await press(buttons(3)[0]!);
  expect(gone).toEqual([page.el.querySelector(".wk-foot .wk-refused")]);
});

test("being done is the one green button, however many dots are left, until it was said", async () => {
  mount(2, 2, 0);
  expect(done().classList.contains("wk-second")).toBe(false);
  await page.press("finish");
  expect(page.widget.letters).toEqual([["finish", { challenge: "home", stage: "vote", finished: true }]]);
  await page.widget.show(votes({ ...ballot(2, 2, 0), finished: true }));
  expect(page.find(".wk-foot [role=status] .wk-saved").textContent).toBe("finished");
  expect(page.text.split("finished")).toHaveLength(2);
  expect(done().classList.contains("wk-second")).toBe(true);
});

test("the filter shows the ideas with one's dots, and keeps one in place whose dot is taken back", async () => {
  mount(0, 1, 0, 2);
  await page.press("mine 2");
  expect(cards().map((card) => card.querySelector(".wk-small")!.textContent)).toEqual(["2 of 4", "4 of 4"]);
  await press(buttons(0)[0]!);
  expect(cards()).toHaveLength(2);
  await page.press("all 4");
  expect(cards()).toHaveLength(4);
  await page.widget.answer();
  await page.widget.show(votes(ballot(0, 0, 0, 2)));
  await page.press("mine 1");
  expect(cards()).toHaveLength(1);
});

test("without a dot given the filter says so", async () => {
  mount(0, 0);
  await page.press("mine 0");
  expect(page.text).toContain("none-mine");
});

/** The second of three pages, of two ideas each. */
const paged = (here: number[], elsewhere: ReturnType<typeof option>[]): BallotChallenge => ({
  ...ballot(),
  options: here.map((count, at) => option(at + 3, count)),
  ...{ elsewhere, total: 6, page: 2, pages: 3 },
});

test("of many ideas a page is shown, and the dots on the others count and are told", async () => {
  mount();
  await page.widget.show(votes(paged([0, 1], [option(1, 2), option(6, 2)])));
  expect(cards().map((card) => card.querySelector(".wk-small")!.textContent)).toEqual(["3 of 6", "4 of 6"]);
  expect(page.text).toContain("4 elsewhere");
  expect(page.el.querySelectorAll(".wk-dots-left i.wk-on")).toHaveLength(5);
  await press(buttons(0)[0]!);
  expect(page.widget.sent).toEqual([]); // all five are given
  await page.press("page-next");
  expect(page.widget.letters).toEqual([["turn_ideas", { challenge: "home", page: 3 }]]);
  await page.widget.answer();
  await page.press("page-before");
  expect(page.widget.letters.at(-1)).toEqual(["turn_ideas", { challenge: "home", page: 1 }]);
});

test("the filter shows the ideas with one's dots from every page, in their order, and no pages", async () => {
  mount();
  await page.widget.show(votes(paged([0, 1], [option(6, 2), option(1, 1)])));
  await page.press("mine 3");
  expect(cards().map((card) => card.querySelector(".wk-small")!.textContent)).toEqual(["1 of 6", "4 of 6", "6 of 6"]);
  expect(page.text).not.toContain("page 2 of 3");
  await press(buttons(0)[0]!);
  expect(page.widget.letters.at(-1)).toEqual(["place_dots", { challenge: "home", option: "o1", count: 0, round: 1 }]);
  await page.widget.answer();
  await page.widget.show(votes(paged([0, 1], [option(6, 2), option(1)])));
  expect(cards()).toHaveLength(3);
  await page.press("all 6");
  expect(cards()).toHaveLength(2);
  expect(page.text).toContain("2 elsewhere");
});

test("of a group that is longer than a page the first ideas are read, and that there are more", () => {
  mount();
  page.leave();
  const group = { ...option(1), title: "Ensemble", lone: false, gathered: 50, ideas: ["Une", "Deux"] };
  page = new Mounted(
    Vote,
    new FakeWidget(votes({ ...ballot(0), options: [group] }), { words: { ...WORDS, gathered: { other: "{number} in all" } } }),
  );
  expect(page.find("details summary").textContent).toBe("50 in all");
  expect([...page.el.querySelectorAll("details li")].map((one) => one.textContent)).toEqual(["Une", "Deux", "…"]);
});

test("a ballot of one page has no pages", () => {
  mount(0, 0);
  expect(page.el.querySelector(".wk-body nav[aria-label^=page]")).toBeNull();
  expect(page.text).not.toContain("elsewhere");
});

test("only a text that does not fit in three lines offers the rest, and folds again", async () => {
  vi.spyOn(Element.prototype, "scrollHeight", "get").mockImplementation(function (this: Element) {
    return this.textContent === "Idée du 2" ? 200 : 0; // nothing is laid out here: what is seen of each has no height
  });
  mount(0, 0);
  expect(cards()[0]!.textContent).not.toContain("read-on");
  const text = cards()[1]!.querySelector(".wk-text")!;
  expect(text.classList.contains("wk-three-lines")).toBe(true);
  await page.press("read-on");
  expect(text.classList.contains("wk-three-lines")).toBe(false);
  await page.press("fold");
  expect(text.classList.contains("wk-three-lines")).toBe(true);
});

test("what was said of the last dot is not left in the language that was read before", async () => {
  mount(0, 0);
  await press(buttons(0)[0]!);
  await page.widget.answer({ ok: false, sentence: "Le vote est clos." });
  expect(page.text).toContain("Le vote est clos.");
  await page.widget.speak("en");
  expect(page.text).not.toContain("Le vote est clos.");
});

test.each([
  [0, -1],
  [1, 0],
])("a dot that came after the end of the vote is said, wherever the room is by then, until it is read", async (dots, at) => {
  const said = "late";
  mount(dots);
  await press(buttons(0).at(at)!);
  await page.widget.show({ visible: false });
  await page.widget.answer({ ok: false, sentence: "too late", closed: true });
  expect(page.find(".wk-body > [role=status]").textContent).toContain("Logement");
  expect(page.text).toContain(said);
  page.leave();
  page = new Mounted(Vote, new FakeWidget({ visible: false }));
  expect(page.text).toContain(said);
  await page.press("late-read");
  expect(page.text).not.toContain(said);
});

test("a dot that came too late is not said to be saved beside the ballot that is still shown", async () => {
  mount(0);
  await press(buttons(0)[0]!);
  await page.widget.answer();
  expect(page.text).toContain("saved");
  await press(buttons(0)[0]!);
  await page.widget.answer({ ok: false, sentence: "too late", closed: true });
  expect(page.text).toContain("too late");
  expect(page.text).not.toContain("saved");
});

test("a dot refused while the vote lasts is said there, and not as one that came too late", async () => {
  mount(0);
  await press(buttons(0)[0]!);
  await page.widget.answer({ ok: false, sentence: "no dots left" });
  expect(page.text).toContain("no dots left");
  await page.widget.show({ visible: false });
  expect(page.text).not.toContain("late");
});

test("the tick of the last dot does not stand beside the word that this one waits on the phone", async () => {
  vi.useFakeTimers();
  mount(0, 0);
  await press(buttons(0)[0]!);
  await page.widget.answer();
  expect(page.find(".wk-foot .wk-saved").textContent).toBe("saved");
  await press(buttons(1)[0]!);
  await act(() => void vi.advanceTimersByTime(1300));
  expect(page.find(".wk-waiting").textContent).toBe("waiting");
  expect(page.find(".wk-foot .wk-saved").textContent).toBe("");
  await page.widget.answer();
  expect(page.find(".wk-waiting").textContent).toBe("");
  expect(page.find(".wk-foot .wk-saved").textContent).toBe("saved");
  vi.useRealTimers();
});

test("the limits are those of the vote's own rule", async () => {
  mount();
  await page.widget.show(votes({ ...ballot(3, 0), rule: { ...ballot().rule, budget: 4, most: 3 } }));
  expect([says(0), says(1)]).toEqual([["take"], ["give"]]);
  await press(buttons(1)[0]!);
  expect(page.widget.letters).toEqual([["place_dots", { challenge: "home", option: "o2", count: 1, round: 1 }]]);
  await press(buttons(1).at(-1)!);
  expect(page.widget.letters).toHaveLength(1); // all four are given
  expect(page.text).toContain("all given");
});

/** A second vote: two dots before on the first idea, none on the second, one on the third. */
const second = (...dots: number[]): BallotChallenge => {
  const made = ballot(...dots);
  const before = [2, null, 1];
  return { ...made, round: 2, again: true, options: made.options.map((one, at) => ({ ...one, before: before[at] ?? null })) };
};
const shifts = () =>
  [...page.el.querySelectorAll(".wkb-shift")].map((one) => [...one.querySelectorAll("dd")].map((dd) => dd.textContent!.trim()));

test("in a second vote what one gave before stands above what one gives now, and nothing is put back by itself", async () => {
  mount();
  await page.widget.show(votes(second(1, 2, 0)));
  expect(page.text).toContain("again.title");
  expect(page.text).toContain("again.keep");
  expect(shifts()).toEqual([
    ["given", "given, again.less"],
    ["again.none", "given, again.more"],
    ["given", "again.none-yet"],
  ]);
  expect(page.widget.sent).toEqual([]);
});

test("an empty second ballot says before one is done that the first vote does not stand for it, and says no more with a dot on it", async () => {
  mount();
  await page.widget.show(votes(second(0, 0, 0)));
  const told = () => page.find(".wk-foot").textContent!.includes("again.empty");
  expect(told()).toBe(true);
  expect(done().classList.contains("wk-second")).toBe(true);
  await page.widget.show(votes({ ...second(0, 0, 0), finished: true }));
  expect(told()).toBe(true);
  await page.widget.show(votes(second(1, 0, 0)));
  expect(told()).toBe(false);
  await page.widget.show(votes(ballot(0, 0, 0)));
  expect(told()).toBe(false);
});

test("one touch gives as before, where there are dots enough", async () => {
  mount();
  await page.widget.show(votes(second(0, 0, 0)));
  const back = buttons(0).find((one) => one.textContent!.includes("again.put-back"))!;
  await press(back);
  expect(page.widget.letters).toEqual([["place_dots", { challenge: "home", option: "o1", count: 2, round: 2 }]]);
  await page.widget.answer();
  await page.widget.show(votes({ ...second(0, 2, 0), rule: { ...ballot().rule, budget: 3 } }));
  expect(says(0)).toEqual(["give"]); // one dot is left, two were given
});

test("who has said nothing yet reads a gentle line when they are encouraged, and nobody else does", async () => {
  mount(0);
  expect(page.text).not.toContain("nudge");
  await page.widget.show(votes({ ...ballot(0), nudged: true }));
  expect(page.find("[role=status].wkb-nudge").textContent).toBe("nudge");
});
