// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Timer } from "../../contract";
import { forgetClock, readCountdown, useCountdown } from "./timer";

const SERVER = Date.UTC(2026, 2, 2, 12, 0);
const timer = (minutes: number, now = SERVER): Timer => ({ ends_at: SERVER + minutes * 60_000, now, paused: false });

function Left({ timer: shown }: { timer: Timer | null }) {
  const left = useCountdown(shown);
  return <p>{left === null ? "none" : left}</p>;
}

const show = (shown: Timer | null) => act(() => render(<Left timer={shown} />, document.body));
const pass = (milliseconds: number) =>
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });

beforeEach(() => {
  forgetClock();
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
});
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

test.each([
  ["an hour behind", 5, -3_600_000],
  ["right", 6, 0],
  ["an hour ahead", 7, 3_600_000],
])("a device whose clock is %s counts the server's minutes", (_how, minutes, wrong) => {
  vi.setSystemTime(SERVER + wrong);
  show(timer(minutes));
  pass(60_000);
  expect(document.body.textContent).toBe(String(60 * (minutes - 1)));
});

test("it counts down by the second and stops at nothing left", () => {
  show(timer(0.1));
  const read = [document.body.textContent];
  for (let second = 0; second < 7; second += 1) {
    pass(1000);
    read.push(document.body.textContent);
  }
  expect(read).toEqual(["6", "5", "4", "3", "2", "1", "0", "0"]);
});

test("more time is counted from when it is said", () => {
  show(timer(2));
  pass(90_000);
  show(timer(4, SERVER + 90_000));
  expect(document.body.textContent).toBe("150");
});

test("a reading drawn anew long after it came counts the time since", () => {
  const reading = timer(3);
  show(reading);
  pass(60_000);
  render(null, document.body);
  show({ ...reading });
  expect(document.body.textContent).toBe("120");
});

test("the last bit of a second is still a second left", () => {
  vi.setSystemTime(SERVER);
  expect(readCountdown({ ends_at: SERVER + 1, now: SERVER, paused: false })).toBe(1);
  expect(readCountdown({ ends_at: SERVER, now: SERVER, paused: false })).toBe(0);
  expect(readCountdown({ ends_at: SERVER - 5000, now: SERVER, paused: false })).toBe(0);
});

test("a paused timer stands still", () => {
  show({ ...timer(3), paused: true });
  pass(60_000);
  expect(document.body.textContent).toBe("180");
});

test("without a timer nothing is counted", () => {
  show(null);
  expect(document.body.textContent).toBe("none");
  expect(vi.getTimerCount()).toBe(0);
});
