import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StakesOpen } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Stakes } from "./index";

const judging = (grade: number | null): StakesOpen => ({
  ...{ visible: true, stage: "judging", mine: [], judged: [], blanks_count: true },
  stakes: [{ id: "1", title: "Care", texts: [], grade }],
});

let page: Mounted;

beforeEach(() => {
  localStorage.clear();
  page = new Mounted(Stakes, new FakeWidget(judging(null)));
});
afterEach(() => page.leave());

test("a grade is said to be given once it is stored, and not while it is under way", async () => {
  await act(() => page.find<HTMLInputElement>("input[value='5']").click());
  expect(page.find<HTMLInputElement>("input[value='5']").checked).toBe(true);
  expect(page.text).not.toContain("judge.done");
  await page.widget.answer();
  expect(page.text).toContain("judge.done");
});

test("who has read enough says that the rest counts as the lowest grade, and the ballot is finished", async () => {
  const three = ["1", "2", "3"].map((id) => ({ id, title: `Stake ${id}`, texts: [], grade: null }));
  await page.widget.show({ ...judging(null), stakes: three });
  expect(page.text).not.toContain("judge.finish");
  await act(() => page.find<HTMLInputElement>("input[value='5']").click());
  await page.widget.answer();
  const finish = [...page.el.querySelectorAll("button")].find((one) => one.textContent?.startsWith("judge.finish"))!;
  await act(() => finish.click());
  await page.widget.answer();
  await page.widget.answer();
  expect(page.widget.letters.slice(1)).toEqual([
    ["grade_stake", { stake: "2", grade: 0 }],
    ["grade_stake", { stake: "3", grade: 0 }],
  ]);
  expect(page.text).toContain("judge.done");
});

test("a grade that is refused goes, and says why", async () => {
  await act(() => page.find<HTMLInputElement>("input[value='5']").click());
  await page.widget.answer({ ok: false, sentence: "Too late." });
  expect(page.find<HTMLInputElement>("input[value='5']").checked).toBe(false);
  expect(page.text).toContain("Too late.");
});

test("whoever comes once all have judged can take a seat below, and no sooner", async () => {
  expect(document.body.className).toContain("wk-has-stakes");
  await page.widget.show({ ...judging(null), stage: "judged" });
  expect(document.body.className).not.toContain("wk-has-stakes");
  await page.widget.show(judging(null));
  expect(document.body.className).toContain("wk-has-stakes");
});
