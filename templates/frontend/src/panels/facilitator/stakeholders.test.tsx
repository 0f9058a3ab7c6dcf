import { afterEach, beforeEach, expect, test } from "vitest";
import { STATUSES, type Roles, type StakeholderCategory, type StakeholderEntry } from "../../contract";
import * as LIMITS from "../../limits";
import { FakeWidget, Mounted } from "../kit/stage";
import { StakeholdersPanel } from "./stakeholders";

const bakery: StakeholderEntry = { id: "s1", name: "Boulangerie", contact: "", email: "", sector: "", status: "invited" };
const category = (word: string, missing: StakeholderCategory["missing"], ...people: StakeholderEntry[]): StakeholderCategory => {
  return { category: word, label: word, own: false, unexpected: word === "shop", people, missing };
};
const model: Roles["facilitator"]["panels"]["stakeholders"] = {
  counts: { all: 1, to_invite: 0, invited: 1, coming: 0, declined: 0 },
  unexpected: 1,
  sectors: [],
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
  expect(page.widget.letters).toEqual([
    ["write_stakeholder", { name: "École", contact: "", email: "", sector: "", category: "", id: null }],
  ]);
  await page.widget.answer({ ok: false, sentence: "Il manque la catégorie." });
  expect(page.el.querySelector(".wk-refused")?.textContent).toBe("Il manque la catégorie.");
});
