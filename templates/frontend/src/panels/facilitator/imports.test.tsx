/** The import page: a file on its way, read over, corrected, answered and written. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ImportFile, ImportLine, ImportLines, ImportPreview, ImportsModel, LineGroup, PastImport } from "../../contract";
import { eventually, FakeWidget, Mounted } from "../kit/stage";
import { PIECE } from "./import_arriving";
import { ImportsPanel } from "./imports";

const GROUPS: readonly LineGroup[] = ["doubtful", "refused", "changed", "new", "same", "left"];
const line = (given: Partial<ImportLine>): ImportLine => ({
  sheet: "",
  line: 2,
  part: "",
  title: "Ana Roux",
  cells: { name: "Ana Roux" },
  unkept: [],
  changes: [],
  repairs: [],
  doubt: null,
  refusal: null,
  notes: [],
  why: "",
  corrected: false,
  aside: false,
  ...given,
});
const group = (name: LineGroup, lines: ImportLine[] = [], given: Partial<ImportLines> = {}): ImportLines => ({
  group: name,
  all: lines.length,
  found: lines.length,
  at: 0,
  search: "",
  open: false,
  repaired: 0,
  notes: [],
  lines,
  ...given,
});
const preview = (groups: ImportLines[], given: Partial<ImportPreview> = {}): ImportPreview => ({
  id: "f1",
  name: "liste.csv",
  kind: "volunteers",
  guessed: false,
  busy: false,
  rows: 0,
  read: 3,
  writes: 1,
  decided: 0,
  changes: 0,
  open: 0,
  touched: false,
  sheets: [],
  hidden_lines: 0,
  hidden_taken: false,
  columns: [{ heading: "Nom", column: "name", filled: 3, values: ["Ana Roux"], sheet: "", hidden: false, chosen: false, idle: false }],
  missing: [],
  fields: ["name", "first_name", "email"],
  used: ["name", "email"],
  unusable: "",
  notes: [],
  sample: [],
  encodings: [],
  encoding: "",
  remembered: false,
  likely: null,
  consent: null,
  groups: GROUPS.map((name) => groups.find((one) => one.group === name) ?? group(name)),
  ...given,
});
const MODEL: ImportsModel = {
  files: [],
  shown: null,
  writing: false,
  failed: "",
  done: null,
  kept: [],
  past: [],
  challenges: ["Logement", "Mobilité"],
  bytes_at_most: 50_000_000,
};
const READY: ImportFile = { id: "f1", name: "liste.csv", kind: "volunteers", guessed: false, state: "ready", sentence: "", encodings: [] };
const reading = (...given: Parameters<typeof preview>): ImportsModel => ({ ...MODEL, files: [READY], shown: preview(...given) });
const DOUBTFUL = line({
  line: 9,
  title: "Jeanne Martin",
  doubt: {
    why: "Même nom, autre courriel.",
    answer: null,
    person: "",
    candidates: [
      {
        person: "p1",
        name: "Jeanne Martin",
        sheet: "",
        line: 0,
        likenesses: [
          { column: "name", known: "Jeanne Martin", read: "Jeanne Martin", verdict: "same" },
          { column: "email", known: "jeanne@example.org", read: "j.martin@example.org", verdict: "other" },
        ],
      },
    ],
  },
});
const REFUSED = line({
  line: 24,
  title: "Odile Garnier",
  cells: { name: "Odile Garnier", email: "odile@@example.org" },
  refusal: { column: "email", heading: "Courriel", value: "odile@@example.org", why: "Deux @ dans ce courriel." },
});

let page: Mounted;
const open = (model: ImportsModel) => {
  page = new Mounted(ImportsPanel, new FakeWidget(model, { words: { "go.volunteers": "Importer {number}", gone: "parti : {name}" } }));
  return page;
};
const drop = async (...files: File[]) => {
  const event = new Event("drop", { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types: ["Files"], files, items: [] } });
  await act(async () => void document.dispatchEvent(event));
  await eventually(() => expect(page.widget.asked).toContain("begin_file"));
};
const bytesOf = (sent: { payload: Record<string, unknown> }) => atob(String(sent.payload.piece)).length;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, "", "/import");
});
afterEach(() => page.leave());

test("a file dropped anywhere arrives piece by piece, and nothing of it is kept on the device", async () => {
  history.replaceState(null, "", "/import?kind=volunteers");
  open(MODEL);
  await drop(new File([new Uint8Array(PIECE + 10)], "liste.csv"));
  expect(page.widget.letters.at(-1)).toEqual(["begin_file", { name: "liste.csv", size: PIECE + 10, kind: "volunteers", first: true }]);
  await page.widget.answer({ result: { file: "f1" } });
  await eventually(() => expect(page.widget.asked).toEqual(["begin_file", "take_piece"]));
  expect(bytesOf(page.widget.sent[1]!)).toBe(PIECE);
  expect(JSON.stringify(localStorage)).not.toContain("take_piece");

  await page.widget.answer({ result: { received: PIECE } });
  await eventually(() => expect(page.widget.sent[2]?.payload).toMatchObject({ file: "f1", at: PIECE }));
  expect(page.find<HTMLProgressElement>("progress").value).toBeGreaterThan(0.9);
  expect(bytesOf(page.widget.sent[2]!)).toBe(10);
  await page.widget.answer({ result: { received: PIECE + 10 } });
  await eventually(() => expect(page.el.querySelector("progress")).toBeNull());
});

test("two files dropped together arrive one after the other", async () => {
  open(MODEL);
  await drop(new File(["a"], "a.csv"), new File(["b"], "b.csv"));
  expect(page.widget.asked).toEqual(["begin_file"]);
  await page.widget.answer({ result: { file: "f1" } });
  await eventually(() => expect(page.widget.asked).toEqual(["begin_file", "take_piece"]));
  await page.widget.answer();
  const second = ["begin_file", { name: "b.csv", size: 1, kind: null, first: false }];
  await eventually(() => expect(page.widget.letters.at(-1)).toEqual(second));
});

test("a file that is refused says why, with its name", async () => {
  open(MODEL);
  await drop(new File(["a"], "a.csv"));
  await page.widget.answer({ ok: false, sentence: "Ce fichier est trop lourd." });
  await eventually(() => expect(page.find("[role=alert]").textContent).toContain("a.csvCe fichier est trop lourd."));
  await page.press("understood");
  expect(page.el.querySelector("[role=alert]")).toBeNull();
});

test("a file that cannot be read to its end is a sentence, and what arrived of it is let go", async () => {
  open(MODEL);
  const pulled = new File(["abc"], "cle-usb.csv");
  pulled.slice = () => {
    throw new DOMException("gone", "NotReadableError");
  };
  await drop(pulled);
  await page.widget.answer({ result: { file: "f1" } });
  await eventually(() => expect(page.widget.letters.at(-1)).toEqual(["leave_file", { file: "f1" }]));
  expect(page.find("[role=alert]").textContent).toContain("unreadable");
});

test("the green button names what it does, and nothing is asked while it is worked out anew", async () => {
  open(reading([group("new", [line({})])]));
  expect(page.find(".wkf-import-bar").textContent).toContain("bar.unwritten");
  await page.widget.show(reading([group("new", [line({})])], { busy: true }));
  await page.press("Importer 1");
  expect(page.widget.asked).toEqual([]);
  await page.widget.show(reading([group("new", [line({})])]));
  await page.press("Importer 1");
  expect(page.widget.letters).toEqual([["write_file", { file: "f1" }]]);
});

test("where nothing would be written there is no green button", () => {
  open(reading([group("same", [], { all: 3 })], { writes: 0 }));
  expect(page.find(".wkf-import-bar").textContent).toContain("bar.nothing");
  expect(page.el.querySelector(".wkf-import-bar .wkf-next")).toBeNull();
});

test("the counts add up to the lines read, and each leads to its group", () => {
  open(reading([group("new", [line({})]), group("doubtful", [DOUBTFUL]), group("refused", [REFUSED])], { open: 1 }));
  const counts = [...page.el.querySelectorAll<HTMLAnchorElement>(".wkf-import-tallies a")];
  expect(counts.map((one) => Number(one.querySelector("b")?.textContent)).reduce((sum, one) => sum + one)).toBe(3);
  for (const one of counts.filter((count) => count.querySelector("b")?.textContent !== "0"))
    expect(page.el.querySelector(one.getAttribute("href")!)).not.toBeNull();
});

test("a doubt shows both sides with a sign and a word a line, and nothing is answered beforehand", async () => {
  open(reading([group("doubtful", [DOUBTFUL])], { open: 1 }));
  const rows = [...page.el.querySelectorAll(".wkf-import-pair tbody tr")].map((row) => row.lastElementChild?.textContent);
  expect(rows).toEqual(["= verdict.same", "≠ verdict.other"]);
  expect(page.el.querySelectorAll(".wkf-import-doubt [aria-pressed=true]").length).toBe(0);
  await page.press("answer.same.person");
  const here = { file: "f1", sheet: "", line: 9, part: "" };
  expect(page.widget.letters).toEqual([["answer_doubt", { ...here, answer: "same", person: "p1" }]]);
});

test("a refused cell says why beside it, and only what was corrected is sent", async () => {
  open(reading([group("refused", [REFUSED])]));
  const field = page.find<HTMLInputElement>("[aria-invalid]");
  expect(page.find(`#${CSS.escape(field.getAttribute("aria-describedby")!)}`).textContent).toContain("Deux @ dans ce courriel.");
  await page.type("odile@example.org", "[aria-invalid]");
  await page.press("keep");
  expect(page.widget.letters).toEqual([
    ["correct_line", { file: "f1", sheet: "", line: 24, part: "", columns: ["email"], values: ["odile@example.org"] }],
  ]);
});

test("a line that was left aside is named with why, and can be taken", async () => {
  open(reading([group("left", [line({ line: 30, title: "Total 51", why: "Une ligne de total." })])]));
  expect(page.text).toContain("Total 51 Une ligne de total.");
  await page.press("take-it");
  expect(page.widget.letters).toEqual([["take_line", { file: "f1", sheet: "", line: 30, part: "", take: true }]]);
});

test("a column that was not understood is asked about, and can be ignored or said what it is for", async () => {
  const unknown = { heading: "Permis B", column: null, filled: 38, values: ["oui"], sheet: "", hidden: false, chosen: false, idle: false };
  open(reading([group("new", [line({})])], { columns: [unknown] }));
  await page.press("column.ignore");
  expect(page.widget.letters).toEqual([["choose_column", { file: "f1", heading: "Permis B", column: null, aside: true }]]);
  await page.widget.answer();
  await page.press("column.choose");
  const choice = page.find<HTMLSelectElement>(".wkf-import-ask select");
  choice.value = "first_name";
  await act(async () => void choice.dispatchEvent(new Event("change", { bubbles: true })));
  expect(page.widget.letters.at(-1)).toEqual(["choose_column", { file: "f1", heading: "Permis B", column: "first_name", aside: false }]);
});

test("a number or a title of every list is named as left aside, and nobody is asked about it", () => {
  const idle = { heading: "Civilité", column: null, filled: 38, values: ["Mme"], sheet: "", hidden: false, chosen: false, idle: true };
  open(reading([group("new", [line({})])], { columns: [idle] }));
  expect(page.el.querySelector(".wkf-import-ask")).toBeNull();
  expect(page.find(".wkf-import-columns li").textContent).toContain("column.aside");
});

test("a challenge that nobody knows is chosen among those of the workshop", async () => {
  const refusal = { column: "challenge", heading: "défi", value: "Logment", why: "Aucun défi ne s’appelle ainsi." };
  const refused = line({ title: "Louer", cells: { challenge: "Logment", text: "Louer" }, refusal });
  open(reading([group("refused", [refused])], { kind: "ideas", fields: ["challenge", "text"], used: ["challenge", "text"] }));
  const choice = page.find<HTMLSelectElement>(".wkf-import-refused select");
  choice.value = "Logement";
  await act(async () => void choice.dispatchEvent(new Event("change", { bubbles: true })));
  await page.press("keep");
  expect(page.widget.letters.at(-1)?.[1]).toMatchObject({ columns: ["challenge"], values: ["Logement"] });
});

test("of what is known already a table shows what changes, and days as people say them", () => {
  const changes = [{ column: "email", before: "a@example.org", after: "b@example.org" }];
  const changed = line({ cells: { name: "Ana", first_name: "Ana", email: "b@example.org" }, changes });
  const fresh = line({ line: 3, cells: { name: "Luc", email: "2026-12-01" } });
  open(reading([group("changed", [changed]), group("new", [fresh], { open: true })]));
  const heads = (index: number) =>
    [...(page.el.querySelectorAll("table")[index]?.querySelectorAll("thead th") ?? [])].map((one) => one.textContent);
  expect(heads(0)).toEqual(["column.volunteers.name", "column.volunteers.email", "edit"]);
  expect(page.text).toContain("1er\u00a0décembre 2026");
});

test("a missing column is chosen among the headings of the file, right there", async () => {
  open(reading([], { missing: ["name"], writes: 0 }));
  expect(page.el.querySelector(".wkf-import-tallies")).toBeNull();
  const choice = page.find<HTMLSelectElement>(".wkf-import-no select");
  choice.value = "Nom";
  await act(async () => void choice.dispatchEvent(new Event("change", { bubbles: true })));
  expect(page.widget.letters).toEqual([["choose_column", { file: "f1", heading: "Nom", column: "name", aside: false }]]);
});

test("ideas wait for challenges: the page says so and takes their file first", async () => {
  open({ ...reading([group("refused", [REFUSED])], { kind: "ideas" }), challenges: [] });
  expect(page.text).toContain("no-challenge.why");
  expect(page.find(".wkf-import-warn input[type=file]")).toBeTruthy();
});

test("a list of another kind is read as such by one press", async () => {
  open(reading([group("new", [line({})])], { likely: "stakeholders" }));
  await page.press("likely.read.stakeholders");
  expect(page.widget.letters).toEqual([["choose_kind", { file: "f1", kind: "stakeholders" }]]);
});

test("a page that was loaded anew says kindly that the file is gone", async () => {
  open(reading([group("new", [line({})])]));
  page.leave();
  open(MODEL);
  expect(page.text).toContain("parti : liste.csv");
  await page.press("understood");
  page.leave();
  open(MODEL);
  expect(page.text).not.toContain("parti");
});

test("while the next file is read over, what was just imported is said, and the green button has to be found anew", async () => {
  const past = { id: "i1", name: "liste.csv", kind: "volunteers", written: 9, left: 0, ignored: 0, at: Date.now() } as const;
  const done = { ...past, reported: true, undone: false, can_undo: true };
  open({ ...MODEL, shown: preview([group("new", [line({})])]) });
  expect(page.el.querySelector(".wkf-import-last")).toBeNull();
  page.find(".wkf-import-bar .wkf-next").focus();
  const next = preview([group("new", [line({})])], { id: "f2", name: "autre.csv" });
  await page.widget.show({ ...MODEL, shown: next, past: [done], done: "i1" });
  expect(page.find(".wkf-import-last").textContent).toContain("done.volunteers");
  expect(document.activeElement).not.toBe(page.find(".wkf-import-bar .wkf-next"));
});

test("what was imported can be undone, after one question", async () => {
  const past: PastImport = {
    ...{ id: "i1", name: "liste.csv", kind: "volunteers", at: Date.now(), written: 44, left: 1, ignored: 1 },
    ...{ reported: true, undone: false, can_undo: true },
  };
  open({ ...MODEL, past: [past], done: "i1" });
  expect(page.find(".wkf-import-done").textContent).toContain("done.volunteers");
  await page.press("undo");
  expect(page.widget.asked).toEqual([]);
  await act(async () => page.find<HTMLButtonElement>(".wkf-confirm .wkf-danger").click());
  expect(page.widget.letters).toEqual([["undo_import", { id: "i1" }]]);
  await page.widget.answer();
  await page.widget.show({ ...MODEL, past: [{ ...past, undone: true, can_undo: false }], done: "i1" });
  expect(page.find(".wkf-import-done").textContent).toContain("undone");
});
