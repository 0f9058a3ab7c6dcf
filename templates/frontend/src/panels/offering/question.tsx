/** Whether somebody could help with one challenge; and what is said to who could not. */
import { useState } from "preact/hooks";
import type { OfferModel, OfferedChallenge } from "../../contract";
import { ChallengeFrame, Chips, Go } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import type { Answers, Willing } from "../participant/answers";
import { Mine } from "../participant/mine";
import { Heading, Page, Standing, answerOf, type Answer } from "../participant/page";
import { WithdrawOffer } from "../participant/withdraw";

type Going = (challenge: string | null) => void;

export function Question(props: { model: OfferModel; challenge: OfferedChallenge; answers: Answers; before: Answer | null; onGo: Going }) {
  const { words, lang } = usePanel<"participant">();
  const { model, challenge, answers, onGo } = props;
  const [refused, refuse] = useState<Answer | null>();
  const own = answers.of(challenge);
  const at = model.challenges.indexOf(challenge);
  const around = [...model.challenges.slice(at + 1), ...model.challenges.slice(0, at)];
  const next = around.find((one) => answers.of(one) === null);
  /** Answer, and go on by itself where nothing more is asked: after the last no, or an answer for all the others. */
  const answer = async (challenges: OfferedChallenge[], value: Willing, all = false) => {
    refuse(null); // and what was said before is said no more
    const reply = await answers.say(challenges, value);
    if (!reply.ok) return refuse(answerOf(reply));
    const declined = (one: OfferedChallenge) => (challenges.includes(one) ? value : answers.of(one)) === "no";
    if (all || model.challenges.every(declined)) onGo(null);
  };
  const told = refused ?? (answers.isKept(challenge) ? { good: true, text: say(words, `saved-${own}`) } : null);
  return (
    <Page
      foot={
        <>
          <Standing answer={refused === undefined ? (props.before ?? told) : told} />
          {answers.left.length > 0 && <p class="wk-quiet">{sayMany(words, lang, "left", answers.left.length)}</p>}
          {next !== undefined && (
            <Go second={own === null} onClick={() => onGo(next.id)}>
              {say(words, "next", { number: next.number, stake: next.stake })}
              <span aria-hidden="true">&nbsp;→</span>
            </Go>
          )}
          {next === undefined && own !== null && (
            <Go onClick={() => onGo(null)}>
              {say(words, answers.willing ? "to-offer" : "to-end")}
              <span aria-hidden="true">&nbsp;→</span>
            </Go>
          )}
        </>
      }
    >
      <ChallengeFrame label={say(words, "label", { number: challenge.number, stake: challenge.stake })} statement={challenge.statement} />
      <div>
        <Heading>{say(words, "title")}</Heading>
        <p class="wk-quiet">{say(words, "lead")}</p>
      </div>
      <Chips
        className="wk-willing"
        legend={<span class="wk-visually-hidden">{say(words, "title")}</span>}
        choices={(["yes", "no"] as const).map((key) => ({ key, label: say(words, key) }))}
        value={own}
        onChoose={(value) => void answer([challenge], value)}
      />
      {answers.left.length > 1 && (
        <div class="wk-rest">
          {(["yes", "no"] as const).map((value) => (
            <button key={value} type="button" class="wk-quiet-action" onClick={() => void answer(answers.left, value, true)}>
              {say(words, answers.left.length === model.challenges.length ? `all-${value}` : `rest-${value}`)}
            </button>
          ))}
        </div>
      )}
      {model.challenges.length > 1 && <MyOffers model={model} answers={answers} here={challenge.id} onGo={onGo} />}
    </Page>
  );
}

/** What one said to each challenge, on every page of the offers. */
export function MyOffers(props: { model: OfferModel; answers: Answers; here: string | null; onGo: (challenge: string) => void }) {
  const { words } = useWords();
  const { of } = props.answers;
  return (
    <Mine
      challenges={props.model.challenges}
      here={props.here}
      isAnswered={(one) => of(one) !== null}
      sayAnswer={(one) => say(words, of(one) ?? "unanswered")}
      onGo={props.onGo}
    />
  );
}

/** Thanks to who said no everywhere: nothing more is asked of them. */
export function Declined(props: {
  model: OfferModel;
  answers: Answers;
  before: Answer | null;
  tell: (answer: Answer | null) => void;
  onGo: (challenge: string) => void;
}) {
  const { words } = useWords();
  const { model } = props;
  const empty = model.challenges.length === 0;
  return (
    <Page>
      <div>
        <Heading>{say(words, empty ? "title" : "declined-title")}</Heading>
        <p class="wk-lead">
          {say(words, empty ? "none" : model.offer === null && model.kept === null ? "declined-lead" : "declined-kept")}
        </p>
      </div>
      <Standing answer={props.before} />
      {model.offer !== null && <WithdrawOffer tell={props.tell} />}
      {!empty && <MyOffers model={model} answers={props.answers} here={null} onGo={props.onGo} />}
    </Page>
  );
}
