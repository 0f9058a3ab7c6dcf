/** An option of the vote: an idea by itself, or several gathered under one title. */
import type { VoteOption } from "../../contract";
import { say, sayMany, useWords } from "../kit/panel";

/** An option's title, whether it stands alone, and the ideas behind it. */
export function OptionText({ option }: { option: Omit<VoteOption, "dots"> }) {
  const { words, lang } = useWords();
  return (
    <>
      <p class="wk-text">
        {option.title}
        {option.mine && (
          <>
            {" "}
            <span class="wk-badge">{say(words, "yours")}</span>
          </>
        )}
      </p>
      {option.lone ? (
        <p class="wk-lone">{say(words, "lone")}</p>
      ) : (
        <details class="wk-more">
          <summary>{sayMany(words, lang, "gathered", option.ideas.length)}</summary>
          <ul>
            {option.ideas.map((text, at) => (
              <li key={at} class="wk-text">
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
