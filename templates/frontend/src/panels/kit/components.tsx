/** Pieces that several panels share; each is plain HTML that a keyboard and a screen reader understand. */
import { Fragment, type ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Choice } from "../../contract";

/** A name with a hyphen and a capital after it, short enough for the line of a phone. */
const isName = (word: string): boolean => word.length <= 24 && /\p{L}-\p{Lu}/u.test(word);

/** A text in which a name like "Val-Brume" stays on one line. */
export function Unbroken({ text }: { text: string }) {
  const words = text.split(/(\s+)/);
  if (!words.some(isName)) return <>{text}</>;
  return <>{words.map((word, at) => (isName(word) ? <OnePiece key={at} text={word} /> : word))}</>;
}

const OnePiece = ({ text }: { text: string }) => <span class="wk-one-piece">{text}</span>;

/** The challenge, always in the same warm frame. */
export function ChallengeFrame({ label, statement }: { label: string; statement: string }) {
  return (
    <section class="wk-challenge">
      <small>{label}</small>
      <p>
        <Unbroken text={statement} />
      </p>
    </section>
  );
}

/** Facts side by side, those that are there, with a dot between two that never stands alone where the line is turned. */
export function Facts({ of: facts }: { of: ComponentChildren[] }) {
  const there = facts.filter((fact) => fact !== "" && fact !== null && fact !== undefined && typeof fact !== "boolean");
  if (there.length === 0) return null;
  return (
    <span class="wk-facts">
      {there.map((fact, at) => (
        <Fragment key={at}>
          {at > 0 ? " " : null}
          <span>{fact}</span>
        </Fragment>
      ))}
    </span>
  );
}

/** One choice among a few, as native radio buttons that look like chips; nothing is chosen beforehand. */
export function Chips<K extends string>(props: {
  legend: ComponentChildren;
  choices: (Choice & { key: K })[];
  value: K | null;
  onChoose: (key: K) => void;
  className?: string;
}) {
  const name = useId();
  return (
    <fieldset class={`wk-chips ${props.className ?? ""}`}>
      <legend>{props.legend}</legend>
      <div>
        {props.choices.map((choice) => (
          <label key={choice.key} class="wk-chip">
            <input
              type="radio"
              name={name}
              value={choice.key}
              checked={props.value === choice.key}
              onChange={() => props.onChoose(choice.key)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The one next action, full width at thumb height; `second` is quieter. */
export function Go(props: { children: ComponentChildren; onClick: () => void; second?: boolean }) {
  return (
    <button type="button" class={props.second ? "wk-go wk-second" : "wk-go"} onClick={props.onClick}>
      {props.children}
    </button>
  );
}

/** The answer to an action, in words, in place; announced to a screen reader. */
export function Said({ good, children }: { good: boolean; children: ComponentChildren }) {
  return (
    <p role="status" class={good ? "wk-saved" : "wk-refused"}>
      {children}
    </p>
  );
}
