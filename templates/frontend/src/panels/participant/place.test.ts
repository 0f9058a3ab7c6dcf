import { beforeEach, expect, test } from "vitest";
import type { SeatChallenge, Stage } from "../../contract";
import { remember } from "../kit/device";
import { draftName, Following, type Course } from "./place";

const challenge = (id: string, number: number, stage: Stage, tables = ""): SeatChallenge => ({
  id,
  number,
  stake: id,
  statement: `Comment ${id} ?`,
  stage,
  round: 1,
  wording: 1,
  tables,
  timer: null,
});

const course = (current: string | null, ...stages: Stage[]): Course => ({
  phase: "work",
  current,
  challenges: stages.map((stage, index) => challenge("abcde"[index]!, index + 1, stage)),
});

let page: Following;

beforeEach(() => {
  localStorage.clear();
  page = new Following();
});

test("the page opens where the room is, and goes with it", () => {
  page.tell(course("b", "closed", "writing", "unopened"));
  expect(page.place.challenge?.id).toBe("b");
  expect(page.place.room).toBeUndefined();
  page.tell(course("c", "closed", "closed", "writing"));
  expect(page.place.challenge?.id).toBe("c");
});

test("before the room is anywhere, the first challenge is shown and no place of the room", () => {
  page.tell(course(null, "unopened", "unopened"));
  expect(page.place.challenge?.id).toBe("a");
  expect(page.place.room).toBeUndefined();
});

test("somebody who writes stays, and is told where the room is, until their challenge is closed", () => {
  page.tell(course("a", "writing", "unopened"));
  remember(draftName("a"), "Ouvrir le gymnase");
  page.tell(course("b", "writing", "writing"));
  expect(page.place.challenge?.id).toBe("a");
  expect(page.place.room?.id).toBe("b");
  page.tell(course("c", "closed", "closed", "writing"));
  expect(page.place.challenge?.id).toBe("c");
});

test("somebody may look at another challenge, and is led back by the room's next move", () => {
  page.tell(course("b", "closed", "writing"));
  page.goTo("a");
  expect(page.place.challenge?.id).toBe("a");
  expect(page.place.room?.id).toBe("b");
  page.tell(course("c", "closed", "closed", "writing"));
  expect(page.place.challenge?.id).toBe("c");
});

test("a table that works on a challenge of its own stays there while it is open", () => {
  const apart = (current: string, stage: Stage): Course => ({
    phase: "work",
    current,
    challenges: [challenge("a", 1, "reveal", "1 à 3"), challenge("b", 2, stage, "4 à 6"), challenge("c", 3, "unopened")],
  });
  page.tell(apart("a", "writing"));
  page.goTo("b");
  page.tell(apart("c", "reveal"));
  expect(page.place.challenge?.id).toBe("b");
  page.tell(apart("a", "closed"));
  expect(page.place.challenge?.id).toBe("a");
});

test("what else is worked on is named, and what was never opened is no neighbour", () => {
  page.tell(course("b", "closed", "writing", "vote", "unopened"));
  expect(page.place.others.map((one) => one.id)).toEqual(["c"]);
  expect(page.place.before?.id).toBe("a");
  expect(page.place.after?.id).toBe("c");
  page.goTo("c");
  expect(page.place.after).toBeUndefined();
});

test("after a reload somebody is where they were, if that is still open", () => {
  page.tell(course("a", "writing", "writing"));
  page.goTo("b");
  const again = new Following();
  again.tell(course("a", "writing", "writing"));
  expect(again.place.challenge?.id).toBe("b");
  const later = new Following();
  later.tell(course("a", "writing", "closed"));
  expect(later.place.challenge?.id).toBe("a");
});

test("after a reload somebody whom the room took along is not led back to where they looked before", () => {
  page.tell(course("a", "writing", "writing", "unopened"));
  page.goTo("b");
  page.tell(course("c", "closed", "writing", "writing"));
  expect(page.place.challenge?.id).toBe("c");
  const again = new Following();
  again.tell(course("c", "closed", "writing", "writing"));
  expect(again.place.challenge?.id).toBe("c");
});

test("after a reload a table is at the challenge it stayed with when the room went on", () => {
  const apart = (current: string): Course => ({
    phase: "work",
    current,
    challenges: [challenge("a", 1, "reveal", "1 à 3"), challenge("b", 2, "writing", "4 à 6")],
  });
  page.tell(apart("a"));
  page.tell(apart("b"));
  expect(page.place.challenge?.id).toBe("a");
  const again = new Following();
  again.tell(apart("b"));
  expect(again.place.challenge?.id).toBe("a");
});

test("a challenge that is removed gives way to the room's", () => {
  page.tell(course("a", "writing", "writing"));
  page.goTo("b");
  page.tell(course("a", "writing"));
  expect(page.place.challenge?.id).toBe("a");
});
