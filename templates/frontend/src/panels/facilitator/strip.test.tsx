/** The strip: where each challenge stands, which are open together, and what is looked at without moving the room. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { CourseChallenge, Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { HeaderPanel } from "./header";

type Model = Roles["facilitator"]["panels"]["header"];
const one = (id: string, number: number, more: Partial<CourseChallenge> = {}): CourseChallenge => ({
  id,
  number,
  stake: `Enjeu ${id}`,
  statement: `Comment ${id} ?`,
  stage: "unopened",
  to_read: 0,
  vote: "dots",
  lacks_costs: false,
  turn: null,
  round: 1,
  plan: "sprint",
  step: null,
  tables: "",
  timer: null,
  ideas: 0,
  wrote: 0,
  voted: 0,
  planned: 8,
  at: null,
  next: null,
  skip: null,
  back: null,
  again: [],
  ...more,
});
const at = new Date(2026, 10, 23, 15, 28).getTime();
const model: Model = {
  trouble: null,
  retention: [],
  title: "Val-Brume",
  territory: "Val-Brume",
  workshop_language: "fr",
  moment: "reveal",
  course: {
    phase: "work",
    moment: "reveal",
    since: 1,
    challenge: "b",
    challenges: [
      one("a", 1, { stage: "closed", ideas: 38 }),
      one("b", 2, { stage: "reveal", ideas: 40, tables: "1 à 3" }),
      one("c", 3, { stage: "writing", wrote: 9 }),
      one("d", 4, { at }),
    ],
    phases: [
      { phase: "welcome", at: null, state: "done" },
      { phase: "scoring", at, state: "ahead" },
    ],
    timer: null,
    planned: 5,
    people: 20,
    next: null,
    back: null,
    leave: null,
    undo: null,
    earlier: [],
    read_first: true,
    stakes: null,
  },
  people: 20,
  heard: 4,
  now: at,
  ends_at: null,
  outlook: { late: null, finish: null, slips_from: null, remedies: [] },
  join_url: "",
  home_url: "",
  screen_url: "",
  steps: [],
  step: "3_ideas",
  door: "",
  code: [],
  ways: { reach: "room", missed: "", moved: "", networks: [] },
};
const words = {
  "strip.wrote": "{number} sur {people}",
  "strip.at": "vers {hour}",
  "at-tables": { one: "table {tables}", other: "tables {tables}" },
  clock: "{hours} h {minutes}",
};

let page: Mounted;
const open = (shown: object = model) => {
  page = new Mounted(HeaderPanel, new FakeWidget(shown, { words }));
};
const tabs = () => [...page.el.querySelectorAll<HTMLElement>(".wkf-tab")];

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, "", "/3_ideas");
  HTMLDialogElement.prototype.showModal ??= () => {};
});
afterEach(async () => {
  await act(async () => tabs()[1]?.querySelector<HTMLElement>(".wkf-tab-go")?.click()); // the page looks at the room again
  page.leave();
});

test("each challenge has its marks and its word, and only the one looked at its sentence", () => {
  open();
  expect(tabs().map((tab) => tab.querySelectorAll(".wkf-gone").length)).toEqual([5, 2, 1, 0]);
  expect(tabs().map((tab) => tab.querySelector(".wkf-state")?.textContent?.split(",")[0]?.trim())).toEqual([
    "stage.closed",
    "stage.reveal",
    "stage.writing",
    "stage.unopened",
  ]);
  expect(tabs().map((tab) => tab.querySelector(".wkf-tab-said")?.textContent ?? "")).toEqual(["", "Comment b ?", "", ""]);
});

test("what is written is counted, and what is not open yet has its hour", () => {
  open();
  expect(tabs()[2]?.textContent).toContain("9 sur 20");
  expect(tabs()[3]?.textContent).toContain("vers 15 h 28");
  expect(page.find(".wkf-strip").textContent).toContain("strip.phase.scoring");
});

test("help being offered is not called missions being announced", () => {
  const phases = (["scoring", "offer", "missions", "thanks"] as const).map((phase) => ({ phase, at: null, state: "ahead" as const }));
  open({ ...model, course: { ...model.course, phase: "offer", phases } });
  expect(page.find(".wkf-phase-now").textContent).toContain("strip.phase.offer");
  expect(page.el.querySelectorAll(".wkf-phase-now").length).toBe(1);
});

test("challenges open together stand in one bracket, and one alone in none", async () => {
  open();
  expect(page.find(".wkf-together").querySelectorAll(".wkf-tab").length).toBe(2);
  const alone = { ...model.course, challenges: model.course.challenges.map((each) => (each.id === "c" ? one("c", 3) : each)) };
  await page.widget.show({ ...model, course: alone });
  expect(page.el.querySelector(".wkf-together")).toBeNull();
});

test("a challenge that the room went on without is said to be left, and open with none", () => {
  const course = {
    ...model.course,
    phase: "thanks" as const,
    challenges: model.course.challenges.map((each) => (each.id === "c" ? { ...each, ideas: 7 } : each)),
  };
  open({ ...model, course });
  expect(page.el.querySelector(".wkf-together, .wkf-tab-open")).toBeNull();
  expect(tabs().map((tab) => tab.querySelector(".wkf-state")?.textContent?.split(",")[0]?.trim())).toEqual([
    "stage.closed",
    "strip.left-out",
    "strip.left-out",
    "stage.unopened",
  ]);
  expect(tabs()[2]?.textContent).not.toContain("9 sur 20");
  expect(tabs()[2]?.textContent).toContain("strip.ideas");
});

test("the tables of one that is open with others are named by the facilitator", async () => {
  open();
  await page.press("tables 1 à 3");
  await page.fill("tables.which", "1 et 2");
  await act(async () => void page.find("dialog form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
  expect(page.widget.letters).toEqual([["name_tables", { challenge: "b", tables: "1 et 2" }]]);
});

test("looking at another challenge asks nothing of the room, says where it is, and leads back", async () => {
  open();
  await act(async () => tabs()[3]?.querySelector<HTMLElement>(".wkf-tab-go")?.click());
  expect(page.widget.sent).toEqual([]);
  expect(page.text).toContain("room-at.reveal");
  await page.press("back-there");
  expect(page.el.querySelector(".wkf-wandering")).toBeNull();
});

test("on another page a tab leads to the ideas of its challenge", () => {
  history.replaceState(null, "", "/4_matrix");
  open();
  expect(tabs()[2]?.querySelector("a")?.getAttribute("href")).toBe("./3_ideas#defi-c");
});
