/** The foot of a question: two answers in one order, and what is promised of them. */
import { afterEach, expect, test } from "vitest";
import { FakeWidget, Mounted } from "../kit/stage";
import { Answers } from "./answers";

let page: Mounted;
let given: string[];
const open = (incomplete?: boolean) => {
  given = [];
  const foot = () => <Answers yes="Ouvrir le vote" incomplete={incomplete} onYes={() => given.push("yes")} onNo={() => given.push("no")} />;
  page = new Mounted(foot, new FakeWidget({}));
};
const buttons = () => [...page.el.querySelectorAll("button")];

afterEach(() => page.leave());

test("what was pressed is said again first, the way out comes second, and that it can be undone last", () => {
  open();
  expect(buttons().map((one) => one.textContent)).toEqual(["Ouvrir le vote", "ask.no"]);
  expect(page.text).toMatch(/ask\.undo$/);
});

test("each of the two buttons gives its own answer", async () => {
  open();
  await page.press("ask.no");
  await page.press("Ouvrir le vote");
  expect(given).toEqual(["no", "yes"]);
});

test("a yes that lacks something says so and still takes the focus and the press, so that the question can show what lacks", async () => {
  open(true);
  const [yes, no] = buttons();
  expect(yes!.getAttribute("aria-disabled")).toBe("true");
  expect(no!.hasAttribute("aria-disabled")).toBe(false);
  yes!.focus();
  expect(document.activeElement).toBe(yes);
  await page.press("Ouvrir le vote");
  expect(given).toEqual(["yes"]);
});

test("a yes that lacks nothing is no disabled button to a screen reader", () => {
  open(false);
  expect(buttons()[0]!.getAttribute("aria-disabled")).toBe("false");
  page.leave();
  open();
  expect(buttons()[0]!.hasAttribute("aria-disabled")).toBe(false);
});
