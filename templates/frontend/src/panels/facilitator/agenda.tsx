/** The agenda: made before from a usual length, changed line by line, and at hand during, over the page. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { AgendaLine } from "../../contract";
import * as LIMITS from "../../limits";
import { say, sayMany, usePanel, type Words } from "../kit/panel";
import { Confirm, Told, useAction, type Action } from "./action";
import { useArrival } from "./arrival";
import { sayHour } from "../kit/hours";
import { pageHere, roomOf } from "./rooms";

const ANCHOR = "#agenda";
/** Asked of this window by a link of the head: the focus then returns to it when the agenda is closed. */
export const OPEN_AGENDA = "workshop-kit:agenda";

export function AgendaPanel() {
  return roomOf(pageHere()) === "lead" ? <AgendaDialog /> : <Agenda />;
}

/** Over the page of what is being done, opened by the address that leads to it. */
function AgendaDialog() {
  const { words } = usePanel<"facilitator", "agenda">();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const open = () => {
      if (dialog.current?.open === false) dialog.current.showModal();
    };
    if (location.hash === ANCHOR) open();
    addEventListener(OPEN_AGENDA, open);
    return () => removeEventListener(OPEN_AGENDA, open);
  }, []);
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      class="wkf-agenda-dialog"
      aria-label={say(words, "title")}
      onClose={() => history.replaceState(history.state, "", location.pathname + location.search)}
    >
      <button type="button" class="wkf-button wkf-agenda-close" onClick={close}>
        {say(words, "close")}
      </button>
      <Agenda over />
    </dialog>
  );
}

function Agenda({ over }: { over?: boolean }) {
  const { model, words } = usePanel<"facilitator", "agenda">();
  const heading = useArrival(ANCHOR, roomOf(pageHere()) !== "lead");
  const action = useAction();
  const [asked, setAsked] = useState<number | null>(null);
  const none = model.lines.length === 0;
  return (
    <section id={over ? undefined : "agenda"} class="wkf-agenda wk-stack" aria-labelledby="wkf-agenda">
      <h2 ref={heading} tabIndex={-1} id="wkf-agenda">
        {say(words, "title")}
      </h2>
      <p class="wk-quiet">{say(words, "lead")}</p>
      <div class="wkf-agenda-plan">
        <div role="group" aria-label={say(words, "length")} class="wkf-buttons">
          {none ? null : <span class="wkf-agenda-again">{say(words, "again")}</span>}
          {model.lengths.map((minutes) => (
            <Confirm
              key={minutes}
              look="plain"
              asks={model.unusual}
              question={say(words, "again.sure")}
              yes={say(words, "again.yes")}
              no={say(words, "again.no")}
              onYes={() => {
                if (action.busy) return;
                setAsked(minutes);
                void action.act("plan_agenda", { minutes });
              }}
            >
              {say(words, `length.${minutes}`)}
            </Confirm>
          ))}
        </div>
        <EndHour action={action} />
      </div>
      <Told action={action} saved={say(words, "saved")} />
      {none ? null : (
        <>
          <ol class="wkf-agenda-lines">
            {groupLines(model.lines).map((group) => (
              <Group key={group.key} group={group} action={action} />
            ))}
          </ol>
          <p>
            <b>{say(words, "total", { minutes: model.total })}</b>{" "}
            {model.left < model.total ? say(words, "left", { minutes: model.left }) : null}
          </p>
          <TooLate />
          {asked !== null && model.total > asked ? <p class="wkf-breaks">{say(words, "too-long")}</p> : null}
        </>
      )}
    </section>
  );
}

/** Before anything has begun, whether what is planned goes past the hour of the end; from then on the head says it. */
function TooLate() {
  const { model, words, lang } = usePanel<"facilitator", "agenda">();
  const { ends_at, finish, late } = model;
  const minutes = ends_at === null || finish === null || late !== null ? 0 : Math.round((finish - ends_at) / 60_000);
  return (
    <div role="status">
      {minutes > 0 ? <p class="wkf-breaks">{sayMany(words, lang, "ends-late", minutes, { hour: sayHour(words, finish ?? 0) })}</p> : null}
    </div>
  );
}

