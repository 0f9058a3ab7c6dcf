/** Taking an offer of help back, after a second question; the contact details go at once. `plain`: there are none. */
import { useState } from "preact/hooks";
import { Go } from "../kit/components";
import { say, usePanel } from "../kit/panel";
import { answerOf, type Answer } from "./page";

export function WithdrawOffer({ plain = false, tell }: { plain?: boolean; tell: (answer: Answer | null) => void }) {
  const { words, send } = usePanel<"participant">();
  const [asking, ask] = useState(false);
  const withdraw = async () => {
    tell(null); // or what was said of the offer would be read of its withdrawal
    const reply = await send("withdraw_offer");
    ask(false);
    tell(answerOf(reply, say(words, plain ? "withdrawn-plain" : "withdrawn")));
  };
  if (!asking) {
    return (
      <p>
        <button type="button" class="wk-quiet-action wk-danger" onClick={() => ask(true)}>
          {say(words, "withdraw")}
        </button>
      </p>
    );
  }
  return (
    <div class="wk-card wk-stack-tight" role="group" aria-label={say(words, "withdraw")}>
      <p>
        <b>{say(words, plain ? "withdraw-sure-plain" : "withdraw-sure")}</b>
      </p>
      <p>{say(words, "withdraw-missions")}</p>
      <button type="button" class="wk-go wk-danger" onClick={() => void withdraw()}>
        {say(words, plain ? "withdraw-yes-plain" : "withdraw-yes")}
      </button>
      <Go second onClick={() => ask(false)}>
        {say(words, "withdraw-no")}
      </Go>
    </div>
  );
}
