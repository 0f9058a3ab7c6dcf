/** A budget to spend: approvals that cost what an idea costs, or points; what is left is the largest thing at the thumb. */
import type { VoteOption } from "../../contract";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Placed } from "../participant/following";
import { Page, Standing } from "../participant/page";
import { Pages } from "../participant/pages";
import { Filter, Finish, Noted, Opening, Shift, isAgain, listAll, useCast, useMine, type BallotAt } from "./casting";
import { CountedCard, Dots, usePressed } from "./counted";
import { sayMoney } from "../kit/money";
import { OptionText } from "./option";

export function BudgetBallot({ place: at, challenge }: BallotAt) {
  const { words, lang, send } = usePanel<"participant">();
  const { get, answer, tell, cast } = useCast<number>(challenge);
  const mine = useMine();
  const { options, total, rule } = challenge;
  const pointed = rule.points > 0;
  const given = (option: VoteOption) => get(option.id, option.mark ?? 0);
  const all = listAll(challenge);
  const again = isAgain(challenge);
  const chosen = all.filter((option) => given(option) > 0);
  const spent = chosen.reduce((sum, option) => sum + (pointed ? given(option) : (option.cost ?? 0)), 0);
  const left = Math.max(0, (pointed ? rule.points : rule.to_spend) - spent);
  const spend = (option: VoteOption, points: number) => {
    if (pointed && points > given(option) && left === 0) {
      tell({ good: false, text: sayMany(words, lang, "all-given", rule.points) });
      return;
    }
    void cast(option, points, send("spend_on", { challenge: challenge.id, option: option.id, points, round: challenge.round }));
  };
  const shown = mine.only === null ? options : all.filter((option) => mine.only?.has(option.id));
  const sum = sayMoney(lang, rule.to_spend);
  const placeOf = (option: VoteOption) => say(words, "place", { number: option.number, total });
  return (
    <Page
      foot={
        <>
          <Standing still answer={answer} />
          <p class={pointed ? "wk-row wk-dots-left" : "wk-row wkb-sum"} role="status">
            <b>
              {pointed
                ? left === 0
                  ? say(words, "none-left")
                  : sayMany(words, lang, "left", left)
                : say(words, "budget.left", { sum: sayMoney(lang, left) })}
            </b>
            {pointed ? (
              <Dots number={rule.points - left} of={rule.points} />
            ) : (
              <span class="wk-quiet">{sayMany(words, lang, "budget.chosen", chosen.length)}</span>
            )}
          </p>
          {!pointed && (
            <div class="wkb-purse" aria-hidden="true">
              {chosen.map((option) => (
                <i key={option.id} style={{ width: `${(100 * (option.cost ?? 0)) / rule.to_spend}%` }} />
              ))}
            </div>
          )}
          <Noted challenge={challenge} empty={chosen.length === 0} />
          <div class="wk-row">
            <Filter mine={mine} chosen={chosen} total={total} said={pointed ? "with-mine" : "budget.mine"} />
            <Finish challenge={challenge} second={chosen.length === 0 && challenge.again} />
          </div>
        </>
      }
    >
      <Placed place={at} />
      <Opening
        challenge={challenge}
        title={pointed ? sayMany(words, lang, "budget.points-title", rule.points, { sum }) : say(words, "budget.title", { sum })}
      >
        <p class="wk-quiet">{say(words, pointed ? "budget.points-lead" : "budget.lead", { sum })}</p>
      </Opening>
      <p role="status" class="wk-only">
        {mine.only !== null &&
          (mine.only.size === 0 ? say(words, "budget.none-mine") : sayMany(words, lang, "budget.only-mine", mine.only.size, { total }))}
      </p>
      <ul class="wk-cards" ref={mine.list}>
        {shown.map((option) =>
          pointed && option.cost !== null ? (
            <CountedCard
              key={option.id}
              option={option}
              place={placeOf(option)}
              count={given(option)}
              most={rule.points}
              left={left}
              again={again}
              cost={<b class="wkb-cost">{sayMoney(lang, option.cost)}</b>}
              onPlace={(points) => spend(option, points)}
            />
          ) : (
            <Approved
              key={option.id}
              option={option}
              place={placeOf(option)}
              chosen={given(option) > 0}
              left={left}
              again={again}
              onChoose={(yes) => spend(option, yes ? 1 : 0)}
            />
          ),
        )}
      </ul>
      {mine.only === null && <Pages challenge={challenge} />}
    </Page>
  );
}

interface ApprovedProps {
  option: VoteOption;
  place: string;
  chosen: boolean;
  left: number;
  again: boolean;
  onChoose: (yes: boolean) => void;
}

function Approved({ option, place, chosen, left, again, onChoose }: ApprovedProps) {
  const { words, lang } = useWords();
  const [row, note] = usePressed(chosen);
  const { cost } = option;
  const missing = cost === null ? 0 : cost - left;
  const before = (option.before ?? 0) > 0;
  const told = (yes: boolean) => say(words, yes ? "budget.in" : "budget.out");
  const press = (yes: boolean) => {
    note();
    onChoose(yes);
  };
  const about = <span class="wk-visually-hidden"> {place}</span>;
  return (
    <li class={chosen ? "wk-card wk-card-chosen" : "wk-card"}>
      <p class="wk-quiet wk-small wkb-head">
        <span>{place}</span>
        {cost !== null && <b class="wkb-cost">{sayMoney(lang, cost)}</b>}
      </p>
      <OptionText option={option} />
      {again && <Shift before={told(before)} now={told(chosen)} shift={before === chosen ? say(words, "again.as-before") : ""} />}
      <div ref={row} class="wk-row wk-vote">
        {cost === null ? (
          <p class="wk-quiet">{say(words, "budget.no-cost")}</p>
        ) : chosen ? (
          <p class="wk-saved">{say(words, "budget.in")}</p>
        ) : missing > 0 ? (
          <p class="wkb-short">{say(words, "budget.missing", { sum: sayMoney(lang, missing) })}</p>
        ) : (
          <p class="wk-quiet">{say(words, "budget.would-leave", { sum: sayMoney(lang, -missing) })}</p>
        )}
        {chosen ? (
          <button key="less" type="button" class="wk-dot wk-push" onClick={() => press(false)}>
            {say(words, "remove")}
            {about}
          </button>
        ) : (
          cost !== null &&
          missing <= 0 && (
            <button key="more" type="button" class="wk-dot wk-push" onClick={() => press(true)}>
              {say(words, again && before ? "again.put-back" : "budget.choose")}
              {about}
            </button>
          )
        )}
      </div>
    </li>
  );
}
