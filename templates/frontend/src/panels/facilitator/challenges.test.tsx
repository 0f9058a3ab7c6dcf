import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CHALLENGES_AT_MOST, PARTS, type ChallengeByParts, type Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { ChallengesPanel } from "./challenges";

const said = { action: "Loger chacun", population: "", territory: "Val-Brume", deadline: "2028", indicator: "" };
const challenge = (id: string): ChallengeByParts => {
  const statement = "Loger chacun, à Val-Brume, en 2028.";
  return {
    id,
    stake: `Enjeu ${id}`,
    statement,
    assembled: statement,
    own_words: false,
    ...said,
    missing: ["population", "indicator"],
    ratio: 0.6,
    ideas: 0,
  };
};
let page: Mounted;
const open = (...ids: string[]) => {
  const model: Roles["facilitator"]["panels"]["challenges"] = {
    title: "Un toit",
    territory: "Val-Brume",
    organiser: "",
    contact: "",
    follow_up: "",
    language: "fr",
    challenges: ids.map(challenge),
    sectors: [],
  };
  page = new Mounted(ChallengesPanel, new FakeWidget(model, { words: { save: "save" } }));
  return page;
};

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  page.leave();
  vi.useRealTimers();
});

test("what is typed is previewed a moment later, with what it lacks", async () => {
  open();
  await page.press("add.first");
  await page.fill("part.action", "Loger chacun");
  await act(async () => void vi.advanceTimersByTime(250));
  expect(page.widget.letters).toEqual([["preview_challenge", expect.objectContaining({ action: "Loger chacun", statement: "" })]]);
  await page.widget.answer({ ok: true, result: { assembled: "Loger chacun.", missing: PARTS.slice(1), ratio: 0.2 } });
  expect(page.el.querySelector(".wkf-form .wk-challenge p")?.textContent).toBe("Loger chacun.");
});

test("a challenge that follows its parts goes on following them once it is changed", async () => {
  open("c1");
  await page.press("edit");
  await page.fill("part.deadline", "2029");
  await page.press("save");
  const [, payload] = page.widget.letters.find(([intention]) => intention === "write_challenge") ?? [];
  expect(payload).toEqual({ ...said, stake: "Enjeu c1", statement: "", deadline: "2029", id: "c1" });
});

test("no challenge is offered beyond the most", () => {
  const full = Array.from({ length: CHALLENGES_AT_MOST }, (_, index) => `c${index}`);
  expect(open(...full).text).not.toContain("+ add");
  page.leave();
  expect(open(...full.slice(1)).text).toContain("+ add");
});

test("a challenge moves by one place, and not beyond the ends", async () => {
  open("c1", "c2");
  await page.press("up");
  expect(page.widget.letters).toEqual([]);
  await page.press("down");
  expect(page.widget.letters).toEqual([["move_challenge", { challenge: "c1", places: 1 }]]);
});

test("who saved a challenge stays with it: its card is in sight and its button has the focus", async () => {
  const seen: Element[] = [];
  Element.prototype.scrollIntoView = function note(this: Element) {
    seen.push(this);
  };
  open("c1", "c2", "c3");
  await act(() => page.find("[data-challenge=c2] button").click());
  await page.press("save");
  await page.widget.answer();
  const card = page.find("[data-challenge=c2]");
  expect(document.activeElement).toBe(card.querySelector("button"));
  expect(seen).toEqual([card]);
});
