/** By which network the phones come in, whom the one shown reaches, and the choice of another. */
import { say, usePanel } from "../kit/panel";
import { Routes } from "../kit/routes";
import { Button, type HomeAction } from "./pieces";

export function Networks({ action }: { action: HomeAction }) {
  const { model, words } = usePanel<"home", "home">();
  const { card, room } = model.chosen!;
  const choose = (network: string) => void action.act("choose_network", { workshop: card.id, network });
  return (
    <fieldset class="wkh-routes">
      <legend>{say(words, "network.title")}</legend>
      <Reach choose={choose} />
      <Routes networks={room.networks} onChoose={choose} />
      <p class="wkh-quiet">{say(words, "no-internet")}</p>
    </fieldset>
  );
}

/** Whom the address does not reach, announced when it changes. */
function Reach({ choose }: { choose: (network: string) => void }) {
  const { model, words } = usePanel<"home", "home">();
  const { reach, missed, moved, networks, entrance } = model.chosen!.room;
  const shown = networks.find((one) => one.shown);
  const again = moved !== "" && entrance.kept + model.chosen!.card.people.came > 0 && (reach === "room" || reach === "fell-back");
  return (
    <div role="status">
      {reach === "room" ? null : <p class="wkh-bad">{say(words, `reach.${reach}`, { missed, address: shown?.address ?? "" })}</p>}
      {again ? <p class="wkh-bad">{say(words, "reach.moved", { address: shown?.address ?? "" })}</p> : null}
      {reach === "fell-back" && shown !== undefined ? <Button onClick={() => choose(shown.id)}>{say(words, "reach.keep")}</Button> : null}
    </div>
  );
}
