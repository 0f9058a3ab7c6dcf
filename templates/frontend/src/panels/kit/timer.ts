/** The countdown of every role: one clock, the server's; the device's only says how much time has passed since it was heard. */
import { useEffect, useState } from "preact/hooks";
import type { Timer } from "../../contract";

/**
 * How far the server's clock is ahead of this device's, in milliseconds: what the least delayed reading said. A reading comes late,
 * never early, so the one that puts the server furthest ahead is the truest; a message replayed after a loss changes nothing.
 */
let ahead = Number.NEGATIVE_INFINITY;
/** The same of what was heard since the clock is in doubt; `null` while it is not. */
let heard: number | null = null;
let questions = 0;
let unanswered = 0;

/** Between two looks, in milliseconds; a gap longer than the second means that the device slept, or that its clock was set. */
const LOOK = 250;
const GAP = 5000;

/** Seconds left, 0 once it is over; `null` when no timer runs, or while nothing that was heard of it can be trusted. */
export function readCountdown(timer: Timer | null): number | null {
  if (timer === null) return null;
  const told = timer.now - Date.now();
  if (heard === null) ahead = Math.max(ahead, told);
  else heard = Math.max(heard, told);
  if (timer.paused) return toSeconds(timer.ends_at - timer.now);
  return ahead === Number.NEGATIVE_INFINITY ? null : toSeconds(timer.ends_at - Date.now() - ahead);
}

const toSeconds = (left: number): number => Math.max(0, Math.ceil(left / 1000));

/** The seconds left, counted down in place; see `readCountdown`. */
export function useCountdown(timer: Timer | null): number | null {
  const [, draw] = useState<number | null>(null);
  useEffect(() => {
    if (timer === null) return;
    const clock = setInterval(() => draw(readCountdown(timer)), LOOK); // the same second draws nothing
    return () => clearInterval(clock);
  }, [timer?.ends_at, timer?.now]);
  return readCountdown(timer);
}

/**
 * Ask the server anew what time it is, by `ask`, whenever this page was away: cut off, asleep, in another tab, kept by the browser,
 * or its clock was set. Until the answer a reading may be one that was replayed: the clock known before is kept, or none.
 */
export function useServerClock(ask: () => Promise<unknown>): void {
  const [, draw] = useState(0);
  useEffect(() => {
    const returned = () => {
      heard = Number.NEGATIVE_INFINITY;
      questions += 1;
      unanswered += 1;
      const question = questions;
      void ask().then(() => {
        unanswered -= 1;
        if (question !== questions) return; // asked again since: that answer counts
        if (heard !== null && heard > Number.NEGATIVE_INFINITY) ahead = heard;
        heard = null;
        draw(question);
      });
    };
    const connected = (event: Event) => {
      if ((event as CustomEvent<{ state: string }>).detail.state === "lost") heard ??= Number.NEGATIVE_INFINITY;
      else returned();
    };
    const looked = () => {
      if (document.visibilityState === "visible" && unanswered === 0) returned(); // a question under way comes to its answer
    };
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) looked();
    };
    let at = Date.now();
    const clock = setInterval(() => {
      const now = Date.now();
      if (Math.abs(now - at) > GAP) looked();
      at = now;
    }, LOOK);
    window.addEventListener("room:connection", connected);
    window.addEventListener("pageshow", shown);
    document.addEventListener("visibilitychange", looked);
    return () => {
      clearInterval(clock);
      window.removeEventListener("room:connection", connected);
      window.removeEventListener("pageshow", shown);
      document.removeEventListener("visibilitychange", looked);
    };
  }, []);
}

/** Forget what was heard of the server's clock, as a page loaded anew has not heard it yet. */
export function forgetClock(): void {
  ahead = Number.NEGATIVE_INFINITY;
  heard = null;
  questions = unanswered = 0;
}
