/** A challenge's vote, by whichever ballot the room votes; then its results. */
import type { BallotChallenge, TalliedChallenge } from "../../contract";
import { say, usePanel, useWords } from "../kit/panel";
import { Placed } from "../participant/following";
import { Heading, Page } from "../participant/page";
import { usePlace, type Place } from "../participant/place";
import { BudgetBallot } from "./budget";
import { DotsBallot } from "./dots";
import { GradesBallot } from "./grades";
import { LateDots } from "./late";
import { Results } from "./results";
import { StatementsBallot } from "./statements";

export function Vote() {
  const { model } = usePanel<"participant", "vote">();
  const place = usePlace();
  return (
    <>
      <LateDots place={place} />
      {model.visible && <VoteAt place={place} challenges={model.challenges} />}
    </>
  );
}

const BALLOTS = { dots: DotsBallot, grades: GradesBallot, statements: StatementsBallot, budget: BudgetBallot };

function VoteAt({ place, challenges }: { place: Place; challenges: (BallotChallenge | TalliedChallenge)[] }) {
  const here = challenges.find((one) => one.id === place.challenge?.id);
  if (here?.stage === "vote") {
    const Ballot = BALLOTS[here.rule.kind];
    return <Ballot key={`${here.id} ${here.round} ${here.rule.points > 0}`} place={place} challenge={here} />;
  }
  if (here !== undefined) return <Results place={place} challenge={here} />;
  return place.challenge?.stage === "closed" ? <Closed place={place} /> : null;
}

/** A challenge that was closed before its results were shown. */
function Closed({ place }: { place: Place }) {
  const { words } = useWords();
  return (
    <Page>
      <Placed place={place} />
      <Heading>{say(words, "closed")}</Heading>
      <p class="wk-lead">{say(words, "closed-lead")}</p>
    </Page>
  );
}
