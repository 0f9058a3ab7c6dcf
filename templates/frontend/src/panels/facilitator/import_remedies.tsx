/** What must be mended before a file can be read over: a column that is missing, another kind of list, challenges not yet there. */
import type { ImportKind, ImportPreview } from "../../contract";
import { say, usePanel, useWords } from "../kit/panel";
import { Told, useAction } from "./action";
import { dashed, FileButton } from "./import_choice";

/** Kinds whose lines each name a challenge. */
const OF_CHALLENGES: readonly ImportKind[] = ["ideas", "scores", "missions"];

export function Remedies(props: { shown: ImportPreview; challenges: number; onFiles: (files: File[], kind: ImportKind | null) => void }) {
  const { words } = useWords();
  const { shown } = props;
  return (
    <>
      {props.challenges === 0 && OF_CHALLENGES.includes(shown.kind) ? (
        <section class="wk-card wkf-import-warn" aria-labelledby="wkf-import-first">
          <h2 id="wkf-import-first">{say(words, "no-challenge")}</h2>
          <p>{say(words, "no-challenge.why", { name: shown.name })}</p>
          <FileButton label={say(words, "no-challenge.put")} onFiles={(files) => props.onFiles(files, "challenges")} />
        </section>
      ) : null}
      <OtherKind shown={shown} />
      {shown.unusable === "" && shown.missing.length === 0 ? null : <Missing shown={shown} />}
    </>
  );
}

function OtherKind({ shown }: { shown: ImportPreview }) {
  const { words } = usePanel<"facilitator", "imports">();
  const action = useAction(shown.id);
  const { likely } = shown;
  if (likely === null) return null;
  return (
    <section class="wk-card wkf-import-warn" aria-label={say(words, `likely.${likely}`)}>
      <p>
        <b>{say(words, `likely.${likely}`)}</b>
      </p>
      <button type="button" class="wkf-button" onClick={() => void action.act("choose_kind", { file: shown.id, kind: likely })}>
        {say(words, `likely.read.${likely}`)}
      </button>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </section>
  );
}

/** Columns without which nothing can be read, each with the file's own headings to choose from. */
function Missing({ shown }: { shown: ImportPreview }) {
  const { words } = usePanel<"facilitator", "imports">();
  const action = useAction(shown.id);
  return (
    <section class="wk-card wkf-import-no" aria-labelledby="wkf-import-missing">
      <h2 id="wkf-import-missing">{say(words, "missing")}</h2>
      {shown.missing.length === 0 ? <p>{shown.unusable}</p> : null}
      {shown.missing.map((column) => {
        const name = say(words, `column.${shown.kind}.${dashed(column)}`);
        return (
          <label key={column} class="wk-field">
            <span class="wk-label">{say(words, "missing.where", { column: name })}</span>
            <select
              value=""
              onChange={(event) => {
                const heading = event.currentTarget.value;
                if (heading !== "") void action.act("choose_column", { file: shown.id, heading, column, aside: false });
              }}
            >
              <option value="">{say(words, "missing.choose")}</option>
              {shown.columns.map((one) => (
                <option key={one.heading} value={one.heading}>
                  {one.values.length === 0 ? one.heading : `${one.heading} (${one.values.slice(0, 2).join(", ")}…)`}
                </option>
              ))}
            </select>
          </label>
        );
      })}
      <p class="wk-quiet">{say(words, "missing.else")}</p>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </section>
  );
}
