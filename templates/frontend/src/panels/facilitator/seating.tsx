/** Who sits at which table: people are placed, phones are told a round, and a hand moves anybody. */
import { useState } from "preact/hooks";
import type { PlannedTable, TableGuest } from "../../contract";
import * as LIMITS from "../../limits";
import { say, sayMany, usePanel } from "../kit/panel";
import { type Action, Confirm, Line, Quiet, Tick, Told, useAction } from "./action";
import { useArrival } from "./arrival";
import "./seating.css";

/** What is usual: more rounds than this tire a room. */
const ROUNDS = [1, 2, 3, 4, 5, 6];
const SIZES = [7, 8, 9];

export function SeatingPanel() {
  const { model, words } = usePanel<"facilitator", "seating">();
  const action = useAction();
  const heading = useArrival("#tables");
  const [looked, look] = useState<number | null>(null);
  const shown = Math.min(looked ?? Math.max(1, model.told), model.rounds.length);
  return (
    <div class="wkf-page">
      <section id="tables" class="wkf-seating" aria-label={say(words, "title")}>
        <h2 ref={heading} tabIndex={-1}>
          {say(words, "title")}
        </h2>
        <p class="wk-quiet">{say(words, "lead")}</p>
        {model.rounds.length === 0 ? null : <Reached />}
        {model.rounds.length === 0 ? null : <Tell action={action} onTold={() => look(null)} />}
        <Place action={action} onPlaced={() => look(null)} />
        <Told action={action} saved={say(words, "saved")} />
        {model.rounds.length < 2 ? null : <Rounds shown={shown} onLook={look} />}
        <Tables tables={model.rounds[shown - 1] ?? []} round={shown} action={action} />
        <Strays round={shown} action={action} />
      </section>
    </div>
  );
}

/** What the placing reached, of what can be. */
function Reached() {
  const { model, words } = usePanel<"facilitator", "seating">();
  return (
    <>
      <ul class="wkf-reached">
        <li>{model.sizes}</li>
        <li>{model.spread}</li>
        <li>{model.met}</li>
      </ul>
      {model.rounds.length > 1 && model.rounds.every((tables) => tables.length < 2) ? <p class="wkf-say">{say(words, "single")}</p> : null}
      {model.of_files ? <p class="wkf-say">{say(words, "of-files")}</p> : null}
    </>
  );
}

function Place({ action, onPlaced }: { action: Action; onPlaced: () => void }) {
  const { model, words, lang } = usePanel<"facilitator", "seating">();
  const [rounds, setRounds] = useState(model.rounds.length || 1);
  const [size, setSize] = useState(model.size);
  if (model.waiting < 2) return <p class="wk-quiet">{say(words, "nobody")}</p>;
  const place = async () => {
    if ((await action.act("seat_people", { rounds, size })).ok) onPlaced();
  };
  const again = model.rounds.length > 0;
  return (
    <div class="wkf-seating-place">
      <Choose label={say(words, "rounds")} of={ROUNDS} value={rounds} onChoose={setRounds} />
      <Choose label={say(words, "size")} of={SIZES} value={size} onChoose={setSize} />
      {again ? (
        <Confirm
          look="plain"
          question={say(words, "place.again.sure")}
          yes={say(words, "place.again")}
          no={say(words, "place.again.no")}
          busy={action.busy}
          onYes={() => void place()}
        >
          {say(words, "place.again")}
        </Confirm>
      ) : (
        <button type="button" class="wkf-button wkf-next" aria-disabled={action.busy} onClick={() => void place()}>
          {sayMany(words, lang, "place", model.waiting)}
        </button>
      )}
      <p role="status" class="wk-quiet">
        {action.busy ? say(words, "placing") : ""}
      </p>
    </div>
  );
}

