/** Left of the preview: the file, its sheets, how its columns were understood, and what is kept of people. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ImportColumn, ImportKind, ImportPreview, ImportSheet } from "../../contract";
import { Facts } from "../kit/components";
import { say, sayMany, usePanel, type Words } from "../kit/panel";
import { Quiet, Told, useAction, type Action } from "./action";
import { dashed, FileButton, KINDS } from "./import_choice";

/** Columns that were not understood and are each asked about; the others stand in the list. */
const ASKED = 3;

export function FileSide({ shown, onFiles }: { shown: ImportPreview; onFiles: (files: File[], kind: ImportKind | null) => void }) {
  const { words, lang } = usePanel<"facilitator", "imports">();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [shown.id]);
  return (
    <aside class="wkf-import-side" aria-label={say(words, "file.side")}>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {say(words, "title")}
        </h1>
        {shown.missing.length > 0 ? null : <p>{sayState(shown, words, lang)}</p>}
        <a class="wkf-import-jump" href="#wkf-import-lines">
          {say(words, "jump")} <span aria-hidden="true">{"\u00a0↓"}</span>
        </a>
      </div>
      <FileFound shown={shown} />
      <Columns shown={shown} />
      <Consent shown={shown} />
      <section class="wkf-import-note">
        <h2>{say(words, "mistaken")}</h2>
        <p>{say(words, "mistaken.undo")}</p>
      </section>
      <FileButton label={say(words, "another")} onFiles={(files) => onFiles(files, null)} />
    </aside>
  );
}

