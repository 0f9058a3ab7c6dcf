/** The matrix of one challenge: a table that the eye, the keyboard and a screen reader all understand, each zone named beside it. */
import { COMPETENCES, INTERESTS, type MatrixCounts } from "../../contract";
import "./matrix.css";
import { drawMarks, placeMarks, type ZoneName } from "./matrix_marks";
import { signed } from "./numbers";
import { say, sayMany, useWords } from "./panel";

export type { ZoneName };

/** Rows go from the most wished for to the least. */
export const ROWS = [...INTERESTS].reverse();
export const ZONES: ZoneName[] = ["ready", "learning", "advice", "resting"];

export const cellKey = (row: number, column: number): string => `${row}-${column}`;

interface FigureProps {
  matrix: MatrixCounts;
  caption: string;
  /** The cell or the zone whose people are listed. */
  picked?: string | null;
  /** With it, each cell and each zone that holds someone is a button. */
  onPick?: (place: string) => void;
  /** The element that lists them. */
  lists?: string;
}

/** The table between its zones, each with its mark, its number and its name; in a narrow place they stand below. */
export function MatrixFigure(props: FigureProps) {
  const { words } = useWords();
  return (
    <div class="wk-mx-figure">
      <div class="wk-mx-drawn">
        <MatrixTable {...props} />
        <p aria-hidden="true" class="wk-mx-along">
          {say(words, "matrix.competence")}&nbsp;→
        </p>
        <ul class="wk-mx-zones">
          {ZONES.map((zone) => (
            <li key={zone} class={`wk-mx-at-${zone}`}>
              <Zone zone={zone} {...props} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function MatrixTable(props: FigureProps) {
  const { words } = useWords();
  return (
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
          <th scope="col" class="wk-mx-corner">
            <span>
              {say(words, "matrix.interest")}
              <span aria-hidden="true">&nbsp;↑</span>
            </span>
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
  );
}

function Cell(props: FigureProps & { row: number; column: number; count: number }) {
  const { words, lang } = useWords();
  const { matrix, row, column, count } = props;
  const zone = matrix.zones[row]?.[column] ?? "resting";
  const key = cellKey(row, column);
  const text = `${sayMany(words, lang, "matrix.people", count)}, ${sayMany(words, lang, `matrix.zone.${zone}`, count)}`;
  const inside = (
    <>
      <Marks zone={zone} count={count} matrix={matrix} wide={matrix.spread.wide[row]?.[column] ?? 0} />
      <span class="wk-visually-hidden">{text}</span>
    </>
  );
  if (props.onPick === undefined || count === 0) return <td class={`wk-mx-${zone}`}>{inside}</td>;
  return (
    <td class={`wk-mx-${zone}`}>
      <button type="button" aria-pressed={props.picked === key} aria-controls={props.lists} onClick={() => props.onPick?.(key)}>
        {inside}
      </button>
    </td>
  );
}

/** The marks of a cell, and beside them how many they are: nobody counts forty. */
function Marks({ zone, count, matrix, wide }: { zone: ZoneName; count: number; matrix: MatrixCounts; wide: number }) {
  if (count === 0) return null;
  const { across, down } = matrix.spread;
  return (
    <span class="wk-marks" aria-hidden="true">
      <svg viewBox={`0 0 ${across} ${down}`} class={`wk-shape-${zone}`} aria-hidden="true">
        <path d={drawMarks(zone, placeMarks(across, down, wide, count))} />
      </svg>
      <b>{count}</b>
    </span>
  );
}

function Zone(props: FigureProps & { zone: ZoneName }) {
  const { words, lang } = useWords();
  const { zone, matrix, onPick } = props;
  const count = matrix.in_zone[zone];
  const inside = (
    <>
      <span class="wk-mx-number">
        <svg viewBox="0 0 1 1" class={`wk-shape-${zone}`} aria-hidden="true">
          <path d={drawMarks(zone, [[0.5, 0.5]])} />
        </svg>
        <b>{count}</b>
      </span>{" "}
      <strong>{sayMany(words, lang, `matrix.zone.${zone}`, count)}</strong>
      <small>{say(words, `matrix.means.${zone}`)}</small>
    </>
  );
  if (onPick === undefined || count === 0) return <div class="wk-mx-zone">{inside}</div>;
  return (
    <button type="button" class="wk-mx-zone" aria-pressed={props.picked === zone} aria-controls={props.lists} onClick={() => onPick(zone)}>
      {inside}
    </button>
  );
}
