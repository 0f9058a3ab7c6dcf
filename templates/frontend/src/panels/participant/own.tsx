/** An idea of one's own: what became of it, and the form that corrects it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { LIMITS, SOURCES, type OwnIdea } from "../../contract";
import { Chips, Go } from "../kit/components";
import { useDraft } from "../kit/device";
import { say, usePanel, type Words } from "../kit/panel";
import { Told, type Answer } from "./page";

/** Which idea a button is about, for those who do not see where it stands. */
export function aboutIdea(words: Words, idea: OwnIdea): string {
  return say(words, "about", { text: idea.text.length > 60 ? `${idea.text.slice(0, 60)}…` : idea.text });
}

/** Why an idea is kept from the room and what correcting it, where it still can be, leads to, or that the facilitator reads it again. */
export function sayHeld(words: Words, idea: OwnIdea): string {
  if (idea.corrected) return say(words, "held-corrected");
  const why = say(words, "held", { reason: idea.held });
  return idea.voted_on ? why : `${why} ${say(words, "held-correct")}`;
}

export function CorrectIdea({ idea, onDone, onSaid }: { idea: OwnIdea; onDone: () => void; onSaid: (answer: Answer) => void }) {
  const { words, send } = usePanel<"participant">();
  const [draft, setDraft] = useDraft(`correct:${idea.id}`);
  const [text, setText] = useState(draft === "" ? idea.text : draft);
  const [source, setSource] = useState(idea.source);
  const [refused, refuse] = useState<Answer | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = async () => {
    const reply = await send("correct_idea", { idea: idea.id, text, source });
    if (!reply.ok) return refuse({ good: false, text: reply.sentence ?? "" });
    setDraft("");
    onDone();
    onSaid({ good: true, text: say(words, "corrected") });
  };
  const cancel = () => {
    setDraft("");
    onDone();
  };
  return (
    <li class="wk-card wk-card-chosen wk-correcting wk-stack">
      <label class="wk-field">
        <b>{say(words, "correcting")}</b>
        <textarea
          ref={field}
          rows={4}
          maxLength={LIMITS.idea.longest}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setDraft(event.currentTarget.value);
          }}
        />
      </label>
      <Chips
        legend={say(words, "source")}
        choices={SOURCES.map((key) => ({ key, label: say(words, `source.${key}`) }))}
        value={source}
        onChoose={setSource}
      />
      <Told answer={refused} />
      <div class="wk-row">
        <Go onClick={() => void save()}>{say(words, "save")}</Go>
        <Go second onClick={cancel}>
          {say(words, "cancel")}
        </Go>
      </div>
    </li>
  );
}
