/** Pieces of the home page: buttons that say what they do, a heading that takes the focus, a question before what cannot be undone. */
import type { ComponentChildren, Ref } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Reload, useWords } from "../kit/panel";
import { type Action, useActionOf } from "../kit/acting";

export type HomeAction = Action<"home">;

export const useHomeAction = (moment = ""): HomeAction => useActionOf<"home">(moment);

/** Says on the page what was done, since what was pressed is gone by then. */
export type Tell = (said: string) => void;

interface Pressed {
  children: ComponentChildren;
  onClick: () => void;
  /** What a screen reader says in place of the words, where several buttons say the same. */
  label?: string;
  /** It waits for an answer: it keeps the focus and does nothing. */
  busy?: boolean;
  danger?: boolean;
  button?: Ref<HTMLButtonElement>;
}

/** An outlined button; `main` is the page's one deep-green one. */
export function Button({ main, ...props }: Pressed & { main?: boolean }) {
  const looks = ["wkh-button", main && "wkh-main", props.danger && "wkh-danger"].filter(Boolean).join(" ");
  return <Press {...props} looks={looks} />;
}

/** An underlined word. */
export function Word(props: Pressed) {
  const looks = ["wkh-word", props.danger && "wkh-danger"].filter(Boolean).join(" ");
  return <Press {...props} looks={looks} />;
}

function Press({ looks, busy, ...props }: Pressed & { looks: string }) {
  return (
    <button
      ref={props.button}
      type="button"
      class={looks}
      aria-label={props.label}
      aria-disabled={busy}
      onClick={() => (busy === true ? undefined : props.onClick())}
    >
      {props.children}
    </button>
  );
}

/** A heading that takes the focus when its view is opened, so that a keyboard and a screen reader begin there. */
export function Opening({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** What was refused, with what to do; the place stays, so that a screen reader hears what comes into it. */
export function Refusal({ sentence }: { sentence: string }) {
  useWords();
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // what was pressed may stand far below
    if (sentence !== "") told.current?.scrollIntoView?.({ block: "nearest" });
  }, [sentence]);
  return (
    <div ref={told} role="alert" class="wkh-told">
      {sentence === "" ? null : (
        <p class="wk-refused">
          {sentence} <Reload />
        </p>
      )}
    </div>
  );
}

/** Why the last act was refused, or nothing. */
export const refusalOf = ({ answer }: HomeAction): string => (answer?.ok === false ? (answer.sentence ?? "") : "");

/** A question in place, with what it is about; its first answer has the focus, Escape is a no. */
export function Question(props: {
  title: string;
  children?: ComponentChildren;
  yes: string;
  no: string;
  danger?: boolean;
  busy?: boolean;
  onYes: () => void;
  onNo: () => void;
}) {
  const no = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => no.current?.focus(), []);
  return (
    <div
      class={props.danger ? "wkh-sure" : "wkh-asks"}
      role="group"
      aria-label={props.title}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onNo();
      }}
    >
      <h3>{props.title}</h3>
      {props.children}
      <div class="wkh-buttons">
        <Button button={no} onClick={props.onNo}>
          {props.no}
        </Button>
        <Button danger={props.danger} busy={props.busy} onClick={props.onYes}>
          {props.yes}
        </Button>
      </div>
    </div>
  );
}
