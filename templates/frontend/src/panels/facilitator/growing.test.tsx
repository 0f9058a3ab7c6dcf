/** A long list is drawn piece by piece, and begins anew where it is of something else. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useGrowing } from "./growing";
import { Hooked } from "../kit/stage";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("all of it is there in the end, and a few at once", () => {
  const hooked = new Hooked(({ total, what }: { total: number; what: string }) => useGrowing(total, what), { total: 100, what: "all" });
  const pass = () => act(() => void vi.advanceTimersByTime(20));
  expect(hooked.result).toBe(48);
  pass();
  pass();
  expect(hooked.result).toBe(100);
  hooked.give({ total: 90, what: "with a word" });
  expect(hooked.result).toBe(48);
});
