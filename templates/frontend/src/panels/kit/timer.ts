/** The countdown of every role: the server's clock says how long is left, the device's only how much of it has passed. */
import { useEffect, useState } from "preact/hooks";
import type { Timer } from "../../contract";

/** When each reading of the present countdown was first seen here, by the device's clock. */
const seen = new Map<string, number>();

/**
 * Seconds left, 0 once it is over; `null` when no timer runs. A device's clock may be wrong by minutes, and a read model
 * may be drawn a second time long after it came, so what counts is the time since this reading was first seen.
 */
export function readCountdown(timer: Timer | null): number | null {
  if (timer === null) return null;
  const passed = timer.paused ? 0 : Date.now() - noteArrival(timer);
  return Math.max(0, Math.ceil((timer.ends_at - timer.now - passed) / 1000));
}

/** The seconds left, counted down in place; see `readCountdown`. */
export function useCountdown(timer: Timer | null): number | null {
  const [, draw] = useState<number | null>(null);
  useEffect(() => {
    if (timer === null) return;
    const clock = setInterval(() => draw(readCountdown(timer)), 250); // the same second draws nothing
    return () => clearInterval(clock);
  }, [timer?.ends_at, timer?.now]);
  return readCountdown(timer);
}

function noteArrival(timer: Timer): number {
  const countdown = `${timer.ends_at}:`;
  const reading = countdown + timer.now;
  const known = seen.get(reading);
  if (known !== undefined) return known;
  for (const other of seen.keys()) if (!other.startsWith(countdown)) seen.delete(other);
  const now = Date.now();
  seen.set(reading, now);
  return now;
}
