/** The results of the vote: what each option gathered, and from how many people. */
import type { TalliedChallenge } from "../../contract";
import { say, sayMany, useWords } from "../kit/panel";
import { amountOf, sayAmount, sayRank } from "../kit/tally";
import { Placed } from "./following";
import { OptionText } from "./option";
import { Heading, Page } from "./page";
import { Pages } from "./pages";
import type { Place } from "./place";

export function Results({ place, challenge }: { place: Place; challenge: TalliedChallenge }) {
  const { words, lang } = useWords();
  const { options, covered } = challenge;
  const given = options.filter((option) => option.dots > 0);
  const without = options.filter((option) => option.dots === 0); // kept, and no verdict: said in one line, to be unfolded
  return (
    <Page>
      <Placed place={place} />
      <div>
        <Heading>{say(words, "results-title")}</Heading>
        <p class="wk-quiet">{say(words, "results-lead")}</p>
      </div>
      {options.length === 0 && covered === 0 && <p>{say(words, "empty")}</p>}
      {covered > 0 && (
        <p class="wk-lead" role="status">
          {sayMany(words, lang, "covered", covered)}
        </p>
      )}
      <ol class="wk-cards">
        {given.map((option) => (
          <li key={option.id} class="wk-card">
            <p class="wk-quiet wk-small">
              <b>{say(words, "results.place", { rank: sayRank(words, lang, option.rank) })}</b>
              {option.tied && <> {say(words, "results.tie")}</>}
            </p>
            <OptionText option={option} mine />
            <p>
              <b>{sayMany(words, lang, "supporters", option.supporters)}</b>, {sayAmount(words, lang, option)}
              {option.my_dots > 0 && (
                <>
                  {" "}
                  <span class="wk-badge">{sayMany(words, lang, "on", option.my_dots)}</span>
                </>
              )}
            </p>
            {covered === 0 && ( // before, the best of what is uncovered would look like the winner
              <div class="wk-bar" aria-hidden="true">
                <i style={{ width: `${(100 * amountOf(option)) / challenge.most}%` }} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {without.length > 0 && (
        <details class="wk-more">
          <summary>{sayMany(words, lang, "without", challenge.without)}</summary>
          <ul class="wk-cards">
            {without.map((option) => (
              <li key={option.id} class="wk-card">
                <OptionText option={option} mine />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Pages challenge={challenge} />
    </Page>
  );
}
