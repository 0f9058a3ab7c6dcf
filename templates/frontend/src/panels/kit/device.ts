/** What is kept on the person's own device: drafts and intentions not yet acknowledged. */
import { useCallback, useEffect, useState } from "preact/hooks";

/** Words of a workshop not opened for this long are forgotten: they are the person's, on a device that may be shared. */
const KEPT_FOR = 30 * 24 * 3600_000;
const SEEN = ":seen";

const room = (): string => document.documentElement.dataset.room ?? "room";
const keyOf = (name: string): string => `${room()}:${name}`;

/** Told to what is drawn from the device: something was kept or forgotten. */
const CHANGED = "room:changed";
/** Told to the fields: words that one of them may show were let go elsewhere. */
const LET_GO = "room:let-go";
const announce = (what: string) => window.dispatchEvent(new Event(what));

function useHeard(what: string, listen: () => void, name?: string): void {
  useEffect(() => {
    window.addEventListener(what, listen);
    return () => window.removeEventListener(what, listen);
  }, [name]);
}

/** Keep a value; tells whether the device took it. */
export function remember(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(value));
    announce(CHANGED);
    return true;
  } catch {
    return false; // a full or forbidden storage must not stop the person from taking part
  }
}

export function recall<T>(name: string): T | null {
  try {
    const text = localStorage.getItem(keyOf(name));
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Every value of this workshop whose name starts so. */
export function recallAll<T>(start: string): T[] {
  try {
    const names = Object.keys(localStorage).filter((key) => key.startsWith(keyOf(start)));
    return names.map((key) => recall<T>(key.slice(room().length + 1))).filter((value) => value !== null);
  } catch {
    return [];
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // nothing was kept
  }
  announce(CHANGED);
}

/** Forget what a field may be showing: it is emptied, wherever on the page it stands. */
export function letGo(...names: string[]): void {
  names.forEach(forget);
  announce(LET_GO);
}

/** Put other words in a draft, and in the field that shows it. */
export function replaceDraft(name: string, text: string): void {
  remember(name, text);
  announce(LET_GO);
}

/** Note that this workshop was opened, and forget what belongs to workshops of long ago. */
export function forgetOldRooms(now: number = Date.now()): void {
  remember(SEEN.slice(1), now);
  try {
    const keys = Object.keys(localStorage);
    const old = keys.filter((key) => key.endsWith(SEEN) && now - Number(localStorage.getItem(key)) > KEPT_FOR);
    for (const seen of old) {
      const start = seen.slice(0, 1 - SEEN.length);
      for (const key of keys) if (key.startsWith(start)) localStorage.removeItem(key);
    }
  } catch {
    // a forbidden storage holds nothing to forget
  }
}

/** Forget everything this room left on the device, as when a person takes all they gave back; panels that show some of it are told. */
export function forgetEverything(): void {
  try {
    const start = keyOf("");
    for (const key of Object.keys(localStorage)) if (key.startsWith(start)) localStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
  announce(CHANGED);
}

/** Draw again whenever what this page keeps on the device changes. */
export function useRedraw(): void {
  const [, draw] = useState(0);
  useHeard(CHANGED, () => draw((count) => count + 1));
}

/** A state that survives a reload: what the person is typing. An empty draft is forgotten. */
export function useDraft(name: string): [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => readDraft(name));
  const change = useCallback(
    (text: string) => {
      setDraft({ name, text });
      if (text === "") forget(`draft:${name}`);
      else remember(`draft:${name}`, text);
    },
    [name],
  );
  useHeard(LET_GO, () => setDraft(readDraft(name)), name);
  if (draft.name === name) return [draft.text, change];
  const other = readDraft(name); // the same field now serves another question
  setDraft(other);
  return [other.text, change];
}

/**
 * Take drafts off the device while they are on their way to the store, so that a page loaded anew does not offer them a
 * second time. Call what it returns if they were refused: they are kept again, unless something else was typed since.
 */
export function handOver(...names: string[]): () => void {
  const drafts = names.map((name) => [`draft:${name}`, recall(`draft:${name}`)] as const);
  for (const [name] of drafts) forget(name);
  return () => {
    for (const [name, text] of drafts) if (text !== null && recall(name) === null) remember(name, text);
  };
}

function readDraft(name: string): { name: string; text: string } {
  const text = recall<unknown>(`draft:${name}`);
  return { name, text: typeof text === "string" ? text : "" };
}
