/** Stakes that phones propose in silence, and those that whoever prepares types in. */
import { useRef, useState } from "preact/hooks";
import * as LIMITS from "../../limits";
import { handOver, useDraft } from "../kit/device";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Told, useAction } from "./action";
import { Next, type Moving } from "./stakes_next";

export function Gathering({ move }: Moving) {
  const { model, words, lang } = usePanel<"facilitator", "stakes">();
  const { counts, joinable, stakes } = model;
  const lines = useLines();
  const end = async () => {
    if (await lines.add()) await move("sorting");
  };
  const none = counts.proposed === 0 && lines.empty;
  return (
    <>
      <p>{say(words, "gathering.lead")}</p>
      <p>{say(words, joinable ? "gathering.join" : "gathering.closed")}</p>
      <p class="wkf-big-count">
        <b>{sayMany(words, lang, "gathering.count", counts.proposed)}</b>
        {counts.browsers > 0 ? ` ${sayMany(words, lang, "gathering.browsers", counts.browsers)}` : ""}
      </p>
      <TypeStakes lines={lines} />
      {stakes.length === 0 ? null : (
        <ul>
          {stakes.map((one) => (
            <li key={one.id}>{one.title}</li>
          ))}
        </ul>
      )}
      <Next onClick={() => void end()} whyNot={none ? say(words, "gathering.none") : undefined}>
        {say(words, "gathering.end")}
      </Next>
    </>
  );
}

/** Lines that are typed in; whoever closes the step adds what stands there. */
export function useLines() {
  const action = useAction();
  const [text, setText] = useDraft("stakes:typed");
  const [added, count] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const empty = text.trim() === "";
  const add = async (): Promise<boolean> => {
    if (empty) return true;
    const keepAgain = handOver("stakes:typed");
    const answer = await action.act("add_stakes", { text });
    count(answer.result?.added ?? 0);
    if (!answer.ok) keepAgain();
    else if (field.current?.value === text) setText(""); // the next ones may have been begun meanwhile
    return answer.ok;
  };
  return { action, text, setText, added, field, empty, add };
}

export function TypeStakes({ lines }: { lines: ReturnType<typeof useLines> }) {
  const { words, lang } = useWords();
  const { action, text, setText, added, field, empty, add } = lines;
  return (
    <form
      class="wkf-form"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label class="wk-field">
        <span class="wk-label">{say(words, "gathering.type")}</span>
        <textarea
          ref={field}
          rows={3}
          maxLength={LIMITS.many_stakes.longest}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <div class="wk-row">
        <button type="submit" class="wkf-button" aria-disabled={action.busy || empty}>
          {say(words, "gathering.add")}
        </button>
        <Told action={action} saved={sayMany(words, lang, "gathering.added", added)} />
      </div>
    </form>
  );
}
