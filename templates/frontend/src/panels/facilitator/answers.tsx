/** The foot of a question before a press: its two answers, and the promise that what was pressed can be taken back. */
import { say, useWords } from "../kit/panel";

/** `yes` says again what was pressed; while its answer lacks something it is `incomplete`, and stays in the order of the keyboard. */
export function Answers(props: { yes: string; incomplete?: boolean; onYes: () => void; onNo: () => void }) {
  const { words } = useWords();
  return (
    <>
      <div class="wk-stack-tight">
        <button type="button" class="wkf-button wkf-next" aria-disabled={props.incomplete} onClick={props.onYes}>
          {props.yes}
        </button>
        <button type="button" class="wkf-button" onClick={props.onNo}>
          {say(words, "ask.no")}
        </button>
      </div>
      <p class="wk-quiet">{say(words, "ask.undo")}</p>
    </>
  );
}
