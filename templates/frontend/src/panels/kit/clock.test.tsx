// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Timer } from "../../contract";
import { forgetClock, useCountdown, useServerClock } from "./timer";

const NOON = Date.UTC(2026, 2, 2, 12, 0);
/** The timer of these tests ends at 12:10, as the server had it at some second after noon. */
const reading = (second: number): Timer => ({ ends_at: NOON + 600_000, now: NOON + second * 1000, paused: false });

let asked: (() => void)[];

function Phone({ timer }: { timer: Timer | null }) {
  useServerClock(() => new Promise<void>((answer) => asked.push(answer)));
  const left = useCountdown(timer);
  return <p>{left === null ? "none" : left}</p>;
}

const show = (timer: Timer | null) => act(() => render(<Phone timer={timer} />, document.body));
const seen = () => document.body.textContent;
const pass = (seconds: number) =>
  act(() => {
    vi.advanceTimersByTime(seconds * 1000);
  });
const hear = (event: Event) =>
  act(() => {
    window.dispatchEvent(event);
  });
const connection = (state: string) => hear(new CustomEvent("room:connection", { detail: { state } }));
const answer = (at = 0) => act(async () => asked[at]!());
const look = (state: "visible" | "hidden") =>
  act(() => {
    vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
    document.dispatchEvent(new Event("visibilitychange"));
  });

beforeEach(() => {
  forgetClock();
  asked = [];
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
  vi.setSystemTime(NOON);
});
afterEach(() => {
  render(null, document.body);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("a timer that started while the phone was cut off is shown only once the server was asked", async () => {
  show(null);
  connection("lost");
  pass(20);
  show(reading(0)); // what the server kept for this phone while it was away
  expect(seen()).toBe("none");
  connection("back");
  expect(asked).toHaveLength(1);
  expect(seen()).toBe("none");
  show(reading(20));
  await answer();
  expect(seen()).toBe("580");
});

test("a reading that is replayed late changes nothing where the server's clock is known", async () => {
  show(reading(0));
  connection("lost");
  pass(30);
  show({ ends_at: NOON + 660_000, now: NOON + 5000, paused: false }); // one minute more was given at 12:00:05
  expect(seen()).toBe("630");
  connection("back");
  expect(seen()).toBe("630");
  show({ ends_at: NOON + 660_000, now: NOON + 30_000, paused: false });
  await answer();
  expect(seen()).toBe("630");
});

test("a phone whose clock was set while it slept believes the server when it wakes", async () => {
  show(reading(0));
  await look("hidden");
  vi.setSystemTime(NOON + 3_600_000 + 60_000); // a minute has passed, and somebody put the clock an hour on
  await look("visible");
  expect(asked).toHaveLength(1);
  show(reading(60));
  await answer();
  expect(seen()).toBe("540");
});

test("a clock that is set back while the page is looked at is noticed", async () => {
  show(reading(0));
  pass(10);
  vi.setSystemTime(NOON - 3_600_000);
  pass(1);
  expect(asked).toHaveLength(1);
  show(reading(11));
  await answer();
  expect(seen()).toBe("589");
});

test("a page that the browser kept and shows again asks", () => {
  show(reading(0));
  hear(Object.assign(new Event("pageshow"), { persisted: false }));
  expect(asked).toEqual([]);
  hear(Object.assign(new Event("pageshow"), { persisted: true }));
  expect(asked).toHaveLength(1);
});

test("of two returns the later one's answer counts: the first may have been kept for this phone since", async () => {
  show(null);
  connection("back");
  connection("lost");
  pass(40);
  show(reading(0));
  connection("back");
  await answer(0);
  expect(seen()).toBe("none");
  show(reading(40));
  await answer(1);
  expect(seen()).toBe("560");
});

test("looking at the page again and again asks once until the answer comes", async () => {
  show(reading(0));
  await look("visible");
  await look("visible");
  expect(asked).toHaveLength(1);
  await answer();
  await look("visible");
  expect(asked).toHaveLength(2);
});

test("an answer without a timer leaves what was known", async () => {
  show(reading(0));
  connection("mended");
  await answer();
  show(reading(0));
  pass(10);
  expect(seen()).toBe("590");
});

test("a page that is left asks nothing any more", () => {
  show(reading(0));
  void act(() => render(null, document.body));
  connection("back");
  expect(asked).toEqual([]);
});
