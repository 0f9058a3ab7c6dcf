/** Step 5: missions, who takes them and why; what the facilitator decides by hand is kept. */
import { useId, useState } from "preact/hooks";
import { signed } from "../kit/matrix";
import { say, sayMany, usePanel } from "../kit/panel";
import { Answer, Confirm, Line, Quiet, useAction, type Action } from "./action";

interface Person {
  id: string;
  pseudonym: string;
  competence: number | null;
  interest: number | null;
  status: string;
  by_hand: boolean;
  reason: string;
  breaks: string[];
}

interface Mission {
  id: string;
  title: string;
  places: number;
  min_competence: number;
  sector: string;
  sector_name: string;
  people: Person[];
  unfilled: string;
}

interface Challenge {
  id: string;
  number: number;
  stake: string;
  statement: string;
  missions: Mission[];
}

interface Model {
  challenges: Challenge[];
  sectors: { id: string; name: string }[];
  unassigned: { id: string; pseudonym: string; reason: string }[];
  declined: { said: string }[];
  proposed: boolean;
  placed: number;
  places: number;
}

export function MissionsPanel() {
  const { model, words } = usePanel<Model>();
  if (model.challenges.length === 0) return <p class="wk-card">{say(words, "none")}</p>;
  return (
    <section class="wk-stack">
      <h2>{say(words, "title")}</h2>
      <Propose />
      <div class="wks-two">
        <div class="wk-stack">
          {model.challenges.map((one) => (
            <OneChallenge key={one.id} challenge={one} />
          ))}
        </div>
        <Unassigned />
      </div>
    </section>
  );
}

function Propose() {
  const { model, words, lang } = usePanel<Model>();
  const action = useAction();
  return (
    <div class="wks-propose">
      <button
        type="button"
        class="wk-go"
        disabled={action.busy || model.places === 0}
        onClick={() => void action.act("propose_assignments")}
      >
        {say(words, action.busy ? "proposing" : model.proposed ? "propose-again" : "propose")}
      </button>
      <div>
        <p>
          <b>{say(words, "summary", { placed: model.placed, places: model.places })}</b>
          {model.unassigned.length > 0 ? ` · ${sayMany(words, lang, "alone", model.unassigned.length)}` : ""}
        </p>
        <p class="wk-quiet">{say(words, "propose-how")}</p>
        <Answer action={action} saved={say(words, "proposed")} />
      </div>
    </div>
  );
}

