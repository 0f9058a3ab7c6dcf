/** Step 5: missions, who takes them and why; what if somebody were elsewhere; what people decided is kept. */
import { useMemo, useRef, useState } from "preact/hooks";
import type { MissionBookModel, MissionChallenge } from "../../contract";
import { Facts, Unbroken } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Told, Quiet, useAction } from "./action";
import { useGrowing } from "./growing";
import { ImportLink } from "./import_link";
import { MissionCard, type Gone } from "./mission_card";
import { MissionForm } from "./mission_form";
import { DeskContext, Legend, Working, type Desk } from "./mission_parts";
import { MissionRule } from "./mission_rule";
import { isMissionShown, NothingFound, Tools, type Looked } from "./mission_tools";
import { listPeople, MissionPeople } from "./mission_people";
import { PlaceSomeone } from "./placing";
import { Trying, WhatIf } from "./whatif";

const ALL = "all";
/** More missions than this are shown one challenge at a time, and folded, unless asked otherwise. */
const AT_ONCE = 8;
const NOTHING: Looked = { view: "mission", text: "", filter: null };

export function MissionsPanel() {
  const { model, words } = usePanel<"facilitator", "missions">();
  const [looked, look] = useState<Looked>(NOTHING);
  const [removed, setRemoved] = useState<Gone[]>([]);
  const trying = useAction(`${model.trial?.number ?? 0}`);
  const title = useRef<HTMLHeadingElement>(null);
  const dragged = useRef<Desk["dragged"]["current"]>(null);
  const titles = useRef(new Map<string, string>());
  titles.current = new Map(model.challenges.flatMap((one) => one.missions.map(({ id, title }) => [id, title])));
  const attempt = trying.act;
  const desk: Desk = useMemo(
    () => ({
      seePerson: (text) => look({ view: "person", text, filter: null }),
      seeMission: (mission) => look({ view: "mission", text: titles.current.get(mission) ?? "", filter: null }),
      attempt: async (asked) => {
        const answer = await attempt("try_change", asked);
        return answer.ok ? "" : (answer.sentence ?? "");
      },
      dragged,
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
        {model.trial === null ? <Trying /> : <WhatIf trial={model.trial} onEnd={() => title.current?.focus({ preventScroll: true })} />}
        <div class="wkf-missions-main">
          <h2 ref={title} tabIndex={-1}>
            {say(words, "title")}
          </h2>
          <Next />
          <Tools looked={looked} onLook={look} shown={shown} />
          {shown === 0 && (looked.text !== "" || looked.filter !== null) ? (
            <NothingFound onClear={() => look({ ...NOTHING, view: looked.view })} />
          ) : null}
          {looked.view === "person" ? (
            <MissionPeople people={people} looked={looked} />
          ) : (
            <Challenges looked={looked} removed={removed} onRemoved={(gone) => setRemoved((before) => [...before, gone])} />
          )}
          <PlaceSomeone />
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
  const [before, setBefore] = useState(solving.proposals);
  const done = solving.proposals > before;
  const propose = async () => {
    setBefore(solving.proposals);
    await action.act("propose_assignments");
  };
  const stop = async () => {
    await action.act("stop_solving");
    button.current?.focus();
  };
  const isNext = !proposed || pending > 0;
  return (
    <div class="wkf-propose">
      {trial === null ? (
        <button
          ref={button}
          type="button"
          class={isNext && places > 0 ? "wk-go" : "wk-go wk-second"}
          disabled={places === 0}
          aria-disabled={action.busy || working}
          onClick={() => (action.busy || working ? undefined : void propose())}
        >
          {say(words, working && solving.what === "propose" ? "proposing" : proposed ? "propose-again" : "propose")}
        </button>
      ) : null}
      <div>
        <p>
          <Facts
            of={[
              <b>{say(words, "summary", { filled: model.filled, places })}</b>,
              model.waiting > 0 && sayMany(words, lang, "waiting", model.waiting),
              model.unassigned.length > 0 && sayMany(words, lang, "alone", model.unassigned.length),
            ]}
          />
        </p>
        <p class="wk-quiet">{sayWhatNext(model, words, lang)}</p>
        {working && solving.what === "propose" ? <Working onStop={() => void stop()} /> : null}
        {action.answer?.ok === false ? <Told action={action} /> : null}
        <p role="status" class={solving.state === "failed" ? "wk-refused" : "wk-saved"}>
          {solving.state === "failed"
            ? solving.sentence
            : solving.state === "stopped"
              ? say(words, "stopped")
              : done && !working && trial === null
                ? say(words, "proposed")
                : ""}
        </p>
        <Unreachable />
      </div>
    </div>
  );
}

function sayWhatNext(model: MissionBookModel, words: ReturnType<typeof useWords>["words"], lang: string): string {
  if (model.places === 0) return say(words, "places-first");
  if (!model.proposed) return say(words, "propose-how");
  if (model.pending === 0) return say(words, "settled");
  return `${sayMany(words, lang, "pending", model.pending)} ${say(words, "propose-how")}`;
}

/** Who has a mission and left no way to be called: to be settled while they are in the room. */
function Unreachable() {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  const names = new Set(
    model.challenges
      .flatMap((one) => one.missions.flatMap((mission) => mission.people.filter((person) => !person.reachable)))
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

interface Removing {
  removed: Gone[];
  onRemoved: (gone: Gone) => void;
}

/** The missions under their challenges: those of one while there are many, all that match while one looks for something. */
function Challenges({ looked, ...removing }: Removing & { looked: Looked }) {
  const { model, words } = usePanel<"facilitator", "missions">();
  const [chosen, choose] = useState<string | null>(null);
  const { challenges } = model;
  const looking = looked.text.trim() !== "" || looked.filter !== null;
  const many = challenges.reduce((sum, one) => sum + one.missions.length, 0) > AT_ONCE;
  const first = challenges.find((one) => one.id === model.current) ?? challenges[0];
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
      {challenges.length > 1 && !looking ? (
        <label class="wkf-show">
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
      {model.filled + model.waiting > 0 ? <p class="wk-quiet wk-small">{say(words, "drag")}</p> : null}
      <div class="wk-stack">
        {parts.map((one) => {
          const missions = one.missions.slice(0, left);
          left -= missions.length;
          return (
            <OneChallenge
              key={one.id}
              challenge={{ ...one, missions }}
              opened={!many || (looking && total <= 3)}
              removed={removing.removed.filter(({ challenge }) => challenge === one.id)}
              onRemoved={removing.onRemoved}
              adds={!looking}
            />
          );
        })}
      </div>
    </>
  );
}

function OneChallenge(props: Removing & { challenge: MissionChallenge; opened: boolean; adds: boolean }) {
  const { words, lang } = useWords();
  const { challenge } = props;
  const [adding, setAdding] = useState(false);
  const label = say(words, "label", { number: challenge.number, stake: challenge.stake });
  return (
    <section class="wk-stack-tight" aria-label={label}>
      <div class="wk-challenge wkf-challenge-line">
        <small>{label}</small>
        <p>
          <Unbroken text={challenge.statement} />
        </p>
      </div>
      <div class="wkf-before" role="status">
        {props.removed.map(({ mission, accepted }) =>
          accepted.length === 0 ? null : (
            <p key={mission} class="wkf-breaks">
              {sayMany(words, lang, "removed-accepted", accepted.length, { mission, names: accepted.join(", ") })}
            </p>
          ),
        )}
      </div>
      {challenge.missions.length === 0 ? (
        <p class="wk-quiet">{say(words, "empty")}</p>
      ) : (
        <>
          <Legend />
          <div class="wkf-mission-list">
            {challenge.missions.map((one) => (
              <MissionCard key={one.id} challenge={challenge.id} mission={one} opened={props.opened} onRemoved={props.onRemoved} />
            ))}
          </div>
        </>
      )}
      {!props.adds ? null : adding ? (
        <MissionForm challenge={challenge.id} onDone={() => setAdding(false)} />
      ) : (
        <p>
          <Quiet label={`${say(words, "add")}, ${label}`} onClick={() => setAdding(true)}>
            {say(words, "add")}
          </Quiet>
        </p>
      )}
    </section>
  );
}
