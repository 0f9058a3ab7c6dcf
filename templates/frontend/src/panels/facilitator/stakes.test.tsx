/** The stakes on the laptop: what stands typed goes along when a step is closed, and nothing is closed that holds nothing. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SortedStake, StakesDeskModel } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { StakesPanel } from "./stakes";

const stake = (id: string): SortedStake => ({ id, title: `Stake ${id}`, text: `Stake ${id}`, under: [], typed: false, left_out: false });
const model: StakesDeskModel = {
  ...{ stage: "gathering", blanks_count: true, suggestions: [], ranked: [], chosen: [], tied: [], places: 5, joinable: true },
  counts: { proposed: 0, browsers: 0, judges: 0, papers: 0, unfinished: 0 },
  stakes: [],
};
const sorting: StakesDeskModel = { ...model, stage: "sorting", stakes: [stake("a"), stake("b")], counts: { ...model.counts, proposed: 2 } };
const judging: StakesDeskModel = { ...sorting, stage: "judging" };

let page: Mounted;
const open = (shown: StakesDeskModel) => {
  page = new Mounted(StakesPanel, new FakeWidget(shown));
};
const button = (text: string) => [...page.el.querySelectorAll("button")].find((one) => one.textContent?.startsWith(text))!;
const press = (text: string) => act(async () => button(text).click());
const choose = (place: number, grade: string) =>
  act(async () => {
    const field = page.el.querySelectorAll("select")[place]!;
    field.value = grade;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test("with no stake there is nothing to close, and why is said; one line typed is enough", async () => {
  open(model);
  expect(button("gathering.end").getAttribute("aria-disabled")).toBe("true");
  expect(button("gathering.end").className).not.toContain("wkf-next");
  expect(page.text).toContain("gathering.none");
  await press("gathering.end");
  expect(page.widget.sent).toEqual([]);
  await page.type("Se loger", "textarea");
  expect(button("gathering.end").className).toContain("wkf-next");
  expect(page.text).not.toContain("gathering.none");
});

test("lines being typed go along when the gathering is closed", async () => {
  open(model);
  await page.type("Se loger", "textarea");
  await press("gathering.end");
  await page.widget.answer({ ok: true, result: { added: 1 } });
  await page.widget.answer();
  expect(page.widget.letters).toEqual([
    ["add_stakes", { text: "Se loger" }],
    ["move_stakes", { stage: "sorting" }],
  ]);
});

test("a line that is refused keeps the gathering open, with the sentence and the line", async () => {
  open(model);
  await page.type("x", "textarea");
  await press("gathering.end");
  await page.widget.answer({ ok: false, sentence: "Trop court." });
  expect(page.widget.asked).toEqual(["add_stakes"]);
  expect(page.text).toContain("Trop court.");
  expect(page.find<HTMLTextAreaElement>("textarea").value).toBe("x");
});

test("a name being typed goes along when the judging begins, and lines too", async () => {
  open(sorting);
  await press("sorting.rename");
  await page.type("Un toit", ".wkf-stakes-name input");
  await page.type("Se soigner", "textarea");
  await press("sorting.end");
  await page.widget.answer();
  await page.widget.answer({ ok: true, result: { added: 1 } });
  await page.widget.answer();
  expect(page.widget.letters).toEqual([
    ["rename_stake", { stake: "a", title: "Un toit" }],
    ["add_stakes", { text: "Se soigner" }],
    ["move_stakes", { stage: "judging" }],
  ]);
});

test("a sheet being typed in is kept before the judging is closed", async () => {
  open(judging);
  expect(page.text).not.toContain("judging.paper.along");
  await choose(1, "5");
  expect(page.text).toContain("judging.paper.along");
  await press("judging.end");
  await page.widget.answer();
  await page.widget.answer();
  expect(page.widget.letters).toEqual([
    ["judge_stakes_on_paper", { stakes: ["a", "b"], grades: [-1, 5] }],
    ["move_stakes", { stage: "judged" }],
  ]);
});

test("a sheet being typed in outlives a step back, a reload and a judging closed elsewhere", async () => {
  open(judging);
  await choose(0, "3");
  page.leave();
  open({ ...judging, stage: "judged" });
  expect(page.text).toContain("judged.paper");
  page.leave();
  open(judging);
  expect(page.el.querySelectorAll("select")[0]!.value).toBe("3");
  await page.widget.show({ ...judging, stakes: [{ ...stake("a"), left_out: true }, stake("b")] });
  await press("judging.end");
  expect(page.widget.letters, "a sheet without a grade for what is judged is none").toEqual([["move_stakes", { stage: "judged" }]]);
});

test("who has not finished is told before the judging is closed, on the button too", () => {
  open({ ...judging, counts: { ...judging.counts, judges: 3, unfinished: 2 } });
  expect(page.text).toContain("judging.unfinished");
  expect(button("judging.end").textContent).toContain("judging.end.without");
});

test("with nothing ticked no button makes challenges, and what to do is said", async () => {
  const ranked = [{ id: "a", title: "Stake a", counts: [0, 0, 0, 0, 0, 0, 2], blanks: 0, median: 6, rank: 1 }];
  open({ ...judging, stage: "judged", ranked, chosen: ["a"] });
  expect(page.el.querySelector(".wkf-next")).toBeNull();
  expect(page.text).toContain("judged.pick");
  await press("judged.first");
  expect(button("judged.make").className).toContain("wkf-next");
});
