/** The missions proposed to me, one at a time: what, when, with whom, why me, and my answer. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { MissionModel, OwnMission } from "../../contract";
import { ChallengeFrame, Go, Unbroken } from "../kit/components";
import { say, usePanel, useWords } from "../kit/panel";
import { AfterYes, CalledOff, WhomToCall } from "../participant/after";
import { openOffer } from "../participant/late";
import { Heading, Page, Waiting } from "../participant/page";
import { Answering, Changed, WhatItIs, Refusing, ToldAnswer, useAnswering, Why } from "../participant/proposal";

export function Mission() {
  const { model } = usePanel<"participant", "mission">();
  if (!model.visible) return null;
  return <Missions model={model} />;
}

/** Whether it has no answer yet: "not now" is one, and comes after those that have none. */
const isOpen = ({ status }: OwnMission): boolean => status === "proposed";

function Missions({ model }: { model: MissionModel }) {
  const { missions } = model;
  const [at, goTo] = useState<string | null>(null);
  const here =
    missions.find((one) => one.id === at) ??
    missions.find(isOpen) ??
    (["later", "accepted"] as const).map((wanted) => missions.find(({ status }) => status === wanted)).find((one) => one !== undefined) ??
    missions[0];
  useLayoutEffect(() => goTo(here?.id ?? null), [here?.id]);
  const gone = useGone(model, here);
  if (here === undefined) return <NoMission model={model} gone={gone} />;
  return <OnePage key={here.id} model={model} mission={here} gone={gone} onGo={goTo} />;
}

/** The title of the mission that stood here without an answer and was taken away, so that nobody wonders where it went. */
function useGone(model: MissionModel, here: OwnMission | undefined): string | null {
  const before = useRef<OwnMission | undefined>(undefined);
  const [gone, say] = useState<string | null>(null);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = here;
    if (last === undefined || model.missions.some((one) => one.id === last.id)) return;
    say(model.called_off.includes(last.title) || last.status === "declined" ? null : last.title);
  });
  const back = model.missions.some((one) => one.title === gone);
  return back || (here !== undefined && !isOpen(here)) ? null : gone;
}

function NoMission({ model, gone }: { model: MissionModel; gone: string | null }) {
  const { words } = useWords();
  const { offered, slip } = model;
  if (slip)
    return (
      <Page>
        <Heading>{say(words, "none-title")}</Heading>
        <Gone title={gone} />
        <CalledOff titles={model.called_off} />
        <p class="wk-lead">{say(words, "none-slip")}</p>
        <WhomToCall contact={model.contact} />
      </Page>
    );
  return (
    <Page foot={offered === "unanswered" ? <Go onClick={openOffer}>{say(words, "offer")}</Go> : undefined}>
      <Heading>{say(words, offered === "no" ? "none-no-title" : "none-title")}</Heading>
      <Gone title={gone} />
      <CalledOff titles={model.called_off} />
      <p class="wk-lead">{say(words, `none-${offered}`)}</p>
      {offered !== "no" && <p>{say(words, "none")}</p>}
      {offered === "yes" && <ChangeOffer />}
    </Page>
  );
}

function OnePage(props: { model: MissionModel; mission: OwnMission; gone: string | null; onGo: (mission: string) => void }) {
  const { words } = useWords();
  const { model, mission, gone, onGo } = props;
  const { missions } = model;
  const answering = useAnswering(mission);
  const next = missions.find((one) => isOpen(one) && one.id !== mission.id);
  const place = missions.indexOf(mission) + 1;
  return (
    <Page
      foot={
        <>
          <ToldAnswer answering={answering} />
          <Waiting />
          {answering.asks ? <Answering answering={answering} /> : null}
          {!answering.asks && next !== undefined ? (
            <Go onClick={() => onGo(next.id)}>
              {say(words, "next", { title: next.title })}
              <span aria-hidden="true">&nbsp;→</span>
            </Go>
          ) : null}
        </>
      }
    >
      <Gone title={gone} />
      <ChallengeFrame label={say(words, "label", { number: mission.number, stake: mission.stake })} statement={mission.statement} />
      <div>
        <p class="wk-quiet">
          {missions.length > 1 ? say(words, "one-of", { number: place, total: missions.length }) : say(words, "for-you")}
        </p>
        <Heading>
          <Unbroken text={mission.title} />
        </Heading>
      </div>
      <Changed answering={answering} />
      <Why mission={mission} />
      <WhatItIs mission={mission} />
      {answering.asks ? <p class="wk-quiet">{say(words, "promise")}</p> : null}
      {!answering.asks && mission.status === "accepted" ? <AfterYes mission={mission} afterwards={model} /> : null}
      {!answering.asks && mission.status === "declined" ? <Refusing answering={answering} /> : null}
      {answering.asks ? null : (
        <p>
          <button type="button" class="wk-quiet-action" onClick={() => answering.change(true)}>
            {say(words, "change")}
          </button>
        </p>
      )}
      {missions.length > 1 ? <AllOfThem missions={missions} here={mission.id} onGo={onGo} /> : null}
      <CalledOff titles={model.called_off} />
      <WhomToCall contact={model.contact} />
      {model.offered === "yes" ? <ChangeOffer /> : null}
    </Page>
  );
}

function Gone({ title }: { title: string | null }) {
  const { words } = useWords();
  return (
    <p role="status" class="wk-gone">
      {title === null ? "" : say(words, "gone", { title })}
    </p>
  );
}

/** Every mission of one's own with what one answered, each a way to it. */
function AllOfThem(props: { missions: OwnMission[]; here: string; onGo: (mission: string) => void }) {
  const { words } = useWords();
  return (
    <section class="wk-stack-tight">
      <h2>{say(words, "mine")}</h2>
      <ol class="wk-cards wk-mine">
        {props.missions.map((one, at) => (
          <li key={one.id}>
            <button
              type="button"
              class={isOpen(one) ? "" : one.status === "accepted" ? "wk-answered" : "wk-answered wk-not-yes"}
              aria-current={one.id === props.here ? "true" : undefined}
              onClick={() => props.onGo(one.id)}
            >
              <i aria-hidden="true">{markOf(one, at + 1)}</i>
              <span>
                <b>{one.title}</b>
                <small>{say(words, `status-${one.status === "declined" && one.another ? "another" : one.status}`)}</small>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A tick is a yes alone; a no is a dash, and what is put off has the hands of a clock. */
function markOf({ status }: OwnMission, number: number): ComponentChildren {
  if (status === "proposed") return number;
  if (status === "accepted") return "✓";
  if (status === "declined") return "–";
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="2.5"
      stroke-linecap="round"
    >
      <path d="M12 6v6l4 3" />
      <circle cx="12" cy="12" r="10" />
    </svg>
  );
}

/** The way back to what one offers: to change it, or to take it back. */
function ChangeOffer() {
  const { words } = useWords();
  return (
    <p>
      <button type="button" class="wk-quiet-action" onClick={openOffer}>
        {say(words, "change-offer")}
      </button>
    </p>
  );
}
