/** Acts of a page's panels: sent, their answer kept, never sent twice by an impatient finger. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Role } from "../../contract";
import type { Acknowledgement } from "./outbox";
import { type Panel, usePanel } from "./panel";

type Send<R extends Role> = Panel<R, never>["send"];

export interface Action<R extends Role> {
  /** The last answer; null before any, and while one is awaited. */
  answer: Acknowledgement | null;
  busy: boolean;
  act: Send<R>;
  clear(): void;
}

/**
 * One place that sends intentions and keeps their answer until the next, or until the `moment` it was given in is over.
 * What is already on its way is not sent again; buttons say `aria-disabled` meanwhile, since a disabled one would drop the
 * focus of who pressed it. `keep` gets an answer before it is drawn.
 */
export function useActionOf<R extends Role>(moment = "", keep?: (received: Acknowledgement) => void): Action<R> {
  const { send, lang } = usePanel<R>();
  const [answer, setAnswer] = useState<Acknowledgement | null>(null);
  useEffect(() => setAnswer(null), [moment]);
  // A refusal was said in the language of its moment: it would stay in it.
  useEffect(() => setAnswer((last) => (last?.ok === false ? null : last)), [lang]);
  const [busy, setBusy] = useState(false);
  const underway = useRef(new Map<string, Promise<Acknowledgement>>());
  const act: Send<R> = (intention, ...asked) => {
    const same = JSON.stringify([intention, ...asked]);
    const already = underway.current.get(same);
    if (already !== undefined) return already as never; // the same intention has the same kind of result
    setBusy(true);
    setAnswer(null);
    const sent = send(intention, ...asked).then((received) => {
      underway.current.delete(same);
      keep?.(received);
      setBusy(underway.current.size > 0);
      setAnswer(received);
      return received;
    });
    underway.current.set(same, sent);
    return sent;
  };
  return { answer, busy, act, clear: () => setAnswer(null) };
}
