/** The page of missions: how it is looked through, what a trial says, and the one next action. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BookedMission, MissionBookModel, NamedMission, PersonOnMission, TrialModel } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { MissionsPanel } from "./missions";

const person = (id: string, changes: Partial<PersonOnMission> = {}): PersonOnMission => ({
  ...{ id, pseudonym: id, competence: 2, interest: 1, status: "proposed", by_hand: false, reason: "", breaks: [] },
  ...{ offered: true, reachable: true, has_phone: true, also: [], beside: "", lonely: false, changed: false },
  ...changes,
});
const mission = (id: string, changes: Partial<BookedMission> = {}): BookedMission => {
  const people = changes.people ?? [];
  const filled = people.filter((one) => one.status === "accepted").length;
  return {
    ...{ id, title: id, concealed: false, places: 2, filled, waiting: people.length - filled, min_competence: 0, sector: "" },
    ...{ min_places: 0, importance: 2, last_date: "", begins: "", finishes: "", days: [], car: false, language: "" },
    ...{ owner: "", first_date: "", next_step: "", day: "", accepted: [], idea: "", when: "", helps: "", could: [] },
    people,
    unfilled: [],
    unfilled_all: [],
    ...changes,
  };
};
const pair = [person("Zoé", { competence: 3 }), person("Ana", { competence: 0, beside: "Zoé" })];
const model: MissionBookModel = {
  ...{ current: "home", sectors: [], proposed: true, pending: 0, filled: 1, waiting: 3, places: 9, said_no: [], placed: [], asked: {} },
  ...{ rule: { competence: 1, interest: 1 }, undo: null, redo: null, trial: null, removed: [], lonely: [] },
  solving: { state: "none", what: "propose", share: 0, sentence: "", written: "" },
  challenges: [
    {
      ...{ id: "home", number: 1, stake: "Logement", statement: "Un toit." },
      missions: [
        mission("Garde", { people: [person("Rose", { status: "accepted", by_hand: true }), person("Lise", { status: "later" })] }),
        mission("Laverie", {
          ...{ places: 3, min_places: 2, sector: "Nord" },
          unfilled: [
            { text: "Seuls ", person: "", mission: "" },
            { text: "Rose", person: "Rose", mission: "" },
            { text: " et ", person: "", mission: "" },
            { text: "« Garde »", person: "", mission: "Garde" },
          ],
          helps: "Une personne de plus.",
          could: [{ id: "iris", pseudonym: "Iris" }],
        }),
        mission("Minibus", { people: pair }),
      ],
    },
  ],
  unassigned: [{ id: "Paul", pseudonym: "Paul", reason: "Rien à sa portée.", bound: [] }],
  declined: [
    { id: "Paul", pseudonym: "Paul", mission: "Laverie", said: "Paul a refusé.", note: "le soir, non", another: true, off: false },
    { id: "Luc", pseudonym: "Luc", mission: "Garde", said: "Luc est retiré.", note: "", another: false, off: true },
  ],
};
model.placed = ["Rose", "Lise"].map((id) => ({ id, pseudonym: id, mission: "Garde" }));
const trial: TrialModel = {
  ...{ number: 3, word: "Lise n’aurait plus de mission.", changes: 2, renewed: false, stale: false },
  tried: [{ id: "Rose", pseudonym: "Rose", mission: { id: "Laverie", title: "Laverie" }, stays: true }],
  moves: [
    {
      ...{ id: "Rose", pseudonym: "Rose", alone: false, notes: ["Cette personne avait dit oui."] },
      leaves: [{ id: "Garde", title: "Garde" }],
      takes: [{ id: "Laverie", title: "Laverie" }],
      keeps: [],
    },
    { id: "Lise", pseudonym: "Lise", leaves: [{ id: "Garde", title: "Garde" }], takes: [], keeps: [], alone: true, notes: [] },
  ],
  costs: [
    { level: "second", before: 2, after: 2, most: 3 },
    { level: "people", before: 4, after: 3, most: null },
  ],
};
const words = {
  "trial.goes": "goes to {mission}",
  "trial.comes": "comes from {mission}",
  "trial.stays": "{pseudonym} on {mission}",
  "trial.keeps": "keeps {missions}",
  "trial.keeps-only": "leaves {missions}, keeps {kept}",
  "trial.takes-too": "takes {missions}, keeps {kept}",
  "trial.unchanged": "{number} unchanged",
  "trial.of": "{number} of {most}",
  "trial.from-to": "{before}>{after}",
  "trial.accept": { one: "accept", other: "accept {number}" },
  "filter.free": "free {number}",
  "filter.without": "without {number}",
  "filter.waiting": "waiting {number}",
  "filter.mine": "mine {number}",
  "filter.pairs": "pairs {number}",
  "filter.another": "another {number}",
  "filter.declined": "declined {number}",
  "seats.least": "at least {least}",
  "unreachable-people": { one: "unreachable-people {names}", other: "unreachable-people {names}" },
  undo: "undo {label}",
  note: "“{note}”",
};

let page: Mounted;
const open = (changes: Partial<MissionBookModel> = {}) => {
  page = new Mounted(MissionsPanel, new FakeWidget({ ...model, ...changes }, { words }));
};
const titles = () => [...page.el.querySelectorAll("article h3")].map((one) => one.textContent);
const names = () => [...page.el.querySelectorAll(".wkf-person-line > b")].map((one) => one.textContent);
const search = (text: string) => page.type(text, "input[type=search]");
const rowOf = (name: string) =>
  [...page.el.querySelectorAll<HTMLElement>(".wkf-mission-people > li")].find((one) => one.textContent?.includes(name))!;

beforeEach(() => localStorage.clear());
afterEach(() => {
  page.leave();
  vi.useRealTimers();
});

test("each filter says how many it is about, and one that is about none is not there", () => {
  open();
  const filters = [...page.el.querySelectorAll(".wkf-filter")].map((one) => one.textContent);
  expect(filters).toEqual(["free 3", "waiting 3", "mine 1", "pairs 1", "another 1", "declined 1"]);
});

test.each([
  ["free", ["Laverie"]],
  ["waiting", ["Garde", "Minibus"]],
  ["mine", ["Garde"]],
  ["pairs", ["Minibus"]],
  ["another", ["Laverie"]],
])("the filter %s shows the missions it is about, and pressed again all of them", async (filter, shown) => {
  open();
  await page.press(`${filter} `);
  expect(titles()).toEqual(shown);
  await page.press(`${filter} `);
  expect(titles()).toHaveLength(3);
});

test("a search finds a name, a mission and a sector, whatever its accents", async () => {
  open();
  await search("zoe");
  expect(titles()).toEqual(["Minibus"]);
  await search("LAVE");
  expect(titles()).toEqual(["Laverie"]);
  await search("nord");
  expect(titles()).toEqual(["Laverie"]);
  await search("nulle part");
  expect(titles()).toEqual([]);
  await page.press("clear");
  expect(titles()).toHaveLength(3);
});

test("by person everybody stands once a mission, who has none with their reason", async () => {
  open();
  await page.press("view.person");
  expect(names()).toEqual(["Lise", "Paul", "Rose"]);
  expect(page.text).toContain("Rien à sa portée.");
  await page.press("without 1");
  expect(names()).toEqual(["Paul"]);
});

test("a name in why a place is free leads to that person, a title to that mission", async () => {
  open();
  const links = [...page.el.querySelectorAll<HTMLAnchorElement>(".wkf-why .wkf-named")];
  expect(links.map((one) => one.textContent)).toEqual(["Rose", "« Garde »"]);
  await act(async () => links[0]!.click());
  expect(names()).toEqual(["Rose"]);
  await page.press("view.mission");
  await search("");
  await act(async () => page.el.querySelectorAll<HTMLAnchorElement>(".wkf-why .wkf-named")[1]!.click());
  expect(titles()).toEqual(["Garde"]);
});

test("those who could be asked are listed at a press", async () => {
  open();
  await page.press("could");
  expect(page.find(".wkf-could").textContent).toBe("Iris");
});

test("a beginner stands right before whom they go with, and it is said to who listens", () => {
  open();
  const pairs = [...page.el.querySelectorAll(".wkf-beside b")].map((one) => one.textContent);
  expect(pairs).toEqual(["Ana", "Zoé"]);
  expect(rowOf("Ana").textContent).toContain("pair.beside");
});

test("seats are counted in words beside their marks", () => {
  open();
  const [garde, laverie] = [...page.el.querySelectorAll(".wkf-seats")];
  expect([...garde!.querySelectorAll("i")].map((one) => one.className)).toEqual(["wkf-seat wkf-seat-yes", "wkf-seat wkf-seat-waits"]);
  expect(laverie!.textContent).toContain("at least 2");
});

test("why somebody said no stands in their own words, and that they would like another", () => {
  open();
  expect(page.text).toContain("Paul a refusé. “le soir, non”another");
});

test("while a trial is open, its acceptance is the one next action, and rows say what it would do", () => {
  open({ trial });
  expect([...page.el.querySelectorAll(".wk-go")].map((one) => one.textContent)).toEqual(["accept 2"]);
  expect(rowOf("Rose").textContent).toContain("goes to Laverie");
  expect(rowOf("Lise").textContent).toContain("trial.out");
  expect([...page.el.querySelectorAll(".wkf-tried")].map((one) => one.textContent)).toContain("comes from Garde");
  const levels = [...page.el.querySelectorAll(".wkf-levels tr")];
  expect(levels.map((one) => [one.className, one.textContent])).toEqual([
    ["", "1. level.minima2 of 3 unchanged"],
    ["wkf-changed", "2. level.people4>3trial.from-to-words"],
  ]);
  expect(page.find(".wkf-whatif").textContent).toContain("Cette personne avait dit oui.");
});

test("a trial takes the focus, is accepted by its number, or left", async () => {
  open();
  await page.widget.show({ ...model, trial });
  expect(document.activeElement?.id).toBe("wkf-whatif");
  await page.press("accept 2");
  await page.widget.answer();
  await page.widget.show(model);
  await page.widget.show({ ...model, trial });
  await page.press("trial.leave");
  expect(page.widget.letters).toEqual([
    ["accept_trial", { trial: 3 }],
    ["leave_trial", {}],
  ]);
});

test("Escape leaves a trial", async () => {
  open({ trial });
  await act(async () => void page.find("#wkf-whatif").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })));
  expect(page.widget.asked).toEqual(["leave_trial"]);
});

test.each([
  ["whom it was about", { trial }, "move-do, Rose"],
  ["the button, after a proposal that was shown", { trial: { ...trial, tried: [] } }, "propose-again"],
  ["the heading, where it was stopped before it came", { solving: { ...model.solving, state: "working", what: "try" } }, "title"],
] as [string, Partial<MissionBookModel>, string][])("after a trial the focus goes back to %s", async (_where, changes, back) => {
  open();
  await page.widget.show({ ...model, ...changes });
  if (changes.trial == null) page.find<HTMLButtonElement>("aside button").focus();
  expect(document.activeElement?.closest("aside")).not.toBeNull();
  await page.widget.show(model);
  const focused = document.activeElement;
  expect(focused?.getAttribute("aria-label") ?? focused?.textContent).toBe(back);
});

test("a focus that went elsewhere meanwhile stays there when a trial is over", async () => {
  open();
  await page.widget.show({ ...model, trial });
  page.find<HTMLInputElement>("input[type=search]").focus();
  await page.widget.show(model);
  expect(document.activeElement?.getAttribute("type")).toBe("search");
});

test("a step with nothing to do keeps the focus, and asks for nothing", async () => {
  open({ redo: { number: 1, label: "x" } });
  const redo = page.find<HTMLButtonElement>(".wkf-mission-step[aria-label]");
  redo.focus();
  await page.press("redo");
  await page.widget.show({ ...model, undo: { number: 1, label: "x" } });
  await page.widget.answer();
  expect(document.activeElement).toBe(redo);
  await act(async () => redo.click());
  expect(page.widget.asked).toEqual(["redo_assignments"]);
});

test("a trial whose basis changed too often is renewed before it can be accepted", async () => {
  open({ trial: { ...trial, stale: true } });
  await page.press("trial.renew");
  expect(page.widget.asked).toEqual(["renew_trial"]);
  expect(page.text).not.toContain("accept 2");
});

test("while something is worked out it is said how far, it can be stopped, and is not asked for twice", async () => {
  open({ proposed: false, solving: { state: "working", what: "propose", share: 0.4, sentence: "", written: "" } });
  expect(page.find<HTMLProgressElement>("progress").value).toBeCloseTo(0.4);
  await page.press("proposing");
  await page.press("stop");
  expect(page.widget.asked).toEqual(["stop_solving"]);
});

test("undo names what it takes back, and sends which step it is", async () => {
  open({ undo: { number: 4, label: "Lise reste ici" }, redo: { number: 5, label: "x" } });
  await page.press("undo Lise reste ici");
  await page.widget.answer();
  await page.press("redo.nothing");
  expect(page.widget.letters).toEqual([
    ["undo_assignments", { step: 4 }],
    ["redo_assignments", { step: 5 }],
  ]);
});

test("somebody is dragged onto a mission to try it", async () => {
  open();
  const target = [...page.el.querySelectorAll("article")].find((one) => one.textContent?.startsWith("Laverie"))!;
  await act(async () => void rowOf("Rose").dispatchEvent(new Event("dragstart", { bubbles: true })));
  await act(async () => void target.dispatchEvent(new Event("drop", { bubbles: true, cancelable: true })));
  expect(page.widget.letters).toEqual([["try_change", { participant: "Rose", mission: "Laverie", stays: true, leaving: "Garde" }]]);
});

test("nobody is tried where they said no, neither by dragging nor from the list", async () => {
  open({ asked: { Rose: { offers: ["home"], said_no: [], declined: ["Laverie"], reachable: true } } });
  const target = [...page.el.querySelectorAll("article")].find((one) => one.textContent?.startsWith("Laverie"))!;
  await act(async () => void rowOf("Rose").dispatchEvent(new Event("dragstart", { bubbles: true })));
  const over = new Event("dragover", { bubbles: true, cancelable: true });
  await act(async () => void target.dispatchEvent(over));
  await act(async () => void target.dispatchEvent(new Event("drop", { bubbles: true, cancelable: true })));
  await act(async () => rowOf("Rose").querySelector("button")!.click());
  const select = rowOf("Rose").querySelector("select")!;
  select.value = "Laverie";
  await act(async () => void select.dispatchEvent(new Event("change", { bubbles: true })));
  await page.press("try");
  await page.press("place-also");
  expect(rowOf("Rose").textContent).toContain("before.declined");
  const acts = page.widget.asked.filter((one) => one !== "foresee_placing");
  expect([over.defaultPrevented, acts]).toEqual([false, []]);
});

test("by person, each mission is dragged by itself, and nobody who said no to everything", async () => {
  const own = person("Rose", { status: "accepted" });
  const missions = [mission("Garde", { people: [own] }), mission("Laverie", { people: [own] })];
  open({ challenges: [{ ...model.challenges[0]!, missions }], said_no: [{ id: "Nour", pseudonym: "Nour" }] });
  await page.press("view.person");
  const lines = [...page.el.querySelectorAll<HTMLElement>(".wkf-person-line")];
  expect(lines.filter((one) => one.hasAttribute("draggable")).map((one) => one.textContent?.match(/Rose|Paul|Lise/)?.[0])).toEqual([
    "Paul",
    "Rose",
    "Rose",
  ]);
  expect(lines.find((one) => one.textContent?.includes("Nour"))?.hasAttribute("draggable")).toBe(false);
  expect(page.el.querySelectorAll("li[draggable]")).toHaveLength(0);
});

test("weights are sent together, each as it stands", async () => {
  open();
  const select = page.find<HTMLSelectElement>("select option[value='10']").parentElement as HTMLSelectElement;
  select.value = "3";
  await act(async () => void select.dispatchEvent(new Event("change", { bubbles: true })));
  expect(page.widget.letters).toEqual([["weigh_fit", { competence: 3, interest: 1 }]]);
});

test("sixty missions are folded, one challenge at a time, and come into the page in parts", async () => {
  vi.useFakeTimers();
  const many = Array.from({ length: 60 }, (_, at) => mission(`Mission ${at}`));
  open({ challenges: [{ ...model.challenges[0]!, missions: many }] });
  expect(titles()).toHaveLength(16);
  expect(page.el.querySelector(".wkf-mission-in")).toBeNull();
  for (let at = 0; at < 4; at += 1) await act(async () => void vi.advanceTimersByTime(20));
  expect(titles()).toHaveLength(60);
  await page.press("open");
  expect(page.el.querySelectorAll(".wkf-mission-in")).toHaveLength(1);
});

test("while the first trial is worked out, it is said where it will stand, and it can be stopped", async () => {
  open({ solving: { state: "working", what: "try", share: 0.2, sentence: "", written: "" } });
  expect(page.find("aside").textContent).toContain("trying");
  await page.press("stop");
  expect(page.widget.asked).toEqual(["stop_solving"]);
});

test("why a trial was refused stands where it was asked for, and what was chosen stays", async () => {
  open();
  const row = rowOf("Rose");
  await act(async () => row.querySelector("button")!.click());
  const select = row.querySelector("select")!;
  select.value = "Laverie";
  await act(async () => void select.dispatchEvent(new Event("change", { bubbles: true })));
  await page.press("try");
  await page.widget.answer({ ok: false, sentence: "La mission est complète." });
  await vi.waitFor(() => expect(rowOf("Rose").querySelector(".wk-refused")?.textContent).toBe("La mission est complète."));
  expect(rowOf("Rose").querySelector("select")?.value).toBe("Laverie");
});

test("a proposal that would move people is shown before it is written, and needs no word on what was tried", async () => {
  open({ ...model, trial: { ...trial, tried: [] } });
  expect(page.find(".wkf-whatif").textContent).toContain("trial.again trial.nothing-moved");
  expect(page.find(".wkf-whatif").textContent).not.toContain("trial.tried");
  expect(page.find(".wkf-whatif > .wk-go").textContent).toBe("accept 2");
});

const [garde, laverie, minibus] = ["Garde", "Laverie", "Minibus"].map((id) => ({ id, title: id })) as [
  NamedMission,
  NamedMission,
  NamedMission,
];

test.each([
  ["has none before", { takes: [laverie] }, "trial.before →,  Laverie"],
  ["has none left", { leaves: [garde], alone: true }, "Garde →,  trial.none"],
  ["leaves one of two", { leaves: [garde], keeps: [laverie] }, "leaves Garde, keeps Laverie"],
  ["takes one more", { takes: [garde], keeps: [laverie] }, "takes Garde, keeps Laverie"],
  ["changes one of two", { leaves: [garde], takes: [minibus], keeps: [laverie] }, "Garde →,  Minibus, keeps Laverie"],
])("of who %s it is said what they keep", (_who, changes, said) => {
  const moved = { id: "Odette", pseudonym: "Odette", leaves: [], takes: [], keeps: [], alone: false, notes: [], ...changes };
  open({ ...model, trial: { ...trial, moves: [moved] } });
  expect(page.find(".wkf-moves > li").textContent).toBe(`Odette\u2002, ${said}`);
});

test("who cannot be reached is told of once they said yes: nobody is asked for contact details before", () => {
  const people = [person("Rose", { status: "accepted", reachable: false }), person("Lise", { reachable: false })];
  open({ challenges: [{ ...model.challenges[0]!, missions: [mission("Garde", { people })] }] });
  expect(page.find(".wkf-next-action").textContent).toContain("unreachable-people Rose");
  expect(page.find(".wkf-next-action").textContent).not.toContain("Lise");
});

test("who has two missions leaves the one whose line is dragged", async () => {
  const both = ["Garde", "Laverie"].map((id) => mission(id, { people: [person("Odette", { status: "accepted" })] }));
  const placed = [{ id: "Odette", pseudonym: "Odette", mission: "Garde · Laverie" }];
  open({ placed, challenges: [{ ...model.challenges[0]!, missions: [...both, mission("Minibus")] }] });
  await page.press("view.person");
  const line = [...page.el.querySelectorAll(".wkf-person-line")].find((one) => one.textContent?.startsWith("OdetteLaverie"))!;
  expect(line.getAttribute("draggable")).toBe("true");
  await act(async () => void line.dispatchEvent(new Event("dragstart", { bubbles: true })));
  await page.press("view.mission");
  const target = [...page.el.querySelectorAll("article")].find((one) => one.textContent?.includes("Minibus"))!;
  await act(async () => void target.dispatchEvent(new Event("drop", { bubbles: true, cancelable: true })));
  expect(page.widget.letters).toEqual([["try_change", { participant: "Odette", mission: "Minibus", stays: true, leaving: "Laverie" }]]);
});

test("once missions are proposed the page leads to what is printed and typed in of them", async () => {
  open();
  const links = [...page.el.querySelectorAll("a")].filter((one) => one.textContent?.startsWith("on-paper"));
  expect(links.map((one) => one.getAttribute("href"))).toEqual(["./room?lang=fr#mission-slips", "./room?lang=fr#paper-answers"]);
  await page.widget.show({ ...model, filled: 0, waiting: 0 });
  expect(page.text).not.toContain("on-paper");
});

test("one more than the list holds is shown rather than counted", async () => {
  const moves = ["a", "b", "c", "d"].map((id) => ({ ...trial.moves[1]!, id, pseudonym: id }));
  open({ ...model, trial: { ...trial, moves } });
  expect(page.el.querySelector(".wkf-moves details")).toBeNull();
  await page.widget.show({ ...model, trial: { ...trial, moves: [...moves, { ...moves[0]!, id: "e", pseudonym: "e" }] } });
  expect(page.find(".wkf-moves details summary").textContent).toBe("trial.more");
});

test("what was proposed a moment ago is said for as long as the page is told so", async () => {
  const written = "Mission proposed to Rose.";
  open({ ...model, solving: { ...model.solving, written } });
  expect(page.text).toContain(written);
  await page.widget.show(model);
  expect(page.text).not.toContain(written);
});

test("that something was done again is said until another step is made", async () => {
  const step = (number: number) => ({ number, label: `step ${number}` });
  open({ ...model, undo: step(1), redo: step(2) });
  await page.press("redo");
  await page.widget.show({ ...model, undo: step(2), redo: null });
  await page.widget.answer();
  expect(page.find(".wkf-propose [role=status]").textContent).toBe("redone");
  await page.widget.show({ ...model, undo: step(3), redo: null });
  expect(page.find(".wkf-propose [role=status]").textContent).toBe("");
});

test("a beginner who has nobody to go with is told of above the list, on the mission and by person", async () => {
  const lonely = [{ id: "Ana", pseudonym: "Ana", mission: { id: "Minibus", title: "Minibus" }, found: false }];
  const alone = mission("Minibus", { people: [person("Ana", { competence: 0, lonely: true, status: "accepted" })] });
  const missions = [mission("Garde"), alone];
  const placed = [{ id: "Ana", pseudonym: "Ana", mission: "Minibus" }];
  open({ ...model, lonely, placed, challenges: [{ ...model.challenges[0]!, missions }] });
  expect(page.find(".wkf-next-action").textContent).toContain("lonely.none");
  expect(page.find(".wkf-mission-people").textContent).toContain("lonely.here");
  await page.press("filter.lonely");
  expect([...page.el.querySelectorAll("h3")].map((one) => one.textContent)).toEqual(["Minibus"]);
  await page.press("view.person");
  expect(page.find(".wkf-people-list").textContent).toContain("lonely.here");
});

test("whom one looks for by name is seen on their mission, however many missions there are", async () => {
  const many = Array.from({ length: 12 }, (_, at) => mission(`m${at}`, { people: [person(`Rose ${at}`)] }));
  open({ ...model, challenges: [{ ...model.challenges[0]!, missions: many }] });
  expect(page.el.querySelectorAll(".wkf-mission-person")).toHaveLength(0);
  await search("rose");
  expect(page.el.querySelectorAll(".wkf-mission-person")).toHaveLength(12);
});

test("names that a sentence counts are opened by one press", async () => {
  const piece = (text: string, id = "") => ({ text, person: id, mission: "" });
  const unfilled = [piece("Seuls "), piece("Rose", "Rose"), piece(" et 1 autre")];
  const unfilled_all = [piece("Seuls "), piece("Rose", "Rose"), piece(" et "), piece("Iris", "Iris")];
  open({ ...model, challenges: [{ ...model.challenges[0]!, missions: [mission("Garde", { unfilled, unfilled_all })] }] });
  await page.press("names-all");
  expect(page.find(".wkf-why").textContent).toContain("Seuls Rose et Iris");
});

test("that two weights of nothing weigh nothing is said where they are set", async () => {
  open({ ...model, rule: { competence: 0, interest: 0 } });
  expect(page.text).toContain("rule.none");
  await page.widget.show({ ...model, rule: { competence: 1, interest: 0 } });
  expect(page.text).not.toContain("rule.none");
});
