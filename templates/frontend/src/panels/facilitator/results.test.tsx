/** The results of each kind of vote: what decides stands in words beside what is drawn, and the first vote beside the second. */
import { afterEach, expect, test, vi } from "vitest";
import type { Roles, RoundTally, ShownRule, TableOption, Tallied } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Results } from "./results";

type Model = Roles["facilitator"]["panels"]["ideas"];
const rule: ShownRule = {
  kind: "dots",
  budget: 5,
  most: 2,
  grades: 7,
  scale: [6, 5, 4, 3, 2, 1, 0],
  blanks_count: true,
  to_spend: 0,
  points: 0,
};
const gathered: RoundTally = { dots: 4, supporters: 3, rank: 1, judgment: null, stances: null };
const tally = (more: Partial<Tallied> = {}): Tallied => ({ ...gathered, before: null, cost: null, funded: null, ...more });
const option = (counted: Tallied): TableOption => ({
  id: "a",
  title: "Le gymnase",
  concealed: false,
  lone: true,
  original: false,
  ideas: [],
  missions: [],
  tally: counted,
});
const words = {
  "results.before": "avant {what}",
  "results.grade": "{grade} : {number}",
  "results.agree": "{number} pour",
  "results.blanks": { one: "dont {number} sans mention", other: "dont {number} sans mention" },
  "results.funded": "financée {cost}",
  "results.not-funded": "non financée {cost}",
};

let page: Mounted;
const open = (counted: Tallied, asked: Partial<ShownRule> = {}, number = 1) => {
  const model: Partial<Model> = {
    stage: "results",
    course: "results",
    round: 1,
    rule: { ...rule, ...asked },
    options: Array.from({ length: number }, (_, at) => ({ ...option(counted), id: at === 0 ? "a" : `o${at}` })),
    voted: 3,
    counts: { people: 4, ideas: 1, wrote: 1, finished: 0, silent: 0 },
    challenge: { id: "c", number: 1, stake: "Toit", statement: "Un toit.", total: 1 },
  };
  page = new Mounted(Results, new FakeWidget(model, { words }));
};

afterEach(() => {
  page.leave();
  localStorage.clear(); // what was asked and not answered would be asked again
});

test("dots stand beside those of the first vote, with what moved", () => {
  open(tally({ dots: 6, before: { ...gathered, dots: 4 } }));
  expect(page.text).toContain("avant 4 (+2)");
});

test("without a vote before nothing is said of it", () => {
  open(tally());
  expect(page.text).not.toContain("avant");
});

test("grades are drawn the best first, told in words, and the median is framed and written", () => {
  const judgment = { counts: [1, 0, 0, 0, 2, 0, 3], blanks: 0, median: 4 };
  open(tally({ judgment, before: { ...gathered, judgment: { ...judgment, median: 6 } } }), { kind: "grades" });
  expect([...page.el.querySelectorAll(".wkf-graded i")].map((one) => one.textContent)).toEqual(["3", "2", "1"]);
  expect(page.find(".wkf-median").textContent).toBe("2");
  expect(page.find(".wkf-graded b").textContent).toBe("grade.4");
  expect(page.find(".wkf-graded [role=img]").getAttribute("aria-label")).toContain("grade.4 : 2");
  expect(page.text).toContain("avant grade.6");
  expect(page.text).toContain("results.blanks.count");
});

test("blanks that count are hatched apart and counted in words, and each colour is told once", () => {
  open(tally({ judgment: { counts: [3, 0, 0, 0, 0, 2, 0], blanks: 2, median: 0 } }), { kind: "grades" });
  expect([...page.el.querySelectorAll(".wkf-grade-0 > span")].map((one) => one.textContent)).toContain("2");
  expect(page.find(".wkf-graded .wkf-ungraded").textContent).toBe("2");
  expect(page.find(".wkf-graded small").textContent).toBe("dont 2 sans mention");
  expect(page.el.querySelectorAll(".wkf-grade-key span").length).toBe(8);
});

test("five grades keep the colours that they have among seven", () => {
  const judgment = { counts: [1, 1, 0, 1, 1, 1, 0], blanks: 0, median: 3 };
  open(tally({ judgment }), { kind: "grades", grades: 5, scale: [5, 4, 3, 1, 0] });
  expect([...page.el.querySelectorAll(".wkf-graded i")].map((one) => one.classList[0])).toEqual(
    [5, 4, 3, 1, 0].map((grade) => `wkf-grade-${grade}`),
  );
});

test("of statements each of the three answers is told", () => {
  open(tally({ stances: { agree: 5, disagree: 1, passed: 0 } }), { kind: "statements" });
  expect(page.text, "more agree with one than with another: that is no place").not.toContain("results.rank");
  expect(page.text).toContain("5 pour");
  expect(page.text).toContain("results.passed");
});

test.each([
  [true, 12_000, "financée 12"],
  [false, 12_000, "non financée 12"],
  [null, null, "results.no-cost"],
])("of a budget it is told whether an idea is funded: %s", (funded, cost, said) => {
  open(tally({ funded, cost }), { kind: "budget" });
  expect(page.text).toContain(said);
});

