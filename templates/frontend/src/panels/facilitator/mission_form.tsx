/** Writing a mission: what is to be done, by how many, with which competence; the rest is folded until it is wanted. */
import { useId, useState } from "preact/hooks";
import { COMPETENCES, type BookedMission, type Day } from "../../contract";
import * as LIMITS from "../../limits";
import { say, usePanel, useWords } from "../kit/panel";
import { Told, Line, Quiet, useAction } from "./action";

const DAYS: Day[] = ["weekdays", "evenings", "weekends"];
const IMPORTANCES = ["first", "usual", "last"] as const;
/** A mission for two is begun with: one person alone gives up sooner. */
const PLACES_TO_BEGIN = 2;

/** What a mission consists of, as it is typed. */
interface Typed {
  title: string;
  places: string;
  min_places: string;
  min_competence: string;
  sector: string;
  importance: string;
  first_date: string;
  last_date: string;
  begins: string;
  finishes: string;
  days: Day[];
  car: boolean;
  language: string;
  owner: string;
}

const read = (mission: BookedMission | undefined): Typed => ({
  title: mission?.title ?? "",
  places: String(mission?.places ?? PLACES_TO_BEGIN),
  min_places: String(mission?.min_places ?? 0),
  min_competence: String(mission?.min_competence ?? 0),
  sector: mission?.sector ?? "",
  importance: String(mission?.importance ?? 2),
  first_date: mission?.first_date ?? "",
  last_date: mission?.last_date ?? "",
  begins: mission?.begins ?? "",
  finishes: mission?.finishes ?? "",
  days: DAYS.filter((one) => mission?.days.includes(one)),
  car: mission?.car ?? false,
  language: mission?.language ?? "",
  owner: mission?.owner ?? "",
});

export function MissionForm(props: { challenge: string; mission?: BookedMission; onDone: () => void }) {
  const { words } = useWords();
  const action = useAction();
  const { mission } = props;
  const [typed, type] = useState(() => read(mission));
  const set = (changes: Partial<Typed>) => type((before) => ({ ...before, ...changes }));
  const save = async () => {
    const { places, min_places, min_competence, importance, ...told } = typed;
    const entries = {
      ...told,
      places: Number(places),
      min_places: Number(min_places),
      min_competence: Number(min_competence),
      importance: Number(importance),
    };
    const answer =
      mission === undefined
        ? await action.act("add_mission", { challenge: props.challenge, ...entries })
        : await action.act("change_mission", { mission: mission.id, ...entries });
    if (answer.ok) props.onDone();
  };
  return (
    <form
      class="wk-card wkf-mission-form"
      aria-label={mission === undefined ? say(words, "add") : say(words, "edit-of", { mission: typed.title })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Line label={say(words, "field.title")} value={typed.title} onInput={(title) => set({ title })} most={LIMITS.mission_title.longest} />
      <Few typed={typed} set={set} />
      <details class="wkf-fold wkf-fold-tight" open={holdsMore(mission)}>
        <summary>{say(words, "more")}</summary>
        <More typed={typed} set={set} />
      </details>
      <Told action={action} />
      <div class="wk-row">
        <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
          {say(words, "save")}
        </button>
        <Quiet onClick={props.onDone}>{say(words, "cancel")}</Quiet>
      </div>
    </form>
  );
}

/** Whether a mission says something that stands folded. */
const holdsMore = (mission: BookedMission | undefined): boolean =>
  mission !== undefined &&
  (mission.car ||
    mission.days.length > 0 ||
    mission.importance !== 2 ||
    [mission.last_date, mission.begins, mission.language].some(Boolean));

interface Fields {
  typed: Typed;
  set: (changes: Partial<Typed>) => void;
}

/** What every mission is asked. */
function Few({ typed, set }: Fields) {
  const { model, words } = usePanel<"facilitator", "missions">();
  return (
    <div class="wkf-form-row">
      <NumberLine label={say(words, "field.places")} limits={LIMITS.places} value={typed.places} onInput={(places) => set({ places })} />
      <NumberLine
        label={say(words, "field.min-places")}
        hint={say(words, "field.min-places.how")}
        limits={LIMITS.min_places}
        value={typed.min_places}
        onInput={(min_places) => set({ min_places })}
      />
      <label class="wk-field">
        <b>{say(words, "field.min-competence")}</b>
        <select value={typed.min_competence} onChange={(event) => set({ min_competence: event.currentTarget.value })}>
          {COMPETENCES.map((one) => (
            <option key={one} value={one}>
              {one === 0 ? `0 · ${say(words, "no-minimum")}` : one}
            </option>
          ))}
        </select>
      </label>
      <label class="wk-field">
        <b>{say(words, "field.sector")}</b>
        <select value={typed.sector} onChange={(event) => set({ sector: event.currentTarget.value })}>
          <option value="">{say(words, "anywhere")}</option>
          {typed.sector === "" || model.sectors.includes(typed.sector) ? null : <option value={typed.sector}>{typed.sector}</option>}
          {model.sectors.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** What some missions are asked besides. */
function More({ typed, set }: Fields) {
  const { words } = useWords();
  const field = (name: "first_date" | "last_date" | "begins" | "finishes", kind: "date" | "time") => (
    <label class="wk-field">
      <b>{say(words, `field.${name.replace("_", "-")}`)}</b>
      <input type={kind} value={typed[name]} onInput={(event) => set({ [name]: event.currentTarget.value })} />
    </label>
  );
  return (
    <div class="wk-stack-tight">
      <div class="wkf-form-row wkf-form-four">
        {field("first_date", "date")}
        {field("last_date", "date")}
        {field("begins", "time")}
        {field("finishes", "time")}
      </div>
      <fieldset class="wkf-form-ticks">
        <legend>
          <b>{say(words, "field.days")}</b>
        </legend>
        {DAYS.map((day) => (
          <label key={day} class="wk-check">
            <input
              type="checkbox"
              checked={typed.days.includes(day)}
              onChange={(event) =>
                set({ days: DAYS.filter((one) => (one === day ? event.currentTarget.checked : typed.days.includes(one))) })
              }
            />
            {say(words, `day.${day}`)}
          </label>
        ))}
        <label class="wk-check">
          <input type="checkbox" checked={typed.car} onChange={(event) => set({ car: event.currentTarget.checked })} />
          {say(words, "field.car")}
        </label>
      </fieldset>
      <div class="wkf-form-row wkf-form-three">
        <label class="wk-field">
          <b>{say(words, "field.importance")}</b>
          <select value={typed.importance} onChange={(event) => set({ importance: event.currentTarget.value })}>
            {IMPORTANCES.map((one, at) => (
              <option key={one} value={at + 1}>
                {say(words, `importance.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Line
          label={say(words, "field.language")}
          value={typed.language}
          onInput={(language) => set({ language })}
          most={LIMITS.language.longest}
        />
        <Line name label={say(words, "field.owner")} value={typed.owner} onInput={(owner) => set({ owner })} most={LIMITS.owner.longest} />
      </div>
    </div>
  );
}

function NumberLine(props: {
  label: string;
  hint?: string;
  limits: { least: number; most: number };
  value: string;
  onInput: (text: string) => void;
}) {
  const hint = useId();
  return (
    <label class="wk-field">
      <b>{props.label}</b>
      <input
        type="number"
        min={props.limits.least}
        max={props.limits.most}
        value={props.value}
        aria-describedby={props.hint === undefined ? undefined : hint}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      {props.hint === undefined ? null : (
        <span id={hint} class="wkf-hint">
          {props.hint}
        </span>
      )}
    </label>
  );
}
