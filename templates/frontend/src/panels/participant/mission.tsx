/** The missions proposed to me, why me, and my answer. */
import { useState } from "preact/hooks";
import type { OwnMission, Reply } from "../../contract";
import { Facts, Go, Unbroken } from "../kit/components";
import { say, sayMany, usePanel } from "../kit/panel";
import { AfterYes, CalledOff, WhomToCall, type Afterwards } from "./after";
import { openOffer } from "./offer";
import { Heading, Page, Told, Waiting, answerOf, type Answer } from "./page";

export function Mission() {
  const { model, words, lang } = usePanel<"participant", "mission">();
  if (!model.visible) return null;
  if (model.missions.length === 0) {
    const { offered } = model;
    return (
      <Page foot={offered === "unanswered" ? <Go onClick={openOffer}>{say(words, "offer")}</Go> : undefined}>
        <Heading>{say(words, offered === "no" ? "none-no-title" : "none-title")}</Heading>
        <CalledOff titles={model.called_off} />
        <p class="wk-lead">{say(words, `none-${offered}`)}</p>
        {offered !== "no" && <p>{say(words, "none")}</p>}
      </Page>
    );
  }
  return (
    <Page>
      <Heading>{sayMany(words, lang, "title", model.missions.length)}</Heading>
      {model.missions.map((mission) => (
        <OneMission key={mission.id} mission={mission} afterwards={model} />
      ))}
      <CalledOff titles={model.called_off} />
      <WhomToCall contact={model.contact} />
      <Waiting />
      <p class="wk-quiet">{say(words, "promise")}</p>
    </Page>
  );
}

/** One mission, why it is proposed, and the answer; `afterwards` is what follows from a yes. */
export function OneMission({ mission, afterwards }: { mission: OwnMission; afterwards: Afterwards }) {
  const { words, lang, send } = usePanel<"participant">();
  const [refused, refuse] = useState<Answer | null>(null);
  const [changing, change] = useState(false);
  const reply = async (answer: Reply) => {
    refuse(null);
    const acknowledged = await send("answer_mission", { mission: mission.id, answer });
    change(false);
    if (!acknowledged.ok) refuse(answerOf(acknowledged));
  };
  const facts = [
    mission.sector,
    sayMany(words, lang, "places", mission.places),
    mission.referent === "" ? "" : say(words, "referent", { name: mission.referent }),
  ];
  const answered = mission.status !== "proposed" && !changing;
  return (
    <section class="wk-stack">
      <div class="wk-card wk-card-chosen">
        <h2>
          <Unbroken text={mission.title} />
        </h2>
        <p class="wk-quiet">
          <Facts of={facts} />
        </p>
        <p class="wk-quiet">
          <Unbroken text={mission.statement} />
        </p>
        <p>
          <b>{say(words, "why")}</b> {mission.reason}
        </p>
      </div>
      <Told answer={refused ?? (answered ? { good: true, text: say(words, mission.status) } : null)} />
      {answered && mission.status === "accepted" ? <AfterYes mission={mission} afterwards={afterwards} /> : null}
      {answered ? (
        <p>
          <button type="button" class="wk-quiet-action" onClick={() => change(true)}>
            {say(words, "change")}
          </button>
        </p>
      ) : (
        <div class="wk-stack-tight">
          <Go onClick={() => void reply("accepted")}>{say(words, "accept")}</Go>
          <Go second onClick={() => void reply("declined")}>
            {say(words, "decline")}
          </Go>
        </div>
      )}
    </section>
  );
}
