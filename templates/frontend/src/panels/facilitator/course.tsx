/** What is done now and what comes next: what to say, for how long, and one big button that says what it will do. */
import type { Ref } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { CourseChallenge, CourseModel, Done, Moment, NextMove, Undo } from "../../contract";
import type { Acknowledgement } from "../kit/outbox";
import { say, sayMany, usePanel, type Words } from "../kit/panel";
import { Again, isWorkedOn } from "./again";
import { Told, Quiet, useAction, type Action } from "./action";
import { openCosts, readHeld } from "./asking";
import { hasSection, readSection, type Section } from "./guide";
import { useLooking } from "./looking";
import { More } from "./more";
import { numberOf, Question, sayMove, Will, type Asked } from "./question";
import { useRoomBeside } from "./width";
import { TimeBlock } from "./time_block";
import { isMine, keepMine, Others, UndoBar, useLeft, useRoomBelow, useUnderway } from "./undo";

export function CoursePanel() {
  const { model, words } = usePanel<"facilitator", "course">();
  const action = useAction("", keepMine);
  const looking = useLooking(model.challenge);
  const beside = useRoomBeside();
  const challenge = model.phase === "work" ? model.challenges.find((one) => one.id === looking.at) : undefined;
  useTop(`${challenge?.id ?? ""}:${momentOf(model, challenge)}:${model.since}`);
  if (model.challenges.length === 0) return <p class="wkf-empty">{say(words, "none")}</p>;
  const ahead = <Ahead key="ahead" challenge={challenge} action={action} />;
  return (
    <div class="wkf-course">
      <Now challenge={challenge} />
      {beside ? null : ahead}
      <TimeBlock challenge={challenge} action={action} />
      {isLeft(model, challenge) ? null : <Guide moment={guideOf(model, challenge)} minutes={minutesOf(model, challenge)} />}
      {beside ? ahead : null}
      <TakeBack action={action} />
    </div>
  );
}

/** After a move, or at another challenge, the guide is read from its beginning: how far it was scrolled says nothing of what is new. */
function useTop(what: string): void {
  useEffect(() => {
    const guide = document.querySelector(".page-guide");
    if (guide !== null) guide.scrollTop = 0;
  }, [what]);
}

/** What is done at the challenge looked at, else in the room; of one that is not open yet, what it begins with. */
function momentOf(model: CourseModel, challenge: CourseChallenge | undefined): Moment {
  if (challenge === undefined) return model.moment;
  if (challenge.stage === "unopened") return "writing";
  return challenge.stage === "closed" ? "choice" : challenge.stage;
}

/**
 * Which section of the guide tells it: a plan that votes twice has a discussion and a second vote of its own, which
 * begins empty as no later one does, and the results of each kind of vote are told in their own way. At each turn of a
 * world café after the first people stand up.
 */
function guideOf(model: CourseModel, challenge: CourseChallenge | undefined): string {
  const step = challenge?.stage === "vote" || challenge?.stage === "results" ? challenge.step : null;
  const own = step === "discuss" || (step === "vote-again" && challenge?.round === 2) ? step : null;
  if (own !== null && hasSection(own)) return own;
  const moment = momentOf(model, challenge);
  if (moment === "writing" && (challenge?.turn?.number ?? 1) > 1 && hasSection("writing-turn")) return "writing-turn";
  const kind = `${moment}-${challenge?.vote}`;
  return challenge?.stage === "results" && hasSection(kind) ? kind : moment;
}

/** For how many minutes it is planned, until a timer says how long it is. */
function minutesOf(model: CourseModel, challenge: CourseChallenge | undefined): number | null {
  if (momentOf(model, challenge) === "choice") return null;
  const { timer, planned } = challenge ?? model;
  return timer === null ? planned : null;
}

/** Whether a challenge is looked at that the room has left behind: nothing is to be done or said about it. */
const isLeft = (model: CourseModel, challenge: CourseChallenge | undefined): boolean =>
  challenge?.stage === "closed" && challenge.id !== model.challenge;

/** The heading of what is done now, as the guide calls it. */
function Now({ challenge }: { challenge: CourseChallenge | undefined }) {
  const { model, words, lang } = usePanel<"facilitator", "course">();
  const moment = guideOf(model, challenge);
  // A page without this moment tells its own work, and still leads the room on.
  const here = hasSection(moment);
  const section = readSection(moment, lang);
  const title = section?.title ?? say(words, `name.${momentOf(model, challenge)}`);
  const left = isLeft(model, challenge);
  const between = challenge === undefined || challenge.stage === "closed";
  const when = left ? "now.looked" : between ? "now" : challenge.stage === "unopened" ? "now.ahead" : "now.challenge";
  return (
    <div class="wkf-now">
      <p class="wk-quiet">{say(words, here || left || section === null ? when : "now.page", { number: challenge?.number ?? "" })}</p>
      <h2>{left ? say(words, "stage.closed") : title}</h2>
      {challenge?.turn == null ? null : (
        <p class="wkf-turn">
          <b>{say(words, "turn", { number: challenge.turn.number, of: challenge.turn.of })}</b>
        </p>
      )}
    </div>
  );
}

