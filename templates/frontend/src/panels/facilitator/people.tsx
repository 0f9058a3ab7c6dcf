/** The room: who is here, who is missing, and what is to be settled about who left or sits twice. */
import { Fragment } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { RoomSeat, SeatDoubt, SettledSeat } from "../../contract";
import { recall, remember } from "../kit/device";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { type Action, Quiet, Told, useAction } from "./action";
import { sayHour } from "../kit/hours";
import "./people.css";

/** Where this device keeps the questions that were answered with "nothing is to be changed". */
const ANSWERED = "people:answered";
const FOUND_AT_MOST = 5;

type Answered = Pick<SeatDoubt, "key" | "kind" | "names">;

export function PeoplePanel() {
  const action = useAction();
  return (
    <div class="wkf-page">
      <div class="wkf-who">
        <Here action={action} />
        <Settle action={action} />
      </div>
    </div>
  );
}

function Here({ action }: { action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "people">();
  const present = sayMany(words, lang, "present", model.present);
  const phoneless = model.without_phone > 0 ? sayMany(words, lang, "without-phone", model.without_phone) : "";
  const away = model.away > 0 ? sayMany(words, lang, "away", model.away) : "";
  const most = Math.max(1, ...model.categories.map((one) => one.people));
  return (
    <section aria-label={say(words, "title")}>
      <h2>{say(words, "title")}</h2>
      <p class="wkf-who-here">
        <b>{model.present}</b> <span>{[present, phoneless, away].filter(Boolean).join(", ")}</span>
      </p>
      <ul class="wkf-cats" aria-label={say(words, "categories")}>
        {model.categories.map((one) => (
          <li key={one.label} class={one.people === 0 ? "wkf-none" : undefined}>
            <span>{one.label}</span>
            <i aria-hidden="true" style={one.people === 0 ? undefined : { width: `${Math.round((one.people / most) * 100)}%` }} />
            <b>{one.people}</b>
          </li>
        ))}
      </ul>
      {model.sentence === "" ? null : (
        <p class="wkf-say">
          <b>{say(words, "say")}</b> {say(words, "say.quoted", { sentence: model.sentence })}
        </p>
      )}
      <Search action={action} />
    </section>
  );
}

/** Questions with their reason and two answers in words, or one where it is only to be read; what was answered stays below, to be taken back. */
function Settle({ action }: { action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "people">();
  const [answered, setAnswered] = useState<Answered[]>(() => recall<Answered[]>(ANSWERED) ?? []);
  const title = useRef<HTMLHeadingElement>(null);
  const keep = (next: Answered[]) => {
    remember(ANSWERED, next);
    setAnswered(next);
    action.clear();
    title.current?.focus();
  };
  const send = async (sent: Promise<{ ok: boolean }>) => {
    if ((await sent).ok) title.current?.focus(); // the button that was pressed is gone
  };
  const doubts = model.doubts.filter((doubt) => !answered.some((one) => one.key === doubt.key));
  const answerErasure = ({ seats: [seat = ""], with_ideas }: SeatDoubt, erased: boolean) =>
    send(action.act("answer_erasure", { participant: seat, erased, with_ideas }));
  const keepApart = (participant: string, other: string, apart: boolean) => send(action.act("keep_apart", { participant, other, apart }));
  const leave = (doubt: SeatDoubt) => {
    const [first = "", second = ""] = doubt.seats;
    if (doubt.kind === "erasure") return answerErasure(doubt, false);
    if (isOfFiles(doubt)) return keepApart(first, second, true);
    keep([...answered, doubt].map(shorten));
  };
  const change = (doubt: SeatDoubt) => {
    const [first = "", second = ""] = doubt.seats;
    if (doubt.kind === "erasure") return answerErasure(doubt, true);
    if (doubt.kind === "silent") return send(action.act("set_away", { participant: first, away: true }));
    return send(action.act("join_seats", { participant: first, to: second }));
  };
  const takeBack = ({ kind, seat, other }: SettledSeat) => {
    if (kind === "apart") return keepApart(seat, other, false);
    return send(
      kind === "away"
        ? action.act("set_away", { participant: seat, away: false })
        : action.act("join_seats", { participant: seat, to: null }),
    );
  };
  return (
    <section aria-label={sayMany(words, lang, "settle", doubts.length)}>
      <h2 ref={title} tabIndex={-1}>
        {doubts.length === 0 ? say(words, "settle.none") : sayMany(words, lang, "settle", doubts.length)}
      </h2>
      {doubts.length === 0 ? <p class="wk-quiet">{say(words, "settle.none.why")}</p> : null}
      <ol class="wkf-settle">
        {doubts.map((doubt) => (
          <Doubt key={doubt.key} doubt={doubt} busy={action.busy} onYes={() => void change(doubt)} onNo={() => void leave(doubt)} />
        ))}
      </ol>
      <Told action={action} />
      <Traces />
      {model.settled.length + answered.length === 0 ? null : (
        <ul class="wkf-settled" aria-label={say(words, "done")}>
          {model.settled.map((one) => (
            <Done
              key={`${one.kind}:${one.seat}:${one.other}`}
              kind={one.kind}
              names={one.names}
              at={one.at}
              onUndo={() => void takeBack(one)}
            />
          ))}
          {answered.map((one) => (
            <Done key={one.key} kind={one.kind} names={one.names} at={0} onUndo={() => keep(answered.filter((other) => other !== one))} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Who joined seats and parted them again, and when: to be looked up, not to be answered. */
function Traces() {
  const { model, words } = usePanel<"facilitator", "people">();
  if (model.traces.length === 0) return null;
  return (
    <details class="wkf-fold wkf-fold-tight">
      <summary>{say(words, "traces")}</summary>
      <ul>
        {model.traces.map((sentence, place) => (
          <li key={`${place}:${sentence}`}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}

const isOfFiles = ({ kind }: SeatDoubt): boolean => kind === "file" || kind === "files";

const shorten = ({ key, kind, names }: Answered): Answered => ({ key, kind, names });

function Doubt(props: { doubt: SeatDoubt; busy: boolean; onYes: () => void; onNo: () => void }) {
  const { words, lang } = useWords();
  const { kind, names, minutes, ideas } = props.doubt;
  const signs = props.doubt.signs.map((sign) => say(words, `sign.${sign}`));
  const label = (answer: string) => `${names.join(` ${say(words, "and")} `)}. ${say(words, `${kind}.${answer}`)}`;
  return (
    <li class="wk-card">
      <p>
        <Names names={names} /> {kind === "silent" ? sayMany(words, lang, "silent", minutes) : say(words, kind)}
        {kind === "silent" && ideas > 0 ? ` ${sayMany(words, lang, "silent.ideas", ideas)}` : null}
        {kind === "erasure" && ideas > 0 ? ` ${sayMany(words, lang, "erasure.ideas", ideas)}` : null}
        {props.doubt.contact ? ` ${say(words, "erasure.contact")}` : null}
        {isOfFiles(props.doubt) ? ` ${signs.join(", ")}.` : null}
      </p>
      <div class="wkf-buttons">
        {kind === "parted" ? null : (
          <button type="button" class="wkf-button" aria-label={label("yes")} aria-disabled={props.busy} onClick={props.onYes}>
            {say(words, `${kind}.yes`)}
          </button>
        )}
        <button type="button" class="wkf-button wkf-other" aria-label={label("no")} onClick={props.onNo}>
          {say(words, `${kind}.no`)}
        </button>
      </div>
    </li>
  );
}

function Done(props: { kind: string; names: string[]; at: number; onUndo: () => void }) {
  const { words } = useWords();
  const hour = sayHour(words, props.at);
  return (
    <li>
      <p>
        <Names names={props.names} /> {say(words, `done.${props.kind}`, { hour })}
      </p>
      <Quiet label={say(words, "undo.one", { names: props.names.join(` ${say(words, "and")} `) })} onClick={props.onUndo}>
        {say(words, "undo")}
      </Quiet>
    </li>
  );
}

function Names({ names }: { names: string[] }) {
  const { words } = useWords();
  return (
    <>
      {names.map((name, place) => (
        <Fragment key={`${name}:${place}`}>
          {place > 0 ? ` ${say(words, "and")} ` : null}
          <b>{name}</b>
        </Fragment>
      ))}
    </>
  );
}

/** What one types finds a pseudonym whatever its case and accents. */
const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

function Search({ action }: { action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "people">();
  const [typed, setTyped] = useState("");
  const wanted = fold(typed);
  const found = wanted === "" ? [] : model.seats.filter((seat) => fold(seat.pseudonym).includes(wanted));
  const beyond = found.length - FOUND_AT_MOST;
  return (
    <div class="wk-stack-tight" role="search">
      <label class="wk-field">
        <span class="wk-label">{say(words, "search")}</span>
        <input type="search" autocomplete="off" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <div role="status">{wanted !== "" && found.length === 0 ? <p class="wk-quiet">{say(words, "search.none")}</p> : null}</div>
      <ul class="wkf-found">
        {found.slice(0, FOUND_AT_MOST).map((seat) => (
          <Found key={seat.id} seat={seat} action={action} />
        ))}
      </ul>
      {beyond > 0 ? <p class="wk-quiet">{sayMany(words, lang, "search.more", beyond)}</p> : null}
    </div>
  );
}

/** Lead to where one acts for somebody, further down this page: to their vote where there is one, else to what is open for them. */
function goToVoice(person: string): void {
  const row = [...document.querySelectorAll<HTMLElement>("[data-voice]")].find((one) => one.dataset.voice === person);
  const place = row ?? document.querySelector<HTMLElement>(".wkv");
  const press = row?.querySelector<HTMLElement>("[data-act=vote] button") ?? place?.querySelector<HTMLElement>("button");
  place?.scrollIntoView({ block: "center" });
  press?.focus({ preventScroll: true });
}

function Found({ seat, action }: { seat: RoomSeat; action: Action }) {
  const { words } = useWords();
  const [joining, setJoining] = useState(false);
  const away = (gone: boolean) => void action.act("set_away", { participant: seat.id, away: gone });
  const part = () => void action.act("join_seats", { participant: seat.id, to: null });
  const about = { name: seat.pseudonym, stands: seat.stands };
  const spoken = seat.spoken && seat.state === "present";
  const card = useRef<HTMLLIElement>(null);
  const pressed = useRef(false);
  useLayoutEffect(() => {
    if (spoken && pressed.current) card.current?.querySelector<HTMLElement>(".wkf-speak")?.focus(); // the button that was pressed is gone
    pressed.current = false;
  }, [spoken]);
  const takeVoice = () => {
    pressed.current = true;
    void action.act("take_voice", { participant: seat.id });
  };
  const gesture = (key: string, onClick: () => void) => (
    <Quiet label={say(words, `do.${key}.one`, about)} onClick={onClick}>
      {say(words, `do.${key}`)}
    </Quiet>
  );
  return (
    <li class="wk-card" ref={card}>
      <p>
        <b>{seat.pseudonym}</b> <span class="wk-quiet">({seat.category})</span>
        {seat.state === "present" ? null : <> {say(words, `state.${seat.state}`, about)}</>}
      </p>
      <div role="status">{spoken ? <p class="wk-saved">{say(words, "spoken", about)}</p> : null}</div>
      {spoken ? (
        <button type="button" class="wkf-button wkf-speak" onClick={() => goToVoice(seat.id)}>
          {say(words, "spoken.go", about)} <span aria-hidden="true">→</span>
        </button>
      ) : null}
      <div>
        {seat.state === "present" ? gesture("away", () => away(true)) : null}
        {seat.state === "present" && !spoken ? gesture("dead", takeVoice) : null}
        {seat.state === "away" ? gesture("here", () => away(false)) : null}
        {seat.state === "joined" ? gesture("part", part) : gesture("join", () => setJoining(!joining))}
      </div>
      {joining && seat.state !== "joined" ? <Joining seat={seat} action={action} onDone={() => setJoining(false)} /> : null}
    </li>
  );
}

/** The other phone of a person: it stands for both, since it is the one they use now. */
function Joining({ seat, action, onDone }: { seat: RoomSeat; action: Action; onDone: () => void }) {
  const { model, words } = usePanel<"facilitator", "people">();
  const [to, setTo] = useState("");
  const others = model.seats.filter((one) => one.id !== seat.id && one.state !== "joined");
  const join = async () => {
    const answer = await action.act("join_seats", { participant: seat.id, to });
    if (answer.ok) onDone();
  };
  return (
    <div class="wk-stack-tight">
      <label class="wk-field">
        <span class="wk-label">{say(words, "join.question", { name: seat.pseudonym })}</span>
        <select value={to} onChange={(event) => setTo(event.currentTarget.value)}>
          <option value="">{say(words, "join.choose")}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {one.pseudonym}
            </option>
          ))}
        </select>
      </label>
      <div class="wkf-buttons">
        <button
          type="button"
          class="wkf-button"
          aria-disabled={to === "" || action.busy}
          onClick={() => (to === "" ? undefined : void join())}
        >
          {say(words, "join.yes")}
        </button>
        <button type="button" class="wkf-button wkf-other" onClick={onDone}>
          {say(words, "join.no")}
        </button>
      </div>
    </div>
  );
}
