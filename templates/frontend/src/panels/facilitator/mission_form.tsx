/** Writing a mission: what is to be done, by how many, with which competence; the rest is folded until it is wanted. */
import { createContext, type ComponentChildren } from "preact";
import { useContext, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { COMPETENCES, type BookedMission, type Day } from "../../contract";
import * as LIMITS from "../../limits";
import { forget, recall, remember } from "../kit/device";
import { say, usePanel, useWords } from "../kit/panel";
import { type Fault, Line, Quiet, Told, useAction } from "./action";

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

/** What is typed of a mission that was not saved yet is kept on the device, a new one under its challenge. */
const draftOf = (challenge: string, mission: BookedMission | undefined): string =>
  `draft:mission:${mission === undefined ? `new:${challenge}` : mission.id}`;

export const isBegun = (challenge: string, mission?: BookedMission): boolean => recall(draftOf(challenge, mission)) !== null;

/** `onDone` is told the id of a mission that was saved, nothing when it was left. */
export function MissionForm(props: { challenge: string; mission?: BookedMission; onDone: (saved?: string) => void }) {
  const { words } = useWords();
  const action = useAction();
  const { challenge, mission } = props;
  const draft = draftOf(challenge, mission);
  const form = useRef<HTMLFormElement>(null);
  const [found] = useState(() => recall<Partial<Typed>>(draft));
  const [typed, type] = useState<Typed>(() => ({ ...read(mission), ...found }));
  const [unfinished, setUnfinished] = useState<keyof Typed | null>(null);
  const refused = action.answer?.ok === false ? action.answer : null;
  const wrong = unfinished ?? (isField(refused?.field) ? refused.field : null);
  useLayoutEffect(() => {
    if (found === null) form.current?.querySelector("input")?.focus(); // what was found again was not asked for just now
  }, []);
  useLayoutEffect(() => {
    if (wrong !== null) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [action.answer, unfinished]);
  const set = (changes: Partial<Typed>) => {
    const now = { ...typed, ...changes };
    type(now);
    remember(draft, now);
    if (wrong === null || !(wrong in changes)) return;
    setUnfinished(null);
    action.clear();
  };
  const save = async () => {
    const half = [...(form.current?.querySelectorAll("input") ?? [])].find((one) => one.validity.badInput)?.name;
    setUnfinished(isField(half) ? half : null);
    if (isField(half)) return;
    const { places, min_places, min_competence, importance, ...told } = typed;
    const entries = {
      ...told,
      places: Number(places),
      min_places: Number(min_places),
      min_competence: Number(min_competence),
      importance: Number(importance),
    };
    forget(draft); // on its way it is kept there
    const answer =
      mission === undefined
        ? await action.act("add_mission", { challenge, ...entries })
        : await action.act("change_mission", { mission: mission.id, ...entries });
    if (!answer.ok) remember(draft, typed);
    else props.onDone(answer.result?.id ?? mission?.id);
  };
  return (
    <form
      ref={form}
      class="wk-card wkf-mission-form"
      noValidate
      aria-label={mission === undefined ? say(words, "add") : say(words, "edit-of", { mission: typed.title })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {found === null ? null : <p class="wk-quiet">{say(words, "draft")}</p>}
      <FaultContext.Provider
        value={{ field: wrong, sentence: unfinished === null ? (refused?.sentence ?? "") : say(words, "day-unfinished") }}
      >
        <Held name="title">
          {(fault) => (
            <Line
              label={say(words, "field.title")}
              value={typed.title}
              onInput={(title) => set({ title })}
              most={LIMITS.mission_title.longest}
              fault={fault}
            />
          )}
        </Held>
        <Few typed={typed} set={set} />
        <details class="wkf-fold wkf-fold-tight" open={holdsMore(mission) || holdsMore(found) || (wrong !== null && MORE.includes(wrong))}>
          <summary>{say(words, "more")}</summary>
          <More typed={typed} set={set} />
        </details>
      </FaultContext.Provider>
      {wrong === null ? <Told action={action} /> : null}
      <div class="wk-row">
        <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
          {say(words, "save")}
        </button>
        <Quiet
          onClick={() => {
            forget(draft);
            props.onDone();
          }}
        >
          {say(words, "cancel")}
        </Quiet>
      </div>
    </form>
  );
}

/** The entries that stand folded. */
const MORE: (keyof Typed)[] = ["importance", "first_date", "last_date", "begins", "finishes", "days", "language", "owner"];
const isField = (name: string | undefined): name is keyof Typed => name !== undefined && name in read(undefined);

/** Which entry was refused, and why. */
const FaultContext = createContext<{ field: keyof Typed | null; sentence: string }>({ field: null, sentence: "" });

/** An entry that is marked while it is refused, with the reason below it; in a row, below the row. */
function Held({ name, children }: { name: keyof Typed; children: (fault: Fault) => ComponentChildren }) {
  const { field, sentence } = useContext(FaultContext);
  const reason = useId();
  if (field !== name) return <>{children({})}</>;
  return (
    <>
      {children({ "aria-invalid": true, "aria-describedby": reason })}
      <p id={reason} role="alert" class="wk-refused">
        {sentence}
      </p>
    </>
  );
}

/** Whether a mission says something that stands folded. */
const holdsMore = (mission: Partial<BookedMission | Typed> | null | undefined): boolean =>
  mission != null &&
  (mission.car === true ||
    (mission.days ?? []).length > 0 ||
    Number(mission.importance ?? 2) !== 2 ||
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
      <Held name="places">
        {(fault) => (
          <NumberLine
            label={say(words, "field.places")}
            limits={LIMITS.places}
            value={typed.places}
            onInput={(places) => set({ places })}
            fault={fault}
          />
        )}
      </Held>
      <Held name="min_places">
        {(fault) => (
          <NumberLine
            label={say(words, "field.min-places")}
            hint={say(words, "field.min-places.how")}
            limits={LIMITS.min_places}
            value={typed.min_places}
            onInput={(min_places) => set({ min_places })}
            fault={fault}
          />
        )}
      </Held>
      <label class="wk-field">
        <b>{say(words, "field.min-competence")}</b>
        <select value={typed.min_competence} onChange={(event) => set({ min_competence: event.currentTarget.value })}>
          {COMPETENCES.map((one) => (
            <option key={one} value={one}>
              {say(words, `competence.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <Held name="sector">
        {(fault) => (
          <label class="wk-field">
            <b>{say(words, "field.sector")}</b>
            <select {...fault} value={typed.sector} onChange={(event) => set({ sector: event.currentTarget.value })}>
              <option value="">{say(words, "field.anywhere")}</option>
              {typed.sector === "" || model.sectors.includes(typed.sector) ? null : <option value={typed.sector}>{typed.sector}</option>}
              {model.sectors.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </label>
        )}
      </Held>
    </div>
  );
}

/** What some missions are asked besides. */
function More({ typed, set }: Fields) {
  const { words } = useWords();
  const field = (name: "first_date" | "last_date" | "begins" | "finishes", kind: "date" | "time") => (
    <Held name={name}>
      {(fault) => (
        <label class="wk-field">
          <b>{say(words, `field.${name.replace("_", "-")}`)}</b>
          <input {...fault} name={name} type={kind} value={typed[name]} onInput={(event) => set({ [name]: event.currentTarget.value })} />
        </label>
      )}
    </Held>
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
        <Held name="language">
          {(fault) => (
            <Line
              label={say(words, "field.language")}
              value={typed.language}
              onInput={(language) => set({ language })}
              most={LIMITS.language.longest}
              fault={fault}
            />
          )}
        </Held>
        <Held name="owner">
          {(fault) => (
            <Line
              name
              label={say(words, "field.owner")}
              value={typed.owner}
              onInput={(owner) => set({ owner })}
              most={LIMITS.owner.longest}
              fault={fault}
            />
          )}
        </Held>
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
  fault: Fault;
}) {
  const hint = useId();
  const describes = [props.fault["aria-describedby"], props.hint === undefined ? undefined : hint].filter(Boolean).join(" ");
  return (
    <label class="wk-field">
      <b>{props.label}</b>
      <input
        type="number"
        min={props.limits.least}
        max={props.limits.most}
        value={props.value}
        aria-invalid={props.fault["aria-invalid"]}
        aria-describedby={describes || undefined}
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
