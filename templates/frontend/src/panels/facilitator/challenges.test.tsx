import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CHALLENGES_AT_MOST, type ChallengeByParts, type ChallengePreview, type Reading, type Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { ChallengesPanel } from "./challenges";

const said = { action: "Loger chacun", population: "", territory: "Val-Brume", deadline: "2028", indicator: "" };
const NO_CLARITY = { number: 0, statement: "", present: true, wanted: 0, answered: 0, ratings: [] };
const read = (text: string, more: Partial<Reading> = {}): Reading => ({
  text,
  kind: "challenge",
  score: 0.6,
  marks: [],
  missing: [],
  why: [],
  questions: [],
  halves: [],
  ...more,
});
const challenge = (id: string): ChallengeByParts => {
  const statement = "Loger chacun, à Val-Brume, en 2028.";
  return {
    id,
    stake: `Enjeu ${id}`,
    statement,
    assembled: statement,
    own_words: false,
    ...said,
    reading: read(statement, { missing: ["population", "indicator"] }),
    lost: [],
    ideas: 0,
    open: false,
    sentences: [],
    clarity: NO_CLARITY,
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
    ways: { code: "", address: "", link: "", rows: [], readers: 0 },
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

test("what is typed is read a moment later, and what is missing is asked for", async () => {
  open();
  await page.press("add.first");
  await page.type("La pauvreté", "textarea");
  await act(async () => void vi.advanceTimersByTime(60));
  expect(page.widget.letters).toEqual([["preview_challenge", expect.objectContaining({ statement: "La pauvreté", id: null })]]);
  const questions = [{ part: "action" as const, ask: "Qu’est-ce qui aura changé ?", examples: ["chacun a un toit"] }];
  const reading = read("La pauvreté", { kind: "theme", missing: ["action"], questions });
  await page.widget.answer({ ok: true, result: { assembled: "", reading, lost: [], renewed: false } });
  expect(page.find(".wkf-asked h4").textContent).toBe("Qu’est-ce qui aura changé ?");
  expect(page.find(".wkf-kind-on").textContent).toBe("✓ kind.theme");
  expect(page.el.querySelectorAll(".wkf-next")).toHaveLength(1);
});

test("the first challenge that is still a theme is written next: no other is green", () => {
  open("a", "b", "c");
  const shown = page.widget.get("model") as { challenges: ChallengeByParts[] };
  page.leave();
  const challenges = shown.challenges.map((one, at) => ({
    ...one,
    reading: read("La pauvreté", { kind: at > 0 ? "theme" : "challenge" }),
  }));
  page = new Mounted(ChallengesPanel, new FakeWidget({ ...shown, challenges }, {}));
  const green = [...page.el.querySelectorAll(".wkf-first")];
  expect(green.map((one) => one.closest("li")?.dataset.challenge)).toEqual(["b"]);
});

/** A theme that is being written, asked what will have changed. */
async function askWhat(): Promise<void> {
  open();
  await page.press("add.first");
  await page.type("La pauvreté", "textarea");
  await act(async () => void vi.advanceTimersByTime(60));
  const questions = [{ part: "action" as const, ask: "Quoi ?", examples: ["chacun a un toit"] }];
  const reading = read("La pauvreté", { kind: "theme", missing: ["action"], questions });
  await page.widget.answer({ ok: true, result: { assembled: "", reading, lost: [], renewed: false } });
}

test("the answer goes into the sentence, and the theme that was there is what the challenge stands under", async () => {
  await askWhat();
  await page.press("chacun a un toit");
  await page.press("next.end");
  expect(page.widget.letters.at(-1)).toEqual([
    "extend_challenge",
    { statement: "La pauvreté", part: "action", answer: "chacun a un toit" },
  ]);
  await page.widget.answer({ ok: true, result: { statement: "Chacun a un toit.", built: true } });
  expect(page.find<HTMLTextAreaElement>("textarea").value).toBe("Chacun a un toit.");
  expect(page.find<HTMLInputElement>(".wkf-stake input").value).toBe("La pauvreté");
});

test("an answer that was typed and not added is said before saving, which waits for what is to become of it", async () => {
  await askWhat();
  await page.type("Chacun a un toit", ".wkf-answer input");
  await page.press("add.this");
  expect(page.widget.asked).not.toContain("write_challenge");
  expect(page.text).toContain("beside");
  await page.type("La pauvreté : chacun  A UN TOIT", "textarea");
  expect(page.text).not.toContain("beside");
  await page.type("La pauvreté", "textarea");
  await page.press("beside.anyway");
  expect(page.widget.letters.at(-1)).toEqual(["write_challenge", expect.objectContaining({ statement: "La pauvreté" })]);
});

test("an answer outlives a reload", async () => {
  await askWhat();
  await page.type("Chacun a un toit", ".wkf-answer input");
  page.leave();
  await askWhat();
  expect(page.find<HTMLInputElement>(".wkf-answer input").value).toBe("Chacun a un toit");
});

test("a field that was changed beside a wording of one's own is said before saving", async () => {
  await edit(0, { own_words: true, statement: "Un toit pour chacun." });
  await page.fill("part.territory", "Saint-Elme");
  await page.press("save");
  expect(page.widget.asked).not.toContain("write_challenge");
  expect(page.text).toContain("beside");
  await page.type("Un toit pour chacun à Saint-Elme.", "textarea");
  await page.press("save");
  expect(page.widget.asked).toContain("write_challenge");
});

test("an answer that joins the sentence makes no stake of it", async () => {
  await askWhat();
  await page.type("D’ici 2028", ".wkf-answer input");
  await page.press("next.end");
  await page.widget.answer({ ok: true, result: { statement: "La pauvreté, d’ici 2028.", built: false } });
  expect(page.find<HTMLTextAreaElement>("textarea").value).toBe("La pauvreté, d’ici 2028.");
  expect(page.find<HTMLInputElement>(".wkf-stake input").value).toBe("");
});

test("parts that are found are underlined in the field’s own words, and said to who cannot see them", async () => {
  open("c1");
  const shown = page.widget.get("model") as { challenges: ChallengeByParts[] };
  page.leave();
  const marks = [{ part: "territory" as const, start: 16, end: 27 }];
  const [one] = shown.challenges;
  const marked = {
    ...one,
    reading: read("Loger chacun,   à Val-Brume.".replace(/ +/g, " "), { marks: [{ ...marks[0]!, start: 14, end: 25 }] }),
  };
  const model = { ...shown, challenges: [{ ...marked, statement: "Loger chacun,   à Val-Brume." }] };
  page = new Mounted(ChallengesPanel, new FakeWidget(model, { words: { "read.part": "{part}: {words}" } }));
  await page.press("edit");
  expect(page.find(".wkf-mark-territory").textContent).toBe("mark.territoryà Val-Brume");
  const field = page.find<HTMLTextAreaElement>("textarea");
  expect(field.value).toBe("Loger chacun,   à Val-Brume.");
  expect(document.getElementById(field.getAttribute("aria-describedby") ?? "")?.textContent).toBe("mark.territory: à Val-Brume");
});

test("a question that is passed is not asked again, and saving is the green button then", async () => {
  open();
  await page.press("add.first");
  await page.type("Chacun a un toit.", "textarea");
  await act(async () => void vi.advanceTimersByTime(60));
  const questions = [{ part: "indicator" as const, ask: "À quoi le verra-t-on ?", examples: [] }];
  const reading = read("Chacun a un toit.", { missing: ["indicator"], questions });
  await page.widget.answer({ ok: true, result: { assembled: "", reading, lost: [], renewed: false } });
  await page.press("next.without.indicator");
  expect(page.el.querySelector(".wkf-asked")).toBeNull();
  expect(page.find(".wkf-write-main .wkf-next").textContent).toBe("add.this");
});

test("two challenges in one sentence become two, with one button", async () => {
  open();
  await page.press("add.first");
  await page.type("Loger chacun et nourrir chacun.", "textarea");
  await act(async () => void vi.advanceTimersByTime(60));
  const reading = read("Loger chacun et nourrir chacun.", { kind: "several", halves: ["Loger chacun.", "Nourrir chacun."] });
  await page.widget.answer({ ok: true, result: { assembled: "", reading, lost: [], renewed: false } });
  expect([...page.el.querySelectorAll<HTMLInputElement>(".wkf-asked input")].map((one) => one.value)).toEqual([
    "Loger chacun.",
    "Nourrir chacun.",
    "",
  ]);
  await page.press("halves.split");
  expect(page.widget.letters.at(-1)).toEqual([
    "split_challenge",
    expect.objectContaining({ statement: "Loger chacun.", second: "Nourrir chacun.", second_stake: "" }),
  ]);
});

test("where there is no room for one more challenge, one of the two is kept, whichever it is", async () => {
  open(...Array.from({ length: CHALLENGES_AT_MOST }, (_, place) => `c${place + 1}`));
  await page.press("edit");
  await page.type("Loger chacun et nourrir chacun.", "textarea");
  await act(async () => void vi.advanceTimersByTime(60));
  const reading = read("Loger chacun et nourrir chacun.", { kind: "several", halves: ["Loger chacun.", "Nourrir chacun."] });
  await page.widget.answer({ ok: true, result: { assembled: "", reading, lost: [], renewed: false } });
  expect(page.el.querySelectorAll(".wkf-asked input").length).toBe(2);
  expect([...page.el.querySelectorAll(".wkf-write-main .wkf-next")].map((one) => one.textContent)).toEqual(["halves.keep"]);
  await page.press("halves.keep-second");
  expect(page.find<HTMLTextAreaElement>("textarea").value).toBe("Nourrir chacun.");
});

test("while answers are awaited none is shown, and on this computer each is given without the others", async () => {
  open("c1");
  const shown = page.widget.get("model") as { challenges: ChallengeByParts[] };
  page.leave();
  const clarity = { ...NO_CLARITY, number: 1, statement: "Loger chacun.", wanted: 2, answered: 1 };
  const challenges = shown.challenges.map((one) => ({ ...one, clarity }));
  page = new Mounted(ChallengesPanel, new FakeWidget({ ...shown, challenges }));
  await page.press("edit");
  expect(page.el.querySelector(".wkf-ratings")).toBeNull();
  await page.press("clarity.here");
  await page.press("clarity.here.send");
  expect(page.text).toContain("clarity.here.missing");
  await act(() => page.find<HTMLInputElement>(".wkf-here input[value=not]").click());
  await page.press("clarity.here.send");
  expect(page.widget.letters.at(-1)).toEqual(["rate_here", { challenge: "c1", clearness: "not", remark: "" }]);
});

test("a sentence from before comes back into the field", async () => {
  open("c1");
  const shown = page.widget.get("model") as { challenges: ChallengeByParts[] };
  page.leave();
  const sentences = [{ number: 1, statement: "Acheter trois minibus", at: 0, kind: "solution" as const, parts: 0, ratings: [] }];
  const challenges = shown.challenges.map((one) => ({ ...one, sentences }));
  page = new Mounted(ChallengesPanel, new FakeWidget({ ...shown, challenges }));
  await page.press("edit");
  await page.press("sentences.idea");
  expect(page.widget.letters.at(-1)).toEqual(["write_for", { challenge: "c1", text: "Acheter trois minibus" }]);
  await page.press("sentences.take");
  expect(page.find<HTMLTextAreaElement>("textarea").value).toBe("Acheter trois minibus");
});

test("a challenge that follows its parts goes on following them once they change", async () => {
  await edit(0);
  await page.fill("part.deadline", "2029");
  await preview({ assembled: "Loger chacun, à Val-Brume, en 2029." });
  expect(page.find<HTMLTextAreaElement>("textarea").value).toBe("Loger chacun, à Val-Brume, en 2029.");
  await page.press("save");
  const [, payload] = page.widget.letters.find(([intention]) => intention === "write_challenge") ?? [];
  expect(payload).toMatchObject({
    ...said,
    stake: "Enjeu c1",
    statement: "", // which the server makes of the parts
    deadline: "2029",
    id: "c1",
  });
});

test("a part that is typed in the instant before saving stands in what is saved", async () => {
  await edit(0);
  await preview({});
  await page.fill("part.indicator", "le nombre de lits");
  await page.press("save"); // before anybody was asked what sentence the parts make now
  const [, payload] = page.widget.letters.find(([intention]) => intention === "write_challenge") ?? [];
  expect(payload).toMatchObject({ statement: "", indicator: "le nombre de lits" });
});

test("what was typed and is not drawn yet stands in what is saved", async () => {
  await edit(0);
  await preview({});
  await act(async () => {
    const field = page.find<HTMLInputElement>("label:has(.wkf-hint) input");
    field.value = "Loger chaque voisin";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    page.find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  });
  const [, payload] = page.widget.letters.find(([intention]) => intention === "write_challenge") ?? [];
  expect(payload).toMatchObject({ statement: "", action: "Loger chaque voisin" });
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
  const { assembled, reading } = challenge("c1");
  await page.widget.answer({ ok: true, result: { assembled, reading, lost: [], renewed: false, ...found } });
};

test("beside a wording of one's own stands which fields it leaves, and saving goes on all the same", async () => {
  await edit(0);
  await preview({});
  expect(page.el.querySelector(".wkf-note")).toBeNull();
  await page.type("Un toit pour chacun.", "textarea");
  await preview({ lost: ["territory", "deadline"] });
  expect(page.find(".wkf-note").textContent).toBe("lost missing.territory, missing.deadline write them");
  expect(page.find(".wkf-note").closest("[role=status]")).not.toBeNull();
  await page.press("save");
  expect(page.widget.letters.at(-1)).toEqual(["write_challenge", expect.objectContaining({ statement: "Un toit pour chacun." })]);
});

test("the note goes as soon as the wording takes the fields up again", async () => {
  await edit(0, { own_words: true, lost: ["deadline"] });
  expect(page.find(".wkf-note").textContent).toBe("lost missing.deadline write it");
  await page.type("Loger chacun en 2028.", "textarea");
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
  expect(seen.at(-1)).toBe(card);
});

test("a form has the focus as soon as it can be seen: what is typed at once is not moved to another field", async () => {
  open("a");
  const button = [...page.el.querySelectorAll("button")].find((one) => one.textContent?.startsWith("edit"))!;
  button.click(); // and not in `act`, which waits until the page stands still: nobody's fingers do
  await Promise.resolve();
  expect(document.activeElement).toBe(page.find(".wkf-write-main input"));
});

test("a form that was opened is in sight from its top, and nothing says any more that there is no challenge", async () => {
  const seen: Element[] = [];
  Element.prototype.scrollIntoView = function note(this: Element) {
    seen.push(this);
  };
  open();
  expect(page.find(".wkf-empty").textContent).toBe("empty");
  await page.press("add.first");
  expect(page.el.querySelector(".wkf-empty")).toBeNull();
  expect(seen).toEqual([page.find("form.wkf-write-main")]);
});

test("what is set once is closed to a sentence each, and the first challenge is the one thing to do", async () => {
  open();
  expect([...page.el.querySelectorAll("details.wkf-section > summary h2")].map((one) => one.textContent)).toEqual([
    "sectors",
    "workshop",
    "afterwards",
  ]);
  expect(page.el.querySelectorAll("details.wkf-section[open]").length).toBe(0);
  expect(page.find(".wkf-section-state:has(.wk-facts)").textContent).toContain("sectors.count");
  expect(page.find(".wkf-first").textContent).toBe("+ add.first");
});
