/** An idea of one's own: what became of it, and the form that corrects it. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { SOURCES, type OwnIdea } from "../../contract";
import * as LIMITS from "../../limits";
import { Chips, Go } from "../kit/components";
import { forget, recall, recallAll, remember, useDraft } from "../kit/device";
import { say, usePanel, useWords, type Words } from "../kit/panel";
import { Contacts } from "./marked";
import { Told, answerOf, type Answer } from "./page";

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

/** A correction that was begun and never saved. */
export interface Correction {
  idea: string;
  challenge: string;
}

const begunName = (idea: string): string => `correcting:${idea}`;
const draftOf = (idea: string): string => recall<string>(`draft:correct:${idea}`) ?? "";

/** The corrections begun in a challenge and never saved, with their words: the ideas may be shown with the old ones meanwhile. */
export function listUnsent(challenge: string): (Correction & { text: string })[] {
  const begun = recallAll<Correction>(begunName("")).filter((one) => one.challenge === challenge);
  return begun.map((one) => ({ ...one, text: draftOf(one.idea) })).filter((one) => one.text.trim() !== "");
}

export function dropUnsent(idea: string): void {
  forget(begunName(idea));
  forget(`draft:correct:${idea}`);
}

export function CorrectIdea(props: { idea: OwnIdea; challenge: string; onDone: () => void; onSaid: (answer: Answer) => void }) {
  const { words, send } = usePanel<"participant">();
  const { idea, challenge, onDone, onSaid } = props;
  const about = `correct:${idea.id}`;
  const [draft, setDraft] = useDraft(about);
  const [text, setText] = useState(draft === "" ? idea.text : draft);
  const [source, setSource] = useState(idea.source);
  const [refused, refuse] = useState<Answer | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    if (draft === "" && idea.held !== "") setDraft(idea.text); // what it was held back for is marked before one types
  }, []);
  useEffect(() => {
    if (draft !== "") setText(draft); // a number was taken out of it
  }, [draft]);
  const save = async () => {
    const reply = await send("correct_idea", { idea: idea.id, text, source });
    if (!reply.ok) return refuse(answerOf(reply));
    cancel();
    onSaid({ good: true, text: say(words, "corrected") });
  };
  const cancel = () => {
    dropUnsent(idea.id);
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
          data-draft={about}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setDraft(event.currentTarget.value);
            remember(begunName(idea.id), { idea: idea.id, challenge } satisfies Correction);
          }}
        />
      </label>
      <Contacts about={about} text={text} />
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

/** Asks before something of one's own is let go; the words are those of the panel around it. */
export function Sure({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const { words } = useWords();
  const no = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => no.current?.focus(), []);
  return (
    <div role="group" aria-label={say(words, "remove-sure")}>
      <p>
        <b>{say(words, "remove-sure")}</b>
      </p>
      <p class="wk-row">
        <button type="button" class="wk-quiet-action wk-danger" onClick={onYes}>
          {say(words, "remove-yes")}
        </button>
        <button ref={no} type="button" class="wk-quiet-action" onClick={onNo}>
          {say(words, "remove-no")}
        </button>
      </p>
    </div>
  );
}
