/** Right of the preview: the lines by what becomes of them, what needs a person first. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ImportKind, ImportLine, ImportLines, ImportPreview, LineGroup } from "../../contract";
import { sayDay } from "../kit/days";
import { say, sayMany, usePanel } from "../kit/panel";
import { Quiet, Told, useAction } from "./action";
import { dashed, Where } from "./import_choice";
import { Doubt } from "./import_doubt";
import { LineForm } from "./import_line_form";

/** Groups in the order of the page: what a person must look at comes first. */
const ORDER: readonly LineGroup[] = ["doubtful", "refused", "changed", "new", "same", "left"];
/** The counts above, in the order of the sum. */
const COUNTED: readonly LineGroup[] = ["new", "same", "changed", "doubtful", "refused"];
/** The columns that say what a line is about. */
const TITLES: Record<ImportKind, readonly [string, ...string[]]> = {
  challenges: ["statement"],
  stakeholders: ["name"],
  volunteers: ["name", "first_name"],
  missions: ["title"],
  scores: ["volunteer"],
  ideas: ["text"],
};
/** Lines that come with an opened group at a time. */
const A_PAGE = 25;

const groupOf = (shown: ImportPreview, group: LineGroup) => shown.groups.find((one) => one.group === group);
const idOf = (group: LineGroup) => `wkf-import-${group}`;

/** The counts: they add up to the lines read, and each leads to its group. */
export function Tallies({ shown }: { shown: ImportPreview }) {
  const { words, lang } = usePanel<"facilitator", "imports">();
  const counted = COUNTED.map((group) => groupOf(shown, group)).filter(
    (one) => one !== undefined && (one.all > 0 || one.group !== "changed"),
  );
  return (
    <nav class="wkf-import-tallies" aria-label={say(words, "tallies")}>
      {counted.map((one) =>
        one === undefined ? null : (
          <a key={one.group} href={`#${idOf(one.group)}`} class={tallyLook(one)}>
            <b>{one.all}</b> <strong>{sayMany(words, lang, `tally.${one.group}`, one.all)}</strong>
            <span>{sayTallied(one, shown, words, lang)}</span>
          </a>
        ),
      )}
    </nav>
  );
}

function tallyLook({ group, all }: ImportLines): string {
  if (group === "doubtful" && all > 0) return "wkf-import-you";
  return group === "refused" && all > 0 ? "wkf-import-bad" : "";
}

function sayTallied(one: ImportLines, shown: ImportPreview, ...[words, lang]: [Parameters<typeof say>[0], string]): string {
  if (one.group !== "doubtful" || one.all === 0) return say(words, one.all === 0 ? "tally.none" : `tallied.${one.group}`);
  if (shown.open === 0) return say(words, "tallied.decided");
  return shown.open === one.all ? say(words, "tallied.doubtful") : sayMany(words, lang, "tallied.open", shown.open);
}

export function Groups({ shown }: { shown: ImportPreview }) {
  return (
    <>
      {ORDER.map((group) => {
        const one = groupOf(shown, group);
        return one === undefined || one.all === 0 ? null : <Group key={group} group={one} shown={shown} />;
      })}
    </>
  );
}

function Group({ group, shown }: { group: ImportLines; shown: ImportPreview }) {
  const { words, lang } = usePanel<"facilitator", "imports">();
  const action = useAction(shown.id);
  const name = group.group;
  const cards = name === "doubtful" || name === "refused";
  const folded = name === "same" || name === "left";
  const title = sayMany(words, lang, `group.${name}`, group.all);
  const repaired =
    group.repaired > 0 && (name === "new" || name === "changed") ? sayMany(words, lang, "group.repaired", group.repaired) : "";
  const look = (open: boolean, at = 0, search = "") =>
    void action.act("look_at_lines", { file: shown.id, group: open ? name : null, at, search });
  const passedOver = isByRepairs(group) && group.lines.some((line) => !standsOut(line));
  const more = group.open || group.all > group.lines.length || passedOver;
  const all = sayMany(words, lang, group.open ? "fewer" : "see-all", group.all);
  return (
    <section
      id={idOf(name)}
      tabIndex={-1}
      class={cards ? "wkf-import-group" : "wkf-import-group wk-card"}
      aria-labelledby={`${idOf(name)}-title`}
    >
      <div class="wk-row">
        <h2 id={`${idOf(name)}-title`}>
          {title}
          {repaired}
        </h2>
        {more && !(folded && !group.open && group.lines.length === 0) ? (
          <span class="wkf-push">
            <Quiet label={`${all} – ${title}`} onClick={() => look(!group.open)}>
              {all}
            </Quiet>
          </span>
        ) : null}
      </div>
      {group.notes.map((note) => (
        <p key={note} class="wk-quiet">
          {note}
        </p>
      ))}
      {folded && !group.open && group.lines.length === 0 ? (
        <div>
          <button type="button" class="wkf-filter" aria-expanded={false} aria-label={`${all} – ${title}`} onClick={() => look(true)}>
            {all}
          </button>
        </div>
      ) : null}
      {group.open && group.all > A_PAGE ? <Search group={group} onSearch={(text) => look(true, 0, text)} /> : null}
      <Lines group={group} shown={shown} />
      {group.open ? <Pages group={group} onTurn={(at) => look(true, at, group.search)} /> : null}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </section>
  );
}

