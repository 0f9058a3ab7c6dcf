/** Offering help: an answer a challenge, then what one can do; whoever says no is asked nothing more. */
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { OfferModel } from "../../contract";
import { Go, Unbroken } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { WANTED } from "../participant/late";
import { useAnswers, type Answers } from "../participant/answers";
import { KeptCard } from "../participant/details";
import { Declined, MyOffers, Question } from "./question";
import { Heading, Page, Standing, useOnPage, type Answer } from "../participant/page";
import { Reach } from "./reach";
import { Terms } from "./terms";
import { WithdrawOffer } from "../participant/withdraw";

export function Offer() {
  const { model } = usePanel<"participant", "offer">();
  if (!model.visible) return null;
  return model.late ? <Late model={model} /> : <Offering model={model} />;
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

/** What stands on the page: the question of one challenge, or what one offers once all are answered. */
function Offering({ model }: { model: OfferModel }) {
  const { words } = useWords();
  const answers = useAnswers(model);
  const [at, goTo] = useState<string | null>(null);
  const [leaving, leave] = useState(false);
  const [typing, type] = useState(false);
  const [answer, tell] = useState<Answer | null>(null);
  const [back, takeBack] = useState(false);
  // who comes, comes back or takes an offer back begins at the first without an answer; it stays there once it is answered
  const first = model.offer === null ? answers.left[0] : undefined;
  const asked = model.challenges.find((one) => one.id === at) ?? first;
  useLayoutEffect(() => goTo(asked?.id ?? null), [asked?.id]);
  const go = (challenge: string | null) => {
    tell(null);
    goTo(challenge);
  };
  if (model.offer === null && model.elsewhere && !typing) return <OfferedElsewhere answer={answer} onType={() => type(true)} />;
  const onBack = (answer: Answer | null) => {
    tell(answer);
    if (answer?.good) takeBack(true);
  };
  if (back && !answers.willing) return <TakenBack answer={answer} onAgain={() => takeBack(false)} />;
  if (asked !== undefined && !leaving) {
    return <Question key={asked.id} model={model} challenge={asked} answers={answers} before={answer} onGo={go} />;
  }
  const done = (saved: boolean) => {
    leave(false);
    tell(saved ? { good: true, text: say(words, "saved") } : null);
  };
  if (leaving) return <Reach model={model} answers={answers} onDone={done} />;
  if (!answers.willing && (model.challenges.length > 0 || model.offer === null)) {
    return <Declined model={model} answers={answers} before={answer} tell={onBack} onGo={go} />;
  }
  const onLeave = () => {
    tell(null);
    leave(true);
  };
  return <Offered model={model} answers={answers} answer={answer} tell={tell} onBack={onBack} onGo={go} onLeave={onLeave} />;
}

/** What one offers: the challenges, what one can do, and how to be reached if one left it. */
function Offered(props: {
  model: OfferModel;
  answers: Answers;
  answer: Answer | null;
  tell: (answer: Answer | null) => void;
  onBack: (answer: Answer | null) => void;
  onGo: (challenge: string) => void;
  onLeave: () => void;
}) {
  const { words, lang } = useWords();
  const { model, answers, answer } = props;
  const chosen = model.challenges.filter((challenge) => answers.of(challenge) === "yes");
  const [next] = answers.left;
  return (
    <Page
      foot={
        <>
          <Standing still answer={answer} />
          {next !== undefined ? (
            <>
              <p class="wk-quiet">{sayMany(words, lang, "left", answers.left.length)}</p>
              <Go onClick={() => props.onGo(next.id)}>
                {say(words, "next", { number: next.number, stake: next.stake })}
                <span aria-hidden="true">&nbsp;→</span>
              </Go>
            </>
          ) : (
            <p class="wk-quiet">{say(words, "done")}</p>
          )}
        </>
      }
    >
      <Heading>{say(words, "given")}</Heading>
      <div class="wk-card">
        <p>{say(words, "given-lead")}</p>
        <ul class="wk-kept">
          {chosen.map((challenge) => (
            <li key={challenge.id}>
              <Unbroken text={challenge.statement} />
            </li>
          ))}
        </ul>
      </div>
      <Terms model={model} tell={props.tell} />
      <Left model={model} onLeave={props.onLeave} />
      {model.challenges.length > 0 && <MyOffers model={model} answers={answers} here={null} onGo={props.onGo} />}
      <WithdrawOffer plain={model.offer === null} tell={props.onBack} />
    </Page>
  );
}

/** Who took an offer back is asked nothing more; the questions come again where they want them. */
function TakenBack({ answer, onAgain }: { answer: Answer | null; onAgain: () => void }) {
  const { words } = useWords();
  return (
    <Page foot={<Standing answer={answer} />}>
      <Heading>{say(words, "taken-back")}</Heading>
      <p class="wk-lead">{say(words, "taken-back-lead")}</p>
      <p>
        <button type="button" class="wk-quiet-action" onClick={onAgain}>
          {say(words, "taken-back-again")}
        </button>
      </p>
    </Page>
  );
}

/** How to be reached, as one left it; or that it is asked for only once a mission is accepted, and may be left before. */
function Left({ model, onLeave }: { model: OfferModel; onLeave: () => void }) {
  const { words } = useWords();
  const { offer } = model;
  if (offer === null) {
    return (
      <section class="wk-stack-tight">
        <h2>{say(words, "details")}</h2>
        {model.kept === null ? null : (
          <>
            <KeptCard kept={model.kept} />
            <p>{say(words, "kept-else")}</p>
            <ul class="wk-kept">
              {model.agreed.map((one) => (
                <li key={one}>{say(words, `purpose-${one}`)}</li>
              ))}
            </ul>
          </>
        )}
        <p>{say(words, "details-later")}</p>
        <p>
          <button type="button" class="wk-quiet-action" onClick={onLeave}>
            {say(words, "details-now")}
          </button>
        </p>
      </section>
    );
  }
  return (
    <section class="wk-stack-tight">
      <h2>{say(words, "details")}</h2>
      <KeptCard kept={offer} />
      {model.elsewhere ? <p>{say(words, "elsewhere-since")}</p> : null}
      <p class="wk-quiet">{say(words, "retention", { date: model.retention })}</p>
      <Go second onClick={onLeave}>
        {say(words, "change")}
      </Go>
    </section>
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
