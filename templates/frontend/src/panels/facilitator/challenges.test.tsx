// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CHALLENGES_AT_MOST, PARTS, type ChallengeByParts, type Roles } from "../../contract";
import { ChallengesPanel } from "./challenges";
import { Page } from "./stage";

const said = { action: "Loger chacun", population: "", territory: "Val-Brume", deadline: "2028", indicator: "" };
const challenge = (id: string): ChallengeByParts => {
  const statement = "Loger chacun, à Val-Brume, en 2028.";
  return { id, stake: `Enjeu ${id}`, statement, assembled: statement, ...said, missing: ["population", "indicator"], ratio: 0.6, ideas: 0 };
};
const open = (...ids: string[]) => {
  const model: Roles["facilitator"]["panels"]["challenges"] = {
    title: "Un toit",
    territory: "Val-Brume",
    language: "fr",
    challenges: ids.map(challenge),
    sectors: [],
  };
  return new Page("challenges", ChallengesPanel, model);
};

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

test("what is typed is previewed a moment later, with what it lacks", async () => {
  const page = open();
  page.press("add.first");
  page.write("part.action", "Loger chacun");
  await act(async () => void vi.advanceTimersByTime(250));
  expect(page.asked).toEqual([["preview_challenge", expect.objectContaining({ action: "Loger chacun", statement: "" })]]);
  await page.answer({ ok: true, result: { assembled: "Loger chacun.", missing: PARTS.slice(1), ratio: 0.2 } });
  expect(page.el.querySelector(".wkf-form .wk-challenge p")?.textContent).toBe("Loger chacun.");
});

test("a challenge that follows its parts goes on following them once it is changed", () => {
  const page = open("c1");
  page.press("edit");
  page.write("part.deadline", "2029");
  page.press("save");
  const [, payload] = page.asked.find(([intention]) => intention === "write_challenge") ?? [];
  expect(payload).toEqual({ ...said, stake: "Enjeu c1", statement: "", deadline: "2029", id: "c1" });
});

test("no challenge is offered beyond the most", () => {
  const full = Array.from({ length: CHALLENGES_AT_MOST }, (_, index) => `c${index}`);
  expect(open(...full).el.textContent).not.toContain("+ add");
  expect(open(...full.slice(1)).el.textContent).toContain("+ add");
});

test("a challenge moves by one place, and not beyond the ends", () => {
  const page = open("c1", "c2");
  page.press("up");
  expect(page.asked).toEqual([]);
  page.press("down");
  expect(page.asked).toEqual([["move_challenge", { challenge: "c1", places: 1 }]]);
});
