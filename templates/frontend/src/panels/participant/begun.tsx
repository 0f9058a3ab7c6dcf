/** Ideas begun and never sent: they are on this phone alone, for as long as the person keeps them. */
import { useRef, useState } from "preact/hooks";
import type { SeatChallenge } from "../../contract";
import { letGo, useRedraw } from "../kit/device";
import { say, useWords, type Words } from "../kit/panel";
import { Sure } from "./own";
import { Told } from "./page";
import { draftName, following, readBegun, takesIdeas, usePlace } from "./place";

export const returnedName = (challenge: string): string => `returned-idea:${challenge}`;
/** Why an idea of a challenge came back, and what the button says that sends it as it stands, in the language read then. */
export interface Returned {
  challenge: string;
  sentence: string;
  lang: string;
  again?: string;
}

/** The challenges for which something is begun, in their order. */
export const listBegun = (): SeatChallenge[] => following.place.challenges.filter(({ id }) => readBegun(id).trim() !== "");

export const titleBegun = (words: Words, { number, stake }: SeatChallenge): string => say(words, "begun", { number, stake });

export function dropBegun(challenge: string): void {
  letGo(draftName(challenge), `draft:source:${challenge}`, returnedName(challenge));
}

export function Begun() {
  usePlace();
  useRedraw();
  return (
    <>
      {listBegun().map((challenge) => (
        <BegunIdea key={challenge.id} challenge={challenge} />
      ))}
    </>
  );
}

function BegunIdea({ challenge }: { challenge: SeatChallenge }) {
  const { words } = useWords();
  const text = readBegun(challenge.id);
  const [asking, ask] = useState(false);
  const [copied, note] = useState("");
  const shown = useRef<HTMLQuoteElement>(null);
  const copy = () => {
    getSelection()?.selectAllChildren(shown.current!);
    if (document.execCommand("copy")) note(text); // on plain http a page has no other way to the clipboard
  };
  const open = following.place.working && takesIdeas(challenge);
  return (
    <section class="wk-card wk-stack-tight">
      <h3>{titleBegun(words, challenge)}</h3>
      <blockquote ref={shown} class="wk-text">
        {text}
      </blockquote>
      <p class="wk-quiet">{say(words, open ? "begun-open" : "begun-closed")}</p>
      {asking ? (
        <Sure onYes={() => dropBegun(challenge.id)} onNo={() => ask(false)} />
      ) : (
        <p class="wk-row">
          <button type="button" class="wk-quiet-action" onClick={copy}>
            {say(words, "copy")}
          </button>
          <button type="button" class="wk-quiet-action wk-danger" onClick={() => ask(true)}>
            {say(words, "remove")}
          </button>
        </p>
      )}
      <Told answer={copied === text ? { good: true, text: say(words, "copied") } : null} />
    </section>
  );
}
