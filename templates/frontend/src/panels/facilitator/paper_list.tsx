/** A paper list, one line a person: Tab goes on, a digit goes on by itself, Enter keeps the line and begins the next. */
import { useRef, useState } from "preact/hooks";
import type { ListedChallenge } from "../../contract";
import * as LIMITS from "../../limits";
import { forget, recall, remember } from "../kit/device";
import { LEFT_ALONE } from "../kit/fields";
import { say, sayMany, usePanel } from "../kit/panel";
import { Quiet, useAction } from "./action";
import { answerOf, boxOf, EMPTY, isEmpty, isFull, isWrong, readLine, type Line } from "./paper_line";

/** What is being typed, and the last line that was kept: both stand on this device until they are done with. */
const DRAFT = "paper-line";

interface Kept {
  participant: string;
  line: Line;
}

export function PaperList() {
  const { model, words, lang } = usePanel<"facilitator", "list">();
  const action = useAction();
  const [line, setLine] = useState<Line>(() => recall<Line>(DRAFT) ?? EMPTY);
  const [open, fold] = useState(() => !isEmpty(line)); // a line half typed is found again
  const [kept, keep] = useState<readonly Kept[]>([]);
  const [wrong, setWrong] = useState<{ box: string; text: string } | null>(null);
  const [undone, setUndone] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focus = (box: string) => form.current?.querySelector<HTMLInputElement>(`input[name="${box}"]`)?.focus();
  const change = (next: Line) => {
    setLine(next);
    setWrong(null);
    setUndone(false);
    if (isEmpty(next)) forget(DRAFT);
    else remember(DRAFT, next);
  };
  const enter = async () => {
    if (action.busy) return;
    const found = readLine(
      line,
      model.challenges.map((one) => one.id),
    );
    if (isWrong(found)) {
      setWrong({ box: found.box, text: say(words, `wrong.${found.key}`, { received: found.received }) });
      return focus(found.box);
    }
    const answer = await action.act("type_volunteer", found);
    if (answer === null) return;
    if (!answer.ok || answer.result == null) {
      const box = /@/.test(line.reach) || found.name !== "" ? "reach" : "name";
      setWrong({ box: found.purposes.length === 0 ? "consents" : box, text: answer.sentence ?? "" });
      return focus(found.purposes.length === 0 ? "consents" : box);
    }
    keep([...kept, { participant: answer.result.participant, line }]);
    change(EMPTY);
    focus("name");
  };
  const last = kept.at(-1);
  const undo = async () => {
    if (last === undefined) return;
    const answer = await action.act("take_line_back", { participant: last.participant });
    if (answer === null) return;
    if (!answer.ok) return setWrong({ box: "", text: answer.sentence ?? "" });
    keep(kept.slice(0, -1));
    if (isEmpty(line)) change(last.line);
    setUndone(true);
    focus("name");
  };
  const alone = last !== undefined && last.line.name.trim() !== "" && last.line.reach.trim() === "";
  const noted = last === undefined ? "" : say(words, alone ? "noted-unreachable" : "noted", { name: nameOf(last, say(words, "unnamed")) });
  const cell = (name: "name" | "reach" | "consents" | "days", most: number) => (
    <label class={`wkf-paper-cell wkf-paper-${name}`}>
      <span>{say(words, name)}</span>
      <input
        type="text"
        name={name}
        maxLength={most}
        {...LEFT_ALONE}
        aria-invalid={wrong?.box === name}
        aria-describedby={wrong?.box === name ? "wkf-paper-wrong" : undefined}
        value={line[name]}
        onInput={(event) => change({ ...line, [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <details class="wk-card wkf-paper" open={open} onToggle={(event) => fold(event.currentTarget.open)}>
      <summary>
        <b>{say(words, "paper")}</b>
      </summary>
      <div class="wk-stack-tight">
        <p>{say(words, "paper-lead")}</p>
        <p class="wk-quiet">{say(words, "paper-consents")}</p>
        {model.challenges.length > 0 ? <p class="wk-quiet">{say(words, "paper-digits")}</p> : null}
        <form
          ref={form}
          class="wkf-paper-line"
          onSubmit={(event) => {
            event.preventDefault();
            void enter();
          }}
        >
          {cell("name", LIMITS.form_name.longest)}
          {cell("reach", LIMITS.reach.longest)}
          {cell("consents", 8)}
          {model.challenges.map((one) => (
            <Answers key={one.id} challenge={one} line={line} wrong={wrong?.box ?? null} onChange={change} />
          ))}
          {cell("days", LIMITS.days_word.longest)}
          <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
            {say(words, "enter")}
          </button>
        </form>
        <p id="wkf-paper-wrong" role="alert" class={wrong === null ? "" : "wk-refused"}>
          {wrong?.text ?? ""}
        </p>
        <div class="wk-row">
          <p role="status" class={noted === "" ? "" : "wk-saved"}>
            {undone ? say(words, "undone") : noted}
          </p>
          {last === undefined ? null : <Quiet onClick={() => void undo()}>{say(words, "undo")}</Quiet>}
          {kept.length > 0 ? <span class="wk-quiet">{sayMany(words, lang, "count", kept.length)}</span> : null}
        </div>
      </div>
    </details>
  );
}

const nameOf = ({ line }: Kept, unnamed: string): string => (line.name.trim() === "" ? unnamed : line.name.trim());

/** The two boxes of a stake; one that has its digit hands on to the next by itself. */
function Answers(props: { challenge: ListedChallenge; line: Line; wrong: string | null; onChange: (line: Line) => void }) {
  const { words } = usePanel<"facilitator", "list">();
  const { challenge, line, wrong } = props;
  const answer = answerOf(line, challenge.id);
  const type = (axis: "competence" | "interest", field: HTMLInputElement) => {
    const typed = field.value;
    props.onChange({ ...line, answers: { ...line.answers, [challenge.id]: { ...answer, [axis]: typed } } });
    const skips = typed.trim() === "?" && axis === "competence"; // it answers both
    if (isFull(typed)) nextField(field, skips ? 2 : 1)?.focus();
  };
  return (
    <fieldset class="wkf-paper-stake">
      <legend title={challenge.statement}>
        {challenge.number} {challenge.stake}
      </legend>
      <div>
        {(["competence", "interest"] as const).map((axis) => (
          <label key={axis} class="wkf-paper-cell">
            <span aria-hidden="true">{say(words, axis)}</span>
            <input
              type="text"
              inputMode="text"
              name={boxOf(challenge.id, axis)}
              maxLength={2}
              {...LEFT_ALONE}
              aria-label={say(words, axis === "competence" ? "competence-of" : "interest-of", { stake: challenge.stake })}
              aria-invalid={wrong === boxOf(challenge.id, axis)}
              aria-describedby={wrong === boxOf(challenge.id, axis) ? "wkf-paper-wrong" : undefined}
              value={answer[axis]}
              onFocus={(event) => event.currentTarget.select()}
              onInput={(event) => type(axis, event.currentTarget)}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The box so many after this one, in the order of the keyboard. */
function nextField(field: HTMLInputElement, by: number): HTMLInputElement | undefined {
  const fields = [...(field.form?.querySelectorAll<HTMLInputElement>("input") ?? [])];
  return fields[fields.indexOf(field) + by];
}
