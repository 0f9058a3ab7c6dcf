/** The screen: what is said is true at its moment, and nothing that is too long is lost. */
import { afterEach, expect, test } from "vitest";
import type { ScreenOpen, ScreenPanels } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Screen } from "./stage";

type Model = ScreenPanels["screen"];

const challenge = (number: number) => ({
  number,
  stake: `Enjeu ${number}`,
  statement: `Défi ${number}`,
  tables: `${number} à ${number + 2}`,
});
const frame = {
  moment: "writing" as const,
  title: "Atelier",
  territory: "Val-Brume",
  people: 12,
  timer: null,
  of: 3,
  challenges: [challenge(1)],
  join: "",
  qr: [],
  door: "",
  page: 0,
  pages: [] as number[],
  finished: 0,
  discussed: [],
  tensions: [],
  rule: {
    kind: "dots" as const,
    budget: 5,
    most: 2,
    grades: 7,
    scale: [6, 5, 4, 3, 2, 1, 0],
    blanks_count: true,
    to_spend: 0,
    points: 0,
  },
  round: 1,
  first: false,
};
const minutes = (left: number) => ({ ends_at: Date.now() + left * 60_000, now: Date.now(), paused: true });
const open = (number: number, more: Partial<ScreenOpen> = {}): ScreenOpen => ({
  challenge: challenge(number),
  moment: "writing",
  over: false,
  turn: null,
  timer: null,
  wrote: 0,
  voted: 0,
  ...more,
});
const words = {
  "at-tables": { one: "table {tables}", other: "tables {tables}" },
  besides: { one: "et {number} d’un fichier", other: "et {number} d’un fichier" },
  "writing.writing": "Personne ne lit avant la fin.",
  "writing.over": "L’écriture est finie",
  "writing.turn": "Tour {at} sur {of}.",
  "writing.turn.short": "tour {at} sur {of}",
  "writing.reveal": "Les idées se lisent sur les téléphones.",
  "writing.wrote": { one: "a écrit", other: "ont écrit" },
  "writing.wrote.here": { one: "personne a écrit ici", other: "personnes ont écrit ici" },
  "writing.wrote.nobody": "Personne n’a encore écrit ici.",
  "writing.wrote.people": { one: "{number} personne a écrit", other: "{number} personnes ont écrit" },
  "writing.wrote.none": "personne n’a encore écrit",
  "vote.voted.here": { one: "personne a voté ici", other: "personnes ont voté ici" },
  "vote.voted.people": { one: "{number} personne a voté", other: "{number} personnes ont voté" },
  "vote.voted.none": "personne n’a encore voté",
  "reveal.gathered": { one: "{number} réunie", other: "{number} réunies" },
  "reveal.ideas": { one: "{number} idée", other: "{number} idées" },
  "vote.voted.nobody": "Personne n’a encore voté ici.",
  "results.whole": "suite page {page}",
  "results.place": "place {rank}",
  "results.rank.one": "{rank}re",
  "results.rank.other": "{rank}e",
  "pages.place": "page {page} sur {count}",
};

let page: Mounted;
const show = (model: Model) => {
  page = new Mounted(Screen, new FakeWidget(model, { words }));
};
afterEach(() => page.leave());

test("challenges that are open together stand on one page, each with its tables, its time and who wrote, or voted", () => {
  const told = [open(1, { wrote: 3, timer: minutes(5) }), open(2, { wrote: 1, voted: 2, moment: "vote" })];
  show({ ...frame, view: "writing", open: told, wrote: 4, expected: 12, pages: [2, 1, 1] });
  const [first, second] = [...page.el.querySelectorAll(".wk-together > li")].map((one) => one.textContent);
  expect(first).toMatch(/tables 1 à 3.*Défi 1.*5:00.*3 personnes ont écrit/);
  expect(second).toMatch(/tables 2 à 4.*room.vote.*2 personnes ont voté/);
  expect(page.text).toContain("4 / 12");
  expect(page.text).toContain("page 1 sur 3");
});

