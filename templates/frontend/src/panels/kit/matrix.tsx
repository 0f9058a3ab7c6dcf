/** The matrix of one challenge, as a table that the eye, the keyboard and a screen reader all understand. */
import "./matrix.css";
import { signed } from "./numbers";
import { say, sayMany, usePanel } from "./panel";

export type Zone = "ready" | "learning" | "resting";

/** Counts only: rows from interest +2 down to -2, columns from competence 0 to 3. */
export interface Counts {
  counts: number[][];
  zones: Zone[][];
  in_zone: Record<Zone, number>;
  answered: number;
  unsure: number;
  /** People in the room, those of them who have answered, and those who have not. */
  room: number;
  heard: number;
  waited: number;
  /** Those who answered without being in the room, through a file or a poster. */
  others: number;
}

export const INTERESTS = [2, 1, 0, -1, -2];
export const COMPETENCES = [0, 1, 2, 3];
const ZONES: Zone[] = ["ready", "learning", "resting"];

export const cellKey = (row: number, column: number): string => `${row}-${column}`;

/** The table; with `onPick` each cell that holds someone is a button. */
export function MatrixTable(props: {
  matrix: Counts;
  caption: string;
  /** More people than this in one cell are said by a number beside one mark. */
  marksAtMost?: number;
  picked?: string | null;
  onPick?: (cell: string) => void;
  lists?: string;
}) {
  const { words } = usePanel();
  return (
    <div class="wk-mx-frame">
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
                {signed(INTERESTS[row] ?? 0)}
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
  matrix: Counts;
  row: number;
  column: number;
  count: number;
  marksAtMost?: number;
  picked?: string | null;
  onPick?: (cell: string) => void;
  lists?: string;
}) {
  const { words, lang } = usePanel();
  const zone = props.matrix.zones[props.row]?.[props.column] ?? "resting";
  const key = cellKey(props.row, props.column);
  const text = `${sayMany(words, lang, "matrix.people", props.count)}, ${say(words, `matrix.zone.${zone}`)}`;
  const inside = (
    <>
      <Marks zone={zone} count={props.count} most={props.marksAtMost ?? 8} />
      <span class="wk-visually-hidden">{text}</span>
    </>
  );
  if (props.onPick === undefined || props.count === 0) return <td class={`wk-mx-${zone}`}>{inside}</td>;
  return (
    <td class={`wk-mx-${zone}`}>
      <button
        type="button"
        aria-pressed={props.picked === key}
        aria-controls={props.lists}
        onClick={() => props.onPick?.(key)}
      >
        {inside}
      </button>
    </td>
  );
}

function Marks({ zone, count, most }: { zone: Zone; count: number; most: number }) {
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
export function MatrixLegend({ matrix }: { matrix?: Counts }) {
  const { words } = usePanel();
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