test("how solid the results are is asked once they stand there, and said in a sentence", async () => {
  open(tally());
  expect(page.widget.letters).toEqual([["weigh_result", { challenge: "c" }]]);
  expect(page.el.querySelector(".wkf-solid")).toBeNull();
  await page.widget.answer({ result: { coming: false, solid: "Il faut 2 bulletins.", funding: null } });
  expect(page.find(".wkf-solid").textContent).toBe("results.solid Il faut 2 bulletins.");
  await page.widget.show({ ...(page.widget.get("model") as Model), nudged: 1 });
  expect(page.widget.asked).toHaveLength(1); // nothing that it rests on changed
});

test("what is being worked out is said to be coming, and asked again once it is there", async () => {
  open(tally());
  await page.widget.answer({ result: { coming: true, solid: "", funding: null } });
  expect(page.text).toContain("results.solid.coming");
  await page.widget.show({ ...(page.widget.get("model") as Model), weighed: 1 });
  expect(page.widget.asked).toEqual(["weigh_result", "weigh_result"]);
  expect(page.text).toContain("results.solid.coming");
  await page.widget.answer({ result: { coming: false, solid: "Il faut 2 bulletins.", funding: null } });
  expect(page.find(".wkf-solid").textContent).toBe("results.solid Il faut 2 bulletins.");
  expect(page.text).not.toContain("results.solid.coming");
});

test("where it could not be told how solid results are, one quiet line says so until they are others", async () => {
  open(tally());
  await page.widget.answer({ ok: false, sentence: "Rien." });
  expect(page.text).toContain("results.solid.failed");
  const model = page.widget.get("model") as Model;
  await page.widget.show({ ...model, options: [option(tally({ dots: 5 }))] });
  expect(page.text).not.toContain("results.solid.failed");
});

test("an answer about results that are others by now is not said", async () => {
  open(tally());
  const model = page.widget.get("model") as Model;
  await page.widget.show({ ...model, options: [option(tally({ dots: 5 }))] });
  expect(page.widget.asked).toEqual(["weigh_result", "weigh_result"]);
  await page.widget.answer({ result: { coming: false, solid: "d’avant", funding: null } }, 0);
  expect(page.text).not.toContain("d’avant");
});

const TOLD = { groups: "2 groupes : A, 6 ; B, 5.", unites: ["Phrase 0, tous."], apart: ["A pour.", "B contre."] };

test("opinion groups of statements are asked before how solid that is, and said in words", async () => {
  open(tally({ stances: { agree: 2, disagree: 1, passed: 0 } }), { kind: "statements" });
  expect(page.widget.asked).toEqual(["tell_opinions", "weigh_result"]);
  expect(page.el.querySelector(".wkf-opinions")).toBeNull();
  await page.widget.answer({ result: TOLD }, 0);
  const said = page.find("section.wkf-opinions");
  expect(said.getAttribute("aria-label")).toBe("results.groups");
  expect(said.querySelector("p")?.textContent).toBe(TOLD.groups);
  expect([...said.querySelectorAll("li")].map((one) => one.textContent)).toEqual([...TOLD.unites, ...TOLD.apart]);
  await page.widget.show({ ...(page.widget.get("model") as Model), nudged: 1 });
  expect(page.widget.asked).toHaveLength(2); // nothing that they rest on changed
});

test("where no groups can be told apart one sentence says so, and of no answers nothing", async () => {
  open(tally({ stances: { agree: 2, disagree: 1, passed: 0 } }), { kind: "statements" });
  await page.widget.answer({ result: { groups: "Aucun groupe.", unites: [], apart: [] } }, 0);
  expect(page.find(".wkf-opinions").textContent).toBe("Aucun groupe.");
  page.leave();
  open(tally({ stances: { agree: 0, disagree: 0, passed: 0 } }), { kind: "statements" });
  await page.widget.answer({ result: { groups: "", unites: [], apart: [] } }, 0);
  expect(page.el.querySelector(".wkf-opinions")).toBeNull();
});

test("a vote of another kind has no opinion groups to ask for", () => {
  open(tally());
  expect(page.widget.asked).toEqual(["weigh_result"]);
});

test("a budget says why each idea is funded, and where the simple rule would do otherwise", async () => {
  open(tally({ cost: 400, funded: true }), { kind: "budget", to_spend: 500 });
  const options = [{ id: "a", why: "Assez l’ont voulue.", simple: false }];
  await page.widget.answer({ result: { coming: false, solid: "", funding: { spent: "Dépensé.", simple: "À côté.", options } } });
  expect(page.find("tbody th").textContent).toContain("Assez l’ont voulue. results.simple.no");
  expect(page.find(".wkf-solid").textContent).toBe("Dépensé.À côté.");
});

test("hundreds of results are drawn piece by piece, and all of them in the end", async () => {
  open(tally(), {}, 120);
  const rows = () => page.el.querySelectorAll("tbody tr").length;
  expect(rows()).toBeLessThan(60);
  await vi.waitFor(() => expect(rows()).toBe(120));
});

test("stances are said in words that are read apart", () => {
  open(tally({ stances: { agree: 7, disagree: 2, passed: 1 } }), { kind: "statements" });
  expect(page.find(".wkf-stances > span:not([aria-hidden])").textContent).toBe("7 pour · results.disagree · results.passed");
});
