/** Every challenge with what one answered there, each a way to it. */
import { say, useWords } from "../kit/panel";

export function Mine<C extends { id: string; stake: string }>(props: {
  challenges: C[];
  here: string | null;
  isAnswered: (one: C) => boolean;
  sayAnswer: (one: C) => string;
  onGo: (challenge: string) => void;
}) {
  const { words } = useWords();
  return (
    <section class="wk-stack-tight">
      <h2>{say(words, "mine")}</h2>
      <p class="wk-quiet">{say(words, "mine-lead")}</p>
      <ol class="wk-cards wk-mine">
        {props.challenges.map((one, at) => {
          const answered = props.isAnswered(one);
          return (
            <li key={one.id}>
              <button
                type="button"
                class={answered ? "wk-answered" : ""}
                aria-current={one.id === props.here ? "true" : undefined}
                onClick={() => props.onGo(one.id)}
              >
                <i aria-hidden="true">{answered ? "✓" : at + 1}</i>
                <span>
                  <b>{one.stake}</b>
                  <small>{props.sayAnswer(one)}</small>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
