/** An option of the vote: an idea by itself, or several gathered under one title. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { VoteOption } from "../../contract";
import { say, sayMany, useWords } from "../kit/panel";

type Shown = Pick<VoteOption, "title" | "lone" | "gathered" | "ideas" | "answers" | "mine">;

/** An option's title, and the ideas behind it; `mine` says whether one's own is marked. */
export function OptionText({ option, mine = false, children }: { option: Shown; mine?: boolean; children?: ComponentChildren }) {
  const { words, lang } = useWords();
  return (
    <>
      <LongText text={option.title}>
        {mine && option.mine && (
          <>
            {" "}
            <span class="wk-badge">{say(words, "yours")}</span>
          </>
        )}
      </LongText>
      {option.lone && <Answered text={option.answers[0]} />}
      {children}
      {!option.lone && (
        <details class="wk-more">
          <summary>{sayMany(words, lang, "gathered", option.gathered)}</summary>
          <ul>
            {option.ideas.map((text, at) => (
              <li key={at} class="wk-text">
                {text}
                <Answered text={option.answers[at]} />
              </li>
            ))}
            {option.gathered > option.ideas.length && <li>…</li>}
          </ul>
        </details>
      )}
    </>
  );
}

/** What the author answered when the room asked what is meant: one votes on the idea as it was explained. */
function Answered({ text = "" }: { text?: string }) {
  const { words } = useWords();
  if (text === "") return null;
  return (
    <span class="wk-answer">
      <b>{say(words, "answered")}</b> {text}
    </span>
  );
}

/** A text of which three lines are shown, and the rest when it is wanted; a screen reader has it whole. */
function LongText({ text, children }: { text: string; children: ComponentChildren }) {
  const { words } = useWords();
  const place = useRef<HTMLParagraphElement>(null);
  const [open, setOpen] = useState(false);
  const [long, setLong] = useState(false);
  useLayoutEffect(() => {
    const measure = () => {
      const { current } = place;
      if (current !== null && !open) setLong(current.scrollHeight > current.clientHeight + 2);
    };
    measure();
    void document.fonts?.ready.then(measure);
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [text, open]);
  return (
    <div>
      <p ref={place} class={open ? "wk-text" : "wk-text wk-three-lines"}>
        {text}
        {children}
      </p>
      {long && (
        <button type="button" class="wk-quiet-action" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(words, open ? "fold" : "read-on")}
        </button>
      )}
    </div>
  );
}
