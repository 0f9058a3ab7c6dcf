/** The results of the vote, by whichever ballot: what each option gathered, from how many people, and one's own part. */
import type { ComponentChildren } from "preact";
import type { StanceCounts, TalliedChallenge, TalliedOption } from "../../contract";
import { say, sayMany, useWords } from "../kit/panel";
import { sayRank } from "../kit/tally";
import { Placed } from "../participant/following";
import { Heading, Page } from "../participant/page";
import { Pages } from "../participant/pages";
import type { Place } from "../participant/place";
import { OptionText } from "./option";
import { Gathered } from "./gathered";

/** Whether anybody gave it something that its kind of vote counts. */
function isGiven(option: TalliedOption): boolean {
  if (option.judgment !== null) return option.judgment.median !== null;
  if (option.stances !== null) return option.stances.agree + option.stances.disagree + option.stances.passed > 0;
  return option.supporters > 0;
}

export function Results({ place, challenge }: { place: Place; challenge: TalliedChallenge }) {
  const { words, lang } = useWords();
  const { options, covered, rule, discussed } = challenge;
  const given = options.filter(isGiven);
  const without = options.filter((option) => !isGiven(option)); // kept, and no verdict: said in one line, to be unfolded
  const counted = rule.kind === "dots"; // what gathered nothing is counted over all the pages
  return (
    <Page>
      <Placed place={place} />
      <div>
        <Heading>{say(words, discussed ? "results.first" : "results-title")}</Heading>
        {discussed && <p>{say(words, "results.first-lead")}</p>}
        <p class="wk-quiet">{say(words, rule.kind === "dots" ? "results-lead" : `results.lead.${rule.kind}`)}</p>
        {options.some((option) => option.before !== null) && <p class="wk-quiet">{say(words, "results.again")}</p>}
      </div>
      {options.length === 0 && covered === 0 && <p>{say(words, "empty")}</p>}
      {covered > 0 && (
        <p class="wk-lead" role="status">
          {sayMany(words, lang, "covered", covered)}
        </p>
      )}
      <ol class="wk-cards">
        {given.map((option) => (
          <Result key={option.id} option={option}>
            <Gathered option={option} challenge={challenge} />
          </Result>
        ))}
      </ol>
      {without.length > 0 && (
        <details class="wk-more">
          <summary>
            {sayMany(words, lang, rule.kind === "dots" ? "without" : "results.without", counted ? challenge.without : without.length)}
          </summary>
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

function Result({ option, children }: { option: TalliedOption; children: ComponentChildren }) {
  const { words, lang } = useWords();
  return (
    <li class="wk-card">
      {option.stances !== null ? (
        <Shared stances={option.stances} />
      ) : (
        <p class="wk-quiet wk-small">
          <b>{say(words, "results.place", { rank: sayRank(words, lang, option.rank) })}</b>
          {option.tied && <> {say(words, "results.tie")}</>}
        </p>
      )}
      <OptionText option={option} mine />
      {children}
    </li>
  );
}

/** What answers to a statement come to: who passes takes no side, and divides nobody. */
function nameStances({ agree, disagree, passed }: StanceCounts): string {
  const total = agree + disagree + passed;
  const most = Object.entries({ agree, disagree, pass: passed }).find(([, number]) => 2 * number > total);
  if (most !== undefined) return `most-${most[0]}`;
  return agree === disagree ? "split" : agree > disagree ? "more-agree" : "more-disagree";
}

/** Statements have no podium: how many of those who answered agree, and whether that unites them. */
function Shared({ stances }: { stances: StanceCounts }) {
  const { words } = useWords();
  const total = stances.agree + stances.disagree + stances.passed;
  return (
    <p class="wk-quiet wk-small">
      <b>{say(words, "results.share", { number: stances.agree, total })}</b>, {say(words, `results.${nameStances(stances)}`)}
    </p>
  );
}
