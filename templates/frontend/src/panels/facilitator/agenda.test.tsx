/** The agenda: a usual length at one press, each line in minutes, the steps of a challenge folded under its own. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AgendaLine, Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { AgendaPanel, OPEN_AGENDA } from "./agenda";

type Model = Roles["facilitator"]["panels"]["agenda"];
const at = new Date(2026, 10, 23, 15, 28).getTime();
const line = (moment: AgendaLine["moment"], minutes: number, more: Partial<AgendaLine> = {}): AgendaLine => ({
  moment,
  minutes,
  challenge: null,
  number: null,
  stake: "",
  at,
  state: "ahead",
  ...more,
});
const first = { challenge: "a", number: 1, stake: "Aînés" };
const model: Model = {
  lines: [line("welcome", 10, { state: "done", at: null }), line("writing", 8, first), line("reveal", 10, first), line("thanks", 5)],
  unusual: false,
  total: 33,
  left: 23,
  hour: "17:00",
  ends_at: at,
  lengths: [90, 120, 210],
  late: 0,
  finish: at,
  slips_from: at,
  remedies: [],
};
const words = { clock: "{hours} h {minutes}", at: "vers {hour}", "minutes.total": "{minutes} min" };

let page: Mounted;
const open = (shown: object = model) => {
  page = new Mounted(AgendaPanel, new FakeWidget(shown, { words }));
};
const change = (field: HTMLInputElement) => act(() => void field.dispatchEvent(new Event("change", { bubbles: true })));

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, "", "/1_challenge");
  HTMLDialogElement.prototype.showModal ??= () => {};
});
afterEach(() => page.leave());

test("a usual length makes the plan", async () => {
  open({ ...model, lines: [], total: 0 });
  await page.press("length.120");
  expect(page.widget.letters).toEqual([["plan_agenda", { minutes: 120 }]]);
});

test("of a plan that is longer than the room has, it is said before anything has begun by how much", () => {
  const over = { ...words, "ends-late": { one: "{hour}, {number} min", other: "{hour}, {number} min" } };
  const show = (more: object) => {
    page = new Mounted(AgendaPanel, new FakeWidget({ ...model, late: null, finish: at + 82 * 60_000, ...more }, { words: over }));
    return page.text.includes("16 h 50, 82 min");
  };
  expect(show({})).toBe(true);
  for (const more of [{ late: 82 }, { ends_at: null }, { finish: at }]) {
    page.leave();
    expect(show(more)).toBe(false);
  }
});

test("a challenge that was left out is not said to be done", () => {
  open({ ...model, lines: [line("writing", 8, { ...first, state: "left", at: null }), line("thanks", 5)] });
  expect(page.find("summary").textContent).toContain("left-out");
  expect(page.el.querySelector(".wkf-agenda-done")).toBeNull();
});

test("a day as no usual length plans it is not planned anew without a question", async () => {
  open({ ...model, unusual: true });
  await page.press("length.120");
  expect(page.widget.sent).toEqual([]);
  expect(page.text).toContain("again.sure");
  await page.press("again.no");
  expect(page.widget.sent).toEqual([]);
  await page.press("length.90");
  await page.press("again.yes");
  expect(page.widget.letters).toEqual([["plan_agenda", { minutes: 90 }]]);
});

test("a challenge is one line with the sum of its steps, which unfold", () => {
  open();
  const lines = [...page.el.querySelectorAll(".wkf-agenda-lines > li")];
  expect(lines.length).toBe(3);
  expect(lines[1]?.querySelector("summary")?.textContent).toContain("18 min");
  expect(lines[1]?.querySelectorAll(".wkf-agenda-steps li").length).toBe(2);
});

test("what is done is marked, what is ahead has its hour", () => {
  open();
  expect(page.find(".wkf-agenda-done").textContent).toContain("done");
  expect(page.text).toContain("vers 15 h 28");
});

test("a challenge that was left in its vote is said to be left, though its ideas were shown", () => {
  open({
    ...model,
    lines: [line("reveal", 8, { ...first, state: "done", at: null }), line("vote", 5, { ...first, state: "left", at: null })],
  });
  expect(page.find("summary").textContent).toContain("left-out");
  expect(page.el.querySelector(".wkf-agenda-done")).toBeNull();
});

test("another length is kept when the field is left, and the same one is not sent", async () => {
  open();
  const field = page.find<HTMLInputElement>(".wkf-agenda-steps input");
  await change(field);
  expect(page.widget.sent).toEqual([]);
  await page.type("12", ".wkf-agenda-steps input");
  await change(field);
  expect(page.widget.letters).toEqual([["set_length", { moment: "writing", challenge: "a", minutes: 12 }]]);
});

test("the hour of the end is kept as it was typed", async () => {
  open();
  await page.fill("hour", "16h30");
  await act(async () => void page.find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
  expect(page.widget.letters).toEqual([["set_end", { hour: "16h30" }]]);
});

test("a plan longer than the length that was chosen says what to do", async () => {
  open({ ...model, total: 130 });
  await page.press("length.120");
  expect(page.text).toContain("too-long");
});

test("where the room is led it opens over the page when it is asked for", async () => {
  history.replaceState(null, "", "/3_ideas");
  const shown = vi.spyOn(HTMLDialogElement.prototype, "showModal");
  open();
  expect(shown).not.toHaveBeenCalled();
  await act(() => void dispatchEvent(new Event(OPEN_AGENDA)));
  expect(shown).toHaveBeenCalled();
  shown.mockRestore();
});
