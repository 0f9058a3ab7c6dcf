/** The results of the vote: what each option gathered, and from how many people. */
import type { ResultsModel } from "../../contract";
import { say, sayMany, useWords } from "../kit/panel";
import { sayAmount, shareAmong } from "../kit/tally";
import { Followed, useFollowing } from "./following";
import { OptionText } from "./option";
import { Heading, Page } from "./page";

export function Results({ model }: { model: ResultsModel }) {
  const { words, lang } = useWords();
  const following = useFollowing(model.challenges, model.current);
  const options = following.challenge?.options ?? [];
  const share = shareAmong(options);
  return (
    <Page>
      <Followed following={following} />
      <div>
        <Heading>{say(words, "results-title")}</Heading>
        <p class="wk-quiet">{say(words, "results-lead")}</p>
      </div>
      {options.length === 0 && <p>{say(words, "empty")}</p>}
      <ol class="wk-cards">
        {options.map((option) => (
          <li key={option.id} class="wk-card">
            <OptionText option={option} />
            <p>
              <b>{sayAmount(words, lang, option)}</b>
              {option.supporters > 0 && <> {sayMany(words, lang, "supporters", option.supporters)}</>}
              {option.my_dots > 0 && (
                <>
                  {" "}
                  <span class="wk-badge">{sayMany(words, lang, "on", option.my_dots)}</span>
                </>
              )}
            </p>
            <div class="wk-bar" aria-hidden="true">
              <i style={{ width: `${100 * share(option)}%` }} />
            </div>
          </li>
        ))}
      </ol>
    </Page>
  );
}
