/** Who sits where, on the facilitator's page. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { act } from "preact/test-utils";
import type { PlannedTable, SeatingModel, TableGuest } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { SeatingPanel } from "./seating";

const guest = (name: string, more: Partial<TableGuest> = {}): TableGuest => ({
  ...{ id: name, name, category: "Commerce", late: false, here: false, stays: false },
  ...more,
});
const table = (number: number, ...people: TableGuest[]): PlannedTable => ({ number, landmark: "", easy: false, people });
const rounds = [
  [table(1, guest("Merle", { late: true }), guest("Grillon")), table(2, guest("Buse", { here: true, stays: true }))],
  [table(1, guest("Buse"), guest("Grillon")), table(2, guest("Merle"))],
];
const empty: SeatingModel = {
  ...{ waiting: 24, size: 8, of_files: false, told: 0, spoken: true, shown: false, page: 0, pages: 0 },
  ...{ rounds: [], strays: [] },
  ...{ sizes: "", spread: "", met: "" },
};
const seated: SeatingModel = { ...empty, rounds, sizes: "2 tables.", spread: "Mélangées.", met: "3 sur 3." };

let page: Mounted;
const open = (model: Partial<SeatingModel>, of: SeatingModel = seated) => {
  page = new Mounted(SeatingPanel, new FakeWidget({ ...of, ...model }));
};
const choose = async (select: HTMLSelectElement, value: string) => {
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
};

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test("people are seated in as many rounds and at as large tables as was chosen", async () => {
  open({}, empty);
  await choose(page.find<HTMLSelectElement>("select"), "3");
  await page.press("place");
  expect(page.widget.letters).toEqual([["seat_people", { rounds: 3, size: 8 }]]);
});

test("where phones say no table any more, nobody is told that they do", () => {
  open({ told: 1, spoken: false });
  expect(page.find("[role=status]").textContent).toBe("unspoken");
});

test("several rounds at one table are said to move nobody", async () => {
  open({ rounds: [[table(1)], [table(1)]] });
  expect(page.text).toContain("single");
  page.leave();
  open({ rounds: [[table(1)]] });
  expect(page.text).not.toContain("single");
});

test("with nobody to seat there is nothing to press", () => {
  open({ waiting: 1 }, empty);
  expect(page.text).toContain("nobody");
  expect(page.el.querySelector("button")).toBeNull();
});

test("seating anew asks once more, since everybody moves", async () => {
  open({});
  await page.press("place.again");
  expect(page.widget.asked).toEqual([]);
  const buttons = [...page.el.querySelectorAll<HTMLButtonElement>(".wkf-confirm button")];
  await act(async () => buttons.at(-1)!.click());
  expect(page.widget.letters).toEqual([["seat_people", { rounds: 2, size: 8 }]]);
});

test("what was reached is said, and the next step is told to phones", async () => {
  open({});
  for (const text of ["2 tables.", "Mélangées.", "3 sur 3.", "untold"]) expect(page.text).toContain(text);
  await page.press("tell");
  expect(page.widget.letters).toEqual([["tell_round", { round: 1 }]]);
  await page.widget.answer();
  await page.widget.show({ ...seated, told: 1 });
  await page.press("next");
  expect(page.widget.letters.at(-1)).toEqual(["tell_round", { round: 2 }]);
});

test("after the last round none is next, and one can go back or tell none", async () => {
  open({ told: 2 });
  expect(page.text).toContain("last");
  expect(page.el.querySelector(".wkf-next")).toBeNull();
  await page.press("back");
  await page.widget.answer();
  await page.press("untell");
  expect(page.widget.letters).toEqual([
    ["tell_round", { round: 1 }],
    ["tell_round", { round: 0 }],
  ]);
});

test("where the plan covers the screen its pages are turned beside it", async () => {
  open({ told: 1 });
  expect(page.el.querySelector("[aria-label=turn]")).toBeNull();
  await page.widget.show({ ...seated, told: 1, shown: true, page: 0, pages: 2 });
  await page.press("turn.back"); // there is none before the first
  await page.press("turn.names");
  await page.widget.answer();
  await page.widget.show({ ...seated, told: 1, shown: true, page: 1, pages: 2 });
  await page.press("turn.on");
  await page.press("turn.back");
  expect(page.widget.letters).toEqual([
    ["turn_page", { page: 1 }],
    ["turn_page", { page: 0 }],
  ]);
});

test("the plan is brought to the screen and taken off it once phones are told", async () => {
  open({ told: 1 });
  await page.press("screen");
  await page.widget.answer();
  await page.widget.show({ ...seated, told: 1, shown: true });
  await page.press("screen.off");
  expect(page.widget.letters).toEqual([
    ["cover_screen", { cover: "tables" }],
    ["cover_screen", { cover: "none" }],
  ]);
});

test("people of files are told to nobody", () => {
  open({ of_files: true });
  expect(page.text).toContain("of-files");
  expect(page.text).not.toContain("untold");
});

test("the round that phones are told is shown first, and another on a press", async () => {
  open({ told: 2 });
  const people = () => [...page.el.querySelectorAll(".wkf-guest b")].map((one) => one.textContent);
  expect(people()).toEqual(["Buse", "Grillon", "Merle"]);
  await act(async () => page.find<HTMLButtonElement>(".wkf-seating-rounds button").click());
  expect(people()).toEqual(["Merle", "Grillon", "Buse"]);
});

test("who is late, found the table or keeps it is marked", () => {
  open({ told: 1 });
  const marks = [...page.el.querySelectorAll(".wkf-guest small")].map((one) => one.textContent);
  expect(marks).toEqual(["Commerce, late", "Commerce", "Commerce, found, stays"]);
});

test("somebody is moved by hand in the round that is looked at, and marked as walking with difficulty", async () => {
  open({ told: 2 });
  await act(async () => page.find<HTMLButtonElement>(".wkf-guest").click());
  await act(async () => page.find<HTMLInputElement>(".wkf-hand input").click());
  await page.widget.answer();
  await choose(page.find<HTMLSelectElement>(".wkf-hand select"), "2");
  await page.widget.answer();
  expect(page.widget.letters).toEqual([
    ["keep_at_table", { participant: "Buse", stays: true }],
    ["move_to_table", { participant: "Buse", round: 2, number: 2 }],
  ]);
  expect(page.el.querySelector(".wkf-hand")).toBeNull();
});

test("where a table stands is said in words", async () => {
  open({});
  await page.press("landmark");
  await page.fill("landmark", "Près de la porte");
  await act(async () => page.find<HTMLFormElement>("form").requestSubmit());
  expect(page.widget.letters).toEqual([["describe_table", { number: 1, landmark: "Près de la porte", easy: false }]]);
});

test("who sits nowhere is listed, and seated by hand", async () => {
  open({ strays: [guest("Orvet")] });
  const stray = [...page.el.querySelectorAll<HTMLButtonElement>(".wkf-guest")].at(-1)!;
  expect(stray.textContent).toContain("Orvet");
  await act(async () => stray.click());
  await choose(page.find<HTMLSelectElement>(".wkf-hand select"), "1");
  expect(page.widget.letters).toEqual([["move_to_table", { participant: "Orvet", round: 1, number: 1 }]]);
});
