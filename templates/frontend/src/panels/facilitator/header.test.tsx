// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PHASES, type Roles } from "../../contract";
import { HeaderPanel } from "./header";
import { Page } from "./stage";

type HeaderModel = Roles["facilitator"]["panels"]["header"];

const SERVER = Date.UTC(2026, 2, 2, 12, 0);
const challenge = (number: number) => ({ id: `c${number}`, number, stake: `Enjeu ${number}`, statement: `Défi ${number}.` });
const header: HeaderModel = {
  title: "Un toit pour tous",
  territory: "Val-Brume",
  workshop_language: "fr",
  phase: "writing",
  next: "reveal",
  people: 12,
  timer: null,
  challenges: [challenge(1), challenge(2)],
  challenge: "c1",
  next_challenge: null,
  join_url: "",
  screen_url: "",
  code: [],
  steps: ["1_challenge", "2_stakeholders"],
};

const open = (model: Partial<HeaderModel> = {}) => new Page("header", HeaderPanel, { ...header, ...model }, { "timer.over": "terminé" });

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

test("the one next action moves the room, once however often it is pressed", async () => {
  const page = open();
  page.press("next.reveal");
  page.press("next.reveal");
  expect(page.asked).toEqual([["move_phase", { phase: "reveal" }]]);
  await page.answer({ ok: true });
  page.show({ ...header, phase: "reveal", next: "vote" });
  page.press("next.vote");
  expect(page.asked.at(-1)).toEqual(["move_phase", { phase: "vote" }]);
});

test("a refusal is said where it was asked", async () => {
  const page = open();
  page.press("next.reveal");
  await page.answer({ ok: false, sentence: "Il n’y a pas encore de défi." });
  expect(page.el.querySelector("[role=alert]")?.textContent).toBe("Il n’y a pas encore de défi.");
});

test("every phase is offered, and going back asks first", () => {
  const page = open();
  page.press("name.writing");
  expect(page.el.querySelectorAll(".wkf-phase-choice")).toHaveLength(PHASES.length);
  page.press("name.welcome");
  expect(page.asked).toEqual([]);
  page.press("back.yes");
  expect(page.asked).toEqual([["move_phase", { phase: "welcome" }]]);
});

test("the timer counts the server's time, whatever the device's clock says", () => {
  vi.setSystemTime(SERVER + 3_600_000);
  const page = open({ timer: { ends_at: SERVER + 120_000, now: SERVER } });
  expect(page.el.querySelector("[role=timer]")?.textContent).toBe("2:00");
  act(() => void vi.advanceTimersByTime(61_000));
  expect(page.el.querySelector("[role=timer]")?.textContent).toBe("0:59");
  act(() => void vi.advanceTimersByTime(60_000));
  expect(page.el.querySelector("[role=timer]")?.textContent).toBe("0:00terminé");
});

test("a page opens in the language chosen on this device", async () => {
  const before = open();
  before.press("EN");
  await before.answer({ ok: true });
  expect(open().asked).toEqual([["switch_language", { language: "en" }]]);
});
