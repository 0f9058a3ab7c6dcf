/** What was done a moment ago, beside the button that takes it back for as long as that lasts. */
import { useEffect, useState } from "preact/hooks";
import { say, useWords } from "../kit/panel";
import type { Action } from "./action";

/** The bar: what was done is announced, and the seconds on the button are not. */
export function UndoBar(props: { said: string; left: number; action: Action; onPress: () => void }) {
  const { words } = useWords();
  return (
    <div class="wkf-undo">
      <span role="status">{props.said}</span>
      <button
        type="button"
        class="wkf-button"
        aria-disabled={props.action.busy}
        onClick={() => void (props.action.busy || props.onPress())}
      >
        {say(words, "undo", { seconds: props.left })}
      </button>
    </div>
  );
}

/** Seconds that are left of a time that began when it was first seen here. */
export function useLeft(what: string | null, milliseconds: number): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (what === null) return setLeft(0);
    const end = Date.now() + milliseconds;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    const clock = setInterval(tick, 250);
    return () => clearInterval(clock);
  }, [what]);
  return left;
}
