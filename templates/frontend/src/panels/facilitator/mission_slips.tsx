/** Slips of missions to print for who reads them on no phone here, and the answers that come back, typed in with a press each. */
import { useEffect, useState } from "preact/hooks";
import type { PaperAnswer, SlipMission, SlipPerson } from "../../contract";
import * as LIMITS from "../../limits";
import { bytesOf, save } from "../kit/saving";
import { say, sayMany, usePanel } from "../kit/panel";
import { Told, useAction } from "./action";
import { useArrival } from "./arrival";
import { Undrawn } from "./undrawn";

/** Where the pages of the room begin that missions on paper lead to. */
export const SLIPS = "#mission-slips";
export const ANSWERS_ON_PAPER = "#paper-answers";

/** What is printed: how many are asked on paper, for whom besides, and the PDF. */
export function PrintSlips() {
  const heading = useArrival(SLIPS);
  const { model, words, lang, send } = usePanel<"facilitator", "voices">();
  const { slips, papers } = model;
  const making = papers.missions;
  const action = useAction();
  const [everyone, widen] = useState(false);
  const [bw, blacken] = useState(false);
  const [asked, setAsked] = useState<number | null>(null);
  const download = async () => {
    const answer = await send("fetch_papers", { kind: "missions" });
    if (answer.ok && answer.result !== undefined)
      save(bytesOf(answer.result.content), "application/pdf", papers.files.missions ?? "missions.pdf");
  };
  useEffect(() => {
    if (asked === null || making.number <= asked) return;
    setAsked(null);
    if (making.state === "ready") void download();
  }, [asked, making.number, making.state]);
  const make = async () => {
    setAsked(making.number);
    const answer = await action.act("make_papers", { kind: "missions", everyone, bw });
    if (!answer.ok) setAsked(null);
  };
  const number = everyone ? slips.waiting : slips.without;
  const working = asked !== null || making.state === "working";
  const refusal = action.answer?.ok === false ? action.answer.sentence : making.state === "failed" && !working ? making.sentence : "";
  const ready = making.state === "ready" && !working;
  return (
    <div class="wkv-form">
      <h3 ref={heading} tabIndex={-1}>
        {say(words, "print.missions")}
      </h3>
      <p class="wk-quiet">{slips.waiting === 0 ? say(words, "print.missions-when") : sayMany(words, lang, "print.missions-for", number)}</p>
      {slips.waiting === 0 ? null : (
        <>
          <label class="wk-check">
            <input type="checkbox" checked={everyone} onChange={(event) => widen(event.currentTarget.checked)} />
            <span>{say(words, "print.missions-everyone")}</span>
          </label>
          <label class="wk-check">
            <input type="checkbox" checked={bw} onChange={(event) => blacken(event.currentTarget.checked)} />
            <span>{say(words, "print.bw")}</span>
          </label>
          <button
            type="button"
            class="wkf-button"
            aria-disabled={working || number === 0}
            onClick={() => (working || number === 0 ? undefined : void make())}
          >
            {say(words, making.state === "ready" ? "print.again" : "print.go")}
          </button>
        </>
      )}
      <p role="status" class={ready ? "wk-saved" : "wk-quiet"}>
        {working && making.doing !== undefined ? say(words, "print.working", { doing: making.doing }) : ""}
        {ready ? say(words, "print.ready", { size: making.size }) : ""}
      </p>
      <Undrawn making={making} working={working} />
      {refusal ? (
        <p role="alert" class="wk-refused">
          {refusal}
        </p>
      ) : null}
      {working ? (
        <button type="button" class="wk-quiet-action" onClick={() => void send("cancel_papers", { kind: "missions" })}>
          {say(words, "cancel")}
        </button>
      ) : null}
      {ready ? (
        <button type="button" class="wk-quiet-action" onClick={() => void download()}>
          {say(words, "print.download")}
        </button>
      ) : null}
    </div>
  );
}

