/** Placing by hand: what somebody answered is said before the button is pressed, wherever one chooses. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { BookedMission, MissionBookModel, PersonAsked, PersonOnMission } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { MissionsPanel } from "./missions";

const booked = (id: string, title: string, people: PersonOnMission[] = []): BookedMission => ({
  ...{
    id,
    title,
    concealed: false,
    places: 2,
    filled: 0,
    waiting: people.length,
    min_competence: 0,
    sector: "",
    idea: "",
    people,
    unfilled: [],
  },
  ...{ owner: "", first_date: "", next_step: "", day: "", accepted: people.map((one) => one.pseudonym) },
  ...{ min_places: 0, importance: 2, last_date: "", begins: "", finishes: "", days: [], car: false, language: "" },
  ...{ when: "", helps: "", could: [] },
});
const challenge = (id: string, number: number, missions: BookedMission[]) => ({ id, number, stake: id, statement: `${id}.`, missions });
const rose: PersonOnMission = {
  ...{ id: "rose", pseudonym: "Rose", competence: 2, interest: 1, status: "accepted", by_hand: false, reason: "", breaks: [] },
  ...{ offered: true, reachable: true, has_phone: true, also: [], beside: "" },
};
const asked = (changes: Partial<PersonAsked> = {}): PersonAsked => ({
  ...{ offers: ["home"], said_no: [], declined: [], reachable: true },
  ...changes,
});
const model: MissionBookModel = {
  ...{ current: "home", sectors: [], declined: [], proposed: true, pending: 0, filled: 1, waiting: 0, places: 4 },
  ...{ rule: { competence: 1, interest: 1 }, undo: null, redo: null, trial: null },
  solving: { state: "none", what: "propose", share: 0, sentence: "", proposals: 0 },
  challenges: [
    challenge("home", 1, [booked("rounds", "Tour de garde", [rose]), booked("laundry", "Laverie")]),
    challenge("move", 2, [booked("bus", "Minibus")]),
  ],
  unassigned: [{ id: "iris", pseudonym: "Iris", reason: "", bound: [] }],
  said_no: [{ id: "lise", pseudonym: "Lise" }],
  placed: [{ id: "rose", pseudonym: "Rose", mission: "Tour de garde" }],
  asked: { iris: asked(), rose: asked() },
};
const words = {
  "place-who": "place-who",
  "before.not-offered": "{pseudonym} did not offer",
  "before.there": "{pseudonym} is there",
  "before.declined": "{pseudonym} declined",
  "take-off-sure": "{pseudonym} off {mission}?",
  "move-sure": "{pseudonym} from {mission} to {to}?",
  "remove-accepted": "{names} said yes",
  "removed-accepted": "{mission} is gone, {names} had said yes",
};

let page: Mounted;
const choose = async (label: string, value: string) => {
  const labelled = [...page.el.querySelectorAll<HTMLElement>("label, select[aria-label]")];
  const found = labelled.find((one) => (one.getAttribute("aria-label") ?? one.textContent)?.startsWith(label));
  const select = found instanceof HTMLSelectElement ? found : found?.querySelector("select");
  if (select == null) throw new Error(`nothing to choose at ${label}`);
  select.value = value;
  await act(async () => void select.dispatchEvent(new Event("change", { bubbles: true })));
};
const notes = () => [...page.el.querySelectorAll("[role=status] .wkf-breaks")].map((one) => one.textContent);
const open = (iris: Partial<PersonAsked> = {}) => {
  page = new Mounted(MissionsPanel, new FakeWidget({ ...model, asked: { ...model.asked, iris: asked(iris) } }, { words }));
};

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test.each<[string, Partial<PersonAsked>, string, string[]]>([
  ["who offered help there", {}, "laundry", []],
  ["who offered help for something else", {}, "bus", ["Iris did not offer"]],
  ["who neither offered nor may be reached", { offers: [], reachable: false }, "laundry", ["Iris did not offer", "before.unreachable"]],
  ["who said no to it", { offers: ["move"], said_no: ["home"] }, "laundry", ["before.said-no"]],
  ["who declined that mission", { declined: ["laundry"] }, "laundry", ["Iris declined"]],
])("before a press it is said of %s", async (_who, iris, mission, said) => {
  open(iris);
  await choose("place-who", "iris");
  expect(notes()).toEqual([]);
  await choose("place-where", mission);
  expect(notes()).toEqual(said);
  expect(page.widget.sent).toEqual([]);
});

test("who is on the mission already is said to be there, and to keep their answer", async () => {
  open({ reachable: false });
  await choose("place-who", "rose");
  await choose("place-where", "rounds");
  expect(notes()).toEqual(["Rose is there"]);
});

test("who is moved to where they did not offer help is said not to have, before the press", async () => {
  open();
  await page.press("move-open");
  await choose("move", "bus");
  expect(notes()).toEqual(["Rose did not offer"]);
  expect(page.widget.sent).toEqual([]);
});

test("who said yes to a mission is named before it is removed, and afterwards, since no phone tells them", async () => {
  open();
  await page.press("remove");
  expect(page.text).toContain("remove-sure Rose said yes");
  await page.press("remove-yes");
  await page.widget.show({ ...model, challenges: [challenge("home", 1, [booked("laundry", "Laverie")])] });
  await page.widget.answer();
  expect(notes()).toEqual(["Tour de garde is gone, Rose had said yes"]);
});

const putOn = (...people: PersonOnMission[]) => ({
  ...{ ...model, challenges: [challenge("home", 1, [booked("rounds", "Tour de garde", people), booked("laundry", "Laverie")])] },
});

test.each([
  ["their phone will tell them", true, "tell.phone"],
  ["they are to be told, since they have no phone", false, "tell.in-person"],
])("who said yes is taken off only after a question, which says that %s", async (_how, has_phone, told) => {
  open();
  await page.widget.show(putOn({ ...rose, has_phone }));
  await page.press("move-open");
  await page.press("take-off");
  expect(page.text).toContain(`Rose off Tour de garde? ${told}`);
  await page.press("cancel");
  expect(page.widget.sent).toEqual([]);
  await page.press("take-off");
  await page.press("take-off-yes");
  expect(page.widget.letters).toEqual([["take_off", { participant: "rose", mission: "rounds" }]]);
});

test("who is moved is tried on the other mission: nothing is written by it", async () => {
  open();
  await page.widget.show(putOn(rose));
  await page.press("move-open");
  await choose("move", "laundry");
  await page.press("try");
  expect(page.widget.letters).toEqual([["try_change", { participant: "rose", mission: "laundry", stays: true, leaving: "rounds" }]]);
});

test("who has not answered yet is taken off at one press, and that they never come back is tried", async () => {
  open();
  await page.widget.show(putOn({ ...rose, status: "proposed" }));
  await page.press("move-open");
  await page.press("take-off");
  await page.widget.answer();
  await page.press("never");
  expect(page.widget.letters).toEqual([
    ["take_off", { participant: "rose", mission: "rounds" }],
    ["try_change", { participant: "rose", mission: "rounds", stays: false, leaving: null }],
  ]);
});

test("who stays is kept there, and let go by the same button", async () => {
  open();
  await page.widget.show(putOn({ ...rose, status: "proposed" }));
  await page.press("move-open");
  await page.press("stay");
  await page.widget.answer();
  await page.widget.show(putOn({ ...rose, status: "proposed", by_hand: true }));
  await page.press("stay");
  expect(page.widget.letters.map(([, payload]) => payload)).toEqual([
    { participant: "rose", mission: "rounds", stays: true },
    { participant: "rose", mission: "rounds", stays: false },
  ]);
});

test("a mission to which nobody said yes is removed with the question alone", async () => {
  open();
  await page.widget.show({ ...model, challenges: [challenge("home", 1, [booked("laundry", "Laverie")])] });
  await page.press("remove");
  expect(page.text).toContain("remove-sure");
  expect(page.text).not.toContain("said yes");
  await page.press("remove-yes");
  await page.widget.answer();
  expect(notes()).toEqual([]);
});

test("who said no stands apart in the list of people, and cannot be chosen to be placed", async () => {
  open();
  await page.press("view.person");
  const rows = [...page.el.querySelectorAll(".wkf-person-line")].map((one) => one.textContent);
  expect(rows.find((one) => one?.startsWith("Lise"))).toContain("said-no.reason");
  expect(rows.find((one) => one?.startsWith("Lise"))).not.toContain("place-open");
  expect([...page.el.querySelectorAll(".wkf-by-place option")].map((one) => one.textContent)).toContain("Iris");
  expect([...page.el.querySelectorAll(".wkf-by-place option")].map((one) => one.textContent)).not.toContain("Lise");
});
