/** One's own table on a phone. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { OwnTable, SeatModel } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Table } from "./table";

const said = {
  ...{ line: "Table {number}", round: "Tour {round} sur {rounds}", with: "Avec vous", alone: "Personne", next: "Ensuite {number}" },
  ...{
    "next.same": "La même",
    here: "J’y suis",
    "here.said": "Noté",
    stay: "Du mal",
    "stay.said": "Gardée {number}",
    "stay.undo": "Changer",
    moved: "Levez-vous : table {number}.",
    "moved.see": "Voir ma table",
  },
};
const own: OwnTable = {
  ...{ round: 1, rounds: 3, number: 4, landmark: "Au fond à droite", next: 7, here: false, stays: false, said },
  neighbours: [
    { pseudonym: "Merle", category: "Commerce" },
    { pseudonym: "Grillon", category: "" },
  ],
};
const seat: SeatModel = {
  ...{ title: "Atelier", pseudonym: "Odette", moment: "welcome", phase: "welcome", current: null, challenges: [] },
  ...{ timer: null, joined: null, code: "", returned: null, slip: false, table: own },
};

let page: Mounted;
const open = (table: Partial<OwnTable> | null) => {
  page = new Mounted(Table, new FakeWidget({ ...seat, table: table === null ? null : { ...own, ...table } }));
};
const details = () => page.find<HTMLDetailsElement>("details");

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test("it says the number, where it stands and who sits there, with a category that may be said", () => {
  open({});
  expect(details().open).toBe(true);
  for (const text of ["Table 4", "Tour 1 sur 3", "Au fond à droite", "Merle", "Commerce", "Grillon", "Ensuite 7"])
    expect(page.text).toContain(text);
  expect(page.el.querySelectorAll("li small").length).toBe(1);
});

test("nothing is said of rounds where there is one, nor of a next one after the last", () => {
  open({ rounds: 1, next: null, landmark: "" });
  expect(page.text).not.toContain("Tour");
  expect(page.text).not.toContain("Ensuite");
});

test("who sits alone is told so, and who keeps the table too", () => {
  open({ neighbours: [], next: 4 });
  expect(page.text).toContain("Personne");
  expect(page.text).toContain("La même");
});

test("I am there is sent, folds the table, and a new round opens it again", async () => {
  open({});
  await page.press("J’y suis");
  expect(page.widget.asked).toEqual(["say_here"]);
  await page.widget.answer();
  await page.widget.show({ ...seat, table: { ...own, here: true } });
  expect(details().open).toBe(false);
  await page.widget.show({ ...seat, table: { ...own, round: 2, number: 7 } });
  expect(details().open).toBe(true);
});

test("who walks with difficulty says so and may take it back; a refusal is said in words", async () => {
  open({});
  await page.press("Du mal");
  expect(page.widget.letters).toEqual([["stay_at_table", { stays: true }]]);
  await page.widget.answer({ ok: false, sentence: "Aucune table ne vous est donnée." });
  expect(page.text).toContain("Aucune table ne vous est donnée.");
  await page.widget.show({ ...seat, table: { ...own, stays: true } });
  expect(page.text).toContain("Gardée 4");
  await page.press("Changer");
  expect(page.widget.letters.at(-1)).toEqual(["stay_at_table", { stays: false }]);
});

test("a table that changes while the card is out of sight is said over the page until it is looked at", async () => {
  open({ here: true });
  const moved = () => page.find(".wkt-moved").textContent;
  expect(moved()).toBe("");
  await page.widget.show({ ...seat, table: { ...own, round: 2, here: false } });
  expect(moved(), "the same table").toBe("");
  await page.widget.show({ ...seat, table: { ...own, round: 3, number: 1, here: false } });
  expect(moved()).toContain("Levez-vous : table 1. Au fond à droite");
  HTMLElement.prototype.scrollIntoView = () => undefined;
  await page.press("Voir ma table");
  expect(moved()).toBe("");
  expect(document.activeElement?.tagName).toBe("SUMMARY");
});

test("who says that they are there is told no more", async () => {
  open({ here: true });
  await page.widget.show({ ...seat, table: { ...own, round: 2, number: 1, here: false } });
  await page.widget.show({ ...seat, table: { ...own, round: 2, number: 1, here: true } });
  expect(page.find(".wkt-moved").textContent).toBe("");
});

test("without a table nothing stands there", () => {
  open(null);
  expect(page.el.querySelector("details")).toBeNull();
});
