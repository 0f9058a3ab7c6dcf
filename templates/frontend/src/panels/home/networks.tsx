/** By which network the phones come in: the one in use is marked in words too, one that cannot work says why. */
import { useId } from "preact/hooks";
import type { NetworkChoice } from "../../contract";
import { say, usePanel, useWords } from "../kit/panel";
import type { HomeAction } from "./pieces";

export function Networks({ action }: { action: HomeAction }) {
  const { model, words } = usePanel<"home", "home">();
  const name = useId();
  const { card, room } = model.chosen!;
  if (room.networks.length === 0) return room.no_network ? <p class="wkh-bad">{say(words, "network.none")}</p> : null;
  return (
    <fieldset class="wkh-routes">
      <legend>{say(words, "network.title")}</legend>
      {room.no_network ? <p class="wkh-bad">{say(words, "network.none")}</p> : null}
      {room.networks.map((network) => (
        <Route
          key={network.id}
          name={name}
          network={network}
          onChoose={() => void action.act("choose_network", { workshop: card.id, network: network.id })}
        />
      ))}
    </fieldset>
  );
}

function Route({ name, network, onChoose }: { name: string; network: NetworkChoice; onChoose: () => void }) {
  const { words } = useWords();
  const { kind, usable, limited, shown, why } = network;
  const title = network.name === "" ? say(words, `network.kind.${kind}`) : say(words, `network.named.${kind}`, { name: network.name });
  const hint = !usable
    ? `network.why.${why === "" ? "no-address" : why}`
    : limited
      ? "network.limited"
      : kind === "cable"
        ? "network.by-cable"
        : "network.whole-room";
  const mark = !usable ? "network.impossible" : shown ? "network.shown" : limited ? "network.spare" : "";
  return (
    <label class={`wkh-route ${usable ? (shown ? "wkh-route-on" : "") : "wkh-route-off"}`}>
      <input type="radio" name={name} checked={shown} disabled={!usable} onChange={onChoose} />
      <span>
        {title}
        <br />
        <span class="wkh-quiet">
          {network.address === "" ? null : (
            <>
              <span class="wk-copied">{network.address}</span>
              {"\u00a0· "}
            </>
          )}
          {say(words, hint)}
        </span>
      </span>
      <span>
        {shown && usable ? <span aria-hidden="true">✓ </span> : null}
        {mark === "" ? "" : say(words, mark)}
      </span>
    </label>
  );
}
