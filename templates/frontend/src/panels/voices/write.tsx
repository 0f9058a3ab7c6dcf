/** Writing an idea in somebody's name, and voting in it. */
import { useRef, useState } from "preact/hooks";
import { SOURCES, type Source, type Voice, type VoiceChallenge } from "../../contract";
import * as LIMITS from "../../limits";
import { Chips } from "../kit/components";
import { say, sayMany } from "../kit/panel";
import { changeBallot, readBallot, takesValues, writeBallot, writeMarks } from "./ballot";
import { type FieldsProps, MarkFields, sayRule } from "./marks";
import { Field, Form, Told, useSaying, useSpeaking, WhichChallenge } from "./speaking";

export interface ActProps {
  voice: Voice;
  challenge: string | null;
  onClose: () => void;
  onDone: () => void;
}

/** The text of an idea; Enter sends it, as Shift + Enter starts a line. */
export function IdeaText(props: { label: string; value: string; onInput: (text: string) => void }) {
  const { words } = useSpeaking();
  return (
    <label class="wk-field">
      <b>{props.label}</b>
      <textarea
        class="wkv-text"
        maxLength={LIMITS.idea.longest}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.querySelector<HTMLElement>("[type=submit]")?.click();
        }}
      />
      <span class="wkv-hint">
        {say(words, "write.hint")} <span class="wkv-keys">{say(words, "write.keys")}</span>
      </span>
    </label>
  );
}

export function Sources({ value, onChoose }: { value: Source | null; onChoose: (source: Source) => void }) {
  const { words } = useSpeaking();
  const choices = SOURCES.map((key) => ({ key, label: say(words, `source.${key}`) }));
  return <Chips className="wkv-sources" legend={say(words, "write.source")} choices={choices} value={value} onChoose={onChoose} />;
}

export function WriteForm({ voice, challenge, onClose }: ActProps) {
  const { model, words } = useSpeaking();
  const open = model.challenges.filter((one) => one.stage === "writing" || one.stage === "reveal").map((one) => one.id);
  const saying = useSaying();
  const [about, setAbout] = useState(challenge ?? voice.write.asks[0] ?? open[0] ?? "");
  const [text, setText] = useState("");
  const [source, setSource] = useState<Source | null>(null);
  const save = async () => {
    const answer = await saying.act("write_as", { participant: voice.id, challenge: about, text, source });
    if (!answer.ok) return;
    setText("");
    setSource(null);
  };
  return (
    <Form start="textarea" title={say(words, "open.write", { pseudonym: voice.pseudonym })} onClose={onClose} onSubmit={() => void save()}>
      <WhichChallenge ids={open} value={about} onChoose={setAbout} />
      <IdeaText
        label={say(words, "write.text")}
        value={text}
        onInput={(typed) => {
          setText(typed);
          if (saying.answer?.ok === true) saying.clear();
        }}
      />
      <Sources value={source} onChoose={setSource} />
      <button type="submit" class="wk-go">
        {say(words, "write.go")}
      </button>
      <Told saying={saying} saved={say(words, "write.saved")} />
    </Form>
  );
}

/** The options of a ballot with their numbers, the line that is typed, and what is left. */
export function BallotFields(props: FieldsProps) {
  return props.challenge.rule.kind === "dots" ? <DotFields {...props} /> : <MarkFields {...props} />;
}