function OneChallenge({ challenge }: { challenge: Challenge }) {
  const { words } = usePanel<Model>();
  const [adding, setAdding] = useState(false);
  return (
    <section class="wk-stack-tight" aria-label={say(words, "label", challenge as unknown as Record<string, unknown>)}>
      <div class="wk-challenge">
        <small>{say(words, "label", { number: challenge.number, stake: challenge.stake })}</small>
        <p>{challenge.statement}</p>
      </div>
      {challenge.missions.length === 0 ? <p class="wk-quiet">{say(words, "empty")}</p> : null}
      {challenge.missions.map((one) => (
        <MissionCard key={one.id} mission={one} />
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

function MissionCard({ mission }: { mission: Mission }) {
  const { words } = usePanel<Model>();
  const [editing, setEditing] = useState(false);
  const action = useAction();
  const filled = mission.people.length;
  if (editing) return <MissionForm mission={mission} onDone={() => setEditing(false)} />;
  const need =
    mission.min_competence === 0
      ? say(words, "no-minimum")
      : say(words, "minimum", { competence: mission.min_competence });
  return (
    <article class="wk-card wks-mission">
      <div class="wks-mission-top">
        <h3>{mission.title}</h3>
        <span class={filled >= mission.places ? "wk-badge" : "wk-badge wks-badge-open"}>
          <span aria-hidden="true">{say(words, "filled", { filled, places: mission.places })}</span>
          <span class="wk-visually-hidden">{say(words, "filled-words", { filled, places: mission.places })}</span>
        </span>
      </div>
      <p class="wk-quiet">{`${mission.sector_name || say(words, "anywhere")} · ${need}`}</p>
      {filled > 0 ? (
        <ul class="wks-people">
          {mission.people.map((one) => (
            <PersonRow key={one.id} person={one} mission={mission} action={action} />
          ))}
        </ul>
      ) : null}
      {mission.unfilled ? <p class="wks-unfilled">{mission.unfilled}</p> : null}
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
      <Answer action={action} saved={placedSentence(words, action)} />
    </article>
  );
}

/** What to say once someone was placed: kept, and whether a rule of the method was broken by it. */
function placedSentence(words: Record<string, unknown>, action: Action): string | undefined {
  const result = action.answer?.result as { breaks?: string[] } | null | undefined;
  if (result?.breaks === undefined) return undefined;
  return say(words as never, result.breaks.length > 0 ? "placed-against" : "placed-well");
}

function PersonRow({ person, mission, action }: { person: Person; mission: Mission; action: Action }) {
  const { words } = usePanel<Model>();
  const scores =
    person.competence === null || person.interest === null
      ? say(words, "no-scores")
      : say(words, "scores", { competence: person.competence, interest: signed(person.interest) });
  return (
    <li>
      <p>
        <b>{person.pseudonym}</b> <span class="wk-quiet">{scores}</span>{" "}
        <span class={`wk-badge wks-status-${person.status}`}>{say(words, `status.${person.status}`)}</span>
        {person.by_hand ? <span class="wk-badge wks-badge-hand">{say(words, "by-hand")}</span> : null}
      </p>
      <p class="wk-quiet">{person.reason}</p>
      {person.breaks.map((one) => (
        <p key={one} class="wks-breaks">
          <b>{say(words, "breaks.label")}</b> {one}
        </p>
      ))}
      <div class="wks-move">
        <PlaceOn
          label={say(words, "move", { pseudonym: person.pseudonym })}
          verb={say(words, "move-do")}
          person={person.id}
          from={mission.id}
          action={action}
        />
        <Quiet
          danger
          label={say(words, "take-off-of", { pseudonym: person.pseudonym, mission: mission.title })}
          onClick={() => void action.act("take_off", { participant: person.id, mission: mission.id })}
        >
          {say(words, "take-off")}
        </Quiet>
      </div>
    </li>
  );
}

/** Choose a mission for someone, then a button: nothing moves while one only looks through the list. */
function PlaceOn(props: { label: string; verb: string; person: string; from?: string; action: Action }) {
  const { model, words } = usePanel<Model>();
  const [mission, setMission] = useState("");
  const place = async () => {
    const answer = await props.action.act("place_by_hand", { participant: props.person, mission });
    if (answer.ok) setMission("");
  };
  return (
    <div class="wks-place">
      <select aria-label={props.label} value={mission} onChange={(event) => setMission(event.currentTarget.value)}>
        <option value="">{say(words, "choose")}</option>
        {model.challenges.map((challenge) => (
          <optgroup key={challenge.id} label={`${challenge.number} · ${challenge.stake}`}>
            {challenge.missions
              .filter((one) => one.id !== props.from)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {`${one.title} (${say(words, "filled", { filled: one.people.length, places: one.places })})`}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <button
        type="button"
        class="wkf-button"
        aria-label={`${props.verb}, ${props.label}`}
        disabled={mission === "" || props.action.busy}
        onClick={() => void place()}
      >
        {props.verb}
      </button>
    </div>
  );
}

function Unassigned() {
  const { model, words, lang } = usePanel<Model>();
  const action = useAction();
  const nothing = model.placed === 0 && model.unassigned.length === 0;
  return (
    <aside class="wks-aside" aria-label={say(words, "unassigned")}>
      <h2>{say(words, "unassigned")}</h2>
      {nothing ? <p class="wk-quiet">{say(words, "nothing-yet")}</p> : null}
      {!nothing && model.unassigned.length === 0 ? <p class="wk-quiet">{say(words, "nobody-unassigned")}</p> : null}
      {model.unassigned.length > 0 ? (
        <p class="wk-quiet">{sayMany(words, lang, "alone", model.unassigned.length)}</p>
      ) : null}
      <Answer action={action} saved={placedSentence(words, action)} />
      <ul class="wks-people">
        {model.unassigned.map((one) => (
          <li key={one.id}>
            <p>
              <b>{one.pseudonym}</b>
            </p>
            <p class="wk-quiet">{one.reason}</p>
            <PlaceOn
              label={say(words, "place", { pseudonym: one.pseudonym })}
              verb={say(words, "place-do")}
              person={one.id}
              action={action}
            />
          </li>
        ))}
      </ul>
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
    </aside>
  );
}

function MissionForm(props: { challenge?: string; mission?: Mission; onDone: () => void }) {
  const { model, words } = usePanel<Model>();
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
      class="wk-card wks-form"
      aria-label={props.mission === undefined ? say(words, "add") : say(words, "edit-of", { mission: title })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Line label={say(words, "field.title")} value={title} onInput={setTitle} most={120} />
      <div class="wks-form-row">
        <label class="wk-field" for={places}>
          <b>{say(words, "field.places")}</b>
          <input
            id={places}
            type="number"
            min={1}
            max={99}
            value={count}
            onInput={(event) => setCount(event.currentTarget.value)}
          />
        </label>
        <label class="wk-field">
          <b>{say(words, "field.min_competence")}</b>
          <select value={minimum} onChange={(event) => setMinimum(event.currentTarget.value)}>
            {[0, 1, 2, 3].map((one) => (
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
            {model.sectors.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Answer action={action} />
      <div class="wk-row">
        <button type="submit" class="wkf-button wkf-next" disabled={action.busy}>
          {say(words, "save")}
        </button>
        <Quiet onClick={props.onDone}>{say(words, "cancel")}</Quiet>
      </div>
    </form>
  );
}
