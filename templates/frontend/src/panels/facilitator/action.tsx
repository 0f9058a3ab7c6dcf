/** Actions of the facilitator's panels: sent, answered in words, never sent twice by an impatient finger. */
import type { ComponentChildren, Ref } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Action as ActionOf, useActionOf } from "../kit/acting";
import { Said } from "../kit/components";
import { LEFT_ALONE } from "../kit/fields";
import type { Acknowledgement } from "../kit/outbox";
import { Reload, say, useWords } from "../kit/panel";

export type Action = ActionOf<"facilitator">;

/** The facilitator's acts; see `useActionOf`. */
export const useAction = (moment = "", keep?: (received: Acknowledgement) => void): Action => useActionOf<"facilitator">(moment, keep);

/** What an action answered; the place stays in the page so that a screen reader hears what comes into it. */
export function Told({ action, saved }: { action: Action; saved?: string }) {
  const { words } = useWords();
  const { answer } = action;
  if (answer === null) return <Said good>{""}</Said>;
  if (answer.ok) return <Said good>{saved ?? say(words, "saved")}</Said>;
  return (
    <Said good={false}>
      {answer.sentence}
      <Reload />
    </Said>
  );
}

/** A box that shows what was clicked at once, until it is stored or refused. */
export function Tick(props: {
  ticked: boolean;
  onTick: (ticked: boolean) => Promise<unknown>;
  label?: string;
  look?: string;
  children?: ComponentChildren;
}) {
  const [wanted, want] = useState<boolean | null>(null);
  return (
    <label class={props.look ?? "wk-check"}>
      <input
        type="checkbox"
        checked={wanted ?? props.ticked}
        aria-label={props.label}
        onChange={async (event) => {
          const ticked = event.currentTarget.checked;
          want(ticked);
          await props.onTick(ticked);
          want((last) => (last === ticked ? null : last)); // it may have been clicked again meanwhile
        }}
      />
      {props.children}
    </label>
  );
}

/** A quiet button of a card; one that can do nothing just now stays in the order of the keyboard. */
export function Quiet(props: {
  children: ComponentChildren;
  onClick: () => void;
  label?: string;
  danger?: boolean;
  disabled?: boolean;
  button?: Ref<HTMLButtonElement>;
}) {
  return (
    <button
      ref={props.button}
      type="button"
      class={props.danger ? "wk-quiet-action wk-danger" : "wk-quiet-action"}
      aria-label={props.label}
      aria-disabled={props.disabled}
      onClick={props.disabled === true ? undefined : props.onClick}
    >
      {props.children}
    </button>
  );
}

/**
 * A button that asks once more before it does something that cannot be undone. While there is nothing to ask about it
 * is the same button, so that the focus stays on it.
 */
export function Confirm(props: {
  children: ComponentChildren;
  label?: string;
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
  asks?: boolean;
  /** A gentle one asks about nothing that could hurt: it is green where the others are red. */
  look?: "danger" | "quiet" | "gentle" | "plain";
  /** A plain one has nothing to be done with yet. */
  disabled?: boolean;
  /** A plain one waits for an answer, and keeps the focus. */
  busy?: boolean;
}) {
  const { asks = true, look = "danger" } = props;
  const [pressed, setAsking] = useState(false);
  const asking = pressed && asks;
  const asked = useRef(false);
  const first = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (asking) first.current?.focus();
    else if (asked.current) opener.current?.focus(); // back to where the question came from
    asked.current = asking;
  }, [asking]);
  useEffect(() => {
    if (!asks) setAsking(false); // what was asked about is over
  }, [asks]);
  const press = () => (asks ? setAsking(true) : props.onYes());
  if (!asking && look === "plain") {
    return (
      <button
        ref={opener}
        type="button"
        class="wkf-button"
        aria-label={props.label}
        disabled={props.disabled}
        aria-disabled={props.busy}
        onClick={press}
      >
        {props.children}
      </button>
    );
  }
  if (!asking) {
    return (
      <Quiet danger={look === "danger"} button={opener} label={props.label} onClick={press}>
        {props.children}
      </Quiet>
    );
  }
  return (
    <div
      class={look === "gentle" ? "wkf-confirm wkf-confirm-gentle" : "wkf-confirm"}
      role="group"
      aria-label={props.question}
      onKeyDown={(event) => {
        if (event.key === "Escape") setAsking(false);
      }}
    >
      <p>{props.question}</p>
      <div class="wkf-buttons">
        <button ref={first} type="button" class="wkf-button" onClick={() => setAsking(false)}>
          {props.no}
        </button>
        <button
          type="button"
          class={look === "gentle" ? "wkf-button wkf-next" : "wkf-button wkf-danger"}
          onClick={() => {
            setAsking(false);
            props.onYes();
          }}
        >
          {props.yes}
        </button>
      </div>
    </div>
  );
}

/** A bar with the sentence that says what it means; the sentence carries the meaning, the bar only shows it. */
export function Meter({ ratio, title, sentence }: { ratio: number | null; title?: string; sentence: string }) {
  return (
    <div class="wkf-meter">
      {title === undefined ? null : <p class="wkf-meter-title">{title}</p>}
      <div class="wkf-meter-bar" aria-hidden="true">
        <i style={{ width: `${Math.round((ratio ?? 0) * 100)}%` }} />
      </div>
      <p class="wk-quiet">{sentence}</p>
    </div>
  );
}

/** What a field says of itself while what stands in it was refused. */
export interface Fault {
  "aria-invalid"?: true;
  "aria-describedby"?: string;
}

/** A labelled line of text. */
export function Line(props: {
  label: string;
  hint?: string;
  value: string;
  onInput: (text: string) => void;
  type?: "text" | "email";
  optional?: string;
  most?: number;
  list?: string;
  /** A name, which the device is to leave as it is typed. */
  name?: boolean;
  /** What is wrong with it, as the field says it. */
  fault?: Fault;
}) {
  return (
    <label class="wk-field">
      <span class="wk-label">
        {props.label}
        {props.optional === undefined ? null : <small class="wk-quiet"> ({props.optional})</small>}
      </span>
      {props.hint === undefined ? null : <span class="wkf-hint">{props.hint}</span>}
      <input
        type={props.type ?? "text"}
        value={props.value}
        maxLength={props.most}
        list={props.list}
        autocomplete="off"
        {...(props.name === true && LEFT_ALONE)}
        {...props.fault}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  );
}
