/** One's own table: a number that is seen from afar, where it stands, and who else sits there. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { OwnTable } from "../../contract";
import { Go, Said } from "../kit/components";
import { say, usePanel, type Words } from "../kit/panel";

export function Table() {
  const { model } = usePanel<"participant", "seat">();
  const { table } = model;
  if (table === null) return null;
  return (
    <>
      <Moved table={table} />
      <Mine key={table.round} table={table} />
    </>
  );
}

/** Who writes has scrolled to the field, where the card is not seen: that the table changed is said over the page until it is read. */
function Moved({ table }: { table: OwnTable }) {
  const words = table.said as Words;
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(table.number);
  const [told, tell] = useState<number | null>(null);
  const card = () => place.current?.parentElement?.querySelector<HTMLElement>(".wkt > summary");
  useLayoutEffect(() => {
    const away = (card()?.getBoundingClientRect().bottom ?? 0) <= 0;
    if (before.current !== table.number) tell(away ? table.number : null);
    before.current = table.number;
  }, [table.number]);
  const show = () => {
    tell(null);
    card()?.scrollIntoView({ block: "center" });
    card()?.focus();
  };
  const shown = told === table.number && !table.here;
  return (
    <div ref={place} class="wkt-moved" role="status">
      {shown ? (
        <>
          <p>
            {say(words, "moved", { number: table.number })} {table.landmark}
          </p>
          <Go onClick={show}>{say(words, "moved.see")}</Go>
        </>
      ) : null}
    </div>
  );
}

/** Open until one is there: a new round opens it again. */
function Mine({ table }: { table: OwnTable }) {
  const [open, fold] = useState(!table.here);
  useEffect(() => {
    if (table.here) fold(false);
  }, [table.here]);
  const words = table.said as Words;
  return (
    <details class="wkt" open={open} onToggle={(event) => fold(event.currentTarget.open)}>
      <summary>
        <b class="wkt-number">{say(words, "line", { number: table.number })}</b>
        {table.rounds > 1 ? <span class="wk-quiet">{say(words, "round", { round: table.round, rounds: table.rounds })}</span> : null}
      </summary>
      {table.landmark === "" ? null : <p class="wkt-landmark">{table.landmark}</p>}
      <With table={table} words={words} />
      <Next table={table} words={words} />
      <Answers table={table} words={words} />
    </details>
  );
}

interface Shown {
  table: OwnTable;
  words: Words;
}

function With({ table, words }: Shown) {
  if (table.neighbours.length === 0) return <p class="wk-quiet">{say(words, "alone")}</p>;
  return (
    <>
      <h2>{say(words, "with")}</h2>
      <ul class="wkt-people">
        {table.neighbours.map((one) => (
          <li key={one.pseudonym}>
            {one.pseudonym}
            {one.category === "" ? null : <small>{one.category}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Next({ table, words }: Shown) {
  const { next, number } = table;
  if (next === null) return null;
  return <p class="wk-quiet">{next === number ? say(words, "next.same") : say(words, "next", { number: next })}</p>;
}

function Answers({ table, words }: Shown) {
  const { send } = usePanel<"participant", "seat">();
  const [refused, tell] = useState("");
  const sent = async (reply: ReturnType<typeof send>) => {
    const { ok, sentence } = await reply;
    tell(ok ? "" : (sentence ?? ""));
  };
  const stay = (stays: boolean) => void sent(send("stay_at_table", { stays }));
  return (
    <div class="wkt-answers">
      {table.here ? <Said good>{say(words, "here.said")}</Said> : <Go onClick={() => void sent(send("say_here"))}>{say(words, "here")}</Go>}
      {table.stays ? (
        <>
          <Said good>{say(words, "stay.said", { number: table.number })}</Said>
          <button type="button" class="wk-quiet-action" onClick={() => stay(false)}>
            {say(words, "stay.undo")}
          </button>
        </>
      ) : (
        <Go second onClick={() => stay(true)}>
          {say(words, "stay")}
        </Go>
      )}
      {refused === "" ? null : <Said good={false}>{refused}</Said>}
    </div>
  );
}