function Lines({ group, shown }: { group: ImportLines; shown: ImportPreview }) {
  if (group.group === "doubtful") {
    return (
      <>
        {group.lines.map((line) => (
          <Doubt key={keyOf(line)} line={line} shown={shown} />
        ))}
      </>
    );
  }
  if (group.group === "refused") return <Refused lines={group.lines} shown={shown} />;
  if (group.lines.length === 0) return null;
  if (group.group === "left") return <Left lines={group.lines} file={shown.id} />;
  return <Table group={group} shown={shown} />;
}

/** A telephone number stays on one line. */
const keepWhole = (text: string) => text.replace(/(\d) (?=\d)/g, "$1\u00a0");
/** A day that a table keeps as YYYY-MM-DD, as people say it; another text as it is. */
const sayCell = (text: string, lang: string) => (/^\d{4}-(0\d|1[0-2])-[0-3]\d($|[T ])/.test(text) ? sayDay(lang, text.slice(0, 10)) : text);
/** From so many signs on a text is given room to be read. */
const LONG = 32;
/** Whether a group that is not open shows what was put right, and not the rest of its lines. */
const isByRepairs = ({ group, open, lines }: ImportLines) => group !== "changed" && !open && lines.some((line) => line.repairs.length > 0);
const standsOut = ({ repairs, doubt }: ImportLine) => repairs.length > 0 || doubt !== null;
const keyOf = (line: ImportLine) => `${line.sheet}:${line.line}:${line.part}`;

/** Lines that cannot be written as they are, each open for correction in its place. */
function Refused({ lines, shown }: { lines: ImportLine[]; shown: ImportPreview }) {
  const { words } = usePanel<"facilitator", "imports">();
  const [said, setSaid] = useState("");
  return (
    <>
      <p role="status" class="wk-saved">
        {said}
      </p>
      {lines.map((line) => (
        <article key={keyOf(line)} class="wkf-import-refused">
          <div class="wk-row">
            <h3>{line.title === "" ? say(words, "untitled") : line.title}</h3>
            <span class="wkf-push">
              <Where line={line} />
            </span>
          </div>
          <LineForm line={line} shown={shown} onKept={() => setSaid(say(words, "corrected", { title: line.title }))} />
        </article>
      ))}
    </>
  );
}

