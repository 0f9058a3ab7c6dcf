/** The lot's panel: from whom, what the panel holds, dice that ask before they roll again, and names on demand. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LotColumn, LotModel, LotShown } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { LotPanel } from "./lot";

const NOTHING: LotModel = {
  pools: [
    { source: "volunteers", people: 8, about: "" },
    { source: "candidates", people: 0, about: "" },
    { source: "file", people: 0, about: "" },
  ],
  ...{ source: null, size: 0, columns: [], left: "", notes: [], shown: null, kept: [], bytes_at_most: 1000 },
  file: { state: "none", name: "", sentence: "" },
  quotas: { state: "none", name: "", sentence: "" },
  making: { state: "none", doing: "", share: 0, sentence: "", changes: [] },
};
const COLUMN: LotColumn = {
  ...{ name: "Sector", counts: true, like: false, blank: 0 },
  values: [
    { value: "Lake", people: 5, least: 1, most: null },
    { value: "Town", people: 3, least: 2, most: 3 },
  ],
};
const CHOSEN: LotModel = { ...NOTHING, source: "volunteers", size: 4, columns: [COLUMN] };
const LOT: LotShown = {
  ...{ id: "l1", made: "made", fair: "fair", simple: "hat", notes: [], page: 1, pages: 1, named: false, known: true, unknown: "" },
  bars: [{ chances: "50", people: 8, simple: 8 }],
  people: [{ number: 1, name: "", about: "Lake", chance: "50 in 100" }],
  ...{ names: true, invites: true, marked: false, digest: "abc", dice: "", panel: "", drawn: [], throws: [] },
};
const DRAWN: LotShown = {
  ...LOT,
  ...{ dice: "0417", panel: "417", throws: [{ lot: "l1", said: "noon: 0417" }] },
  drawn: [{ number: 2, name: "", about: "Town", chance: "50 in 100" }],
};

let page: Mounted;
const open = (model: LotModel) => {
  page = new Mounted(LotPanel, new FakeWidget(model, { words: { "who-is": "no {number}" } }));
};
const settle = (element: HTMLInputElement, text: string) =>
  act(async () => {
    element.value = text;
    element.dispatchEvent(new Event("input", { bubbles: true }));
    await Promise.resolve();
    element.dispatchEvent(new Event("change", { bubbles: true }));
  });

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test("it is closed, says what it is for, and nothing is chosen beforehand", () => {
  open(NOTHING);
  expect(page.find<HTMLDetailsElement>("details").open).toBe(false);
  expect(page.find("summary").textContent).toContain("summary");
  expect(page.el.querySelectorAll("input:checked").length).toBe(0);
  expect(page.text).not.toContain("make");
});

test("two numbers typed one after the other are both told", async () => {
  open(CHOSEN);
  const fields = [...page.el.querySelectorAll<HTMLInputElement>("td input")];
  await settle(fields[0]!, "2");
  await settle(fields[3]!, "");
  expect(page.widget.letters[0]).toEqual(["count_column", { column: 0, least: [2, 2], most: [null, 3] }]);
  await page.widget.answer();
  expect(page.widget.letters.at(-1)).toEqual(["count_column", { column: 0, least: [2, 2], most: [null, null] }]);
});

test("what would make a panel possible is taken by one press", async () => {
  open({ ...CHOSEN, making: { ...NOTHING.making, state: "impossible", changes: ["Town: 2 instead of 3"] } });
  expect(page.text).toContain("Town: 2 instead of 3");
  await page.press("take-this");
  expect(page.widget.letters).toEqual([["make_lot", { relaxed: true }]]);
});

test("while panels are made it says where it is and can be stopped", async () => {
  open({ ...CHOSEN, making: { ...NOTHING.making, state: "working", doing: "composing", share: 0.4 } });
  expect(page.find<HTMLProgressElement>("progress").value).toBe(0.4);
  await page.press("make");
  expect(page.widget.letters).toEqual([]);
  await page.press("stop");
  expect(page.widget.asked).toEqual(["stop_lot"]);
});

test("dice need four figures, and a second roll asks first", async () => {
  open({ ...CHOSEN, shown: LOT });
  await page.fill("dice.figures", "04a1");
  await act(async () => void page.find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
  expect(page.text).toContain("dice.four");
  await page.fill("dice.figures", "0417");
  await act(async () => void page.find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
  expect(page.widget.letters).toEqual([["throw_dice", { lot: "l1", dice: "0417", again: false }]]);
  page.leave();
  localStorage.clear();
  open({ ...CHOSEN, shown: DRAWN });
  await page.press("throw.again");
  await page.fill("dice.figures", "0981");
  await page.press("throw");
  expect(page.widget.letters).toEqual([]);
  await page.press("again.yes");
  expect(page.widget.letters).toEqual([["throw_dice", { lot: "l1", dice: "0981", again: true }]]);
});

test("those drawn stand by number until names are asked for", async () => {
  open({ ...CHOSEN, shown: DRAWN });
  expect(page.find(".wkf-lot-names").textContent).toContain("no 2");
  await page.press("names.show");
  expect(page.widget.letters).toEqual([["look_at_lot", { lot: "l1", page: 1, named: true }]]);
});

test("a list is brought piece by piece, past the device's storage", async () => {
  open({ ...NOTHING, source: "file" });
  const event = new Event("drop", { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { files: [new File(["Nom;Genre\nOdette;F\n"], "liste.csv")] } });
  await act(async () => void page.find(".wkf-lot-drop").dispatchEvent(event));
  expect(page.widget.letters[0]).toEqual(["begin_lot_file", { name: "liste.csv", size: 19 }]);
  await page.widget.answer({ result: { file: "f1" } } as never);
  const sent = () => page.widget.letters.find(([name]) => name === "take_lot_piece");
  await act(() => vi.waitFor(() => expect(sent()).toBeDefined(), 10_000));
  const piece = sent()![1] as { piece: string };
  expect(atob(piece.piece)).toContain("Odette");
  expect(JSON.stringify({ ...localStorage })).not.toContain(piece.piece);
});
