/** How the page of missions is looked through: by mission or by person, by a word, by what there is to do; and undo, redo. */
import { useRef } from "preact/hooks";
import type { BookedMission, MissionBookModel, PersonOnMission } from "../../contract";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Told, useAction } from "./action";
import { FILTERS, type Filter, flatten } from "./mission_parts";

export type View = "mission" | "person";

/** What is looked for. */
export interface Looked {
  view: View;
  text: string;
  filter: Filter | null;
}

/** Somebody as the view by person lists them. */
export interface Listed {
  id: string;
  pseudonym: string;
  /** Of the missions they are on, none where they have none. */
  on: BookedMission[];
}

const listMissions = (model: MissionBookModel): BookedMission[] => model.challenges.flatMap((one) => one.missions);

/** Whether an answer of theirs is awaited: there is none yet, or the mission changed since their yes. */
const isAwaited = ({ status, changed }: PersonOnMission): boolean => status === "proposed" || status === "later" || changed;

/** How many places or people a filter is about. */
export function countOf(model: MissionBookModel, view: View, filter: Filter): number {
  const missions = listMissions(model);
  const people = missions.flatMap((one) => one.people);
  const refused = model.declined.filter((one) => !one.off);
  const counts: Record<Filter, number> = {
    free:
      view === "person"
        ? model.unassigned.length
        : missions.reduce((sum, one) => sum + Math.max(0, one.places - one.filled - one.waiting), 0),
    waiting: people.filter(isAwaited).length,
    lonely: people.filter((one) => one.lonely).length,
    mine: people.filter((one) => one.by_hand).length,
    pairs: people.filter((one) => one.beside !== "").length,
    another: refused.filter((one) => one.another).length,
    declined: refused.length,
  };
  return counts[filter];
}

/** Whether one of these names holds every word that is looked for, whatever their order. */
function isFound(names: string[], text: string): boolean {
  const words = flatten(text.trim()).split(/\s+/);
  return names.some((name) => words.every((word) => flatten(name).includes(word)));
}

/** Whether a mission is in the list. */
export function isMissionShown(model: MissionBookModel, mission: BookedMission, { filter, text }: Looked): boolean {
  if (!isFound([mission.title, mission.sector, ...mission.people.map((one) => one.pseudonym)], text)) return false;
  const refused = model.declined.filter((one) => one.mission === mission.id && !one.off);
  if (filter === null) return true;
  if (filter === "free") return mission.filled + mission.waiting < mission.places;
  if (filter === "waiting") return mission.people.some(isAwaited);
  if (filter === "lonely") return mission.people.some((one) => one.lonely);
  if (filter === "mine") return mission.people.some((one) => one.by_hand);
  if (filter === "pairs") return mission.people.some((one) => one.beside !== "");
  return refused.some((one) => filter === "declined" || one.another);
}

/** Whether somebody on a mission is whom one looks for: then they have to be seen. */
export function isNamedOn(mission: BookedMission, text: string): boolean {
  return text.trim() !== "" && mission.people.some((one) => isFound([one.pseudonym], text));
}

/** Whether somebody is in the list. */
export function isPersonShown(model: MissionBookModel, person: Listed, { filter, text }: Looked): boolean {
  if (!isFound([person.pseudonym, ...person.on.flatMap((one) => [one.title, one.sector])], text)) return false;
  const own = person.on.flatMap((mission) => mission.people.filter((one) => one.id === person.id));
  if (filter === null) return true;
  if (filter === "free") return person.on.length === 0 && model.unassigned.some((one) => one.id === person.id);
  if (filter === "waiting") return own.some(isAwaited);
  if (filter === "lonely") return own.some((one) => one.lonely);
  if (filter === "mine") return own.some((one) => one.by_hand);
  if (filter === "pairs")
    return own.some((one) => one.beside !== "") || person.on.some((one) => one.people.some((other) => other.beside === person.id));
  return model.declined.some((one) => one.id === person.id && !one.off && (filter === "declined" || one.another));
}

export function Tools({ looked, onLook, shown }: { looked: Looked; onLook: (looked: Looked) => void; shown: number }) {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  const { view, text, filter } = looked;
  return (
    <div class="wkf-mission-tools">
      <div class="wkf-mission-looks">
        <div class="wkf-views" role="group" aria-label={say(words, "view")}>
          {(["mission", "person"] as const).map((one) => (
            <button key={one} type="button" aria-pressed={view === one} onClick={() => onLook({ ...looked, view: one })}>
              {say(words, `view.${one}`)}
            </button>
          ))}
        </div>
        <input
          type="search"
          class="wkf-mission-search"
          aria-label={say(words, "search-what")}
          placeholder={say(words, "search")}
          value={text}
          onInput={(event) => onLook({ ...looked, text: event.currentTarget.value })}
        />
      </div>
      <div class="wkf-filters" role="group" aria-label={say(words, "filter")}>
        {FILTERS.filter((one) => one === filter || countOf(model, view, one) > 0).map((one) => (
          <button
            key={one}
            type="button"
            class="wkf-filter"
            aria-pressed={filter === one}
            onClick={() => onLook({ ...looked, filter: filter === one ? null : one })}
          >
            {say(words, one === "free" && view === "person" ? "filter.without" : `filter.${one}`, { number: countOf(model, view, one) })}
          </button>
        ))}
        <span class={filter === null && text.trim() === "" ? "wk-visually-hidden" : "wk-quiet wkf-mission-count"} role="status">
          {sayMany(words, lang, view === "person" ? "shown-people" : "shown", shown)}
        </span>
      </div>
    </div>
  );
}

/** Undo and redo, each with the name of what it takes back or does again; one that has nothing to do keeps the focus. */
export function Steps() {
  const { model, words } = usePanel<"facilitator", "missions">();
  const { undo, redo } = model;
  const action = useAction();
  const last = useRef({ said: "undone", step: 0 });
  // what was said of one step is over once another was made, here or on another page
  const stands = (last.current.said === "undone" ? redo : undo)?.number === last.current.step;
  const told = action.answer?.ok === false || stands;
  if (undo === null && redo === null) return action.answer?.ok === false ? <Told action={action} /> : null;
  return (
    <>
      <button
        type="button"
        class={undo === null ? "wkf-button wkf-mission-step wkf-nothing" : "wkf-button wkf-edge wkf-mission-step"}
        aria-disabled={undo === null || action.busy}
        onClick={() => {
          if (undo === null || action.busy) return;
          last.current = { said: "undone", step: undo.number };
          void action.act("undo_assignments", { step: undo.number });
        }}
      >
        {undo === null ? say(words, "undo.nothing") : say(words, "undo", { label: undo.label })}
      </button>
      <button
        type="button"
        class={redo === null ? "wkf-button wkf-mission-step wkf-nothing" : "wkf-button wkf-edge wkf-mission-step"}
        aria-label={redo === null ? undefined : say(words, "redo", { label: redo.label })}
        aria-disabled={redo === null || action.busy}
        onClick={() => {
          if (redo === null || action.busy) return;
          last.current = { said: "redone", step: redo.number };
          void action.act("redo_assignments", { step: redo.number });
        }}
      >
        {say(words, "redo.nothing")}
      </button>
      <Told action={action} saved={told ? say(words, last.current.said) : ""} />
    </>
  );
}

export function NothingFound({ onClear }: { onClear: () => void }) {
  const { words } = useWords();
  return (
    <div class="wk-card wk-stack-tight">
      <p>{say(words, "found-none")}</p>
      <button type="button" class="wk-quiet-action" onClick={onClear}>
        {say(words, "clear")}
      </button>
    </div>
  );
}
