/** Which tables work on a challenge, where several are open together. */
import { useRef, useState } from "preact/hooks";
import type { CourseChallenge } from "../../contract";
import * as LIMITS from "../../limits";
import { say, useWords } from "../kit/panel";
import { sayTables } from "../kit/tables";
import { Line, Quiet, Told, useAction } from "./action";

export function TablesButton({ challenge }: { challenge: CourseChallenge }) {
  const { words, lang } = useWords();
  const action = useAction();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState(challenge.tables);
  const open = () => {
    setTyped(challenge.tables);
    action.clear();
    dialog.current?.showModal();
  };
  const save = async (event: Event) => {
    event.preventDefault();
    if ((await action.act("name_tables", { challenge: challenge.id, tables: typed })).ok) dialog.current?.close();
  };
  return (
    <>
      <button type="button" class="wkf-tables" aria-haspopup="dialog" onClick={open}>
        {challenge.tables === "" ? say(words, "tables") : sayTables(words, lang, challenge.tables)}
      </button>
      <dialog ref={dialog} class="wkf-question" aria-label={say(words, "tables.title", { number: challenge.number })}>
        <form noValidate class="wkf-form" onSubmit={(event) => void save(event)}>
          <h2>{say(words, "tables.title", { number: challenge.number })}</h2>
          <Line
            label={say(words, "tables.which")}
            hint={say(words, "tables.hint")}
            value={typed}
            most={LIMITS.tables.longest}
            onInput={setTyped}
          />
          <div class="wk-row">
            <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
              {say(words, "tables.save")}
            </button>
            <Quiet onClick={() => dialog.current?.close()}>{say(words, "tables.cancel")}</Quiet>
          </div>
          {action.answer?.ok === false ? <Told action={action} /> : null}
        </form>
      </dialog>
    </>
  );
}
