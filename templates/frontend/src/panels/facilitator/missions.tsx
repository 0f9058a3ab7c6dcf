/** Step 5: missions, who takes them and why; what the facilitator decides by hand is kept. */
import { useId, useState } from "preact/hooks";
import {
  COMPETENCES,
  LIMITS,
  type BookedMission,
  type KnownPerson,
  type MissionChallenge,
  type PersonOnMission,
  type Placed,
} from "../../contract";
import { Chips, Facts } from "../kit/components";
import { signed } from "../kit/numbers";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { Told, Confirm, Line, Quiet, useAction, type Action } from "./action";
import { MissionFields } from "./deeds";

const ALL = "all";
/** More missions than this are shown one challenge at a time, unless asked otherwise. */
const AT_ONCE = 8;

export function MissionsPanel() {
  const { model, words } = usePanel<"facilitator", "missions">();
  const [chosen, choose] = useState<string | null>(null);
  const { challenges } = model;
  if (challenges.length === 0) return <p class="wk-card">{say(words, "none")}</p>;
  const many = challenges.reduce((sum, one) => sum + one.missions.length, 0) > AT_ONCE;
  const first = challenges.find((one) => one.id === model.current) ?? challenges[0];
  const known = chosen === ALL || challenges.some((one) => one.id === chosen);
  const shown = known ? chosen : many ? (first?.id ?? ALL) : ALL;
  const choices = challenges.map((one) => ({ key: one.id, label: `${one.number}\u00a0·\u00a0${one.stake}` }));
  return (
    <section class="wkf-page wkf-page-tight">
      <h2>{say(words, "title")}</h2>
      <Propose />
      <Unassigned />
      {challenges.length > 1 ? (
        <Chips legend={say(words, "show")} choices={[...choices, { key: ALL, label: say(words, "all") }]} value={shown} onChoose={choose} />
      ) : null}
      <div class="wk-stack">
        {challenges
          .filter((one) => shown === ALL || one.id === shown)
          .map((one) => (
            <OneChallenge key={one.id} challenge={one} />
          ))}
      </div>
    </section>
  );
}

function Propose() {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  const action = useAction();
  return (
    <div class="wkf-propose">
      <button
        type="button"
        class="wk-go"
        disabled={model.places === 0}
        aria-disabled={action.busy}
        onClick={() => void action.act("propose_assignments")}
      >
        {say(words, action.busy ? "proposing" : model.proposed ? "propose-again" : "propose")}
      </button>
      <div>
        <p>
          <Facts
            of={[
              <b>{say(words, "summary", { filled: model.filled, places: model.places })}</b>,
              model.waiting > 0 && sayMany(words, lang, "waiting", model.waiting),
              model.unassigned.length > 0 && sayMany(words, lang, "alone", model.unassigned.length),
            ]}
          />
        </p>
        <p class="wk-quiet">{say(words, "propose-how")}</p>
        <Unreachable />
        <Told action={action} saved={say(words, "proposed")} />
      </div>
    </div>
  );
}

/** Who has a mission and left no way to be called: to be settled while they are in the room. */
function Unreachable() {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  const names = new Set(
    model.challenges
      .flatMap((one) => one.missions.flatMap((mission) => mission.people.filter((person) => !person.reachable)))
      .map((one) => one.pseudonym),
  );
  if (names.size === 0) return null;
  return <p class="wkf-unfilled">{sayMany(words, lang, "unreachable-people", names.size, { names: [...names].join(", ") })}</p>;
}

function OneChallenge({ challenge }: { challenge: MissionChallenge }) {
  const { words } = useWords();
  const [adding, setAdding] = useState(false);
  return (
    <section class="wk-stack-tight" aria-label={say(words, "label", { number: challenge.number, stake: challenge.stake })}>
      <div class="wk-challenge">
        <small>{say(words, "label", { number: challenge.number, stake: challenge.stake })}</small>
        <p>{challenge.statement}</p>
      </div>
      {challenge.missions.length === 0 ? <p class="wk-quiet">{say(words, "empty")}</p> : null}
      {challenge.missions.map((one) => (
        <MissionCard key={one.id} challenge={challenge.id} mission={one} />
      ))}
      {adding ? (
        <MissionForm challenge={challenge.id} onDone={() => setAdding(false)} />
      ) : (
        <p>
          <Quiet
            label={`${say(words, "add")}, ${say(words, "label", { number: challenge.number, stake: challenge.stake })}`}
            onClick={() => setAdding(true)}
          >
            {say(words, "add")}
          </Quiet>
        </p>
      )}
    </section>
  );
}

