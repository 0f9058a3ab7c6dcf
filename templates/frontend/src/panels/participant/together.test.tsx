import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Phase, SeatChallenge, SeatModel, Stage, Timer } from "../../contract";
import { forgetEverything, remember } from "../kit/device";
import { FakeWidget, Mounted } from "../kit/stage";
import { forgetClock } from "../kit/timer";
import { Ideas } from "./ideas";
import { following } from "./place";
import { Seat } from "./seat";

const challenge = (id: string, number: number, stage: Stage, tables = "", timer: Timer | null = null): SeatChallenge => ({
  ...{ id, number, stage, tables, timer },
  stake: id.toUpperCase(),
  statement: `Comment ${id} ?`,
  round: 1,
  wording: 1,
});
const writing = (...ids: string[]) => ({
  visible: true,
  challenges: ids.map((id) => ({ id, stake: id, statement: "", stage: "writing", ideas: [], finished: false })),
});
const WORDS = {
  open: "which",
  "open-challenge": "D{number} {stake}",
  "at-tables": { one: "table {tables}", other: "tables {tables}" },
  "room-at": "room at {number}",
};

let page: Mounted;
const tell = (current: string, ...challenges: SeatChallenge[]) => following.tell({ phase: "work", current, challenges });
const tabs = () => [...page.el.querySelectorAll<HTMLElement>(".wk-together button")];

beforeEach(() => {
  localStorage.clear();
  forgetClock();
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
});
afterEach(() => {
  page.leave();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("challenges that tables share stand side by side, each with its tables, and one's own is marked", async () => {
  tell("a", challenge("a", 1, "writing", "1 à 4"), challenge("b", 2, "writing", "5 à 8"), challenge("c", 3, "unopened"));
  page = new Mounted(Ideas, new FakeWidget(writing("a", "b"), { words: WORDS }));
  expect(tabs().map((one) => one.querySelector("b")?.textContent)).toEqual(["D1 A", "D2 B"]);
  expect(tabs().map((one) => one.querySelector("span")?.textContent)).toEqual(["tables 1 à 4", "tables 5 à 8"]);
  expect(tabs().map((one) => one.getAttribute("aria-current"))).toEqual(["true", null]);
  await page.press("D2 B");
  expect(page.find(".wk-challenge p").textContent).toBe("Comment b ?");
  expect(page.text).not.toContain("room at");
});

test("a challenge to choose is said in its own words, the one looked at stands in its frame alone", async () => {
  tell("a", challenge("a", 1, "writing", "1"), challenge("b", 2, "writing", "2"));
  following.goTo("a");
  page = new Mounted(Ideas, new FakeWidget(writing("a", "b"), { words: WORDS }));
  expect(tabs().map((one) => one.querySelector("small")?.textContent)).toEqual([undefined, "Comment b ?"]);
  await page.press("D2 B");
  expect(tabs().map((one) => one.querySelector("small")?.textContent)).toEqual(["Comment a ?", undefined]);
});

test("who looks at a challenge that is over is led back to where the room is", async () => {
  tell("b", challenge("a", 1, "closed"), challenge("b", 2, "writing"));
  page = new Mounted(Ideas, new FakeWidget(writing("b"), { words: WORDS }));
  expect(tabs()).toEqual([]);
  following.goTo("a");
  expect(following.place.room?.id).toBe("b");
  expect(following.place.together).toEqual([]);
});

test("an idea that came too late goes from the page as soon as everything is erased", async () => {
  tell("a", challenge("a", 1, "vote"));
  remember("returned-idea:a", { challenge: "a", sentence: "too late", lang: "fr" });
  remember("draft:idea:a", "Une navette");
  page = new Mounted(Ideas, new FakeWidget({ visible: false }));
  expect(page.text).toContain("Une navette");
  forgetEverything();
  await vi.waitFor(() => expect(page.text).toBe(""));
});

test("why an idea came back is not left in a language that is no longer read", () => {
  tell("a", challenge("a", 1, "vote"));
  remember("returned-idea:a", { challenge: "a", sentence: "trop tard", lang: "fr" });
  page = new Mounted(Ideas, new FakeWidget({ visible: false }, { lang: "en" }));
  expect(page.text).toContain("returned-why");
  expect(page.text).not.toContain("trop tard");
});

// -- the time that is up ---------------------------------------------------------------------------------------------

const seat = (timer: Timer | null): SeatModel => ({
  title: "Atelier",
  pseudonym: "Sureau",
  moment: "scoring",
  phase: "scoring" as Phase,
  current: null,
  challenges: [],
  timer,
  joined: null,
  code: "",
  returned: null,
  slip: false,
  table: null,
});
const over = () => page.find(".wk-time-up").textContent;

test("the end of the time is said over the page, once, when it comes", async () => {
  vi.useFakeTimers();
  vi.setSystemTime(1_000_000);
  page = new Mounted(Seat, new FakeWidget(seat({ ends_at: 3000, now: 0, paused: false })));
  expect(over()).toBe("");
  await vi.advanceTimersByTimeAsync(3100);
  expect(over()).toBe("time-up");
  await vi.advanceTimersByTimeAsync(15_000);
  expect(over()).toBe("");
  expect(page.find(".wk-seat-time").textContent).toBe("time-up");
});

test("who comes when the time is long over reads it in the header alone", async () => {
  vi.useFakeTimers();
  page = new Mounted(Seat, new FakeWidget(seat({ ends_at: 0, now: 90_000, paused: false })));
  await vi.advanceTimersByTimeAsync(1000);
  expect(over()).toBe("");
  expect(page.find(".wk-seat-time").textContent).toBe("time-up");
});
