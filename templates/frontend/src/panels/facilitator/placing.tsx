/** Placing people by hand: who is on a mission and why, who has none, and where to put one of them. */
import { useState } from "preact/hooks";
import type { BookedMission, KnownPerson, MissionChallenge, PersonAsked, PersonOnMission, Placed } from "../../contract";
import { Facts } from "../kit/components";
import { signed } from "../kit/numbers";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { Confirm, Told, useAction, type Action } from "./action";

/** More names than this are folded. */
const NAMES_AT_ONCE = 8;

/** What to say once someone was placed: kept, and whether a rule of the method was broken by it. */
export function placedSentence(words: Words, action: Action): string | undefined {
  const result = action.answer?.result as Partial<Placed> | null | undefined;
  if (result?.breaks === undefined) return undefined;
  return say(words, result.breaks.length > 0 ? "placed-against" : "placed-well");
}

export function PersonRow({ person, mission, action }: { person: PersonOnMission; mission: BookedMission; action: Action }) {
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
          <Confirm
            asks={person.status === "accepted"}
            label={say(words, "take-off-of", { pseudonym, mission: mission.title })}
            question={`${say(words, "take-off-sure", { pseudonym, mission: mission.title })} ${sayWhoTells(words, person)}`}
            yes={say(words, "take-off-yes")}
            no={say(words, "cancel")}
            onYes={() => void action.act("take_off", { participant: person.id, mission: mission.id })}
          >
            {say(words, "take-off")}
          </Confirm>
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
        <PlaceOn label={say(words, "move", { pseudonym })} verb={say(words, "move-do")} person={person} from={mission} action={action} />
      ) : null}
    </li>
  );
}

/** How somebody who said yes to a mission hears that it no longer counts on them. */
const sayWhoTells = (words: Words, person: PersonOnMission): string => say(words, person.has_phone ? "tell.phone" : "tell.in-person");

/** Choose a mission for someone, then a button: nothing moves while one only looks through the list. */
function PlaceOn(props: { label: string; verb: string; person: PersonOnMission; from: BookedMission; action: Action }) {
  const { model, words } = usePanel<"facilitator", "missions">();
  const { person, from } = props;
  const [mission, setMission] = useState("");
  const missions = model.challenges.flatMap((one) => one.missions);
  const to = missions.find((one) => one.id === mission);
  const sure = say(words, "move-sure", { pseudonym: person.pseudonym, mission: from.title, to: to?.title });
  const place = async (leaving: string | null) => {
    const answer = await props.action.act("place_by_hand", { participant: person.id, mission, leaving });
    if (answer.ok) setMission("");
  };
  return (
    <div class="wkf-place">
      <BeforePlacing person={person} mission={mission} />
      <select aria-label={props.label} value={mission} onChange={(event) => setMission(event.currentTarget.value)}>
        <option value="">{say(words, "choose")}</option>
        <MissionOptions but={from.id} />
      </select>
      <Confirm
        look="plain"
        asks={person.status === "accepted"}
        label={`${props.verb}, ${props.label}`}
        disabled={to === undefined}
        busy={props.action.busy}
        question={`${sure} ${sayWhoTells(words, person)}`}
        yes={say(words, "move-yes")}
        no={say(words, "cancel")}
        onYes={() => void place(from.id)}
      >
        {props.verb}
      </Confirm>
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

/** What somebody answered when they were asked: said before they are placed where they did not offer help, or said no. */
function BeforePlacing({ person, mission }: { person: KnownPerson; mission: string }) {
  const { model, words } = usePanel<"facilitator", "missions">();
  const challenge = model.challenges.find((one) => one.missions.some(({ id }) => id === mission));
  const asked = model.asked[person.id];
  const said = challenge === undefined || asked === undefined ? [] : listNotes(asked, challenge, mission, person.id);
  return (
    <div class="wkf-before" role="status">
      {said.map((key) => (
        <p key={key} class="wkf-breaks">
          {say(words, `before.${key}`, { pseudonym: person.pseudonym })}
        </p>
      ))}
    </div>
  );
}

function listNotes(asked: PersonAsked, challenge: MissionChallenge, mission: string, person: string): string[] {
  if (challenge.missions.some((one) => one.id === mission && one.people.some(({ id }) => id === person))) return ["there"];
  const notes = asked.declined.includes(mission) ? ["declined"] : [];
  if (asked.said_no.includes(challenge.id)) notes.push("said-no");
  else if (!asked.offers.includes(challenge.id)) notes.push("not-offered");
  return asked.reachable ? notes : [...notes, "unreachable"];
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
export function Unassigned() {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  const nothing = model.placed.length === 0 && model.unassigned.length === 0 && model.said_no.length === 0;
  const reasons = new Map<string, string[]>();
  for (const one of model.unassigned) reasons.set(one.reason, [...(reasons.get(one.reason) ?? []), one.pseudonym]);
  return (
    <section class="wkf-margin" aria-label={say(words, "unassigned")}>
      <h2>{say(words, "unassigned")}</h2>
      {nothing ? <p class="wk-quiet">{say(words, "nothing-yet")}</p> : null}
      {!nothing && model.unassigned.length === 0 ? (
        <p class="wk-quiet">{say(words, model.waiting > 0 ? "nobody-unassigned-yet" : "nobody-unassigned")}</p>
      ) : null}
      <dl>
        {[...reasons].map(([reason, people]) => (
          <div key={reason}>
            <dt>
              <Facts of={[sayMany(words, lang, "people", people.length), reason]} />
            </dt>
            <dd>
              <Names reason={reason} people={people} />
            </dd>
          </div>
        ))}
      </dl>
      {model.unassigned.length + model.placed.length > 0 && model.places > 0 ? <PlaceSomeone /> : null}
      {model.said_no.length > 0 ? (
        <>
          {/* apart, since they are not counted as without a mission: nobody to be asked, nor offered above to be placed */}
          <h3>{sayMany(words, lang, "said-no", model.said_no.length)}</h3>
          <Names reason={say(words, "said-no.reason")} people={model.said_no.map((one) => one.pseudonym)} />
        </>
      ) : null}
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

/** Who shares a reason; a whole room of names is folded, so that the missions stay in sight. */
function Names({ reason, people }: { reason: string; people: string[] }) {
  const { words, lang } = useWords();
  if (people.length <= NAMES_AT_ONCE) return <Facts of={people} />;
  return (
    <details class="wkf-fold wkf-fold-tight">
      <summary aria-label={sayMany(words, lang, "names-of", people.length, { reason })}>
        {sayMany(words, lang, "names", people.length)}
      </summary>
      <Facts of={people} />
    </details>
  );
}

function PlaceSomeone() {
  const { model, words } = usePanel<"facilitator", "missions">();
  const action = useAction();
  const [person, setPerson] = useState("");
  const [mission, setMission] = useState("");
  const busy = model.placed.find((one) => one.id === person);
  const known = busy ?? model.unassigned.find((one) => one.id === person);
  const place = async () => {
    const answer = await action.act("place_by_hand", { participant: person, mission, leaving: null });
    if (answer.ok) setPerson("");
  };
  return (
    <div>
      <div class="wkf-by-place">
        <label class="wk-field">
          <b>{say(words, "place-who")}</b>
          <select value={known === undefined ? "" : person} onChange={(event) => setPerson(event.currentTarget.value)}>
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
          disabled={known === undefined || mission === ""}
          aria-disabled={action.busy}
          onClick={() => void place()}
        >
          {say(words, "place-do")}
        </button>
      </div>
      {known === undefined ? null : <BeforePlacing person={known} mission={mission} />}
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
