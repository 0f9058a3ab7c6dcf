/** What was imported: said once it is done, with its report and the way back, and kept in sight for later. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PastImport } from "../../contract";
import { sayHour } from "../kit/hours";
import { say, sayMany, usePanel, type Words } from "../kit/panel";
import { Confirm, Quiet, Told, useAction } from "./action";
import { STEP_OF } from "./import_choice";
import { addressOf } from "./rooms";
import { save } from "../kit/saving";

/** Imports of the past that are listed. */
const LISTED = 6;

/** When something was imported: the hour if that was today, else the day too. */
function sayWhen(at: number, words: Words, lang: string): string {
  const moment = new Date(at);
  const hour = sayHour(words, at);
  if (new Date().toDateString() === moment.toDateString()) return say(words, "when.today", { hour });
  return say(words, "when.day", { hour, day: new Intl.DateTimeFormat(lang, { day: "numeric", month: "long" }).format(moment) });
}

export const sayWritten = (one: PastImport, words: Words, lang: string) =>
  sayMany(words, lang, `done.${one.kind}`, one.written, { at: sayWhen(one.at, words, lang) });

/** The import that was just made on this page. */
export function Done({ id }: { id: string }) {
  const { model, words, lang } = usePanel<"facilitator", "imports">();
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => place.current?.focus(), [id]);
  const one = model.past.find((past) => past.id === id);
  if (one === undefined) return null;
  const left = [
    one.left > 0 ? sayMany(words, lang, "done.left", one.left) : "",
    one.ignored > 0 ? sayMany(words, lang, "done.ignored", one.ignored) : "",
  ].filter((part) => part !== "");
  return (
    <section ref={place} tabIndex={-1} class={one.undone ? "wkf-import-done wkf-import-undone" : "wkf-import-done"}>
      <div role="status">
        <p>
          <b>
            {one.undone ? say(words, model.kept.length > 0 ? "undone.but" : "undone", { name: one.name }) : sayWritten(one, words, lang)}
          </b>
        </p>
        {one.undone && model.kept.length > 0 ? (
          <ul>
            {model.kept.map((kept) => (
              <li key={kept}>{kept}</li>
            ))}
          </ul>
        ) : null}
        {one.undone || left.length === 0 ? null : <p>{say(words, "done.in-report", { left: left.join(say(words, "and")) })}</p>}
      </div>
      <Ways one={one} />
      <p class="wk-row">
        <a class="wkf-import-back" href={addressOf(STEP_OF[one.kind], lang)}>
          {say(words, `back.${one.kind}`)}
        </a>
        {model.shown === null ? (
          <a class="wkf-import-back" href="#wkf-import-put">
            {say(words, "another")}
          </a>
        ) : null}
      </p>
      {one.undone ? null : <p class="wk-quiet">{say(words, "undo.what")}</p>}
    </section>
  );
}

/** The import that was just made, while the next file is read over: else one would press the green button again for it. */
export function JustDone({ id }: { id: string }) {
  const { model, words, lang } = usePanel<"facilitator", "imports">();
  const one = model.past.find((past) => past.id === id);
  if (one === undefined || one.undone) return null;
  return (
    <section class="wkf-import-last" aria-label={say(words, "past")}>
      <p role="status">
        <b>{sayWritten(one, words, lang)}</b> <span class="wk-quiet">{one.name}</span>
      </p>
      <Ways one={one} />
    </section>
  );
}

/** The ways on from an import: its report, and back. */
export function Ways({ one }: { one: PastImport }) {
  const { words } = usePanel<"facilitator", "imports">();
  const action = useAction();
  const [report, setReport] = useState<{ name: string; text: string } | null>(null);
  const read = async () => {
    const answer = await action.act("read_import", { id: one.id });
    if (answer.ok && answer.result !== undefined) setReport(answer.result);
  };
  return (
    <>
      <div class="wkf-buttons">
        {one.reported ? (
          <Quiet label={`${say(words, "report")} – ${one.name}`} onClick={() => void read()}>
            {say(words, "report")}
          </Quiet>
        ) : null}
        {one.can_undo ? <Undo one={one} /> : null}
      </div>
      {action.answer?.ok === false ? <Told action={action} /> : null}
      {report === null ? null : <Report report={report} onClose={() => setReport(null)} />}
    </>
  );
}

function Undo({ one }: { one: PastImport }) {
  const { words } = usePanel<"facilitator", "imports">();
  const action = useAction();
  return (
    <>
      <Confirm
        look="plain"
        label={`${say(words, "undo")} – ${one.name}`}
        question={say(words, "undo.question", { name: one.name })}
        yes={say(words, "undo")}
        no={say(words, "undo.no")}
        onYes={() => void action.act("undo_import", { id: one.id })}
      >
        {say(words, "undo")}
      </Confirm>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </>
  );
}

function Report({ report, onClose }: { report: { name: string; text: string }; onClose: () => void }) {
  const { words } = usePanel<"facilitator", "imports">();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="wkf-question wkf-import-report" aria-label={say(words, "report.title")} onClose={onClose}>
      <h2>{say(words, "report.title")}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself is reached by the keyboard */}
      <pre tabIndex={0}>{report.text}</pre>
      <div class="wkf-buttons">
        <button type="button" class="wkf-button" onClick={() => save(report.text, "text/plain;charset=utf-8", report.name)}>
          {say(words, "report.keep")}
        </button>
        <button type="button" class="wkf-button wkf-next" onClick={() => dialog.current?.close()}>
          {say(words, "close")}
        </button>
      </div>
    </dialog>
  );
}

/** What was imported into this workshop before. */
export function Past() {
  const { model, words, lang } = usePanel<"facilitator", "imports">();
  const past = model.past.filter((one) => one.id !== model.done).slice(0, LISTED);
  if (past.length === 0) return null;
  return (
    <section class="wk-stack-tight" aria-labelledby="wkf-import-past">
      <h2 id="wkf-import-past">{say(words, "past")}</h2>
      <ul class="wkf-import-list wkf-import-past">
        {past.map((one) => (
          <li key={one.id}>
            <p>
              <b>{one.name}</b> <span class="wk-quiet">{one.undone ? say(words, "past.undone") : sayWritten(one, words, lang)}</span>
            </p>
            {one.undone ? null : <Ways one={one} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