/** Lines that are written or known as they are; those that were put right with what stood there and why. */
function Table({ group, shown }: { group: ImportLines; shown: ImportPreview }) {
  const { words } = usePanel<"facilitator", "imports">();
  const repairs = isByRepairs(group);
  const titles: readonly string[] = TITLES[shown.kind];
  const isChanged = (column: string) => group.lines.some((line) => line.changes.some((one) => one.column === column));
  const isTold = (column: string) =>
    group.group === "changed" ? isChanged(column) : !titles.includes(column) && group.lines.some((line) => line.cells[column]);
  const columns = repairs ? [] : shown.fields.filter(isTold);
  const editable = group.group !== "same";
  return (
    <div class="wkf-scroll">
      <table class="wkf-import-table">
        <thead>
          <tr>
            <th scope="col">{say(words, `column.${shown.kind}.${titles[0]}`)}</th>
            {repairs
              ? ["before", "after", "why"].map((name) => (
                  <th key={name} scope="col">
                    {say(words, `table.${name}`)}
                  </th>
                ))
              : columns.map((column) => (
                  <th key={column} scope="col">
                    {say(words, `column.${shown.kind}.${dashed(column)}`)}
                  </th>
                ))}
            {editable ? (
              <th scope="col">
                <span class="wk-visually-hidden">{say(words, "edit")}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {(repairs ? group.lines.filter(standsOut) : group.lines).map((line) => (
            <Row key={keyOf(line)} line={line} shown={shown} columns={columns} repairs={repairs} editable={editable} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { line: ImportLine; shown: ImportPreview; columns: string[]; repairs: boolean; editable: boolean }) {
  const { words } = usePanel<"facilitator", "imports">();
  const { line, shown, columns, repairs, editable } = props;
  const [editing, setEditing] = useState(false);
  const [comparing, setComparing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useLayoutEffect(() => {
    if (wasEditing.current && !editing) opener.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  const width = 2 + (repairs ? 3 : columns.length);
  const label = `${say(words, "edit")} – ${line.title}`;
  return (
    <>
      <tr>
        <th scope="row">
          {line.title} <Where line={line} />
          {line.notes.map((note) => (
            <small key={note}>{note}</small>
          ))}
          {line.doubt === null || !editable ? null : (
            <button
              type="button"
              class="wk-quiet-action"
              aria-label={`${say(words, "compare")} – ${line.title}`}
              aria-expanded={comparing}
              onClick={() => setComparing(!comparing)}
            >
              {say(words, "compare")}
            </button>
          )}
        </th>
        {repairs ? <Repairs line={line} /> : columns.map((column) => <Cell key={column} line={line} column={column} />)}
        {editable ? (
          <td>
            <button
              ref={opener}
              type="button"
              class="wk-quiet-action"
              aria-label={label}
              aria-expanded={editing}
              onClick={() => setEditing(!editing)}
            >
              {say(words, "edit")}
            </button>
          </td>
        ) : null}
      </tr>
      {comparing ? (
        <tr>
          <td colSpan={width}>
            <Doubt line={line} shown={shown} />
          </td>
        </tr>
      ) : null}
      {editing ? (
        <tr>
          <td colSpan={width}>
            <LineForm line={line} shown={shown} onKept={() => setEditing(false)} onClose={() => setEditing(false)} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** A cell as it will stand, after what stood there if it changes that, or that it will not be kept. */
function Cell({ line, column }: { line: ImportLine; column: string }) {
  const { words, lang } = usePanel<"facilitator", "imports">();
  const change = line.changes.find((one) => one.column === column);
  const look = (text: string) => (text.length > LONG ? "wkf-import-wide" : undefined);
  if (change === undefined) {
    const text = line.unkept.includes(column) ? say(words, "not-kept") : keepWhole(sayCell(line.cells[column] ?? "", lang));
    return <td class={look(text)}>{text}</td>;
  }
  return (
    <td class={look(`${change.before}${change.after}`)}>
      <span class="wk-quiet">{change.before === "" ? say(words, "pair.empty") : change.before}</span>
      <span aria-hidden="true"> → </span>
      <span class="wk-visually-hidden"> {say(words, "becomes")} </span>
      <b>{change.after === "" ? say(words, "pair.empty") : change.after}</b>
    </td>
  );
}

function Repairs({ line }: { line: ImportLine }) {
  const { words } = usePanel<"facilitator", "imports">();
  const { repairs, unkept } = line;
  if (repairs.length === 0) return <td colSpan={3}>{line.doubt?.why}</td>;
  return (
    <>
      <td class="wk-quiet">{repairs.map((one) => one.before).join(", ")}</td>
      <td>
        <b>
          {[
            ...new Set(
              repairs.map((one) => (unkept.includes(one.column) ? say(words, "not-kept") : one.after === "" ? "–" : keepWhole(one.after))),
            ),
          ].join(", ")}
        </b>
      </td>
      <td>{[...new Set(repairs.map((one) => one.why))].join(" ")}</td>
    </>
  );
}

/** Lines that were left aside, each with why and a way to take it all the same. */
function Left({ lines, file }: { lines: ImportLine[]; file: string }) {
  const { words } = usePanel<"facilitator", "imports">();
  const action = useAction(file);
  return (
    <>
      <ul class="wkf-import-list">
        {lines.map((line) => (
          <li key={keyOf(line)} class="wk-row">
            <span>
              <b>{line.title}</b> {line.aside ? say(words, "left.by-hand") : line.why} <Where line={line} />
            </span>
            <span class="wkf-push">
              <Quiet
                label={`${say(words, "take-it")} – ${line.title}`}
                onClick={() => void action.act("take_line", { file, sheet: line.sheet, line: line.line, part: line.part, take: true })}
              >
                {say(words, "take-it")}
              </Quiet>
            </span>
          </li>
        ))}
      </ul>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </>
  );
}

function Search({ group, onSearch }: { group: ImportLines; onSearch: (text: string) => void }) {
  const { words, lang } = usePanel<"facilitator", "imports">();
  const [text, setText] = useState(group.search);
  const wait = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(wait.current), []);
  return (
    <div class="wk-row" role="search">
      <label class="wk-field">
        <span class="wk-label">{say(words, "search")}</span>
        <input
          type="search"
          value={text}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            setText(typed);
            clearTimeout(wait.current);
            wait.current = setTimeout(() => onSearch(typed), 200);
          }}
        />
      </label>
      <span role="status">{group.search === "" ? "" : sayMany(words, lang, "found", group.found)}</span>
    </div>
  );
}

function Pages({ group, onTurn }: { group: ImportLines; onTurn: (at: number) => void }) {
  const { words } = usePanel<"facilitator", "imports">();
  const { at, found } = group;
  if (found <= A_PAGE) return null;
  const last = Math.min(found, at + A_PAGE);
  return (
    <div class="wk-row">
      <Quiet disabled={at === 0} onClick={() => onTurn(Math.max(0, at - A_PAGE))}>
        {say(words, "page.before")}
      </Quiet>
      <span role="status">{say(words, "page", { from: at + 1, to: last, all: found })}</span>
      <Quiet disabled={last >= found} onClick={() => onTurn(at + A_PAGE)}>
        {say(words, "page.after")}
      </Quiet>
    </div>
  );
}
