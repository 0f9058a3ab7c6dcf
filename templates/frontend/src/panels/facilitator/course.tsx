/** What is done now and what comes next: what to say, for how long, and one big button that says what it will do. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CourseChallenge, CourseModel, Moment, NextMove } from "../../contract";
import { say, sayMany, usePanel, type Words } from "../kit/panel";
import { Told, Quiet, useAction, type Action } from "./action";
import { hasSection, readSection, type Section } from "./guide";
import { useLooking } from "./looking";
import { useRoomBeside } from "./width";
import { TimeBlock } from "./time_block";
import { UndoBar, useLeft } from "./undo";

export function CoursePanel() {
  const { model, words } = usePanel<"facilitator", "course">();
  const action = useAction();
  const looking = useLooking(model.challenge);
  const beside = useRoomBeside();
  const challenge = model.phase === "work" ? model.challenges.find((one) => one.id === looking.at) : undefined;
  if (model.challenges.length === 0) return <p class="wkf-empty">{say(words, "none")}</p>;
  const ahead = <Ahead key="ahead" challenge={challenge} action={action} />;
  return (
    <div class="wkf-course">
      <Now challenge={challenge} />
      {beside ? null : ahead}
      <TimeBlock challenge={challenge} action={action} />
      {isLeft(model, challenge) ? null : <Guide moment={momentOf(model, challenge)} />}
      {beside ? ahead : null}
      <Undo action={action} />
    </div>
  );
}

/** What is done at the challenge looked at, else in the room; of one that is not open yet, what it begins with. */
function momentOf(model: CourseModel, challenge: CourseChallenge | undefined): Moment {
  if (challenge === undefined) return model.moment;
  if (challenge.stage === "unopened") return "writing";
  return challenge.stage === "closed" ? "choice" : challenge.stage;
}

/** Whether a challenge is looked at that the room has left behind: nothing is to be done or said about it. */
const isLeft = (model: CourseModel, challenge: CourseChallenge | undefined): boolean =>
  challenge?.stage === "closed" && challenge.id !== model.challenge;

/** The heading of what is done now, as the guide calls it. */
function Now({ challenge }: { challenge: CourseChallenge | undefined }) {
  const { model, words, lang } = usePanel<"facilitator", "course">();
  const moment = momentOf(model, challenge);
  // A page without this moment tells its own work, and still leads the room on.
  const here = hasSection(moment);
  const title = readSection(moment, lang)?.title ?? say(words, `name.${moment}`);
  const left = isLeft(model, challenge);
  const between = challenge === undefined || challenge.stage === "closed";
  const when = left ? "now.looked" : between ? "now" : challenge.stage === "unopened" ? "now.ahead" : "now.challenge";
  return (
    <div class="wkf-now">
      <p class="wk-quiet">{say(words, here || left ? when : "now.page", { number: challenge?.number ?? "" })}</p>
      <h2>{left ? say(words, "stage.closed") : title}</h2>
    </div>
  );
}

/** The guide of this moment: what to say, the steps, then why. It stands in the notebook; the page holds it hidden. */
function Guide({ moment }: { moment: Moment }) {
  const { lang } = usePanel<"facilitator", "course">();
  const [section, setSection] = useState<Section | null>(null);
  useEffect(() => {
    setSection(readSection(moment, lang));
    document.querySelector(".page-guide")?.classList.add("page-led");
  }, [moment, lang]);
  if (section === null) return null;
  return (
    <div class="wkf-guide">
      {section.said === "" ? null : (
        <p class="page-said">
          <b>{section.announced}</b> {section.said}
        </p>
      )}
      <Copies key={`${moment}-${lang}-steps`} of={section.steps} />
      <Copies key={`${moment}-${lang}-why`} of={section.why} className="wk-quiet" />
    </div>
  );
}

function Copies({ of: pieces, className }: { of: Element[]; className?: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.replaceChildren(...pieces), [pieces]);
  return <div ref={place} class={className} />;
}

/** Ideas held back that their authors corrected: each waits to be given back, or to stay where it is. */
function ToRead() {
  const { model, words, lang } = usePanel<"facilitator", "course">();
  const waiting = model.challenges.filter((one) => one.to_read > 0);
  return (
    <div role="status">
      {waiting.map((one) => (
        <p key={one.id} class="wkf-to-read">
          {sayMany(words, lang, "to-read", one.to_read, { challenge: one.number })}
        </p>
      ))}
    </div>
  );
}

