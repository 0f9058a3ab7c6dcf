/** Private dots: as many as the rule gives, and at most so many of them on one idea. */
import type { VoteOption } from "../../contract";
import { say, sayMany, usePanel } from "../kit/panel";
import { Placed } from "../participant/following";
import { Page, Standing } from "../participant/page";
import { Pages } from "../participant/pages";
import { Filter, Finish, Noted, Opening, isAgain, listAll, useCast, useMine, type BallotAt } from "./casting";
import { CountedCard, Dots } from "./counted";

export function DotsBallot({ place: at, challenge }: BallotAt) {
  const { words, lang, send } = usePanel<"participant">();
  const { get, answer, tell, cast } = useCast<number>(challenge);
  const mine = useMine();
  const { options, elsewhere, total, rule } = challenge;
  const { budget, most } = rule;
  const given = (option: VoteOption) => get(option.id, option.dots);
  const all = listAll(challenge);
  const again = isAgain(challenge);
  const chosen = all.filter((option) => given(option) > 0);
  const count = (some: VoteOption[]) => some.reduce((sum, option) => sum + given(option), 0);
  const placed = count(chosen);
  const away = count(elsewhere);
  const left = Math.max(0, budget - placed);
  const place = async (option: VoteOption, count: number) => {
    if (count > given(option) && left === 0) {
      tell(null);
      await null; // said again, it is read again
      tell({ good: false, text: sayMany(words, lang, "all-given", budget) });
      return;
    }
    await cast(option, count, send("place_dots", { challenge: challenge.id, option: option.id, count, round: challenge.round }));
  };
  const shown = mine.only === null ? options : all.filter((option) => mine.only?.has(option.id));
  return (
    <Page
      foot={
        <>
          <Standing still answer={answer} />
          <p class="wk-row wk-dots-left" role="status">
            <b>{left === 0 ? say(words, "none-left") : sayMany(words, lang, "left", left)}</b>
            <Dots number={placed} of={budget} />
          </p>
          <Noted challenge={challenge} empty={placed === 0} />
          <div class="wk-row">
            <Filter mine={mine} chosen={chosen} total={total} said="with-mine" />
            <Finish challenge={challenge} second={placed === 0 && challenge.again} />
          </div>
        </>
      }
    >
      <Placed place={at} />
      <Opening challenge={challenge} title={sayMany(words, lang, "title", budget)}>
        <p class="wk-quiet">{say(words, "lead", { per_option: most })}</p>
      </Opening>
      <p role="status" class="wk-only">
        {mine.only !== null &&
          (mine.only.size === 0 ? say(words, "none-mine") : sayMany(words, lang, "only-mine", mine.only.size, { total }))}
      </p>
      <ul class="wk-cards" ref={mine.list}>
        {shown.map((option) => (
          <CountedCard
            key={option.id}
            option={option}
            place={say(words, "place", { number: option.number, total })}
            count={given(option)}
            most={most}
            left={left}
            again={again}
            onPlace={(count) => void place(option, count)}
          />
        ))}
      </ul>
      {mine.only === null && (
        <>
          {away > 0 && <p class="wk-quiet">{sayMany(words, lang, "elsewhere", away)}</p>}
          <Pages challenge={challenge} />
        </>
      )}
    </Page>
  );
}
