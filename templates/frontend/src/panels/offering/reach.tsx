/** How to be reached, with consent for each purpose by itself: nobody has to say it before they accepted a mission. */
import { useRef, useState } from "preact/hooks";
import type { OfferModel } from "../../contract";
import { Go } from "../kit/components";
import { say, usePanel } from "../kit/panel";
import type { Answers } from "../participant/answers";
import { ContactFields, useDetails } from "../participant/details";
import { Heading, Page, Standing, answerOf, type Answer } from "../participant/page";

export function Reach(props: { model: OfferModel; answers: Answers; onDone: (saved: boolean) => void }) {
  const { words, send } = usePanel<"participant">();
  const { model, answers, onDone } = props;
  const offer = model.offer;
  const details = useDetails(offer ?? model.kept);
  const [answer, tell] = useState<Answer | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const { missing } = details;
  const sayMissing = () => say(words, "missing", { what: missing.map(({ said }) => say(words, said)).join(", ") });
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
    onDone(true);
  };
  const asks = missing.length > 0 && answer?.good !== false;
  return (
    <Page
      foot={
        <>
          <Standing answer={asks ? null : answer} />
          {asks && <p class="wk-quiet">{sayMissing()}</p>}
          <Go onClick={() => void submit()}>{say(words, offer === null ? "keep-details" : "save")}</Go>
          <Go
            second
            onClick={() => {
              details.clear();
              onDone(false);
            }}
          >
            {say(words, "cancel")}
          </Go>
        </>
      }
    >
      <div>
        <Heading>{say(words, "reach-title")}</Heading>
        <p class="wk-quiet">{say(words, "reach-lead")}</p>
      </div>
      <div ref={form} class="wk-stack">
        <ContactFields details={details} kept={model} />
      </div>
    </Page>
  );
}
