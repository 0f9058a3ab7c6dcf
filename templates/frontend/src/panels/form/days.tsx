/** When one can help: a few chips, and a word; or nothing. */
import { useRef, useState } from "preact/hooks";
import type { Day } from "../../contract";
import * as LIMITS from "../../limits";
import { Go } from "../kit/components";
import { useDraft } from "../kit/device";
import { say } from "../kit/panel";
import { answerOf, Standing, type Answer } from "../participant/page";
import { DAYS, FormPage, GIVEN, useForm, type Place } from "./pages";

const CHIPS: readonly Day[] = ["weekdays", "evenings", "weekends"];

export function Days({ back, goTo }: { back: Place; goTo: (place: Place) => void }) {
  const { model, words, send } = useForm();
  const [draft, setDraft] = useDraft("form:word");
  const [typed, type] = useState(draft !== "");
  const [chosen, choose] = useState<Day[] | null>(null);
  const [answer, tell] = useState<Answer | null>(null);
  const word = typed ? draft : model.word;
  const latest = useRef(word);
  latest.current = word;
  const days = chosen ?? model.days;
  const keep = async (next: Day[]): Promise<boolean> => {
    const reply = await send("say_days", { days: next, word });
    tell(answerOf(reply, say(words, "kept")));
    if (reply.ok && latest.current === word) {
      setDraft(""); // unless somebody typed on meanwhile
      type(false);
    }
    return reply.ok;
  };
  const toggle = (day: Day, on: boolean) => {
    const next = on ? [...days, day] : days.filter((one) => one !== day);
    choose(next);
    void keep(next).then(() => choose(null));
  };
  const goOn = async () => {
    if (word !== model.word && !(await keep(days))) return;
    goTo(GIVEN);
  };
  return (
    <FormPage
      at={DAYS}
      heading={say(words, "days-title")}
      foot={
        <>
          <Standing still answer={answer} />
          <Go onClick={() => void goOn()}>{say(words, "go-summary")}</Go>
          <div class="wkm-ways">
            <button type="button" class="wk-quiet-action" onClick={() => goTo(back)}>
              {say(words, "back")}
            </button>
          </div>
        </>
      }
    >
      <form
        class="wk-stack-wide"
        onSubmit={(event) => {
          event.preventDefault();
          void goOn();
        }}
      >
        <fieldset class="wkm-purposes">
          <legend class="wk-visually-hidden">{say(words, "days-title")}</legend>
          <p class="wk-quiet">{say(words, "days-lead")}</p>
          {CHIPS.map((day) => (
            <label key={day} class="wkm-tick">
              <input
                type="checkbox"
                name={day}
                checked={days.includes(day)}
                onChange={(event) => toggle(day, event.currentTarget.checked)}
              />
              <span>{say(words, `day.${day}`)}</span>
            </label>
          ))}
        </fieldset>
        <label class="wk-field">
          <b>{say(words, "word")}</b>
          <input
            type="text"
            name="word"
            maxLength={LIMITS.days_word.longest}
            value={word}
            onInput={(event) => {
              type(true);
              tell(null);
              setDraft(event.currentTarget.value);
            }}
          />
          <span class="wk-hint">{say(words, "word-hint")}</span>
        </label>
        <button type="submit" class="wk-visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
    </FormPage>
  );
}
