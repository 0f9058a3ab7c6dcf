// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { COMPETENCES, INTERESTS, type MatrixCounts } from "../../contract";
import { MatrixTable, type ZoneName } from "./matrix";
import { panels } from "./panel";

const zones: ZoneName[][] = [...INTERESTS]
  .reverse()
  .map((interest) => COMPETENCES.map((competence) => (interest < 1 ? "resting" : competence < 2 ? "learning" : "ready")));
const matrix: MatrixCounts = {
  counts: [
    [0, 2, 0, 12],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [1, 0, 0, 0],
  ],
  zones,
  in_zone: { ready: 12, learning: 2, resting: 1 },
  answered: 15,
  unsure: 0,
  room: 15,
  heard: 15,
  waited: 0,
  others: 0,
};
const words = {
  "matrix.people": { one: "{number} personne", other: "{number} personnes" },
  "matrix.zone.ready": "prêts",
  "matrix.zone.learning": "à former",
  "matrix.zone.resting": "tranquilles",
};

function draw(onPick?: (cell: string) => void): HTMLElement {
  const traits: Record<string, unknown> = { panel: "table", model: { shown: true }, words: JSON.stringify(words), lang: "fr" };
  const model = { get: (name: string) => traits[name], on: () => undefined, off: () => undefined, send: () => undefined };
  const el = document.createElement("div");
  document.body.append(el);
  const Table = () => <MatrixTable matrix={matrix} caption="Logement" onPick={onPick} />;
  panels({ table: Table }).render({ model, el });
  return el;
}

afterEach(() => document.body.replaceChildren());

test("each cell says its count and its zone in words", () => {
  const cells = [...draw().querySelectorAll("tbody td")].map((cell) => cell.querySelector(".wk-visually-hidden")?.textContent);
  expect(cells).toHaveLength(20);
  expect(cells[1]).toBe("2 personnes, à former");
  expect(cells[3]).toBe("12 personnes, prêts");
  expect(cells[16]).toBe("1 personne, tranquilles");
});

test("a zone has its own mark, and a crowd is one mark and a number", () => {
  const el = draw();
  expect(el.querySelectorAll(".wk-mx-learning .wk-mark-learning")).toHaveLength(2);
  expect(el.querySelectorAll(".wk-mx-ready .wk-mark-ready")).toHaveLength(1);
  expect(el.querySelector(".wk-mx-ready b")?.textContent).toBe("× 12");
});

test("rows and columns have their headers, whatever is seen of them", () => {
  const el = draw();
  expect([...el.querySelectorAll("th[scope=row]")].map((one) => one.textContent?.split(" ").at(-1))).toEqual(["+2", "+1", "0", "−1", "−2"]);
  expect(el.querySelectorAll("thead th[scope=col]")).toHaveLength(5);
});

test("only a cell that holds someone can be pressed", () => {
  const picked: string[] = [];
  const buttons = [...draw((cell) => picked.push(cell)).querySelectorAll("button")];
  for (const button of buttons) button.click();
  expect(picked).toEqual(["0-1", "0-3", "4-0"]);
});
