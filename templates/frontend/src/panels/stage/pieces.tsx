/** The few big things a screen is made of. */
import { say, usePanel } from "../kit/panel";
import { useCountdown } from "../kit/timer";

/** Which challenge of how many, above its statement in letters as large as its length allows. */
export function BigChallenge({ small }: { small?: boolean }) {
  const { model, words } = usePanel<"screen", "screen">();
  if (model.challenges.length === 0) return <p class="wk-big-quiet">{say(words, "challenge.none")}</p>;
  if (model.challenges.length > 1) return <AllChallenges />;
  return (
    <>
      {model.challenges.map((one) => (
        <section key={one.number} class={`wk-challenge wk-size-${sizeOf(one.statement, small)}`}>
          <small>{say(words, "challenge.place", { number: one.number, of: model.of, stake: one.stake })}</small>
          <p>{one.statement}</p>
        </section>
      ))}
    </>
  );
}

function AllChallenges() {
  const { model } = usePanel<"screen", "screen">();
  return (
    <ol class="wk-all-challenges">
      {model.challenges.map((one) => (
        <li key={one.number} class="wk-challenge">
          <small>{`${one.number}\u00a0·\u00a0${one.stake}`}</small>
          <p>{one.statement}</p>
        </li>
      ))}
    </ol>
  );
}

function sizeOf(statement: string, small = false): string {
  if (small) return statement.length > 110 ? "s" : "m";
  if (statement.length <= 70) return "xxl";
  if (statement.length <= 120) return "xl";
  return statement.length <= 200 ? "l" : "m";
}

/** One number that the back of the hall can read, with what it counts above it. */
export function BigNumber(props: { label: string; value: number | string; of?: number; lead?: boolean; live?: boolean }) {
  return (
    <p class={props.lead ? "wk-number wk-number-lead" : "wk-number"} role={props.live ? "status" : undefined}>
      <span>{props.label}</span>
      <b>
        {props.value}
        {props.of === undefined ? null : <small> / {props.of}</small>}
      </b>
    </p>
  );
}

/** The time left; over, it says so. */
export function TimeLeft() {
  const { model, words } = usePanel<"screen", "screen">();
  const left = useCountdown(model.timer);
  if (left === null) return null;
  if (left === 0) return <BigNumber label={say(words, "timer.left")} value={say(words, "timer.over")} lead />;
  const seconds = String(left % 60).padStart(2, "0");
  return <BigNumber label={say(words, "timer.left")} value={`${Math.floor(left / 60)}:${seconds}`} lead />;
}
