/** A new workshop: a title and a territory are enough; what is missing is said at its field. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { LANGUAGES } from "../../contract";
import * as LIMITS from "../../limits";
import { Chips } from "../kit/components";
import { say, usePanel, useWords } from "../kit/panel";
import { DayFields } from "./day_form";
import { Button, type HomeAction } from "./pieces";
import { show } from "./view";

export function NewWorkshop({ action }: { action: HomeAction }) {
  const { model, words, lang } = usePanel<"home", "home">();
  const [title, setTitle] = useState("");
  const [territory, setTerritory] = useState("");
  const [day, setDay] = useState("");
  const [hour, setHour] = useState("");
  const [language, setLanguage] = useState(lang);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLInputElement>("[name=title]")?.focus(), []);
  const missing = { title: title.trim() === "", territory: territory.trim() === "" };
  const make = async () => {
    setTried(true);
    if (missing.title || missing.territory) {
      form.current?.querySelector<HTMLInputElement>(missing.title ? "[name=title]" : "[name=territory]")?.focus();
      return;
    }
    // half a day is no day: the browser would send nothing of it
    const half = [...(form.current?.querySelectorAll("input") ?? [])].find((input) => input.validity?.badInput);
    if (half !== undefined) {
      half.focus();
      half.reportValidity();
      return;
    }
    const asked = { title: title.trim(), territory: territory.trim(), language, day, hour: day === "" ? "" : hour };
    if ((await action.act("start_workshop", asked)).ok) show("workshop");
  };
  return (
    <form
      ref={form}
      class="wkh-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h1>{say(words, "new")}</h1>
      <Field
        name="title"
        value={title}
        most={LIMITS.workshop_title.longest}
        missing={tried && missing.title}
        onInput={(text) => setTitle(text)}
      />
      <Field
        name="territory"
        value={territory}
        most={LIMITS.workshop_territory.longest}
        missing={tried && missing.territory}
        onInput={(text) => setTerritory(text)}
      />
      <DayFields day={day} hour={hour} onDay={setDay} onHour={setHour} />
      <Chips
        legend={say(words, "new.language")}
        choices={LANGUAGES.map((one) => ({ key: one, label: say(words, `language.${one}`) }))}
        value={language as (typeof LANGUAGES)[number]}
        onChoose={setLanguage}
      />
      <p class="wkh-folder">{say(words, "new.folder", { place: model.shelf.trail.join(" › ") })}</p>
      <div class="wkh-buttons">
        <button type="submit" class="wkh-button wkh-main" aria-disabled={action.busy}>
          {say(words, "new.go")}
        </button>
        <Button onClick={() => show("workshop")}>{say(words, "cancel")}</Button>
      </div>
    </form>
  );
}

function Field(props: { name: "title" | "territory"; value: string; most: number; missing: boolean; onInput: (text: string) => void }) {
  const { words } = useWords();
  const { name, missing } = props;
  return (
    <div class="wk-field">
      <label class="wk-label" for={`wkh-${name}`}>
        {say(words, `new.${name}-field`)}
      </label>
      <p id={`wkh-${name}-hint`} class="wkh-hint">
        {say(words, `new.${name}-hint`)}
      </p>
      <input
        id={`wkh-${name}`}
        name={name}
        value={props.value}
        maxLength={props.most}
        required
        autocomplete="off"
        aria-invalid={missing}
        aria-describedby={missing ? `wkh-${name}-error wkh-${name}-hint` : `wkh-${name}-hint`}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      {missing ? (
        <p id={`wkh-${name}-error`} class="wkh-error" role="alert">
          {say(words, `new.${name}-missing`)}
        </p>
      ) : null}
    </div>
  );
}
