/** The door: who holds the seats of the room, whom it lets in, and the words that newcomers say. */
import { useRef, useState } from "preact/hooks";
import type { Crowd, DoorModel } from "../../contract";
import { sayHour } from "../kit/hours";
import { say, sayMany, usePanel } from "../kit/panel";
import { QrCode } from "../kit/qr_code";
import { type Action, Quiet, Told, useAction } from "./action";
import { useArrival } from "./arrival";
import { useQuestion } from "./question";
import "./door.css";

export function DoorPanel() {
  const { words } = usePanel<"facilitator", "door">();
  const [action, done] = useNamed();
  const heading = useArrival("#door");
  return (
    <div class="wkf-page">
      <section id="door" class="wkf-door" aria-label={say(words, "title")}>
        <div class="wkf-door-seats">
          <h2 ref={heading} tabIndex={-1}>
            {say(words, "title")}
          </h2>
          <p class="wk-quiet">{say(words, "why")}</p>
          <Seats action={action} />
          <Crowds action={action} />
          <Told action={action} saved={done} />
        </div>
        <DoorWords action={action} />
      </section>
    </div>
  );
}

/** The acts of the door, and what is said of the last one in its own words: nothing is saved where a page is let go. */
function useNamed(): [Action, string] {
  const { words } = usePanel<"facilitator", "door">();
  const [last, setLast] = useState("");
  const action = useAction();
  const act: Action["act"] = (intention, ...asked) => {
    setLast(intention);
    return action.act(intention, ...asked);
  };
  return [{ ...action, act }, say(words, `done.${last.replaceAll("_", "-")}`)];
}

type Counts = NonNullable<DoorModel["counts"]>;

