/** Once somebody would help: how to reach them, with their consent, or a yes that is good for today alone. */
import { useRef, useState } from "preact/hooks";
import type { OfferModel } from "../../contract";
import { Go } from "../kit/components";
import { say, usePanel } from "../kit/panel";
import type { Answers } from "./answers";
import { ContactFields, useDetails } from "./details";
import { MyOffers } from "./question";
import { Heading, Page, Standing, answerOf, type Answer } from "./page";

export function Reach(props: {
  model: OfferModel;
  answers: Answers;
  before: Answer | null;
  onGo: (challenge: string) => void;
  onDone: (saved: boolean) => void;
}) {
  const { words, send } = usePanel<"participant">();
  const { model, answers, onDone } = props;
  const offer = model.offer;
  const details = useDetails(offer);
  const [said, tell] = useState<Answer | null>();
  const answer = said === undefined ? props.before : said; // what was done on another page is answered once this one stands
  const form = useRef<HTMLDivElement>(null);
  const submit = async () => {
    const first = missing[0];
    if (first !== undefined) {
      tell({ good: false, text: sayMissing() }); // without consent no contact detail leaves the phone
      form.current?.querySelector<HTMLElement>(`[name="${first.field}"]`)?.focus();
      return;
    }
    tell(null);
    const reply = await send("offer_help", { ...details.asked(), challenges: answers.chosen });
    if (!reply.ok) return tell(answerOf(reply));
    details.clear();
    answers.clear();
    onDone(true);
  };
  /** What is left to fill in, each with the field that takes it. */
  const missing = [
    { said: "missing-name", field: "name", given: details.name.trim() !== "" },
    { said: "missing-contact", field: "email", given: (details.email + details.phone).trim() !== "" },
    { said: "missing-consent", field: "consent", given: details.consent },
  ].filter(({ given }) => !given);
  const sayMissing = () => say(words, "missing", { what: missing.map(({ said }) => say(words, said)).join(", ") });
  const begun = offer !== null || missing.length < 3;
  // a yes for today is whole by itself, and what was just stored lacks nothing: only what one has begun to fill in does
  const asks = missing.length > 0 && answer?.good !== false && (begun || (answer === null && !model.may_ask));
  const stakes = model.challenges.filter((one) => answers.of(one) === "yes").map((one) => one.stake);
  return (
    <Page
      foot={
        <>
          <Standing answer={asks ? null : answer} />
          {asks && <p class="wk-quiet">{sayMissing()}</p>}
          <Go second={model.may_ask && !begun} onClick={() => void submit()}>
            {say(words, offer === null ? "go" : "save")}
          </Go>
          {(offer !== null || model.elsewhere) && (
            <Go
              second
              onClick={() => {
                details.clear();
                onDone(false);
              }}
            >
              {say(words, "cancel")}
            </Go>
          )}
        </>
      }
    >
      <div>
        <Heading>{say(words, "reach-title")}</Heading>
        <p class="wk-quiet">{say(words, stakes.length > 0 ? "reach-lead" : "reach-any", { stakes: stakes.join(", ") })}</p>
      </div>
      {offer === null && model.may_ask ? <Asked tell={tell} /> : null}
      <div ref={form} class="wk-stack">
        <ContactFields details={details} kept={model} />
      </div>
      {offer === null && !model.may_ask ? <AskMe tell={tell} /> : null}
      <MyOffers model={model} answers={answers} here={null} onGo={props.onGo} />
    </Page>
  );
}

/** Saying yes without leaving anything: one may be asked in the room, and nobody can call afterwards. */
function AskMe({ tell }: { tell: (answer: Answer | null) => void }) {
  const { words, send } = usePanel<"participant">();
  const ask = async () => {
    tell(null);
    const reply = await send("allow_asking", { yes: true });
    tell(answerOf(reply, say(words, "saved")));
  };
  return (
    <section class="wk-card wk-stack-tight">
      <h2>{say(words, "or")}</h2>
      <p>{say(words, "ask-lead")}</p>
      <Go second onClick={() => void ask()}>
        {say(words, "ask-yes")}
      </Go>
    </section>
  );
}

function Asked({ tell }: { tell: (answer: Answer | null) => void }) {
  const { words, send } = usePanel<"participant">();
  const withdraw = async () => {
    tell(null);
    const reply = await send("allow_asking", { yes: false });
    tell(answerOf(reply, say(words, "ask-withdrawn")));
  };
  return (
    <div class="wk-card wk-card-chosen">
      <p>
        <b>{say(words, "asked")}</b>
      </p>
      <p>{say(words, "asked-leave")}</p>
      <p>
        <button type="button" class="wk-quiet-action" onClick={() => void withdraw()}>
          {say(words, "ask-no")}
        </button>
      </p>
    </div>
  );
}
