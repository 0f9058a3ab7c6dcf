/** Ending the program: it asks, and says what an open room would lose. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { say, usePanel } from "../kit/panel";
import { Question, type HomeAction, Word } from "./pieces";

export interface Ending {
  /** The program has ended: nothing can be asked any more. */
  ended: boolean;
  /** It was asked to, or not after all; once asked, a lost connection is its end and no accident. */
  expect(asked: boolean): void;
  end(): void;
}

export function useEnding(): Ending {
  const [asked, expect] = useState(false);
  const [ended, setEnded] = useState(false);
  const end = () => setEnded(true);
  useEffect(() => {
    if (!asked) return;
    window.addEventListener("room:connection", end);
    return () => window.removeEventListener("room:connection", end);
  }, [asked]);
  return { ended, expect, end };
}

export function Quit({ action, ending }: { action: HomeAction; ending: Ending }) {
  const { model, words } = usePanel<"home", "home">();
  const [asking, ask] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (!asking && asked.current) opener.current?.focus();
    asked.current = asking;
  }, [asking]);
  const open = model.busy !== "";
  const end = async () => {
    ending.expect(true);
    if ((await action.act("end_kit", { with_rooms: open })).ok) return ending.end();
    ending.expect(false);
    ask(false);
  };
  if (asking) {
    return (
      <Question
        title={say(words, "quit.sure")}
        yes={say(words, open ? "quit.with-room" : "quit.yes")}
        no={say(words, "quit.no")}
        danger={open}
        busy={action.busy}
        onYes={() => void end()}
        onNo={() => ask(false)}
      >
        <p>{say(words, open ? "quit.room-open" : "quit.how")}</p>
      </Question>
    );
  }
  return (
    <Word button={opener} onClick={() => ask(true)}>
      {say(words, "quit")}
    </Word>
  );
}