function Seats({ action }: { action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "door">();
  const { counts } = model;
  if (counts === null) return <p class="wk-quiet">{say(words, "shut")}</p>;
  const idle = counts.taken - counts.kept;
  const like = counts.devices < counts.taken ? ` ${say(words, "devices.alike")}` : "";
  return (
    <>
      <p class="wkf-door-taken">
        <b>{sayMany(words, lang, "seats", counts.taken, { seats: counts.seats })}</b>
        {counts.taken === 0 ? "." : ` ${sayMany(words, lang, "devices", counts.devices)}${like}.`}{" "}
        {sayMany(words, lang, "kept", counts.kept)}, {sayMany(words, lang, "idle", idle)}.
      </p>
      <Held counts={counts} />
      {idle === 0 ? null : (
        <>
          <div class="wkf-buttons">
            <button type="button" class="wkf-button" aria-disabled={action.busy} onClick={() => void action.act("let_seats_go")}>
              {sayMany(words, lang, "go", idle)}
            </button>
          </div>
          <p class="wk-quiet">{say(words, "go.how")}</p>
        </>
      )}
    </>
  );
}

/** Who waits, and who was held back lately: said only when there is somebody. */
function Held({ counts }: { counts: Counts }) {
  const { words, lang } = usePanel<"facilitator", "door">();
  const said = (["waiting", "slowed", "turned"] as const).filter((what) => counts[what] > 0);
  return said.length === 0 ? null : <p>{said.map((what) => sayMany(words, lang, what, counts[what])).join(" ")}</p>;
}

function Crowds({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "door">();
  if (model.crowds.length === 0) return null;
  return (
    <>
      <h3>{say(words, "crowds")}</h3>
      <ul class="wkf-settle">
        {model.crowds.map((crowd) => (
          <Device key={crowd.id} crowd={crowd} action={action} />
        ))}
      </ul>
    </>
  );
}

function Device({ crowd, action }: { crowd: Crowd; action: Action }) {
  const { words, lang } = usePanel<"facilitator", "door">();
  const [asking, ask] = useState(false);
  const hour = sayHour(words, crowd.since);
  const closed = crowd.closed === "" ? "" : say(words, crowd.closed === "everybody" ? "closed.everybody" : "closed.newcomers");
  const holds = crowd.seats === 0 ? say(words, "holds.none") : sayMany(words, lang, "holds", crowd.seats, { hour });
  return (
    <li class="wk-card">
      <p>
        <b>{say(words, crowd.mixed ? "mixed" : "device")}</b>
        {lang === "fr" ? "\u00a0: " : ": "}
        {holds}, {sayMany(words, lang, "people", crowd.kept)}.{crowd.mixed || crowd.kept > 1 ? ` ${say(words, "maybe")}` : ""}
        {closed === "" ? "" : ` ${closed}`}
      </p>
      <div class="wkf-buttons">
        {crowd.closed === "" ? (
          <button
            type="button"
            class="wkf-button wkf-other"
            aria-label={`${say(words, "close")} – ${holds}`}
            aria-disabled={action.busy}
            onClick={() => ask(true)}
          >
            {say(words, "close")}
          </button>
        ) : (
          <button
            type="button"
            class="wkf-button"
            aria-label={`${say(words, "open")} – ${holds}`}
            aria-disabled={action.busy}
            onClick={() => void action.act("open_door_to", { device: crowd.id })}
          >
            {say(words, "open")}
          </button>
        )}
      </div>
      {asking ? <Closing crowd={crowd} action={action} onDone={() => ask(false)} /> : null}
    </li>
  );
}

/** What closing means is said before it is done; the way that puts nobody out who joined is the first one. */
function Closing({ crowd, action, onDone }: { crowd: Crowd; action: Action; onDone: () => void }) {
  const { words, lang } = usePanel<"facilitator", "door">();
  const dialog = useQuestion(crowd.id);
  const close = async (everybody: boolean) => {
    dialog.current?.close();
    await action.act("close_door_to", { device: crowd.id, everybody });
  };
  const idle = crowd.seats - crowd.kept;
  const mayAll = crowd.kept > 0 && !crowd.whole && !crowd.mixed;
  return (
    <dialog ref={dialog} class="wkf-question" aria-label={say(words, "close.question")} onClose={onDone}>
      <h2>{say(words, "close.question")}</h2>
      <p>{idle === 0 ? say(words, "close.none") : sayMany(words, lang, "close.idle", idle)}</p>
      {mayAll ? <p>{sayMany(words, lang, "close.kept", crowd.kept)}</p> : null}
      {crowd.kept > 0 && crowd.whole ? <p>{say(words, "close.whole")}</p> : null}
      {crowd.kept > 0 && crowd.mixed && !crowd.whole ? <p>{say(words, "close.mixed")}</p> : null}
      {crowd.beside > 0 ? <p>{sayMany(words, lang, "beside", crowd.beside)}</p> : null}
      <p>{say(words, "close.back")}</p>
      <div class="wkf-buttons">
        <button type="button" class="wkf-button wkf-next" onClick={() => void close(false)}>
          {say(words, crowd.kept > 0 ? "close.newcomers" : "close.newcomers.none")}
        </button>
        {mayAll ? (
          <button type="button" class="wkf-button wkf-danger" onClick={() => void close(true)}>
            {sayMany(words, lang, "close.everybody", crowd.kept)}
          </button>
        ) : null}
        <button type="button" class="wkf-button" onClick={() => dialog.current?.close()}>
          {say(words, "close.no")}
        </button>
      </div>
    </dialog>
  );
}

/** The words of the door, switched on, changed and switched off with one press each: who is in stays in. */
function DoorWords({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "door">();
  const none = model.words === "" && !model.stuck;
  const title = useRef<HTMLHeadingElement>(null);
  const change = async (asks: boolean) => {
    if ((await action.act("change_door_words", { asks })).ok) title.current?.focus(); // the button may be gone
  };
  return (
    <div class="wk-card wkf-door-words">
      <h3 ref={title} tabIndex={-1}>
        {say(words, "words")}
      </h3>
      <div role="status">
        {model.stuck ? (
          <p class="wkf-note" role="alert">
            {say(words, "words.stuck")}
          </p>
        ) : none ? (
          <p>{say(words, "words.off")}</p>
        ) : (
          <p class="wkf-door-code wk-copied">{model.words}</p>
        )}
      </div>
      {model.code.length === 0 ? null : <QrCode class="wkf-door-qr" rows={model.code} label={say(words, "words.alternative")} />}
      {model.stuck ? null : <p class="wk-quiet">{say(words, none ? "words.off.why" : "words.how")}</p>}
      <div class="wkf-buttons">
        <button
          type="button"
          class="wkf-button"
          aria-label={none ? undefined : say(words, "words.change.one")}
          aria-disabled={action.busy}
          onClick={() => void change(true)}
        >
          {say(words, none ? "words.turn-on" : "words.change")}
        </button>
        {none ? null : <Quiet onClick={() => void change(false)}>{say(words, "words.turn-off")}</Quiet>}
      </div>
    </div>
  );
}
