/** The way to a workshop's own pages: a link once they are served, before that a press that has them prepared and then opens them. */
import { useEffect, useRef, useState } from "preact/hooks";
import { say, usePanel } from "../kit/panel";
import { Button, type HomeAction } from "./pieces";

/** The address of one of the facilitator's pages; an empty name is where the room stands. */
export const addressOf = (facilitator: string, page: string): string =>
  page === "" ? facilitator : facilitator.replace(/\/(?=\?|$)/, `/${page}`);

/** The window of a workshop: pressed twice, the same one comes to the front. */
export const windowOf = (workshop: string, what = "lead"): string => `${what}-${workshop}`;

interface Leading {
  page: string;
  children: string;
  main?: boolean;
  action: HomeAction;
}

export function Door({ page, children, main, action }: Leading) {
  const { model, words } = usePanel<"home", "home">();
  const [wanted, setWanted] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const { card, room } = model.chosen!;
  const address = room.facilitator === "" ? "" : addressOf(room.facilitator, page);
  useEffect(() => {
    if (!wanted || address === "") return;
    setWanted(false);
    link.current?.focus();
    window.open(address, windowOf(card.id)); // where the browser refuses, the button has become a link
  }, [wanted, address]);
  useEffect(() => {
    if (room.state === "failed") setWanted(false);
  }, [room.state]);
  const prepare = async () => {
    setWanted(true);
    if (!(await action.act("prepare_room", { workshop: card.id })).ok) setWanted(false);
  };
  if (address === "") {
    return (
      <Button main={main} busy={wanted} onClick={() => void prepare()}>
        {wanted ? say(words, "room.pages-opening") : children}
      </Button>
    );
  }
  return (
    <a ref={link} class={main ? "wkh-button wkh-main" : "wkh-button"} href={address} target={windowOf(card.id)}>
      {children}
      <span class="wk-visually-hidden"> {say(words, "new-tab")}</span>
    </a>
  );
}