test("one of several has no number to be of: nobody knows how many of the room work on it", () => {
  show({ ...frame, view: "writing", open: [open(1)], wrote: 3, expected: null, page: 1, pages: [2, 1, 1] });
  expect(page.find(".wk-number").textContent).toBe("personnes ont écrit ici3");
});

test("of people who change tables, the turn is said, of one challenge and of several", async () => {
  const at = { turn: { at: 2, of: 3 } };
  show({ ...frame, view: "writing", open: [open(1, at)], wrote: 3, expected: 12 });
  expect(page.text).toContain("Tour 2 sur 3. Personne ne lit avant la fin.");
  await page.widget.show({ ...frame, view: "writing", open: [open(1, at), open(2)], wrote: 3, expected: 12, pages: [2, 1, 1] });
  const rows = [...page.el.querySelectorAll(".wk-together-now")].map((one) => one.textContent?.includes("tour 2 sur 3"));
  expect(rows).toEqual([true, false]);
});

test("where nobody knows how many are waited for, none is said in words and not as a nought of nothing", async () => {
  const pages = [2, 1, 1];
  show({ ...frame, view: "writing", open: [open(1)], wrote: 0, expected: null, page: 1, pages });
  expect(page.text).toContain("Personne n’a encore écrit ici.");
  expect(page.el.querySelector(".wk-number")).toBeNull();
  await page.widget.show({ ...frame, view: "writing", open: [open(1), open(2, { wrote: 1 })], wrote: 1, expected: 12, pages });
  const rows = [...page.el.querySelectorAll(".wk-together-now")].map((one) => one.lastElementChild?.textContent);
  expect(rows).toEqual(["personne n’a encore écrit", "1 personne a écrit"]);
  await page.widget.show({ ...frame, moment: "vote", view: "vote", voted: 0, expected: null, over: false });
  expect(page.text).toContain("Personne n’a encore voté ici.");
  await page.widget.show({ ...frame, moment: "vote", view: "vote", voted: 0, expected: 12, over: false });
  expect(page.find(".wk-number b").textContent).toBe("0 / 12");
});

test("once the ideas are read on phones, no sentence says that nobody reads", async () => {
  show({ ...frame, view: "writing", open: [open(1)], wrote: 3, expected: 12 });
  expect(page.text).toContain("Personne ne lit avant la fin.");
  const over: Model = { ...frame, view: "writing", open: [open(1, { moment: "reveal" })], wrote: 3, expected: 12 };
  await page.widget.show(over);
  expect(page.text).not.toContain("Personne ne lit");
  expect(page.text).toContain("Les idées se lisent sur les téléphones.");
  expect(page.text).not.toContain("room.writing");
});

test("beside another challenge, ideas that wait to be read are neither being written nor on the screen", () => {
  const told = [open(1, { moment: "reveal", over: true, wrote: 3 }), open(2, { moment: "reveal" }), open(3)];
  show({ ...frame, view: "writing", open: told, wrote: 3, expected: 12, pages: [3, 1, 1, 1] });
  const said = [...page.el.querySelectorAll(".wk-together-now")].map((one) => one.firstElementChild?.textContent);
  expect(said).toEqual(["L’écriture est finie", "room.reveal", "room.writing"]);
});

test("a title that is cut says on which page it is whole, and is whole there", async () => {
  const tally = { dots: 3, supporters: 2, rank: 1, judgment: null, stances: null, before: null, cost: null, funded: null };
  const rank = { ...tally, title: "Ouvrir le gymnase…", page: 1, ideas: 1 };
  const whole = [{ rank: 1, title: "Ouvrir le gymnase chaque soir d’hiver" }];
  const results = { ...frame, moment: "results" as const, view: "results" as const, others: 0, without: 0, fell: [] };
  const model: Model = { ...results, places: [{ rank: 1, ranks: [rank], more: 0 }], whole, pages: [1, 1] };
  show(model);
  expect(page.text).toContain("suite page 2");
  await page.widget.show({ ...model, page: 1 });
  expect(page.find(".wk-columns").textContent).toBe("place 1reOuvrir le gymnase chaque soir d’hiver");
});