function MissionCard({ challenge, mission }: { challenge: string; mission: BookedMission }) {
  const { words, lang } = useWords();
  const [editing, setEditing] = useState(false);
  const action = useAction();
  const { filled } = mission;
  if (editing) return <MissionForm challenge={challenge} mission={mission} onDone={() => setEditing(false)} />;
  const need = mission.min_competence === 0 ? say(words, "no-minimum") : say(words, "minimum", { competence: mission.min_competence });
  return (
    <article class="wk-card">
      <div class="wkf-mission-top">
        <h3>{mission.title}</h3>
        <span class={filled >= mission.places ? "wk-badge" : "wk-badge wkf-badge-open"}>
          <span aria-hidden="true">{say(words, "filled", { filled, places: mission.places })}</span>
          <span class="wk-visually-hidden">{say(words, "filled-words", { filled, places: mission.places })}</span>
        </span>
      </div>
      <p class="wk-quiet">
        <Facts
          of={[mission.sector || say(words, "anywhere"), need, mission.waiting > 0 && sayMany(words, lang, "waiting", mission.waiting)]}
        />
      </p>
      {mission.idea === "" ? null : <p class="wk-quiet">{say(words, "from-idea", { idea: mission.idea })}</p>}
      <FollowUp mission={mission} />
      {mission.people.length > 0 ? (
        <ul class="wkf-mission-people">
          {mission.people.map((one) => (
            <PersonRow key={one.id} person={one} mission={mission} action={action} />
          ))}
        </ul>
      ) : null}
      {mission.unfilled ? <p class="wkf-unfilled">{mission.unfilled}</p> : null}
      <div class="wk-row">
        <Quiet label={say(words, "edit-of", { mission: mission.title })} onClick={() => setEditing(true)}>
          {say(words, "edit")}
        </Quiet>
        <Confirm
          label={say(words, "remove-of", { mission: mission.title })}
          question={say(words, "remove-sure", { mission: mission.title })}
          yes={say(words, "remove-yes")}
          no={say(words, "cancel")}
          onYes={() => void action.act("remove_mission", { mission: mission.id })}
        >
          {say(words, "remove")}
        </Confirm>
      </div>
      <Told action={action} saved={placedSentence(words, action)} />
    </article>
  );
}

/** Who, when and what next, in one line that opens to be typed in. */
function FollowUp({ mission }: { mission: BookedMission }) {
  const { words } = useWords();
  const parts = [mission.owner || say(words, "no-owner"), mission.day || say(words, "no-date"), mission.next_step || say(words, "no-step")];
  return (
    <details class="wkf-fold wkf-fold-tight">
      <summary aria-label={`${say(words, "follow-up-of", { mission: mission.title })} : ${parts.join(", ")}`}>{parts.join(" · ")}</summary>
      <MissionFields mission={mission} />
    </details>
  );
}

/** What to say once someone was placed: kept, and whether a rule of the method was broken by it. */
function placedSentence(words: Words, action: Action): string | undefined {
  const result = action.answer?.result as Partial<Placed> | null | undefined;
  if (result?.breaks === undefined) return undefined;
  return say(words, result.breaks.length > 0 ? "placed-against" : "placed-well");
}

