import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import type { Acknowledgement } from "../kit/outbox";
import { Hooked } from "../kit/stage";
import { useOverlay, type Overlay } from "./overlay";

/** An answer that is given when the test says so. */
function later(): { answer: Promise<Acknowledgement>; give: (answer: Acknowledgement) => Promise<void> } {
  let resolve: (answer: Acknowledgement) => void = () => {};
  const answer = new Promise<Acknowledgement>((one) => {
    resolve = one;
  });
  return { answer, give: (given) => act(async () => resolve(given)) };
}

let page: Hooked<null, Overlay<number>>;
const put = (key: string, value: number, answer: Promise<Acknowledgement>) => act(() => void page.result.put(key, value, answer));

beforeEach(() => {
  page = new Hooked(() => useOverlay<number>(), null);
});

test("nothing chosen shows what the store holds", () => {
  expect(page.result.get("option", 3)).toBe(3);
});

test("a choice is shown at once, before any answer", () => {
  put("option", 2, later().answer);
  expect(page.result.get("option", 0)).toBe(2);
});

test("zero is a choice and not the lack of one", () => {
  put("option", 0, later().answer);
  expect(page.result.get("option", 3)).toBe(0);
});

test("once answered, what the store holds is shown again", async () => {
  const { answer, give } = later();
  put("option", 2, answer);
  await give({ ok: true });
  expect(page.result.get("option", 5)).toBe(5);
});

test("a choice that is refused is taken back, and its refusal handed on", async () => {
  const { answer, give } = later();
  let said: Acknowledgement | undefined;
  act(
    () =>
      void page.result.put("option", 2, answer).then((one) => {
        said = one;
      }),
  );
  await give({ ok: false, sentence: "Le vote est clos." });
  expect(page.result.get("option", 0)).toBe(0);
  expect(said).toEqual({ ok: false, sentence: "Le vote est clos." });
});

test("of two quick choices the last is shown, whatever is answered to the first", async () => {
  const [first, second] = [later(), later()];
  put("option", 1, first.answer);
  put("option", 2, second.answer);
  await first.give({ ok: false });
  expect(page.result.get("option", 0)).toBe(2);
  await second.give({ ok: true });
  expect(page.result.get("option", 2)).toBe(2);
});

test("the same choice made twice stays until its second answer", async () => {
  const [first, second] = [later(), later()];
  put("option", 1, first.answer);
  put("option", 1, second.answer);
  await first.give({ ok: true });
  expect(page.result.get("option", 0)).toBe(1);
  await second.give({ ok: false });
  expect(page.result.get("option", 0)).toBe(0);
});

test("choices under different names do not disturb each other", async () => {
  const [one, other] = [later(), later()];
  put("one", 1, one.answer);
  put("other", 2, other.answer);
  await one.give({ ok: true });
  expect([page.result.get("one", 0), page.result.get("other", 0)]).toEqual([0, 2]);
});
