/** Small pieces of the page of missions: sentences whose names lead on, seats with their marks, and what one looks for. */
import { createContext, type ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { BookedMission, MissionBookModel, Piece } from "../../contract";
import { Facts } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";

/** What a list of missions may be narrowed to. */
export const FILTERS = ["free", "waiting", "lonely", "mine", "pairs", "another", "declined"] as const;
export type Filter = (typeof FILTERS)[number];

/** More seats than this are counted in words alone. */
const SEATS_AT_MOST = 10;

/** What a row of the page may ask of the page around it. */
export interface Desk {
  /** Show one person, or one mission, and nothing else. */
  seePerson: (pseudonym: string) => void;
  seeMission: (mission: string) => void;
  /** Show the missions that have something to do of one kind, and nothing else. */
  seeFilter: (filter: Filter) => void;
  /** Try a person on a mission, or never on it; returns why that was refused, empty where it was not. */
  attempt: (asked: { participant: string; mission: string; stays: boolean; leaving: string | null }) => Promise<string>;
  /** Whom one is dragging, and from which mission. */
  dragged: { current: { person: string; from: string | null } | null };
  /** Which mission one is removing. */
  removing: { current: string | null };
}

export const DeskContext = createContext<Desk>({
  seePerson: () => {},
  seeMission: () => {},
  seeFilter: () => {},
  attempt: () => Promise.resolve(""),
  dragged: { current: null },
  removing: { current: null },
});

/** Whether somebody said no to a mission themselves: nobody puts them on it again. */
export const saidNo = (model: MissionBookModel, person: string, mission: string): boolean =>
  model.asked[person]?.declined.includes(mission) === true;

export const useDesk = (): Desk => useContext(DeskContext);

/** A sentence in pieces: whom and what it names, one press leads to. */
export function Pieces({ of: pieces }: { of: Piece[] }) {
  const { words } = useWords();
  const desk = useDesk();
  return (
    <>
      {pieces.map(({ text, person, mission }, at) =>
        person === "" && mission === "" ? (
          text
        ) : (
          <Named
            key={at}
            label={say(words, person === "" ? "see-mission" : "see-person", { mission: text, pseudonym: text })}
            onSee={() => (person === "" ? desk.seeMission(mission) : desk.seePerson(text))}
          >
            {text}
          </Named>
        ),
      )}
    </>
  );
}

/** A name in a sentence that leads to whom or what it names: a link, so that a sentence breaks where it would. */
export function Named(props: { label: string; onSee: () => void; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to another place of the page, and a button would not break with its line
    <a
      class="wkf-named"
      href="#wkf-mission-list"
      aria-label={props.label}
      onClick={(event) => {
        event.preventDefault();
        props.onSee();
      }}
    >
      {props.children}
    </a>
  );
}

/** The seats of a mission: a mark each, and the same in words. */
export function Seats({ mission }: { mission: BookedMission }) {
  const { words, lang } = useWords();
  const { places, filled, waiting, min_places } = mission;
  const taken = filled + waiting;
  const later = mission.people.filter((one) => one.status === "later").length;
  const marks = Array.from({ length: Math.max(places, taken) }, (_, at) => (at < filled ? "yes" : at < taken ? "waits" : "free"));
  return (
    <div class="wkf-seats">
      {marks.length > SEATS_AT_MOST ? null : (
        <span aria-hidden="true">
          {marks.map((mark, at) => (
            <i key={at} class={`wkf-seat wkf-seat-${mark}`} />
          ))}
        </span>
      )}
      <b>
        <Facts
          of={[
            say(words, "seats", { taken, places }),
            taken < min_places && say(words, "seats.least", { least: min_places }),
            filled > 0 && sayMany(words, lang, "seats.yes", filled),
            later > 0 && sayMany(words, lang, "seats.later", later),
          ]}
        />
      </b>
    </div>
  );
}

/** How far what is worked out is, and how it is stopped. */
export function Working({ onStop }: { onStop: () => void }) {
  const { model, words } = usePanel<"facilitator", "missions">();
  const { what, share } = model.solving;
  return (
    <div class="wkf-progress">
      <progress aria-label={say(words, what === "try" ? "trying" : "proposing")} value={share} max={1} />
      <button type="button" class="wkf-button" onClick={onStop}>
        {say(words, "stop")}
      </button>
    </div>
  );
}

/** What the marks of seats mean, once for the page. */
export function Legend() {
  const { words } = useWords();
  return (
    <p class="wkf-seats-legend wk-quiet" aria-hidden="true">
      {(["yes", "waits", "free"] as const).map((mark) => (
        <span key={mark}>
          <i class={`wkf-seat wkf-seat-${mark}`} /> {say(words, `legend.${mark}`)}
        </span>
      ))}
    </p>
  );
}

/** A text as it is looked for: without accents and capitals. */
export const flatten = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
