/** The remote: what the room's screen shows, in small and in words, and the facilitator's hand on it. */
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Cover, RemoteModel } from "../../contract";
import { recall, remember } from "../kit/device";
import { say, usePanel, useWords, Within, type Words } from "../kit/panel";
import { Screen } from "../stage/stage";
import { Told, useAction, type Action } from "./action";
import { useChosen } from "./looking";
import { Ahead, Others } from "./remote_ahead";
import { UndoBar, useLeft } from "./undo";

const CLOSED = "facilitator:remote-closed";
/** The width from which it has a column of its own, as in frame.css; below, it stands above the work and begins closed. */
const OWN_COLUMN = "(min-width: 1180px)";

export function RemotePanel() {
  const { words } = useWords();
  const action = useAction();
  const [closed, close] = useState(recall<boolean>(CLOSED) ?? globalThis.matchMedia?.(OWN_COLUMN).matches === false);
  const toggle = () => {
    remember(CLOSED, !closed);
    close(!closed);
  };
  return (
    <section ref={useTopOnceShown()} class="wkf-remote" aria-labelledby="remote-title" {...useKeys(action)}>
      <div class="wkf-remote-top">
        <div class="wkf-remote-head">
          <h2 id="remote-title">{say(words, "remote")}</h2>
          <button type="button" class="wk-quiet-action" aria-expanded={!closed} onClick={toggle}>
            {say(words, closed ? "open" : "close")}
          </button>
        </div>
        <Seen action={action} />
        {closed ? null : <Covers action={action} />}
        <Told action={action} saved="" />
      </div>
      {closed ? null : <Hand action={action} />}
    </section>
  );
}

/** Where something was brought to the screen its pages are turned next, and what does it stands above: the remote goes to its top. */
function useTopOnceShown(): RefObject<HTMLElement | null> {
  const { model } = usePanel<"facilitator", "remote">();
  const remote = useRef<HTMLElement>(null);
  const shown = model.undo?.code === "show" ? model.undo.press : null;
  useEffect(() => {
    const place = remote.current?.closest(".page-remote");
    if (shown !== null && place != null) place.scrollTop = 0;
  }, [shown]);
  return remote;
}

/** What the room sees: a small copy for the eye, the same in words for everybody. */
function Seen({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "remote">();
  const { view } = model.screen;
  const covered = isCover(view);
  return (
    <>
      <p class="wkf-remote-sees">
        <span>{say(words, "sees")}</span>
        <b role="status">{sayState(model, words)}</b>
      </p>
      <Undo action={action} />
      <div class={`wkf-thumb ${covered ? `wkf-thumb-${view}` : ""}`} aria-hidden="true" inert>
        <div class="wk-panel wk-screen">
          <Within model={model.screen}>
            <Screen />
          </Within>
        </div>
        {view === "black" ? <b>{say(words, "cover.black")}</b> : null}
        {model.frozen ? <b>{say(words, "at.frozen")}</b> : null}
      </div>
      {covered ? <p class="wk-quiet wkf-remote-under">{say(words, "at.under", { place: sayPlace(model, words) })}</p> : null}
    </>
  );
}

function sayState(model: RemoteModel, words: Words): string {
  const { view } = model.screen;
  const parts = [isCover(view) ? say(words, `at.${view}`) : sayPlace(model, words)];
  if (view === "tables") parts.push(sayPage(model, words));
  if (model.frozen) parts.push(say(words, "at.frozen"));
  return parts.join(", ");
}

function sayPlace({ screen, number }: RemoteModel, words: Words): string {
  const together = screen.view === "writing" && screen.open.length > 1;
  const what = say(words, together ? "at.together" : `at.${screen.moment}`);
  const parts = [number === null ? what : say(words, "at", { number, what })];
  if (screen.pages.length > 1 && screen.view !== "tables") parts.push(sayPage({ screen }, words));
  return parts.join(", ");
}

const isCover = (view: RemoteModel["screen"]["view"]): boolean => view === "black" || view === "code" || view === "tables";

const sayPage = ({ screen }: Pick<RemoteModel, "screen">, words: Words): string =>
  say(words, "at.page", { page: screen.page + 1, count: screen.pages.length });

/** Turn by a page that is named, so that two pages of the facilitator never turn two. */
function useTurn(action: Action): { back: (() => void) | undefined; on: (() => void) | undefined } {
  const { model } = usePanel<"facilitator", "remote">();
  const { page, pages, view } = model.screen;
  const free = view !== "black" && view !== "code" && !model.frozen;
  const to = (wanted: number) =>
    free && wanted >= 0 && wanted < pages.length ? () => void action.act("turn_page", { page: wanted }) : undefined;
  return { back: to(page - 1), on: to(page + 1) };
}

/** The keys of a presenter, heard only while the focus is inside the panel. */
function useKeys(action: Action) {
  const { model } = usePanel<"facilitator", "remote">();
  const turn = useTurn(action);
  const black = () => void action.act("cover_screen", { cover: model.screen.view === "black" ? "none" : "black" });
  const keys: Record<string, (() => void) | undefined> = {
    ArrowLeft: turn.back,
    PageUp: turn.back,
    ArrowRight: turn.on,
    PageDown: turn.on,
    n: black,
    b: black,
  };
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const asked = event.target instanceof Element && event.target.closest("dialog") !== null;
      if (asked || event.ctrlKey || event.altKey || event.metaKey) return;
      const press = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (press === undefined) return;
      event.preventDefault();
      press();
    },
  };
}

