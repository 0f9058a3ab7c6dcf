/** The test with one's own phone: a ring that waits, then a tick with the hour and the way it came by; after half a minute, what to look at. A phone that came and was not let in is no silent one. */
import { say, usePanel } from "../kit/panel";
import { sayHour } from "../kit/hours";
import { type HomeAction, Word } from "./pieces";

const LOOKS = { none: "", waiting: "wkh-asked", arrived: "wkh-passed", passed: "wkh-passed", silent: "wkh-late" } as const;
const SIGNS = { none: "", waiting: "", arrived: "✓", passed: "✓", silent: "!" } as const;

/** The port of an address as one types it, which a firewall has to let through. */
const portOf = (typed: string): string => /:(\d+)$/.exec(typed)?.[1] ?? "";

export function Test({ action }: { action: HomeAction }) {
  const { model, words } = usePanel<"home", "home">();
  const { card, room } = model.chosen!;
  const { state, at, by, answered } = room.test;
  const shown = room.networks.find((one) => one.shown)?.name ?? "";
  const hour = at === null ? "" : sayHour(words, at);
  const how = state === "passed" && by !== "" ? "passed.how-by" : state === "arrived" ? `arrived.${answered || "page"}` : `${state}.how`;
  const again = card.next.code === "test-phone" || card.next.code === "test-again"; // the green button says it
  return (
    <div class="wkh-stack wkh-close">
      <h3>{say(words, "test.title")}</h3>
      <div class={`wkh-test ${LOOKS[state]}`}>
        <i aria-hidden="true">{SIGNS[state]}</i>
        <p role="status">
          <b>{say(words, `test.${state}`)}</b>
          <br />
          {say(words, `test.${how}`, { hour, by })}
        </p>
        {state === "none" || again ? null : (
          <Word onClick={() => void action.act("begin_test", { workshop: card.id })}>{say(words, "test.again")}</Word>
        )}
      </div>
      {state === "silent" ? (
        <ul class="wkh-reasons">
          {room.test.reasons.map((reason) => (
            <li key={reason}>
              {say(words, `test.reason.${reason === "wifi" && shown === "" ? "network" : reason}`, {
                network: shown,
                port: portOf(room.typed),
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
