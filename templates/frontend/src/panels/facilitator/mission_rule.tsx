/** How places are given, folded: the order that counts, and how much competence and interest weigh. */
import { useEffect, useState } from "preact/hooks";
import { say, usePanel } from "../kit/panel";
import * as LIMITS from "../../limits";
import { Told, useAction } from "./action";

const WEIGHTS = Array.from({ length: LIMITS.weight.most - LIMITS.weight.least + 1 }, (_, at) => LIMITS.weight.least + at);

export function MissionRule() {
  const { model, words } = usePanel<"facilitator", "missions">();
  const action = useAction();
  const [rule, setRule] = useState(model.rule);
  useEffect(() => setRule(model.rule), [model.rule.competence, model.rule.interest]);
  const weigh = async (changes: Partial<typeof rule>) => {
    const wanted = { ...rule, ...changes };
    setRule(wanted);
    const answer = await action.act("weigh_fit", wanted);
    if (!answer.ok) setRule(model.rule);
  };
  return (
    <details class="wkf-fold wkf-fold-tight">
      <summary>{say(words, "rule")}</summary>
      <div class="wk-stack-tight">
        <p>{say(words, "rule.order")}</p>
        <p>{say(words, "rule.limits")}</p>
        <p>{say(words, "rule.how", { sum: 2 * rule.competence + rule.interest })}</p>
        <div class="wk-row">
          {(["competence", "interest"] as const).map((one) => (
            <label key={one} class="wk-field">
              <b>{say(words, `rule.${one}`)}</b>
              <select value={rule[one]} onChange={(event) => void weigh({ [one]: Number(event.currentTarget.value) })}>
                {WEIGHTS.map((weight) => (
                  <option key={weight} value={weight}>
                    {weight}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
        <p role="status" class="wkf-breaks">
          {rule.competence === 0 && rule.interest === 0 ? say(words, "rule.none") : ""}
        </p>
        <Told action={action} />
      </div>
    </details>
  );
}