function DotFields(props: FieldsProps) {
  const { words, lang } = useSpeaking();
  const { options, rule } = props.challenge;
  const ballot = readBallot(props.text, options.length, rule);
  return (
    <>
      <Field
        label={say(words, "vote.numbers")}
        hint={rule.most > 1 ? say(words, "vote.hint") : undefined}
        value={props.text}
        onInput={props.onText}
        digits
        most={60}
        className="wkv-numbers"
      />
      <p role="status" class={ballot.fault === null ? "wkv-left" : "wk-refused"}>
        {ballot.fault === null
          ? sayMany(words, lang, "vote.left", ballot.left)
          : say(words, ballot.fault, { number: ballot.unknown, most: options.length, budget: rule.budget, each: rule.most })}
      </p>
      <ol class="wkv-options">
        {options.map((option) => {
          const dots = ballot.dots.get(option.number) ?? 0;
          const full = dots >= rule.most || ballot.numbers.length >= rule.budget;
          return (
            <li key={option.id} class={dots > 0 ? "wkv-chosen" : undefined}>
              <b class="wkv-number">{option.number}</b>
              <span class="wkv-title">{option.title}</span>
              <span class="wkv-dots" role="img" aria-label={sayMany(words, lang, "done.vote", dots)}>
                {"●".repeat(Math.min(dots, rule.most))}
                {"○".repeat(Math.max(0, rule.most - dots))}
              </span>
              <button
                type="button"
                class="wk-quiet-action"
                aria-disabled={full}
                aria-label={say(words, "vote.give-to", { option: option.number })}
                onClick={() => full || props.onText(changeBallot(props.text, option.number, 1))}
              >
                {say(words, "vote.give")}
              </button>
              <button
                type="button"
                class="wk-quiet-action"
                aria-disabled={dots === 0}
                aria-label={say(words, "vote.take-from", { option: option.number })}
                onClick={() => dots === 0 || props.onText(changeBallot(props.text, option.number, -1))}
              >
                {say(words, "vote.take")}
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** What was put on a ballot so far, as it would be typed. */
function keep(voice: Voice, { options, rule }: VoiceChallenge): string {
  if (!takesValues(rule)) {
    const given = rule.kind === "dots" ? voice.dots : voice.marks;
    return writeBallot(options.map((one) => [one.number, given[one.id] ?? 0] as const));
  }
  return writeMarks(options.flatMap((one) => (voice.marks[one.id] === undefined ? [] : [[one.number, voice.marks[one.id]!] as const])));
}

export function VoteForm({ voice, challenge, onClose, onDone }: ActProps) {
  const { model, words, lang } = useSpeaking();
  const open = model.challenges.filter((one) => one.stage === "vote");
  const saying = useSaying();
  const [about, setAbout] = useState(challenge ?? voice.vote.asks[0] ?? open[0]?.id ?? "");
  const shown = open.find((one) => one.id === about);
  const kept = shown === undefined ? "" : keep(voice, shown);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [anew, beginAnew] = useState<string[]>([]);
  const text = typed[about] ?? kept;
  const form = useRef<HTMLDivElement>(null);
  const save = async () => {
    if (shown === undefined) return;
    const ballot = readBallot(text, shown.options.length, shown.rule);
    if (ballot.fault !== null) {
      form.current?.querySelector("input")?.focus();
      return;
    }
    const { numbers, values } = ballot;
    const again = anew.includes(about);
    const answer = await saying.act("vote_as", { participant: voice.id, challenge: about, numbers, values, series: shown.series, again });
    if (!answer.ok) return;
    const next = voice.vote.asks.find((one) => one !== about);
    if (next === undefined) onDone();
    else setAbout(next);
  };
  const title = say(words, "open.vote", { pseudonym: voice.pseudonym });
  const which = <WhichChallenge ids={open.map((one) => one.id)} value={about} onChoose={setAbout} />;
  if (shown === undefined) {
    return (
      <Form title={title} onClose={onClose} onSubmit={onClose}>
        {which}
        <Over typed={typed[about] ?? ""} />
      </Form>
    );
  }
  if (voice.phone && !voice.vote.asks.includes(about) && !anew.includes(about)) {
    return (
      <Form title={title} onClose={onClose} onSubmit={onClose}>
        {which}
        <p>{say(words, "again.vote", { pseudonym: voice.pseudonym })}</p>
        <button type="button" class="wk-quiet-action" onClick={() => beginAnew([...anew, about])}>
          {say(words, "again.vote-go")}
        </button>
      </Form>
    );
  }
  return (
    <Form title={title} onClose={onClose} onSubmit={() => void save()}>
      {which}
      {anew.includes(about) ? <p class="wk-refused">{say(words, "again.vote-sure", { pseudonym: voice.pseudonym })}</p> : null}
      <p>{sayRule(words, lang, shown)}</p>
      <div ref={form} key={about} class="wk-stack-tight">
        <BallotFields
          challenge={shown}
          text={text}
          onText={(changed) => {
            setTyped({ ...typed, [about]: changed });
            saying.clear();
          }}
        />
      </div>
      <button type="submit" class="wk-go">
        {say(words, "vote.go")}
      </button>
      <Told saying={saying} saved={say(words, "vote.saved")} />
    </Form>
  );
}

/** A vote that ended while it was typed: nothing can be sent any more, and what was typed stays to be read. */
function Over({ typed }: { typed: string }) {
  const { words } = useSpeaking();
  return (
    <>
      <p role="status" class="wk-refused">
        {say(words, typed.trim() === "" ? "vote.over" : "vote.over.typed")}
      </p>
      {typed.trim() === "" ? null : <p class="wk-copied">{typed}</p>}
    </>
  );
}
