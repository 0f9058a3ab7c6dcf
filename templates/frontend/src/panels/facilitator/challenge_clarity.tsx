/** Whether a sentence is clear, said by two or three people: from their phones or at this page, shown once all have answered. */
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { CLEARNESSES, type ChallengeByParts, type Clearness, type GivenRating } from "../../contract";
import * as LIMITS from "../../limits";
import { Chips } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { QrCode } from "../kit/qr_code";
import { Confirm, Line, Quiet, Told, useAction } from "./action";

export function Clarity({ challenge, ahead }: { challenge: ChallengeByParts; ahead?: boolean }) {
  const { model, words } = usePanel<"facilitator", "challenges">();
  const action = useAction(challenge.id);
  const { clarity } = challenge;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (ahead !== true) return;
    heading.current?.focus();
    heading.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  const ask = (wanted: number) => void action.act("ask_clarity", { challenge: challenge.id, wanted });
  const waiting = clarity.number > 0 && clarity.answered < clarity.wanted;
  return (
    <section class="wk-stack-tight" aria-labelledby={`clear-${challenge.id}`}>
      <h3 id={`clear-${challenge.id}`} ref={heading} tabIndex={-1}>
        {say(words, "clarity")}
      </h3>
      {challenge.open && clarity.number === 0 ? (
        <p class="wk-quiet">{say(words, "clarity.opened")}</p>
      ) : clarity.number === 0 ? (
        <>
          <p class="wk-quiet">{say(words, "clarity.why")}</p>
          <div class="wkf-buttons">
            <button type="button" class="wkf-button" aria-disabled={action.busy} onClick={() => ask(2)}>
              {say(words, "clarity.ask.two")}
            </button>
            <button type="button" class="wkf-button" aria-disabled={action.busy} onClick={() => ask(3)}>
              {say(words, "clarity.ask.three")}
            </button>
          </div>
        </>
      ) : waiting ? (
        <Waiting challenge={challenge} />
      ) : (
        <Answered challenge={challenge} onAgain={() => ask(clarity.wanted)} />
      )}
      {waiting || model.ways.code === "" ? null : (
        <p>
          <Confirm
            look="quiet"
            question={say(words, "clarity.close.question")}
            yes={say(words, "clarity.close.yes")}
            no={say(words, "keep")}
            onYes={() => void action.act("close_to_readers")}
          >
            {say(words, "clarity.close")}
          </Confirm>
        </p>
      )}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </section>
  );
}

/** Answers are awaited: how people come to give them, how many are in, and nothing of what they say. */
function Waiting({ challenge }: { challenge: ChallengeByParts }) {
  const { model, words, lang } = usePanel<"facilitator", "challenges">();
  const action = useAction();
  const { answered, wanted, statement, present } = challenge.clarity;
  const { ways } = model;
  const [here, answerHere] = useState(false);
  const { id } = challenge;
  return (
    <>
      <p role="status">{sayMany(words, lang, "clarity.waiting", answered, { wanted })}</p>
      {present ? null : <p class="wk-quiet wk-small">{say(words, "clarity.of", { statement })}</p>}
      {here ? (
        <AnswerHere challenge={challenge} onClose={() => answerHere(false)} />
      ) : (
        <>
          {ways.link === "" ? (
            <p class="wk-quiet">{say(words, "clarity.no-phones")}</p>
          ) : (
            <div class="wkf-clarity-ways">
              <QrCode rows={ways.rows} label={say(words, "clarity.qr", { address: ways.link })} class="wkf-clarity-code" />
              <div class="wk-stack-tight">
                <p>{say(words, "clarity.how")}</p>
                <p class="wk-copied wkf-clarity-address">{ways.address}</p>
                <p class="wk-copied">
                  <b>{say(words, "clarity.code", { code: ways.code })}</b>
                </p>
                <p class="wk-quiet wk-small">{say(words, "clarity.how-code")}</p>
                {ways.readers > 0 ? <p class="wk-quiet wk-small">{sayMany(words, lang, "clarity.readers", ways.readers)}</p> : null}
              </div>
            </div>
          )}
          <div class="wkf-buttons">
            <button type="button" class="wkf-button" onClick={() => answerHere(true)}>
              {say(words, "clarity.here")}
            </button>
            <Quiet onClick={() => void action.act("wait_no_more", { challenge: id })}>
              {say(words, answered >= 2 ? "clarity.enough" : "clarity.enough.few")}
            </Quiet>
          </div>
        </>
      )}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </>
  );
}

