import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CHALLENGES_AT_MOST, PARTS, type ChallengeByParts, type ChallengePreview, type Roles } from "../../contract";
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
    lost: [],
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
  expect(page.widget.letters).toEqual([
    ["preview_challenge", expect.objectContaining({ action: "Loger chacun", statement: "", id: null })],
  ]);
  await page.widget.answer({
    ok: true,
    result: { assembled: "Loger chacun.", missing: PARTS.slice(1), ratio: 0.2, lost: [], renewed: false },
  });
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

const WORDS = {
  save: "save",
  lost: "lost {list}",
  "lost.mend": { one: "write it", other: "write them" },
  renewed: "phones tell",
  "renewed.ideas": { one: "one idea keeps", other: "{number} ideas keep" },
};
const edit = async (ideas: number, kept: Partial<ChallengeByParts> = {}) => {
  open("c1");
  const shown = page.widget.get("model") as { challenges: ChallengeByParts[] };
  page.leave();
  const challenges = shown.challenges.map((one) => ({ ...one, ideas, ...kept }));
  page = new Mounted(ChallengesPanel, new FakeWidget({ ...shown, challenges }, { words: WORDS }));
  await page.press("edit");
};
/** Wait until what is typed is asked about, and answer what the server makes of it. */
const preview = async (found: Partial<ChallengePreview>) => {
  await act(async () => void vi.advanceTimersByTime(250));
  const { assembled, missing, ratio } = challenge("c1");
  await page.widget.answer({ ok: true, result: { assembled, missing, ratio, lost: [], renewed: false, ...found } });
};

test("beside a wording of one's own stands which fields it leaves, and saving goes on all the same", async () => {
  await edit(0);
  await preview({});
  expect(page.el.querySelector(".wkf-note")).toBeNull();
  await page.press("statement.rewrite");
  await page.type("Un toit pour chacun.");
  await preview({ lost: ["territory", "deadline"] });
  expect(page.find(".wkf-note").textContent).toBe("lost missing.territory, missing.deadline write them");
  expect(page.find(".wkf-note").closest("[role=status]")).not.toBeNull();
  await page.press("save");
  expect(page.widget.letters.at(-1)).toEqual(["write_challenge", expect.objectContaining({ statement: "Un toit pour chacun." })]);
});

test("the note goes as soon as the wording takes the fields up again", async () => {
  await edit(0, { own_words: true, lost: ["deadline"] });
  expect(page.find(".wkf-note").textContent).toBe("lost missing.deadline write it");
  await page.type("Loger chacun en 2028.");
  await preview({});
  expect(page.el.querySelector(".wkf-note")).toBeNull();
});

test.each([
  [0, "phones tell"],
  [1, "one idea keeps"],
  [3, "3 ideas keep"],
])("before another question is saved it is said what phones will tell, and what becomes of %s ideas", async (ideas, said) => {
  await edit(ideas);
  expect(page.find(".wkf-foretold").textContent).toBe("");
  await page.fill("part.deadline", "2029");
  await preview({ renewed: true });
  expect(page.widget.letters.at(-1)).toEqual(["preview_challenge", expect.objectContaining({ deadline: "2029", id: "c1" })]);
  expect(page.find(".wkf-foretold").textContent).toBe(said);
  await page.fill("part.deadline", "2028");
  await preview({});
  expect(page.find(".wkf-foretold").textContent).toBe("");
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
