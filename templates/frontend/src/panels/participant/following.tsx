/** Which challenge this person looks at: the room's, unless they went to another one. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { ChallengeText, SeatChallenge } from "../../contract";
import { ChallengeFrame } from "../kit/components";
import { recall, remember } from "../kit/device";
import { say, useWords } from "../kit/panel";
import type { Place } from "./place";

export interface Following<C> {
  challenges: C[];
  /** The challenge looked at; undefined when the workshop has none yet. */
  challenge: C | undefined;
  index: number;
  /** Where the room is, when that is elsewhere. */
  room: number | null;
  goTo(index: number): void;
}

/**
 * Follow the room from challenge to challenge. `stays` says whether the person is in the middle of something on a
 * challenge: then the page does not turn under their fingers.
 */
export function useFollowing<C extends ChallengeText>(
  challenges: C[],
  current: string | null,
  stays: (challenge: string) => boolean = () => false,
): Following<C> {
  const [chosen, choose] = useState<string | null>(null);
  const [followed, follow] = useState(current);
  const before = chosen ?? followed ?? challenges[0]?.id ?? null;
  let wanted = before;
  if (current !== followed) {
    wanted = before !== null && stays(before) ? before : (current ?? challenges[0]?.id ?? null);
    follow(current);
    choose(wanted === current ? null : wanted);
  }
  const found = challenges.findIndex((one) => one.id === wanted);
  const index = Math.max(0, found);
  const at = challenges.findIndex((one) => one.id === current);
  return {
    challenges,
    challenge: challenges[index],
    index,
    room: at < 0 || at === index ? null : at,
    goTo: (next) => choose(challenges[next]?.id ?? null),
  };
}

/** The challenge in its frame, with its number, and the way to its neighbours. */
export function Followed<C extends ChallengeText>({ following, steps = true }: { following: Following<C>; steps?: boolean }) {
  const { words } = useWords();
  const { challenge, challenges, index } = following;
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(challenge?.id);
  useEffect(() => {
    if (challenge === undefined || shown.current === challenge.id) return;
    shown.current = challenge.id; // another challenge: the page starts at its top, and a screen reader reads it
    window.scrollTo(0, 0);
    frame.current?.focus({ preventScroll: true });
  }, [challenge?.id]);
  if (challenge === undefined) return null;
  return (
    <div ref={frame} class="wk-stack-tight wk-followed" tabIndex={-1}>
      <ChallengeFrame
        label={say(words, "label", { number: index + 1, total: challenges.length, stake: challenge.stake })}
        statement={challenge.statement}
      />
      {steps && challenges.length > 1 && (
        <nav class="wk-neighbours" aria-label={say(words, "challenges")}>
          {index > 0 && (
            <button type="button" class="wk-quiet-action" onClick={() => following.goTo(index - 1)}>
              <span aria-hidden="true">←&nbsp;</span>
              {say(words, "previous", { number: index })}
            </button>
          )}
          {index < challenges.length - 1 && (
            <button type="button" class="wk-quiet-action wk-push" onClick={() => following.goTo(index + 1)}>
              {say(words, "next", { number: index + 2 })}
              <span aria-hidden="true">&nbsp;→</span>
            </button>
          )}
        </nav>
      )}
    </div>
  );
}

/** The challenge that this person looks at, in its frame: where the room is, what else is open, and what was reworded. */
export function Placed({ place }: { place: Place }) {
  const { words } = useWords();
  const { challenge, challenges, room, others } = place;
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(challenge?.id);
  useEffect(() => {
    if (challenge === undefined || shown.current === challenge.id) return;
    shown.current = challenge.id; // another challenge: the page starts at its top, and a screen reader reads it
    window.scrollTo(0, 0);
    frame.current?.focus({ preventScroll: true });
  }, [challenge?.id]);
  if (challenge === undefined) return null;
  const label = { number: challenge.number, total: challenges.length, stake: challenge.stake };
  return (
    <div ref={frame} class="wk-stack-tight wk-followed" tabIndex={-1}>
      {room !== undefined && <Elsewhere challenge={room} said="room-at" onGo={place.goTo} />}
      <ChallengeFrame label={say(words, "label", label)} statement={challenge.statement} />
      <Reworded challenge={challenge} />
      {others.map((other) => (
        <Elsewhere key={other.id} challenge={other} said={other.tables === "" ? "also-open" : "also-open-tables"} onGo={place.goTo} />
      ))}
      {(place.before !== undefined || place.after !== undefined) && (
        <nav class="wk-neighbours" aria-label={say(words, "challenges")}>
          {place.before !== undefined && <Neighbour to={place.before} said="previous" place={place} />}
          {place.after !== undefined && <Neighbour to={place.after} said="next" place={place} />}
        </nav>
      )}
    </div>
  );
}

function Elsewhere(props: { challenge: SeatChallenge; said: string; onGo: (challenge: string) => void }) {
  const { words } = useWords();
  const { number, stake, tables } = props.challenge;
  return (
    <p class="wk-row wk-elsewhere">
      <span>{say(words, props.said, { number, stake, tables })}</span>
      <button type="button" class="wk-quiet-action" onClick={() => props.onGo(props.challenge.id)}>
        {say(words, "go-there")}
      </button>
    </p>
  );
}

function Neighbour({ to, said, place }: { to: SeatChallenge; said: "previous" | "next"; place: Place }) {
  const { words } = useWords();
  return (
    <button type="button" class={`wk-quiet-action ${said === "next" ? "wk-push" : ""}`} onClick={() => place.goTo(to.id)}>
      {said === "previous" && <span aria-hidden="true">←&nbsp;</span>}
      {say(words, said, { number: to.number })}
      {said === "next" && <span aria-hidden="true">&nbsp;→</span>}
    </button>
  );
}

const readName = (challenge: string): string => `wording:${challenge}`;

/** Says that the question is no longer the one this person has read, until they have seen that. */
function Reworded({ challenge }: { challenge: SeatChallenge }) {
  const { words } = useWords();
  const name = readName(challenge.id);
  const [read, note] = useState(() => recall<number>(name));
  useEffect(() => {
    const known = recall<number>(name);
    if (known === null) remember(name, challenge.wording);
    note(known ?? challenge.wording);
  }, [name]);
  const changed = read !== null && challenge.wording > read;
  return (
    <div role="status">
      {changed && (
        <p class="wk-row wk-elsewhere">
          <b>{say(words, "reworded")}</b>
          <button
            type="button"
            class="wk-quiet-action"
            onClick={() => {
              remember(name, challenge.wording);
              note(challenge.wording);
            }}
          >
            {say(words, "reworded-read")}
          </button>
        </p>
      )}
    </div>
  );
}
