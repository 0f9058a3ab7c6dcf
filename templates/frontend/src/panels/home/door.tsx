/** The way to a workshop's own pages: a link once they are served, before that a press that has them prepared and then opens them. */
import { useEffect, useRef, useState } from "preact/hooks";
import { say, usePanel } from "../kit/panel";
import { Button, type HomeAction, Word } from "./pieces";

/** The address of one of the facilitator's pages; an empty name is where the room stands. */
export const addressOf = (facilitator: string, page: string): string =>
  page === "" ? facilitator : facilitator.replace(/\/(?=\?|$)/, `/${page}`);

/** The window of a workshop: pressed twice, the same one comes to the front. */
export const windowOf = (workshop: string, what = "lead"): string => `${what}-${workshop}`;

export interface Doors {
  /** The page that was pressed for and is not there yet. */
  wanted: string | null;
  open(page: string): void;
}

/** Have pages prepared and opened; it stands above the buttons, since these change while a page is on its way. */
export function useDoors(action: HomeAction): Doors {
  const { model, words } = usePanel<"home", "home">();
  const [wanted, want] = useState<string | null>(null);
  const tab = useRef<Window | null>(null);
  const { card, room } = model.chosen!;
  const giveUp = () => {
    want(null);
    tab.current?.close();
    tab.current = null;
  };
  useEffect(() => {
    if (wanted === null || room.facilitator === "") return;
    want(null);
    if (tab.current !== null) tab.current.location.href = addressOf(room.facilitator, wanted);
  }, [wanted, room.facilitator]);
  useEffect(() => {
    if (room.state === "failed" || room.state === "stopped" || room.state === "pulled-out") giveUp();
  }, [room.state]);
  const open = async (page: string) => {
    want(page);
    tab.current = openWaiting(windowOf(card.id), card.title, say(words, "room.pages-opening"));
    if (!(await action.act("prepare_room", { workshop: card.id })).ok) giveUp();
  };
  return { wanted, open: (page) => void open(page) };
}

/** Open a tab at the press, since a browser refuses one that comes seconds later; it says that its page is on the way. */
function openWaiting(name: string, title: string, said: string): Window | null {
  const tab = window.open("", name);
  try {
    if (tab === null || tab.location.href !== "about:blank") return tab;
    dressWaiting(tab.document, title, said);
  } catch {
    // a page of the same workshop stands in it already, and is led on
  }
  return tab;
}

/** Fill an empty tab as the server's own waiting page looks, in this page's language and on its ground. */
function dressWaiting(page: Document, title: string, said: string): void {
  const here = getComputedStyle(document.documentElement);
  const of = (token: string) => here.getPropertyValue(`--${token}`).trim();
  const heading = page.createElement("h1");
  const sentence = page.createElement("p");
  page.title = said;
  page.documentElement.lang = document.documentElement.lang;
  heading.textContent = title;
  sentence.textContent = said;
  sentence.setAttribute("role", "status");
  page.body.replaceChildren(heading, sentence);
  Object.assign(page.documentElement.style, { colorScheme: here.colorScheme, background: of("paper"), color: of("ink") });
  Object.assign(page.body.style, {
    maxWidth: "30rem",
    margin: "35vh auto 0",
    padding: "0 24px",
    font: "1.125rem/1.5 system-ui, sans-serif",
    textAlign: "center",
  });
  Object.assign(heading.style, { margin: "0 0 12px", fontSize: "1.5rem", lineHeight: "1.25" });
}

const LOOKS = { main: "wkh-button wkh-main", word: "wkh-word", button: "wkh-button" };

interface Leading {
  page: string;
  children: string;
  /** An outlined button where nothing is said. */
  look?: "main" | "word";
  doors: Doors;
}

export function Door({ page, children, look, doors }: Leading) {
  const { model, words } = usePanel<"home", "home">();
  const { card, room } = model.chosen!;
  if (room.facilitator === "") {
    const said = doors.wanted === page ? say(words, "room.pages-opening") : children;
    const pressed = { busy: doors.wanted !== null, onClick: () => doors.open(page) };
    return look === "word" ? (
      <Word {...pressed}>{said}</Word>
    ) : (
      <Button main={look === "main"} {...pressed}>
        {said}
      </Button>
    );
  }
  return (
    <a class={LOOKS[look ?? "button"]} href={addressOf(room.facilitator, page)} target={windowOf(card.id)}>
      {children}
      <span class="wk-visually-hidden"> {say(words, "new-tab")}</span>
    </a>
  );
}
