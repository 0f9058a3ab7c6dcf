/** Seats and memory in one sentence; the number of seats is asked for where one opens. */
import { sayMany, usePanel } from "../kit/panel";

export function Seats() {
  const { model, words, lang } = usePanel<"home", "home">();
  const { card, room } = model.chosen!;
  if (card.standing === "ended" || room.state === "elsewhere" || room.seats === 0) return null;
  const { expected } = card.people;
  const { memory } = room;
  const key = memory.enough ? "seats.enough" : "seats.short";
  return (
    <p>
      <b>
        {sayMany(words, lang, expected > 0 ? "seats.expected" : "seats", room.seats, {
          people: sayMany(words, lang, "people.expected", expected),
        })}
      </b>{" "}
      {sayMany(words, lang, key, memory.fits)}{" "}
      {room.state === "open" && room.taken > 0 ? sayMany(words, lang, "seats.taken", room.taken) : ""}
    </p>
  );
}