/** "51 lignes lues, 48 vont toutes seules. Vous avez décidé pour 2 ; 1 reste à corriger." */
function sayState(shown: ImportPreview, words: Words, lang: string): string {
  const count = (name: string) => shown.groups.find((group) => group.group === name)?.all ?? 0;
  const doubtful = count("doubtful");
  const refused = count("refused");
  const parts = [
    ...sayRead(shown, words, lang),
    doubtful + refused === 0 ? say(words, "state.all-alone") : sayMany(words, lang, "state.alone", shown.read - doubtful - refused),
    doubtful > shown.open ? sayMany(words, lang, "state.decided", doubtful - shown.open) : "",
    shown.open > 0 ? sayMany(words, lang, "state.open", shown.open) : "",
    refused > 0 ? sayMany(words, lang, "state.refused", refused) : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** "2 lignes lues, 4 notes." where one row of the file holds several. */
function sayRead(shown: ImportPreview, words: Words, lang: string): string[] {
  if (shown.rows === shown.read || (shown.kind !== "scores" && shown.kind !== "ideas"))
    return [sayMany(words, lang, "state.read", shown.read)];
  return [sayMany(words, lang, "state.rows", shown.rows), sayMany(words, lang, `state.records.${shown.kind}`, shown.read)];
}

function FileFound({ shown }: { shown: ImportPreview }) {
  const { words, lang } = usePanel<"facilitator", "imports">();
  const action = useAction(shown.id);
  const { sheets } = shown;
  return (
    <section>
      <h2>{say(words, "file")}</h2>
      <p class="wk-quiet">
        <Facts of={[shown.name, sheets.length > 1 ? sayMany(words, lang, "sheets", sheets.length) : ""]} />
      </p>
      <label class="wk-field wkf-import-kind">
        <span class="wk-label">{say(words, shown.guessed ? "kind.guessed" : "kind")}</span>
        <select
          value={shown.kind}
          onChange={(event) => void action.act("choose_kind", { file: shown.id, kind: event.currentTarget.value as ImportKind })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {say(words, `kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {sheets.length > 1 ? (
        <ul class="wkf-import-list">
          {sheets.map((sheet) => (
            <Sheet key={sheet.name} sheet={sheet} file={shown.id} action={action} />
          ))}
        </ul>
      ) : null}
      {shown.hidden_lines > 0 ? <Hidden shown={shown} action={action} /> : null}
      {shown.notes.map((note) => (
        <p key={note} class="wkf-import-told">
          {note}
        </p>
      ))}
      {shown.sample.length === 0 ? null : <p class="wkf-import-told">{say(words, "sample", { words: shown.sample.join(", ") })}</p>}
      {shown.encodings.length === 0 ? null : <Encoding shown={shown} action={action} />}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </section>
  );
}

function Sheet({ sheet, file, action }: { sheet: ImportSheet; file: string; action: Action }) {
  const { words, lang } = usePanel<"facilitator", "imports">();
  const { name, taken } = sheet;
  const change = () => void action.act("take_sheet", { file, sheet: name, take: !taken });
  return (
    <li class={taken ? "wk-row" : "wk-row wkf-import-away"}>
      <span>
        <b>{name}</b> {taken ? sayMany(words, lang, "sheet.rows", sheet.rows) : sheet.why === "" ? say(words, "sheet.left") : sheet.why}
      </span>
      <span class="wkf-push">
        <Quiet label={`${say(words, taken ? "leave-it" : "take-it")} – ${name}`} onClick={change}>
          {say(words, taken ? "leave-it" : "take-it")}
        </Quiet>
      </span>
    </li>
  );
}

function Hidden({ shown, action }: { shown: ImportPreview; action: Action }) {
  const { words, lang } = usePanel<"facilitator", "imports">();
  const take = !shown.hidden_taken;
  return (
    <p class="wk-row wkf-import-told">
      <span>{sayMany(words, lang, take ? "hidden.left" : "hidden.taken", shown.hidden_lines)}</span>
      <Quiet onClick={() => void action.act("take_hidden", { file: shown.id, take })}>
        {say(words, take ? "hidden.take" : "hidden.leave")}
      </Quiet>
    </p>
  );
}

/** How else the letters may be read, where somebody sees that the accents are wrong. */
function Encoding({ shown, action }: { shown: ImportPreview; action: Action }) {
  const { words } = usePanel<"facilitator", "imports">();
  return (
    <label class="wk-field wkf-import-told">
      <span>{say(words, "encoding")}</span>
      <select
        value={shown.encoding}
        onChange={(event) => void action.act("choose_encoding", { file: shown.id, encoding: event.currentTarget.value })}
      >
        <option value="">{say(words, "encoding.guess")}</option>
        {shown.encodings.map((one) => (
          <option key={one} value={one}>
            {say(words, `encoding.${dashed(one)}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Columns({ shown }: { shown: ImportPreview }) {
  const { words, lang } = usePanel<"facilitator", "imports">();
  const action = useAction(shown.id);
  const [changing, setChanging] = useState(false);
  const unknown = shown.columns.filter((column) => column.column === null && column.heading !== "");
  const open = unknown.filter((column) => !column.idle);
  const others = shown.columns.filter((column) => column.column !== null);
  const understood = others.filter((column) => column.column !== "");
  const asked = changing ? [] : open.slice(0, ASKED);
  const listed = changing ? shown.columns : [...others, ...unknown.filter((column) => !asked.includes(column))];
  return (
    <section class="wk-stack-tight">
      <h2>
        {sayMany(words, lang, "columns", understood.length)}
        {unknown.length > 0 ? sayMany(words, lang, "columns.not", unknown.length) : ""}
      </h2>
      {shown.remembered ? <p class="wk-quiet">{say(words, "remembered")}</p> : null}
      {asked.map((column) => (
        <Unknown key={column.heading} column={column} shown={shown} action={action} />
      ))}
      {asked.length > 0 ? <p class="wk-quiet">{say(words, "columns.unanswered")}</p> : null}
      <ul class="wkf-import-list wkf-import-columns">
        {listed.map((column) => (
          <li key={column.heading}>
            <span>
              {say(words, "quoted", { text: column.heading })}
              {column.sheet === "" || shown.sheets.length < 2 ? null : <small class="wk-quiet"> {column.sheet}</small>}
            </span>
            {changing ? (
              <ColumnUse column={column} shown={shown} action={action} />
            ) : (
              <span class={column.column ? undefined : "wk-quiet"}>
                <span aria-hidden="true">→ </span>
                <span class="wk-visually-hidden">{say(words, "becomes")} </span>
                <b>{column.column ? say(words, `column.${shown.kind}.${dashed(column.column)}`) : say(words, "column.aside")}</b>
              </span>
            )}
          </li>
        ))}
      </ul>
      <div>
        <button type="button" class="wk-quiet-action" aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {say(words, changing ? "columns.done" : "columns.change")}
        </button>
      </div>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </section>
  );
}

function Unknown({ column, shown, action }: { column: ImportColumn; shown: ImportPreview; action: Action }) {
  const { words, lang } = usePanel<"facilitator", "imports">();
  const [choosing, setChoosing] = useState(false);
  const { heading } = column;
  return (
    <div class="wkf-import-ask" role="group" aria-label={say(words, "column.unknown", { heading })}>
      <p>
        <b>{say(words, "column.unknown", { heading })}</b>
      </p>
      <p class="wk-quiet">
        {sayMany(words, lang, "column.filled", column.filled)}
        {column.values.length > 0 ? ` ${say(words, "column.values", { values: column.values.map(quote(words)).join(", ") })}` : ""}
      </p>
      {choosing ? (
        <ColumnUse column={column} shown={shown} action={action} />
      ) : (
        <div class="wkf-buttons">
          <button type="button" class="wkf-filter" onClick={() => void action.act("choose_column", aside(shown.id, heading))}>
            {say(words, "column.ignore")}
          </button>
          <button type="button" class="wkf-filter" onClick={() => setChoosing(true)}>
            {say(words, "column.choose")}
          </button>
        </div>
      )}
    </div>
  );
}

/** What a column is for, among those of the kind, in the reader's words. */
export function ColumnUse({ column, shown, action }: { column: ImportColumn; shown: ImportPreview; action: Action }) {
  const { words } = usePanel<"facilitator", "imports">();
  const { heading } = column;
  const choose = (use: string) => {
    if (use === ASIDE) void action.act("choose_column", aside(shown.id, heading));
    else void action.act("choose_column", { file: shown.id, heading, column: use === "" ? null : use, aside: false });
  };
  return (
    <label class="wk-field">
      <span class="wk-visually-hidden">{say(words, "column.use", { heading })}</span>
      <select value={column.column === "" ? ASIDE : (column.column ?? "")} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{say(words, "column.guess")}</option>
        {shown.fields.map((field) => (
          <option key={field} value={field}>
            {say(words, `column.${shown.kind}.${dashed(field)}`)}
          </option>
        ))}
        <option value={ASIDE}>{say(words, "column.aside")}</option>
      </select>
    </label>
  );
}

const ASIDE = "-";
const aside = (file: string, heading: string) => ({ file, heading, column: null, aside: true });
const quote = (words: Words) => (text: string) => say(words, "quoted", { text });

function Consent({ shown }: { shown: ImportPreview }) {
  const { words, lang } = usePanel<"facilitator", "imports">();
  const { consent } = shown;
  if (consent === null) return null;
  const lines = [
    consent.yes > 0 ? sayMany(words, lang, consent.dated ? "consent.yes.dated" : "consent.yes", consent.yes) : "",
    consent.no > 0 ? sayMany(words, lang, "consent.no", consent.no) : "",
    consent.silent > 0 ? sayMany(words, lang, "consent.silent", consent.silent) : "",
  ];
  return (
    <section class="wkf-import-note">
      <h2>{say(words, "consent")}</h2>
      <p>{lines.filter((line) => line !== "").join(" ")}</p>
    </section>
  );
}
