/** What the room is asked in its vote: dots, grades, statements or a budget, each with its few settings in one dialog. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { type ShownRule, VOTE_KINDS } from "../../contract";
import * as LIMITS from "../../limits";
import { sayMoney } from "../kit/money";
import { say, usePanel } from "../kit/panel";
import { Told, useAction } from "./action";
import { NumberField } from "./number_field";
import { useQuestion } from "./question";

export function RuleDialog({ onClose }: { onClose: () => void }) {
  const { model, words } = usePanel<"facilitator", "votes">();
  const action = useAction();
  // Once somebody voted the rule stands: the dialog closes by itself.
  const dialog = useQuestion(`${model.challenge?.id} ${model.set}`);
  const [rule, setRule] = useState<ShownRule>(model.rule);
  // What is asked for is what stands in the fields, also where one is still being typed in: it tells once it is left.
  const latest = useRef(rule);
  const change = (more: Partial<ShownRule>) => {
    latest.current = { ...latest.current, ...more };
    setRule(latest.current);
  };
  const save = async () => {
    if (dialog.current?.contains(document.activeElement) === true) (document.activeElement as HTMLElement).blur();
    if (model.challenge === null || action.busy) return;
    const { scale: _, ...asked } = latest.current;
    if ((await action.act("set_vote_rule", { challenge: model.challenge.id, ...asked })).ok) dialog.current?.close();
  };
  return (
    <dialog ref={dialog} class="wkf-question wkf-rule" aria-labelledby="wkf-rule" onClose={onClose}>
      <h2 id="wkf-rule">{say(words, "rule.title", { number: model.challenge?.number ?? "" })}</h2>
      <form
        noValidate
        class="wkf-rule-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset class="wkf-choice">
          <legend class="wk-visually-hidden">{say(words, "rule")}</legend>
          {VOTE_KINDS.map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" checked={rule.kind === kind} onChange={() => change({ kind })} />
              <span>
                <b>{say(words, `kind.${kind}`)}</b>
                <span>{say(words, `kind.${kind}.what`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Settings rule={rule} onChange={change} />
        {action.answer?.ok === false ? <Told action={action} /> : null}
        <div class="wkf-buttons">
          <button type="submit" class="wkf-button wkf-next">
            {say(words, "rule.choose")}
          </button>
          <button type="button" class="wkf-button" onClick={() => dialog.current?.close()}>
            {say(words, "close")}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** The settings of the kind that is chosen, and no other. */
function Settings({ rule, onChange }: { rule: ShownRule; onChange: (more: Partial<ShownRule>) => void }) {
  const { words } = usePanel<"facilitator", "votes">();
  if (rule.kind === "statements") return null;
  if (rule.kind === "dots") {
    return (
      <div class="wkf-settings">
        <Setting label={say(words, "dots.budget")}>
          <NumberField
            label={say(words, "dots.budget")}
            value={rule.budget}
            most={LIMITS.rule_dots.most}
            onCommit={(number) => onChange({ budget: number ?? 1, most: Math.min(rule.most, number ?? 1) })}
          />
        </Setting>
        <Setting label={say(words, "dots.most")}>
          <NumberField
            label={say(words, "dots.most")}
            value={rule.most}
            most={rule.budget}
            onCommit={(number) => onChange({ most: number ?? 1 })}
          />
        </Setting>
      </div>
    );
  }
  if (rule.kind === "grades") {
    return (
      <div class="wkf-settings">
        <Pair
          legend={say(words, "grades.number")}
          name="grades"
          value={rule.grades === 5}
          labels={[say(words, "grades.seven"), say(words, "grades.five")]}
          onChange={(five) => onChange({ grades: five ? 5 : 7 })}
        />
        <Pair
          legend={say(words, "grades.blanks")}
          name="blanks"
          value={!rule.blanks_count}
          labels={[say(words, "grades.blanks.count"), say(words, "grades.blanks.aside")]}
          onChange={(aside) => onChange({ blanks_count: !aside })}
        />
        <p class="wk-quiet wk-small">{say(words, "grades.said")}</p>
      </div>
    );
  }
  return (
    <div class="wkf-settings">
      <Setting label={say(words, "budget.sum")}>
        <NumberField
          label={say(words, "budget.sum")}
          value={rule.to_spend === 0 ? null : rule.to_spend}
          most={LIMITS.money.most}
          onCommit={(number) => onChange({ to_spend: number ?? 0 })}
        />
      </Setting>
      <Pair
        legend={say(words, "budget.how")}
        name="points"
        value={rule.points > 0}
        labels={[say(words, "budget.approvals"), say(words, "budget.points")]}
        onChange={(points) => onChange({ points: points ? 10 : 0 })}
      />
      {rule.points > 0 ? (
        <Setting label={say(words, "budget.points.each")}>
          <NumberField
            label={say(words, "budget.points.each")}
            value={rule.points}
            most={LIMITS.points.most}
            onCommit={(number) => onChange({ points: Math.max(1, number ?? 1) })}
          />
        </Setting>
      ) : null}
    </div>
  );
}

function Setting({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="wkf-setting">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

/** One of two, each in words. */
function Pair(props: {
  legend: string;
  name: string;
  value: boolean;
  labels: readonly [string, string];
  onChange: (second: boolean) => void;
}) {
  return (
    <fieldset class="wkf-pair">
      <legend>{props.legend}</legend>
      {props.labels.map((label, at) => (
        <label key={at}>
          <input type="radio" name={props.name} checked={props.value === (at === 1)} onChange={() => props.onChange(at === 1)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/**
 * What each idea costs, typed in place; each is kept as soon as it is typed. While people vote all are there: which of them
 * somebody chose is not told, and the cost of such an idea stays as it is.
 */
export function CostsDialog({ onClose }: { onClose: () => void }) {
  const { model, words, lang } = usePanel<"facilitator", "votes">();
  const action = useAction();
  const dialog = useQuestion(`${model.challenge?.id}`);
  const [refused, refuse] = useState<Record<string, number>>({});
  const sum = model.options.reduce((all, one) => all + (one.cost ?? 0), 0);
  const save = async (option: string, cost: number | null) => {
    const answer = await action.act("set_cost", { challenge: model.challenge?.id ?? "", option, cost });
    if (!answer.ok) refuse((times) => ({ ...times, [option]: (times[option] ?? 0) + 1 })); // its field shows the cost that stands
  };
  return (
    <dialog ref={dialog} class="wkf-question wkf-rule" aria-labelledby="wkf-costs" onClose={onClose}>
      <h2 id="wkf-costs">{say(words, "costs")}</h2>
      <p class="wk-quiet">{say(words, model.options.length === 0 ? "costs.later" : "costs.how")}</p>
      {model.set ? <p class="wk-quiet">{say(words, "costs.open")}</p> : null}
      <ul class="wkf-costs">
        {model.options.map((one) => (
          <li key={one.id}>
            <span>{one.title}</span>
            <NumberField
              key={refused[one.id]}
              label={say(words, "costs.of", { title: one.title })}
              value={one.cost}
              most={LIMITS.money.most}
              hint={say(words, "costs.none")}
              onCommit={(cost) => void save(one.id, cost)}
            />
          </li>
        ))}
      </ul>
      <p>{say(words, "costs.sum", { sum: sayMoney(lang, sum), whole: sayMoney(lang, model.rule.to_spend) })}</p>
      <Told action={action} saved={say(words, "costs.saved")} />
      <button type="button" class="wkf-button" onClick={() => dialog.current?.close()}>
        {say(words, "close")}
      </button>
    </dialog>
  );
}
