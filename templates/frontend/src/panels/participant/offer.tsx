/** Offering help: an answer a challenge, then how to be reached; whoever says no is asked nothing more. */
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Offer as OfferGiven, OfferModel } from "../../contract";
import { Go } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { sayAny, useAnswers, type Answers } from "./answers";
import { Declined, MyOffers, Question } from "./question";
import { Heading, Page, Standing, useOnPage, type Answer } from "./page";
import { Reach } from "./reach";
import { WithdrawOffer } from "./withdraw";

export function Offer() {
  const { model } = usePanel<"participant", "offer">();
  if (!model.visible) return null;
  return model.late ? <Late model={model} /> : <Offering model={model} />;
}

const WANTED = "workshop:offer";

/** Open the offers' questions once the room has gone on from them: they stand in another panel than what asks for them. */
export function openOffer(): void {
  window.dispatchEvent(new Event(WANTED));
}

/** The same questions for who came too late for them, in place of what the room is at now, until they go back to it. */
function Late({ model }: { model: OfferModel }) {
  const { words } = useWords();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    window.addEventListener(WANTED, show);
    return () => window.removeEventListener(WANTED, show);
  }, []);
  useOnPage("wk-has-late", open);
  if (!open) return null;
  return (
    <div class="wk-late">
      <button type="button" class="wk-quiet-action" onClick={() => setOpen(false)}>
        <span aria-hidden="true">←&nbsp;</span>
        {say(words, "late-close")}
      </button>
      <Offering model={model} />
    </div>
  );
}

/** What stands on the page: the question of one challenge, or what follows once all are answered. */
function Offering({ model }: { model: OfferModel }) {
  const { words } = useWords();
  const answers = useAnswers(model);
  const [at, goTo] = useState<string | null>(null);
  const [changing, change] = useState(false);
  const [answer, tell] = useState<Answer | null>(null);
  // who comes, comes back or takes an offer back begins at the first without an answer; it stays there once it is answered
  const first = model.offer === null && !model.may_ask ? answers.left[0] : undefined;
  const asked = model.challenges.find((one) => one.id === at) ?? first;
  useLayoutEffect(() => goTo(asked?.id ?? null), [asked?.id]);
  const go = (challenge: string | null) => {
    tell(null);
    goTo(challenge);
  };
  if (model.offer === null && model.elsewhere && !changing) return <OfferedElsewhere answer={answer} onType={() => change(true)} />;
  if (asked !== undefined) {
    return <Question key={asked.id} model={model} challenge={asked} answers={answers} before={answer} onGo={go} />;
  }
  const done = (saved: boolean) => {
    change(false);
    tell(saved ? { good: true, text: say(words, "saved") } : null);
  };
  const refusing = !answers.willing && (model.challenges.length > 0 || model.offer === null);
  if (model.offer !== null && !changing && !refusing) {
    const props = { model, offer: model.offer, answers, answer, tell };
    return <Offered {...props} onGo={go} onChange={() => change(true)} />;
  }
  if (refusing) return <Declined model={model} answers={answers} before={answer} tell={tell} onGo={go} />;
  return <Reach model={model} answers={answers} before={answer} onGo={go} onDone={done} />;
}

function Offered(props: {
  model: OfferModel;
  offer: OfferGiven;
  answers: Answers;
  answer: Answer | null;
  tell: (answer: Answer | null) => void;
  onGo: (challenge: string) => void;
  onChange: () => void;
}) {
  const { words, lang } = useWords();
  const { model, offer, answers } = props;
  const chosen = model.challenges.filter((challenge) => offer.challenges.includes(challenge.id) && answers.of(challenge) !== "no");
  const [next] = answers.left;
  return (
    <Page
      foot={
        <>
          <Standing answer={props.answer} />
          {next !== undefined && (
            <>
              <p class="wk-quiet">{sayMany(words, lang, "left", answers.left.length)}</p>
              <Go onClick={() => props.onGo(next.id)}>
                {say(words, "next", { number: next.number, stake: next.stake })}
                <span aria-hidden="true">&nbsp;→</span>
              </Go>
            </>
          )}
          <Go second onClick={props.onChange}>
            {say(words, "change")}
          </Go>
        </>
      }
    >
      <Heading>{say(words, "given")}</Heading>
      <div class="wk-card">
        <p>
          <b>{offer.concealed ? say(words, "concealed") : offer.name}</b>
        </p>
        {offer.email !== "" && <p>{offer.email}</p>}
        {offer.phone !== "" && <p class="wk-copied">{offer.phone}</p>}
        <ul>
          {offer.challenges.length === 0 && <li>{sayAny(words, model.challenges)}</li>}
          {chosen.map((challenge) => (
            <li key={challenge.id}>{challenge.statement}</li>
          ))}
        </ul>
        <p class="wk-quiet">{say(words, "consented", { date: offer.consented_on })}</p>
      </div>
      {model.elsewhere ? <p>{say(words, "elsewhere-since")}</p> : null}
      <p class="wk-quiet">{say(words, "retention", { date: model.retention })}</p>
      <MyOffers model={model} answers={answers} here={null} onGo={props.onGo} />
      <WithdrawOffer tell={props.tell} />
    </Page>
  );
}

/** An offer made on another phone of this person's: nothing of it is known here but that it was made. */
function OfferedElsewhere({ answer, onType }: { answer: Answer | null; onType: () => void }) {
  const { words } = useWords();
  return (
    <Page
      foot={
        <>
          <Standing answer={answer} />
          <Go second onClick={onType}>
            {say(words, "elsewhere-type")}
          </Go>
        </>
      }
    >
      <Heading>{say(words, "given")}</Heading>
      <div class="wk-card">
        <p>{say(words, "elsewhere")}</p>
        <p class="wk-quiet">{say(words, "elsewhere-withdraw")}</p>
      </div>
    </Page>
  );
}
