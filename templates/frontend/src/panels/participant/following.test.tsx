import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import { Hooked } from "../kit/stage";
import type { ChallengeText } from "../../contract";
import { useFollowing, type Following } from "./following";

const named = (...ids: string[]): ChallengeText[] => ids.map((id) => ({ id, stake: id, statement: `Comment ${id} ?` }));

let writes: string[];

interface Room {
  challenges: ChallengeText[];
  current: string | null;
}

/** Somebody's page in a room; `writes` says on which challenges they have begun to write. */
const follow = (room: Room) =>
  new Hooked<Room, Following<ChallengeText>>(
    ({ challenges, current }) => useFollowing(challenges, current, (challenge) => writes.includes(challenge)),
    room,
  );

const three = named("a", "b", "c");

beforeEach(() => {
  writes = [];
});

test("the page opens where the room is", () => {
  const page = follow({ challenges: three, current: "b" });
  expect(page.result).toMatchObject({ challenge: { id: "b" }, index: 1, room: null });
});

test("the page goes with the room", () => {
  const page = follow({ challenges: three, current: "a" });
  page.give({ challenges: three, current: "c" });
  expect(page.result).toMatchObject({ challenge: { id: "c" }, room: null });
});

test("before the room is anywhere, the first challenge is shown and no place of the room", () => {
  const page = follow({ challenges: three, current: null });
  expect(page.result).toMatchObject({ challenge: { id: "a" }, room: null });
});

test("somebody who writes stays, and is told where the room is", () => {
  const page = follow({ challenges: three, current: "a" });
  writes = ["a"];
  page.give({ challenges: three, current: "b" });
  expect(page.result).toMatchObject({ challenge: { id: "a" }, room: 1 });
});

test("who stayed goes with the room again at its next move, once nothing is left to write", () => {
  const page = follow({ challenges: three, current: "a" });
  writes = ["a"];
  page.give({ challenges: three, current: "b" });
  writes = [];
  page.give({ challenges: three, current: "b" });
  expect(page.result.challenge?.id).toBe("a"); // no page turns by itself while the room stands still
  page.give({ challenges: three, current: "c" });
  expect(page.result).toMatchObject({ challenge: { id: "c" }, room: null });
});

test("somebody may look at another challenge, go back to the room's, and follow it again", () => {
  const page = follow({ challenges: three, current: "a" });
  act(() => page.result.goTo(2));
  expect(page.result).toMatchObject({ challenge: { id: "c" }, room: 0 });
  act(() => page.result.goTo(page.result.room!));
  expect(page.result).toMatchObject({ challenge: { id: "a" }, room: null });
  page.give({ challenges: three, current: "b" });
  expect(page.result.challenge?.id).toBe("b");
});

test("who looked elsewhere without writing goes with the room when it moves", () => {
  const page = follow({ challenges: three, current: "a" });
  act(() => page.result.goTo(2));
  page.give({ challenges: three, current: "b" });
  expect(page.result).toMatchObject({ challenge: { id: "b" }, room: null });
});

test("who writes on another challenge stays there when the room moves", () => {
  const page = follow({ challenges: three, current: "a" });
  act(() => page.result.goTo(2));
  writes = ["c"];
  page.give({ challenges: three, current: "b" });
  expect(page.result).toMatchObject({ challenge: { id: "c" }, room: 1 });
});

test("when the room comes to where somebody stayed, they are together again", () => {
  const page = follow({ challenges: three, current: "a" });
  writes = ["a"];
  page.give({ challenges: three, current: "b" });
  page.give({ challenges: three, current: "a" });
  expect(page.result).toMatchObject({ challenge: { id: "a" }, room: null });
});

test("a challenge that is removed gives way to the first", () => {
  const page = follow({ challenges: three, current: "c" });
  page.give({ challenges: named("a", "b"), current: "c" });
  expect(page.result).toMatchObject({ challenge: { id: "a" }, index: 0, room: null });
});

test("a challenge put before the others moves nobody", () => {
  const page = follow({ challenges: three, current: "b" });
  page.give({ challenges: named("new", "a", "b", "c"), current: "b" });
  expect(page.result).toMatchObject({ challenge: { id: "b" }, index: 2, room: null });
});

test("without challenges there is none, and the first that comes is shown", () => {
  const page = follow({ challenges: [], current: null });
  expect(page.result).toMatchObject({ challenge: undefined, room: null });
  page.give({ challenges: named("a"), current: null });
  expect(page.result.challenge?.id).toBe("a");
});

test("no step leads beyond the first or the last challenge", () => {
  const page = follow({ challenges: three, current: "a" });
  act(() => page.result.goTo(7));
  expect(page.result.challenge?.id).toBe("a");
});
