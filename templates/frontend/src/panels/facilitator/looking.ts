/** Which challenge this page looks at: the one the room is at, unless the facilitator chose another tab. */
import { useEffect, useState } from "preact/hooks";

interface Looking {
  chosen: string | null;
  room: string | null;
  listeners: Set<() => void>;
}

/** Where an address says which challenge to look at: other pages lead to one by it. */
const ANCHOR = "#defi-";

export const anchorOf = (challenge: string): string => `${ANCHOR}${challenge}`;

function readAnchor(): string | null {
  const { hash } = globalThis.location;
  return hash.startsWith(ANCHOR) ? decodeURIComponent(hash.slice(ANCHOR.length)) : null;
}

const page = globalThis as { workshopKitLooking?: Looking };
page.workshopKitLooking ??= { chosen: readAnchor(), room: null, listeners: new Set() };
const state: Looking = page.workshopKitLooking;

/** The challenge looked at on this page; the room's next move leads back to the room. */
export function useLooking(room: string | null): { at: string | null; look: (challenge: string | null) => void } {
  const [, draw] = useState(0);
  useEffect(() => {
    const listener = () => draw((count) => count + 1);
    state.listeners.add(listener);
    return () => void state.listeners.delete(listener);
  }, []);
  useEffect(() => {
    if (room === state.room) return;
    const first = state.room === null;
    state.room = room;
    if (first && state.chosen !== room) return; // what the address asked for stands until the room moves
    state.chosen = null;
    for (const listener of state.listeners) listener();
  }, [room]);
  return {
    at: state.chosen ?? room,
    look: (challenge) => {
      state.chosen = challenge === room ? null : challenge;
      for (const listener of state.listeners) listener();
    },
  };
}

/** The challenge that was chosen on this page, null while it follows the room. */
export function useChosen(): string | null {
  const [chosen, note] = useState(state.chosen);
  useEffect(() => {
    const listener = () => note(state.chosen);
    listener();
    state.listeners.add(listener);
    return () => void state.listeners.delete(listener);
  }, []);
  return chosen;
}
