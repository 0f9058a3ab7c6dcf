/** Competence and interest on each challenge, nothing chosen beforehand, each answer kept at once. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { COMPETENCES, INTERESTS, type ScoredChallenge } from "../../contract";
import { ChallengeFrame, Chips, Go } from "../kit/components";
import { recall, remember } from "../kit/device";
import type { Acknowledgement } from "../kit/outbox";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { signed } from "../kit/numbers";
import { useOverlay, type Overlay } from "./overlay";
import { Heading, Page, Standing, answerOf, type Answer } from "./page";
import { isWhole, saidOf, type Score } from "./score";
import { ScoresLeft } from "./scores_left";

export function Scores() {
  const { model } = usePanel<"participant", "scores">();
  return model.visible && <Scoring challenges={model.challenges} />;
}

/** One challenge, or all of them with what was answered. */
function Scoring({ challenges }: { challenges: ScoredChallenge[] }) {
  const { words } = useWords();
  const overlay = useOverlay<Score>();
  const [place, goTo] = useState(() => findPlace(challenges));
  useEffect(() => void remember(KEPT, place), [place]);
  const challenge = challenges.find((one) => one.id === place) ?? (place === ALL ? undefined : challenges[0]);
  if (challenges.length === 0) {
    return (
      <Page>
        <Heading>{say(words, "title")}</Heading>
        <p class="wk-lead">{say(words, "none")}</p>
      </Page>
    );
  }
  if (challenge === undefined) {
    return <ScoresLeft challenges={challenges} scoreOf={(one) => overlay.get(one.id, one)} onGo={goTo} />;
  }
  return <OneChallenge challenges={challenges} challenge={challenge} overlay={overlay} goTo={goTo} />;
}

const KEPT = "place:scores";
/** The page of all one's answers. */
const ALL = "all";

/**
 * Where the page begins: where this person was; at all their answers, where some were given with the form or none is left; else at the
 * first challenge without a whole answer.
 */
function findPlace(challenges: ScoredChallenge[]): string | undefined {
  const kept = recall<string>(KEPT);
  if (kept === ALL || challenges.some((one) => one.id === kept)) return kept ?? undefined;
  const open = challenges.find((one) => !isWhole(one));
  if (challenges.length > 1 && (open === undefined || challenges.some((one) => one.early))) return ALL;
  return (open ?? challenges[0])?.id;
}

interface OneProps {
  challenges: ScoredChallenge[];
  challenge: ScoredChallenge;
  overlay: Overlay<Score>;
  goTo: (place: string) => void;
}

function OneChallenge({ challenges, challenge, overlay, goTo }: OneProps) {
  const { words, send } = usePanel<"participant">();
  const [refused, refuse] = useState<Answer | null>(null);
  const frame = useFrame(challenge.id);
  const shown = overlay.get(challenge.id, challenge);
  const answer = async (next: Score, sent: Promise<Acknowledgement>) => {
    refuse(null);
    const reply = await overlay.put(challenge.id, next, sent);
    if (!reply.ok) refuse(answerOf(reply));
  };
  const total = challenges.length;
  return (
    <Page foot={<Foot challenges={challenges} challenge={challenge} overlay={overlay} goTo={goTo} refused={refused} />}>
      <div ref={frame} class="wk-followed" tabIndex={-1}>
        <ChallengeFrame
          label={say(words, "label", { number: challenges.indexOf(challenge) + 1, total, stake: challenge.stake })}
          statement={challenge.statement}
        />
      </div>
      <div>
        <Heading>{say(words, "title")}</Heading>
        <p class="wk-quiet">{say(words, shown.early ? "early-here" : "lead")}</p>
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
      <p role="status" class="wk-meant">
        {challenge.zone === null || shown !== challenge ? "" : say(words, `zone.${meantBy(challenge)}`)}
      </p>
      {challenges.length > 1 && (
        <button type="button" class="wk-quiet-action wk-all-mine" onClick={() => goTo(ALL)}>
          {say(words, "mine")}
        </button>
      )}
    </Page>
  );
}

/** The sentence that an answer is met with: who neither likes nor refuses is not told that they said no. */
const meantBy = ({ zone, interest }: ScoredChallenge) => (zone === "resting" && interest === 0 ? "neither" : zone);

/** What is stored, what is left, and the way on. */
function Foot({ challenges, challenge, overlay, goTo, refused }: OneProps & { refused: Answer | null }) {
  const { words, lang } = useWords();
  const scoreOf = (one: ScoredChallenge) => overlay.get(one.id, one);
  const at = challenges.indexOf(challenge);
  const unanswered = challenges.filter((one) => !isWhole(one));
  const next = [...challenges.slice(at + 1), ...challenges.slice(0, at)].find((one) => !isWhole(scoreOf(one)));
  const kept = saidOf(challenge, unanswered.length);
  const left = kept === null || kept === "saved-unsure" ? unanswered.length : 0;
  const text = kept === null ? "" : sayMany(words, lang, kept, unanswered.length);
  return (
    <>
      <Standing still answer={refused ?? (kept === null ? null : { good: true, text })} />
      {left > 0 && <p class="wk-quiet">{sayMany(words, lang, "left", left)}</p>}
      {next !== undefined && (
        <Go second={!isWhole(scoreOf(challenge))} onClick={() => goTo(next.id)}>
          {say(words, "go", { number: challenges.indexOf(next) + 1, stake: next.stake })}
          <span aria-hidden="true">&nbsp;→</span>
        </Go>
      )}
    </>
  );
}

/** Another challenge: the page starts at its top, and a screen reader reads it. */
function useFrame(challenge: string) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(challenge);
  useLayoutEffect(() => {
    if (shown.current === challenge) return;
    shown.current = challenge;
    window.scrollTo(0, 0);
    frame.current?.focus({ preventScroll: true });
  }, [challenge]);
  return frame;
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
