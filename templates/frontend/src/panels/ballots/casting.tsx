/** What every ballot has in common: how a mark is put, who is encouraged, how one says that one is done, and the second vote. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { BallotChallenge, VoteOption } from "../../contract";
import { Go } from "../kit/components";
import type { Acknowledgement } from "../kit/outbox";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Asked } from "../participant/clarified";
import { useOverlay } from "../participant/overlay";
import { Heading, answerOf, type Answer } from "../participant/page";
import type { Place } from "../participant/place";
import { noteLate } from "./late";

export interface BallotAt {
  place: Place;
  challenge: BallotChallenge;
}

/** What this person put on each option, shown at once, and what is said of the last one. */
export function useCast<T>(challenge: BallotChallenge) {
  const { words } = useWords();
  const overlay = useOverlay<T>();
  const [answer, tell] = useState<Answer | null>(null);
  const cast = async (option: VoteOption, value: T, sent: Promise<Acknowledgement>): Promise<void> => {
    const reply = await overlay.put(option.id, value, sent);
    if (reply.closed) noteLate(challenge.id);
    tell(answerOf(reply, say(words, "saved")));
  };
  return { get: overlay.get, answer, tell, cast };
}

/** Every option that this phone was given, in this person's order. */
export const listAll = ({ options, elsewhere }: BallotChallenge): VoteOption[] =>
  [...options, ...elsewhere].sort((one, other) => one.number - other.number);

/** Whether there is something that one gave in a first vote, to keep or to change. */
export const isAgain = (challenge: BallotChallenge): boolean => listAll(challenge).some((option) => option.before !== null);

/** What is asked, that it is asked a second time, and a gentle line for who has said nothing yet. */
export function Opening({ challenge, title, children }: { challenge: BallotChallenge; title: string; children?: ComponentChildren }) {
  const { words } = useWords();
  return (
    <div class="wk-stack-tight">
      {challenge.again && <p class="wkb-again">{say(words, "again.title")}</p>}
      <Heading>{title}</Heading>
      {challenge.again && (
        <p>
          <b>{say(words, "again.keep")}</b> {say(words, "again.same")}
        </p>
      )}
      {children}
      <p role="status" class="wkb-nudge">
        {challenge.nudged ? say(words, "nudge") : ""}
      </p>
      {challenge.asked.map((idea) => (
        <Asked key={idea.id} idea={idea} />
      ))}
      {challenge.total === 0 && <p>{say(words, "empty")}</p>}
    </div>
  );
}

/**
 * That one is done, said where the thumb is; and of a second ballot with nothing on it, before one is done and after, that what
 * one gave in the first vote does not stand for it.
 */
export function Noted({ challenge, empty }: { challenge: BallotChallenge; empty: boolean }) {
  const { words } = useWords();
  return (
    <div role="status">
      {empty && challenge.again && <p class="wkb-short">{say(words, "again.empty")}</p>}
      {challenge.finished && <p class="wk-saved">{say(words, "finished")}</p>}
    </div>
  );
}

/** How one says that one is done, or goes on; quieter while something is left to do. */
export function Finish({ challenge, second = false }: { challenge: BallotChallenge; second?: boolean }) {
  const { words, send } = usePanel<"participant">();
  const { id, finished } = challenge;
  return (
    <Go second={second || finished} onClick={() => void send("finish", { challenge: id, stage: "vote", finished: !finished })}>
      {say(words, finished ? "resume" : "finish")}
    </Go>
  );
}

/** What one gave before above what one gives now, each in words, with its difference; nothing is put back by itself. */
export function Shift({ before, now, shift }: { before: ComponentChildren; now: ComponentChildren; shift: string }) {
  const { words } = useWords();
  return (
    <dl class="wkb-shift">
      <dt>{say(words, "again.before")}</dt>
      <dd>{before}</dd>
      <dt>{say(words, "again.now")}</dt>
      <dd>
        {now}
        {shift !== "" && `, ${shift}`}
      </dd>
    </dl>
  );
}

/** How much more or less than before, in words: "1 less". */
export function useDifference(): (before: number, now: number) => string {
  const { words, lang } = useWords();
  return (before, now) =>
    now === before
      ? say(words, "again.as-before")
      : sayMany(words, lang, now > before ? "again.more" : "again.less", Math.abs(now - before));
}

/**
 * The filter of the ideas with something of one's own. Those that are shown are those that had some when it was asked for, so that
 * none goes away under the thumb that takes it back; going back to all of them goes back to where one was among them.
 */
export function useMine() {
  const [only, show] = useState<ReadonlySet<string> | null>(null);
  const down = useRef(0);
  const list = useRef<HTMLUListElement>(null);
  const seen = useRef(only);
  useLayoutEffect(() => {
    if (seen.current === only) return;
    seen.current = only;
    if (only === null) window.scrollTo(0, down.current);
    else list.current?.scrollIntoView({ block: "center" });
  }, [only]);
  return {
    only,
    list,
    show: (wanted: ReadonlySet<string> | null) => {
      if (wanted !== null) down.current = window.scrollY;
      show(wanted);
    },
  };
}

export type Mine = ReturnType<typeof useMine>;

/** The button of the filter; `said` is what it says while all are shown. */
export function Filter({ mine, chosen, total, said }: { mine: Mine; chosen: VoteOption[]; total: number; said: string }) {
  const { words } = useWords();
  const { only, show } = mine;
  return (
    <button
      type="button"
      class="wk-go wk-second wk-filter"
      onClick={() => show(only === null ? new Set(chosen.map((option) => option.id)) : null)}
    >
      {only === null ? say(words, said, { number: chosen.length }) : say(words, "with-all", { number: total })}
    </button>
  );
}
