/** The few big things a screen is made of. */
import type { ComponentChildren } from "preact";
import type { ScreenChallenge, Timer } from "../../contract";
import { Unbroken } from "../kit/components";
import { say, usePanel } from "../kit/panel";
import { QrCode } from "../kit/qr_code";
import { sayTables } from "../kit/tables";
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
          <Whose one={one} />
          <p>
            <Unbroken text={one.statement} />
          </p>
        </section>
      ))}
    </>
  );
}

/** Which challenge of how many, under which stake, and which tables work on it. */
export function Whose({ one }: { one: ScreenChallenge }) {
  const { model, words, lang } = usePanel<"screen", "screen">();
  const place = say(words, "challenge.place", { number: one.number, of: model.of, stake: one.stake });
  return <small>{one.tables === "" ? place : `${place} · ${sayTables(words, lang, one.tables)}`}</small>;
}

function AllChallenges() {
  const { model } = usePanel<"screen", "screen">();
  return (
    <ol class="wk-all-challenges">
      {model.challenges.map((one) => (
        <li key={one.number} class="wk-challenge">
          <small>{`${one.number}\u00a0·\u00a0${one.stake}`}</small>
          <p>
            <Unbroken text={one.statement} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** How large a statement can be set alone on a page. */
export function sizeOf(statement: string, small = false): string {
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
export function TimeLeft({ timer }: { timer?: Timer | null }) {
  const { model, words } = usePanel<"screen", "screen">();
  const left = useCountdown(timer === undefined ? model.timer : timer);
  if (left === null) return null;
  if (left === 0) return <BigNumber label={say(words, "timer.left")} value={say(words, "timer.over")} lead />;
  return <BigNumber label={say(words, "timer.left")} value={sayTime(left)} lead />;
}

export const sayTime = (left: number): string => `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;

/**
 * The last row of every page: what is counted, and in the same corner, small, how to join: somebody always comes late. At the end of
 * the workshop the address alone is left of it.
 */
export function Foot({ children, over = false }: { children?: ComponentChildren; over?: boolean }) {
  const { model, words } = usePanel<"screen", "screen">();
  return (
    <div class="wk-last-row">
      <div class="wk-numbers">{children}</div>
      {model.qr.length === 0 ? null : (
        <aside class="wk-join-corner">
          <p>
            {over ? null : say(words, "join.here")}
            <b class="wk-copied">{shorten(model.join)}</b>
            {!over && model.door ? (
              <>
                {say(words, "welcome.door")}
                <b class="wk-copied">{model.door}</b>
              </>
            ) : null}
          </p>
          {over ? null : <QrCode class="wk-join-code" rows={model.qr} label={say(words, "welcome.code", { address: model.join })} />}
        </aside>
      )}
    </div>
  );
}

/** What a person types: a browser adds the rest by itself. */
export const shorten = (address: string): string => address.replace(/^http:\/\//, "").replace(/\/?(\?.*)?$/, "");
