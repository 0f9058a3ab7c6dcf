/** The places of a vote on the screen, unveiled from the last; what is too long for its place stands whole on a page after them. */
import type { ScreenPlace, ScreenRank, ScreenResults } from "../../contract";
import { say, sayMany, useWords } from "../kit/panel";
import { sayAmount, sayRank } from "../kit/tally";
import { Discussed } from "./discussed";
import { Graded } from "./graded";
import { Columns, Fitted, onPage, PageNumber } from "./pages";
import { BigChallenge, Foot } from "./pieces";
import { sayFell, sayGathered, sayShift } from "./shift";

export function Results({ model }: { model: ScreenResults }) {
  const { words, lang } = useWords();
  const { places, others, without, rule } = model;
  const grades = rule.kind === "grades";
  const beyond = others + (grades ? places.reduce((sum, one) => sum + one.more, 0) : 0); // grades have no room for a line of them
  return (
    <>
      <BigChallenge small />
      {model.page > 0 ? (
        <Whole model={model} />
      ) : (
        <>
          {places.length === 0 ? <p class="wk-big">{say(words, grades ? "results.ungraded" : "results.none")}</p> : null}
          {grades ? (
            <Graded model={model} />
          ) : (
            <Fitted class={places.length > 3 ? "wk-places wk-places-rows" : "wk-places"}>
              {places.map((place, index) => (
                <Place key={index} place={place} />
              ))}
            </Fitted>
          )}
        </>
      )}
      <Foot>
        <div class="wk-big-quiet">
          {grades ? <GradesSaid model={model} /> : null}
          {beyond > 0 ? <p>{sayMany(words, lang, grades ? "results.others.graded" : "results.others", beyond)}</p> : null}
          {without > 0 ? <p>{sayMany(words, lang, grades ? "results.without.graded" : "results.without", without)}</p> : null}
          {model.fell.map((one) => (
            <p key={one.title}>{sayFell(words, lang, one)}</p>
          ))}
        </div>
        <PageNumber />
      </Foot>
    </>
  );
}

/** What the bars mean, in a line each: which vote is which, what is framed, how a blank counts. */
function GradesSaid({ model: { places, rule } }: { model: ScreenResults }) {
  const { words } = useWords();
  const twice = places.some(({ ranks }) => (ranks ?? []).some((one) => one.before?.judgment));
  const lowest = say(words, `grade.${rule.scale.at(-1) ?? 0}`);
  return (
    <>
      {twice ? <p>{say(words, "results.bars")}</p> : null}
      <p>
        {say(words, "results.frame")} {say(words, rule.blanks_count ? "results.blanks.count" : "results.blanks.aside", { lowest })}
      </p>
    </>
  );
}

/** The titles that were too long for their place, and then the ideas to discuss. */
function Whole({ model }: { model: ScreenResults }) {
  const { words, lang } = useWords();
  const after = { page: model.page - 1, pages: model.pages.slice(1) };
  const start = after.pages.slice(0, after.page).reduce((sum, count) => sum + count, 0);
  if (start >= model.whole.length) {
    const from = start - model.whole.length;
    return <Discussed ideas={model.discussed.slice(from, from + (model.pages[model.page] ?? 0))} />;
  }
  return (
    <Columns>
      {onPage(after, model.whole).map((one, index) => (
        <li key={index} class="wk-card">
          <h2>{say(words, "results.place", { rank: sayRank(words, lang, one.rank) })}</h2>
          <p class="wk-text">{one.title}</p>
        </li>
      ))}
    </Columns>
  );
}

function Place({ place }: { place: ScreenPlace }) {
  const { words, lang } = useWords();
  const { rank, ranks, more } = place;
  return (
    <li class={ranks === null ? "wk-place wk-place-covered" : "wk-place"}>
      <p class="wk-place-rank">
        <b>{sayRank(words, lang, rank)}</b>
        {ranks !== null && ranks.length > 1 ? <span>{say(words, "results.tie")}</span> : null}
      </p>
      {ranks === null ? (
        <p class="wk-card">{say(words, "results.covered")}</p>
      ) : (
        <ul>
          {ranks.map((one, index) => (
            <Ranked key={index} one={one} />
          ))}
          {more > 0 ? <li class="wk-place-more">{sayMany(words, lang, "results.more", more)}</li> : null}
        </ul>
      )}
    </li>
  );
}

function Ranked({ one }: { one: ScreenRank }) {
  const { words, lang } = useWords();
  const told = ["", sayAmount(words, lang, one)];
  if (one.ideas > 1) told.push(sayMany(words, lang, "results.gathered", one.ideas));
  const moved = [sayShift(words, lang, one), sayGathered(words, lang, one.before)].filter(Boolean).join(" · ");
  return (
    <li class="wk-card">
      <h2>
        {one.title}
        {one.page === null ? null : <small> {say(words, "results.whole", { page: one.page + 1 })}</small>}
      </h2>
      <p>
        <b>{sayMany(words, lang, "results.supporters", one.supporters)}</b>
        {told.join(", ")}
        {moved ? <span class="wk-shift"> {moved}</span> : null}
      </p>
    </li>
  );
}
