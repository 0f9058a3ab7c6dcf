/** Which challenge this person looks at: the room's, unless they went to another one. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { ChallengeText } from "../../contract";
import { ChallengeFrame } from "../kit/components";
import { say, useWords } from "../kit/panel";

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
