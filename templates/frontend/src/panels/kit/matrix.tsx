/** The matrix of one challenge, as a table that the eye, the keyboard and a screen reader all understand. */
import { COMPETENCES, INTERESTS, type MatrixCounts } from "../../contract";
import "./matrix.css";
import { say, sayMany, useWords } from "./panel";
import { signed } from "./numbers";

export type ZoneName = keyof MatrixCounts["in_zone"];

/** Rows go from the most wished for to the least. */
export const ROWS = [...INTERESTS].reverse();
const ZONES: ZoneName[] = ["ready", "learning", "resting"];

export const cellKey = (row: number, column: number): string => `${row}-${column}`;

/** The table; with `onPick` each cell that holds someone is a button. */
export function MatrixTable(props: {
  matrix: MatrixCounts;
  caption: string;
  /** More people than this in one cell are said by a number beside one mark. */
  marksAtMost?: number;
  picked?: string | null;
  onPick?: (cell: string) => void;
  lists?: string;
}) {
  const { words } = useWords();
  return (
    <div>
      <p aria-hidden="true" class="wk-mx-up">
        ↑ {say(words, "matrix.interest")}
      </p>
      <table class="wk-mx">
        <caption class="wk-visually-hidden">{props.caption}</caption>
        <colgroup>
          <col class="wk-mx-side" />
          {COMPETENCES.map((competence) => (
            <col key={competence} />
          ))}
        </colgroup>
        {/* shown below the rows, where an axis is looked for; read first, where a table's headers are expected */}
        <thead>
          <tr>
            <th scope="col">
              <span class="wk-visually-hidden">{say(words, "matrix.interest")}</span>
            </th>
            {COMPETENCES.map((competence) => (
              <th key={competence} scope="col">
                <span class="wk-visually-hidden">{say(words, "matrix.competence")} </span>
                {competence}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.matrix.counts.map((counts, row) => (
            <tr key={row}>
              <th scope="row">
                <span class="wk-visually-hidden">{say(words, "matrix.interest")} </span>
                {signed(ROWS[row] ?? 0)}
              </th>
              {counts.map((count, column) => (
                <Cell key={column} row={row} column={column} count={count} {...props} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell(props: {
  matrix: MatrixCounts;
  row: number;
  column: number;
  count: number;
  marksAtMost?: number;
  picked?: string | null;
  onPick?: (cell: string) => void;
  lists?: string;
}) {
  const { words, lang } = useWords();
  const zone = props.matrix.zones[props.row]?.[props.column] ?? "resting";
  const key = cellKey(props.row, props.column);
  const text = `${sayMany(words, lang, "matrix.people", props.count)}, ${sayMany(words, lang, `matrix.zone.${zone}`, props.count)}`;
  const inside = (
    <>
      <Marks zone={zone} count={props.count} most={props.marksAtMost ?? 8} />
      <span class="wk-visually-hidden">{text}</span>
    </>
  );
  if (props.onPick === undefined || props.count === 0) return <td class={`wk-mx-${zone}`}>{inside}</td>;
  return (
    <td class={`wk-mx-${zone}`}>
      <button type="button" aria-pressed={props.picked === key} aria-controls={props.lists} onClick={() => props.onPick?.(key)}>
        {inside}
      </button>
    </td>
  );
}

function Marks({ zone, count, most }: { zone: ZoneName; count: number; most: number }) {
  const mark = (key: number) => <i key={key} class={`wk-mark wk-mark-${zone}`} />;
  return (
    <span class="wk-marks" aria-hidden="true">
      {count > most ? (
        <>
          {mark(0)}
          <b>× {count}</b>
        </>
      ) : (
        Array.from({ length: count }, (_, index) => mark(index))
      )}
    </span>
  );
}

/** The axes and the three zones, in words, with the very marks of the table. */
export function MatrixLegend({ matrix }: { matrix?: MatrixCounts }) {
  const { words } = useWords();
  return (
    <div class="wk-mx-legend">
      <p aria-hidden="true" class="wk-mx-along">
        {say(words, "matrix.competence")} →
      </p>
      <ul class="wk-mx-zones">
        {ZONES.map((zone) => (
          <li key={zone}>
            <i class={`wk-mark wk-mark-${zone}`} aria-hidden="true" />
            <span>{say(words, `matrix.zone.${zone}`)}</span>
            {matrix === undefined ? null : <b>{matrix.in_zone[zone]}</b>}
          </li>
        ))}
      </ul>
    </div>
  );
}
