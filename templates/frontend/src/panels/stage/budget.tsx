/** What a budget reaches on the screen: the sum and what is left of it, then what is funded, in order, with its cost. */
import type { ScreenBudget, ScreenProject } from "../../contract";
import { sayMoney } from "../kit/money";
import { say, sayMany, useWords, type Words } from "../kit/panel";
import { Discussed } from "./discussed";
import { Fitted, onPages, PageNumber } from "./pages";
import { BigChallenge, Foot } from "./pieces";
import { sayGathered } from "./shift";

export function Budget({ model }: { model: ScreenBudget }) {
  const { words, lang } = useWords();
  const { projects, discussed, unpriced } = model;
  const [shown, marked] = onPages(model, [projects, discussed] as const);
  const first = projects.indexOf(shown[0] as ScreenProject);
  const beyond = projects.filter((one) => !one.funded).length;
  const funded = shown[0]?.funded ?? true;
  return (
    <>
      <BigChallenge small />
      {marked.length > 0 ? (
        <Discussed ideas={marked} />
      ) : (
        <>
          <Sum model={model} />
          {funded ? null : <h2 class="wk-page-title">{say(words, "budget.beyond")}</h2>}
          {shown.length === 0 ? <p class="wk-big-quiet">{say(words, "budget.none")}</p> : null}
          <Fitted class="wk-projects">
            {shown.map((one, index) => (
              <Project key={index} one={one} place={first + index + 1} points={model.rule.points > 0} />
            ))}
          </Fitted>
        </>
      )}
      <Foot>
        <div class="wk-big-quiet">
          <p>
            {funded && beyond > 0 ? `${sayMany(words, lang, "budget.others", beyond)} ` : ""}
            {unpriced > 0 ? sayMany(words, lang, "budget.unpriced", unpriced) : ""}
          </p>
          <p>{say(words, "budget.how")}</p>
        </div>
        <PageNumber />
      </Foot>
    </>
  );
}

/** The sum as a bar: what is spent on each in turn, and what is left. */
function Sum({ model }: { model: ScreenBudget }) {
  const { words, lang } = useWords();
  const { spent, rule, projects } = model;
  const left = rule.to_spend - spent;
  return (
    <div class="wk-sum">
      <div class="wk-sum-bar" aria-hidden="true">
        {projects
          .filter((one) => one.funded)
          .map((one, index) => (
            <i key={index} style={{ flexGrow: one.cost }} />
          ))}
        {left > 0 ? <i class="wk-sum-left" style={{ flexGrow: left }} /> : null}
      </div>
      <p>
        <b>{say(words, "budget.spent", { spent: sayMoney(lang, spent), sum: sayMoney(lang, rule.to_spend) })}</b>
        <span>{say(words, "budget.left", { left: sayMoney(lang, left) })}</span>
      </p>
    </div>
  );
}

function sayBefore(words: Words, lang: string, { before }: ScreenProject, points: boolean): string {
  if (before === null) return "";
  if (points) return sayGathered(words, lang, before);
  return say(words, "shift.people", { people: sayMany(words, lang, "results.supporters", before.supporters) });
}

function Project({ one, place, points }: { one: ScreenProject; place: number; points: boolean }) {
  const { words, lang } = useWords();
  const people = sayMany(words, lang, "results.supporters", one.supporters);
  const was = sayBefore(words, lang, one, points);
  return (
    <li class="wk-project">
      <b>{one.funded ? place : "–"}</b>
      <span>{one.title}</span>
      <span class="wk-quiet">
        {points ? `${people}, ${sayMany(words, lang, "tally.dots", one.points)}` : people}
        {was ? <small> {was}</small> : null}
      </span>
      <b>{sayMoney(lang, one.cost)}</b>
    </li>
  );
}
