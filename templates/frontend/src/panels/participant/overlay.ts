/** What the person has just chosen, shown at once and until the store has answered. */
import { useCallback, useRef, useState } from "preact/hooks";
import type { Acknowledgement } from "../kit/outbox";

export interface Overlay<T> {
  get(key: string, otherwise: T): T;
  /** Show `value` under `key` while `answer` is on its way; the last of several choices is the one shown. */
  put(key: string, value: T, answer: Promise<Acknowledgement>): Promise<Acknowledgement>;
}

export function useOverlay<T>(): Overlay<T> {
  const [shown, show] = useState<ReadonlyMap<string, { turn: number; value: T }>>(new Map());
  const turns = useRef(0);
  const get = (key: string, otherwise: T): T => {
    const found = shown.get(key);
    return found === undefined ? otherwise : found.value;
  };
  const put = useCallback(async (key: string, value: T, answer: Promise<Acknowledgement>) => {
    turns.current += 1;
    const turn = turns.current;
    show((before) => new Map(before).set(key, { turn, value }));
    const answered = await answer;
    show((before) => {
      if (before.get(key)?.turn !== turn) return before;
      const after = new Map(before);
      after.delete(key);
      return after;
    });
    return answered;
  }, []);
  return { get, put };
}
