/** Majority judgment: one idea at a time, and the words of the scale, none chosen beforehand and none in a colour of its own. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { BallotChallenge, VoteOption } from "../../contract";
import { Go } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Placed } from "../participant/following";
import { Page, Standing, type Answer } from "../participant/page";
import { Finish, Noted, Opening, Shift, isAgain, listAll, useCast, useDifference, type BallotAt } from "./casting";
import { FoldedFrame, useInSight, useLow } from "./low";
import { sayGrade } from "./scale";
import { OptionText } from "./option";
import { useWalk } from "./walking";

export function GradesBallot({ place: at, challenge }: BallotAt) {
  const { words, lang, send } = usePanel<"participant">();
  const { get, answer, tell, cast } = useCast<number | null>(challenge);
  const name = useId();
  const { rule, total } = challenge;
  const gradeOf = (option: VoteOption) => get(option.id, option.mark);
  const walk = useWalk(challenge, (option) => option.mark === null);
  const { here } = walk;
  const low = useLow();
  const choices = useRef<HTMLFieldSetElement>(null);
  useInSight(walk.place, choices);
  const [stops, stop] = useState(false);
  const sayBlanks = useBlanks(challenge);
  useEffect(() => tell(null), [here?.id]);
  const all = listAll(challenge);
  const changed = all.reduce((sum, one) => sum + Number(gradeOf(one) !== null) - Number(one.mark !== null), 0);
  const left = Math.max(0, total - challenge.marked - changed);
  const give = (option: VoteOption, grade: number | null) =>
    void cast(option, grade, send("give_grade", { challenge: challenge.id, option: option.id, grade, round: challenge.round }));
  const over = left === 0 || walk.after === 0;
  const grade = here === undefined ? null : gradeOf(here);
  const way = useWayOn(here?.id, grade, answer);
  const put = (option: VoteOption, value: number | null) => {
    give(option, value);
    way.chose(value !== null);
  };
  const ends = over || stops || challenge.finished;
  return (
    <Page>
      <Placed place={at} frame={low ? FoldedFrame : undefined} />
      <Opening challenge={challenge} title={say(words, "grades.title")}>
        <p class="wk-quiet">{say(words, rule.blanks_count ? "grades.blank-counts" : "grades.blank-not", { lowest: sayGrade(words, 0) })}</p>
      </Opening>
      {here !== undefined && (
        <div class="wk-stack-tight wkb-one wkb-read" ref={walk.place}>
          <div class="wk-card" key={here.id} aria-live="polite">
            <p class="wk-quiet wk-small">{say(words, "place", { number: here.number, total })}</p>
            <OptionText option={here} />
          </div>
          {isAgain(challenge) && <GradeShift option={here} grade={grade} scale={rule.scale} />}
          <fieldset class="wkb-grades" ref={choices}>
            <legend>{say(words, "grades.question")}</legend>
            {rule.scale.map((one) => (
              <label key={one} class="wk-chip">
                <input type="radio" name={`${name}-${here.id}`} value={one} checked={grade === one} onChange={() => put(here, one)} />
                <span>
                  {sayGrade(words, one)}
                  {here.before === one && (
                    <small class="wkb-once" aria-hidden="true">
                      {say(words, "again.before")}
                    </small>
                  )}
                </span>
              </label>
            ))}
          </fieldset>
          <div class="wk-foot wkb-on" ref={way.place}>
            <Standing still answer={answer} />
            <p class="wkb-left" role="status">
              <b>{left === 0 ? say(words, "grades.all") : sayMany(words, lang, "grades.left", left)}</b>
            </p>
            <div class="wk-row">
              {walk.before > 0 && (
                <Go second onClick={() => walk.goTo(walk.before)}>
                  <span aria-hidden="true">← </span>
                  {say(words, "grades.to", { number: walk.before })}
                </Go>
              )}
              {walk.after > 0 && (
                <Go second={ends || grade === null} onClick={() => walk.goTo(walk.after)}>
                  {say(words, "grades.to", { number: walk.after })}
                  <span aria-hidden="true"> →</span>
                </Go>
              )}
            </div>
            {ends && (
              <>
                {left > 0 && <p class="wkb-short">{sayBlanks(left)}</p>}
                <Noted challenge={challenge} empty={left === total} />
                <Finish challenge={challenge} second={left > 0} />
              </>
            )}
          </div>
          <p class="wk-row">
            {grade !== null && (
              <button type="button" class="wk-quiet-action" onClick={() => put(here, null)}>
                {say(words, "grades.none")}
              </button>
            )}
            {!ends && (
              <button type="button" class="wk-quiet-action" onClick={() => stop(true)}>
                {say(words, "grades.stop")}
              </button>
            )}
          </p>
          <p class="wk-quiet">{say(words, "secret")}</p>
        </div>
      )}
    </Page>
  );
}

/** The way on comes into sight once a grade is chosen, and stays there when the answer makes it higher. */
function useWayOn(here: string | undefined, grade: number | null, answer: Answer | null) {
  const place = useRef<HTMLDivElement>(null);
  const chosen = useRef(false);
  useEffect(() => {
    chosen.current = false;
  }, [here]);
  useEffect(() => {
    if (chosen.current) place.current?.scrollIntoView?.({ block: "nearest" });
  }, [grade, answer]);
  const chose = (on: boolean) => {
    chosen.current = on;
  };
  return { place, chose };
}

/** What becomes of the ideas that are left without a grade, said before one is done; a ballot with none at all is none. */
function useBlanks({ rule, total }: BallotChallenge): (left: number) => string {
  const { words, lang } = useWords();
  const key = rule.blanks_count ? "grades.blanks-count" : "grades.blanks-not";
  return (left) => (left === total ? say(words, "grades.blanks-all") : sayMany(words, lang, key, left, { lowest: sayGrade(words, 0) }));
}

/** What one gave before, above what one gives now; both are given in the same list, as near to the thumb. */
function GradeShift({ option, grade, scale }: { option: VoteOption; grade: number | null; scale: number[] }) {
  const { words } = useWords();
  const differ = useDifference();
  const told = (one: number | null) => (one === null ? say(words, "grades.blank") : sayGrade(words, one));
  return (
    <Shift
      before={told(option.before)}
      now={grade === null && option.before !== null ? say(words, "grades.not-yet") : told(grade)}
      shift={grade === null || option.before === null ? "" : differ(-scale.indexOf(option.before), -scale.indexOf(grade))}
    />
  );
}
