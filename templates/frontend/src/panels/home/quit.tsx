/** Ending the program: it asks, and says what an open room would lose. */
import { useEffect, useRef, useState } from "preact/hooks";
import { say, usePanel } from "../kit/panel";
import { Question, type HomeAction, Word } from "./pieces";

export function Quit({ action }: { action: HomeAction }) {
  const { model, words } = usePanel<"home", "home">();
  const [asking, ask] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (!asking && asked.current) opener.current?.focus();
    asked.current = asking;
  }, [asking]);
  const open = model.busy !== "";
  const end = async () => {
    if (!(await action.act("end_kit", { with_rooms: open })).ok) ask(false);
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
