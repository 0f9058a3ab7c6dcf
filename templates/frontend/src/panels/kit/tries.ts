/** How often something was tried again that goes on failing: without a word a press would seem to do nothing. */
import { useState } from "preact/hooks";

export interface Tries {
  number: number;
  /** When it was tried last, in milliseconds since 1970. */
  at: number;
  note(): void;
}

/** Count tries of what `about` names; they begin anew with something else. */
export function useTries(about: string): Tries {
  const [tries, set] = useState({ about, number: 0, at: 0 });
  const here = tries.about === about ? tries : { about, number: 0, at: 0 };
  return { ...here, note: () => set((before) => ({ about, number: before.about === about ? before.number + 1 : 1, at: Date.now() })) };
}
