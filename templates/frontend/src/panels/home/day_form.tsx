/** The day and the hour of a workshop, changed in place. */
import { useState } from "preact/hooks";
import type { WorkshopCard } from "../../contract";
import { say, useWords } from "../kit/panel";
import { Button, type HomeAction, Refusal, refusalOf } from "./pieces";

/** Two lines: a day and an hour; the hour waits for a day. */
export function DayFields(props: { day: string; hour: string; onDay: (day: string) => void; onHour: (hour: string) => void }) {
  const { words } = useWords();
  return (
    <div class="wkh-days">
      <label class="wk-field">
        <span class="wk-label">
          {say(words, "new.day")} <small class="wk-quiet">({say(words, "optional")})</small>
        </span>
        <input type="date" value={props.day} onInput={(event) => props.onDay(event.currentTarget.value)} />
      </label>
      <label class="wk-field">
        <span class="wk-label">
          {say(words, "new.hour")} <small class="wk-quiet">({say(words, "optional")})</small>
        </span>
        <input type="time" value={props.hour} onInput={(event) => props.onHour(event.currentTarget.value)} />
      </label>
    </div>
  );
}

export function DayForm({ card, action, onDone }: { card: WorkshopCard; action: HomeAction; onDone: () => void }) {
  const { words } = useWords();
  const [day, setDay] = useState(card.day);
  const [hour, setHour] = useState(card.hour);
  const save = async () => {
    if ((await action.act("set_day", { workshop: card.id, day, hour: day === "" ? "" : hour })).ok) onDone();
  };
  return (
    <form
      class="wkh-form wkh-asks"
      aria-label={say(words, "day.change")}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DayFields day={day} hour={hour} onDay={setDay} onHour={setHour} />
      <Refusal sentence={refusalOf(action)} />
      <div class="wkh-buttons">
        <button type="submit" class="wkh-button" aria-disabled={action.busy}>
          {say(words, "save")}
        </button>
        <Button onClick={onDone}>{say(words, "cancel")}</Button>
      </div>
    </form>
  );
}
