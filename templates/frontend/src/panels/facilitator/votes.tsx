/** How the challenge looked at is worked and voted on: its plan, the rule of its vote, and how tables rotate. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { PlanOffer, Roles, ShownRule, ShownStep } from "../../contract";
import { useLooking } from "./looking";
import { sayMoney } from "../kit/money";
import { say, sayMany, usePanel, type Words } from "../kit/panel";
import { Quiet, Told, useAction, type Action } from "./action";
import { OPEN_COSTS } from "./asking";
import { useQuestion } from "./question";
import { addressOf } from "./rooms";
import { CostsDialog, RuleDialog } from "./vote_rule";
import { moveFromHere } from "./undo";

type Votes = Roles["facilitator"]["panels"]["votes"];

/** A step in words; where people vote twice, the first of the two votes says so. */
export const sayStep = (words: Words, { step }: ShownStep, { steps }: PlanOffer): string =>
  say(words, step === "vote" && steps.some((one) => one.step === "vote-again") ? "step.vote-first" : `step.${step}`);

/** The rule in a few words: what each person gives, and how much of it. */
export function sayRule(words: Words, lang: string, rule: ShownRule): string {
  if (rule.kind === "dots") return `${sayMany(words, lang, "rule.dots", rule.budget)}, ${sayMany(words, lang, "rule.most", rule.most)}`;
  if (rule.kind === "grades")
    return `${say(words, "rule.grades", { number: rule.grades })}, ${say(words, rule.blanks_count ? "rule.blanks.count" : "rule.blanks.aside")}`;
  if (rule.kind === "statements") return say(words, "rule.statements");
  const sum = sayMoney(lang, rule.to_spend);
  return rule.points > 0 ? sayMany(words, lang, "rule.budget.points", rule.points, { sum }) : say(words, "rule.budget", { sum });
}

export function VotesPanel() {
  const { model, words, lang } = usePanel<"facilitator", "votes">();
  const action = useAction(`${model.challenge?.id}`);
  const planOpener = useRef<HTMLButtonElement>(null);
  const ruleOpener = useRef<HTMLButtonElement>(null);
  const costsOpener = useRef<HTMLButtonElement>(null);
  const openers = { plan: planOpener, rule: ruleOpener, costs: costsOpener };
  const [open, setOpen] = useState<keyof typeof openers | null>(null);
  const budget = model.challenge !== null && model.rule.kind === "budget";
  useEffect(() => {
    const show = (event: Event) => {
      event.preventDefault(); // this page has the costs
      setOpen("costs");
    };
    if (budget) addEventListener(OPEN_COSTS, show);
    return () => removeEventListener(OPEN_COSTS, show);
  }, [budget]);
  if (model.challenge === null) return model.upcoming.length === 0 ? null : <Upcoming />;
  const chosen = model.plans.find((one) => one.plan === model.plan);
  const close = () => {
    setOpen(null);
    if (open !== null) openers[open].current?.focus();
  };
  return (
    <section class="wk-card wkf-votes" aria-labelledby="wkf-votes">
      <h2 id="wkf-votes" class="wk-visually-hidden">
        {say(words, "title", { number: model.challenge.number })}
      </h2>
      <div class="wkf-votes-line">
        <p>
          <span class="wk-visually-hidden">{say(words, "plan")}</span>{" "}
          <b>{sayMany(words, lang, "plan.minutes", chosen?.minutes ?? 0, { plan: say(words, `plan.${model.plan}`) })}</b>
        </p>
        <Quiet button={planOpener} label={say(words, "plan.change.label")} onClick={() => setOpen("plan")}>
          {say(words, "change")}
        </Quiet>
      </div>
      {model.ahead === null ? (
        chosen === undefined ? null : (
          <StepNow offer={chosen} />
        )
      ) : (
        <WrittenAhead open={model.ahead} action={action} />
      )}
      <Rotates action={action} />
      <div class="wkf-votes-line">
        <p>
          <span class="wk-quiet">{say(words, model.round > 1 ? "rule.again" : "rule")}</span> <b>{sayRule(words, lang, model.rule)}</b>
        </p>
        {isSettled(model) ? null : (
          <Quiet button={ruleOpener} label={say(words, "rule.change.label")} onClick={() => setOpen("rule")}>
            {say(words, "change")}
          </Quiet>
        )}
      </div>
      {model.set ? <p class="wk-quiet wk-small">{say(words, "set")}</p> : null}
      {model.rule.kind === "budget" && (!isSettled(model) || model.stage === "vote") ? (
        <div class="wkf-votes-line">
          <CostsMissing />
          <Quiet button={costsOpener} onClick={() => setOpen("costs")}>
            {say(words, "costs.type")}
          </Quiet>
        </div>
      ) : null}
      {action.answer?.ok === false ? <Told action={action} /> : null}
      {open === "plan" ? <PlanDialog onClose={close} /> : null}
      {open === "rule" ? <RuleDialog onClose={close} /> : null}
      {open === "costs" ? <CostsDialog onClose={close} /> : null}
    </section>
  );
}

