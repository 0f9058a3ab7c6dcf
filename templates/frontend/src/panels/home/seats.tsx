/** Seats and memory in one sentence; the number of seats is changed in place while the room is closed. */
import { useState } from "preact/hooks";
import { say, sayMany, usePanel } from "../kit/panel";
import { addressOf, windowOf } from "./door";
import { Button, type HomeAction, Word } from "./pieces";

const CLOSED = ["closed", "failed", "stopped", "pulled-out"];

export function Seats({ action }: { action: HomeAction }) {
  const [changing, change] = useState(false);
  const { model, words, lang } = usePanel<"home", "home">();
  const { card, room } = model.chosen!;
  if (card.standing === "ended" || room.state === "elsewhere" || room.seats === 0) return null;
  const { expected } = card.people;
  const { memory } = room;
  const key = memory.enough ? "seats.enough" : "seats.short";
  if (changing) return <SeatsForm action={action} onDone={() => change(false)} />;
  return (
    <p>
      <b>
        {sayMany(words, lang, expected > 0 ? "seats.expected" : "seats", room.seats, {
          people: sayMany(words, lang, "people.expected", expected),
        })}
      </b>{" "}
      {sayMany(words, lang, key, memory.fits)} <Taken />{" "}
      {CLOSED.includes(room.state) ? <Word onClick={() => change(true)}>{say(words, "seats.change")}</Word> : <HowToAdd />}
    </p>
  );
}

/** Where the number of seats cannot be changed now, how it can: who waits before a full room has to be let in. */
function HowToAdd() {
  const { model, words } = usePanel<"home", "home">();
  const { state, taken, seats, entrance } = model.chosen!.room;
  if (state === "prepared") return <span class="wkh-quiet">{say(words, "seats.close-pages-first")}</span>;
  if (state !== "open") return null;
  if (taken < seats && entrance.waiting === 0) return <span class="wkh-quiet">{say(words, "seats.close-first")}</span>;
  return <b>{say(words, "seats.full")}</b>;
}

/** The seats that are taken, by how many devices, how many joined; who waits or was held back lately, and the way to the door. */
function Taken() {
  const { model, words, lang } = usePanel<"home", "home">();
  const { room, card } = model.chosen!;
  const { kept, devices, waiting, slowed, turned } = room.entrance;
  if (room.state !== "open" || room.taken + waiting + slowed + turned === 0) return null;
  const taken = sayMany(words, lang, "seats.taken", room.taken).replace(/\.$/, "");
  return (
    <>
      {taken} {sayMany(words, lang, "seats.devices", devices)}
      {devices < room.taken ? ` ${say(words, "seats.alike")}` : ""}, {sayMany(words, lang, "seats.kept", kept)}.{" "}
      {waiting > 0 ? `${sayMany(words, lang, "seats.waiting", waiting)} ` : ""}
      {slowed + turned > 0 ? `${sayMany(words, lang, "seats.held", slowed + turned)} ` : ""}
      <a class="wkh-word" href={`${addressOf(room.facilitator, "room")}#door`} target={windowOf(card.id)}>
        {say(words, "seats.look")}
        <span class="wk-visually-hidden"> {say(words, "new-tab")}</span>
      </a>
    </>
  );
}

function SeatsForm({ action, onDone }: { action: HomeAction; onDone: () => void }) {
  const { model, words } = usePanel<"home", "home">();
  const { card, room } = model.chosen!;
  const [seats, setSeats] = useState(String(room.seats));
  const save = async () => {
    if ((await action.act("set_seats", { workshop: card.id, seats: Number(seats) })).ok) onDone();
  };
  return (
    <form
      class="wkh-form wkh-asks"
      aria-label={say(words, "seats.change")}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label class="wk-field">
        <span class="wk-label">{say(words, "seats.field")}</span>
        <input type="number" min={1} max={1000} required value={seats} onInput={(event) => setSeats(event.currentTarget.value)} />
      </label>
      <div class="wkh-buttons">
        <button type="submit" class="wkh-button" aria-disabled={action.busy}>
          {say(words, "save")}
        </button>
        <Button onClick={onDone}>{say(words, "cancel")}</Button>
      </div>
    </form>
  );
}
