/** Step 1, before the challenges: stakes are proposed in silence, put together, judged, and the first become challenges. */
import { useEffect, useRef, useState } from "preact/hooks";
import { CHALLENGES_AT_MOST, STAKES_STAGES, type StakesStage } from "../../contract";
import { say, sayMany, usePanel } from "../kit/panel";
import { Quiet, Told, useAction } from "./action";
import { Gathering } from "./stakes_gathering";
import { Judged, Judging } from "./stakes_judging";
import { Sorting } from "./stakes_sorting";

const STEPS = STAKES_STAGES.filter((stage) => stage !== "closed");

export function StakesPanel() {
  const { model, words, lang } = usePanel<"facilitator", "stakes">();
  const action = useAction();
  const heading = useRef<HTMLHeadingElement>(null);
  const [made, count] = useState(0); // said where the ranking was: it goes with its last button
  const done = useRef<HTMLElement>(null);
  useEffect(() => {
    if (made > 0 && model.stage === "closed") done.current?.scrollIntoView?.({ block: "start" });
  }, [made, model.stage]);
  const told = <Told action={action} saved={made > 0 ? sayMany(words, lang, "judged.made", made) : undefined} />;
  const make = async (stakes: string[]) => {
    const answer = await action.act("make_challenges", { stakes });
    count(answer.result?.added ?? 0);
    return answer.ok;
  };
  const move = async (stage: StakesStage) => {
    count(0);
    if (!(await action.act("move_stakes", { stage })).ok) return;
    // what was pressed is gone, and the next step is lower or higher: one reads on from its beginning
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView?.({ block: "start" });
  };
  const begun = model.stakes.length > 0 || model.counts.proposed > 0;
  if (model.stage === "closed") {
    if (!begun && model.places === 0) return null; // there are five challenges already
    const open = () => void move(begun ? "sorting" : "gathering");
    if (model.places < CHALLENGES_AT_MOST) {
      return (
        <section ref={done} aria-label={say(words, "title")}>
          {made > 0 || action.answer?.ok === false ? told : null}
          <Quiet onClick={open}>{say(words, begun ? "reopen" : "open.more")}</Quiet>
        </section>
      );
    }
    return (
      <section class="wk-card wk-stack-tight" aria-labelledby="wkf-from-stakes">
        <h2 id="wkf-from-stakes">{say(words, "title")}</h2>
        <p>{say(words, "lead")}</p>
        <p>
          <button type="button" class="wkf-button" aria-disabled={action.busy} onClick={open}>
            {say(words, begun ? "reopen" : "open")}
          </button>
        </p>
        {action.answer?.ok === false ? <Told action={action} /> : null}
      </section>
    );
  }
  return (
    <section class="wk-card wk-stack" aria-labelledby="wkf-from-stakes">
      <div class="wk-row">
        <h2 ref={heading} id="wkf-from-stakes" tabIndex={-1}>
          {say(words, "title")}
        </h2>
        <span class="wk-push">
          <Quiet onClick={() => void move("closed")}>{say(words, "close")}</Quiet>
        </span>
      </div>
      <ol class="wkf-stakes-steps">
        {STEPS.map((stage, place) => (
          <li key={stage} aria-current={stage === model.stage ? "step" : undefined}>
            {place + 1}. {say(words, `step.${stage}`)}
          </li>
        ))}
      </ol>
      {model.stage === "gathering" ? <Gathering move={move} /> : null}
      {model.stage === "sorting" ? <Sorting move={move} action={action} /> : null}
      {model.stage === "judging" ? <Judging move={move} action={action} /> : null}
      {model.stage === "judged" ? <Judged move={move} make={make} /> : null}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </section>
  );
}
