import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Crowd, DoorModel } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { DoorPanel } from "./door";

const COUNTS = { seats: 60, taken: 39, kept: 33, devices: 34, waiting: 0, slowed: 0, turned: 0 };
const CROWD: Crowd = {
  id: "d1",
  seats: 12,
  kept: 0,
  since: new Date(2026, 10, 27, 20, 10).getTime(),
  mixed: false,
  beside: 0,
  whole: false,
  closed: "",
};
const WORDS = {
  seats: "{number} of {seats}",
  devices: "by {number}",
  kept: "kept {number}",
  idle: "idle {number}",
  go: "let go of {number}",
  waiting: "waiting {number}",
  slowed: "slowed {number}",
  turned: "turned {number}",
  holds: "{number} since {hour}",
  people: "{number} people",
  clock: "{hours} h {minutes}",
  "close.idle": "{number} pages end",
  "close.kept": "{number} joined",
  "close.everybody": "all {number}",
};

let page: Mounted;
let widget: FakeWidget;
const open = (given: Partial<DoorModel> = {}) => {
  widget = new FakeWidget({ words: "", stuck: false, code: [], counts: COUNTS, crowds: [], ...given }, { words: WORDS });
  page = new Mounted(DoorPanel, widget);
  return page;
};
const dialog = () => page.el.querySelector("dialog");

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test("seats taken of how many, by how many devices, how many joined", () => {
  open();
  expect(page.text).toContain("39 of 60 by 34 devices.alike. kept 33, idle 6.");
  expect(page.text).not.toContain("slowed");
  page.leave();
  open({ counts: { ...COUNTS, devices: 39 } });
  expect(page.text).toContain("39 of 60 by 39. kept"); // each by its own: nothing to be explained
});

test("who waits and who was held back is said when there is somebody", () => {
  open({ counts: { ...COUNTS, waiting: 3, slowed: 20, turned: 1 } });
  expect(page.text).toContain("waiting 3 slowed 20 turned 1");
});

test("one press lets go of the pages nobody joined from; without any there is no button", async () => {
  open();
  await page.press("let go of 6");
  expect(widget.letters).toEqual([["let_seats_go", {}]]);
  page.leave();
  open({ counts: { ...COUNTS, kept: 39 } });
  expect(page.text).not.toContain("let go");
});

test("while phones are not let in nobody holds a seat", () => {
  open({ counts: null });
  expect(page.text).toContain("shut");
});

test("a device is named by what it holds alone, and the door closes after a question", async () => {
  open({ crowds: [CROWD] });
  expect(page.text).toContain("12 since 20 h 10, 0 people");
  await page.press("close");
  expect(widget.sent).toEqual([]);
  expect(dialog()?.textContent).toContain("12 pages end");
  expect(dialog()?.textContent).not.toContain("all");
  await page.press("close.newcomers.none");
  expect(widget.letters).toEqual([["close_door_to", { device: "d1", everybody: false }]]);
});

test("what is done is said in its own words, and not as something saved", async () => {
  open({ crowds: [{ ...CROWD, closed: "newcomers" }] });
  await page.press("let go of 6");
  await widget.answer();
  expect(page.text).toContain("done.let-seats-go");
  await page.press("open");
  await widget.answer();
  expect(page.text).toContain("done.open-door-to");
});

test("without a page to be ended only newcomers are spoken of", async () => {
  open({ crowds: [{ ...CROWD, kept: 12 }] });
  await page.press("close");
  expect(dialog()?.textContent).toContain("close.none");
  expect(dialog()?.textContent).not.toContain("pages end");
});

test("a button's name begins with what is read on it, and goes on with whom it is about", async () => {
  const named = (word: string) =>
    [...page.el.querySelectorAll("button")].find((one) => one.textContent === word)?.getAttribute("aria-label");
  open({ crowds: [CROWD] });
  expect(named("close")).toBe("close – 12 since 20 h 10");
  await widget.show({ words: "", code: [], counts: COUNTS, crowds: [{ ...CROWD, closed: "newcomers" }] });
  expect(named("open")).toBe("open – 12 since 20 h 10");
});

test("people who joined are counted before the door closes, and keep their pages unless it is said otherwise", async () => {
  open({ crowds: [{ ...CROWD, kept: 3 }] });
  await page.press("close");
  expect(dialog()?.textContent).toContain("9 pages end");
  expect(dialog()?.textContent).toContain("3 joined");
  await page.press("all 3");
  expect(widget.letters).toEqual([["close_door_to", { device: "d1", everybody: true }]]);
});

test.each([{ whole: true }, { mixed: true, beside: 4 }])("the door is not closed to all who joined: %o", async (given) => {
  open({ crowds: [{ ...CROWD, kept: 5, ...given }] });
  expect(page.text).toContain("maybe");
  await page.press("close");
  expect(dialog()?.textContent).not.toContain("all 5");
  await page.press("close.newcomers");
  expect(widget.letters).toEqual([["close_door_to", { device: "d1", everybody: false }]]);
});

test("a closed door opens with one press", async () => {
  open({ crowds: [{ ...CROWD, seats: 0, closed: "newcomers" }] });
  expect(page.text).toContain("holds.none");
  expect(page.text).toContain("closed.newcomers");
  await page.press("open");
  expect(widget.letters).toEqual([["open_door_to", { device: "d1" }]]);
});

test.each([
  { words: "", press: "words.turn-on", asks: true },
  { words: "tilleul cuivre matin loutre", press: "words.change", asks: true },
  { words: "tilleul cuivre matin loutre", press: "words.turn-off", asks: false },
])("the words are switched on, changed and switched off with one press: $press", async ({ words, press, asks }) => {
  open({ words, code: words === "" ? [] : ["10", "01"] });
  expect(page.el.querySelector(".wkf-door-qr") === null).toBe(words === "");
  expect(page.text).toContain(words);
  await page.press(press);
  expect(widget.letters).toEqual([["change_door_words", { asks }]]);
});

test("a link to the door leads to it, with the focus, also one of the page itself", () => {
  const scrolled = vi.fn();
  HTMLElement.prototype.scrollIntoView = scrolled;
  vi.stubGlobal("ResizeObserver", undefined); // the one here never tells anything
  location.hash = "#door";
  open();
  expect(document.activeElement?.textContent).toBe("title");
  expect(scrolled).toHaveBeenCalled();
  page.leave();
  location.hash = "";
  open();
  expect(document.activeElement?.textContent).not.toBe("title");
  location.hash = "#door";
  dispatchEvent(new Event("hashchange"));
  expect(document.activeElement?.textContent).toBe("title");
  document.querySelector<HTMLElement>("button")?.focus();
  const link = document.createElement("a");
  link.setAttribute("href", "#door"); // as the guide has it
  document.body.append(link);
  link.click();
  expect(document.activeElement?.textContent).toBe("title");
  link.remove();
  location.hash = "";
});

test("a code that can no longer be read is said, and mended by a new one or by none", async () => {
  open({ stuck: true });
  expect(page.find('[role="alert"]').textContent).toContain("words.stuck");
  await page.press("words.change");
  expect(widget.letters).toEqual([["change_door_words", { asks: true }]]);
});
