/** What somebody without a phone can do, as they say it: all of it optional, kept together with one press. */
import { useState } from "preact/hooks";
import type { Car, Day, Terms as Said, Voice } from "../../contract";
import * as LIMITS from "../../limits";
import { say } from "../kit/panel";
import { Field, Told, useSaying, useSpeaking } from "./speaking";

const DAYS: readonly Day[] = ["weekdays", "evenings", "weekends"];
const NUMBERS = [1, 2, 3, 4, 5, 10];
const CARS: readonly Car[] = ["yes", "no", "unsaid"];

/** Where it was said elsewhere it is not read, and so not asked for either. */
export function Terms({ voice }: { voice: Voice }) {
  if (voice.terms === null) return null;
  return <Asking voice={voice} terms={voice.terms} />;
}

function Asking({ voice, terms }: { voice: Voice; terms: Said }) {
  const { words } = useSpeaking();
  const saying = useSaying();
  const { until_said: _words, languages: kept, ...said } = terms;
  const [asked, setAsked] = useState(said);
  const [languages, setLanguages] = useState(kept.join(", "));
  const change = (changes: Partial<typeof asked>) => {
    saying.clear();
    setAsked({ ...asked, ...changes });
  };
  const toggled = <K extends string>(list: K[], one: K): K[] => (list.includes(one) ? list.filter((each) => each !== one) : [...list, one]);
  const spoken = languages
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const keep = () => saying.act("say_terms_as", { participant: voice.id, ...asked, languages: spoken });
  const numbers = [...new Set([...NUMBERS, asked.max_missions])].sort((a, b) => a - b);
  const sectors = [...new Set([...voice.reach, ...asked.reach])];
  return (
    <details class="wkv-fold wkv-terms">
      <summary>{say(words, "terms.title", { pseudonym: voice.pseudonym })}</summary>
      <p class="wk-quiet">{say(words, "terms.lead")}</p>
      <Ticks
        legend={say(words, "terms.days")}
        choices={DAYS.map((one) => ({ key: one, label: say(words, `terms.day.${one}`) }))}
        values={asked.days}
        onToggle={(day) => change({ days: toggled(asked.days, day) })}
      />
      {sectors.length === 0 ? null : (
        <Ticks
          legend={say(words, "terms.reach")}
          choices={sectors.map((one) => ({ key: one, label: one }))}
          values={asked.reach}
          onToggle={(sector) => change({ reach: toggled(asked.reach, sector) })}
        />
      )}
      <div class="wkv-columns">
        <label class="wk-field">
          <b>{say(words, "terms.missions")}</b>
          <select value={asked.max_missions} onChange={(event) => change({ max_missions: Number(event.currentTarget.value) })}>
            {numbers.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label class="wk-field">
          <b>{say(words, "terms.car")}</b>
          <select value={asked.car} onChange={(event) => change({ car: event.currentTarget.value as Car })}>
            {CARS.map((one) => (
              <option key={one} value={one}>
                {say(words, `terms.car-${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="wk-field">
          <b>{say(words, "terms.until")}</b>
          <input type="date" value={asked.until} onInput={(event) => change({ until: event.currentTarget.value })} />
        </label>
        <Field label={say(words, "terms.often")} value={asked.often} onInput={(often) => change({ often })} most={LIMITS.often.longest} />
        <Field
          label={say(words, "terms.languages")}
          value={languages}
          onInput={(text) => {
            saying.clear();
            setLanguages(text);
          }}
          most={LIMITS.often.longest}
        />
      </div>
      <button type="button" class="wk-go wk-second" onClick={() => void keep()}>
        {say(words, "terms.go")}
      </button>
      <Told saying={saying} />
    </details>
  );
}

function Ticks<K extends string>(props: { legend: string; choices: { key: K; label: string }[]; values: K[]; onToggle: (key: K) => void }) {
  return (
    <fieldset class="wkv-checks">
      <legend>
        <b>{props.legend}</b>
      </legend>
      {props.choices.map(({ key, label }) => (
        <label key={key} class="wk-check">
          <input type="checkbox" checked={props.values.includes(key)} onChange={() => props.onToggle(key)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
