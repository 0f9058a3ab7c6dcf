/** The test with one's own phone: a ring that waits, then a tick with the hour and the way it came by; after half a minute, what to look at. */
import { say, usePanel } from "../kit/panel";
import { sayHour } from "../kit/hours";
import { type HomeAction, Word } from "./pieces";

const LOOKS = { none: "", waiting: "wkh-asked", passed: "wkh-passed", silent: "wkh-late" } as const;
const SIGNS = { none: "", waiting: "", passed: "✓", silent: "!" } as const;

export function Test({ action }: { action: HomeAction }) {
  const { model, words } = usePanel<"home", "home">();
  const { card, room } = model.chosen!;
  const { state, at, by } = room.test;
  const shown = room.networks.find((one) => one.shown)?.name ?? "";
  const hour = at === null ? "" : sayHour(words, at);
  const again = card.next.code === "test-phone" || card.next.code === "test-again"; // the green button says it
  return (
    <div class="wkh-stack wkh-close">
      <h3>{say(words, "test.title")}</h3>
      <div class={`wkh-test ${LOOKS[state]}`}>
        <i aria-hidden="true">{SIGNS[state]}</i>
        <p role="status">
          <b>{say(words, `test.${state}`)}</b>
          <br />
          {say(words, state === "passed" && by !== "" ? "test.passed.how-by" : `test.${state}.how`, { hour, by })}
        </p>
        {state === "none" || again ? null : (
          <Word onClick={() => void action.act("begin_test", { workshop: card.id })}>{say(words, "test.again")}</Word>
        )}
      </div>
      {state === "silent" ? (
        <ul class="wkh-reasons">
          {room.test.reasons.map((reason) => (
            <li key={reason}>{say(words, `test.reason.${reason === "wifi" && shown === "" ? "network" : reason}`, { network: shown })}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
