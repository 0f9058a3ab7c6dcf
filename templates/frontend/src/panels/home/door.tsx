/** The way to a workshop's own pages: a link once they are served, before that a press that has them prepared and then opens them. */
import { useEffect, useRef, useState } from "preact/hooks";
import { say, usePanel } from "../kit/panel";
import { Button, type HomeAction, Word } from "./pieces";

/** The address of one of the facilitator's pages; an empty name is where the room stands. */
export const addressOf = (facilitator: string, page: string): string =>
  page === "" ? facilitator : facilitator.replace(/\/(?=\?|$)/, `/${page}`);

/** The window of a workshop: pressed twice, the same one comes to the front. */
export const windowOf = (workshop: string, what = "lead"): string => `${what}-${workshop}`;

const LOOKS = { main: "wkh-button wkh-main", word: "wkh-word", button: "wkh-button" };

interface Leading {
  page: string;
  children: string;
  /** An outlined button where nothing is said. */
  look?: "main" | "word";
  action: HomeAction;
}

export function Door({ page, children, look, action }: Leading) {
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
    const said = wanted ? say(words, "room.pages-opening") : children;
    const pressed = { busy: wanted, onClick: () => void prepare() };
    return look === "word" ? (
      <Word {...pressed}>{said}</Word>
    ) : (
      <Button main={look === "main"} {...pressed}>
        {said}
      </Button>
    );
  }
  return (
    <a ref={link} class={LOOKS[look ?? "button"]} href={address} target={windowOf(card.id)}>
      {children}
      <span class="wk-visually-hidden"> {say(words, "new-tab")}</span>
    </a>
  );
}
