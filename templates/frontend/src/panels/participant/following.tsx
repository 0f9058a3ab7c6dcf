/** The challenge that this person looks at: the room's, unless they went to another one. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { SeatChallenge } from "../../contract";
import { ChallengeFrame } from "../kit/components";
import { recall, remember } from "../kit/device";
import { say, useWords } from "../kit/panel";
import { sayTables } from "../kit/tables";
import type { Place } from "./place";

/** The challenge that this person looks at, in its `frame`: where the room is, what else is open, and what was reworded. */
export function Placed({ place, frame: Frame = ChallengeFrame }: { place: Place; frame?: typeof ChallengeFrame }) {
  const { words } = useWords();
  const { challenge, challenges, room, others, together } = place;
  const around = useRef<HTMLDivElement>(null);
  const shown = useRef(challenge?.id);
  useLayoutEffect(() => {
    if (challenge === undefined || shown.current === challenge.id) return;
    shown.current = challenge.id; // another challenge: the page starts at its top, and a screen reader reads it
    window.scrollTo(0, 0);
    around.current?.focus({ preventScroll: true });
  }, [challenge?.id]);
  if (challenge === undefined) return null;
  const listed = [...together, ...others, ...(room === undefined ? [] : [room])]; // each has its way already: not a second one
  const unlisted = (one: SeatChallenge | undefined) => (one !== undefined && listed.includes(one) ? undefined : one);
  const before = unlisted(place.before);
  const after = unlisted(place.after);
  const label = { number: challenge.number, total: challenges.length, stake: challenge.stake };
  return (
    <div ref={around} class="wk-stack-tight wk-followed" tabIndex={-1}>
      {together.length > 0 && <Together place={place} />}
      {room !== undefined && !together.includes(challenge) && <Elsewhere challenge={room} said="room-at" onGo={place.goTo} />}
      <Frame label={say(words, "label", label)} statement={challenge.statement} />
      <Reworded challenge={challenge} />
      {others.map((other) => (
        <Elsewhere key={other.id} challenge={other} said={other.stage === "vote" ? "vote-open" : "also-open"} onGo={place.goTo} />
      ))}
      {(before !== undefined || after !== undefined) && (
        <nav class="wk-neighbours" aria-label={say(words, "challenges")}>
          {before !== undefined && <Neighbour to={before} said="previous" place={place} />}
          {after !== undefined && <Neighbour to={after} said="next" place={place} />}
        </nav>
      )}
    </div>
  );
}

/** The challenges that tables work on at the same time, each in its own words: which one is this person's is for them to say. */
function Together({ place }: { place: Place }) {
  const { words, lang } = useWords();
  const title = useId();
  return (
    <nav class="wk-together" aria-labelledby={title}>
      <p id={title}>{say(words, "open")}</p>
      {place.together.map((one) => {
        const here = one.id === place.challenge?.id;
        return (
          <button key={one.id} type="button" aria-current={here ? "true" : undefined} onClick={() => place.goTo(one.id)}>
            <b>{say(words, "open-challenge", { number: one.number, stake: one.stake })}</b>
            {one.tables !== "" && <span>{sayTables(words, lang, one.tables)}</span>}
            {here ? null : <small>{one.statement}</small>}
          </button>
        );
      })}
    </nav>
  );
}

function Elsewhere(props: { challenge: SeatChallenge; said: string; onGo: (challenge: string) => void }) {
  const { words } = useWords();
  const { id, number } = props.challenge;
  return (
    <p class="wk-row wk-elsewhere">
      <span>{say(words, props.said, { number })}</span>
      <button type="button" class="wk-quiet-action" onClick={() => props.onGo(id)}>
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
const stageName = (challenge: string): string => `wording-stage:${challenge}`;

/**
 * Says that the question is no longer the one this person has read, until they have seen that, or the challenge goes on: what was
 * changed while they wrote is no news in the vote, where they read it anew.
 */
function Reworded({ challenge }: { challenge: SeatChallenge }) {
  const { words } = useWords();
  const name = readName(challenge.id);
  const [read, note] = useState(() => recall<number>(name));
  useEffect(() => {
    const { id, stage, wording } = challenge;
    const before = recall<string>(stageName(id));
    const wentOn = before !== null && before !== stage && stage !== "writing";
    const known = wentOn ? null : recall<number>(name);
    if (known === null) remember(name, wording);
    if (before !== stage) remember(stageName(id), stage);
    note(known ?? wording);
  }, [name, challenge.stage]);
  const changed = read !== null && challenge.wording > read;
  return (
    <div role="status">
      {changed && (
        <p class="wk-row wk-elsewhere wk-reworded">
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