/** When the room must end. */
function EndHour({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "agenda">();
  const [typed, setTyped] = useState<string | null>(null);
  const save = async (event: Event) => {
    event.preventDefault();
    if ((await action.act("set_end", { hour: typed ?? model.hour })).ok) setTyped(null);
  };
  return (
    <form noValidate class="wkf-agenda-end" onSubmit={(event) => void save(event)}>
      <label class="wk-field">
        <span class="wk-label">{say(words, "hour")}</span>
        <input
          type="text"
          autocomplete="off"
          placeholder={say(words, "hour.hint")}
          maxLength={LIMITS.hour.longest}
          value={typed ?? model.hour}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="wkf-button" aria-disabled={action.busy}>
        {say(words, "save")}
      </button>
    </form>
  );
}

interface LineGroup {
  key: string;
  lines: AgendaLine[];
}

/** The steps of one challenge are one line that unfolds; what belongs to the room is a line by itself. */
function groupLines(lines: AgendaLine[]): LineGroup[] {
  const groups: LineGroup[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (line.challenge !== null && last?.key === line.challenge) last.lines.push(line);
    else groups.push({ key: line.challenge ?? line.moment, lines: [line] });
  }
  return groups;
}

function Group({ group, action }: { group: LineGroup; action: Action }) {
  const { words } = usePanel<"facilitator", "agenda">();
  const first = group.lines[0]!;
  const ahead = group.lines.find((line) => line.state === "ahead") ?? group.lines.find((line) => line.state === "left");
  if (first.challenge === null) {
    return (
      <li class={first.state === "done" ? "wkf-agenda-done" : undefined}>
        <Planned line={first} name={say(words, `name.${first.moment}`)} action={action} />
      </li>
    );
  }
  const minutes = group.lines.reduce((sum, line) => sum + line.minutes, 0);
  return (
    <li class={ahead === undefined && first.state === "done" ? "wkf-agenda-done" : undefined}>
      <details>
        <summary class="wkf-agenda-line">
          <b>{say(words, "challenge", { number: first.number, stake: first.stake })}</b>
          <span>{say(words, "minutes.total", { minutes })}</span>
          <span class="wk-quiet">{sayWhen(words, ahead ?? first)}</span>
        </summary>
        <ul class="wkf-agenda-steps">
          {group.lines.map((line) => (
            <li key={line.moment}>
              <Planned line={line} name={say(words, `name.${line.moment}`)} of={first.number} action={action} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** One line with its minutes, which are kept when the field is left. */
function Planned(props: { line: AgendaLine; name: string; of?: number | null; action: Action }) {
  const { words } = usePanel<"facilitator", "agenda">();
  const { line, name } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const { least, most } = LIMITS.planned;
  const step = props.of == null ? name : say(words, "step-of", { step: name, number: props.of });
  const keep = async () => {
    if (typed === null) return;
    if (typed.trim() !== "" && Number(typed) !== line.minutes) {
      const { moment, challenge } = line;
      await props.action.act("set_length", { moment, challenge, minutes: Math.round(Number(typed)) });
    }
    setTyped(null);
  };
  return (
    <div class="wkf-agenda-line">
      <span>{name}</span>
      <label class="wkf-minutes">
        <span class="wk-visually-hidden">{say(words, "minutes.of", { step })}</span>
        <input
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          value={typed ?? String(line.minutes)}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={() => void keep()}
        />
        <span aria-hidden="true">{say(words, "minutes")}</span>
      </label>
      <span class="wk-quiet">{sayWhen(words, line)}</span>
    </div>
  );
}

const sayWhen = (words: Words, line: AgendaLine): string =>
  line.state !== "ahead" || line.at === null
    ? say(words, line.state === "left" ? "left-out" : "done")
    : say(words, "at", { hour: sayHour(words, line.at) });
