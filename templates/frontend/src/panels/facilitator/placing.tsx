/** People on a mission, and where else one of them might be: tried, kept, or put there by hand. */
import { useEffect, useState } from "preact/hooks";
import type { BookedMission, Foreseen, KnownPerson, MissionChallenge, PersonAsked, PersonOnMission, Placed } from "../../contract";
import { Facts, Said } from "../kit/components";
import { signed } from "../kit/numbers";
import { say, usePanel, useWords, type Words } from "../kit/panel";
import { Confirm, Told, useAction, type Action } from "./action";
import { saidNo, useDesk } from "./mission_parts";
import { tagOf } from "./whatif";

/** What to say once someone was placed: kept, and whether a rule of the method was broken by it. */
export function placedSentence(words: Words, action: Action): string | undefined {
  const result = action.answer?.result as Partial<Placed> | null | undefined;
  if (result?.breaks === undefined) return undefined;
  return say(words, result.breaks.length > 0 ? "placed-against" : "placed-well");
}

export function StatusOf({ person }: { person: PersonOnMission }) {
  const { words } = useWords();
  return <span class={`wkf-answer wkf-answer-${person.status}`}>{say(words, `status.${person.status}`)}</span>;
}

/** Somebody of a mission, and where they stand in a pair. */
export interface Paired {
  person: BookedMission["people"][number];
  pair: "first" | "second" | null;
  /** Whom they go with. */
  beside: string;
}

export function PersonRow({ person, pair, beside, mission, action }: Paired & { mission: BookedMission; action: Action }) {
  const { model, words } = usePanel<"facilitator", "missions">();
  const desk = useDesk();
  const [moving, setMoving] = useState(false);
  const { pseudonym, competence, interest } = person;
  const known = competence === null || interest === null ? null : { competence, interest: signed(interest) };
  const scores = known === null ? say(words, "no-scores") : say(words, pair === "first" ? "beginner" : "scores", known);
  const tag = tagOf(model.trial, person.id, mission.id, words);
  return (
    <li
      class={pair === null ? undefined : `wkf-beside wkf-beside-${pair}`}
      draggable
      onDragStart={() => (desk.dragged.current = { person: person.id, from: mission.id })}
      onDragEnd={() => (desk.dragged.current = null)}
    >
      <div class="wkf-mission-person">
        <span class="wkf-mission-who">
          {pair === null ? null : (
            <span class="wkf-beside-label" aria-hidden="true">
              {say(words, pair === "first" ? "pair" : "pair.with")}
            </span>
          )}
          <b>{pseudonym}</b>
          {pair === null ? null : <span class="wk-visually-hidden"> {say(words, "pair.beside", { pseudonym: beside })}</span>}
          <span class="wk-quiet">
            <Facts of={[scores, person.by_hand && say(words, "by-hand")]} />
          </span>
        </span>
        <span class="wkf-person-do">
          {tag === "" ? <StatusOf person={person} /> : <span class="wkf-tried">{tag}</span>}
          <button
            type="button"
            class="wk-quiet-action"
            data-person={person.id}
            aria-expanded={moving}
            aria-label={`${say(words, "move-do")}, ${pseudonym}`}
            onClick={() => setMoving(!moving)}
          >
            {say(words, "move-open")}
          </button>
        </span>
      </div>
      {person.changed ? <p class="wkf-breaks">{say(words, "changed.since")}</p> : null}
      {person.lonely ? <p class="wkf-breaks">{say(words, "lonely.here")}</p> : null}
      {person.offered ? null : <p class="wkf-breaks">{say(words, person.status === "accepted" ? "stands-alone" : "not-offered")}</p>}
      {person.also.length > 0 ? <p class="wk-quiet">{say(words, "also", { missions: person.also.join(" · ") })}</p> : null}
      {person.breaks.map((one) => (
        <p key={one} class="wkf-breaks">
          <b>{say(words, "breaks.label")}</b> {one}
        </p>
      ))}
      {moving ? <PlaceOn person={person} from={mission} action={action} onDone={() => setMoving(false)} /> : null}
    </li>
  );
}

/** How somebody who said yes to a mission hears that it no longer counts on them. */
const sayWhoTells = (words: Words, person: PersonOnMission): string => say(words, person.has_phone ? "tell.phone" : "tell.in-person");

const isOnMission = (person: KnownPerson): person is PersonOnMission => "status" in person;

