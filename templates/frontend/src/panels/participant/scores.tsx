/** Competence and interest on each challenge, nothing chosen beforehand, each answer kept at once. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { COMPETENCES, INTERESTS, type ScoredChallenge } from "../../contract";
import { ChallengeFrame, Chips, Go } from "../kit/components";
import { recall, remember } from "../kit/device";
import type { Acknowledgement } from "../kit/outbox";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { signed } from "../kit/numbers";
import { Mine } from "./mine";
import { useOverlay } from "./overlay";
import { Heading, Page, Standing, answerOf, type Answer } from "./page";

type Score = Pick<ScoredChallenge, "competence" | "interest" | "unsure"> & Partial<Pick<ScoredChallenge, "early">>;

export function Scores() {
  const { model } = usePanel<"participant", "scores">();
  return model.visible && <Scoring challenges={model.challenges} />;
}

function Scoring({ challenges }: { challenges: ScoredChallenge[] }) {
  const { words, lang, send } = usePanel<"participant">();
  const overlay = useOverlay<Score>();
  const [refused, refuse] = useState<Answer | null>(null);
  const { challenge, goTo, frame } = useUnanswered(challenges);
  if (challenge === undefined) {
    return (
      <Page>
        <Heading>{say(words, "title")}</Heading>
        <p class="wk-lead">{say(words, "none")}</p>
      </Page>
    );
  }
  const scoreOf = (one: ScoredChallenge) => overlay.get(one.id, one);
  const shown = scoreOf(challenge);
  const answer = async (next: Score, sent: Promise<Acknowledgement>) => {
    refuse(null);
    const reply = await overlay.put(challenge.id, next, sent);
    if (!reply.ok) refuse(answerOf(reply));
  };
  const at = challenges.indexOf(challenge);
  const unanswered = challenges.filter((one) => !isWhole(one));
  const next = [...challenges.slice(at + 1), ...challenges.slice(0, at)].find((one) => !isWhole(scoreOf(one)));
  const kept = saidOf(challenge, unanswered.length);
  const left = kept === null || kept === "saved-unsure" ? unanswered.length : 0;
  return (
    <Page
      foot={
        <>
          <Standing
            still
            answer={refused ?? (kept === null ? null : { good: true, text: sayMany(words, lang, kept, unanswered.length) })}
          />
          {left > 0 && <p class="wk-quiet">{sayMany(words, lang, "left", left)}</p>}
          {next !== undefined && (
            <Go second={!isWhole(shown)} onClick={() => goTo(next.id)}>
              {say(words, "go", { number: challenges.indexOf(next) + 1, stake: next.stake })}
              <span aria-hidden="true">&nbsp;→</span>
            </Go>
          )}
        </>
      }
    >
      <div ref={frame} class="wk-followed" tabIndex={-1}>
        <ChallengeFrame
          label={say(words, "label", { number: at + 1, total: challenges.length, stake: challenge.stake })}
          statement={challenge.statement}
        />
      </div>
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
      {challenges.length > 1 && (
        <Mine
          challenges={challenges}
          here={challenge.id}
          isAnswered={(one) => isWhole(scoreOf(one))}
          sayAnswer={(one) => sayScore(scoreOf(one), words)}
          onGo={goTo}
        />
      )}
    </Page>
  );
}

const KEPT = "place:scores";

/** The challenge that is scored: where this person was, else the first without their whole answer. */
function useUnanswered(challenges: ScoredChallenge[]) {
  const [id, go] = useState(() => {
    const kept = challenges.find((one) => one.id === recall<string>(KEPT));
    return (kept ?? challenges.find((one) => !isWhole(one)) ?? challenges[0])?.id;
  });
  const challenge = challenges.find((one) => one.id === id) ?? challenges[0];
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(challenge?.id);
  useEffect(() => {
    remember(KEPT, challenge?.id);
    if (shown.current === challenge?.id) return;
    shown.current = challenge?.id; // another challenge: the page starts at its top, and a screen reader reads it
    window.scrollTo(0, 0);
    frame.current?.focus({ preventScroll: true });
  }, [challenge?.id]);
  return { challenge, goTo: go, frame };
}

function sayScore({ competence, interest, unsure, early }: Score, words: Words): string {
  if (unsure) return say(words, "unsure");
  if (competence !== null && interest !== null)
    return say(words, early ? "said-early" : "said", {
      competence: say(words, `competence.${competence}`),
      interest: say(words, `interest.${interest}`),
    });
  return say(words, competence === null && interest === null ? "unanswered" : "half");
}

/** One scale as a row of big boxes, each with its number and what it means. */
export function Scale(props: {
  axis: "competence" | "interest";
  values: readonly number[];
  value: number | null;
  onChoose: (value: number) => void;
}) {
  const { words } = useWords();
  const name = useId();
  const { axis, values } = props;
  return (
    <fieldset class="wk-scale wk-said">
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
function saidOf(score: Score, unanswered: number): string | null {
  if (score.unsure && unanswered > 0) return "saved-unsure";
  if (isWhole(score)) return unanswered > 0 ? "saved-last" : "saved-all";
  if (score.competence !== null) return "saved-competence";
  return score.interest !== null ? "saved-interest" : null;
}
