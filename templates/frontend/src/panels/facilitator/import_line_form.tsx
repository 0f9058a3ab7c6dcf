/** The cells of one line, to be corrected in place: why it is refused stands under the cell it is about. */
import { useId, useState } from "preact/hooks";
import type { ImportLine, ImportPreview } from "../../contract";
import { say, usePanel } from "../kit/panel";
import { Quiet, Told, useAction } from "./action";
import { dashed } from "./import_choice";

/** Columns that hold sentences. */
const LONG = new Set(["text", "statement", "action", "next_step"]);
/** Columns that name a challenge of the workshop. */
const OF_CHALLENGES = new Set(["challenge", "challenges", "declined"]);

export function LineForm(props: { line: ImportLine; shown: ImportPreview; onKept: () => void; onClose?: () => void }) {
  const { words } = usePanel<"facilitator", "imports">();
  const { line, shown } = props;
  const action = useAction();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const columns = listColumns(line, shown);
  const here = { file: shown.id, sheet: line.sheet, line: line.line, part: line.part };
  const changed = columns.filter((column) => typed[column] !== undefined && typed[column] !== (line.cells[column] ?? ""));
  const keep = async () => {
    if (changed.length === 0) return props.onClose?.();
    const answer = await action.act("correct_line", { ...here, columns: changed, values: changed.map((column) => typed[column] ?? "") });
    if (!answer.ok) return;
    setTyped({});
    props.onKept();
  };
  return (
    <form
      noValidate
      class="wkf-import-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <div class="wkf-import-cells">
        {columns.map((column) => (
          <Cell
            key={column}
            column={column}
            line={line}
            shown={shown}
            value={typed[column] ?? line.cells[column] ?? ""}
            onInput={(text) => setTyped({ ...typed, [column]: text })}
          />
        ))}
      </div>
      {line.refusal !== null && !columns.includes(line.refusal.column) ? <Why>{line.refusal.why}</Why> : null}
      <div class="wk-row">
        <button type="submit" class="wkf-button" aria-disabled={action.busy} aria-label={`${say(words, "keep")} – ${line.title}`}>
          {say(words, "keep")}
        </button>
        <Quiet label={`${say(words, "set-aside")} – ${line.title}`} onClick={() => void action.act("take_line", { ...here, take: false })}>
          {say(words, "set-aside")}
        </Quiet>
        {props.onClose === undefined ? null : <Quiet onClick={props.onClose}>{say(words, "cancel")}</Quiet>}
      </div>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </form>
  );
}

/** The columns that this file fills, that of the refusal and whatever else the line says. */
function listColumns(line: ImportLine, shown: ImportPreview): string[] {
  return shown.fields.filter((field) => shown.used.includes(field) || line.refusal?.column === field || (line.cells[field] ?? "") !== "");
}

function Cell(props: { column: string; line: ImportLine; shown: ImportPreview; value: string; onInput: (text: string) => void }) {
  const { words, model } = usePanel<"facilitator", "imports">();
  const { column, line, shown, value } = props;
  const id = useId();
  const bad = line.refusal?.column === column;
  const field = {
    id,
    value,
    autocomplete: "off",
    "aria-invalid": bad ? true : undefined,
    "aria-describedby": bad ? `${id}-why` : undefined,
    onInput: (event: { currentTarget: { value: string } }) => props.onInput(event.currentTarget.value),
  } as const;
  return (
    <div class={LONG.has(column) ? "wkf-import-cell wkf-import-long" : "wkf-import-cell"}>
      <label for={id}>{say(words, `column.${shown.kind}.${dashed(column)}`)}</label>
      {LONG.has(column) ? <textarea rows={2} {...field} /> : <input type="text" {...field} />}
      {bad ? <Why id={`${id}-why`}>{line.refusal?.why}</Why> : null}
      {bad && OF_CHALLENGES.has(column) && model.challenges.length > 0 ? (
        <select aria-label={say(words, "challenge.choose")} value="" onChange={(event) => props.onInput(event.currentTarget.value)}>
          <option value="">{say(words, "challenge.choose")}</option>
          {model.challenges.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
    </div>
  );
}

function Why({ id, children }: { id?: string; children: preact.ComponentChildren }) {
  return (
    <p id={id} class="wkf-import-why">
      <span aria-hidden="true">! </span>
      {children}
    </p>
  );
}