/** One person answers on this computer, alone: nothing of those before is here to be seen. */
function AnswerHere({ challenge, onClose }: { challenge: ChallengeByParts; onClose: () => void }) {
  const { words } = useWords();
  const action = useAction();
  const [clearness, choose] = useState<Clearness | null>(null);
  const [remark, setRemark] = useState("");
  const [missing, miss] = useState(false);
  const top = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => top.current?.focus(), []);
  const keep = async () => {
    miss(clearness === null);
    if (clearness === null) return;
    const answer = await action.act("rate_here", { challenge: challenge.id, clearness, remark });
    if (!answer.ok) return;
    choose(null);
    setRemark("");
    top.current?.focus();
  };
  return (
    <form
      class="wkf-here"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p ref={top} tabIndex={-1}>
        <b>{say(words, "clarity.here.hand")}</b>
      </p>
      <blockquote>{say(words, "sentences.quoted", { statement: challenge.clarity.statement })}</blockquote>
      <Chips
        legend={say(words, "clarity.here.choose")}
        choices={CLEARNESSES.map((key) => ({ key, label: say(words, `clear.${key}`) }))}
        value={clearness}
        onChoose={choose}
      />
      <Line
        label={say(words, "clarity.remark")}
        hint={say(words, "clarity.remark.hint")}
        value={remark}
        most={LIMITS.remark.longest}
        onInput={setRemark}
      />
      {missing ? (
        <p role="alert" class="wk-refused">
          {say(words, "clarity.here.missing")}
        </p>
      ) : null}
      <Told action={action} saved={say(words, "clarity.here.done")} />
      <div class="wkf-buttons">
        <button type="submit" class="wkf-button" aria-disabled={action.busy}>
          {say(words, "clarity.here.send")}
        </button>
        <Quiet onClick={onClose}>{say(words, "cancel")}</Quiet>
      </div>
    </form>
  );
}

function Answered({ challenge, onAgain }: { challenge: ChallengeByParts; onAgain: () => void }) {
  const { words, lang } = usePanel<"facilitator", "challenges">();
  const action = useAction();
  const { ratings, statement, present, number, wanted } = challenge.clarity;
  return (
    <>
      <p class="wk-quiet">{sayMany(words, lang, "clarity.all", ratings.length, { wanted })}</p>
      {present ? null : <p class="wk-quiet wk-small">{say(words, "clarity.before", { statement })}</p>}
      <Ratings ratings={ratings} />
      <div class="wkf-buttons">
        {challenge.open ? null : (
          <button type="button" class="wkf-button" onClick={onAgain}>
            {say(words, wanted === 2 ? "clarity.again.two" : "clarity.again.three")}
          </button>
        )}
        <Confirm
          look="quiet"
          question={say(words, "clarity.forget.question")}
          yes={say(words, "remove")}
          no={say(words, "keep")}
          onYes={() => void action.act("forget_clarity", { challenge: challenge.id, number })}
        >
          {say(words, "clarity.forget")}
        </Confirm>
      </div>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </>
  );
}

/** What was said, the clearest first: squares filled by how clear, the word, and the remark. */
export function Ratings({ ratings }: { ratings: GivenRating[] }) {
  const { words } = useWords();
  const id = useId();
  return (
    <ul class="wkf-ratings">
      {ratings.map(({ clearness, remark }, at) => (
        <li key={`${id}${at}`}>
          <span class="wkf-squares" aria-hidden="true">
            {CLEARNESSES.map((one, place) => (
              <i key={one} class={place < CLEARNESSES.length - CLEARNESSES.indexOf(clearness) ? "wkf-full" : ""} />
            ))}
          </span>
          <span>
            <b>{say(words, `clear.${clearness}`)}</b>
            {remark === "" ? null : <span class="wk-quiet wkf-remark">{say(words, "sentences.quoted", { statement: remark })}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
