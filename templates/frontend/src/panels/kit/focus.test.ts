// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import { holdFocus } from "./focus";

let panel: HTMLElement;
let letGo: () => void;
const find = (id: string) => document.getElementById(id)!;
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  document.body.innerHTML = `
    <button id="elsewhere"></button>
    <div id="panel"><ul id="list"><li id="one"><button id="remove"></button></li><li><button id="other"></button></li></ul></div>`;
  panel = find("panel");
  letGo = holdFocus(panel);
});
afterEach(() => letGo());

test("the focus of what is removed goes to what is left around it", async () => {
  find("remove").focus();
  find("one").remove();
  await settled();
  expect(document.activeElement).toBe(find("list"));
});

test("where nothing of it is left, the panel has the focus", async () => {
  find("remove").focus();
  find("list").remove();
  await settled();
  expect(document.activeElement).toBe(panel);
});

test("a focus that went somewhere by itself stays there", async () => {
  find("remove").focus();
  find("one").remove();
  find("other").focus();
  await settled();
  expect(document.activeElement).toBe(find("other"));
});

test("a focus outside the panel is none of its business", async () => {
  find("remove").focus();
  find("elsewhere").focus();
  find("one").remove();
  await settled();
  expect(document.activeElement).toBe(find("elsewhere"));
});
