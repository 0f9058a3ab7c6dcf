/** Step 5: missions, who takes them and why; what if somebody were elsewhere; what people decided is kept. */
import { Fragment } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { MissionBookModel, MissionChallenge } from "../../contract";
import { Facts, Said, Unbroken } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Told, Quiet, useAction } from "./action";
import { useGrowing } from "./growing";
import { ImportLink } from "./import_link";
import { MissionCard } from "./mission_card";
import { isBegun, MissionForm } from "./mission_form";
import { DeskContext, Legend, useDesk, Working, type Desk } from "./mission_parts";
import { Removed } from "./mission_removed";
import { MissionRule } from "./mission_rule";
import { isMissionShown, isNamedOn, NothingFound, Steps, Tools, type Looked } from "./mission_tools";
import { listPeople, MissionPeople } from "./mission_people";
import { ANSWERS_ON_PAPER, SLIPS } from "./mission_slips";
import { PlaceSomeone } from "./placing";
import { addressOf } from "./rooms";
import { Trying, useFocusAfter, WhatIf } from "./whatif";

const ALL = "all";
/** More missions than this are shown one challenge at a time, and folded, unless asked otherwise. */
const AT_ONCE = 8;
const NOTHING: Looked = { view: "mission", text: "", filter: null };

export function MissionsPanel() {
  const { model, words } = usePanel<"facilitator", "missions">();
  const [looked, look] = useState<Looked>(NOTHING);
  const trying = useAction(`${model.trial?.number ?? 0}`);
  const page = useRef<HTMLDivElement>(null);
  useFocusAfter(model, page);
  const dragged = useRef<Desk["dragged"]["current"]>(null);
  const removing = useRef<string | null>(null);
  const titles = useRef(new Map<string, string>());
  titles.current = new Map(model.challenges.flatMap((one) => one.missions.map(({ id, title }) => [id, title])));
  const attempt = trying.act;
  const desk: Desk = useMemo(
    () => ({
      seePerson: (text) => look({ view: "person", text, filter: null }),
      seeMission: (mission) => look({ view: "mission", text: titles.current.get(mission) ?? "", filter: null }),
      seeFilter: (filter) => look({ view: "mission", text: "", filter }),
      attempt: async (asked) => {
        const answer = await attempt("try_change", asked);
        return answer.ok ? "" : (answer.sentence ?? "");
      },
      dragged,
      removing,
    }),
    [attempt],
  );
  if (model.challenges.length === 0) return <p class="wk-card">{say(words, "none")}</p>;
  const people = listPeople(model, looked);
  const missions = model.challenges.flatMap((one) => one.missions).filter((one) => isMissionShown(model, one, looked));
  const shown = looked.view === "person" ? people.length : missions.length;
  return (
    <DeskContext.Provider value={desk}>
      <section class="wkf-page wkf-page-tight wkf-missions">
        {model.trial === null ? <Trying /> : <WhatIf trial={model.trial} />}
        <div class="wkf-missions-main" ref={page}>
          <h2 tabIndex={-1}>{say(words, "title")}</h2>
          <Next />
          <Tools looked={looked} onLook={look} shown={shown} />
          {shown === 0 && (looked.text !== "" || looked.filter !== null) ? (
            <NothingFound onClear={() => look({ ...NOTHING, view: looked.view })} />
          ) : null}
          {looked.view === "person" ? <MissionPeople people={people} looked={looked} /> : <Challenges looked={looked} />}
          <PlaceSomeone />
          <OnPaper />
          <MissionRule />
          <ImportLink kind="missions" />
        </div>
      </section>
    </DeskContext.Provider>
  );
}

