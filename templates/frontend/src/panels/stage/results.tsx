/** The places of a vote on the screen, unveiled from the last; what is too long for its place stands whole on a page after them. */
import type { ScreenPlace, ScreenRank, ScreenResults } from "../../contract";
import { say, sayMany, useWords } from "../kit/panel";
import { sayAmount, sayRank } from "../kit/tally";
import { Columns, Fitted, onPage, PageNumber } from "./pages";
import { BigChallenge, Foot } from "./pieces";

export function Results({ model }: { model: ScreenResults }) {
  const { words, lang } = useWords();
  const { places, others, without } = model;
  return (
    <>
      <BigChallenge small />
      {model.page > 0 ? (
        <Whole model={model} />
      ) : (
        <>
          {places.length === 0 ? <p class="wk-big">{say(words, "results.none")}</p> : null}
          <Fitted class={places.length > 3 ? "wk-places wk-places-rows" : "wk-places"}>
            {places.map((place, index) => (
              <Place key={index} place={place} />
            ))}
          </Fitted>
        </>
      )}
      <Foot>
        <div class="wk-big-quiet">
          {others > 0 ? <p>{sayMany(words, lang, "results.others", others)}</p> : null}
          {without > 0 ? <p>{sayMany(words, lang, "results.without", without)}</p> : null}
        </div>
        <PageNumber />
      </Foot>
    </>
  );
}

/** The titles that were too long for their place. */
function Whole({ model }: { model: ScreenResults }) {
  const { words, lang } = useWords();
  const after = { page: model.page - 1, pages: model.pages.slice(1) };
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
  return (
    <li class="wk-card">
      <h2>
        {one.title}
        {one.page === null ? null : <small> {say(words, "results.whole", { page: one.page + 1 })}</small>}
      </h2>
      <p>
        <b>{sayMany(words, lang, "results.supporters", one.supporters)}</b>
        {told.join(", ")}
      </p>
    </li>
  );
}
