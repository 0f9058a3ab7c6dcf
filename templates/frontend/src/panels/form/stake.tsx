/** One stake a page: both scales with every value in words, "I don't know" apart, nothing chosen beforehand. */
import { useState } from "preact/hooks";
import { COMPETENCES, INTERESTS, type ScoredChallenge } from "../../contract";
import { ChallengeFrame, Chips, Go } from "../kit/components";
import { say } from "../kit/panel";
import { useOverlay } from "../participant/overlay";
import { answerOf, Standing, type Answer } from "../participant/page";
import { Scale } from "../participant/scores";
import { DAYS, FormPage, GIVEN, isAnswered, useForm, type Place } from "./pages";

type Score = Pick<ScoredChallenge, "competence" | "interest" | "unsure">;
const NOTHING: Score = { competence: null, interest: null, unsure: false };

export function StakePage(props: { stake: ScoredChallenge; next: Place; back: Place; goTo: (place: Place) => void }) {
  const { model, words, send } = useForm();
  const { stake, next, goTo } = props;
  const overlay = useOverlay<Score>();
  const [refused, refuse] = useState<Answer | null>(null);
  const shown = overlay.get(stake.id, stake);
  const answer = async ({ competence, interest, unsure }: Score) => {
    refuse(null);
    const said = { competence, interest, unsure };
    const reply = await overlay.put(stake.id, said, send("answer_stake", { challenge: stake.id, ...said }));
    if (!reply.ok) refuse(answerOf(reply));
  };
  const number = model.challenges.findIndex((one) => one.id === stake.id) + 1;
  const following = model.challenges.find((one) => one.id === next);
  const begun = isAnswered(shown);
  const kept = sayKept(stake);
  const label = say(words, "label", { number, total: model.challenges.length, stake: stake.stake });
  return (
    <FormPage
      at={stake.id}
      quiet
      heading={label}
      foot={
        <>
          <Standing still answer={refused ?? (kept === null ? null : { good: true, text: say(words, kept) })} />
          <Go second={!begun} onClick={() => goTo(next)}>
            {following === undefined
              ? say(words, begun && next === DAYS ? "go-days" : "skip-days")
              : say(words, begun ? "go-stake" : "skip-stake", { number: number + 1, stake: following.stake })}
            <span aria-hidden="true">&nbsp;→</span>
          </Go>
          <p class="wk-quiet wk-small">{say(words, "stop")}</p>
          <div class="wkm-ways">
            <button type="button" class="wk-quiet-action" onClick={() => goTo(props.back)}>
              {say(words, "back")}
            </button>
            <button type="button" class="wk-quiet-action" onClick={() => goTo(GIVEN)}>
              {say(words, "stop-go")}
            </button>
          </div>
        </>
      }
    >
      <ChallengeFrame label={label} statement={stake.statement} />
      <Scale
        axis="competence"
        values={COMPETENCES}
        value={shown.competence}
        onChoose={(competence) => void answer({ ...shown, competence, unsure: false })}
      />
      <Scale
        axis="interest"
        values={INTERESTS}
        value={shown.interest}
        onChoose={(interest) => void answer({ ...shown, interest, unsure: false })}
      />
      <Chips
        legend={<span class="wk-visually-hidden">{say(words, "unsure-legend")}</span>}
        choices={[{ key: "unsure", label: say(words, "unsure") }]}
        value={shown.unsure ? "unsure" : null}
        onChoose={() => void answer({ ...NOTHING, unsure: true })}
      />
      <p role="status" class="wk-meant">
        {stake.zone === null || shown !== stake ? "" : say(words, `zone.${stake.zone}`)}
      </p>
      {begun && (
        <button type="button" class="wk-quiet-action wkm-clear" onClick={() => void answer(NOTHING)}>
          {say(words, "clear")}
        </button>
      )}
    </FormPage>
  );
}

/** Which sentence says what the store holds: half an answer is kept too, and the rest may stay unsaid. */
function sayKept({ competence, interest, unsure }: Score): string | null {
  if (unsure) return "kept";
  if (competence === null && interest === null) return null;
  if (competence === null || interest === null) return "kept-half";
  return "kept";
}
