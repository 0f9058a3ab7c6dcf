/** Answering for somebody on the page of the matrices: what they answered is replaced only by a press that says so. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { MatricesModel, NamedMatrix } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { MatrixPanel } from "./matrix";

const matrix = (id: string, number: number): NamedMatrix => ({
  ...{ id, number, stake: id, statement: `${id}.`, counts: [], zones: [], spread: { across: 5, down: 3, wide: [] } },
  in_zone: { ready: 0, learning: 0, advice: 0, resting: 0 },
  ...{ answered: 0, unsure: 0, room: 1, heard: 0, waited: 1, others: 0, names: {}, unsure_names: [] },
});
const model: MatricesModel = {
  current: "home",
  challenges: [matrix("home", 1), matrix("move", 2)],
  people: [
    { id: "aubin", pseudonym: "Aubin" },
    { id: "odile", pseudonym: "Odile" },
  ],
  categories: [{ key: "shop", label: "Commerçant" }],
};
const REFUSED = { ok: false, sentence: "Aubin a déjà répondu.", values: { challenge: "home" } };
const unsure = { challenge: "home", participant: "aubin", unsure: true };

let page: Mounted;
const choose = async (label: string, value: string) => {
  const found = [...page.el.querySelectorAll("label")].find((one) => one.textContent?.startsWith(label));
  const select = found?.querySelector("select");
  if (select == null) throw new Error(`nothing to choose at ${label}`);
  select.value = value;
  await act(async () => void select.dispatchEvent(new Event("change", { bubbles: true })));
};

beforeEach(async () => {
  localStorage.clear();
  page = new Mounted(MatrixPanel, new FakeWidget(model));
});
afterEach(() => page.leave());

test("an answer that was given is replaced by a second press, which says so", async () => {
  await choose("proxy.who", "aubin");
  await act(async () => page.find<HTMLInputElement>("input[type=checkbox]").click());
  await page.press("proxy.save");
  expect(page.widget.letters).toEqual([["score_for", { ...unsure, again: false }]]);
  await page.widget.answer(REFUSED);
  expect(page.text).toContain("Aubin a déjà répondu.");
  await page.press("proxy.again");
  expect(page.widget.letters[1]).toEqual(["score_for", { ...unsure, again: true }]);
  await page.widget.answer({ result: { participant: "aubin" } });
  expect(page.text).not.toContain("proxy.again");
});

test("nobody else's answer, nor another challenge's, is replaced by that press", async () => {
  await choose("proxy.who", "aubin");
  await act(async () => page.find<HTMLInputElement>("input[type=checkbox]").click());
  await page.press("proxy.save");
  await page.widget.answer(REFUSED);
  await choose("proxy.who", "odile");
  expect(page.text).not.toContain("proxy.again");
  await choose("proxy.who", "aubin");
  await choose("proxy.challenge", "move");
  expect(page.text).not.toContain("proxy.again");
});

test("somebody new comes under any word, and the known ones are offered", async () => {
  await choose("proxy.who", "new");
  expect([...page.el.querySelectorAll("datalist option")].map((one) => one.getAttribute("value"))).toEqual(["Commerçant"]);
  await page.fill("proxy.pseudonym", "Tilleul");
  await page.fill("proxy.category", "Retraités");
  await act(async () => page.find<HTMLInputElement>("input[type=checkbox]").click());
  await page.press("proxy.save");
  expect(page.widget.letters[0]?.[1]).toMatchObject({ pseudonym: "Tilleul", category: "Retraités", again: false });
});

test("the page begins at the matrix on the screen, and one that is turned meanwhile moves nothing under the hand", async () => {
  page.leave();
  page = new Mounted(MatrixPanel, new FakeWidget({ ...model, current: "move" }));
  expect(page.find(".wkf-matrix .wk-challenge p").textContent).toBe("move.");
  await page.widget.show({ ...model, current: "home" });
  expect(page.find(".wkf-matrix .wk-challenge p").textContent).toBe("move.");
});

test("a cell, a zone and those who do not know list their people on demand, one list at a time", async () => {
  const counts = [
    [0, 0, 0, 1],
    [0, 0, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 0],
  ];
  const zones = counts.map((row, at) => row.map(() => (at < 2 ? ("ready" as const) : ("advice" as const))));
  const filled: NamedMatrix = {
    ...{ ...matrix("home", 1), counts, zones, spread: { across: 5, down: 3, wide: counts }, answered: 3, unsure: 1 },
    in_zone: { ready: 1, learning: 0, advice: 2, resting: 0 },
    names: { "0-3": ["Coquelicot"], "2-2": ["Tilleul"], "3-2": ["Aubin"] },
    unsure_names: ["Girouette"],
  };
  page.leave();
  page = new Mounted(MatrixPanel, new FakeWidget({ ...model, challenges: [filled] }));
  const list = () => page.find(".wkf-cell").textContent;
  const press = (button: HTMLElement) => act(async () => button.click());
  expect(page.text).not.toMatch(/Coquelicot|Tilleul|Girouette/);
  expect(page.el.querySelectorAll("button.wk-mx-zone")).toHaveLength(2);
  await press(page.find<HTMLElement>(".wk-mx-at-advice button"));
  expect(list()).toContain("Aubin Tilleul");
  expect(page.find(".wk-mx-at-advice button").getAttribute("aria-pressed")).toBe("true");
  await press(page.find<HTMLElement>(".wk-mx-ready button"));
  expect(list()).toContain("Coquelicot");
  expect(list()).not.toContain("Aubin");
  await press(page.find<HTMLElement>(".wkf-matrix > .wk-quiet-action"));
  expect(list()).toContain("Girouette");
  await press(page.find<HTMLElement>(".wkf-matrix > .wk-quiet-action"));
  expect(page.text).not.toContain("Girouette");
});

test("the numbers stand in a plain table too, with what its rows and columns add up to", async () => {
  const counts = [
    [1, 2, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 4, 0, 0],
  ];
  const zones = counts.map((row) => row.map(() => "resting" as const));
  const filled = { ...matrix("home", 1), counts, zones, spread: { across: 5, down: 3, wide: counts }, answered: 7 };
  page.leave();
  page = new Mounted(MatrixPanel, new FakeWidget({ ...model, challenges: [filled] }));
  const table = page.find(".wkf-mx-numbers table");
  const rows = [...table.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent));
  expect(table.querySelector("caption")?.textContent).toBe("caption");
  expect([...table.querySelectorAll("tbody th[scope=row]")].map((one) => one.textContent).slice(0, 2)).toEqual(["+2", "+1"]);
  expect(table.querySelectorAll("thead th[scope=col]")).toHaveLength(6);
  expect(rows[0]).toEqual(["1", "2", "0", "0", "3"]);
  expect(rows[5]).toEqual(["1", "6", "0", "0", "7"]);
});
