import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import { STATUSES, type Roles, type StakeholderCategory, type StakeholderEntry } from "../../contract";
import * as LIMITS from "../../limits";
import { FakeWidget, Mounted } from "../kit/stage";
import { StakeholdersPanel } from "./stakeholders";

const bakery: StakeholderEntry = {
  ...{ id: "s1", name: "Boulangerie", contact: "", email: "", sector: "", status: "invited", phone: "", address: "", reason: "" },
  ...{ challenges: [], register: false, invited_at: null, reminded_at: null, unexpected: true },
};
const nobody = {
  ...{ name: "", contact: "", email: "", sector: "", phone: "", address: "", reason: "" },
  ...{ challenges: [], category: "", id: null },
};
const category = (word: string, missing: StakeholderCategory["missing"], ...people: StakeholderEntry[]): StakeholderCategory => {
  return { category: word, label: word, own: false, unexpected: word === "shop", people, missing };
};
const model: Roles["facilitator"]["panels"]["stakeholders"] = {
  said: "Two categories are missing.",
  next: { act: "add", sentence: "Look for a school.", number: 0, category: "school", entry: "", sector: "" },
  counts: { all: 1, to_invite: 0, invited: 1, coming: 0, declined: 0, came: 0 },
  unexpected: 1,
  sectors: [],
  challenges: [{ key: "c1", label: "Se loger" }],
  gaps: [],
  reached: [],
  suggestions: [],
  reminders: [],
  categories: [
    category("shop", "unanswered", bakery),
    category("elected", null),
    category("health", "declined"),
    category("school", "unlisted"),
  ],
};

let page: Mounted;

beforeEach(() => {
  localStorage.clear();
  page = new Mounted(StakeholdersPanel, new FakeWidget(model));
});
afterEach(() => page.leave());

test("one sentence and a bar a category say who is missing, nobody in words too", () => {
  expect(page.text).toContain("Two categories are missing.");
  const rows = [...page.el.querySelectorAll(".wkf-plot li")];
  expect(rows.map((row) => row.textContent)).toEqual(["shopplot.none", "electedplot.nobody", "healthplot.nobody", "schoolplot.nobody"]);
  expect(rows.map((row) => row.className)).toEqual(["", "wkf-grave", "wkf-grave", "wkf-grave"]);
});

test("one green button does the one next thing, and opens what it needs", async () => {
  const green = [...page.el.querySelectorAll(".wkf-next")].map((one) => one.textContent);
  expect(green).toEqual(["next.go.add"]);
  await page.press("next.go.add");
  expect(page.find<HTMLDetailsElement>(".wkf-section:has(form)").open).toBe(true);
  expect(page.find<HTMLSelectElement>("form select").value).toBe("school");
});

test("those of the registers are looked for where nobody stands for a category", async () => {
  const next = { act: "look" as const, sentence: "Look for shops.", number: 34, category: "shop", entry: "shops", sector: "" };
  await page.widget.show({ ...model, next });
  await page.press("next.go.look");
  expect(page.widget.letters.at(-1)).toEqual(["look_at_candidates", { entry: "shops", sector: "", search: "", page: 1 }]);
});

test("who is missing is said with the gravest first", () => {
  const said = [...page.el.querySelectorAll(".wkf-missing li > span")].map((one) => one.textContent);
  expect(said).toEqual(["missing.unlisted", "missing.declined", "missing.unanswered"]);
});

test("every answer to an invitation is offered, and the one chosen is sent", () => {
  const choices = [...page.el.querySelectorAll<HTMLInputElement>(".wkf-status input")];
  expect(choices.map((one) => one.checked)).toEqual(STATUSES.map((status) => status === "invited"));
  choices[STATUSES.indexOf("coming")]?.click();
  expect(page.widget.letters).toEqual([["set_status", { stakeholder: "s1", status: "coming" }]]);
});

test("a stakeholder is added as written, without an id", async () => {
  await page.press("+");
  await page.fill("name", "École");
  expect(page.el.querySelector<HTMLInputElement>("input[type=email]")?.maxLength).toBe(LIMITS.email.longest);
  await page.press("add.this");
  expect(page.widget.letters).toEqual([["write_stakeholder", { ...nobody, name: "École" }]]);
  await page.widget.answer({ ok: false, sentence: "Il manque la catégorie." });
  expect(page.el.querySelector(".wk-refused")?.textContent).toBe("Il manque la catégorie.");
});

test("whom to invite next is said with its reason, and the registers' own are one press away", async () => {
  await page.widget.show({
    ...model,
    suggestions: [
      { sentence: "Nobody from shops.", who: "from shops", category: "shop", entry: "shops", sector: "Le Lac", candidates: 6 },
      { sentence: "Think of the choir.", who: "from culture", category: "culture_sport", entry: "music", sector: "", candidates: 0 },
    ],
  });
  expect(page.text).toContain("Think of the choir.");
  await page.press("suggested.see");
  expect(page.widget.letters.at(-1)).toEqual(["look_at_candidates", { entry: "shops", sector: "Le Lac", search: "", page: 1 }]);
});

test("a gap is said once, where somebody can be found for it, and each suggestion can be added by hand", async () => {
  const of = (category: string, sentence: string) => ({ sentence, who: category, category, entry: category, sector: "", candidates: 6 });
  const gap = (word: string, missing: StakeholderCategory["missing"]) => category(word, missing);
  const categories = [gap("shop", "unlisted"), gap("health", "unlisted"), gap("school", "unanswered")];
  await page.widget.show({ ...model, categories, suggestions: [of("shop", "Nobody from shops."), of("school", "Few schools.")] });
  const lines = [...page.el.querySelectorAll(".wkf-missing li")];
  expect(lines.map((one) => one.querySelector("span")?.textContent)).toEqual([
    "Nobody from shops.",
    "Few schools.",
    "missing.unlisted",
    "missing.unanswered",
  ]);
  const add = (line: number) => [...lines[line]!.querySelectorAll("button")].filter((one) => one.textContent === "add");
  expect([0, 1, 2, 3].map((line) => add(line).length)).toEqual([1, 1, 1, 0]);
  await act(async () => add(0)[0]!.click());
  expect(page.find<HTMLSelectElement>("form select").value).toBe("shop");
});

test("whoever is unexpected in a category that is not bears it by their own name", async () => {
  const pharmacy = { ...bakery, id: "s3", name: "Pharmacie" };
  const surgery = { ...bakery, id: "s4", name: "Cabinet", unexpected: false };
  await page.widget.show({ ...model, categories: [category("shop", null, bakery), category("health", null, pharmacy, surgery)] });
  const rows = [...page.el.querySelectorAll(".wkf-person")].map((one) => one.querySelector(".wk-badge") !== null);
  expect(rows, "a shop's category says it of all of them").toEqual([false, true, false]);
});

test("who has not answered can be rung, and it is noted once it was done", async () => {
  const garage = { id: "s2", name: "Garage", contact: "M. Blanc", phone: "01 99 00 12 34", email: "", days: 9, reminded: "" };
  await page.widget.show({ ...model, reminders: [garage] });
  expect(page.text).toContain("01 99 00 12 34");
  expect(page.text).toContain("reminders.days");
  await page.widget.show({ ...model, reminders: [{ ...garage, days: 0 }] });
  expect(page.text).toContain("reminders.today");
  expect(page.text, "nobody waits for 0 days").not.toContain("reminders.days");
  await page.press("reminders.done");
  expect(page.widget.letters.at(-1)).toEqual(["note_reminder", { stakeholder: "s2" }]);
});
