/** What a vote of each kind gave, on the screen: what is covered stays so, what moved is said, and nobody is named. */
import { afterEach, expect, test } from "vitest";
import type { ScreenPanels, ScreenRank, ShownRule } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { onPages } from "./pages";
import { Screen } from "./stage";

type Model = ScreenPanels["screen"];

const rule: ShownRule = {
  ...{ kind: "grades", budget: 5, most: 2, grades: 7, scale: [6, 5, 4, 3, 2, 1, 0], blanks_count: true, to_spend: 0, points: 0 },
};
const frame = {
  ...{ moment: "results" as const, title: "Atelier", territory: "Val-Brume", people: 12, timer: null, of: 3 },
  ...{ challenges: [{ number: 1, stake: "Enjeu", statement: "Défi", tables: "" }], join: "", qr: [], door: "", page: 0 },
  ...{ pages: [] as number[], rule, round: 1, first: false, discussed: [] },
};
const judged = (counts: number[], median: number) => ({ counts, blanks: 0, median });
const rank = (more: Partial<ScreenRank> = {}): ScreenRank => ({
  ...{ title: "Une laverie", ideas: 1, page: null, dots: 0, supporters: 4, rank: 1, stances: null, before: null, cost: null },
  ...{ funded: null, judgment: judged([0, 0, 0, 0, 1, 3, 0], 5) },
  ...more,
});
const before = (median: number) => ({
  ...{ dots: 0, supporters: 4, rank: 1, stances: null, judgment: judged([0, 0, 0, 0, 4, 0, 0], median) },
});
const words = {
  "shift.up": "↑ monte, était {was}",
  "shift.down": "↓ baisse, était {was}",
  "shift.same": "= même place",
  "shift.same.grade": "= même mention",
  "shift.gathered": "avant : {people}, {amount}",
  "shift.people": "avant : {people}",
  "shift.fell": "{title} baisse le plus : {people}, {amount} (avant : {was_people}, {was_amount}).",
  "tally.dots": { one: "{number} point", other: "{number} points" },
  "grade.4": "Bien",
  "grade.5": "Très bien",
  "grade.0": "À rejeter",
  "grade.none": "Sans mention",
  "grade.blanks": { one: "dont {number} sans mention", other: "dont {number} sans mention" },
  "results.blanks.count": "Un blanc compte « {lowest} ».",
  "results.rank.one": "{rank}re",
  "results.rank.other": "{rank}e",
  "results.supporters": { one: "{number} personne", other: "{number} personnes" },
  "budget.spent": "{spent} sur {sum}",
  "budget.left": "reste {left}",
};

let page: Mounted;
const show = (model: Model) => {
  page = new Mounted(Screen, new FakeWidget(model, { words }));
};
afterEach(() => page.leave());

const graded = (one: ScreenRank, more: object = {}): Model => ({
  ...frame,
  ...{ view: "results", places: [{ rank: 1, ranks: [one], more: 0 }], whole: [], others: 0, without: 0, fell: [] },
  ...more,
});

test("the median is framed and written, the best grade first, and a blank is said to count", () => {
  show(graded(rank()));
  expect([...page.el.querySelectorAll(".wk-profile i")].map((one) => [one.className, one.textContent])).toEqual([
    ["wk-g5 wk-median", "3"],
    ["wk-g4", "1"],
  ]);
  expect(page.find(".wk-graded-median b").textContent).toBe("Très bien");
  expect(page.text).toContain("Un blanc compte « À rejeter ».");
  expect(page.el.querySelector(".wk-profile-thin")).toBeNull();
});

test("blanks that count are hatched apart from grades that were given, and said", () => {
  const judgment = { counts: [3, 0, 0, 0, 0, 2, 0], blanks: 2, median: 0 };
  show(graded(rank({ judgment })));
  expect(page.find(".wk-profile .wk-g0").textContent).toBe("12");
  expect(page.find(".wk-g0 .wk-blank").textContent).toBe("2");
  expect(page.find(".wk-profile").getAttribute("aria-label")).toBe("Très bien 2, À rejeter 3 (dont 2 sans mention)");
  expect(page.find(".wk-key").textContent).toContain("Sans mention");
  page.leave();
  show(graded(rank({ judgment }), { rule: { ...rule, blanks_count: false } }));
  expect(page.el.querySelector(".wk-blank")).toBeNull();
});

test("the first vote is thin above the second, and an arrow says how far it moved", async () => {
  show(graded(rank({ before: before(4) })));
  expect(page.find(".wk-profiles").firstElementChild?.classList.contains("wk-profile-thin")).toBe(true);
  expect(page.find(".wk-profile-thin").textContent).toBe("4");
  expect(page.find(".wk-graded-median span").textContent).toBe("↑ monte, était Bien");
  await page.widget.show(graded(rank({ before: before(5) })));
  expect(page.find(".wk-graded-median span").textContent).toBe("= même mention");
});

test("a place that is covered shows no grade", () => {
  show(graded(rank(), { places: [{ rank: 1, ranks: null, more: 0 }] }));
  expect(page.el.querySelector(".wk-profile")).toBeNull();
  expect(page.text).toContain("results.covered");
});

test("dots say the place they had in the first vote", () => {
  const dots: ShownRule = { ...rule, kind: "dots" };
  const moved = rank({ judgment: null, dots: 5, rank: 2, before: { ...before(0), judgment: null, rank: 1 } });
  show(graded(moved, { rule: dots, round: 2 }));
  expect(page.find(".wk-shift").textContent).toBe(" ↓ baisse, était 1re · avant : 4 personnes, 0 point");
  expect(page.find(".wk-stage-top p").textContent).toBe("results.second");
});