test("what an author answered stands under the idea, without a name", () => {
  const cards = [{ title: "", texts: ["Une laverie", "Un four"], answers: ["Le samedi", ""], ideas: 2 }];
  show({ ...frame, moment: "reveal", view: "reveal", cards, pages: [1] });
  expect([...page.el.querySelectorAll(".wk-answer")].map((one) => one.textContent)).toEqual(["discuss.answerLe samedi"]);
});

test("the screen turns no page by itself: it has no button for it", () => {
  show({
    ...frame,
    moment: "reveal",
    view: "reveal",
    cards: [{ title: "", texts: ["Une laverie"], answers: ["Le samedi"], ideas: 1 }],
    pages: [1, 1],
  });
  expect([...page.el.querySelectorAll("button")].map((one) => one.className)).toEqual(["wk-ground"]);
});

test("on its own page a challenge at its vote says who voted", () => {
  const told = [open(1, { moment: "vote", wrote: 5, voted: 2 })];
  show({ ...frame, view: "writing", open: told, wrote: 5, expected: null, page: 1, pages: [2, 1, 1] });
  expect(page.find(".wk-number").textContent).toBe("personnes ont voté ici2");
});

test("ideas in the words of their group's title are counted, and said once", () => {
  show({ ...frame, moment: "reveal", view: "reveal", cards: [{ title: "Une laverie", texts: [], answers: [], ideas: 2 }], pages: [1] });
  expect(page.find(".wk-card-group").textContent).toBe("Une laverie2 réunies");
  expect(page.text).toContain("2 idées");
});

test.each<[string, Model]>([
  ["where help is offered", { ...frame, moment: "offer", view: "offer", offers: 25, others: 24, over: false }],
  [
    "at the thanks",
    { ...frame, ...{ moment: "thanks", view: "thanks", ideas: 40, offers: 25, others: 24, taken: 3, follow_up: "", contact: "" } },
  ],
])("volunteers of a file are told beside the room’s offers, %s", async (_where, model) => {
  show(model);
  expect(page.find(".wk-last-row").textContent).toContain("25et 24 d’un fichier");
  await page.widget.show({ ...model, others: 0 });
  expect(page.text).not.toContain("d’un fichier");
});

test("marks of volunteers of a file are counted beside the room's answers, and only where they are drawn", async () => {
  const zones = Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => "resting" as const));
  const counts = Array.from({ length: 5 }, () => [0, 0, 0, 0]);
  const in_zone = { ready: 0, learning: 0, advice: 0, resting: 0 };
  const drawn = { counts, spread: { across: 5, down: 3, wide: counts }, zones, in_zone, answered: 45, unsure: 4 };
  const matrix = { challenge: challenge(1), heard: 30, room: 85, few: false };
  const model = { ...frame, moment: "scoring" as const, view: "scoring" as const, pages: [1] };
  const shown = { ...drawn, room: 85, heard: 30, waited: 55, others: 19 };
  show({ ...model, matrices: [{ ...matrix, counts: shown }] });
  expect(page.find(".wk-last-row").textContent).toContain("30 / 85et 19 d’un fichierscoring.unsure");
  await page.widget.show({ ...model, matrices: [{ ...matrix, counts: { ...shown, others: 0 } }] });
  expect(page.text).not.toContain("d’un fichier");
  await page.widget.show({ ...model, matrices: [{ ...matrix, counts: null }] });
  expect(page.text).not.toContain("d’un fichier");
});

test("the code of the door is named wherever it stands: large at the welcome, small in the corner of every other page", () => {
  const joined = { ...frame, join: "http://192.0.2.7:8866/", qr: ["10", "01"], door: "tilleul cuivre matin loutre" };
  show({ ...joined, moment: "welcome", view: "welcome", stakes: null, people: 3 });
  expect(page.find(".wk-stage-door").textContent).toBe("welcome.door tilleul cuivre matin loutre");
  page.leave();
  show({ ...joined, moment: "choice", view: "plain" });
  expect(page.find(".wk-join-corner p").textContent).toBe("join.here192.0.2.7:8866welcome.doortilleul cuivre matin loutre");
});

