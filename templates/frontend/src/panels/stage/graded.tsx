/** Majority judgment on the screen: each profile whole, its median framed and written, the first vote thin above the second. */
import type { JudgedOption, ScreenRank, ScreenResults } from "../../contract";
import { say, useWords } from "../kit/panel";
import { sayRank } from "../kit/tally";
import { Fitted } from "./pages";
import { sayShift } from "./shift";

export function Graded({ model }: { model: ScreenResults }) {
  const { words, lang } = useWords();
  const { places, rule } = model;
  return (
    <>
      <p class="wk-key">
        {rule.scale.map((grade) => (
          <span key={grade}>
            <i class={`wk-g${grade}`} />
            {say(words, `grade.${grade}`)}
          </span>
        ))}
      </p>
      <Fitted class="wk-graded">
        {places.flatMap(({ rank, ranks, more }, at) =>
          ranks === null
            ? [
                <li key={at} class="wk-graded-covered">
                  <b>{sayRank(words, lang, rank)}</b>
                  <p>{say(words, "results.covered")}</p>
                </li>,
              ]
            : ranks.map((one, index) => <Row key={`${at}-${index}`} one={one} scale={rule.scale} tied={ranks.length + more > 1} />),
        )}
      </Fitted>
    </>
  );
}

function Row({ one, scale, tied }: { one: ScreenRank; scale: number[]; tied: boolean }) {
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
        {before?.judgment ? <Profile judged={before.judgment} scale={scale} thin /> : null}
        <Profile judged={judgment} scale={scale} />
      </div>
      <p class="wk-graded-median">
        <b>{judgment.median === null ? say(words, "results.unjudged") : say(words, `grade.${judgment.median}`)}</b>
        {shift ? <span>{shift}</span> : null}
      </p>
    </li>
  );
}

/** A profile; the first vote's is thin, and its numbers are left to whoever hears the page read. */
function Profile({ judged, scale, thin = false }: { judged: JudgedOption; scale: number[]; thin?: boolean }) {
  const { words } = useWords();
  const { counts, median } = judged;
  const given = scale.filter((grade) => (counts[grade] ?? 0) > 0);
  const said = given.map((grade) => `${say(words, `grade.${grade}`)} ${counts[grade]}`).join(", ");
  return (
    <div class={thin ? "wk-profile wk-profile-thin" : "wk-profile"} role="img" aria-label={said}>
      {given.map((grade) => (
        <i key={grade} class={`wk-g${grade}${!thin && grade === median ? " wk-median" : ""}`} style={{ flexGrow: counts[grade] }}>
          {thin ? null : counts[grade]}
        </i>
      ))}
    </div>
  );
}