/** Before the room works: how each challenge is going to be worked, and the way to choose it. */
function Upcoming() {
  const { model, words } = usePanel<"facilitator", "votes">();
  const looking = useLooking(null);
  return (
    <section class="wk-card wkf-votes" aria-labelledby="wkf-votes">
      <h2 id="wkf-votes">{say(words, "upcoming")}</h2>
      <ol class="wkf-upcoming">
        {model.upcoming.map((one) => (
          <li key={one.id} class="wkf-votes-line">
            <p>
              {one.number} {one.stake}
              {": "}
              <b>{say(words, `plan.${one.plan}`)}</b>
              {one.ahead === null ? null : ` – ${say(words, one.ahead ? "upcoming.open" : "upcoming.closed")}`}
            </p>
            <Quiet label={say(words, "upcoming.choose.label", { number: one.number })} onClick={() => looking.look(one.id)}>
              {say(words, "upcoming.choose")}
            </Quiet>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whether the rule can be changed no more: somebody voted by it, or the challenge is closed. */
const isSettled = ({ set, stage }: Votes): boolean => set || stage === "closed";

/** Where the challenge stands in its plan; what is done in one stage is said together. */
function StepNow({ offer }: { offer: PlanOffer }) {
  const { model, words } = usePanel<"facilitator", "votes">();
  const at = offer.steps.findIndex((one) => one.step === model.step);
  const now = offer.steps[at];
  if (now === undefined) return null;
  const also = offer.steps.filter((one, place) => place > at && one.stage === now.stage && one.round === now.round);
  const step = also.reduce(
    (said, one) => say(words, "step.and", { step: said, next: sayStep(words, one, offer) }),
    sayStep(words, now, offer),
  );
  return <p class="wk-quiet wkf-step">{say(words, "step.at", { number: at + 1, total: offer.steps.length, step })}</p>;
}

/** Before the room works: whether people write on it from home already, and the press that lets them, or no more. */
function WrittenAhead({ open, action }: { open: boolean; action: Action }) {
  const { model, words } = usePanel<"facilitator", "votes">();
  const set = () => {
    if (!action.busy) void moveFromHere(action.act("open_ahead", { challenge: model.challenge?.id ?? "", open: !open }));
  };
  return (
    <div class="wkf-rotation">
      <p class="wk-small">{say(words, open ? "ahead.open" : "ahead.closed")}</p>
      {open ? (
        <Quiet onClick={set}>{say(words, "ahead.close")}</Quiet>
      ) : (
        <button type="button" class="wkf-button" aria-disabled={action.busy} onClick={set}>
          {say(words, "ahead.do")}
        </button>
      )}
    </div>
  );
}

/** Whether phones show the table of the turn that people write at; where tables are not prepared, the way to do that. */
function Rotates({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "votes">();
  return (
    <>
      {model.rotation?.single ? <p class="wk-small wkf-say">{say(words, "rotation.single")}</p> : null}
      <Turned action={action} />
    </>
  );
}

function Turned({ action }: { action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "votes">();
  const { rotation } = model;
  if (rotation === null) return null;
  const { turn, rounds, told, spoken } = rotation;
  if (rounds === 0 || turn > rounds)
    return (
      <p class="wk-small">
        {rounds === 0 ? say(words, "rotation.none") : sayMany(words, lang, "rotation.short", rounds)}{" "}
        <a href={addressOf("room", lang)}>{say(words, "rotation.go")}</a>
      </p>
    );
  if (turn === 0) return <p class="wk-small">{sayMany(words, lang, "rotation.before", rounds)}</p>;
  return (
    <div class="wkf-rotation">
      <p class="wk-small">{say(words, told === turn ? "rotation.at" : "rotation.untold", { number: turn })}</p>
      {spoken && told !== turn ? (
        <button
          type="button"
          class="wkf-button"
          aria-disabled={action.busy}
          onClick={() => void (action.busy || action.act("tell_round", { round: turn }))}
        >
          {say(words, "rotation.next", { number: turn })}
        </button>
      ) : null}
    </div>
  );
}

/** Without a cost nobody can choose an option of a budget: how many still lack one. */
function CostsMissing() {
  const { model, words, lang } = usePanel<"facilitator", "votes">();
  const missing = model.options.filter((one) => one.cost === null).length;
  return <p class="wk-small">{missing === 0 ? null : sayMany(words, lang, "costs.missing", missing)}</p>;
}

/** The plans, each in a sentence with its steps and minutes. */
function PlanDialog({ onClose }: { onClose: () => void }) {
  const { model, words, lang } = usePanel<"facilitator", "votes">();
  const action = useAction();
  const dialog = useQuestion(`${model.challenge?.id}`);
  const [plan, choose] = useState(model.plan);
  const save = async () => {
    if (model.challenge === null || action.busy) return;
    if ((await action.act("choose_plan", { challenge: model.challenge.id, plan })).ok) dialog.current?.close();
  };
  return (
    <dialog ref={dialog} class="wkf-question wkf-plans" aria-labelledby="wkf-plans" onClose={onClose}>
      <h2 id="wkf-plans">{say(words, "plan.title", { number: model.challenge?.number ?? "" })}</h2>
      <fieldset class="wkf-choice">
        <legend class="wk-visually-hidden">{say(words, "plan")}</legend>
        {model.plans.map((one) => (
          <label key={one.plan}>
            <input type="radio" name="plan" checked={plan === one.plan} onChange={() => choose(one.plan)} />
            <span>
              <b>{sayMany(words, lang, "plan.minutes", one.minutes, { plan: say(words, `plan.${one.plan}`) })}</b>
              <span>{say(words, `plan.${one.plan}.what`)}</span>
              <small class="wk-quiet">{one.steps.map((step) => sayTimed(words, step, one)).join(", ")}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="wk-quiet">{say(words, "plan.kept")}</p>
      {action.answer?.ok === false ? <Told action={action} /> : null}
      <div class="wkf-buttons">
        <button type="button" class="wkf-button wkf-next" onClick={() => void save()}>
          {say(words, "plan.choose")}
        </button>
        <button type="button" class="wkf-button" onClick={() => dialog.current?.close()}>
          {say(words, "cancel")}
        </button>
      </div>
    </dialog>
  );
}

const sayTimed = (words: Words, step: ShownStep, offer: PlanOffer): string => {
  const values = { step: sayStep(words, step, offer), minutes: step.minutes, times: step.times };
  return say(words, step.times > 1 ? "step.times" : "step.minutes", values);
};