/** The one next action, and how it stands in one line. */
function Next() {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  const action = useAction(`${model.solving.state}`);
  const button = useRef<HTMLButtonElement>(null);
  const { solving, trial, proposed, places, pending } = model;
  const working = solving.state === "working";
  const stop = async () => {
    await action.act("stop_solving");
    button.current?.focus();
  };
  const isNext = !proposed || pending > 0;
  const said = sayDone(model, words);
  return (
    <div class="wkf-next-action">
      <p>
        <Facts
          of={[
            <b>{say(words, "summary", { filled: model.filled, places })}</b>,
            model.waiting > 0 && sayMany(words, lang, "waiting", model.waiting),
            model.unassigned.length > 0 && sayMany(words, lang, "alone", model.unassigned.length),
          ]}
        />
      </p>
      <div class="wkf-propose wkf-propose-row">
        {trial === null ? (
          <button
            ref={button}
            type="button"
            class={isNext && places > 0 ? "wk-go" : "wk-go wk-second"}
            disabled={places === 0}
            aria-disabled={action.busy || working}
            onClick={() => (action.busy || working ? undefined : void action.act("propose_assignments"))}
          >
            {say(words, working && solving.what === "propose" ? "proposing" : proposed ? "propose-again" : "propose")}
          </button>
        ) : null}
        <Steps />
      </div>
      {working && solving.what === "propose" ? <Working onStop={() => void stop()} /> : null}
      {action.answer?.ok === false ? <Told action={action} /> : null}
      <p role="status" class={solving.state === "failed" ? "wk-refused" : "wk-saved"}>
        {said}
      </p>
      {said === "" || pending > 0 ? <p class="wk-quiet">{sayWhatNext(model, words, lang)}</p> : null}
      <Lonely />
      <Unreachable />
    </div>
  );
}

function sayDone({ solving, trial }: MissionBookModel, words: ReturnType<typeof useWords>["words"]): string {
  if (solving.state === "failed") return solving.sentence;
  if (solving.state === "stopped") return say(words, "stopped");
  return trial === null && solving.state === "none" ? solving.written : "";
}

function sayWhatNext(model: MissionBookModel, words: ReturnType<typeof useWords>["words"], lang: string): string {
  if (model.places === 0) return say(words, "places-first");
  if (!model.proposed) return say(words, "propose-how");
  if (model.pending === 0) return say(words, "settled");
  return `${sayMany(words, lang, "pending", model.pending)} ${say(words, "propose-how")}`;
}

/** Who begins and has nobody to go with any more, and what there is to do about it. */
function Lonely() {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  const desk = useDesk();
  const { lonely } = model;
  if (lonely.length === 0) return null;
  const found = lonely.filter((one) => one.found).length;
  const names = lonely.map((one) => say(words, "lonely.name", { pseudonym: one.pseudonym, mission: one.mission.title })).join(", ");
  return (
    <p class="wkf-unfilled">
      {sayMany(words, lang, "lonely", lonely.length, { names })}{" "}
      {found > 0 ? sayMany(words, lang, "lonely.found", found) : say(words, "lonely.none")}{" "}
      <button type="button" class="wk-quiet-action wkf-inline" onClick={() => desk.seeFilter("lonely")}>
        {say(words, "filter.lonely", { number: lonely.length })}
      </button>
    </p>
  );
}

/** Who said yes to a mission and left no way to be called, which is asked after a yes: to be settled while they are in the room. */
function Unreachable() {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  const names = new Set(
    model.challenges
      .flatMap((one) =>
        one.missions.flatMap((mission) => mission.people.filter((person) => person.status === "accepted" && !person.reachable)),
      )
      .map((one) => one.pseudonym),
  );
  if (names.size === 0) return null;
  const sentence = sayMany(words, lang, "unreachable-people", names.size, { names: [...names].join(", ") });
  if (names.size <= AT_ONCE) return <p class="wkf-unfilled">{sentence}</p>;
  return (
    <details class="wkf-fold wkf-fold-tight wkf-unfilled">
      <summary>{sayMany(words, lang, "unreachable-some", names.size)}</summary>
      <p>{[...names].join(", ")}</p>
    </details>
  );
}

/** The way to the slips of those who read their mission on no phone, and to their answers. */
function OnPaper() {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  if (model.filled + model.waiting === 0) return null;
  return (
    <p>
      {say(words, "on-paper")}{" "}
      <a class="wkf-import-link" href={addressOf("room", lang, SLIPS)}>
        {say(words, "on-paper.print")}
      </a>
      {", "}
      <a class="wkf-import-link" href={addressOf("room", lang, ANSWERS_ON_PAPER)}>
        {say(words, "on-paper.answers")}
      </a>
    </p>
  );
}

