/** How a challenge is worked and voted on: a plan is picked, a rule is set until somebody votes, and costs are typed in place. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { OPEN_COSTS } from "./asking";
import { VotesPanel } from "./votes";

type Model = Roles["facilitator"]["panels"]["votes"];
const step = (name: Model["plans"][number]["steps"][number]["step"], stage: Model["stage"], round = 1, times = 1) => ({
  step: name,
  stage,
  round,
  minutes: 5,
  times,
});
const model: Model = {
  challenge: { id: "c", number: 2, stake: "Toit", statement: "Un toit pour tous." },
  stage: "reveal",
  round: 1,
  plan: "nominal",
  plans: [
    { plan: "sprint", minutes: 20, steps: [step("write", "writing"), step("vote", "vote")] },
    {
      plan: "nominal",
      minutes: 60,
      steps: [
        step("write", "writing"),
        step("reveal", "reveal"),
        step("clarify", "reveal"),
        step("vote", "vote"),
        step("vote-again", "vote", 2),
      ],
    },
    { plan: "cafe", minutes: 61, steps: [step("write", "writing", 1, 3)] },
  ],
  step: "reveal",
  rotation: null,
  rule: { kind: "dots", budget: 5, most: 2, grades: 7, scale: [6, 5, 4, 3, 2, 1, 0], blanks_count: true, to_spend: 0, points: 0 },
  set: false,
  options: [],
  ahead: null,
  upcoming: [],
};
const words = {
  "step.at": "{number}/{total} {step}",
  "step.and": "{step} puis {next}",
  "rule.dots": { one: "{number} point", other: "{number} points" },
  "rule.budget.points": { one: "{number} point chacun", other: "{number} points chacun" },
  "rule.most": { one: "{number} au plus", other: "{number} au plus" },
  "step.times": "{step} x{times}",
  "step.minutes": "{step} {minutes}",
};

let page: Mounted;
const open = (shown: Partial<Model> = {}) => {
  page = new Mounted(VotesPanel, new FakeWidget({ ...model, ...shown }, { words }));
};
const pick = (name: string, at: number) => act(() => page.el.querySelectorAll<HTMLInputElement>(`dialog input[name=${name}]`)[at]?.click());
const labelled = (label: string) => page.find<HTMLButtonElement>(`button[aria-label="${label}"]`);
const fill = (label: string, text: string) =>
  act(() => {
    const field = page.find<HTMLInputElement>(`input[aria-label="${label}"]`);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
});
afterEach(() => page.leave());

test("where the challenge stands in its plan is said, steps of one stage together", () => {
  open();
  expect(page.find(".wkf-step").textContent).toBe("2/5 step.reveal puis step.clarify");
  expect(page.text).toContain("5 points, 2 au plus");
});

test("a plan is picked among those told with their steps; the first of two votes says so", async () => {
  open();
  await act(() => labelled("plan.change.label").click());
  expect(page.text).toContain("step.vote-first 5");
  expect(page.text).toContain("step.write x3");
  await pick("plan", 0);
  await page.press("plan.choose");
  expect(page.widget.letters).toEqual([["choose_plan", { challenge: "c", plan: "sprint" }]]);
  await page.widget.answer({});
  expect(page.el.querySelector("dialog")).toBeNull();
});

test("a rule is sent with all its settings", async () => {
  open();
  await act(() => labelled("rule.change.label").click());
  await fill("dots.budget", "8");
  await fill("dots.most", "3");
  await act(async () => void page.find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
  const { scale: _, ...sent } = { ...model.rule, budget: 8, most: 3 };
  expect(page.widget.letters).toEqual([["set_vote_rule", { challenge: "c", ...sent }]]);
});

test("grades say what becomes of a blank", async () => {
  open();
  await act(() => labelled("rule.change.label").click());
  await pick("kind", 1);
  await pick("grades", 1);
  await pick("blanks", 1);
  await act(async () => void page.find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
  expect(page.widget.letters[0]?.[1]).toMatchObject({ kind: "grades", grades: 5, blanks_count: false });
});

test("once somebody voted the rule stands, and the reason is said", async () => {
  open();
  await act(() => labelled("rule.change.label").click());
  await page.widget.show({ ...model, set: true });
  expect(page.el.querySelector("dialog")).toBeNull();
  expect(page.text).toContain("set");
  expect(page.el.querySelector('button[aria-label="rule.change.label"]')).toBeNull();
});

test("the points of a budget are counted, one as one", async () => {
  const rule = { ...model.rule, kind: "budget" as const, to_spend: 900, points: 1 };
  open({ rule });
  expect(page.text).toContain("1 point chacun");
  await page.widget.show({ ...model, rule: { ...rule, points: 10 } });
  expect(page.text).toContain("10 points chacun");
});

test("costs are typed in place, and how many still lack one is said", async () => {
  open({
    rule: { ...model.rule, kind: "budget", to_spend: 900 },
    options: [
      { id: "a", title: "Le gymnase", cost: null },
      { id: "b", title: "Un car", cost: 400 },
    ],
  });
  expect(page.text).toContain("costs.missing");
  await page.press("costs.type");
  const [field] = page.el.querySelectorAll<HTMLInputElement>(".wkf-costs input");
  await act(() => {
    if (field === undefined) return;
    field.value = "250";
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  expect(page.widget.letters).toEqual([["set_cost", { challenge: "c", option: "a", cost: 250 }]]);
});

test("while people vote a slip in a cost is mended, and a refusal leaves the cost that stands", async () => {
  const budget = { rule: { ...model.rule, kind: "budget" as const, to_spend: 900 }, stage: "vote" as const, set: true };
  open({ ...budget, options: [{ id: "b", title: "Un car", cost: 50_000 }] });
  await page.press("costs.type");
  expect(page.find("dialog").textContent).toContain("costs.open");
  const field = () => page.find<HTMLInputElement>(".wkf-costs input");
  const type = (text: string) =>
    act(() => {
      field().value = text;
      field().dispatchEvent(new Event("input", { bubbles: true }));
      field().dispatchEvent(new Event("change", { bubbles: true }));
    });
  await type("5000");
  expect(page.widget.letters).toEqual([["set_cost", { challenge: "c", option: "b", cost: 5000 }]]);
  await page.widget.answer({ ok: false, sentence: "déjà choisie" });
  expect(page.text).toContain("déjà choisie");
  expect(field().value).toBe("50000");
  await page.widget.show({ ...model, ...budget, stage: "results", options: [] });
  await page.press("close");
  expect(page.text).not.toContain("costs.type");
});

test("the dialog of costs stays while the first ballots come in", async () => {
  const budget = { rule: { ...model.rule, kind: "budget" as const, to_spend: 900 }, stage: "vote" as const };
  const options = [{ id: "a", title: "Le gymnase", cost: null }];
  open({ ...budget, options });
  await page.press("costs.type");
  await page.widget.show({ ...model, ...budget, options, set: true });
  expect(page.find("dialog h2").textContent).toBe("costs");
});

test("whether phones show the table of this turn is said, and where tables are prepared if they are not", async () => {
  const cafe = { ...model, plan: "cafe" as const, stage: "writing" as const, step: "write" as const };
  const rotation = { turn: 2, of: 3, rounds: 3, told: 2, spoken: true, single: false };
  open({ ...cafe, rotation });
  expect(page.text).toContain("rotation.at");
  expect(page.text).not.toContain("rotation.next");
  await page.widget.show({ ...cafe, rotation: { ...rotation, told: 0 } }); // tables were prepared meanwhile
  await page.press("rotation.next");
  expect(page.widget.letters).toEqual([["tell_round", { round: 2 }]]);
  await page.widget.show({ ...cafe, rotation: { ...rotation, rounds: 1, told: 1 } });
  expect(page.text).toContain("rotation.short");
  await page.widget.show({ ...cafe, rotation: { ...rotation, rounds: 0, told: 0 } });
  expect(page.text).toContain("rotation.none");
  expect(page.find<HTMLAnchorElement>(".wkf-votes a").getAttribute("href")).toContain("room");
});

test("a world café of one table is said to be none", async () => {
  const rotation = { turn: 1, of: 3, rounds: 0, told: 0, spoken: true, single: true };
  open({ ...model, plan: "cafe", stage: "writing", step: "write", rotation });
  expect(page.text).toContain("rotation.single");
  await page.widget.show({ ...model, plan: "cafe", stage: "writing", step: "write", rotation: { ...rotation, single: false } });
  expect(page.text).not.toContain("rotation.single");
});

test("how an idea without a grade counts is said beside the rule", async () => {
  open({ rule: { ...model.rule, kind: "grades" } });
  expect(page.text).toContain("rule.blanks.count");
  await page.widget.show({ ...model, rule: { ...model.rule, kind: "grades", blanks_count: false } });
  expect(page.text).toContain("rule.blanks.aside");
});

test("the costs open for whoever asks for them on this page", async () => {
  open({ rule: { ...model.rule, kind: "budget", to_spend: 1000 } });
  const asked = new Event(OPEN_COSTS, { cancelable: true });
  await act(() => void dispatchEvent(asked));
  expect(asked.defaultPrevented).toBe(true);
  expect(page.find("dialog h2").textContent).toBe("costs");
});

test("a rule is saved as it stands in the fields, also the one that is still typed in", async () => {
  open();
  await act(() => labelled("rule.change.label").click());
  await pick("kind", 3);
  await page.press("rule.choose");
  await page.widget.answer({ ok: false, sentence: "Quelle somme ?" });
  const field = page.find<HTMLInputElement>('input[aria-label="budget.sum"]');
  await act(() => {
    field.focus();
    field.value = "10000";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.addEventListener("blur", () => field.dispatchEvent(new Event("change", { bubbles: true }))); // as a browser does
  });
  await page.press("rule.choose");
  expect(page.widget.letters.at(-1)?.[1]).toMatchObject({ kind: "budget", to_spend: 10000 });
});

test("before the room works a challenge written at home is opened to be written on, and closed again", async () => {
  open({ ahead: false, stage: "unopened", step: null });
  await page.press("ahead.do");
  expect(page.widget.letters).toEqual([["open_ahead", { challenge: "c", open: true }]]);
  await page.widget.answer();
  await page.widget.show({ ...model, ahead: true, stage: "writing", step: "write" });
  expect(page.text).toContain("ahead.open");
  await page.press("ahead.close");
  expect(page.widget.letters.at(-1)).toEqual(["open_ahead", { challenge: "c", open: false }]);
});

test("before the room works and while no challenge is looked at, the plan of each is there to be chosen", async () => {
  const upcoming = [{ id: "c", number: 2, stake: "Toit", statement: "Un toit pour tous.", plan: "prework" as const, ahead: false }];
  open({ challenge: null, stage: "unopened", step: null, upcoming });
  expect(page.find("li").textContent).toContain("2 Toit: plan.prework – upcoming.closed");
  await page.press("upcoming.choose");
  expect((globalThis as { workshopKitLooking?: { chosen: string | null } }).workshopKitLooking?.chosen).toBe("c");
});
