/** The press that brings to the screen what was read first: it asks once more, and says how much the room will read. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Moment } from "../../contract";
import { sayMany, useWords, type Words } from "../kit/panel";
import { Quiet, type Action } from "./action";
import { Answers } from "./answers";

/** What the room would read for the first time, and where it stood; `fresh`: others of that challenge are on the screen already. */
interface First {
  challenge: string | null;
  moment: Moment;
  ideas: string[];
  names: number;
  fresh?: boolean;
}

export function ShowPress(props: { said: string; first: First; action: Action; quiet?: boolean }) {
  const { said, first, action } = props;
  const [asking, ask] = useState<First | null>(null);
  // The moment that was pressed and the ideas that were counted: what another page reveals, or what comes, while this is
  // asked about or on its way waits for another press.
  const show = ({ challenge, moment, ideas }: First) => void action.act("show_on_screen", { challenge, moment, ideas });
  const press = () => (first.ideas.length + first.names > 0 ? ask(first) : show(first));
  return (
    <>
      {props.quiet === true ? (
        <Quiet onClick={press}>{said}</Quiet>
      ) : (
        <button type="button" class="wkf-button wkf-next" onClick={press}>
          {said}
        </button>
      )}
      {asking === null ? null : <Ask title={said} first={asking} onYes={() => show(asking)} onClose={() => ask(null)} />}
    </>
  );
}

function Ask(props: { title: string; first: First; onYes: () => void; onClose: () => void }) {
  const { words, lang } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [title] = useState(props.title); // as it was pressed
  useEffect(() => dialog.current?.showModal(), []);
  /** Closed by itself the dialog hands the focus back to what opened it. */
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} class="wkf-question" aria-label={title} onClose={props.onClose}>
      <h2>{title}</h2>
      <p>{sayFirst(words, lang, props.first)}</p>
      <Answers
        yes={title}
        onYes={() => {
          close();
          props.onYes();
        }}
        onNo={close}
      />
    </dialog>
  );
}

function sayFirst(words: Words, lang: string, { ideas, names, fresh }: First): string {
  if (names > 0) return sayMany(words, lang, "ask.names", names);
  return sayMany(words, lang, fresh === true ? "ask.new" : "ask.ideas", ideas.length);
}
