/** Answering for somebody on the page of the matrices: what they answered is replaced only by a press that says so. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { MatricesModel, NamedMatrix } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { MatrixPanel } from "./matrix";

const matrix = (id: string, number: number): NamedMatrix => ({
  ...{ id, number, stake: id, statement: `${id}.`, counts: [], zones: [], in_zone: { ready: 0, learning: 0, resting: 0 } },
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
