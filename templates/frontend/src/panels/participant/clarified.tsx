/** The room asks what is meant by an idea: its author answers, while it is revealed and while it is voted on. */
import { useState } from "preact/hooks";
import type { AskedIdea } from "../../contract";
import * as LIMITS from "../../limits";
import { Go } from "../kit/components";
import { useDraft } from "../kit/device";
import { say, usePanel } from "../kit/panel";
import { Contacts } from "./marked";
import { Told, answerOf, type Answer } from "./page";

/** The room asks what is meant by an idea of one's own: one answers unsigned, as the idea is. */
export function Asked({ idea }: { idea: AskedIdea }) {
  const { words, send } = usePanel<"participant">();
  const about = `answer:${idea.id}`;
  const [draft, setDraft] = useDraft(about);
  const [open, setOpen] = useState(idea.answer === "");
  const [answer, tell] = useState<Answer | null>(null);
  const typed = draft.trim();
  const give = async () => {
    if (typed === "") return;
    const reply = await send("answer_question", { idea: idea.id, answer: typed });
    tell(answerOf(reply, say(words, "answer-saved")));
    if (!reply.ok) return;
    setDraft("");
    setOpen(false);
  };
  return (
    <section class="wk-card wk-card-chosen">
      <h2>{say(words, "asked")}</h2>
      <blockquote class="wk-text">{idea.text}</blockquote>
      {open || typed !== "" ? (
        <div class="wk-stack-tight">
          <label class="wk-field">
            <b>{say(words, "answer")}</b>
            <textarea
              rows={3}
              maxLength={LIMITS.clarification.longest}
              value={draft}
              data-draft={about}
              onInput={(event) => setDraft(event.currentTarget.value)}
            />
            <span class="wk-hint">{say(words, "answer-hint")}</span>
          </label>
          <Contacts about={about} text={draft} />
          <Go onClick={() => void give()}>{say(words, "answer-send")}</Go>
        </div>
      ) : (
        <>
          <p class="wk-text">{idea.answer}</p>
          <button
            type="button"
            class="wk-quiet-action"
            onClick={() => {
              setDraft(idea.answer);
              setOpen(true);
              tell(null);
            }}
          >
            {say(words, "answer-change")}
          </button>
        </>
      )}
      <Told answer={answer} />
    </section>
  );
}