/** The guide of this moment: what to say, the steps, then why. It stands in the notebook; the page holds it hidden. */
function Guide({ moment, minutes }: { moment: string; minutes: number | null }) {
  const { words, lang } = usePanel<"facilitator", "course">();
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
      {minutes === null ? null : (
        <p class="wk-quiet">
          <b>{sayMany(words, lang, "planned", minutes)}</b>
        </p>
      )}
      <Copies key={`${moment}-${lang}-why`} of={section.why} className="wk-quiet" />
    </div>
  );
}

function Copies({ of: pieces, className }: { of: Element[]; className?: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.replaceChildren(...pieces), [pieces]);
  return <div ref={place} class={className} />;
}

/** Ideas held back that their authors corrected: each waits to be given back, or to stay where it is; a press leads there. */
function ToRead() {
  const { model, words, lang } = usePanel<"facilitator", "course">();
  const looking = useLooking(model.challenge);
  const waiting = model.challenges.filter((one) => one.to_read > 0);
  return (
    <div role="status">
      {waiting.map((one) => (
        <button
          key={one.id}
          type="button"
          class="wk-quiet-action wkf-to-read"
          onClick={() => {
            looking.look(one.id);
            readHeld(one.id, lang);
          }}
        >
          {sayMany(words, lang, "to-read", one.to_read, { challenge: one.number })} <span aria-hidden="true">→</span>
        </button>
      ))}
    </div>
  );
}

function Ahead({ challenge, action }: { challenge: CourseChallenge | undefined; action: Action }) {
  const { model, words } = usePanel<"facilitator", "course">();
  const [asking, ask] = useState<Asked | null>(null);
  const looking = useLooking(model.challenge);
  const unmoved = useUnmoved(action, `${model.since} ${looking.at}`);
  const next = useRef<HTMLButtonElement>(null);
  const ahead = challenge === undefined ? model.next : challenge.next;
  const back = challenge?.back ?? (challenge === undefined ? model.back : null);
  const go = async (asked: Asked, readFirst: boolean | null, together = false) => {
    ask(null);
    if (together) next.current?.focus(); // what was pressed is gone with it
    const answer = await carryOut(action, asked, readFirst, together);
    if (answer === null || !answer.ok) return;
    const turned = asked.move.code === "turn";
    if (answer.result?.move == null) unmoved.note(answer, `${model.since} ${turned ? model.challenge : looking.at}`);
    if (turned) looking.look(null); // also where the room was there before
  };
  const press = (move: NextMove) => {
    unmoved.forget();
    const pressed = { move, since: model.since, leaving: challenge?.id };
    if (move.asks) ask(pressed);
    else void go(pressed, null);
  };
  /** Closed by itself a question hands the focus back; what opened it may be gone. */
  const regainFocus = () => {
    if (document.activeElement === document.body) next.current?.focus();
  };
  const also = alsoOpen(model, challenge);
  return (
    <section class="wkf-ahead" aria-label={say(words, "next")}>
      <More />
      <div class="wkf-ahead-top">
        <p class="wk-quiet">{say(words, "next")}</p>
        {back === null ? null : <Quiet onClick={() => press(back)}>{sayMove(model, words, back)}</Quiet>}
        <Again challenge={challenge} onMove={(asked) => void go(asked, null)} onClose={regainFocus} />
      </div>
      {ahead === null ? (
        <p>{say(words, hasSection(model.moment) ? "next.none" : "next.none.elsewhere")}</p>
      ) : (
        <>
          {lacksCosts(challenge, ahead) ? (
            <SayCosts challenge={challenge as CourseChallenge} button={next} />
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
              <Will move={ahead} />
            </>
          )}
          {challenge?.skip == null ? null : (
            <Quiet onClick={() => press(challenge.skip as NextMove)}>
              {say(words, challenge.skip.code === "open-reveal" ? "skip.tables" : "skip")}
            </Quiet>
          )}
        </>
      )}
      <Told action={action} saved={unmoved.told ? say(words, "unmoved") : ""} />
      <ToRead />
      {also === null ? null : (
        <button
          type="button"
          class="wkf-button wkf-also"
          aria-disabled={action.busy}
          onClick={() => void (action.busy || go({ move: also, since: model.since }, null, true))}
        >
          {say(words, "also", { number: numberOf(model, also.challenge) })}
        </button>
      )}
      {challenge === undefined || model.leave === null || isWorkedOn(challenge) ? null : (
        <Quiet onClick={() => press(model.leave as NextMove)}>{say(words, "leave")}</Quiet>
      )}
      {asking === null ? null : (
        <Question
          move={asking.move}
          challenge={challenge}
          onYes={(readFirst) => void go(asking, readFirst)}
          onNo={() => {
            ask(null);
            regainFocus();
          }}
        />
      )}
    </section>
  );
}

