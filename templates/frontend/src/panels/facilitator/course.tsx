/** What is done now and what comes next: one big button that says what it will do, and a way to take it back. */
import { useEffect, useRef, useState } from "preact/hooks";
import { LIMITS, type CourseChallenge, type CourseModel, type NextMove } from "../../contract";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { useCountdown } from "../kit/timer";
import { Quiet, Told, useAction, type Action } from "./action";
import { useLooking } from "./looking";

export function CoursePanel() {
  const { model, words } = usePanel<"facilitator", "course">();
  const action = useAction();
  const looking = useLooking(model.challenge);
  const challenge = model.phase === "work" ? model.challenges.find((one) => one.id === looking.at) : undefined;
  if (model.challenges.length === 0) return <p class="wkf-empty">{say(words, "none")}</p>;
  return (
    <div class="wk-stack wkf-course">
      <Timer challenge={challenge} action={action} />
      <Ahead challenge={challenge} action={action} />
      <Told action={action} saved="" />
      <Undo action={action} />
    </div>
  );
}

/** The timer of the challenge looked at, else the room's. */
function Timer({ challenge, action }: { challenge: CourseChallenge | undefined; action: Action }) {
  const { model, words } = usePanel<"facilitator", "course">();
  const timer = challenge === undefined ? model.timer : challenge.timer;
  const left = useCountdown(timer);
  const whose = { challenge: challenge?.id ?? null };
  if (timer === null || left === null) return <TimerStart whose={whose} action={action} />;
  return (
    <div class="wkf-timer" role="group" aria-label={say(words, "timer")}>
      <span role="timer" aria-label={say(words, "timer.left")} class={left === 0 ? "wkf-time wkf-over" : "wkf-time"}>
        {Math.floor(left / 60)}:{String(left % 60).padStart(2, "0")}
        {left === 0 ? <small>{say(words, "timer.over")}</small> : null}
      </span>
      <button
        type="button"
        class="wkf-button"
        aria-label={say(words, "timer.less.label")}
        onClick={() => void action.act("change_timer", { minutes: -1, ...whose })}
      >
        {say(words, "timer.less")}
      </button>
      <button
        type="button"
        class="wkf-button"
        aria-label={say(words, "timer.more.label")}
        onClick={() => void action.act("change_timer", { minutes: 1, ...whose })}
      >
        {say(words, "timer.more")}
      </button>
      <button type="button" class="wkf-button" onClick={() => void action.act("pause_timer", { paused: !timer.paused, ...whose })}>
        {say(words, timer.paused ? "timer.go-on" : "timer.pause")}
      </button>
      <Quiet onClick={() => void action.act("stop_timer", whose)}>{say(words, "timer.stop")}</Quiet>
    </div>
  );
}

function TimerStart({ whose, action }: { whose: { challenge: string | null }; action: Action }) {
  const { words } = useWords();
  const [minutes, setMinutes] = useState("8");
  const { least, most } = LIMITS.minutes;
  return (
    <form
      class="wkf-timer"
      aria-label={say(words, "timer")}
      onSubmit={(event) => {
        event.preventDefault();
        void action.act("start_timer", { minutes: Math.round(Number(minutes)), ...whose });
      }}
    >
      <label class="wkf-minutes">
        <span class="wk-visually-hidden">{say(words, "timer.length")}</span>
        <input
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          value={minutes}
          onInput={(event) => setMinutes(event.currentTarget.value)}
        />
        <span aria-hidden="true">min</span>
      </label>
      <button type="submit" class="wkf-button">
        {say(words, "timer.start")}
      </button>
    </form>
  );
}

function Ahead({ challenge, action }: { challenge: CourseChallenge | undefined; action: Action }) {
  const { model, words } = usePanel<"facilitator", "course">();
  const [asking, ask] = useState<NextMove | null>(null);
  const ahead = challenge === undefined ? model.next : challenge.next;
  const back = challenge?.back ?? model.back;
  const go = (move: NextMove, readFirst: boolean | null, together = false) => {
    ask(null);
    void carryOut(action, model, move, readFirst, together);
  };
  const press = (move: NextMove) => (move.asks ? ask(move) : go(move, null));
  const also = alsoOpen(model, challenge);
  return (
    <section class="wkf-ahead" aria-label={say(words, "next")}>
      <p class="wk-quiet">{say(words, "next")}</p>
      {ahead === null ? null : (
        <>
          <button type="button" class="wkf-button wkf-next" aria-disabled={action.busy} onClick={() => void (action.busy || press(ahead))}>
            {sayMove(model, words, ahead)} <span aria-hidden="true">→</span>
          </button>
          <dl class="wkf-will">
            <dt>{say(words, "phones")}</dt>
            <dd>{say(words, `phones.${ahead.moment}`)}</dd>
            <dt>{say(words, "screen")}</dt>
            <dd>{say(words, `screen.${ahead.moment}`)}</dd>
          </dl>
        </>
      )}
      {also === null ? null : (
        <Quiet onClick={() => go(also, null, true)}>{say(words, "also", { number: numberOf(model, also.challenge) })}</Quiet>
      )}
      {back === null ? null : (
        <Quiet onClick={() => press(back)}>{say(words, "back", { moment: say(words, `name.${back.moment}`) })}</Quiet>
      )}
      {asking === null ? null : (
        <Question move={asking} challenge={challenge} onYes={(readFirst) => go(asking, readFirst)} onNo={() => ask(null)} />
      )}
    </section>
  );
}