function Hand({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "remote">();
  const turn = useTurn(action);
  const chosen = useChosen();
  const at = model.focus === null ? null : (chosen ?? model.focus); // after the work nobody leads a challenge
  const led = model.others.find((one) => one.id === at) ?? null;
  return (
    <>
      {model.screen.pages.length > 1 ? (
        <div class="wkf-remote-two" role="group" aria-label={say(words, "turn")}>
          <button type="button" class="wkf-button" aria-disabled={turn.back === undefined} onClick={turn.back}>
            <span aria-hidden="true">←</span> {say(words, "turn.back")}
          </button>
          <button type="button" class="wkf-button" aria-disabled={turn.on === undefined} onClick={turn.on}>
            {say(words, "turn.on")} <span aria-hidden="true">→</span>
          </button>
        </div>
      ) : null}
      <Ahead led={led} action={action} />
      <ReadFirst action={action} />
      <Others others={model.others.filter((one) => one !== led)} action={action} />
      <Join />
      <p class="wk-quiet wk-small">{say(words, "keys")}</p>
    </>
  );
}

/** What latecomers are told: the address as it is now, and the words that the door asks for; or that nobody can come in now. */
function Join() {
  const { model, words } = usePanel<"facilitator", "remote">();
  const { join, door } = model.screen;
  if (join === "") return <p class="wkf-remote-join">{say(words, "join.none")}</p>;
  return (
    <p class="wkf-remote-join">
      {say(words, "join")} <b class="wk-copied">{join.replace(/^http:\/\//, "").replace(/\/?(\?.*)?$/, "")}</b>
      {door ? (
        <>
          {" "}
          {say(words, "join.door")} <b class="wk-copied">{door}</b>
        </>
      ) : null}
    </p>
  );
}

function Covers({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "remote">();
  const { view } = model.screen;
  const toggle = (cover: Cover & typeof view) => () => void action.act("cover_screen", { cover: view === cover ? "none" : cover });
  return (
    <div class="wkf-remote-three" role="group" aria-label={say(words, "cover")}>
      <button type="button" class="wkf-toggle" aria-pressed={view === "black"} onClick={toggle("black")}>
        {say(words, "cover.black")}
      </button>
      <button
        type="button"
        class="wkf-toggle"
        aria-pressed={model.frozen}
        onClick={() => void action.act("freeze_screen", { frozen: !model.frozen })}
      >
        {say(words, "freeze")}
      </button>
      <button type="button" class="wkf-toggle" aria-pressed={view === "code"} onClick={toggle("code")}>
        {say(words, "cover.code")}
      </button>
      {model.tables ? (
        <button type="button" class="wkf-toggle" aria-pressed={view === "tables"} onClick={toggle("tables")}>
          {say(words, "cover.tables")}
        </button>
      ) : null}
    </div>
  );
}

function ReadFirst({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "remote">();
  const first = model.read_first;
  return (
    <button
      type="button"
      role="switch"
      class="wkf-switch"
      aria-checked={first}
      onClick={() => void action.act("set_read_first", { read_first: !first })}
    >
      <span>
        <b>{say(words, "first")}</b> {say(words, first ? "first.yes" : "first.no")}
      </span>
      <span class="wkf-switch-mark" aria-hidden="true">
        <i />
        {say(words, first ? "first.on" : "first.off")}
      </span>
    </button>
  );
}

/** What this page last brought to the screen or unveiled, for as long as it can be taken back. */
function Undo({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "remote">();
  const { undo } = model;
  const left = useLeft(undo?.press ?? null, undo?.left ?? 0);
  if (undo === null || left === 0) return null;
  const takeBack = () => void action.act("take_back_shown", { press: undo.press });
  return (
    <div class="wkf-remote-undo">
      <UndoBar said={say(words, `undo.${undo.code}`)} left={left} action={action} onPress={takeBack} />
    </div>
  );
}
