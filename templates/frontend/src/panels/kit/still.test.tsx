/** What is pressed stays under the finger until the press was heard. */
import { render } from "preact";
import { useState } from "preact/hooks";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepStill } from "./still";

const root = document.createElement("div");
let stop = () => {};
let add = () => {};
let presses = 0;

function Growing() {
  const [lines, set] = useState(0);
  add = () => set((count) => count + 1);
  return (
    <>
      {Array.from({ length: lines }, (_, at) => (
        <p key={at}>{at}</p>
      ))}
      <button type="button" onClick={() => (presses += 1)}>
        press
      </button>
      <label>
        how many <input type="range" />
      </label>
    </>
  );
}

const find = (selector: string) => root.querySelector<HTMLElement>(selector)!;
const tell = (on: string, type: string, button = 0) =>
  find(on).dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, button }));
const lines = () => root.querySelectorAll("p").length;
/** Draws what is to be drawn at once. */
const breathe = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  document.body.append(root);
  render(<Growing />, root);
  presses = 0;
  stop = keepStill(document);
});
afterEach(() => {
  stop();
  render(null, root);
  root.remove();
  vi.useRealTimers();
});

test("what comes while a button is pressed is drawn once the press was heard", async () => {
  add();
  await breathe();
  expect(lines()).toBe(1);
  tell("button", "pointerdown");
  add();
  await breathe();
  expect(lines()).toBe(1);
  tell("button", "pointerup");
  add();
  await breathe();
  expect(lines()).toBe(1);
  find("button").click();
  expect([presses, lines()]).toEqual([1, 1]);
  await breathe();
  expect(lines()).toBe(3);
  add();
  await breathe();
  expect(lines()).toBe(4);
});

test("a finger that stays, slides away or scrolls holds nothing for long", async () => {
  tell("button", "pointerdown");
  add();
  await vi.advanceTimersByTimeAsync(999);
  expect(lines()).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(lines()).toBe(1);
  tell("button", "pointerdown");
  tell("label", "pointerup");
  add();
  await vi.advanceTimersByTimeAsync(50);
  expect(lines()).toBe(2);
  tell("button", "pointerdown");
  add();
  tell("button", "pointercancel");
  expect(lines()).toBe(3);
});

test("what is slid is drawn while it is used, and another button of the mouse holds nothing", async () => {
  tell("input", "pointerdown");
  add();
  await breathe();
  expect(lines()).toBe(1);
  tell("button", "pointerdown", 2);
  add();
  await breathe();
  expect(lines()).toBe(2);
});
