/** The header: what moves the room, and the time that passes. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PHASES, type Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { HeaderPanel } from "./header";

/** Another day for each test: what is known of a countdown is kept as long as the page lives. */
let noon = Date.parse("2026-03-14T12:00:00Z");
const model: Roles["facilitator"]["panels"]["header"] = {
  title: "Val-Brume",
  territory: "Val-Brume",
  workshop_language: "fr",
  phase: "vote",
  next: "results",
  people: 12,
  timer: null,
  challenges: [],
  challenge: null,
  next_challenge: null,
  join_url: "http://192.0.2.1:8866/",
  screen_url: "",
  steps: ["1_challenge", "2_stakeholders"],
  code: ["10", "01"],
};
const ending = (inSeconds: number) => ({
  ...model,
  timer: { ends_at: noon + inSeconds * 1000, now: noon },
});

let page: Mounted;
const open = (shown: object = model) => {
  page = new Mounted(HeaderPanel, new FakeWidget(shown));
};
const wait = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1000));
const clock = () => page.find(".wkf-time").firstChild?.parentElement?.textContent?.replace("timer.over", "");

beforeEach(() => {
  noon += 24 * 3600_000;
  vi.useFakeTimers({ now: noon });
  localStorage.clear();
});

afterEach(() => {
  page.leave();
  vi.useRealTimers();
});

test("the timer counts down here between two read models", () => {
  open(ending(125));
  expect(clock()).toBe("2:05");
  wait(6);
  expect(clock()).toBe("1:59");
});

test("the timer stops at nothing, and says that the time is over", () => {
  open(ending(3));
  wait(10);
  expect(clock()).toBe("0:00");
  expect(page.text).toContain("timer.over");
});

test("a laptop whose clock is an hour wrong shows the same time left", () => {
  vi.setSystemTime(noon + 3600_000);
  open(ending(60));
  expect(clock()).toBe("1:00");
});

test("a read model that says the same timer later does not set it back", async () => {
  open(ending(60));
  wait(20);
  await page.widget.show({ ...ending(60), people: 13, timer: { ...ending(60).timer, now: noon + 20_000 } });
  expect(clock()).toBe("0:40");
  wait(5);
  expect(clock()).toBe("0:35");
});

test("a read model without a word on the timer leaves it running", async () => {
  open(ending(60));
  wait(20);
  await page.widget.show({ ...ending(60), people: 13 }); // as it was read when the timer began
  expect(clock()).toBe("0:40");
});

test("more time is asked for, and shown once it is granted", async () => {
  open(ending(60));
  wait(30);
  await page.press("timer.more");
  expect(page.widget.sent).toMatchObject([{ intention: "extend_timer", payload: { minutes: 2 } }]);
  await page.widget.show({ ...ending(180), timer: { ...ending(180).timer, now: noon + 30_000 } });
  await page.widget.answer();
  expect(clock()).toBe("2:30");
});

test("an impatient finger asks for more time once", async () => {
  open(ending(60));
  await page.press("timer.more");
  await page.press("timer.more");
  expect(page.widget.asked).toEqual(["extend_timer"]);
});

test("without a timer one may be started, and it no longer ticks once it is taken away", async () => {
  open();
  await page.press("timer");
  await page.press("timer.minutes");
  expect(page.widget.sent).toMatchObject([{ intention: "start_timer", payload: { minutes: 2 } }]);
  await page.widget.show(ending(120));
  expect(clock()).toBe("2:00");
  await page.widget.show(model);
  expect(page.el.querySelector("[role=timer]")).toBeNull();
  expect(vi.getTimerCount()).toBe(1); // the letter that still waits for its answer
});

test("the one next action moves the room, once however often it is pressed", async () => {
  open();
  await page.press("next.results");
  await page.press("next.results");
  expect(page.widget.letters).toEqual([["move_phase", { phase: "results" }]]);
  await page.widget.answer();
  await page.widget.show({ ...model, phase: "results", next: "scoring" });
  await page.press("next.scoring");
  expect(page.widget.letters.at(-1)).toEqual(["move_phase", { phase: "scoring" }]);
});

test("every phase is offered, and a step back asks first, since everybody's page goes back too", async () => {
  open();
  await page.press("phase");
  expect(page.el.querySelectorAll(".wkf-phase-choice")).toHaveLength(PHASES.length);
  await page.press("name.writing");
  expect(page.widget.sent).toEqual([]);
  await page.press("back.yes");
  expect(page.widget.letters).toEqual([["move_phase", { phase: "writing" }]]);
});

test("what is refused is said where it was asked", async () => {
  open();
  await page.press("next.results");
  await page.widget.answer({ ok: false, sentence: "Il manque un défi." });
  expect(page.find("[role=alert]").textContent).toBe("Il manque un défi.");
});

test("a page opens in the language chosen on this device", async () => {
  open();
  await page.press("EN");
  await page.widget.answer();
  page.leave();
  open();
  expect(page.widget.letters).toEqual([["switch_language", { language: "en" }]]);
});
