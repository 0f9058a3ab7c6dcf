import { afterEach, beforeEach, expect, test } from "vitest";
import type { Roles, SortedStake } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { StakesPanel } from "./stakes";

const stake = (id: string): SortedStake => ({ id, title: `Stake ${id}`, text: `Stake ${id}`, under: [], typed: true, left_out: false });
const model: Roles["facilitator"]["panels"]["stakes"] = {
  stage: "sorting",
  counts: { proposed: 4, browsers: 0, judges: 0, papers: 0, unfinished: 0 },
  blanks_count: true,
  stakes: ["1", "2", "3", "4"].map(stake),
  suggestions: [
    ["1", "2"],
    ["3", "4"],
  ],
  ranked: [],
  chosen: [],
  tied: [],
  places: 5,
  joinable: true,
};

let page: Mounted;

beforeEach(() => {
  page = new Mounted(StakesPanel, new FakeWidget(model));
});
afterEach(() => page.leave());

const proposed = () => [...page.find(".wk-card-chosen").querySelectorAll("li")].map((one) => one.textContent);

test("stakes that are alike in their words alone are left apart, and the next ones are proposed", async () => {
  expect(proposed()).toEqual(["Stake 1", "Stake 2"]);
  await page.press("sorting.leave");
  expect(proposed()).toEqual(["Stake 3", "Stake 4"]);
  await page.press("sorting.leave");
  expect(page.el.querySelector(".wk-card-chosen")).toBeNull();
  expect(page.widget.letters).toEqual([]);
});
