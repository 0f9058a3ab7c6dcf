/** The header: the language of a page, and where the room is. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { HeaderPanel } from "./header";

const model: Roles["facilitator"]["panels"]["header"] = {
  title: "Val-Brume",
  territory: "Val-Brume",
  workshop_language: "fr",
  moment: "vote",
  course: {
    phase: "work",
    moment: "vote",
    since: 1,
    challenge: null,
    challenges: [],
    timer: null,
    people: 12,
    next: null,
    back: null,
    undo: null,
    read_first: true,
  },
  people: 12,
  heard: 4,
  now: Date.parse("2026-03-14T12:00:00Z"),
  ends_at: null,
  outlook: { late: null, advice: null },
  join_url: "http://192.0.2.1:8866/",
  screen_url: "",
  steps: ["1_challenge", "2_stakeholders", "3_ideas"],
  step: "3_ideas",
  code: ["10", "01"],
};

let page: Mounted;
const open = (shown: object = model) => {
  page = new Mounted(HeaderPanel, new FakeWidget(shown));
};

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, "", "/1_challenge");
});

afterEach(() => page.leave());

test("a page opens in the language chosen on this device", async () => {
  open();
  await page.press("EN");
  await page.widget.answer();
  page.leave();
  open();
  expect(page.widget.letters).toEqual([["switch_language", { language: "en" }]]);
});

test("who wanders is told where the room is, with the way back there", () => {
  open();
  expect(page.find<HTMLAnchorElement>(".wkf-wandering a").getAttribute("href")).toBe("./3_ideas");
});

test("on the room's own page nothing is said of another place", () => {
  history.replaceState(null, "", "/3_ideas");
  open();
  expect(page.el.querySelector(".wkf-wandering")).toBeNull();
});

test("of the votes it says who voted, of the welcome who is there", async () => {
  open();
  expect(page.text).toContain("heard.vote");
  await page.widget.show({ ...model, moment: "welcome" });
  expect(page.text).toContain("heard.welcome");
});