test("a place that stays is said to be the place, and what fell most tells its numbers below", () => {
  const was = { ...before(0), judgment: null, dots: 5 };
  const one = rank({ judgment: null, dots: 9, supporters: 6, before: was });
  const fell = [{ title: "Ouvrir la route", supporters: 0, dots: 0, before: { ...was, supporters: 2, dots: 2 } }];
  show(graded(one, { rule: { ...rule, kind: "dots" }, round: 2, fell, without: 1 }));
  expect([...page.el.querySelectorAll(".wk-shift")].map((one) => one.textContent)).toEqual([
    " = même place · avant : 4 personnes, 5 points",
  ]);
  expect(page.text).toContain("Ouvrir la route baisse le plus : 0 personne, 0 point (avant : 2 personnes, 2 points).");
});

test("the first of two votes is said to be there for the discussion", async () => {
  show(graded(rank(), { first: true }));
  expect(page.find(".wk-stage-top p").textContent).toBe("results.first");
  await page.widget.show(graded(rank()));
  expect(page.find(".wk-stage-top p").textContent).toBe("room.results");
});

test("opinion groups have shapes of their own, what unites before what sets apart, and no name", () => {
  const group = (number: number, letter: string) => ({
    ...{ number, letter, people: 3, known: [{ code: "distinguishes.agree", text: "Le car", count: 3, seen: 3 }] },
    marks: [0, 1, 2].map((at) => [100 * at, 300 * number]),
  });
  const opinions = { groups: [group(0, "A"), group(1, "B")], unites: [{ code: "unites.agree", text: "La soupe", least: 9 }], others: 1 };
  show({ ...frame, view: "statements", answered: 7, opinions, ungrouped: "", statements: [], without: 0, pages: [2] });
  expect(page.el.querySelectorAll(".wk-plane .wk-mark-0")).toHaveLength(3);
  expect(page.el.querySelectorAll(".wk-plane .wk-mark-1")).toHaveLength(3);
  expect([...page.el.querySelectorAll(".wk-opinions-words h2")].map((one) => one.textContent)).toEqual(["groups.unites", "groups.apart"]);
});

test("a statement has a bar of who agrees, passes and disagrees", () => {
  const statement = { text: "La soupe", agree: 5, disagree: 2, passed: 0, before: null };
  show({ ...frame, view: "statements", answered: 7, opinions: null, ungrouped: "small", statements: [statement], without: 0, pages: [1] });
  expect(page.text).toContain("statements.ungrouped.small");
  expect([...page.el.querySelectorAll(".wk-profile i")].map((one) => one.className)).toEqual(["wk-stance-agree", "wk-stance-disagree"]);
});

test("a budget says what is funded, for how much, and what is left", () => {
  const money: ShownRule = { ...rule, kind: "budget", to_spend: 100 };
  const project = (title: string, cost: number, funded: boolean) => ({ title, cost, supporters: 2, points: 2, funded, before: null });
  const projects = [project("Une laverie", 60, true), project("Un car", 70, false)];
  show({ ...frame, rule: money, view: "budget", projects, spent: 60, unpriced: 0, pages: [1, 1] });
  expect(page.find(".wk-sum").textContent?.replace(/\s/g, " ")).toBe("60 € sur 100 €reste 40 €");
  expect([...page.el.querySelectorAll(".wk-project")].map((one) => one.textContent)).toEqual([
    expect.stringMatching(/^1Une laverie2 personnes60/),
  ]);
});

test("a budget that is voted on again says beside each how many it had", () => {
  const money: ShownRule = { ...rule, kind: "budget", to_spend: 100 };
  const was = { ...before(0), judgment: null, supporters: 3, dots: 7 };
  const projects = [{ title: "Une laverie", cost: 60, supporters: 2, points: 2, funded: true, before: was }];
  show({ ...frame, rule: money, view: "budget", projects, spent: 60, unpriced: 0, pages: [1] });
  expect(page.find(".wk-project small").textContent).toBe(" avant : 3 personnes");
  page.leave();
  show({ ...frame, rule: { ...money, points: 10 }, view: "budget", projects, spent: 60, unpriced: 0, pages: [1] });
  expect(page.find(".wk-project small").textContent).toBe(" avant : 3 personnes, 7 points");
});

test("ideas to discuss and what opposes itself have pages after the ideas", async () => {
  const discussed = [{ title: "", text: "Une soupe", answer: "Le jeudi" }];
  const reveal: Model = {
    ...frame,
    ...{ moment: "reveal", view: "reveal", cards: [{ title: "", texts: ["Une laverie"], answers: [""], ideas: 1 }], discussed },
    ...{ tensions: [["Fermer", "Ouvrir"]], pages: [1, 1, 1], page: 1 },
  };
  show(reveal);
  expect(page.find(".wk-columns").textContent).toBe("Une soupediscuss.answerLe jeudi");
  await page.widget.show({ ...reveal, page: 2 });
  expect(page.find(".wk-tensions").textContent).toBe("Fermer⇄Ouvrir");
  await page.widget.show({ ...reveal, page: 0 });
  expect(page.find(".wk-columns").textContent).toBe("Une laverie");
});

test("lists that follow one another stand on their own pages", () => {
  const lists = [["a", "b"], [], ["c"]] as const;
  const all = lists.map((one) => [...one]);
  expect(onPages({ page: 0, pages: [2, 1] }, all)).toEqual([["a", "b"], [], []]);
  expect(onPages({ page: 1, pages: [2, 1] }, all)).toEqual([[], [], ["c"]]);
  show(graded(rank()));
});
