/** Agree, disagree, pass: one statement at a time in this person's own order, and no answer looks better than another. */
import { useEffect, useRef, useState } from "preact/hooks";
import { STANCES, type Stance, type VoteOption } from "../../contract";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { Placed } from "../participant/following";
import { Page, Standing } from "../participant/page";
import { Finish, Noted, Opening, Shift, isAgain, listAll, useCast, type BallotAt } from "./casting";
import { FoldedFrame, useInSight, useLow } from "./low";
import { OptionText } from "./option";
import { useWalk } from "./walking";

export const sayStance = (words: Words, value: number): string =>
  say(words, `stance.${STANCES.find(([, kept]) => kept === value)?.[0] ?? "pass"}`);

export function StatementsBallot({ place: at, challenge }: BallotAt) {
  const { words, lang, send } = usePanel<"participant">();
  const { get, answer, cast } = useCast<number | null>(challenge);
  const said = (option: VoteOption) => get(option.id, option.mark);
  const walk = useWalk(challenge, (option) => option.mark === null);
  const [reviews, review] = useState(false);
  const { total, options, page, pages } = challenge;
  const all = listAll(challenge);
  const change = all.reduce((sum, one) => sum + Number(said(one) !== null) - Number(one.mark !== null), 0);
  const left = Math.max(0, total - challenge.marked - change);
  const over = left === 0 && !reviews;
  const here = over ? undefined : walk.here;
  useEffect(() => {
    // pages that were answered before are not read again: the first that was not is looked for on the next
    if (!reviews && left > 0 && page < pages && options.every((one) => said(one) !== null))
      walk.goTo(options[options.length - 1]!.number + 1);
  }, [page, left, reviews]);
  const answerWith = (option: VoteOption, stance: Stance | null, value: number | null) => {
    void cast(option, value, send("say_stance", { challenge: challenge.id, option: option.id, stance, round: challenge.round }));
    review(false);
    if (value === null) return;
    const open = (one: VoteOption) => one.id !== option.id && said(one) === null;
    const next = options.find((one) => one.number > option.number && open(one)) ?? options.find(open);
    walk.goTo(next?.number ?? Math.min(total, options[options.length - 1]!.number + 1));
  };
  const low = useLow();
  const choices = useRef<HTMLDivElement>(null);
  useInSight(walk.place, choices);
  const standing = <Standing still answer={answer?.good === true ? null : answer} />;
  const last = useLast(all, said, here);
  return (
    <Page
      foot={
        here === undefined ? (
          <>
            {standing}
            <Noted challenge={challenge} empty={left === total} />
            <Finish challenge={challenge} />
          </>
        ) : undefined
      }
    >
      <Placed place={at} frame={low ? FoldedFrame : undefined} />
      <Opening challenge={challenge} title={say(words, over ? "statements.over" : "statements.title")}>
        {!over && <p class="wk-quiet">{say(words, "statements.rule")}</p>}
      </Opening>
      <div class="wkb-read" ref={walk.place}>
        <p class="wk-row wkb-progress">
          <b>{here === undefined ? "" : say(words, "statements.place", { number: here.number, total })}</b>
          <span class="wk-quiet">{sayMany(words, lang, "statements.left", left)}</span>
        </p>
        <div class="wkb-walk" aria-hidden="true">
          <i style={{ width: `${total === 0 ? 0 : (100 * (total - left)) / total}%` }} />
        </div>
      </div>
      <div class="wkb-kept" role="status">
        {last !== undefined && (
          <>
            <span class="wk-saved">{say(words, "statements.kept", { stance: sayStance(words, said(last) ?? 0) })}</span>
            <button
              type="button"
              class="wk-quiet-action wk-push"
              onClick={() => {
                review(true);
                walk.goTo(last.number);
              }}
            >
              {say(words, "statements.review", { number: last.number })}
            </button>
          </>
        )}
      </div>
      {here === undefined ? (
        <>
          <p class="wk-lead">{say(words, "statements.thanks")}</p>
          <Said
            all={all}
            said={said}
            onReview={(one) => {
              review(true);
              walk.goTo(one.number);
            }}
          />
        </>
      ) : (
        <div class="wkb-quote" aria-live="polite">
          <div class="wk-card" key={here.id}>
            <OptionText option={here} />
          </div>
          {isAgain(challenge) && here.before !== null && (
            <Shift
              before={sayStance(words, here.before)}
              now={said(here) === null ? say(words, "statements.not-yet") : sayStance(words, said(here)!)}
              shift={said(here) === here.before ? say(words, "again.as-before") : ""}
            />
          )}
          <div class="wk-foot wkb-on">
            {standing}
            <div ref={choices} class="wkb-say" role="group" aria-label={say(words, "statements.title")}>
              {STANCES.map(([stance, value]) => (
                <button key={stance} type="button" aria-pressed={said(here) === value} onClick={() => answerWith(here, stance, value)}>
                  {say(words, `stance.${stance}`)}
                </button>
              ))}
            </div>
          </div>
          {said(here) !== null && (
            <button type="button" class="wk-quiet-action" onClick={() => answerWith(here, null, null)}>
              {say(words, "statements.none")}
            </button>
          )}
        </div>
      )}
      {!over && (
        <>
          <p class="wk-quiet">{say(words, "statements.lead")}</p>
          {!challenge.finished && left === total && <Noted challenge={challenge} empty />}
          {!challenge.finished ? (
            <p>
              <button
                type="button"
                class="wk-quiet-action"
                onClick={() => void send("finish", { challenge: challenge.id, stage: "vote", finished: true })}
              >
                {say(words, "statements.stop")}
              </button>
            </p>
          ) : (
            <>
              <Noted challenge={challenge} empty={left === total} />
              <Finish challenge={challenge} />
            </>
          )}
        </>
      )}
    </Page>
  );
}

/** The statement that was answered just before the one that is read: the way back to it stands above. */
function useLast(all: VoteOption[], said: (option: VoteOption) => number | null, here: VoteOption | undefined): VoteOption | undefined {
  const seen = useRef<string[]>([]);
  const id = here?.id;
  if (id !== undefined && seen.current[seen.current.length - 1] !== id) seen.current = [...seen.current.filter((one) => one !== id), id];
  const answered = (one: VoteOption | undefined) => one !== undefined && one.id !== id && said(one) !== null;
  const lately = [...seen.current].reverse().map((one) => all.find((option) => option.id === one));
  return lately.find(answered) ?? all.filter((one) => answered(one) && (here === undefined || one.number < here.number)).pop();
}

/** What one said to each statement, to be changed. */
function Said(props: { all: VoteOption[]; said: (option: VoteOption) => number | null; onReview: (option: VoteOption) => void }) {
  const { words } = useWords();
  const { all, said, onReview } = props;
  return (
    <details class="wk-more">
      <summary>{say(words, "statements.mine")}</summary>
      <ul class="wk-cards">
        {all.map((one) => {
          const value = said(one);
          return (
            <li key={one.id} class="wk-card">
              <p class="wk-text">{one.title}</p>
              <p class="wk-row">
                <b>{value === null ? say(words, "statements.not-yet") : sayStance(words, value)}</b>
                <button type="button" class="wk-quiet-action wk-push" onClick={() => onReview(one)}>
                  {say(words, "statements.review", { number: one.number })}
                </button>
              </p>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
