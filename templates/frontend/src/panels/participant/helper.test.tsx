/** The way in for a helper. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { act } from "preact/test-utils";
import { FakeWidget, Mounted } from "../kit/stage";
import { Helper } from "./helper";

let page: Mounted;
const open = (shown: object) => {
  page = new Mounted(Helper, new FakeWidget(shown));
};

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test("a seat that is no helper's shows the way in alone, closed", () => {
  open({ visible: true, helping: "" });
  expect(page.find<HTMLDetailsElement>(".wk-helper-door").open).toBe(false);
});

test("the code is sent as it was typed, and a wrong one is said in words", async () => {
  open({ visible: true, helping: "" });
  await page.type("noisette citron 47", "input");
  await act(async () => page.find<HTMLFormElement>("form").requestSubmit());
  expect(page.widget.letters).toEqual([["come_to_help", { code: "noisette citron 47" }]]);
  await page.widget.answer({ ok: false, sentence: "Ce n’est pas le code du jour." });
  expect(page.text).toContain("Ce n’est pas le code du jour.");
});

test("a code half typed stands open again when the page is loaded anew, and goes once it was right", async () => {
  open({ visible: true, helping: "" });
  await page.type("noisette", "input");
  page.leave();
  open({ visible: true, helping: "" });
  expect(page.find<HTMLDetailsElement>(".wk-helper-door").open).toBe(true);
  expect(page.find<HTMLInputElement>("input").value).toBe("noisette");
  await act(async () => page.find<HTMLFormElement>("form").requestSubmit());
  await page.widget.answer();
  page.leave();
  open({ visible: true, helping: "" });
  expect(page.find<HTMLDetailsElement>(".wk-helper-door").open).toBe(false);
});

test("who was let in is shown the rest from a bundle of its own", () => {
  open({ visible: true, helping: "voices", seated: false });
  expect(document.body.classList.contains("wk-has-helper")).toBe(true);
  expect(page.el.querySelector(".wk-helper-door")).toBeNull();
});
