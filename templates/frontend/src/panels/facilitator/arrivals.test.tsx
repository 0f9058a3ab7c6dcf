import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Expected, Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { ArrivalsPanel } from "./arrivals";

const guest = (id: string, came = false): Expected => ({
  id,
  name: `Body ${id}`,
  contact: "",
  category: "Shops",
  status: came ? "came" : "coming",
});
const model = (...expected: Expected[]): Roles["facilitator"]["panels"]["arrivals"] => ({ expected, coming: expected.length, came: 0 });

let page: Mounted;

beforeEach(() => {
  page = new Mounted(ArrivalsPanel, new FakeWidget(model(guest("1"), guest("2"))));
});
afterEach(() => page.leave());

const boxes = () => [...page.el.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];

test("a tick at the door shows at once, and stays until it is stored", async () => {
  await act(() => boxes()[0]?.click());
  expect(boxes().map((one) => one.checked)).toEqual([true, false]);
  await act(() => boxes()[1]?.click());
  expect(page.widget.letters).toEqual(["1", "2"].map((stakeholder) => ["set_status", { stakeholder, status: "came" }]));
  await page.widget.show(model(guest("1", true), guest("2", true)));
  await page.widget.answer({}, 0);
  await page.widget.answer({}, 1);
  expect(page.text).toContain("all");
});

test("a tick that is refused goes, and says why", async () => {
  await act(() => boxes()[0]?.click());
  await page.widget.answer({ ok: false, sentence: "The disk is full." });
  expect(boxes().map((one) => one.checked)).toEqual([false, false]);
  expect(page.text).toContain("The disk is full.");
});

test("a tick taken away puts back what was answered before", async () => {
  await page.widget.show(model(guest("1", true)));
  await page.type("1", "input[type=search]");
  await act(() => boxes()[0]?.click());
  expect(page.widget.letters).toEqual([["set_status", { stakeholder: "1", status: null }]]);
});

test("who is not waited for is found by their name, and says how far their invitation had come", async () => {
  await page.widget.show(model(guest("1"), { ...guest("2"), status: "to_invite" }, { ...guest("3"), status: "declined" }));
  expect(boxes().length).toBe(1);
  await page.type("body 2", "input[type=search]");
  expect(page.text).toContain("answer.to_invite");
  await act(() => boxes()[0]?.click());
  expect(page.widget.letters.at(-1)).toEqual(["set_status", { stakeholder: "2", status: "came" }]);
  await page.type("body 3", "input[type=search]");
  expect(page.text).toContain("answer.declined");
});
