/** The day and the hour of a workshop, changed in place. */
import { useState } from "preact/hooks";
import type { WorkshopCard } from "../../contract";
import { say, useWords } from "../kit/panel";
import { sayDay } from "../kit/days";
import { Button, type HomeAction, Refusal, refusalOf } from "./pieces";

/** Whether a day that is typed whole lies behind this device's: a year typed wrong is pointed out, and not refused. */
function isPast(day: string): boolean {
  const now = new Date();
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  return day !== "" && day < today;
}

/** Two lines: a day and an hour; the hour waits for a day. */
export function DayFields(props: { day: string; hour: string; onDay: (day: string) => void; onHour: (hour: string) => void }) {
  const { words, lang } = useWords();
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
      <p role="status" class="wk-quiet">
        {isPast(props.day) ? say(words, "new.day-past", { day: sayDay(lang, props.day) }) : null}
      </p>
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
