/** Majority judgment on the screen: each profile whole, its median framed and written, the first vote thin above the second. */
import type { JudgedOption, ScreenRank, ScreenResults, ShownRule } from "../../contract";
import { partProfile } from "../kit/graded";
import { say, sayMany, useWords } from "../kit/panel";
import { sayRank } from "../kit/tally";
import { Fitted } from "./pages";
import { sayShift } from "./shift";

export function Graded({ model }: { model: ScreenResults }) {
  const { words, lang } = useWords();
  const { places, rule } = model;
  const judged = places.flatMap(({ ranks }) => ranks ?? []).flatMap(({ judgment, before }) => [judgment, before?.judgment ?? null]);
  const twice = judged.some((one, at) => at % 2 === 1 && one !== null);
  const blank = rule.blanks_count && judged.some((one) => one !== null && one.blanks > 0);
  return (
    <>
      <p class="wk-key">
        {rule.scale.map((grade) => (
          <span key={grade}>
            <i class={`wk-g${grade}`} />
            {say(words, `grade.${grade}`)}
          </span>
        ))}
        {blank ? (
          <span>
            <i class="wk-blank" />
            {say(words, "grade.none")}
          </span>
        ) : null}
      </p>
      <Fitted class={twice ? "wk-graded wk-graded-twice" : "wk-graded"}>
        {places.flatMap(({ rank, ranks, more }, at) =>
          ranks === null
            ? [
                <li key={at} class="wk-graded-covered">
                  <b>{sayRank(words, lang, rank)}</b>
                  <p>{say(words, "results.covered")}</p>
                </li>,
              ]
            : ranks.map((one, index) => <Row key={`${at}-${index}`} one={one} rule={rule} tied={ranks.length + more > 1} />),
        )}
      </Fitted>
    </>
  );
}

function Row({ one, rule, tied }: { one: ScreenRank; rule: ShownRule; tied: boolean }) {
  const { words, lang } = useWords();
  const { judgment, before } = one;
  if (judgment === null) return null;
  const shift = sayShift(words, lang, one);
  return (
    <li>
      <p class="wk-graded-rank">
        <b>{sayRank(words, lang, one.rank)}</b>
        {tied ? <small>{say(words, "results.tie")}</small> : null}
      </p>
      <p class="wk-graded-title">
        {one.title}
        {one.page === null ? null : <small> {say(words, "results.whole", { page: one.page + 1 })}</small>}
      </p>
      <div class="wk-profiles">
        {before?.judgment ? <Profile judged={before.judgment} rule={rule} thin /> : null}
        <Profile judged={judgment} rule={rule} />
      </div>
      <p class="wk-graded-median">
        <b>{judgment.median === null ? say(words, "results.unjudged") : say(words, `grade.${judgment.median}`)}</b>
        {shift ? <span>{shift}</span> : null}
      </p>
    </li>
  );
}

/** A profile; the first vote's is thin, and its numbers are left to whoever hears the page read. Blanks are hatched. */
function Profile({ judged, rule, thin = false }: { judged: JudgedOption; rule: ShownRule; thin?: boolean }) {
  const { words, lang } = useWords();
  const parts = partProfile(judged, rule);
  const said = parts.map(({ grade, count, blanks }) => {
    const told = `${say(words, `grade.${grade}`)} ${count}`;
    return blanks > 0 ? `${told} (${sayMany(words, lang, "grade.blanks", blanks)})` : told;
  });
  return (
    <div class={thin ? "wk-profile wk-profile-thin" : "wk-profile"} role="img" aria-label={said.join(", ")}>
      {parts.map(({ grade, count, blanks }) => (
        <i key={grade} class={`wk-g${grade}${!thin && grade === judged.median ? " wk-median" : ""}`} style={{ flexGrow: count }}>
          {count > blanks ? <span style={{ flexGrow: count - blanks }}>{thin ? null : count - blanks}</span> : null}
          {blanks > 0 ? (
            <span class="wk-blank" style={{ flexGrow: blanks }}>
              {thin ? null : <b>{blanks}</b>}
            </span>
          ) : null}
        </i>
      ))}
    </div>
  );
}