function Choose(props: { label: string; of: readonly number[]; value: number; onChoose: (value: number) => void }) {
  const { label, of, value, onChoose } = props;
  const known = of.includes(value) ? of : [...of, value];
  return (
    <label class="wk-field">
      <b>{label}</b>
      <select value={value} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {known.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What phones are told, the next step first. */
function Tell({ action, onTold }: { action: Action; onTold: () => void }) {
  const { model, words } = usePanel<"facilitator", "seating">();
  const { told } = model;
  const rounds = model.rounds.length;
  if (model.of_files) return null;
  const tell = async (round: number) => {
    if ((await action.act("tell_round", { round })).ok) onTold();
  };
  return (
    <>
      <p role="status">
        {told === 0 ? say(words, "untold") : model.spoken ? say(words, "told", { round: told, rounds }) : say(words, "unspoken")}
      </p>
      <div class="wkf-buttons">
        {told === 0 || told < rounds ? (
          <button type="button" class="wkf-button wkf-next" aria-disabled={action.busy} onClick={() => void tell(told + 1)}>
            {told === 0 ? say(words, "tell") : say(words, "next", { round: told + 1, rounds })}
          </button>
        ) : null}
        {told === 0 ? null : (
          <button
            type="button"
            class="wkf-button"
            aria-pressed={model.shown}
            onClick={() => void action.act("cover_screen", { cover: model.shown ? "none" : "tables" })}
          >
            {say(words, model.shown ? "screen.off" : "screen")}
          </button>
        )}
        {told < 2 ? null : <Quiet onClick={() => void tell(told - 1)}>{say(words, "back", { round: told - 1 })}</Quiet>}
        {told === 0 ? null : <Quiet onClick={() => void tell(0)}>{say(words, "untell")}</Quiet>}
      </div>
      {model.pages > 1 ? <Turn action={action} /> : null}
      {told > 0 && told === rounds && rounds > 1 ? <p class="wk-quiet">{say(words, "last")}</p> : null}
    </>
  );
}

/** Which page of the plan the screen shows, and the ways on and back: it turns none by itself. */
function Turn({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "seating">();
  const { page, pages } = model;
  const turn = (to: number) => (to < 0 || to >= pages ? undefined : () => void action.act("turn_page", { page: to }));
  const [back, on] = [turn(page - 1), turn(page + 1)];
  return (
    <div class="wk-row" role="group" aria-label={say(words, "turn")}>
      <span role="status">{say(words, "page", { page: page + 1, pages })}</span>
      <button type="button" class="wkf-button" aria-disabled={back === undefined} onClick={back}>
        <span aria-hidden="true">←</span> {say(words, "turn.back")}
      </button>
      <button type="button" class="wkf-button" aria-disabled={on === undefined} onClick={on}>
        {say(words, page > 0 ? "turn.on" : "turn.names")} <span aria-hidden="true">→</span>
      </button>
    </div>
  );
}

function Rounds({ shown, onLook }: { shown: number; onLook: (round: number) => void }) {
  const { model, words } = usePanel<"facilitator", "seating">();
  return (
    <div class="wkf-seating-rounds" role="group" aria-label={say(words, "look")}>
      {model.rounds.map((_, index) => (
        <button key={index} type="button" class="wkf-toggle" aria-pressed={index + 1 === shown} onClick={() => onLook(index + 1)}>
          {say(words, "look")} {index + 1}
        </button>
      ))}
    </div>
  );
}

function Tables({ tables, round, action }: { tables: readonly PlannedTable[]; round: number; action: Action }) {
  return (
    <ul class="wkf-tables-plan">
      {tables.map((one) => (
        <li key={one.number} class="wk-card">
          <Card table={one} round={round} action={action} />
        </li>
      ))}
    </ul>
  );
}

function Card({ table, round, action }: { table: PlannedTable; round: number; action: Action }) {
  const { words, lang } = usePanel<"facilitator", "seating">();
  const [open, setOpen] = useState("");
  const here = table.people.filter((one) => one.here).length;
  return (
    <>
      <h3>{say(words, "table", { number: table.number })}</h3>
      <p class="wk-quiet">
        {sayMany(words, lang, "people", table.people.length)}
        {here === 0 ? null : `, ${sayMany(words, lang, "here", here)}`}
      </p>
      <Landmark table={table} action={action} />
      <ul class="wkf-guests">
        {table.people.map((one) => (
          <Guest
            key={one.id}
            guest={one}
            table={table.number}
            round={round}
            open={open === one.id}
            onOpen={() => setOpen(open === one.id ? "" : one.id)}
            action={action}
          />
        ))}
      </ul>
    </>
  );
}

interface Seated {
  guest: TableGuest;
  table: number | null;
  round: number;
  open: boolean;
  onOpen: () => void;
  action: Action;
}

/** Somebody at a table; pressed, it says what can be done for them. */
function Guest({ guest, table, round, open, onOpen, action }: Seated) {
  const { words } = usePanel<"facilitator", "seating">();
  const marks = [
    ...(guest.late ? [say(words, "late")] : []),
    ...(guest.here ? [say(words, "found")] : []),
    ...(guest.stays ? [say(words, "stays")] : []),
  ];
  return (
    <li>
      <button type="button" class="wkf-guest" aria-expanded={open} onClick={onOpen}>
        <b>{guest.name}</b>
        <small>{[guest.category, ...marks].filter(Boolean).join(", ")}</small>
      </button>
      {open ? <Hand guest={guest} table={table} round={round} onDone={onOpen} action={action} /> : null}
    </li>
  );
}

function Hand(props: { guest: TableGuest; table: number | null; round: number; onDone: () => void; action: Action }) {
  const { guest, table, round, onDone, action } = props;
  const { model, words } = usePanel<"facilitator", "seating">();
  const tables = model.rounds[round - 1] ?? [];
  const move = async (number: number) => {
    if ((await action.act("move_to_table", { participant: guest.id, round, number })).ok) onDone();
  };
  return (
    <div class="wkf-hand" role="group" aria-label={say(words, "move", { name: guest.name })}>
      <label class="wk-field">
        <b>{say(words, "move.to")}</b>
        <select value={table ?? ""} onChange={(event) => void move(Number(event.currentTarget.value))}>
          {table === null ? <option value="" /> : null}
          {tables.map((one) => (
            <option key={one.number} value={one.number}>
              {one.number} ({one.people.length})
            </option>
          ))}
        </select>
      </label>
      <Tick look="wkf-tick" ticked={guest.stays} onTick={(stays) => action.act("keep_at_table", { participant: guest.id, stays })}>
        <span>
          {say(words, "keep")}
          <small class="wk-quiet">{say(words, "keep.note")}</small>
        </span>
      </Tick>
    </div>
  );
}

/** Where a table stands, in words that phones say, and whether one comes to it easily. */
function Landmark({ table, action }: { table: PlannedTable; action: Action }) {
  const { words } = usePanel<"facilitator", "seating">();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const { number, landmark, easy } = table;
  const save = async (event: Event) => {
    event.preventDefault();
    if ((await action.act("describe_table", { number, landmark: typed, easy })).ok) setOpen(false);
  };
  const does = say(words, open ? "done" : landmark === "" ? "landmark" : "change");
  const begin = () => {
    setTyped(landmark);
    setOpen(!open);
  };
  return (
    <>
      <p class="wkf-landmark">
        {[landmark, ...(easy ? [say(words, "easy")] : [])].filter(Boolean).join(" – ")}{" "}
        <Quiet label={`${does} ${say(words, "table", { number })}`} onClick={begin}>
          {does}
        </Quiet>
      </p>
      {open ? (
        <form noValidate class="wkf-form" onSubmit={(event) => void save(event)}>
          <Line
            label={say(words, "landmark")}
            hint={say(words, "landmark.hint")}
            value={typed}
            most={LIMITS.landmark.longest}
            onInput={setTyped}
          />
          <Tick look="wkf-tick" ticked={easy} onTick={(now) => action.act("describe_table", { number, landmark: typed, easy: now })}>
            <span>{say(words, "easy")}</span>
          </Tick>
          <button type="submit" class="wkf-button">
            {say(words, "save")}
          </button>
        </form>
      ) : null}
    </>
  );
}

/** Who sits nowhere: present, and seated by nobody. */
function Strays({ round, action }: { round: number; action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "seating">();
  const [open, setOpen] = useState("");
  if (model.strays.length === 0) return null;
  return (
    <section aria-label={sayMany(words, lang, "strays", model.strays.length)}>
      <h3>{sayMany(words, lang, "strays", model.strays.length)}</h3>
      <ul class="wkf-guests">
        {model.strays.map((one) => (
          <Guest
            key={one.id}
            guest={one}
            table={null}
            round={round}
            open={open === one.id}
            onOpen={() => setOpen(open === one.id ? "" : one.id)}
            action={action}
          />
        ))}
      </ul>
    </section>
  );
}
