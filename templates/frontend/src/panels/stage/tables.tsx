/** The plan of the tables: numbers that the back of the hall reads, then who sits where, a page after the other. */
import type { Moment, ScreenTables } from "../../contract";
import { say, sayMany, useWords } from "../kit/panel";
import { PageNumber } from "./pages";
import { Foot, TimeLeft } from "./pieces";

export function Tables({ model }: { model: ScreenTables }) {
  return (
    <>
      {model.page === 0 ? <Plan model={model} /> : <People model={model} />}
      <Foot>
        <Round model={model} />
        <TimeLeft />
        <PageNumber />
      </Foot>
    </>
  );
}

/** When phones say their table: afterwards nobody changes tables, and the screen promises nothing of phones. */
const SPOKEN: readonly Moment[] = ["welcome", "choice", "writing", "reveal", "vote", "results"];

/** In which round, and what somebody does who comes late. */
function Round({ model }: { model: ScreenTables }) {
  const { words } = useWords();
  const { round, rounds } = model;
  return (
    <p class="wk-big-quiet">
      {rounds > 1 ? `${say(words, "tables.round", { round, rounds })} ` : ""}
      {SPOKEN.includes(model.moment) ? say(words, "tables.late") : ""}
    </p>
  );
}

function Plan({ model }: { model: ScreenTables }) {
  const { words, lang } = useWords();
  const named = model.tables.length <= NAMED; // of more, the next pages and each phone say where it stands
  return (
    <>
      <h2 class="wk-tables-title">{say(words, SPOKEN.includes(model.moment) ? "tables.title" : "tables.find")}</h2>
      <ul class={`wk-tables ${sizeOfPlan(model.tables.length)}`}>
        {model.tables.map((one) => (
          <li key={one.number}>
            <b>{one.number}</b>
            {named ? <span>{one.landmark || sayMany(words, lang, "tables.people", one.seats)}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Tables beside whose numbers there is room for words. */
const NAMED = 14;

/** How large the numbers can be: ten tables stand in two rows, twenty-eight in four. */
function sizeOfPlan(tables: number): string {
  if (tables <= 10) return "";
  return tables <= 28 ? "wk-tables-many" : "wk-tables-most";
}

/** Signs that a line of a list holds, about, and the lines that a page holds in letters of each size. */
const SIGNS = 20;
const LINES = { "": 10, "wk-tables-long": 15 };

function sizeOfList(model: ScreenTables): string {
  const lines = model.tables.map((one) => one.people.reduce((sum, name) => sum + Math.ceil(name.length / SIGNS), 0));
  const longest = Math.max(0, ...lines);
  if (longest <= LINES[""]) return "";
  return longest <= LINES["wk-tables-long"] ? "wk-tables-long" : "wk-tables-longest";
}

function People({ model }: { model: ScreenTables }) {
  const { words, lang } = useWords();
  return (
    <ul class={`wk-tables-people ${sizeOfList(model)}`}>
      {model.tables.map((one) => (
        <li key={one.number}>
          <h2>{say(words, "tables.table", { number: one.number })}</h2>
          <p class="wk-quiet">{one.landmark || sayMany(words, lang, "tables.people", one.seats)}</p>
          <ul>
            {one.people.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
