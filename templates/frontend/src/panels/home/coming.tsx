/** The erasure of contact details by date, announced before it comes; whoever knows the date to be right may do it now. */
import { useState } from "preact/hooks";
import { sayDay } from "../kit/days";
import { say, usePanel } from "../kit/panel";
import { type HomeAction, Question, Refusal, refusalOf, type Tell, Word } from "./pieces";

export function Coming({ action, tell }: { action: HomeAction; tell: Tell }) {
  const { model, words, lang } = usePanel<"home", "home">();
  const { coming, card, may_write } = model.chosen!;
  const [asked, ask] = useState(false);
  if (coming === null) return null;
  const days = { day: sayDay(lang, coming.day), today: sayDay(lang, model.today), last: sayDay(lang, coming.last) };
  const erase = async () => {
    if (!(await action.act("erase_due", { workshop: card.id })).ok) return;
    tell(say(words, "done.erased"));
    ask(false);
  };
  if (asked) {
    return (
      <Question
        danger
        title={say(words, "coming.sure")}
        yes={say(words, "coming.yes")}
        no={say(words, "cancel")}
        busy={action.busy}
        onYes={() => void erase()}
        onNo={() => ask(false)}
      >
        <p>{say(words, "coming.kept")}</p>
        <Refusal sentence={refusalOf(action)} />
      </Question>
    );
  }
  return (
    <div class="wkh-asks">
      <p role="status">{say(words, coming.doubtful ? "coming.doubtful" : "coming", days)}</p>
      {coming.due && may_write ? (
        <Word danger onClick={() => ask(true)}>
          {say(words, "coming.erase")}
        </Word>
      ) : null}
    </div>
  );
}