/** The answers on paper: a name is looked for, and each mission has four buttons. */
export function PaperAnswers() {
  const summary = useArrival<HTMLElement>(ANSWERS_ON_PAPER);
  const { model, words, lang } = usePanel<"facilitator", "voices">();
  const [wanted, look] = useState("");
  const { people, waiting, withdrawn } = model.slips;
  if (people.length + withdrawn.length === 0 || !["missions", "thanks"].includes(model.phase)) return null;
  const folded = fold(wanted);
  const found = people.filter((one) => (folded === "" ? one.missions.some(waits) : fold(one.name).includes(folded)));
  return (
    <details class="wk-card wkv-fold">
      <summary ref={summary}>
        {`${say(words, "slips.title")}\u00a0`}
        <span class="wk-badge">{sayMany(words, lang, "slips.waiting", waiting)}</span>
      </summary>
      <p class="wk-quiet">{say(words, "slips.lead")}</p>
      <label class="wk-field">
        <b>{say(words, "slips.who")}</b>
        <input type="search" value={wanted} onInput={(event) => look(event.currentTarget.value)} />
      </label>
      <p role="status" class="wk-quiet">
        {found.length === 0
          ? say(words, folded === "" ? "slips.all-answered" : "slips.nobody")
          : sayMany(words, lang, "slips.found", found.length)}
      </p>
      <ul class="wkv-missions">
        {found.slice(0, SHOWN_AT_MOST).map((one) => (
          <Person key={one.id} person={one} />
        ))}
      </ul>
      {found.length > SHOWN_AT_MOST ? <p class="wk-quiet">{say(words, "slips.more")}</p> : null}
      {withdrawn.length > 0 ? (
        <ul class="wk-quiet">
          {withdrawn.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}

/** More people than these are found by their name. */
const SHOWN_AT_MOST = 12;

const waits = (mission: SlipMission): boolean => mission.status === "proposed" || mission.status === "later";
const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

function Person({ person }: { person: SlipPerson }) {
  const { words } = usePanel<"facilitator", "voices">();
  return (
    <li>
      <p>
        <b>{person.name}</b> {person.here ? <span class="wk-quiet">{say(words, "slips.here")}</span> : null}
      </p>
      {person.missions.map((mission) => (
        <Answer key={mission.id} person={person} mission={mission} />
      ))}
    </li>
  );
}

const ANSWERS: readonly PaperAnswer[] = ["yes", "another", "no", "later"];
const given = (mission: SlipMission): PaperAnswer | null => {
  if (mission.status === "accepted") return "yes";
  if (mission.status === "declined") return mission.another ? "another" : "no";
  return mission.status === "later" ? "later" : null;
};

function Answer({ person, mission }: { person: SlipPerson; mission: SlipMission }) {
  const { words } = usePanel<"facilitator", "voices">();
  const action = useAction();
  const [said, write] = useState(mission.said);
  const now = given(mission);
  const type = (answer: PaperAnswer) =>
    void action.act("type_answer", {
      participant: person.id,
      mission: mission.id,
      answer,
      said: answer === "no" || answer === "another" ? said : "",
    });
  return (
    <div class="wk-stack-tight" role="group" aria-label={`${person.name} – ${mission.title}`}>
      <p>{mission.title}</p>
      <div class="wk-row">
        {ANSWERS.map((answer) => (
          <button key={answer} type="button" class="wk-go wk-second wkv-small" aria-pressed={now === answer} onClick={() => type(answer)}>
            {now === answer ? "✓ " : ""}
            {say(words, `slips.${answer}`)}
          </button>
        ))}
        <label class="wk-field">
          <span class="wk-visually-hidden">{say(words, "slips.because")}</span>
          <input
            type="text"
            placeholder={say(words, "slips.because")}
            maxLength={LIMITS.refusal_said.longest}
            value={said}
            onInput={(event) => write(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") type("no");
            }}
          />
        </label>
      </div>
      {mission.trace === "" ? null : <p class="wk-quiet">{mission.trace}</p>}
      <Told action={action} />
    </div>
  );
}
