/** What was done a moment ago, beside the button that takes it back for as long as that lasts. */
import { useEffect, useState } from "preact/hooks";
import type { Done } from "../../contract";
import type { Acknowledgement } from "../kit/outbox";
import { say, useWords } from "../kit/panel";
import { Confirm, type Action } from "./action";

/** Where a window keeps what it did last, oldest first: it goes along to the next page and through a reload, and to no other window. */
const MINE = "facilitator:moved";

/** How many of them it keeps: a move and the ends of timers can be taken back side by side. */
const KEPT = 8;

function listMine(): string[] {
  try {
    return (sessionStorage.getItem(MINE) ?? "").split(" ");
  } catch {
    return [];
  }
}

/** Keep that this window did what can be taken back now, where the answer to a press names it. */
export function keepMine(answer: Acknowledgement): void {
  const move = (answer.result as Partial<Done> | null | undefined)?.move;
  if (typeof move !== "string") return;
  try {
    sessionStorage.setItem(MINE, [...listMine(), move].slice(-KEPT).join(" "));
  } catch {
    // a browser that keeps nothing has it said as another page's, which asks once more
  }
}

export const isMine = (move: string): boolean => listMine().includes(move);

/** Presses of this window that are underway and may be moves: panels of a page share them, the bar among them. */
interface Underway {
  number: number;
  listeners: Set<() => void>;
}
const page = globalThis as { workshopKitUnderway?: Underway };
page.workshopKitUnderway ??= { number: 0, listeners: new Set() };
const underway: Underway = page.workshopKitUnderway;

/** Wait for the answer to a press that the panel of the course did not send, and keep what it did as this window's. */
export async function moveFromHere(sent: Promise<Acknowledgement>): Promise<void> {
  underway.number += 1;
  keepMine(await sent);
  underway.number -= 1;
  for (const listener of underway.listeners) listener();
}

/** Whether another panel of this window is making a move just now: what is done may be that. */
export function useUnderway(): boolean {
  const [, draw] = useState(0);
  useEffect(() => {
    const listener = () => draw((count) => count + 1);
    underway.listeners.add(listener);
    return () => void underway.listeners.delete(listener);
  }, []);
  return underway.number > 0;
}

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

/** The bar of what another page did: it says so, and asks once more, so that no stray press undoes somebody else's. */
export function Others(props: { said: string; left: number; action: Action; onYes: () => void }) {
  const { words } = useWords();
  return (
    <div class="wkf-undo wkf-undo-others">
      <span role="status">{say(words, "undo.others", { what: props.said })}</span>
      <Confirm
        look="plain"
        question={say(words, "undo.others.sure")}
        yes={say(words, "undo.others.yes")}
        no={say(words, "undo.others.no")}
        onYes={() => void (props.action.busy || props.onYes())}
      >
        {say(words, "undo.others.do", { seconds: props.left })}
      </Confirm>
    </div>
  );
}

/** Make room below the page for a bar as long as it is `shown`. */
export function useRoomBelow(shown: boolean): void {
  useEffect(() => {
    if (!shown) return;
    countBars(1);
    return () => countBars(-1);
  }, [shown]);
}

let bars = 0;

function countBars(more: number): void {
  bars += more;
  const { classList, style } = document.documentElement;
  classList.toggle("page-undoing", bars > 0);
  style.setProperty("--undo-bars", String(bars));
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
