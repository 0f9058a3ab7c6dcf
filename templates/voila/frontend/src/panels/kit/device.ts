/** What is kept on the person's own device: drafts and intentions not yet acknowledged. */
import { useCallback, useState } from "preact/hooks";

export { newId } from "./identifier";

const keyOf = (name: string): string => `${document.documentElement.dataset.room ?? "room"}:${name}`;

export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(value));
  } catch {
    // a full or forbidden storage must not stop the person from taking part
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

export function forget(name: string): void {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // nothing was kept
  }
}

/** A state that survives a reload: what the person is typing. An empty draft is forgotten. */
export function useDraft(name: string): [string, (text: string) => void] {
  const [text, setText] = useState<string>(() => recall<string>(`draft:${name}`) ?? "");
  const change = useCallback(
    (next: string) => {
      setText(next);
      if (next === "") forget(`draft:${name}`);
      else remember(`draft:${name}`, next);
    },
    [name],
  );
  return [text, change];
}
