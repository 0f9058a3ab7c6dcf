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
    unfilled: "",
  },
  ...{ owner: "", first_date: "", next_step: "", day: "", accepted: people.map((one) => one.pseudonym) },
});
const challenge = (id: string, number: number, missions: BookedMission[]) => ({ id, number, stake: id, statement: `${id}.`, missions });
const rose: PersonOnMission = {
  ...{ id: "rose", pseudonym: "Rose", competence: 2, interest: 1, status: "accepted", by_hand: false, reason: "", breaks: [] },
  ...{ offered: true, reachable: true, has_phone: true, also: [] },
};
const asked = (changes: Partial<PersonAsked> = {}): PersonAsked => ({
  ...{ offers: ["home"], said_no: [], declined: [], reachable: true },
  ...changes,
});
const model: MissionBookModel = {
  ...{ current: "home", sectors: [], declined: [], proposed: true, filled: 1, waiting: 0, places: 4 },
  challenges: [
    challenge("home", 1, [booked("rounds", "Tour de garde", [rose]), booked("laundry", "Laverie")]),
    challenge("move", 2, [booked("bus", "Minibus")]),
  ],
  unassigned: [{ id: "iris", pseudonym: "Iris", reason: "" }],
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
  await page.press("take-off");
  expect(page.text).toContain(`Rose off Tour de garde? ${told}`);
  await page.press("cancel");
  expect(page.widget.sent).toEqual([]);
  await page.press("take-off");
  await page.press("take-off-yes");
  expect(page.widget.letters).toEqual([["take_off", { participant: "rose", mission: "rounds" }]]);
});

test("who said yes is moved only after a question that names both missions", async () => {
  open();
  await page.widget.show(putOn(rose));
  await page.press("move-open");
  await choose("move", "laundry");
  await page.press("move-do");
  expect(page.text).toContain("Rose from Tour de garde to Laverie? tell.phone");
  expect(page.widget.sent).toEqual([]);
  await page.press("move-yes");
  expect(page.widget.letters).toEqual([["place_by_hand", { participant: "rose", mission: "laundry", leaving: "rounds" }]]);
});

test("who has not answered yet is taken off and moved at one press", async () => {
  open();
  await page.widget.show(putOn({ ...rose, status: "proposed" }));
  await page.press("move-open");
  await choose("move", "laundry");
  await page.press("move-do");
  await page.widget.answer();
  await page.press("take-off");
  expect(page.widget.letters.map(([intention]) => intention)).toEqual(["place_by_hand", "take_off"]);
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

test("a few names stand there, those of a whole room are folded under their reason", async () => {
  open();
  expect(page.el.querySelector(".wkf-margin details")).toBeNull();
  const room = Array.from({ length: 35 }, (_, at) => ({ id: `p${at}`, pseudonym: `Personne ${at}`, reason: "Rien à leur portée." }));
  await page.widget.show({ ...model, unassigned: room });
  const fold = page.find<HTMLDetailsElement>(".wkf-margin details");
  expect(fold.open).toBe(false);
  expect(fold.querySelectorAll(".wk-facts > span").length).toBe(35);
  expect(page.find("summary").getAttribute("aria-label")).not.toBe("");
});

test("who said no stands apart with that, and cannot be chosen to be placed", () => {
  open();
  // no more people are listed under “without a mission” than are counted so above
  expect(page.find("dl").textContent).not.toContain("Lise");
  expect(page.find("h3 + .wk-facts").textContent).toBe("Lise");
  expect([...page.el.querySelectorAll(".wkf-by-place option")].map((one) => one.textContent)).toContain("Iris");
  expect([...page.el.querySelectorAll(".wkf-by-place option")].map((one) => one.textContent)).not.toContain("Lise");
});
