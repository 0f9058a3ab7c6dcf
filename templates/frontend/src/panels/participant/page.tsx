/** What the phases of a phone share: the page's frame, its heading, and the words for what still waits to be sent. */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Acknowledgement } from "../kit/outbox";
import { Reload, say, useWords } from "../kit/panel";
import { bringInSight } from "./typing";

/** How many headings this page has had, whichever bundle drew them. */
const page = globalThis as { workshopKitArrivals?: number };

/** Say to the styles of the whole page that something is on it, while it is. */
export function useOnPage(name: string, on = true): void {
  useLayoutEffect(() => {
    document.body.classList.toggle(name, on);
    return () => document.body.classList.remove(name);
  }, [on]);
}

/** One phase of the workshop: content, whom to ask, then the next action at thumb height. */
export function Page({ children, foot }: { children: ComponentChildren; foot?: ComponentChildren }) {
  const { words } = useWords();
  return (
    <div class="wk-page">
      <div class="wk-body">
        {children}
        <p class="wk-quiet wk-small">{say(words, "stuck")}</p>
      </div>
      {foot !== undefined && <div class="wk-foot">{foot}</div>}
    </div>
  );
}

/** The heading of a phase: when the room moves on, the page starts at its top and a screen reader reads this first. */
export function Heading({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    page.workshopKitArrivals = (page.workshopKitArrivals ?? 0) + 1;
    if (page.workshopKitArrivals === 1) return; // the page has only just been opened
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** Whether something waits on the phone, but only once it has waited a moment: an answer usually comes at once. */
function useWaiting(): boolean {
  const { waiting } = useWords();
  const [long, setLong] = useState(false);
  const waits = waiting > 0;
  useEffect(() => {
    if (!waits) {
      setLong(false);
      return undefined;
    }
    const timer = setTimeout(() => setLong(true), 1200);
    return () => clearTimeout(timer);
  }, [waits]);
  return waits && long;
}

/** Says that something waits on the phone. */
export function Waiting() {
  const { words } = useWords();
  const waits = useWaiting();
  return (
    <p role="status" class="wk-waiting">
      {waits ? say(words, "waiting") : ""}
    </p>
  );
}

export interface Answer {
  good: boolean;
  text: string;
  /** The idea that it is said of, where one was just written. */
  idea?: string;
}

interface Said {
  answer: Answer | null;
  id?: string;
  /** What was done shows where it was done, maybe far above: the page stays there, and moves for a refusal alone. */
  still?: boolean;
}

/** What is said of an action: `done` once the store has it, else why it was refused. */
export const answerOf = ({ ok, sentence = "" }: Acknowledgement, done = ""): Answer => ({ good: ok, text: ok ? done : sentence });

/**
 * The answer to the last action, always in the page so that a change of its words is announced. Once the person reads in another
 * language it is taken away: it was said in the one before.
 */
export function Told({ answer: given, id, still }: Said) {
  const { lang } = useWords();
  const said = useRef({ given, lang });
  if (said.current.given !== given) said.current = { given, lang };
  const answer = said.current.lang === lang ? given : null;
  const refused = answer?.good === false;
  const shown = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (answer !== null && !(answer.good && still)) bringInSight(shown.current!);
  }, [answer?.text]); // the same words again are no news: whoever types would be taken away from their field
  return (
    <p ref={shown} id={id} role="status" class={refused ? "wk-refused" : "wk-saved"}>
      {answer?.text ?? ""}
      {refused && <Reload />}
    </p>
  );
}

/** How the last action stands: its answer, or that it waits. A tick of the one before would say of this one that it is stored. */
export function Standing(said: Said) {
  const waits = useWaiting();
  return (
    <>
      <Told {...said} answer={waits && said.answer?.good === true ? null : said.answer} />
      <Waiting />
    </>
  );
}