function Ahead({ challenge, action }: { challenge: CourseChallenge | undefined; action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "course">();
  const [asking, ask] = useState<NextMove | null>(null);
  const next = useRef<HTMLButtonElement>(null);
  const ahead = challenge === undefined ? model.next : challenge.next;
  const back = challenge?.back ?? (challenge === undefined ? model.back : null);
  const go = (move: NextMove, readFirst: boolean | null, together = false) => {
    ask(null);
    if (together) next.current?.focus(); // what was pressed is gone with it
    void carryOut(action, model, move, readFirst, together);
  };
  const press = (move: NextMove) => (move.asks ? ask(move) : go(move, null));
  const also = alsoOpen(model, challenge);
  return (
    <section class="wkf-ahead" aria-label={say(words, "next")}>
      <div class="wkf-ahead-top">
        <p class="wk-quiet">{say(words, "next")}</p>
        {back === null ? null : (
          <Quiet onClick={() => press(back)}>{say(words, "back", { moment: say(words, `name.${back.moment}`) })}</Quiet>
        )}
      </div>
      {ahead === null ? (
        <p>{say(words, "next.none")}</p>
      ) : (
        <>
          <button
            ref={next}
            type="button"
            class="wkf-button wkf-next"
            aria-disabled={action.busy}
            onClick={() => void (action.busy || press(ahead))}
          >
            {sayMove(model, words, ahead)} <span aria-hidden="true">→</span>
          </button>
          <dl class="wkf-will">
            <dt>{say(words, "phones")}</dt>
            <dd>{sayPhones(words, lang, ahead)}</dd>
            <dt>{say(words, "screen")}</dt>
            <dd>{say(words, waitsForScreen(model, ahead) ? `screen.${ahead.moment}.waits` : `screen.${ahead.moment}`)}</dd>
          </dl>
        </>
      )}
      <Told action={action} saved="" />
      <ToRead />
      {also === null ? null : (
        <button
          type="button"
          class="wkf-button wkf-also"
          aria-disabled={action.busy}
          onClick={() => void (action.busy || go(also, null, true))}
        >
          {say(words, "also", { number: numberOf(model, also.challenge) })}
        </button>
      )}
      {challenge === undefined || model.leave === null || isWorkedOn(challenge) ? null : (
        <Quiet onClick={() => press(model.leave as NextMove)}>{say(words, "leave")}</Quiet>
      )}
      {asking === null ? null : (
        <Question move={asking} challenge={challenge} onYes={(readFirst) => go(asking, readFirst)} onNo={() => ask(null)} />
      )}
    </section>
  );
}

/** Whether people are in the middle of a challenge: then nothing else is offered than to go on with it. */
const isWorkedOn = (challenge: CourseChallenge): boolean => ["writing", "reveal", "vote"].includes(challenge.stage);

/** What phones will show: where the room goes, and what was still covered of the results that are closed. */
function sayPhones(words: Words, lang: string, move: NextMove): string {
  const what = say(words, `phones.${move.moment}`);
  return move.covered === 0 ? what : sayMany(words, lang, "phones.covered", move.covered, { what });
}

/** Whether what a move reveals reaches the screen at a press of its own. */
const waitsForScreen = (model: CourseModel, move: NextMove): boolean =>
  model.read_first && ["reveal", "missions"].includes(move.moment) && move.shows.some((what) => what !== "results");

const numberOf = (model: CourseModel, challenge: string | null): number =>
  model.challenges.find((one) => one.id === challenge)?.number ?? 0;

const sayMove = (model: CourseModel, words: Words, move: NextMove): string =>
  say(words, `next.${move.code}`, { number: numberOf(model, move.challenge) });

/** The challenge that could be opened beside those worked on: the one looked at, else the next that is not open yet. */
function alsoOpen(model: CourseModel, challenge: CourseChallenge | undefined): NextMove | null {
  const worked = model.challenges.filter((one) => one.id !== challenge?.id && ["writing", "reveal", "vote"].includes(one.stage));
  if (challenge?.stage === "unopened") return worked.length > 0 ? challenge.next : null;
  if (challenge === undefined || challenge.stage === "closed" || challenge.stage === "results") return null;
  return model.challenges.find((one) => one.stage === "unopened")?.next ?? null;
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
  /** Closed by itself the dialog hands the focus back to what opened it. */
  const close = () => dialog.current?.close();
  const silent = challenge === undefined ? 0 : model.people - challenge.wrote;
  return (
    <dialog ref={dialog} class="wkf-question" aria-label={sayMove(model, words, move)} onClose={props.onNo}>
      <h2>{sayMove(model, words, move)}</h2>
      {move.shows.map((what) => (what === "results" && move.stage !== "results" ? null : <p key={what}>{say(words, `ask.${what}`)}</p>))}
      {move.covered > 0 ? <p>{sayMany(words, lang, "ask.covered", move.covered)}</p> : null}
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
        <button
          type="button"
          class="wkf-button wkf-next"
          onClick={() => {
            close();
            props.onYes(shows ? readFirst : null);
          }}
        >
          {sayMove(model, words, move)}
        </button>
        <button type="button" class="wkf-button" onClick={close}>
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
  const shown = undo !== null && left > 0;
  useEffect(() => {
    document.documentElement.classList.toggle("page-undoing", shown); // what is under the bar makes room for it
    return () => document.documentElement.classList.remove("page-undoing");
  }, [shown]);
  if (!shown) return null;
  const moment = say(words, `name.${undo.moment}`);
  const { challenge: number } = undo;
  const said = number === null ? say(words, "undo.done", { moment }) : say(words, "undo.done.challenge", { number, moment });
  return <UndoBar said={said} left={left} action={action} onPress={() => void action.act("take_back", { move: undo.move })} />;
}
