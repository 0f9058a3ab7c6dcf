/** What a browser fetches that was let in to read challenges before the workshop: no other phone pays for it. */
import "./clarity.css";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { CLEARNESSES, type Clearness, type SentenceToRate } from "../../contract";
import * as LIMITS from "../../limits";
import { useActionOf } from "../kit/acting";
import { ChallengeFrame, Chips, Go, Said } from "../kit/components";
import { handOver, letGo, useDraft } from "../kit/device";
import { panels, say, sayMany, usePanel, type Words } from "../kit/panel";
import { bringStyle } from "../kit/served";

bringStyle("clarity");

export function ReadBeforehand() {
  const { model, lang, send } = usePanel<"participant", "helper">();
  const place = useRef<HTMLDivElement>(null);
  const asked = model.helping === "clarity" && model.sentences.some((one) => one.clearness === null);
  useEffect(() => {
    if (asked) place.current?.scrollIntoView?.({ block: "start" }); // the page above is the room's, and may be long
  }, [asked]);
  if (model.helping !== "clarity") return null;
  const words = model.said as Words;
  const { sentences } = model;
  return (
    <div class="wkc" ref={place}>
      <h1>{say(words, "heading")}</h1>
      {!model.let_in ? (
        <p>{say(words, "old")}</p>
      ) : sentences.length === 0 ? (
        <>
          <p class="wk-lead">{say(words, "thanks")}</p>
          <p>{say(words, "thanks.more")}</p>
        </>
      ) : (
        <p>{sayMany(words, lang, "lead", sentences.length)}</p>
      )}
      {sentences.map((one) => (
        <ToRate key={`${one.challenge} ${one.statement}`} sentence={one} words={words} />
      ))}
      {model.let_in ? (
        <button
          type="button"
          class="wk-quiet-action"
          onClick={() => {
            letGo(...sentences.flatMap((one) => [`draft:${answerTo(one)}`, `draft:${remarkOn(one)}`]));
            void send("stop_reading");
          }}
        >
          {say(words, "leave")}
        </button>
      ) : null}
    </div>
  );
}

const answerTo = (one: SentenceToRate): string => `clarity:${one.challenge}:${one.statement}`;
const remarkOn = (one: SentenceToRate): string => `${answerTo(one)}:remark`;

/**
 * One sentence, three answers, none chosen beforehand; what one said can be changed while others are awaited. What is
 * chosen and typed is kept on the device until it is said: the page may be loaded anew before.
 */
function ToRate({ sentence, words }: { sentence: SentenceToRate; words: Words }) {
  const action = useActionOf<"participant">();
  const [chosen, choose] = useDraft(answerTo(sentence));
  const [draft, setDraft] = useDraft(remarkOn(sentence));
  const [typed, type] = useState(draft !== "");
  const clearness: Clearness | null = CLEARNESSES.find((one) => one === chosen) ?? sentence.clearness;
  const remark = typed ? draft : sentence.remark;
  const [missing, miss] = useState(false);
  const id = useId();
  const given = sentence.clearness !== null;
  const same = given && sentence.clearness === clearness && sentence.remark === remark.trim();
  const settled = same && sentence.remark === remark; // to the letter: a space that is being typed stays
  useEffect(() => {
    if (!settled) return;
    choose("");
    setDraft("");
    type(false);
  }, [settled, chosen, draft]);
  const send = async () => {
    miss(clearness === null);
    if (clearness === null) return;
    if (typed) setDraft(remark.trim());
    const { challenge, phrasing } = sentence; // on its way, an answer may meet another sentence
    const giveBack = handOver(answerTo(sentence), remarkOn(sentence)); // the last answer takes this form away
    const answer = await action.act("rate_clarity", { challenge, phrasing, clearness, remark });
    if (!answer.ok) giveBack();
  };
  return (
    <form
      class="wkc-sentence"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ChallengeFrame label={sentence.stake} statement={sentence.statement} />
      <Chips
        className="wkc-answers"
        legend={say(words, "answer")}
        choices={CLEARNESSES.map((key) => ({ key, label: say(words, key) }))}
        value={clearness}
        onChoose={(key) => {
          choose(key);
          miss(false);
        }}
      />
      <label class="wk-field">
        <b>
          {say(words, "remark")} <span class="wk-quiet wk-plain">({say(words, "optional")})</span>
        </b>
        <textarea
          class="wkc-remark"
          maxLength={LIMITS.remark.longest}
          aria-describedby={id}
          value={remark}
          onInput={(event) => {
            setDraft(event.currentTarget.value);
            type(true);
          }}
        />
        <span id={id} class="wk-quiet wk-small">
          {say(words, "remark.hint")}
        </span>
      </label>
      {missing ? (
        <p role="alert" class="wk-refused">
          {say(words, "choose")}
        </p>
      ) : null}
      {action.answer?.ok === false ? (
        <Said good={false}>{action.answer.sentence}</Said>
      ) : (
        <Said good>{same ? say(words, "sent") : ""}</Said>
      )}
      {same ? null : <Go onClick={() => void send()}>{say(words, given ? "change" : "send")}</Go>}
    </form>
  );
}

export default panels({ helper: ReadBeforehand });
