/** The counts of a matrix as a plain table, with what its rows and columns add up to: to be read out, or copied. */
import { COMPETENCES, type MatrixCounts } from "../../contract";
import { ROWS } from "../kit/matrix";
import { signed } from "../kit/numbers";
import { say, useWords } from "../kit/panel";

const sum = (counts: number[]): number => counts.reduce((one, other) => one + other, 0);

export function MatrixNumbers({ matrix, caption }: { matrix: MatrixCounts; caption: string }) {
  const { words } = useWords();
  return (
    <details class="wkf-mx-numbers">
      <summary>{say(words, "numbers")}</summary>
      <div class="wkf-scroll">
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say(words, "numbers.corner")}</th>
              {COMPETENCES.map((competence) => (
                <th key={competence} scope="col">
                  {competence}
                </th>
              ))}
              <th scope="col">{say(words, "numbers.total")}</th>
            </tr>
          </thead>
          <tbody>
            {matrix.counts.map((counts, row) => (
              <tr key={row}>
                <th scope="row">{signed(ROWS[row] ?? 0)}</th>
                {counts.map((count, column) => (
                  <td key={column}>{count}</td>
                ))}
                <td>{sum(counts)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say(words, "numbers.total")}</th>
              {COMPETENCES.map((competence, column) => (
                <td key={competence}>{sum(matrix.counts.map((counts) => counts[column] ?? 0))}</td>
              ))}
              <td>{matrix.answered}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </details>
  );
}
