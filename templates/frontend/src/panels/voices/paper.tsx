/** Numbered papers typed back: slips while ideas are written, ballots while a challenge is voted on. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Source, VoiceChallenge } from "../../contract";
import * as LIMITS from "../../limits";
import { say, sayMany } from "../kit/panel";
import { Category } from "./add";
import { readBallot } from "./ballot";
import { Field, Told, useSaying, useSpeaking, WhichChallenge } from "./speaking";
import { BallotFields, IdeaText, Sources } from "./write";

export function Papers() {
  const { model, words, lang } = useSpeaking();
  const open = model.challenges.filter((one) => ["writing", "reveal", "vote"].includes(one.stage));
  const [chosen, choose] = useState<string | null>(null);
  const [draft, keep] = useState<Draft | null>(null);
  const late =
    draft !== null &&
    !takes(
      model.challenges.find((one) => one.id === draft.challenge.id),
      draft.act,
    );
  const shown = open.find((one) => one.id === chosen) ?? open.find((one) => one.stage === "vote") ?? open[0];
  return (
    <details class="wk-card wkv-fold">
      <summary>{say(words, "paper.title")}</summary>
      <p class="wk-quiet">{say(words, "paper.lead")}</p>
      {draft !== null && late ? <Late draft={draft} onRead={() => keep(null)} /> : null}
      {shown === undefined ? (
        <p>{say(words, "paper.none")}</p>
      ) : (
        <>
          <WhichChallenge ids={open.map((one) => one.id)} value={shown.id} onChoose={choose} />
          {shown.stage === "vote" ? (
            <BallotTyped key={shown.id} challenge={shown} onDraft={keep} />
          ) : (
            <SlipTyped key={shown.id} challenge={shown} onDraft={keep} />
          )}
          <p class="wk-quiet">{sayMany(words, lang, "paper.typed", shown.papers)}</p>
        </>
      )}
    </details>
  );
}

/** A paper that is being typed; null once it was sent. */
interface Draft {
  act: "slip" | "ballot";
  challenge: VoiceChallenge;
  number: string;
  text: string;
}

interface TypedProps {
  challenge: VoiceChallenge;
  onDraft: (draft: Draft | null) => void;
}

/** Whether papers of a kind are still taken of a challenge. */
const takes = (challenge: VoiceChallenge | undefined, act: Draft["act"]): boolean =>
  (act === "ballot" ? ["vote"] : ["writing", "reveal"]).includes(challenge?.stage ?? "");

/** A paper that came too late while it was typed: what was typed stays to be read, and it did not count. */
function Late({ draft, onRead }: { draft: Draft; onRead: () => void }) {
  const { words } = useSpeaking();
  return (
    <div role="status" class="wk-refused">
      <p>{say(words, `paper.late-${draft.act}`, { challenge: draft.challenge.number, number: draft.number || "…" })}</p>
      <p class="wk-copied">{draft.text}</p>
      <button type="button" class="wk-quiet-action" onClick={onRead}>
        {say(words, "close")}
      </button>
    </div>
  );
}

/** Tells what is being typed for as long as it is. */
function useDraftOf(act: Draft["act"], { challenge, onDraft }: TypedProps, number: string, text: string): void {
  const begun = useRef(false);
  useEffect(() => {
    begun.current ||= text !== ""; // a form that opens empty is no reason to forget what came too late
    if (begun.current) onDraft(text.trim() === "" ? null : { act, challenge, number, text });
  }, [number, text]);
}

const numberOf = (text: string): number => (/^\s*\d{1,5}\s*$/.test(text) ? Number(text) : 0);
type Retyped = "new" | "another" | "instead";

function SlipTyped(props: TypedProps) {
  const { challenge } = props;
  const { words } = useSpeaking();
  const saying = useSaying();
  const [number, setNumber] = useState("");
  const [text, setText] = useState("");
  const [category, setCategory] = useState("");
  const [source, setSource] = useState<Source | null>(null);
  const [saved, setSaved] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useDraftOf("slip", props, number, text);
  const save = async (retyped: Retyped) => {
    const slip = { challenge: challenge.id, number: numberOf(number), text, source, category, retyped };
    const answer = await saying.act("type_slip", slip);
    if (!answer.ok) return;
    setSaved(number);
    for (const empty of [setNumber, setText, setCategory]) empty("");
    setSource(null);
    form.current?.querySelector("input")?.focus();
  };
  return (
    <form
      ref={form}
      noValidate
      class="wkv-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save("new");
      }}
    >
      <Field className="wkv-narrow" label={say(words, "paper.number")} value={number} onInput={setNumber} digits most={4} />
      <IdeaText label={say(words, "paper.text")} value={text} onInput={setText} />
      <Sources value={source} onChoose={setSource} />
      <Category label={say(words, "paper.category")} value={category} onInput={setCategory} />
      <button type="submit" class="wk-go wk-second">
        {say(words, "paper.go-slip")}
      </button>
      <Told saying={saying} saved={say(words, "paper.saved-slip", { number: saved })} />
      {saying.answer?.values?.number === undefined ? null : (
        <div class="wk-row">
          <button type="button" class="wk-quiet-action" onClick={() => void save("another")}>
            {say(words, "paper.another")}
          </button>
          <button type="button" class="wk-quiet-action" onClick={() => void save("instead")}>
            {say(words, "paper.instead")}
          </button>
        </div>
      )}
    </form>
  );
}

function BallotTyped(props: TypedProps) {
  const { challenge } = props;
  const { words } = useSpeaking();
  const saying = useSaying();
  const [number, setNumber] = useState("");
  const [text, setText] = useState("");
  const [series, setSeries] = useState("");
  const [saved, setSaved] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useDraftOf("ballot", props, number, text);
  const save = async (retyped: Retyped) => {
    const { numbers, values, fault } = readBallot(text, challenge.options.length, challenge.rule);
    if (fault !== null) return;
    const answer = await saying.act("type_ballot", { challenge: challenge.id, number: numberOf(number), numbers, values, series, retyped });
    if (!answer.ok) return;
    setSaved(number);
    setNumber("");
    setText("");
    form.current?.querySelector<HTMLInputElement>(".wkv-narrow input")?.focus();
  };
  /** Enter on the number goes on to the dots. */
  const goOn = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.key !== "Enter" || target.closest(".wkv-narrow") === null) return;
    event.preventDefault();
    form.current?.querySelector<HTMLElement>(".wkv-numbers input, .wkv-options input, .wkv-options select")?.focus();
  };
  return (
    <form
      ref={form}
      noValidate
      class="wkv-form"
      onKeyDown={goOn}
      onSubmit={(event) => {
        event.preventDefault();
        void save("new");
      }}
    >
      <div class="wkv-columns">
        <Field
          className="wkv-narrow"
          label={say(words, "paper.number")}
          value={number}
          onInput={setNumber}
          digits
          most={LIMITS.slip.most.toString().length}
        />
        <Field
          className="wkv-series"
          label={say(words, "paper.series")}
          hint={say(words, "paper.series-hint")}
          value={series}
          onInput={setSeries}
          most={6}
        />
      </div>
      <BallotFields challenge={challenge} text={text} onText={setText} />
      <button type="submit" class="wk-go wk-second">
        {say(words, "paper.go-ballot")}
      </button>
      <Told saying={saying} saved={say(words, "paper.saved-ballot", { number: saved })} />
      {saying.answer?.values?.number === undefined ? null : (
        <button type="button" class="wk-quiet-action" onClick={() => void save("instead")}>
          {say(words, "paper.instead")}
        </button>
      )}
    </form>
  );
}
