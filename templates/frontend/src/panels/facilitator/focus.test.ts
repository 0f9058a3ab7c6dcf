/** The focus stays near: what had it and is gone hands it to its neighbour. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepFocus } from "./focus";

const root = document.createElement("div");
let stop = () => {};
const breathe = () => new Promise((resolve) => setTimeout(resolve));
const find = (selector: string) => root.querySelector<HTMLElement>(selector)!;

beforeEach(() => {
  document.body.append(root);
  root.innerHTML = `<h2>Idées</h2><ul><li id="a"><button>A</button></li><li id="b"><button>B</button></li></ul><button id="add">+</button>`;
  stop = keepFocus(root);
});
afterEach(() => {
  stop();
  root.remove();
});

test("a removed card hands the focus to the next one", async () => {
  find("#a button").focus();
  find("#a").remove();
  await breathe();
  expect(document.activeElement).toBe(find("#b button"));
});

test("the last card of a list hands it to the one before", async () => {
  find("#b button").focus();
  find("#b").remove();
  await breathe();
  expect(document.activeElement).toBe(find("#a button"));
});

test("the only card of a list hands it to what stands after the list", async () => {
  find("#a").remove();
  find("#b button").focus();
  find("#b").remove();
  await breathe();
  expect(document.activeElement).toBe(find("#add"));
});

test("who had already gone elsewhere is left there", async () => {
  find("#a button").focus();
  find("#a button").blur();
  await breathe();
  find("#a").remove();
  await breathe();
  expect(document.activeElement).toBe(document.body);
});

test("a better place that was chosen stands", async () => {
  find("#a button").focus();
  find("#a").remove();
  find("#add").focus();
  await breathe();
  expect(document.activeElement).toBe(find("#add"));
});
