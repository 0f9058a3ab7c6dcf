/** Competence and interest on each challenge, nothing chosen beforehand, each answer kept at once. */
import { useId, useState } from "preact/hooks";
import { COMPETENCES, INTERESTS, type ScoredChallenge } from "../../contract";
import { Chips, Go } from "../kit/components";
import type { Acknowledgement } from "../kit/outbox";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { signed } from "../kit/numbers";
import { Followed, useFollowing } from "./following";
import { useOverlay } from "./overlay";
import { Heading, Page, Told, Waiting, type Answer } from "./page";

type Score = Pick<ScoredChallenge, "competence" | "interest" | "unsure">;

export function Scores() {
  const { model } = usePanel<"participant", "scores">();
  return model.visible ? <Scoring challenges={model.challenges} current={model.current} /> : null;
}

function Scoring({ challenges, current }: { challenges: ScoredChallenge[]; current: string | null }) {
  const { words, lang, send } = usePanel<"participant">();
  const following = useFollowing(challenges, current);
  const overlay = useOverlay<Score>();
  const [refused, refuse] = useState<Answer | null>(null);
  const challenge = following.challenge;
  if (challenge === undefined) {
    return (
      <Page>
        <Heading>{say(words, "title")}</Heading>
        <p class="wk-lead">{say(words, "none")}</p>
      </Page>
    );
  }
  const shown = overlay.get(challenge.id, challenge);
  const answer = async (next: Score, sent: Promise<Acknowledgement>) => {
    refuse(null);
    const reply = await overlay.put(challenge.id, next, sent);
    if (!reply.ok) refuse({ good: false, text: reply.sentence ?? "" });
  };
  const kept = saidOf(challenge, challenges, following.index);
  const unanswered = challenges.filter((one) => !isWhole(one)).length;
  return (
    <Page
      foot={
        <>
          <Told answer={refused ?? (kept === null ? null : { good: true, text: sayMany(words, lang, kept, unanswered) })} />
          <Waiting />
          {challenges.length > 1 && (
            <div class="wk-row">
              {following.index > 0 && (
                <Go second onClick={() => following.goTo(following.index - 1)}>
                  <span aria-hidden="true">← </span>
                  {say(words, "previous", { number: following.index })}
                </Go>
              )}
              {following.index < challenges.length - 1 && (
                <Go second={!isWhole(shown)} onClick={() => following.goTo(following.index + 1)}>
                  {say(words, "next", { number: following.index + 2 })}
                  <span aria-hidden="true"> →</span>
                </Go>
              )}
            </div>
          )}
        </>
      }
    >
      <Followed following={following} steps={false} />
      <div>
        <Heading>{say(words, "title")}</Heading>
        <p class="wk-quiet">{say(words, "lead")}</p>
      </div>
      <Scale
        key={`${challenge.id}-competence`}
        axis="competence"
        values={COMPETENCES}
        value={shown.competence}
        onChoose={(value) =>
          void answer({ ...shown, competence: value, unsure: false }, send("score_competence", { challenge: challenge.id, value }))
        }
      />
      <Scale
        key={`${challenge.id}-interest`}
        axis="interest"
        values={INTERESTS}
        value={shown.interest}
        onChoose={(value) =>
          void answer({ ...shown, interest: value, unsure: false }, send("score_interest", { challenge: challenge.id, value }))
        }
      />
      <Chips
        key={`${challenge.id}-unsure`}
        legend={<span class="wk-visually-hidden">{say(words, "unsure-legend")}</span>}
        choices={[{ key: "unsure", label: say(words, "unsure") }]}
        value={shown.unsure ? "unsure" : null}
        onChoose={() => void answer({ competence: null, interest: null, unsure: true }, send("say_unsure", { challenge: challenge.id }))}
      />
    </Page>
  );
}

/** One scale as a row of big boxes, each with its number and what it means. */
function Scale(props: {
  axis: "competence" | "interest";
  values: readonly number[];
  value: number | null;
  onChoose: (value: number) => void;
}) {
  const { words } = useWords();
  const name = useId();
  const { axis, values } = props;
  return (
    <fieldset class="wk-scale">
      <legend>{say(words, axis)}</legend>
      <div>
        {values.map((value) => (
          <label key={value} class="wk-chip">
            <input type="radio" name={name} value={value} checked={props.value === value} onChange={() => props.onChoose(value)} />
            <span>
              <b>{axis === "interest" ? signed(value) : value}</b>
              <small>
                <span class="wk-visually-hidden">, </span>
                {say(words, `${axis}.${value}`)}
              </small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const isWhole = (score: Score): boolean => score.unsure || (score.competence !== null && score.interest !== null);

/** Which sentence says what the store holds: half an answer names what remains. */
function saidOf(score: Score, all: Score[], index: number): string | null {
  if (score.unsure && !all.every(isWhole)) return "saved-unsure";
  if (isWhole(score)) {
    if (all.every(isWhole)) return "saved-all";
    return index < all.length - 1 ? "saved-both" : "saved-last";
  }
  if (score.competence !== null) return "saved-competence";
  return score.interest !== null ? "saved-interest" : null;
}