function PersonRow({ person, mission, action }: { person: PersonOnMission; mission: BookedMission; action: Action }) {
  const { words } = useWords();
  const [moving, setMoving] = useState(false);
  const { pseudonym, competence, interest } = person;
  const scores =
    competence === null || interest === null ? say(words, "no-scores") : say(words, "scores", { competence, interest: signed(interest) });
  return (
    <li>
      <div class="wkf-mission-person">
        <p>
          <b>{pseudonym}</b> <span class={`wk-badge wkf-status-${person.status}`}>{say(words, `status.${person.status}`)}</span>
          {person.by_hand ? <span class="wk-badge wkf-badge-hand">{say(words, "by-hand")}</span> : null}
        </p>
        <div class="wk-row">
          <button
            type="button"
            class="wk-quiet-action"
            aria-expanded={moving}
            aria-label={`${say(words, "move-do")}, ${pseudonym}`}
            onClick={() => setMoving(!moving)}
          >
            {say(words, "move-open")}
          </button>
          <Quiet
            danger
            label={say(words, "take-off-of", { pseudonym, mission: mission.title })}
            onClick={() => void action.act("take_off", { participant: person.id, mission: mission.id })}
          >
            {say(words, "take-off")}
          </Quiet>
        </div>
      </div>
      <p class="wk-quiet">{person.by_hand ? scores : person.reason}</p>
      {person.offered ? null : <p class="wkf-breaks">{say(words, "not-offered")}</p>}
      {person.reachable ? null : <p class="wkf-breaks">{say(words, "unreachable")}</p>}
      {person.also.length > 0 ? <p class="wkf-breaks">{say(words, "also", { missions: person.also.join(" · ") })}</p> : null}
      {person.breaks.map((one) => (
        <p key={one} class="wkf-breaks">
          <b>{say(words, "breaks.label")}</b> {one}
        </p>
      ))}
      {moving ? (
        <PlaceOn
          label={say(words, "move", { pseudonym })}
          verb={say(words, "move-do")}
          person={person.id}
          from={mission.id}
          action={action}
        />
      ) : null}
    </li>
  );
}

/** Choose a mission for someone, then a button: nothing moves while one only looks through the list. */
function PlaceOn(props: { label: string; verb: string; person: string; from: string; action: Action }) {
  const { words } = useWords();
  const [mission, setMission] = useState("");
  const place = async (leaving: string | null) => {
    const answer = await props.action.act("place_by_hand", { participant: props.person, mission, leaving });
    if (answer.ok) setMission("");
  };
  return (
    <div class="wkf-place">
      <select aria-label={props.label} value={mission} onChange={(event) => setMission(event.currentTarget.value)}>
        <option value="">{say(words, "choose")}</option>
        <MissionOptions but={props.from} />
      </select>
      <button
        type="button"
        class="wkf-button"
        aria-label={`${props.verb}, ${props.label}`}
        disabled={mission === ""}
        aria-disabled={props.action.busy}
        onClick={() => void place(props.from)}
      >
        {props.verb}
      </button>
      <button
        type="button"
        class="wkf-button"
        aria-label={`${say(words, "place-also")}, ${props.label}`}
        disabled={mission === ""}
        aria-disabled={props.action.busy}
        onClick={() => void place(null)}
      >
        {say(words, "place-also")}
      </button>
    </div>
  );
}

