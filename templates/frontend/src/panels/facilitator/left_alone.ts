/** What was asked about some ideas and set aside for good: the device remembers it, and it is not asked again. */
import { useRef, useState } from "preact/hooks";
import { recall, remember } from "../kit/device";

const MOST = 200;
const SEPARATOR = " ";

export const keyOf = (ideas: string[]): string => [...ideas].sort().join(SEPARATOR);

/** Whether a question about some ideas was set aside: also one that lost an idea since. One that gained an idea is new. */
const isAnswered = (ideas: string[], left: string[]): boolean =>
  left.some((one) => {
    const known = new Set(one.split(SEPARATOR));
    return ideas.every((idea) => known.has(idea));
  });

export function useLeftAlone(name: string) {
  const [left, setLeft] = useState<string[]>(() => recall<string[]>(name) ?? []);
  return {
    isLeft: (ideas: string[]): boolean => isAnswered(ideas, left),
    leave: (ideas: string[]) => {
      // What was set aside in another panel of this page meanwhile stays so.
      const next = [...new Set([...(recall<string[]>(name) ?? []), ...left, keyOf(ideas)])].slice(-MOST);
      setLeft(next);
      remember(name, next);
    },
  };
}

/** The question asked now: the one that is being read stays while it stands, whatever comes before it meanwhile. */
export function useSteady<T extends { ideas: string[] }>(open: T[]): T | null {
  const asked = useRef("");
  const now = open.find((one) => keyOf(one.ideas) === asked.current) ?? open[0] ?? null;
  asked.current = now === null ? "" : keyOf(now.ideas);
  return now;
}
