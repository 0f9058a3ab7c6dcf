import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CandidateRow, Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { act } from "preact/test-utils";
import { CandidatesPanel } from "./candidates";

const row = (id: string, more: Partial<CandidateRow> = {}): CandidateRow => ({
  ...{ id, name: `Body ${id}`, entry: "Shops", description: "", address: "1 rue du Lac", hamlet: "", unexpected: true },
  ...{ taken: false, gone: false, alike: "" },
  ...more,
});
const model: Roles["facilitator"]["panels"]["candidates"] = {
  registers: [{ register: "rna", count: 2 }],
  entries: [{ code: "shops", name: "Shops", why: "They see everybody.", count: 2, unexpected: true }],
  sectors: [],
  ...{ all: 2, found: 2, taken: 0, page: 1, pages: 1, search: "", entry: "", sector: "" },
  rows: [row("1"), row("2")],
};

let page: Mounted;

beforeEach(() => {
  localStorage.clear();
  page = new Mounted(CandidatesPanel, new FakeWidget(model));
});
afterEach(() => {
  page.leave();
  vi.useRealTimers();
});

test("nothing is ticked beforehand, and those that are ticked are taken together", async () => {
  const boxes = [...page.el.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  expect(boxes.map((one) => one.checked)).toEqual([false, false]);
  await page.press("take.none");
  expect(page.widget.letters).toEqual([]);
  await act(() => boxes[1]?.click());
  await page.press("take");
  expect(page.widget.letters).toEqual([["take_candidates", { candidates: ["2"] }]]);
});

test("who is on the list says so, and can be taken off it", async () => {
  await page.widget.show({ ...model, rows: [row("1", { taken: true })] });
  expect(page.el.querySelectorAll("input[type=checkbox]").length).toBe(0);
  await page.press("let-go");
  expect(page.widget.letters).toEqual([["let_candidate_go", { candidate: "1" }]]);
});

test("words are looked for once whoever types them pauses", async () => {
  vi.useFakeTimers();
  const field = page.el.querySelector<HTMLInputElement>("input[type=search]")!;
  for (const typed of ["p", "pa", "pain"]) {
    field.value = typed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  expect(page.widget.letters).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(page.widget.letters).toEqual([["look_at_candidates", { search: "pain", entry: "", sector: "", page: 1 }]]);
});

test("without a register it is said how one comes in", async () => {
  await page.widget.show({ ...model, all: 0, rows: [] });
  expect(page.text).toContain("empty");
});

test("who is on the list from elsewhere under the same name is told beside the box", async () => {
  expect(page.text).not.toContain("alike");
  await page.widget.show({ ...model, rows: [row("1", { alike: "Boulangerie du Pont" })] });
  expect(page.el.querySelector(".wkf-alike")?.textContent).toContain("alike");
  expect(page.el.querySelectorAll("input[type=checkbox]").length).toBe(1);
});
