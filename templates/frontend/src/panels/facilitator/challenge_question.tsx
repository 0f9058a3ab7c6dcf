/** What a challenge's sentence is, why, and the one question that comes next. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { KINDS, PARTS, type NextQuestion, type Part, type Reading } from "../../contract";
import * as LIMITS from "../../limits";
import { say, sayMany, useWords } from "../kit/panel";
import { Line, Quiet, Told, useAction } from "./action";

/** What the sentence is, among what it could be, how much of it is said, and what speaks for it. */
export function Kind({ reading }: { reading: Reading }) {
  const { words, lang } = useWords();
  const told = useId();
  if (reading.text === "") return null;
  const said = PARTS.length - reading.missing.length;
  return (
    <div class="wkf-kind">
      <div class="wkf-kind-line" aria-hidden="true">
        <b>{say(words, "is")}</b>
        {KINDS.map((kind) => (
          <span key={kind} class={kind === reading.kind ? "wkf-kind-one wkf-kind-on" : "wkf-kind-one"}>
            {kind === reading.kind ? "✓ " : ""}
            {say(words, `kind.${kind}`)}
          </span>
        ))}
        <b class="wkf-push">{sayMany(words, lang, "parts", said)}</b>
      </div>
      <p class="wk-visually-hidden" role="status" id={told}>
        {say(words, `kind.${reading.kind}.told`)} {sayMany(words, lang, "parts", said)}.{" "}
        {reading.missing.length > 0 ? say(words, "read.missing", { list: list(reading.missing, words) }) : ""}
      </p>
      {reading.why.length > 0 ? <p class="wk-quiet wk-small">{reading.why.join(" ")}</p> : null}
    </div>
  );
}

const list = (parts: readonly Part[], words: Parameters<typeof say>[0]): string =>
  parts.map((part) => say(words, `missing.${part}`)).join(", ");

/** The next question with its field: the answer goes into the sentence. */
export function Question(props: {
  question: NextQuestion;
  statement: string;
  /** The sentence with the answer in it; `built`: what stood there gave way to it. */
  onAdded: (statement: string, built: boolean) => void;
  answer: string;
  onAnswer: (answer: string) => void;
  onPass: (part: Part) => void;
}) {
  const { words } = useWords();
  const action = useAction(props.question.ask);
  const { answer, onAnswer: setAnswer } = props;
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const { part, ask, examples } = props.question;
  const builds = part === null || part === "action"; // what was a theme or a means gives way to the answer
  const wanted: Part = builds ? "action" : part;
  const [told, tell] = useState("");
  const add = async () => {
    const found = await action.act("extend_challenge", { statement: props.statement, part: wanted, answer });
    if (!found.ok || found.result === undefined) {
      field.current?.focus();
      return;
    }
    tell(say(words, "next.added"));
    props.onAdded(found.result.statement, found.result.built);
    field.current?.focus();
  };
  return (
    <section class="wkf-asked" aria-labelledby={`${id}-ask`}>
      <p class="wk-quiet">{say(words, "next")}</p>
      <h4 id={`${id}-ask`}>{ask}</h4>
      <div class="wkf-answer">
        <input
          ref={field}
          type="text"
          autocomplete="off"
          aria-labelledby={`${id}-ask`}
          maxLength={LIMITS.answer.longest}
          value={answer}
          onInput={(event) => setAnswer(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.isComposing) return;
            event.preventDefault(); // it adds, and saves nothing yet
            void add();
          }}
        />
        <button type="button" class="wkf-button wkf-next" aria-disabled={action.busy} onClick={() => void add()}>
          {say(words, builds && props.statement !== "" ? "next.end" : "next.add")}
        </button>
      </div>
      <div class="wkf-examples">
        {examples.length === 0 ? null : <span class="wk-quiet">{say(words, "next.examples")}</span>}
        {examples.map((example) => (
          <button
            key={example}
            type="button"
            class="wkf-filter"
            onClick={() => {
              setAnswer(example);
              field.current?.focus();
            }}
          >
            {example}
          </button>
        ))}
        {builds || part === null ? null : <Quiet onClick={() => props.onPass(part)}>{say(words, `next.without.${part}`)}</Quiet>}
      </div>
      {action.answer?.ok === false ? <Told action={action} /> : null}
      <p role="status" class="wk-visually-hidden">
        {told}
      </p>
    </section>
  );
}

export interface Halves {
  first: string;
  second: string;
  stake: string;
}

/** Two challenges in one sentence: each gets a sentence of its own where there is room for one more, else one of them is left. */
export function TwoChallenges(props: {
  reading: Reading;
  onSplit: (halves: Halves) => Promise<void>;
  onKeep: (first: string) => void;
  room: boolean;
}) {
  const { words } = useWords();
  const [halves, setHalves] = useState<Halves>({ first: "", second: "", stake: "" });
  const found = props.reading.halves.join("\n");
  useEffect(() => {
    const [first = "", second = ""] = props.reading.halves;
    setHalves((known) => ({ ...known, first, second }));
  }, [found]);
  const ask = props.reading.questions.find(({ part }) => part === null)?.ask;
  return (
    <section class="wkf-asked">
      <p class="wk-quiet">{say(words, "next")}</p>
      <h4>{ask ?? say(words, "halves")}</h4>
      <Line
        label={say(words, "halves.first")}
        value={halves.first}
        most={LIMITS.statement.longest}
        onInput={(first) => setHalves({ ...halves, first })}
      />
      <Line
        label={say(words, "halves.second")}
        value={halves.second}
        most={LIMITS.statement.longest}
        onInput={(second) => setHalves({ ...halves, second })}
      />
      {props.room ? (
        <>
          <Line
            label={say(words, "halves.stake")}
            value={halves.stake}
            most={LIMITS.stake.longest}
            onInput={(stake) => setHalves({ ...halves, stake })}
          />
          <div class="wk-row">
            <button type="button" class="wkf-button wkf-next" onClick={() => void props.onSplit(halves)}>
              {say(words, "halves.split")}
            </button>
            <Quiet onClick={() => props.onKeep(halves.first)}>{say(words, "halves.keep")}</Quiet>
          </div>
        </>
      ) : (
        <div class="wk-row">
          <button type="button" class="wkf-button wkf-next" onClick={() => props.onKeep(halves.first)}>
            {say(words, "halves.keep")}
          </button>
          <button type="button" class="wkf-button" onClick={() => props.onKeep(halves.second)}>
            {say(words, "halves.keep-second")}
          </button>
        </div>
      )}
    </section>
  );
}
