/** Before the synthesis: what is missing leads to its place, results become missions, fields save themselves. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FollowedChallenge, FollowedMission, Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { FollowupPanel } from "./followup";
import { isTyping } from "./header";

type FollowUpModel = Roles["facilitator"]["panels"]["followup"];

const rounds: FollowedMission = {
  id: "rounds",
  title: "Tour de garde",
  concealed: false,
  places: 8,
  filled: 6,
  waiting: 1,
  owner: "Mme Roy",
  first_date: "2026-12-04",
  next_step: "",
};
const home: FollowedChallenge = {
  id: "home",
  number: 1,
  stake: "Logement",
  statement: "Plus personne ne dort dehors.",
  worked: "done",
  results: [
    { option: "keep", title: "Garde de nuit", rank: 1, tied: true, dots: 19, supporters: 12, missions: [rounds] },
    { option: "wash", title: "Une laverie", rank: 1, tied: true, dots: 19, supporters: 12, missions: [] },
  ],
  others: [],
  rest: 31,
  undotted: 22,
  lacks: 1,
};
const youth: FollowedChallenge = { ...home, id: "youth", number: 2, stake: "Jeunesse", worked: "no", results: [], rest: 0, lacks: 0 };
const model: FollowUpModel = {
  organiser: "",
  contact: "",
  follow_up: "",
  gaps: [
    { kind: "step", number: 1, mission: "rounds", challenge: "home" },
    { kind: "contact", number: 1, mission: null, challenge: null },
  ],
  challenges: [youth, home],
};

let page: Mounted;
const field = (id: string) => page.find<HTMLInputElement>(`#wkf-told-${id}`);
const leave = (id: string) => act(async () => void field(id).dispatchEvent(new FocusEvent("blur")));

beforeEach(() => {
  localStorage.clear();
  page = new Mounted(FollowupPanel, new FakeWidget(model));
});
afterEach(() => page.leave());

test("what is kept in a field is not being typed there, what is typed is", async () => {
  expect(isTyping()).toBe(false);
  await page.type("Appeler", "#wkf-told-next_step-rounds");
  expect(isTyping()).toBe(true);
  await leave("next_step-rounds");
  const kept = { ...rounds, next_step: "Appeler" };
  const results = home.results.map((one) => (one.option === "keep" ? { ...one, missions: [kept] } : one));
  await page.widget.show({ ...model, challenges: [youth, { ...home, results }] });
  await page.widget.answer();
  expect(isTyping()).toBe(false);
});

test("each gap leads to its field, also where its challenge is closed", async () => {
  const details = [...page.el.querySelectorAll<HTMLDetailsElement>("details")];
  expect(details.map((one) => one.open)).toEqual([false, true]); // the first that lacks something
  await page.press("gap.contact");
  expect(document.activeElement).toBe(field("contact"));
  await page.press("gap.step");
  expect(document.activeElement).toBe(field("next_step-rounds"));
});

test("the fields of a mission stand in line: what is said of one stands under it, and is read with it", () => {
  page = new Mounted(FollowupPanel, new FakeWidget(model, { words: { "owner-hint": "Ask first." } }));
  const owner = page.find<HTMLInputElement>("#wkf-told-owner-rounds");
  expect(owner.previousElementSibling?.tagName).toBe("LABEL");
  const hint = owner.nextElementSibling;
  expect(hint?.textContent).toBe("Ask first.");
  expect(owner.getAttribute("aria-describedby")?.split(" ")).toContain(hint?.id);
});

test("nothing missing is said, once nothing is", async () => {
  expect(page.text).not.toContain("nothing-missing");
  await page.widget.show({ ...model, gaps: [] });
  expect(page.text).toContain("nothing-missing");
  expect(page.text).not.toContain("left-out");
});

test("a free place is told beside what is filled in, and beside nothing missing", async () => {
  const summary = () => [...page.el.querySelectorAll("summary")].at(-1)?.textContent;
  await page.widget.show({ ...model, gaps: [], challenges: [youth, { ...home, lacks: 0 }] });
  expect(page.find("[aria-labelledby=wkf-gaps]").textContent).toContain("free-told");
  expect(summary()).toMatch(/free.*complete/);
  const full = { ...home.results[0]!, missions: [{ ...rounds, filled: 8, waiting: 0 }] };
  await page.widget.show({ ...model, gaps: [], challenges: [youth, { ...home, lacks: 0, results: [full] }] });
  expect(page.text).not.toContain("free");
  expect(summary()).toContain("complete");
});

test("a field is sent when it is left, and only if it changed", async () => {
  await leave("contact");
  expect(page.widget.sent).toEqual([]);
  await page.type("CCAS, 02 61 91 00 12", "#wkf-told-contact");
  await leave("contact");
  expect(page.widget.letters).toEqual([["tell_workshop", { field: "contact", text: "CCAS, 02 61 91 00 12" }]]);
  await page.widget.answer();
  expect(page.text).toContain("saved");
});

test("what was refused stays in its field, with why", async () => {
  await page.type("2026-12-05", "#wkf-told-first_date-rounds");
  await leave("first_date-rounds");
  expect(page.widget.letters).toEqual([["tell_mission", { mission: "rounds", field: "first_date", text: "2026-12-05" }]]);
  await page.widget.answer({ ok: false, sentence: "Ce n’est pas un jour." });
  expect(field("first_date-rounds").value).toBe("2026-12-05");
  expect(field("first_date-rounds").getAttribute("aria-invalid")).toBe("true");
  expect(page.text).toContain("Ce n’est pas un jour.");
});

test("a result becomes a mission under a title that can be changed", async () => {
  await page.press("make");
  const title = page.find<HTMLInputElement>(".wkf-make input");
  expect(title.value).toBe("Une laverie");
  expect(document.activeElement).toBe(title);
  await page.fill("make-title", "Ouvrir une laverie");
  await page.press("make-do");
  const asked = { option: "wash", challenge: "home", title: "Ouvrir une laverie", places: 2 };
  expect(page.widget.letters).toEqual([["make_mission", asked]]);
  await page.widget.answer({ result: { id: "new" } });
  expect(page.el.querySelector(".wkf-make")).toBeNull();
});

test("a tie is a tie, seats are filled once accepted, and what was not worked on is said", () => {
  expect(page.text.match(/tied/g)).toHaveLength(2);
  expect(page.text).toContain("waiting");
  expect(page.text).toContain("not-worked");
  expect(page.text).toContain("rest, undotted");
});