/** The missions under their challenges: those of one while there are many, all that match while one looks for something. */
function Challenges({ looked }: { looked: Looked }) {
  const { model, words } = usePanel<"facilitator", "missions">();
  const [chosen, choose] = useState<string | null>(null);
  const { challenges } = model;
  const looking = looked.text.trim() !== "" || looked.filter !== null;
  const many = challenges.reduce((sum, one) => sum + one.missions.length, 0) > AT_ONCE;
  const [begun] = useState(() => challenges.find((one) => isBegun(one.id))?.id); // what one was typing is found again at once
  const first = challenges.find((one) => one.id === (begun ?? model.current)) ?? challenges[0];
  const known = chosen === ALL || challenges.some((one) => one.id === chosen);
  const shown = looking ? ALL : known ? chosen : many ? (first?.id ?? ALL) : ALL;
  const parts = challenges
    .filter((one) => shown === ALL || one.id === shown)
    .map((one) => ({ ...one, missions: one.missions.filter((mission) => isMissionShown(model, mission, looked)) }))
    .filter((one) => !looking || one.missions.length > 0);
  const total = parts.reduce((sum, one) => sum + one.missions.length, 0);
  const drawn = useGrowing(total, `${shown} ${looked.text} ${looked.filter}`);
  let left = drawn;
  return (
    <>
      <div class="wkf-show">
        {challenges.length > 1 && !looking ? (
          <label>
            <span>{say(words, "show")}</span>
            <select value={shown ?? ALL} onChange={(event) => choose(event.currentTarget.value)}>
              {challenges.map((one) => (
                <option key={one.id} value={one.id}>
                  {`${one.number}\u00a0·\u00a0${one.stake}`}
                </option>
              ))}
              <option value={ALL}>{say(words, "all")}</option>
            </select>
          </label>
        ) : null}
        {total > 0 ? <Legend /> : null}
      </div>
      <div class="wk-stack">
        {parts.map((one) => {
          const missions = one.missions.slice(0, left);
          left -= missions.length;
          return (
            <OneChallenge
              key={one.id}
              challenge={{ ...one, missions }}
              opened={!many || (looking && total <= 3)}
              text={looked.text}
              adds={!looking}
            />
          );
        })}
      </div>
      {model.filled + model.waiting > 0 ? <p class="wk-quiet wk-small">{say(words, "drag")}</p> : null}
    </>
  );
}

function OneChallenge(props: { challenge: MissionChallenge; opened: boolean; text: string; adds: boolean }) {
  const { words } = useWords();
  const { challenge } = props;
  const [adding, setAdding] = useState(() => isBegun(challenge.id));
  const [added, setAdded] = useState("");
  const label = say(words, "label", { number: challenge.number, stake: challenge.stake });
  const fresh = challenge.missions.find((one) => one.id === added);
  const section = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const left = useRef(false);
  useLayoutEffect(() => {
    if (!adding && left.current) opener.current?.focus();
    left.current = false;
  }, [adding]);
  useLayoutEffect(() => {
    if (fresh !== undefined) section.current?.querySelector<HTMLElement>(`[data-mission="${fresh.id}"]`)?.focus();
  }, [fresh?.id]);
  return (
    <section ref={section} class="wk-stack-tight" aria-label={label}>
      <div class="wk-challenge wkf-challenge-line">
        <small>{label}</small>
        <p>
          <Unbroken text={challenge.statement} />
        </p>
      </div>
      <Removed challenge={challenge.id} after="" here={challenge.missions} />
      {challenge.missions.length === 0 ? (
        <p class="wk-quiet">{say(words, "empty")}</p>
      ) : (
        <div class="wkf-mission-list">
          {challenge.missions.map((one) => (
            <Fragment key={one.id}>
              <MissionCard challenge={challenge.id} mission={one} opened={props.opened || isNamedOn(one, props.text)} />
              <Removed challenge={challenge.id} after={one.id} here={challenge.missions} />
            </Fragment>
          ))}
        </div>
      )}
      <Said good>{fresh === undefined ? "" : say(words, "added", { mission: fresh.title })}</Said>
      {!props.adds ? null : adding ? (
        <MissionForm
          challenge={challenge.id}
          onDone={(saved = "") => {
            left.current = saved === "";
            setAdding(false);
            setAdded(saved);
          }}
        />
      ) : (
        <p>
          <Quiet
            button={opener}
            label={`${say(words, "add")}, ${label}`}
            onClick={() => {
              setAdded("");
              setAdding(true);
            }}
          >
            {say(words, "add")}
          </Quiet>
        </p>
      )}
    </section>
  );
}
