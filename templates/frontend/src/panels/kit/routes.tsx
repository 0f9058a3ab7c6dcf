/** By which network the phones come in: the one in use is marked in words too, one that cannot work says why. */
import { useId } from "preact/hooks";
import type { NetworkChoice } from "../../contract";
import { say, useWords } from "./panel";
import "./routes.css";

export function Routes({ networks, onChoose }: { networks: NetworkChoice[]; onChoose: (network: string) => void }) {
  const name = useId();
  return (
    <>
      {networks.map((network) => (
        <Route key={network.id} name={name} network={network} onChoose={() => onChoose(network.id)} />
      ))}
    </>
  );
}

/** What is said of each kind, where it has something of its own. */
const HINTS: Partial<Record<NetworkChoice["kind"], string>> = {
  cable: "network.by-cable",
  name: "network.by-name",
  given: "network.by-hand",
};

function Route({ name, network, onChoose }: { name: string; network: NetworkChoice; onChoose: () => void }) {
  const { words } = useWords();
  const { kind, usable, limited, shown, why } = network;
  const title = network.name === "" ? say(words, `network.kind.${kind}`) : say(words, `network.named.${kind}`, { name: network.name });
  const possible = limited ? "network.limited" : (HINTS[kind] ?? "network.whole-room");
  const hint = usable ? possible : `network.why.${why === "" ? "no-address" : why}`;
  const mark = !usable ? "network.impossible" : shown ? "network.shown" : limited ? "network.spare" : "";
  const address = network.address === network.name ? "" : network.address;
  return (
    <label class={`wk-route ${usable ? (shown ? "wk-route-on" : "") : "wk-route-off"}`}>
      <input type="radio" name={name} checked={shown} disabled={!usable} onChange={onChoose} />
      <span>
        {title}
        <br />
        <span class="wk-quiet">
          {address === "" ? null : (
            <>
              <span class="wk-copied">{address}</span>
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
