/** The strip of the day: the form while it is open, the welcome, each challenge with its state in a shape and a word, then what follows by the agenda. */
import type { CourseChallenge, CourseModel, PlannedPhase, Stage } from "../../contract";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { sayTables } from "../kit/tables";
import { useCountdown } from "../kit/timer";
import { sayHour } from "../kit/hours";
import { anchorOf, useLooking } from "./looking";
import { addressOf, pageHere } from "./rooms";
import { TablesButton } from "./tables";

/** The stages of a challenge as marks: how many of five it has gone through. */
const GONE: Record<Stage, number> = { unopened: 0, writing: 1, reveal: 2, vote: 3, results: 4, closed: 5 };
/** The phases that follow the challenges. */
const AFTER = ["scoring", "offer", "missions", "thanks"];

const isBegun = (one: CourseChallenge): boolean => one.stage !== "unopened" && one.stage !== "closed";
/** Whether the room went on without a challenge that was being worked on: nobody is heard there any more. */
const isLeft = ({ phase }: CourseModel, one: CourseChallenge): boolean => isBegun(one) && AFTER.includes(phase);

export function Strip() {
  const { model, words } = usePanel<"facilitator", "header">();
  const { challenges, phases } = model.course;
  const { at } = useLooking(model.course.challenge);
  const looked = pageHere() === "3_ideas" ? at : null;
  if (challenges.length === 0) return null;
  const isOpen = (one: CourseChallenge) => isBegun(one) && !isLeft(model.course, one);
  const together = challenges.filter(isOpen).length > 1;
  const before = phases.filter((one) => one.phase === "welcome" || (one.phase === "form" && model.course.phase === "form"));
  return (
    <div class={together ? "wkf-strip wkf-strip-together" : "wkf-strip"}>
      <Phases phases={before} />
      <ol class="wkf-tabs" aria-label={say(words, "strip")}>
        {runsOf(challenges, together ? isOpen : null).map((run) =>
          run.length > 0 && together && run.every(isOpen) ? (
            <li key={run[0]!.id} class="wkf-together" style={{ flexGrow: growthOf(run, looked) }}>
              <p aria-hidden="true">{say(words, "strip.together")}</p>
              <ol aria-label={say(words, "strip.together")}>
                {run.map((one) => (
                  <Tab key={one.id} one={one} together />
                ))}
              </ol>
            </li>
          ) : (
            run.map((one) => <Tab key={one.id} one={one} together={false} />)
          ),
        )}
      </ol>
      <Phases phases={phases.filter((one) => AFTER.includes(one.phase))} />
    </div>
  );
}

/** How much of the strip a tab takes: the one looked at has room for its sentence. */
const WIDE = 2.1;
const growthOf = (run: CourseChallenge[], looked: string | null): number =>
  run.reduce((sum, one) => sum + (one.id === looked ? WIDE : 1), 0);

/** The challenges in their order; those open together that stand side by side are one run. */
function runsOf(challenges: CourseChallenge[], isOpen: ((one: CourseChallenge) => boolean) | null): CourseChallenge[][] {
  const runs: CourseChallenge[][] = [];
  for (const one of challenges) {
    const last = runs.at(-1);
    if (isOpen !== null && last !== undefined && isOpen(one) && last.every(isOpen)) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** A challenge: pressed, the page looks at it; the room stays where it is. The one looked at says its whole sentence. */
function Tab({ one, together }: { one: CourseChallenge; together: boolean }) {
  const { model, words, lang } = usePanel<"facilitator", "header">();
  const looking = useLooking(model.course.challenge);
  const beside = pageHere() !== "3_ideas";
  const on = !beside && one.id === looking.at;
  const here = one.id === model.course.challenge && model.course.phase === "work";
  const facts = (
    <>
      <span class="wkf-tab-name">
        <b>{on ? say(words, "strip.challenge", { number: one.number }) : `${one.number} ${one.stake}`}</b> {on ? <State one={one} /> : null}
      </span>
      {on ? <span class="wkf-tab-said">{one.statement}</span> : <State one={one} />}
      {on ? null : <Count one={one} />}
      {here ? <span class="wk-visually-hidden">{say(words, "strip.here")}</span> : null}
    </>
  );
  return (
    <li
      class={`wkf-tab ${on ? "wkf-tab-on" : ""} ${here ? "wkf-tab-here" : ""} ${isBegun(one) && !isLeft(model.course, one) ? "wkf-tab-open" : ""}`}
    >
      {beside ? (
        <a class="wkf-tab-go" href={addressOf("3_ideas", lang === model.workshop_language ? null : lang, anchorOf(one.id))}>
          {facts}
        </a>
      ) : (
        <button
          type="button"
          class="wkf-tab-go"
          aria-pressed={on}
          title={on ? one.statement : undefined}
          onClick={() => looking.look(one.id)}
        >
          {facts}
        </button>
      )}
      {together && on ? <TablesButton challenge={one} /> : null}
    </li>
  );
}

function State({ one }: { one: CourseChallenge }) {
  const { words } = useWords();
  const { model } = usePanel<"facilitator", "header">();
  const looked = useLooking(model.course.challenge).at === one.id && pageHere() === "3_ideas";
  return (
    <span class="wkf-state">
      <i aria-hidden="true">
        {Array.from({ length: 5 }, (_, place) => (
          <i key={place} class={place < GONE[one.stage] ? "wkf-gone" : undefined} />
        ))}
      </i>{" "}
      {say(words, isLeft(model.course, one) ? "strip.left-out" : `stage.${one.stage}`)}
      {looked ? (
        <>
          , <Count one={one} />
        </>
      ) : null}
    </span>
  );
}

/** How many were heard, for how long it still lasts, or when it is opened by the agenda. */
function Count({ one }: { one: CourseChallenge }) {
  const { model, words, lang } = usePanel<"facilitator", "header">();
  const left = useCountdown(one.timer);
  const { people } = model.course;
  const facts: string[] = [];
  if (isLeft(model.course, one)) return <small>{sayMany(words, lang, "strip.ideas", one.ideas)}</small>;
  if (one.stage === "writing") facts.push(say(words, "strip.wrote", { number: one.wrote, people }));
  else if (one.stage === "vote") facts.push(sayMany(words, lang, "strip.voted", one.voted, { people }));
  else if (one.stage !== "unopened" || one.at === null) facts.push(sayMany(words, lang, "strip.ideas", one.ideas));
  if (one.stage === "unopened" && one.at !== null) facts.push(say(words, "strip.at", { hour: sayHour(words, one.at) }));
  if (left !== null) facts.push(left === 0 ? say(words, "strip.over") : say(words, "strip.left", { time: sayTime(left) }));
  else if (one.tables !== "" && isBegun(one)) facts.push(sayTables(words, lang, one.tables));
  return <small>{facts.join(", ")}</small>;
}

const sayTime = (left: number): string => `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;

/** Phases of the room, each with its hour or what became of it. */
function Phases({ phases }: { phases: PlannedPhase[] }) {
  const { model, words } = usePanel<"facilitator", "header">();
  const now = model.course.phase;
  const state = (one: PlannedPhase): string => {
    if (one.phase === now) return say(words, "strip.now");
    if (one.state === "done") return say(words, "strip.done");
    return one.at === null ? "" : sayHour(words, one.at);
  };
  return (
    <ul class="wkf-phases">
      {phases.map((one) => (
        <li key={one.phase} class={one.phase === now ? "wkf-phase-now" : undefined}>
          <b>{say(words, `strip.phase.${one.phase}`)}</b> <span>{state(one)}</span>
        </li>
      ))}
    </ul>
  );
}