const numberOf = (model: CourseModel, challenge: string | null): number =>
  model.challenges.find((one) => one.id === challenge)?.number ?? 0;

const sayMove = (model: CourseModel, words: Parameters<typeof say>[0], move: NextMove): string =>
  say(words, `next.${move.code}`, { number: numberOf(model, move.challenge) });

/** The next challenge that could be opened beside the one worked on. */
function alsoOpen(model: CourseModel, challenge: CourseChallenge | undefined): NextMove | null {
  if (challenge === undefined || challenge.stage === "unopened" || challenge.stage === "closed") return null;
  const found = model.challenges.find((one) => one.stage === "unopened");
  return found?.next ?? null;
}

async function carryOut(action: Action, model: CourseModel, move: NextMove, readFirst: boolean | null, together: boolean): Promise<void> {
  const { since } = model;
  if (move.challenge !== null && move.stage !== null)
    await action.act("move_challenge_on", { challenge: move.challenge, stage: move.stage, since, together, read_first: readFirst });
  else if (move.code === "turn" && move.challenge !== null) await action.act("turn_to", { challenge: move.challenge, since });
  else if (move.phase !== null) await action.act("move_room", { phase: move.phase, since, read_first: readFirst });
}

/** The question before something is shown, hidden or cut short. */
function Question(props: {
  move: NextMove;
  challenge: CourseChallenge | undefined;
  onYes: (readFirst: boolean | null) => void;
  onNo: () => void;
}) {
  const { model, words, lang } = usePanel<"facilitator", "course">();
  const { move, challenge } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [readFirst, setReadFirst] = useState(model.read_first);
  const shows = move.shows.some((what) => what !== "results");
  useEffect(() => dialog.current?.showModal(), []);
  const silent = challenge === undefined ? 0 : model.people - challenge.wrote;
  return (
    <dialog ref={dialog} class="wkf-question" aria-label={sayMove(model, words, move)} onCancel={props.onNo}>
      <h2>{sayMove(model, words, move)}</h2>
      {move.shows.map((what) => (
        <p key={what}>{say(words, `ask.${what}`)}</p>
      ))}
      {move.hides && move.shows.length === 0 ? <p>{say(words, "ask.hides")}</p> : null}
      {move.ends_timer ? <p>{say(words, "ask.ends-timer")}</p> : null}
      {move.code === "open-reveal" && silent > 0 ? <p>{sayMany(words, lang, "ask.writing", silent)}</p> : null}
      {shows ? (
        <fieldset class="wkf-choice">
          <legend>{say(words, "ask.screen")}</legend>
          {([true, false] as const).map((first) => (
            <label key={String(first)}>
              <input type="radio" name="read-first" checked={readFirst === first} onChange={() => setReadFirst(first)} />
              {say(words, first ? "ask.read-first" : "ask.together")}
            </label>
          ))}
        </fieldset>
      ) : null}
      <div class="wk-stack-tight">
        <button type="button" class="wkf-button wkf-next" onClick={() => props.onYes(shows ? readFirst : null)}>
          {sayMove(model, words, move)}
        </button>
        <button type="button" class="wkf-button" onClick={props.onNo}>
          {say(words, "ask.no")}
        </button>
      </div>
      <p class="wk-quiet">{say(words, "ask.undo")}</p>
    </dialog>
  );
}

/** The last move, for as long as it can be taken back. */
function Undo({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "course">();
  const { undo } = model;
  const left = useLeft(undo?.move ?? null, undo?.left ?? 0);
  if (undo === null || left <= 0) return null;
  const moment = say(words, `name.${undo.moment}`);
  return (
    <div class="wkf-undo" role="status">
      <span>
        {undo.challenge === null
          ? say(words, "undo.done", { moment })
          : say(words, "undo.done.challenge", { number: undo.challenge, moment })}
      </span>
      <button type="button" class="wkf-button" onClick={() => void action.act("take_back", { move: undo.move })}>
        {say(words, "undo", { seconds: left })}
      </button>
    </div>
  );
}

/** Seconds that are left of a time that began when it was first seen here. */
function useLeft(what: string | null, milliseconds: number): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (what === null) return setLeft(0);
    const end = Date.now() + milliseconds;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    const clock = setInterval(tick, 250);
    return () => clearInterval(clock);
  }, [what]);
  return left;
}