/** Whether what comes next is a vote in which nobody could choose anything: a budget whose ideas have no cost. */
const lacksCosts = (challenge: CourseChallenge | undefined, ahead: NextMove): boolean =>
  challenge?.lacks_costs === true && ahead.stage === "vote" && ahead.challenge === challenge.id;

/** Before a budget is voted on its ideas need their costs: that comes first, and the vote after it. */
function SayCosts({ challenge, button }: { challenge: CourseChallenge; button: Ref<HTMLButtonElement> }) {
  const { words, lang } = usePanel<"facilitator", "course">();
  return (
    <>
      <button ref={button} type="button" class="wkf-button wkf-next" onClick={() => openCosts(challenge.id, lang)}>
        {say(words, "costs")} <span aria-hidden="true">→</span>
      </button>
      <p class="wk-quiet">{say(words, "costs.why", { number: challenge.number })}</p>
    </>
  );
}

/** For how long it is said that a press moved nothing. */
const TOLD_FOR = 8_000;

/** That a press moved nothing: said of where it was pressed, until the next act or for a moment, so that no later one is meant. */
function useUnmoved(action: Action, here: string) {
  const [noted, setNoted] = useState<{ answer: Acknowledgement; at: string } | null>(null);
  useEffect(() => {
    if (noted === null) return;
    const over = setTimeout(() => setNoted(null), TOLD_FOR);
    return () => clearTimeout(over);
  }, [noted]);
  return {
    told: noted !== null && noted.answer === action.answer && noted.at === here,
    note: (answer: Acknowledgement, at: string) => setNoted({ answer, at }),
    forget: () => setNoted(null),
  };
}

/** The challenge that could be opened beside those worked on: the one looked at, else the next that is not open yet. */
function alsoOpen(model: CourseModel, challenge: CourseChallenge | undefined): NextMove | null {
  const worked = model.challenges.filter((one) => one.id !== challenge?.id && ["writing", "reveal", "vote"].includes(one.stage));
  if (challenge?.stage === "unopened") return worked.length > 0 ? challenge.next : null;
  if (challenge === undefined || challenge.stage === "closed" || challenge.stage === "results") return null;
  return model.challenges.find((one) => one.stage === "unopened")?.next ?? null;
}

/** Ask for a move as it was when it was pressed: what another page moved since then has it refused. */
async function carryOut(
  action: Action,
  { move, since, leaving }: Asked,
  readFirst: boolean | null,
  together: boolean,
): Promise<Acknowledgement<Done> | null> {
  const { challenge, stage, phase } = move;
  if (move.code === "next-table" && challenge !== null) return await action.act("change_tables", { challenge, since });
  if (challenge !== null && stage !== null)
    return await action.act("move_challenge_on", { challenge, stage, since, together, read_first: readFirst });
  if (move.code === "turn" && challenge !== null) return await action.act("turn_to", { challenge, since, leaving: leaving ?? null });
  return phase === null ? null : await action.act("move_room", { phase, since, read_first: readFirst });
}

/** The last move and the ends of timers since, each for as long as it can be taken back. */
function TakeBack({ action }: { action: Action }) {
  const { model } = usePanel<"facilitator", "course">();
  const undos = model.undo === null ? [] : [model.undo, ...model.earlier];
  return (
    <div class="wkf-undos">
      {undos.map((undo) => (
        <TakeOneBack key={undo.move} undo={undo} action={action} />
      ))}
    </div>
  );
}

function TakeOneBack({ undo, action }: { undo: Undo; action: Action }) {
  const { words } = usePanel<"facilitator", "course">();
  const left = useLeft(undo.move, undo.left);
  const moving = useUnderway() || action.busy;
  useRoomBelow(left > 0);
  if (left === 0) return null;
  const said = sayDone(words, undo);
  const takeBack = () => void action.act("take_back", { move: undo.move });
  if (!isMine(undo.move) && !moving) return <Others said={said} left={left} action={action} onYes={takeBack} />;
  return <UndoBar said={said} left={left} action={action} onPress={takeBack} />;
}

/** What was done last, in words: where the room or a challenge is, or whose timer was ended. */
function sayDone(words: Words, { code, moment, challenge }: Undo): string {
  if (code === "table") return say(words, "undo.table", { number: challenge });
  if (code === "move") return say(words, `undo.at.${moment}`, { number: challenge });
  return challenge === null ? say(words, "undo.timer") : say(words, "undo.timer.challenge", { number: challenge });
}
