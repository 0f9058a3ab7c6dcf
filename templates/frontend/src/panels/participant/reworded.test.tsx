/** A question that changed in mid-work: said until it is read, or until the challenge goes on and everybody reads it anew. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SeatChallenge, Stage } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Placed } from "./following";
import { following, usePlace } from "./place";

const tell = (stage: Stage, wording: number) => {
  const statement = `Question ${wording}`;
  const one: SeatChallenge = { id: "a", number: 1, stake: "A", statement, stage, round: 1, wording, tables: "", timer: null };
  return act(async () => following.tell({ phase: "work", current: "a", challenges: [one] }));
};
const Shown = () => <Placed place={usePlace()} />;
let page: Mounted;
const open = () => {
  page = new Mounted(Shown, new FakeWidget({}));
};
const said = () => page.el.querySelector(".wk-reworded b")?.textContent ?? "";

beforeEach(async () => {
  localStorage.clear();
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
  await tell("writing", 1);
  open();
});
afterEach(() => {
  page.leave();
  vi.restoreAllMocks();
});

test("a question that is the one it was when it was first read is not said to have changed", () => {
  expect(said()).toBe("");
});

test("another question is said to be another, also after a reload, until it is read", async () => {
  await tell("writing", 2);
  expect(said()).toBe("reworded");
  page.leave();
  open();
  expect(said()).toBe("reworded");
  await page.press("reworded-read");
  expect(said()).toBe("");
  page.leave();
  open();
  expect(said()).toBe("");
  await tell("writing", 3);
  expect(said()).toBe("reworded");
});

test.each<Stage>(["reveal", "vote", "results"])("what changed while people wrote is no news in the %s", async (stage) => {
  await tell("writing", 2);
  expect(said()).toBe("reworded");
  await tell(stage, 2);
  expect(said()).toBe("");
  await tell(stage, 3);
  expect(said()).toBe("reworded");
});

test("writing that is opened again goes on saying what nobody has read yet", async () => {
  await tell("reveal", 1);
  await tell("reveal", 2);
  await tell("writing", 2);
  expect(said()).toBe("reworded");
});
