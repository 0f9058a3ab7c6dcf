/** What every piece of speaking for somebody has in common, on the facilitator's page and on a helper's. */
import { createContext, type ComponentChildren } from "preact";
import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { VoicesModel } from "../../contract";
import { Said } from "../kit/components";
import { LEFT_ALONE } from "../kit/fields";
import type { Acknowledgement } from "../kit/outbox";
import { say, type Panel, type Words } from "../kit/panel";

export interface Speaking {
  model: VoicesModel;
  words: Words;
  lang: string;
  /** The acts are the same through both doors. */
  send: Panel<"participant", "helper">["send"];
}

const SpeakingContext = createContext<Speaking | null>(null);

export function SpeakingProvider({ speaking, children }: { speaking: Speaking; children: ComponentChildren }) {
  return <SpeakingContext.Provider value={speaking}>{children}</SpeakingContext.Provider>;
}

export function useSpeaking(): Speaking {
  const speaking = useContext(SpeakingContext);
  if (speaking === null) throw new Error("a piece of speaking for somebody stands outside it");
  return speaking;
}

export interface Saying {
  answer: Acknowledgement | null;
  act: Speaking["send"];
  clear(): void;
}

/** Sends an act and keeps its answer; what is on its way already is not sent again by an impatient finger. */
export function useSaying(): Saying {
  const { send } = useSpeaking();
  const [answer, setAnswer] = useState<Acknowledgement | null>(null);
  const underway = useRef<Promise<Acknowledgement> | null>(null);
  const act: Speaking["send"] = (intention, ...asked) => {
    if (underway.current !== null) return underway.current as never;
    setAnswer(null);
    const sent = send(intention, ...asked).then((received) => {
      underway.current = null;
      setAnswer(received);
      return received;
    });
    underway.current = sent;
    return sent;
  };
  return { answer, act, clear: () => setAnswer(null) };
}

/** What was answered last, in words; the place stays, so that a screen reader hears what comes into it. */
export function Told({ saying, saved }: { saying: Saying; saved?: string }) {
  const { words } = useSpeaking();
  const { answer } = saying;
  if (answer === null) return <Said good>{""}</Said>;
  return <Said good={answer.ok}>{answer.ok ? (saved ?? say(words, "saved")) : answer.sentence}</Said>;
}

/** A labelled line; digits have the keyboard of digits on a phone. */
export function Field(props: {
  label: string;
  hint?: string;
  value: string;
  onInput: (text: string) => void;
  type?: "text" | "email" | "tel";
  digits?: boolean;
  most?: number;
  list?: string;
  className?: string;
}) {
  return (
    <label class={`wk-field ${props.className ?? ""}`}>
      <b>{props.label}</b>
      <input
        type={props.type ?? "text"}
        inputMode={props.digits === true ? "numeric" : undefined}
        value={props.value}
        maxLength={props.most}
        list={props.list}
        {...LEFT_ALONE}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      {props.hint === undefined ? null : <span class="wkv-hint">{props.hint}</span>}
    </label>
  );
}

/** A form that Enter sends; it opens at the press of a button, so its first field, or `start`, has the focus at once. */
export function Form(props: { title: string; onClose: () => void; onSubmit: () => void; start?: string; children: ComponentChildren }) {
  const { words } = useSpeaking();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>(props.start ?? "input, textarea")?.focus();
  }, [props.start]);
  return (
    <form
      ref={form}
      noValidate
      class="wk-card wkv-form"
      aria-label={props.title}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onClose();
      }}
    >
      <div class="wkv-form-head">
        <h3>{props.title}</h3>
        <button type="button" class="wk-quiet-action" onClick={props.onClose}>
          {say(words, "close")}
        </button>
      </div>
      {props.children}
    </form>
  );
}

/** The challenge a form is about, always in its warm frame; a choice where several are open. */
export function WhichChallenge(props: { ids: string[]; value: string; onChoose: (id: string) => void }) {
  const { model, words } = useSpeaking();
  const chosen = model.challenges.find((one) => one.id === props.value);
  return (
    <>
      {props.ids.length < 2 ? null : (
        <label class="wk-field">
          <b>{say(words, "challenge")}</b>
          <select value={props.value} onChange={(event) => props.onChoose(event.currentTarget.value)}>
            {model.challenges
              .filter((one) => props.ids.includes(one.id))
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {say(words, "label", { number: one.number, stake: one.stake })}
                </option>
              ))}
          </select>
        </label>
      )}
      {chosen === undefined ? null : (
        <div class="wk-challenge">
          <small>{say(words, "label", { number: chosen.number, stake: chosen.stake })}</small>
          <p>{chosen.statement}</p>
        </div>
      )}
    </>
  );
}
