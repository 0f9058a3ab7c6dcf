/** The room: closed it says how to open it; open, all that one needs, in the order of use. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { say, sayMany, usePanel } from "../kit/panel";
import { QrCode } from "../kit/qr_code";
import { sayHour } from "../kit/hours";
import { windowOf } from "./door";
import { Networks } from "./networks";
import { Button, type HomeAction, Question } from "./pieces";
import { Seats } from "./seats";
import { Test } from "./test";

export function Room({ action }: { action: HomeAction }) {
  const { model, words } = usePanel<"home", "home">();
  const { room } = model.chosen!;
  const open = room.state === "open";
  const [closing, setClosing] = useState(false);
  const closer = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (!closing && asked.current) closer.current?.focus();
    asked.current = closing;
  }, [closing]);
  return (
    <section class="wkh-panel" aria-labelledby="wkh-room">
      <div class="wkh-line">
        <h2 id="wkh-room">{say(words, `room.${room.state}`)}</h2>
        {open && room.since !== null ? (
          <span class="wkh-quiet">{say(words, "room.since", { hour: sayHour(words, room.since) })}</span>
        ) : null}
        <div class="wkh-buttons wkh-push">
          <RoomButtons action={action} closer={closer} onClose={() => setClosing(true)} />
        </div>
      </div>
      {closing ? <Closing action={action} onDone={() => setClosing(false)} /> : null}
      <Progress />
      {room.failure === "" || room.state === "pulled-out" ? null : <p class="wkh-bad">{room.failure}</p>}
      {open ? <Inside action={action} /> : <Outside />}
      <Seats action={action} />
    </section>
  );
}

function RoomButtons(props: { action: HomeAction; closer: RefObject<HTMLButtonElement | null>; onClose: () => void }) {
  const { model, words } = usePanel<"home", "home">();
  const { card, room } = model.chosen!;
  const served = room.state === "open" || room.state === "prepared";
  const opens = (room.state === "closed" || room.state === "prepared") && card.next.code !== "open-room";
  return (
    <>
      {served && room.screen !== "" ? (
        <a class="wkh-button" href={room.screen} target={windowOf(card.id, "screen")}>
          {say(words, "room.screen")}
          <span class="wk-visually-hidden"> {say(words, "new-tab")}</span>
        </a>
      ) : null}
      {opens ? (
        <Button busy={props.action.busy} onClick={() => void props.action.act("open_room", { workshop: card.id })}>
          {say(words, "room.open-it")}
        </Button>
      ) : null}
      {served ? (
        <Button button={props.closer} onClick={props.onClose}>
          {say(words, room.state === "open" ? "room.close" : "room.close-pages")}
        </Button>
      ) : null}
    </>
  );
}

function Closing({ action, onDone }: { action: HomeAction; onDone: () => void }) {
  const { model, words, lang } = usePanel<"home", "home">();
  const { card, room } = model.chosen!;
  const close = async () => {
    await action.act("close_room", { workshop: card.id });
    onDone();
  };
  return (
    <Question
      title={say(words, "room.close.sure")}
      yes={say(words, "room.close.yes")}
      no={say(words, "room.close.no")}
      busy={action.busy}
      onYes={() => void close()}
      onNo={onDone}
    >
      <p>{room.taken > 0 ? sayMany(words, lang, "room.close.phones", room.taken) : say(words, "room.close.nobody")}</p>
      <p>{say(words, "room.close.kept")}</p>
    </Question>
  );
}

/** How far the opening is: said once, shown as a bar. */
function Progress() {
  const { model, words } = usePanel<"home", "home">();
  const { room } = model.chosen!;
  const moving = room.state === "opening" || room.state === "preparing" || room.state === "closing";
  return (
    <div role="status" class="wkh-told">
      {moving ? (
        <>
          <p>{say(words, `room.${room.state}.how`)}</p>
          {room.wanted > 0 && room.state === "opening" ? (
            <progress class="wkh-progress" aria-label={say(words, "room.opening")} value={room.ready} max={room.wanted} />
          ) : null}
        </>
      ) : null}
    </div>
  );
}

/** Closed, the code and the address wait: a grey code could still be scanned, and would lead nowhere. */
function Outside() {
  const { model, words } = usePanel<"home", "home">();
  const { card, room } = model.chosen!;
  if (card.standing === "ended" || room.state === "elsewhere") {
    return <p>{say(words, room.state === "elsewhere" ? "room.elsewhere.how" : "room.ended.how", { by: room.elsewhere })}</p>;
  }
  return (
    <div class="wkh-room wkh-waits">
      <div>
        <p class="wkh-waiting-code">{say(words, "room.code-waits")}</p>
      </div>
      <div class="wkh-stack wkh-close">
        <p>{say(words, "room.closed.how")}</p>
        {room.no_network ? (
          <p class="wkh-bad">{say(words, "network.none")}</p>
        ) : (
          <p class="wkh-quiet">
            {say(words, "room.address-waits")} <span class="wkh-address wk-copied">{room.typed}</span>
          </p>
        )}
      </div>
    </div>
  );
}

function Inside({ action }: { action: HomeAction }) {
  const { model, words } = usePanel<"home", "home">();
  const { room } = model.chosen!;
  return (
    <div class="wkh-room">
      <div>
        {room.join === "" ? (
          <p class="wkh-waiting-code">{say(words, "room.code-waits")}</p>
        ) : (
          <>
            <QrCode class="wkh-qr" rows={room.code} label={say(words, "code.alternative", { address: room.typed })} />
            <p class="wkh-quiet">{say(words, "code.or-type")}</p>
            <p class="wkh-address wk-copied">{room.typed}</p>
            <DoorWords />
            <Large />
          </>
        )}
      </div>
      <div class="wkh-stack">
        <Test action={action} />
        <Networks action={action} />
      </div>
    </div>
  );
}

/** The words that newcomers type besides the address, where the door asks for any. */
function DoorWords() {
  const { model, words } = usePanel<"home", "home">();
  const { door } = model.chosen!.room;
  if (!door) return null;
  return (
    <p class="wkh-door">
      <span class="wkh-quiet">{say(words, "code.door")}</span> <b class="wk-copied">{door}</b>
    </p>
  );
}

/** The code and the address as large as the window, to be shown around. */
function Large() {
  const { model, words } = usePanel<"home", "home">();
  const { room } = model.chosen!;
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" class="wkh-word" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {say(words, "code.large")}
      </button>
      <dialog ref={dialog} class="wkh-large" aria-label={say(words, "code.title")}>
        <h2>{say(words, "code.title")}</h2>
        <QrCode class="wkh-qr" rows={room.code} label={say(words, "code.alternative", { address: room.typed })} />
        <p class="wkh-address wk-copied">{room.typed}</p>
        <DoorWords />
        <Button onClick={() => dialog.current?.close()}>{say(words, "close")}</Button>
      </dialog>
    </>
  );
}
