/** What a move will do: said beside its button, and asked about before something is shown, hidden or cut short. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CourseChallenge, CourseModel, NextMove } from "../../contract";
import { say, sayMany, usePanel, type Words } from "../kit/panel";
import { Answers } from "./answers";

export const numberOf = (model: CourseModel, challenge: string | null): number =>
  model.challenges.find((one) => one.id === challenge)?.number ?? 0;

/** A move in words, for its button and for its question: one that goes back names what it goes back to. */
export const sayMove = (model: CourseModel, words: Words, move: NextMove): string =>
  move.hides && move.code !== "vote-again"
    ? say(words, `back.${move.code}`)
    : say(words, `next.${move.code}`, {
        number: numberOf(model, move.challenge),
        turn: (challengeOf(model, move)?.turn?.number ?? 0) + 1,
      });

const challengeOf = (model: CourseModel, move: NextMove): CourseChallenge | undefined =>
  model.challenges.find((one) => one.id === move.challenge);

/** Results of statements and of a budget are shown at once: there is no place to unveil. */
const isAtOnce = (model: CourseModel, move: NextMove): boolean => ["statements", "budget"].includes(challengeOf(model, move)?.vote ?? "");

/** The words for what is shown: results of each kind of vote have their own. */
const nameShown = (model: CourseModel, move: NextMove): string =>
  move.moment === "results" && isAtOnce(model, move) ? `results.${challengeOf(model, move)?.vote}` : move.moment;

/** What phones will show: where the room goes, and what was still hidden of the results that are closed. */
function sayPhones(model: CourseModel, words: Words, lang: string, move: NextMove): string {
  const turn = move.code === "next-table" ? challengeOf(model, move)?.turn : null;
  const seated = turn != null && turn.number < turn.seated;
  const what = say(words, `phones.${seated ? "next-table" : nameShown(model, move)}`);
  return move.covered === 0 ? what : sayMany(words, lang, "phones.covered", move.covered, { what });
}

/** What phones and the screen show once a move is made. */
export function Will({ move }: { move: NextMove }) {
  const { model, words, lang } = usePanel<"facilitator", "course">();
  return (
    <dl class="wkf-will">
      <dt>{say(words, "phones")}</dt>
      <dd>{sayPhones(model, words, lang, move)}</dd>
      <dt>{say(words, "screen")}</dt>
      <dd>{say(words, move.waits ? `screen.${move.moment}.waits` : `screen.${nameShown(model, move)}`)}</dd>
    </dl>
  );
}

/** A move that was pressed, and the last step of the course that its page knew then: the answer goes with it. */
export interface Asked {
  move: NextMove;
  since: number;
  /** The challenge that was looked at; none: the room's. */
  leaving?: string;
}

/**
 * The state that a question about a move is asked in: where the room is, and where the challenge stands that it moves on.
 * What leads the room elsewhere is about all challenges.
 */
export function stateOf(model: CourseModel, move: NextMove | null): string {
  const at = model.challenges.find((one) => one.id === move?.challenge);
  const leads = move === null || move.stage === null || at === undefined || ["unopened", "closed"].includes(at.stage);
  const concerned = leads ? model.challenges : [at];
  return [model.phase, leads ? model.challenge : "", ...concerned.map((one) => `${one.id} ${one.stage}`)].join("\n");
}

/** A dialog that opens with its question, and closes once another page changed the state that it was asked in. */
export function useQuestion(state: string) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [asked] = useState(state);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (state !== asked) dialog.current?.close();
  }, [state]);
  return dialog;
}

/** The question before something is shown, hidden or cut short. */
export function Question(props: {
  move: NextMove;
  challenge: CourseChallenge | undefined;
  onYes: (readFirst: boolean | null) => void;
  onNo: () => void;
}) {
  const { model, words } = usePanel<"facilitator", "course">();
  const { move, challenge } = props;
  const dialog = useQuestion(stateOf(model, move));
  const [readFirst, setReadFirst] = useState(model.read_first);
  const shows = move.shows.some((what) => what !== "results");
  /** Closed by itself the dialog hands the focus back to what opened it. */
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} class="wkf-question" aria-label={sayMove(model, words, move)} onClose={props.onNo}>
      <h2>{sayMove(model, words, move)}</h2>
      <Meaning move={move} challenge={challenge} />
      {shows ? (
        <fieldset class="wkf-choice">
          <legend>{say(words, "ask.screen")}</legend>
          {([true, false] as const).map((first) => (
            <label key={String(first)}>
              <input type="radio" name="read-first" checked={readFirst === first} onChange={() => setReadFirst(first)} />
              {say(words, first ? "ask.read-first" : "ask.together")}
            </label>
          ))}
          <p class="wk-quiet wk-small" aria-live="polite">
            {model.read_first && !readFirst ? say(words, "ask.together.once") : ""}
          </p>
        </fieldset>
      ) : null}
      <Answers
        yes={sayMove(model, words, move)}
        onYes={() => {
          close();
          props.onYes(shows ? readFirst : null);
        }}
        onNo={close}
      />
    </dialog>
  );
}

/** What the move means for people: whom it cuts short, what it shows, what it hides again. */
export function Meaning({ move, challenge }: { move: NextMove; challenge: CourseChallenge | undefined }) {
  const { model, words, lang } = usePanel<"facilitator", "course">();
  const silent = challenge === undefined ? 0 : model.people - challenge.wrote;
  const voteless = challenge === undefined ? 0 : model.people - challenge.voted;
  return (
    <>
      {move.shows.map((what) =>
        what === "results" && move.code !== "open-results" ? null : <p key={what}>{say(words, `ask.${what}`)}</p>,
      )}
      {move.code === "first-results" ? (
        <p>{say(words, isAtOnce(model, move) ? "ask.first-results.at-once" : "ask.first-results")}</p>
      ) : null}
      {move.unread > 0 ? <p>{sayMany(words, lang, "ask.unread", move.unread)}</p> : null}
      {move.costless > 0 ? <p>{sayMany(words, lang, "ask.costless", move.costless)}</p> : null}
      {move.unseen > 0 ? <p>{sayMany(words, lang, "ask.unseen", move.unseen)}</p> : null}
      {move.hides ? <p>{say(words, move.code === "vote-again" ? "ask.vote-again" : `ask.back.${move.code}`)}</p> : null}
      {move.hides || move.code === "first-results" ? <Will move={move} /> : null}
      {move.covered > 0 ? <p>{sayMany(words, lang, "ask.covered", move.covered)}</p> : null}
      {move.ends_timer ? <p>{say(words, "ask.ends-timer")}</p> : null}
      {move.leaves.map((number) => (
        <p key={number}>{say(words, move.challenge === null ? "ask.leaves" : "again.leaves", { number })}</p>
      ))}
      {move.leaves_vote.map((number) => (
        <p key={number}>{say(words, move.challenge === null ? "ask.leaves-vote" : "again.leaves-vote", { number })}</p>
      ))}
      {move.silent > 0 ? <p>{sayMany(words, lang, "ask.writing", move.silent)}</p> : null}
      {move.voteless > 0 ? (
        <p>{sayMany(words, lang, move.challenge === null ? "ask.voting.left" : "ask.voteless", move.voteless)}</p>
      ) : null}
      {move.code === "open-reveal" && !move.hides && silent > 0 ? <p>{sayMany(words, lang, "ask.writing", silent)}</p> : null}
      {move.code === "open-results" && voteless > 0 ? <p>{sayMany(words, lang, "ask.voting", voteless)}</p> : null}
    </>
  );
}
