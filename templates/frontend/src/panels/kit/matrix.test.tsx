// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import golden from "../../../../../tests/unit/spread.json";
import { COMPETENCES, INTERESTS, type MatrixCounts } from "../../contract";
import { MatrixFigure, ZONES, type ZoneName } from "./matrix";
import { drawMarks, placeMarks } from "./matrix_marks";
import { panels } from "./panel";

const zoneOf = (competence: number, interest: number): ZoneName => {
  if (interest >= 1) return competence < 2 ? "learning" : "ready";
  return competence > 1 && interest > -2 ? "advice" : "resting";
};
const matrix: MatrixCounts = {
  counts: [
    [0, 2, 0, 12],
    [0, 0, 0, 0],
    [0, 0, 3, 0],
    [0, 0, 0, 0],
    [1, 0, 0, 0],
  ],
  spread: {
    across: 5,
    down: 3,
    wide: [
      [0, 2, 0, 5],
      [0, 0, 0, 0],
      [0, 0, 3, 0],
      [0, 0, 0, 0],
      [2, 0, 0, 0],
    ],
  },
  zones: [...INTERESTS].reverse().map((interest) => COMPETENCES.map((competence) => zoneOf(competence, interest))),
  in_zone: { ready: 12, learning: 2, advice: 3, resting: 1 },
  answered: 18,
  unsure: 0,
  room: 18,
  heard: 18,
  waited: 0,
  others: 0,
};
const words = {
  "matrix.people": { one: "{number} personne", other: "{number} personnes" },
  "matrix.zone.ready": "prêts",
  "matrix.zone.learning": "à former",
  "matrix.zone.advice": "à consulter",
  "matrix.zone.resting": "tranquilles",
};

function draw(onPick?: (place: string) => void): HTMLElement {
  const traits: Record<string, unknown> = { panel: "table", model: { shown: true }, words: JSON.stringify(words), lang: "fr" };
  const model = { get: (name: string) => traits[name], on: () => undefined, off: () => undefined, send: () => undefined };
  const el = document.createElement("div");
  document.body.append(el);
  const Table = () => <MatrixFigure matrix={matrix} caption="Logement" onPick={onPick} />;
  panels({ table: Table }).render({ model, el });
  return el;
}

afterEach(() => document.body.replaceChildren());

test("each cell says its count and its zone in words", () => {
  const cells = [...draw().querySelectorAll("tbody td")].map((cell) => cell.querySelector(".wk-visually-hidden")?.textContent);
  expect(cells).toHaveLength(20);
  expect(cells[1]).toBe("2 personnes, à former");
  expect(cells[3]).toBe("12 personnes, prêts");
  expect(cells[10]).toBe("3 personnes, à consulter");
  expect(cells[16]).toBe("1 personne, tranquilles");
});

test("each person is a mark, of the shape of their zone, and the number stands beside the marks", () => {
  const el = draw();
  const path = el.querySelector(".wk-mx-ready path")?.getAttribute("d") ?? "";
  expect(path.match(/M/g)).toHaveLength(12);
  expect(el.querySelector(".wk-mx-ready b")?.textContent).toBe("12");
  expect(el.querySelectorAll(".wk-marks")).toHaveLength(4);
  const shapes = ZONES.map((zone) => drawMarks(zone, [[0.5, 0.5]]));
  expect(new Set(shapes).size).toBe(4);
});

test("each zone stands beside the table with its mark, its number and its name", () => {
  const zones = [...draw().querySelectorAll(".wk-mx-zones > li")];
  expect(zones.map((zone) => zone.querySelector("b")?.textContent)).toEqual(["12", "2", "3", "1"]);
  expect(zones.map((zone) => zone.querySelector("strong")?.textContent)).toEqual(["prêts", "à former", "à consulter", "tranquilles"]);
  expect(zones.every((zone) => zone.querySelector("svg path") !== null && zone.querySelector("button") === null)).toBe(true);
});

test("marks stand where print has them", () => {
  expect(golden.length).toBeGreaterThan(5);
  for (const { across, down, wide, places } of golden) expect(placeMarks(across, down, wide, places.length)).toEqual(places);
});

test("rows and columns have their headers, whatever is seen of them", () => {
  const el = draw();
  expect([...el.querySelectorAll("th[scope=row]")].map((one) => one.textContent?.split(" ").at(-1))).toEqual(["+2", "+1", "0", "−1", "−2"]);
  expect(el.querySelectorAll("thead th[scope=col]")).toHaveLength(5);
  expect(el.querySelector("caption")?.textContent).toBe("Logement");
});

test("only a cell or a zone that holds someone can be pressed", () => {
  const picked: string[] = [];
  const buttons = [...draw((place) => picked.push(place)).querySelectorAll("button")];
  for (const button of buttons) button.click();
  expect(picked).toEqual(["0-1", "0-3", "2-2", "4-0", "ready", "learning", "advice", "resting"]);
});