function MissionOptions({ but }: { but?: string }) {
  const { model, words } = usePanel<"facilitator", "missions">();
  return (
    <>
      {model.challenges.map((challenge) => (
        <optgroup key={challenge.id} label={`${challenge.number} · ${challenge.stake}`}>
          {challenge.missions
            .filter((one) => one.id !== but)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {`${one.title} (${say(words, "filled", { filled: one.filled, places: one.places })})`}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}

/** Those without a mission, together with those who share their reason; and a place for one of them, by hand. */
function Unassigned() {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  const nothing = model.placed.length === 0 && model.unassigned.length === 0;
  const reasons = new Map<string, string[]>();
  for (const one of model.unassigned) reasons.set(one.reason, [...(reasons.get(one.reason) ?? []), one.pseudonym]);
  return (
    <section class="wkf-margin" aria-label={say(words, "unassigned")}>
      <h2>{say(words, "unassigned")}</h2>
      {nothing ? <p class="wk-quiet">{say(words, "nothing-yet")}</p> : null}
      {!nothing && model.unassigned.length === 0 ? <p class="wk-quiet">{say(words, "nobody-unassigned")}</p> : null}
      <dl>
        {[...reasons].map(([reason, people]) => (
          <div key={reason}>
            <dt>
              <Facts of={[sayMany(words, lang, "people", people.length), reason]} />
            </dt>
            <dd>
              <Facts of={people} />
            </dd>
          </div>
        ))}
      </dl>
      {model.unassigned.length + model.placed.length > 0 && model.places > 0 ? <PlaceSomeone /> : null}
      {model.declined.length > 0 ? (
        <>
          <h3>{say(words, "set-aside")}</h3>
          <ul>
            {model.declined.map((one) => (
              <li key={one.said}>{one.said}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function PlaceSomeone() {
  const { model, words } = usePanel<"facilitator", "missions">();
  const action = useAction();
  const [person, setPerson] = useState("");
  const [mission, setMission] = useState("");
  const busy = model.placed.find((one) => one.id === person);
  const known = busy !== undefined || model.unassigned.some((one) => one.id === person);
  const place = async () => {
    const answer = await action.act("place_by_hand", { participant: person, mission, leaving: null });
    if (answer.ok) setPerson("");
  };
  return (
    <div>
      <div class="wkf-by-place">
        <label class="wk-field">
          <b>{say(words, "place-who")}</b>
          <select value={known ? person : ""} onChange={(event) => setPerson(event.currentTarget.value)}>
            <option value="">{say(words, "choose-person")}</option>
            <People label={say(words, "have-none")} people={model.unassigned} />
            <People label={say(words, "have-one")} people={model.placed} />
          </select>
        </label>
        <label class="wk-field">
          <b>{say(words, "place-where")}</b>
          <select value={mission} onChange={(event) => setMission(event.currentTarget.value)}>
            <option value="">{say(words, "choose")}</option>
            <MissionOptions />
          </select>
        </label>
        <button
          type="button"
          class="wkf-button"
          disabled={!known || mission === ""}
          aria-disabled={action.busy}
          onClick={() => void place()}
        >
          {say(words, "place-do")}
        </button>
      </div>
      {busy === undefined ? null : <p class="wkf-breaks">{say(words, "keeps", { pseudonym: busy.pseudonym, mission: busy.mission })}</p>}
      <Told action={action} saved={placedSentence(words, action)} />
    </div>
  );
}

function People({ label, people }: { label: string; people: KnownPerson[] }) {
  if (people.length === 0) return null;
  return (
    <optgroup label={label}>
      {people.map((one) => (
        <option key={one.id} value={one.id}>
          {one.pseudonym}
        </option>
      ))}
    </optgroup>
  );
}

function MissionForm(props: { challenge: string; mission?: BookedMission; onDone: () => void }) {
  const { model, words } = usePanel<"facilitator", "missions">();
  const action = useAction();
  const places = useId();
  const [title, setTitle] = useState(props.mission?.title ?? "");
  const [count, setCount] = useState(String(props.mission?.places ?? 2));
  const [minimum, setMinimum] = useState(String(props.mission?.min_competence ?? 0));
  const [sector, setSector] = useState(props.mission?.sector ?? "");
  const save = async () => {
    const entries = { title, places: Number(count), min_competence: Number(minimum), sector };
    const answer =
      props.mission === undefined
        ? await action.act("add_mission", { challenge: props.challenge, ...entries })
        : await action.act("change_mission", { mission: props.mission.id, ...entries });
    if (answer.ok) props.onDone();
  };
  return (
    <form
      class="wk-card wkf-mission-form"
      aria-label={props.mission === undefined ? say(words, "add") : say(words, "edit-of", { mission: title })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Line label={say(words, "field.title")} value={title} onInput={setTitle} most={LIMITS.mission_title.longest} />
      <div class="wkf-form-row">
        <label class="wk-field" for={places}>
          <b>{say(words, "field.places")}</b>
          <input
            id={places}
            type="number"
            min={LIMITS.places.least}
            max={LIMITS.places.most}
            value={count}
            onInput={(event) => setCount(event.currentTarget.value)}
          />
        </label>
        <label class="wk-field">
          <b>{say(words, "field.min-competence")}</b>
          <select value={minimum} onChange={(event) => setMinimum(event.currentTarget.value)}>
            {COMPETENCES.map((one) => (
              <option key={one} value={one}>
                {one === 0 ? `0 · ${say(words, "no-minimum")}` : one}
              </option>
            ))}
          </select>
        </label>
        <label class="wk-field">
          <b>{say(words, "field.sector")}</b>
          <select value={sector} onChange={(event) => setSector(event.currentTarget.value)}>
            <option value="">{say(words, "anywhere")}</option>
            {sector === "" || model.sectors.includes(sector) ? null : <option value={sector}>{sector}</option>}
            {model.sectors.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      </div>
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