test("the welcome says what phones are asked about stakes, and counts answers in place of seats", async () => {
  const joined = { ...frame, join: "http://192.0.2.7:8866/", qr: ["10", "01"], people: 0 };
  show({ ...joined, moment: "welcome", view: "welcome", stakes: { stage: "gathering", number: 12 } });
  expect(page.find("h2").textContent).toBe("stakes.gathering");
  expect(page.text).toContain("stakes.gathering.how");
  expect(page.find(".wk-numbers").textContent).toBe("stakes.proposed12");
  await page.widget.show({ ...joined, moment: "welcome", view: "welcome", stakes: { stage: "judging", number: 3 } });
  expect(page.find(".wk-numbers").textContent).toBe("stakes.judges3");
  await page.widget.show({ ...joined, join: "", qr: [], moment: "welcome", view: "welcome", stakes: { stage: "judging", number: 3 } });
  expect(page.text).toContain("welcome.nowhere");
});

test("the plan of the tables says nothing of phones once they say no table any more", () => {
  const plan: Model = { ...frame, view: "tables", moment: "scoring", round: 1, rounds: 2, tables: [], pages: [0] };
  page = new Mounted(Screen, new FakeWidget(plan, { words }));
  expect(page.text).toContain("tables.find");
  expect(page.text).not.toMatch(/tables.title|tables.late/);
});

test("the plan of the tables says numbers and where they stand, and who sits there on the pages after it", async () => {
  const tables = [
    { number: 1, landmark: "Près de la porte", seats: 8, people: [] },
    { number: 2, landmark: "", seats: 7, people: [] },
  ];
  const plan: Model = { ...frame, view: "tables", round: 1, rounds: 2, tables, pages: [2, 2] };
  const spoken = { "tables.people": { one: "{number} personne", other: "{number} personnes" }, "tables.table": "Table {number}" };
  page = new Mounted(Screen, new FakeWidget(plan, { words: { ...words, ...spoken } }));
  for (const text of ["tables.title", "Près de la porte", "7 personnes"]) expect(page.text).toContain(text);
  const people = [{ number: 1, landmark: "", seats: 1, people: ["Merle"] }];
  await page.widget.show({ ...plan, page: 1, tables: people });
  expect(page.text).toContain("Table 1");
  expect(page.text).toContain("Merle");
  expect(page.text).not.toContain("tables.title");
});

test("places fill challenge by challenge, with the minimum in words and one mark a place", () => {
  const mission = { title: "Tenir l’accueil", places: 4, minimum: 2, filled: 1, waiting: 1, sector: "", names: ["Rosa Petit"], unnamed: 0 };
  const card = {
    number: 2,
    stake: "Logement",
    filled: 3,
    places: 8,
    more: false,
    missions: [mission, { ...mission, filled: 2, names: [] }],
  };
  const said = {
    "missions.challenge": "Défi {number} · {stake}",
    "missions.places": { one: "{filled} sur {places} place", other: "{filled} sur {places} places" },
    "missions.short": { one: "encore {number} personne", other: "encore {number} personnes" },
    "missions.reached": "minimum atteint",
    "missions.waiting": { one: "{number} réponse attendue", other: "{number} réponses attendues" },
  };
  const model: Model = { ...frame, moment: "missions", view: "missions", cards: [card], pages: [1] };
  page = new Mounted(Screen, new FakeWidget(model, { words: { ...words, ...said } }));
  expect(page.text).toMatch(/Défi 2.·.Logement 3 sur 8 places/);
  const [first, second] = [...page.el.querySelectorAll(".wk-filling > ul > li")];
  expect(first!.textContent).toMatch(/1 sur 4 places.*encore 1 personne.*1 réponse attendue.*Rosa Petit/);
  expect(second!.textContent).toContain("minimum atteint");
  const marks = [...first!.querySelectorAll(".wk-seats i")].map((one) => one.className);
  expect(marks).toEqual(["wk-seat-yes", "wk-seat-held", "wk-seat-free", "wk-seat-free"]);
});
