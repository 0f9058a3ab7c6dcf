/** Every challenge with what one answered there, each a way to it. */
import { say, useWords } from "../kit/panel";

interface MineProps<C> {
  challenges: C[];
  here: string | null;
  isAnswered: (one: C) => boolean;
  sayAnswer: (one: C) => string;
  /** Where an answer comes from, where it was given before. */
  sayWhence?: (one: C) => string;
  onGo: (challenge: string) => void;
}

/** The list under its own heading, on a page that asks for something else. */
export function Mine<C extends { id: string; stake: string }>(props: MineProps<C>) {
  const { words } = useWords();
  return (
    <section class="wk-stack-tight">
      <h2>{say(words, "mine")}</h2>
      <p class="wk-quiet">{say(words, "mine-lead")}</p>
      <MineList {...props} />
    </section>
  );
}

export function MineList<C extends { id: string; stake: string }>(props: MineProps<C>) {
  return (
    <ol class="wk-cards wk-mine">
      {props.challenges.map((one, at) => {
        const answered = props.isAnswered(one);
        const whence = props.sayWhence?.(one) ?? "";
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
                {whence === "" ? null : <em>{whence}</em>}
                <small>{props.sayAnswer(one)}</small>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
