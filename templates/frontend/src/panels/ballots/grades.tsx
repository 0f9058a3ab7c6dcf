/** Majority judgment: one idea at a time, and the words of the scale, none chosen beforehand and none in a colour of its own. */
import { useEffect, useId } from "preact/hooks";
import type { VoteOption } from "../../contract";
import { Go } from "../kit/components";
import { say, sayMany, usePanel } from "../kit/panel";
import { Placed } from "../participant/following";
import { Page, Standing } from "../participant/page";
import { Finish, Opening, Shift, isAgain, listAll, useCast, useDifference, type BallotAt } from "./casting";
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
  useEffect(() => tell(null), [here?.id]);
  const all = listAll(challenge);
  const changed = all.reduce((sum, one) => sum + Number(gradeOf(one) !== null) - Number(one.mark !== null), 0);
  const left = Math.max(0, total - challenge.marked - changed);
  const give = (option: VoteOption, grade: number | null) =>
    void cast(option, grade, send("give_grade", { challenge: challenge.id, option: option.id, grade, round: challenge.round }));
  const lowest = sayGrade(words, 0);
  const over = left === 0 || walk.after === 0;
  const grade = here === undefined ? null : gradeOf(here);
  return (
    <Page
      foot={
        <>
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
              <Go second={over} onClick={() => walk.goTo(walk.after)}>
                {say(words, "grades.to", { number: walk.after })}
                <span aria-hidden="true"> →</span>
              </Go>
            )}
          </div>
          {over && <Finish challenge={challenge} />}
        </>
      }
    >
      <Placed place={at} />
      <Opening challenge={challenge} title={say(words, "grades.title")} />
      {here !== undefined && (
        <div class="wk-stack-tight wkb-one wkb-read" ref={walk.place}>
          <div class="wk-card" key={here.id} aria-live="polite">
            <p class="wk-quiet wk-small">{say(words, "place", { number: here.number, total })}</p>
            <OptionText option={here} />
          </div>
          {isAgain(challenge) && <GradeShift option={here} grade={grade} scale={rule.scale} onBack={() => give(here, here.before)} />}
          <fieldset class="wkb-grades">
            <legend>{say(words, "grades.question")}</legend>
            {rule.scale.map((one) => (
              <label key={one} class="wk-chip">
                <input type="radio" name={`${name}-${here.id}`} value={one} checked={grade === one} onChange={() => give(here, one)} />
                <span>{sayGrade(words, one)}</span>
              </label>
            ))}
          </fieldset>
          <p class="wk-quiet">{say(words, rule.blanks_count ? "grades.blank-counts" : "grades.blank-not", { lowest })}</p>
          <p class="wk-quiet">{say(words, "secret")}</p>
          <p class="wk-row">
            {grade !== null && (
              <button type="button" class="wk-quiet-action" onClick={() => give(here, null)}>
                {say(words, "grades.none")}
              </button>
            )}
            {!over && !challenge.finished && (
              <button
                type="button"
                class="wk-quiet-action"
                onClick={() => void send("finish", { challenge: challenge.id, stage: "vote", finished: true })}
              >
                {say(words, "grades.stop")}
              </button>
            )}
          </p>
        </div>
      )}
      {challenge.finished && !over && <Finish challenge={challenge} />}
    </Page>
  );
}

function GradeShift(props: { option: VoteOption; grade: number | null; scale: number[]; onBack: () => void }) {
  const { words } = usePanel<"participant">();
  const { option, grade, scale, onBack } = props;
  const differ = useDifference();
  const told = (one: number | null) => (one === null ? say(words, "grades.blank") : sayGrade(words, one));
  return (
    <div class="wk-card wkb-shifting">
      <Shift
        before={told(option.before)}
        now={grade === null && option.before !== null ? say(words, "grades.not-yet") : told(grade)}
        shift={grade === null || option.before === null ? "" : differ(-scale.indexOf(option.before), -scale.indexOf(grade))}
      />
      {option.before !== null && option.before !== grade && (
        <button type="button" class="wk-dot" onClick={onBack}>
          {say(words, "again.put-back")}
        </button>
      )}
    </div>
  );
}
