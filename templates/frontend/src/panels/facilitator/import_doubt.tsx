/** Somebody who may be known already: both side by side, a sign and a word a line, three answers, none given beforehand. */
import { useState } from "preact/hooks";
import type { DoubtAnswer, ImportCandidate, ImportKind, ImportLikeness, ImportLine, ImportPreview } from "../../contract";
import { say, usePanel, type Words } from "../kit/panel";
import { Quiet, Told, useAction } from "./action";
import { dashed, Where } from "./import_choice";
import { LineForm } from "./import_line_form";

const SIGNS: Record<ImportLikeness["verdict"], string> = { same: "=", other: "≠", near: "≈", silent: "", stays: "" };
/** Kinds whose lines are about a person. */
const OF_PEOPLE: readonly ImportKind[] = ["volunteers", "scores", "ideas"];

interface Answer {
  answer: DoubtAnswer;
  person: string | null;
  label: string;
}

export function Doubt({ line, shown }: { line: ImportLine; shown: ImportPreview }) {
  const { words } = usePanel<"facilitator", "imports">();
  const action = useAction();
  const [editing, setEditing] = useState(false);
  const { doubt } = line;
  if (doubt === null) return null;
  const here = { file: shown.id, sheet: line.sheet, line: line.line, part: line.part };
  return (
    <article class="wkf-import-doubt">
      <div class="wk-row">
        <h3>{line.title === "" ? say(words, "untitled") : line.title}</h3>
        <span class="wkf-push">
          <Where line={line} />
        </span>
      </div>
      <p>{doubt.why}</p>
      {doubt.candidates.map((candidate) => (
        <Pair key={candidate.person} candidate={candidate} many={doubt.candidates.length > 1} />
      ))}
      <div class="wk-row">
        <div class="wkf-filters" role="group" aria-label={say(words, "answer.of", { title: line.title })}>
          {listAnswers(words, doubt.candidates, shown.kind).map((one) => {
            const chosen = doubt.answer === one.answer && (one.answer !== "same" || doubt.person === one.person);
            return (
              <button
                key={`${one.answer}${one.person ?? ""}`}
                type="button"
                class="wkf-filter"
                aria-pressed={chosen}
                onClick={() => void action.act("answer_doubt", { ...here, answer: one.answer, person: one.person })}
              >
                {chosen ? <span aria-hidden="true">✓ </span> : null}
                {one.label}
              </button>
            );
          })}
        </div>
        <Quiet label={`${say(words, "edit")} – ${line.title}`} onClick={() => setEditing(!editing)}>
          {say(words, "edit")}
        </Quiet>
      </div>
      <p role="status" class="wk-quiet">
        {doubt.answer === null
          ? ""
          : say(words, doubt.candidates.length === 0 ? `answered.${doubt.answer}.line` : `answered.${doubt.answer}`)}
      </p>
      {editing ? <LineForm line={line} shown={shown} onKept={() => setEditing(false)} onClose={() => setEditing(false)} /> : null}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </article>
  );
}

function listAnswers(words: Words, candidates: ImportCandidate[], kind: ImportKind): Answer[] {
  const people = OF_PEOPLE.includes(kind) ? "person" : "thing";
  const later: Answer = { answer: "later", person: null, label: say(words, "answer.later") };
  if (candidates.length === 0) return [{ answer: "apart", person: null, label: say(words, "answer.take") }, later];
  const same = candidates.map((one): Answer => {
    const label = candidates.length === 1 ? say(words, `answer.same.${people}`) : sayWhich(words, one, candidates);
    return { answer: "same", person: one.person, label };
  });
  const apart = candidates.length > 1 ? `answer.apart.${people}.many` : `answer.apart.${people}`;
  return [{ answer: "apart", person: null, label: say(words, apart) }, ...same, later];
}

/** "The same as": two who bear one name are told apart by where they stand. */
function sayWhich(words: Words, one: ImportCandidate, candidates: ImportCandidate[]): string {
  const { name } = one;
  if (candidates.filter((other) => other.name === name).length < 2) return say(words, "answer.same.name", { name });
  return say(words, "answer.same.which", { name, where: sayKnown(words, one) });
}

/** Where somebody who may be known already stands. */
function sayKnown(words: Words, { line, sheet }: ImportCandidate): string {
  if (line === 0) return say(words, "pair.known");
  return say(words, sheet === "" ? "pair.earlier" : "pair.earlier.in-sheet", { sheet, line });
}

/** One person as known and as the file has them; whatever the list is about, they are compared by what a person has. */
function Pair(props: { candidate: ImportCandidate; many: boolean }) {
  const { words } = usePanel<"facilitator", "imports">();
  const { candidate } = props;
  return (
    <table class="wkf-import-pair">
      <caption class={props.many ? undefined : "wk-visually-hidden"}>{candidate.name}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{sayKnown(words, candidate)}</th>
          <th scope="col">{say(words, candidate.line === 0 ? "pair.file" : "pair.this")}</th>
          <th scope="col">
            <span class="wk-visually-hidden">{say(words, "pair.verdict")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {candidate.likenesses.map((one) => (
          <tr key={one.column} class={one.verdict === "other" || one.verdict === "near" ? "wkf-import-apart" : undefined}>
            <th scope="row">{say(words, `column.volunteers.${dashed(one.column)}`)}</th>
            <td>{one.known === "" ? say(words, one.verdict === "silent" ? "pair.empty" : "pair.not-kept") : one.known}</td>
            <td>{one.read === "" ? say(words, "pair.empty") : one.read}</td>
            <td>
              {SIGNS[one.verdict] === "" ? null : <span aria-hidden="true">{SIGNS[one.verdict]} </span>}
              {say(words, `verdict.${one.verdict}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