/** Choose a mission for someone, then try it: nothing moves before what it changes was read. */
export function PlaceOn(props: { person: KnownPerson | PersonOnMission; from: BookedMission | null; action: Action; onDone: () => void }) {
  const { model, words } = usePanel<"facilitator", "missions">();
  const desk = useDesk();
  const { person, from, action } = props;
  const { pseudonym } = person;
  const [mission, setMission] = useState("");
  const [refused, setRefused] = useState("");
  const missions = model.challenges.flatMap((one) => one.missions);
  const to = missions.find((one) => one.id === mission);
  const no = saidNo(model, person.id, mission);
  const own = isOnMission(person) ? person : null;
  const label = say(words, from === null ? "place" : "move", { pseudonym });
  const attempt = async (asked: { mission: string; stays: boolean; leaving: string | null }) => {
    const why = await desk.attempt({ participant: person.id, ...asked });
    setRefused(why);
    if (why === "") props.onDone();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it, as its button does
    <div
      class="wkf-place"
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onDone();
      }}
    >
      {own === null || own.by_hand ? null : <p class="wk-quiet">{own.reason}</p>}
      {own === null || own.reachable || own.status !== "accepted" ? null : <p class="wkf-breaks">{say(words, "unreachable")}</p>}
      <BeforePlacing person={person} mission={mission} leaving={from?.id ?? null} />
      <select aria-label={label} value={mission} onChange={(event) => setMission(event.currentTarget.value)}>
        <option value="">{say(words, "choose")}</option>
        <MissionOptions but={from?.id} />
      </select>
      <button
        type="button"
        class="wkf-button"
        aria-label={`${say(words, "try")}, ${label}`}
        disabled={to === undefined || no}
        onClick={() => void attempt({ mission, stays: true, leaving: from?.id ?? null })}
      >
        {say(words, "try")}
      </button>
      <div class="wk-stack-tight">
        {refused === "" ? null : <Said good={false}>{refused}</Said>}
        <p class="wk-quiet wk-small">{say(words, "try-how")}</p>
      </div>
      {from === null || own === null ? null : (
        <Here
          person={own}
          from={from}
          to={no ? "" : mission}
          action={action}
          onNever={() => void attempt({ mission: from.id, stays: false, leaving: null })}
        />
      )}
    </div>
  );
}

/** What else may be said of somebody on their mission: that they stay, never take it, take one more, or are off it. */
function Here(props: { person: PersonOnMission; from: BookedMission; to: string; action: Action; onNever: () => void }) {
  const { words } = useWords();
  const { person, from, to, action } = props;
  const values = { pseudonym: person.pseudonym, mission: from.title };
  return (
    <div class="wk-row">
      <button
        type="button"
        class="wk-quiet-action"
        aria-pressed={person.by_hand}
        aria-label={say(words, "stay-of", values)}
        onClick={() => void action.act("keep_here", { participant: person.id, mission: from.id, stays: !person.by_hand })}
      >
        {person.by_hand ? <span aria-hidden="true">✓ </span> : null}
        {say(words, "stay")}
      </button>
      <button type="button" class="wk-quiet-action" aria-label={say(words, "never-of", values)} onClick={props.onNever}>
        {say(words, "never")}
      </button>
      <button
        type="button"
        class="wk-quiet-action"
        aria-label={`${say(words, "place-also")}, ${person.pseudonym}`}
        aria-disabled={to === "" || action.busy}
        onClick={() =>
          to === "" || action.busy ? undefined : void action.act("place_by_hand", { participant: person.id, mission: to, leaving: null })
        }
      >
        {say(words, "place-also")}
      </button>
      <Confirm
        asks={person.status === "accepted"}
        label={say(words, "take-off-of", values)}
        question={`${say(words, "take-off-sure", values)} ${sayWhoTells(words, person)}`}
        yes={say(words, "take-off-yes")}
        no={say(words, "cancel")}
        onYes={() => void action.act("take_off", { participant: person.id, mission: from.id })}
      >
        {say(words, "take-off")}
      </Confirm>
    </div>
  );
}

/**
 * What to know before somebody is placed: what they answered when they were asked, which rules it breaks, and what the
 * mission that they leave would lack then.
 */
function BeforePlacing({ person, mission, leaving }: { person: KnownPerson; mission: string; leaving: string | null }) {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  const { act } = useAction();
  const [notes, setNotes] = useState<string[]>([]);
  useEffect(() => {
    let wanted = true;
    setNotes([]);
    if (mission !== "")
      void act("foresee_placing", { participant: person.id, mission, leaving }).then((answer) => {
        if (wanted && answer.ok) setNotes((answer.result as Foreseen).notes);
      });
    return () => {
      wanted = false;
    };
  }, [person.id, mission, leaving, lang]);
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
      {said.includes("there")
        ? null
        : notes.map((one) => (
            <p key={one} class="wkf-breaks">
              {one}
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
                {`${one.title} (${say(words, "taken", { taken: one.filled + one.waiting, places: one.places })})`}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}

/** Somebody put on a mission at once, without anything else being worked out; folded, since trying shows more. */
export function PlaceSomeone() {
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
  if (model.unassigned.length + model.placed.length === 0 || model.places === 0) return null;
  return (
    <details class="wkf-fold wkf-fold-tight">
      <summary>{say(words, "place-by-hand")}</summary>
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
          disabled={known === undefined || mission === "" || saidNo(model, person, mission)}
          aria-disabled={action.busy}
          onClick={() => void place()}
        >
          {say(words, "place-do")}
        </button>
      </div>
      {known === undefined ? null : <BeforePlacing person={known} mission={mission} leaving={null} />}
      {busy === undefined ? null : <p class="wkf-breaks">{say(words, "keeps", { pseudonym: busy.pseudonym, mission: busy.mission })}</p>}
      <Told action={action} saved={placedSentence(words, action)} />
    </details>
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
