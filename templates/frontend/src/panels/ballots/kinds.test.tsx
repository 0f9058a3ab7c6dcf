/** Ballots of grades, of statements, and of a budget, as a thumb meets them. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BallotChallenge, ShownRule, VoteOption } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { following } from "../participant/place";
import { Vote } from "./vote";

const RULE: ShownRule = {
  kind: "grades",
  budget: 5,
  most: 2,
  grades: 7,
  scale: [6, 5, 4, 3, 2, 1, 0],
  blanks_count: true,
  to_spend: 0,
  points: 0,
};
const option = (number: number, rest: Partial<VoteOption> = {}): VoteOption => ({
  ...{ id: `o${number}`, title: `Idée du ${number}`, lone: true, gathered: 1, ideas: [`Idée du ${number}`], answers: [""], mine: false },
  ...{ number, dots: 0, mark: null, before: null, cost: null },
  ...rest,
});
const ballot = (rule: Partial<ShownRule>, options: VoteOption[], rest: Partial<BallotChallenge> = {}): BallotChallenge => ({
  ...{ id: "home", stake: "Logement", statement: "Plus personne ne dort dehors.", stage: "vote" },
  options,
  rule: { ...RULE, ...rule },
  ...{ round: 1, again: false, elsewhere: [], total: options.length, page: 1, pages: 1, finished: false, nudged: false, asked: [] },
  marked: options.filter((one) => one.mark !== null).length,
  spent: 0,
  ...rest,
});
const WORDS = {
  place: "{number} of {total}",
  "grades.to": "to {number}",
  "grades.left": "{number} left",
  "grades.blank-counts": "blank is {lowest}",
  "grades.blanks-count": "{number} count as {lowest}",
  "grades.blanks-not": "{number} do not count",
  "statements.place": "statement {number} of {total}",
  "statements.left": "{number} to read",
  "statements.review": "back to {number}",
  "statements.kept": "{stance} kept",
  "budget.left": "left {sum}",
  "budget.missing": "short {sum}",
  "budget.would-leave": "would leave {sum}",
  "budget.mine": "mine {number}",
  left: "left {number}",
};

let page: Mounted;
const mount = (challenge: BallotChallenge) => {
  page = new Mounted(Vote, new FakeWidget({ visible: true, challenges: [challenge] }, { words: WORDS }));
};
const show = (challenge: BallotChallenge) => page.widget.show({ visible: true, challenges: [challenge] });
const plain = (text: string | null | undefined) => (text ?? "").replace(/\s/g, " ");
const read = () => page.el.querySelector(".wk-text")?.textContent;

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
  Element.prototype.scrollIntoView = () => undefined;
  const challenge = {
    id: "home",
    number: 1,
    stake: "Logement",
    statement: "",
    stage: "vote" as const,
    round: 1,
    wording: 1,
    tables: "",
    timer: null,
  };
  following.tell({ phase: "work", current: "home", challenges: [challenge] });
});
afterEach(() => {
  page.leave();
  vi.restoreAllMocks();
});

const grade = (value: number) => act(async () => page.find<HTMLInputElement>(`input[value="${value}"]`).click());

test("one idea is graded at a time, with every word of the scale and none chosen beforehand", async () => {
  mount(ballot({}, [option(1), option(2), option(3)]));
  expect(page.el.querySelectorAll("input[type=radio]")).toHaveLength(7);
  expect(page.el.querySelector("input:checked")).toBeNull();
  expect(page.text).toContain("1 of 3");
  expect(page.text).toContain("blank is 0");
  expect(page.text).toContain("3 left");
  await grade(5);
  expect(page.widget.letters).toEqual([["give_grade", { challenge: "home", option: "o1", grade: 5, round: 1 }]]);
  expect(page.text).toContain("2 left");
  expect(read()).toBe("Idée du 1"); // it goes on only when it is asked to
  await page.press("to 2");
  expect(read()).toBe("Idée du 2");
  expect(page.el.querySelector("input:checked")).toBeNull();
});

test("a scale of five has five words, the lowest last", () => {
  mount(ballot({ grades: 5, scale: [5, 4, 3, 1, 0], blanks_count: false }, [option(1)]));
  expect([...page.el.querySelectorAll(".wk-chip")].map((one) => one.textContent)).toEqual(["5", "4", "3", "1", "0"]);
  expect(page.text).toContain("grades.blank-not");
});

test("a grade may be taken away, and being done is said once there is no other idea", async () => {
  mount(ballot({}, [option(1, { mark: 6 }), option(2)]));
  expect(read()).toBe("Idée du 2"); // the first without a grade
  expect(page.find(".wk-foot").textContent).toContain("finish");
  await page.press("to 1");
  expect(page.find(".wk-foot").textContent).not.toContain("finish");
  await page.press("grades.none");
  expect(page.widget.letters).toEqual([["give_grade", { challenge: "home", option: "o1", grade: null, round: 1 }]]);
});

const foot = () => page.find(".wk-foot");
const green = () => [...foot().querySelectorAll(".wk-go:not(.wk-second)")].map((one) => one.textContent);

test("the way on is green once a grade is chosen, and lies over nothing: it comes right after the last word", async () => {
  mount(ballot({}, [option(1), option(2)]));
  expect(green()).toEqual([]);
  await grade(5);
  expect(green()).toEqual(["to 2 →"]);
  expect(foot().previousElementSibling?.className).toBe("wkb-grades");
  expect(page.el.querySelector(".wk-page > .wk-foot")).toBeNull();
});

test.each([
  [{}, "2 count as 0"],
  [{ blanks_count: false }, "2 do not count"],
])("who is done before each idea has a grade reads what becomes of the others first: %o", async (rule, said) => {
  mount(ballot(rule, [option(1, { mark: 6 }), option(2), option(3)]));
  expect(page.text).not.toContain(said);
  await page.press("grades.stop");
  expect(page.widget.letters).toEqual([]);
  expect(foot().textContent).toContain(`${said}finish`);
  expect(green()).toEqual([]);
  await page.press("finish");
  expect(page.widget.letters).toEqual([["finish", { challenge: "home", stage: "vote", finished: true }]]);
});

test("a ballot without any grade is said to count for nothing, at its last idea and once one is done", async () => {
  mount(ballot({}, [option(1)]));
  expect(foot().textContent).toContain("grades.blanks-all");
  await show(ballot({}, [option(1)], { finished: true }));
  expect(foot().textContent).toContain("grades.blanks-all");
  await grade(3);
  expect(foot().textContent).not.toContain("grades.blanks-all");
});

test.each([
  ["grades", "blank is 0"],
  ["statements", "statements.rule"],
] as const)("the rule stands at the top, before the first idea: %s", (kind, rule) => {
  mount(ballot({ kind }, [option(1)]));
  expect(page.text.indexOf(rule)).toBeGreaterThan(-1);
  expect(page.text.indexOf(rule)).toBeLessThan(page.text.indexOf("Idée du 1"));
});

test("what the author answered stands under the idea that is voted on", () => {
  mount(ballot({}, [option(1, { answers: ["Celui de la commune"] })]));
  expect(page.find(".wk-card").textContent).toContain("answered Celui de la commune");
});

test("in a low window the challenge stands on one line, which a touch unfolds", async () => {
  vi.stubGlobal("innerHeight", 664);
  mount(statements(null));
  const folded = page.find<HTMLButtonElement>(".wkb-folded");
  expect(folded.getAttribute("aria-expanded")).toBe("false");
  expect(document.body.classList).toContain("wkb-low");
  await act(async () => folded.click());
  expect(folded.getAttribute("aria-expanded")).toBe("true");
  vi.stubGlobal("innerHeight", 1000);
  await act(async () => void window.dispatchEvent(new Event("resize")));
  expect(page.el.querySelector(".wkb-folded")).toBeNull();
  expect(page.find(".wk-challenge")).not.toBeNull();
  vi.unstubAllGlobals();
});

test("after the last idea of a page the next page is asked for, and its first idea read", async () => {
  const pages = { total: 4, pages: 2 };
  mount(ballot({}, [option(1, { mark: 1 }), option(2)], pages));
  await page.press("to 3");
  expect(page.widget.letters).toEqual([["turn_ideas", { challenge: "home", page: 2 }]]);
  await page.widget.answer();
  await show(ballot({}, [option(3), option(4)], { ...pages, page: 2 }));
  expect(read()).toBe("Idée du 3");
  await page.press("to 2");
  expect(page.widget.letters.at(-1)).toEqual(["turn_ideas", { challenge: "home", page: 1 }]);
});

test("the idea gone to comes into sight once it is drawn, on whichever page it comes, and none that comes otherwise does", async () => {
  const seen: (string | null | undefined)[] = [];
  Element.prototype.scrollIntoView = function note(this: Element) {
    if (this.matches(".wkb-one")) seen.push(read());
  };
  const pages = { total: 4, pages: 2 };
  mount(ballot({}, [option(1), option(2)], pages));
  expect(seen).toEqual([]);
  await page.press("to 2");
  expect(seen).toEqual(["Idée du 2"]);
  await page.press("to 3");
  seen.length = 0;
  await show(ballot({}, [option(3), option(4)], { ...pages, page: 2 }));
  expect(seen).toEqual(["Idée du 3"]);
  await show(ballot({}, [option(4)], { ...pages, page: 2 })); // the third went into a group
  expect(seen).toEqual(["Idée du 3"]);
});

test("in a second vote a grade is not put back by itself, and keeping it is as near as changing it", async () => {
  mount(ballot({}, [option(1, { before: 3 })], { again: true, round: 2 }));
  expect(page.el.querySelector("input:checked")).toBeNull();
  expect(page.find(".wkb-shift").textContent).toBe("again.before3again.nowgrades.not-yet");
  await grade(5);
  expect(page.find(".wkb-shift").textContent).toContain("again.more");
  const before = page.find(".wkb-once").closest("label")!.querySelector("input")!;
  await act(async () => before.click());
  expect(page.widget.letters.at(-1)).toEqual(["give_grade", { challenge: "home", option: "o1", grade: 3, round: 2 }]);
});

const statements = (...marks: (number | null)[]) =>
  ballot(
    { kind: "statements" },
    marks.map((mark, at) => option(at + 1, { mark })),
  );
const answers = () => [...page.el.querySelectorAll<HTMLButtonElement>(".wkb-say button")];

test("a statement is answered by three buttons alike, and the next follows", async () => {
  mount(statements(null, null, null));
  expect(answers().map((one) => [one.textContent, one.className])).toEqual([
    ["stance.agree", ""],
    ["stance.disagree", ""],
    ["stance.pass", ""],
  ]);
  expect(page.text).toContain("statement 1 of 3");
  await page.press("stance.disagree");
  expect(page.widget.letters).toEqual([["say_stance", { challenge: "home", option: "o1", stance: "disagree", round: 1 }]]);
  expect(page.text).toContain("statement 2 of 3");
  expect(page.text).toContain("2 to read");
  expect(page.find(".wkb-kept").textContent).toContain("stance.disagree kept");
  await page.press("back to 1");
  expect(read()).toBe("Idée du 1");
  expect(answers().map((one) => one.getAttribute("aria-pressed"))).toEqual(["false", "true", "false"]);
  await page.press("stance.pass");
  expect(page.widget.letters.at(-1)).toEqual(["say_stance", { challenge: "home", option: "o1", stance: "pass", round: 1 }]);
  expect(read()).toBe("Idée du 2");
});

test("one may stop at any time, and once all are read one is done and may change what one said", async () => {
  mount(statements(1, null));
  await page.press("statements.stop");
  expect(page.widget.letters).toEqual([["finish", { challenge: "home", stage: "vote", finished: true }]]);
  await show(statements(1, 0));
  expect(page.text).toContain("statements.over");
  expect(answers()).toEqual([]);
  expect(page.find(".wk-foot .wk-go").textContent).toBe("finish");
  await page.press("back to 1");
  expect(read()).toBe("Idée du 1");
  await page.press("statements.none");
  expect(page.widget.letters.at(-1)).toEqual(["say_stance", { challenge: "home", option: "o1", stance: null, round: 1 }]);
});

const budget = (...costs: (number | null)[]) =>
  ballot(
    { kind: "budget", to_spend: 20_000 },
    costs.map((cost, at) => option(at + 1, { cost })),
  );
const cards = () => [...page.el.querySelectorAll<HTMLElement>(".wk-cards > li")];

test("of a budget each idea says what would be left or by how much it is too dear, and what is left stands at the thumb", async () => {
  mount(budget(12_000, 9_000, 800, null));
  expect(plain(page.find(".wkb-sum").textContent)).toContain("left 20 000 €");
  expect(plain(cards()[0]!.textContent)).toContain("would leave 8 000 €");
  expect(cards()[3]!.querySelector("button")).toBeNull(); // nobody said what it costs
  await act(async () => cards()[0]!.querySelector("button")!.click());
  expect(page.widget.letters).toEqual([["spend_on", { challenge: "home", option: "o1", points: 1, round: 1 }]]);
  expect(plain(page.find(".wkb-sum").textContent)).toContain("left 8 000 €");
  expect(plain(cards()[1]!.textContent)).toContain("short 1 000 €");
  expect(cards()[1]!.querySelector("button")).toBeNull();
  expect(page.find(".wkb-purse i").style.width).toBe("60%");
  await act(async () => cards()[0]!.querySelector("button")!.click());
  expect(page.widget.letters.at(-1)).toEqual(["spend_on", { challenge: "home", option: "o1", points: 0, round: 1 }]);
});

test("where the rule gives points they are put one by one", async () => {
  mount(ballot({ kind: "budget", to_spend: 20_000, points: 3 }, [option(1, { cost: 50_000, mark: 2 }), option(2, { cost: 800 })]));
  expect(plain(page.find(".wk-dots-left").textContent)).toContain("left 1");
  await act(async () => cards()[0]!.querySelectorAll("button")[1]!.click());
  expect(page.widget.letters).toEqual([["spend_on", { challenge: "home", option: "o1", points: 3, round: 1 }]]);
  await act(async () => cards()[1]!.querySelector("button")!.click());
  expect(page.widget.sent).toHaveLength(1);
  expect(page.text).toContain("all-given");
});

test.each([
  ["give_grade", () => ballot({}, [option(1)]), () => grade(2)],
  ["say_stance", () => statements(null), () => page.press("stance.agree")],
  ["spend_on", () => budget(10), () => page.press("budget.choose")],
] as const)("what comes after the end of the vote is said, wherever the room is by then: %s", async (_, challenge, put) => {
  mount(challenge());
  await put();
  await page.widget.show({ visible: false });
  await page.widget.answer({ ok: false, sentence: "too late", closed: true });
  expect(page.find(".wk-body > [role=status]").textContent).toContain("Logement");
});

test("the author of an idea of which the room asks what is meant answers while it is voted on, too", async () => {
  const asked = { id: "i", text: "Un minibus", answer: "" };
  mount(ballot({}, [option(1)], { asked: [asked] }));
  await page.type("Celui de la commune");
  await page.press("answer-send");
  expect(page.widget.letters).toEqual([["answer_question", { idea: "i", answer: "Celui de la commune" }]]);
  await page.widget.answer();
  await show(ballot({}, [option(1)], { asked: [{ ...asked, answer: "Celui de la commune" }] }));
  expect(page.el.querySelector("textarea")).toBeNull();
  expect(page.text).toContain("Celui de la commune");
});
