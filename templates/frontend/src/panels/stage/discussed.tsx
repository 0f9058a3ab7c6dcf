/** What the room talks about: ideas that are marked for it, and ideas that oppose each other, side by side. */
import type { ScreenDiscussed } from "../../contract";
import { say, useWords } from "../kit/panel";
import { Columns, Fitted } from "./pages";

/** Ideas to discuss, each with what its author answered without a name. */
export function Discussed({ ideas }: { ideas: ScreenDiscussed[] }) {
  const { words } = useWords();
  return (
    <>
      <h2 class="wk-page-title">{say(words, "discuss.title")}</h2>
      <Columns>
        {ideas.map((one, index) => (
          <li key={index} class="wk-card wk-card-discussed">
            {one.title ? <h2>{one.title}</h2> : null}
            <p class="wk-text">{one.text}</p>
            <Answer text={one.answer} />
          </li>
        ))}
      </Columns>
    </>
  );
}

/** What an author answered when asked what they mean, without a name, under the idea itself. */
export function Answer({ text }: { text?: string }) {
  const { words } = useWords();
  return text ? (
    <p class="wk-text wk-answer">
      <small>{say(words, "discuss.answer")}</small>
      {text}
    </p>
  ) : null;
}

export function Tensions({ pairs }: { pairs: string[][] }) {
  const { words } = useWords();
  return (
    <>
      <h2 class="wk-page-title">{say(words, "tensions.title")}</h2>
      <Fitted class="wk-tensions">
        {pairs.map(([one, other], index) => (
          <li key={index}>
            <p class="wk-card wk-text">{one}</p>
            <span aria-hidden="true">⇄</span>
            <p class="wk-card wk-text">{other}</p>
          </li>
        ))}
      </Fitted>
    </>
  );
}
