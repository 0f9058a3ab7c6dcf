/** One mission proposed to me: its facts, why it is proposed, and the answers to it, wherever it is asked. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { OwnMission, ParticipantAsks, Reply } from "../../contract";
import * as LIMITS from "../../limits";
import { Go, Unbroken } from "../kit/components";
import { useDraft } from "../kit/device";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { AfterYes, type Afterwards } from "./after";
import { Told, answerOf, type Answer } from "./page";

/** What it is, when, where, who answers for it and with whom: what nobody said yet has no line. */
export function WhatItIs({ mission }: { mission: OwnMission }) {
  const { words, lang } = useWords();
  const { first_date: first, last_date: last, owner, referent } = mission;
  const lines: [word: string, said: ComponentChildren][] = [
    ["what", mission.next_step],
    ["when", first === "" ? "" : <b>{first}</b>],
    ["until", last],
    ["where", mission.sector],
    ["who", owner === "" ? referent : owner],
    ["with", sayCompany(mission, words, lang)],
  ];
  const known = lines.filter(([, said]) => said !== "");
  if (known.length === 0) return null;
  return (
    <dl class="wk-card wk-what">
      {known.map(([word, said]) => (
        <div key={word}>
          <dt>{say(words, word)}</dt>
          <dd>{typeof said === "string" ? <Unbroken text={said} /> : said}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who said yes already, by name where they agreed to it, else by number; and how many the mission takes. */
function sayCompany({ names, others, places }: OwnMission, words: Words, lang: string): string {
  const unnamed = others === 0 ? [] : [sayMany(words, lang, names.length > 0 ? "others-more" : "others", others)];
  const all = [...names, ...unnamed];
  const [last] = all.slice(-1);
  const many = sayMany(words, lang, "places", places);
  if (last === undefined) return places === 1 ? "" : say(words, "with-nobody", { places: many });
  const joined = all.length === 1 ? last : say(words, "and", { first: all.slice(0, -1).join(", "), last });
  return say(words, "with-places", { names: joined, places: many });
}

/** Why it is proposed, in the words of one's own answers, and who goes with whom. */
export function Why({ mission }: { mission: OwnMission }) {
  const { words } = useWords();
  return (
    <p class="wk-why">
      <b>{say(words, "why")}</b> {mission.reason}
      {mission.pair === "" ? null : ` ${mission.pair}`}
    </p>
  );
}

/** What may come with an answer. */
type Answered = ParticipantAsks["answer_mission"]["asks"];

export interface Asking {
  mission: OwnMission;
  /** Whether the answers stand there to be pressed. */
  asks: boolean;
  refused: Answer | null;
  change(on: boolean): void;
  reply(answer: Reply, more?: Partial<Answered>): Promise<boolean>;
}

/** The answer to one mission; what was said of it stays until the next. */
export function useAnswering(mission: OwnMission): Asking {
  const { send } = usePanel<"participant">();
  const [refused, refuse] = useState<Answer | null>(null);
  const [changing, change] = useState(false);
  const { status } = mission;
  return {
    mission,
    refused,
    change,
    asks: status === "proposed" || status === "later" || changing,
    reply: async (answer, more = {}) => {
      refuse(null);
      const acknowledged = await send("answer_mission", { mission: mission.id, answer, read: mission.read, ...more });
      change(false);
      if (!acknowledged.ok) refuse(answerOf(acknowledged));
      return acknowledged.ok;
    },
  };
}

/** A yes, another one, not now, or a plain no: four honest answers, the first the largest. */
export function Answering({ answering }: { answering: Asking }) {
  const { words } = useWords();
  const { mission, reply } = answering;
  return (
    <div class="wk-stack-tight">
      <Go onClick={() => void reply("accepted")}>{say(words, "accept")}</Go>
      <div class="wk-halves">
        <Go second onClick={() => void reply("declined", { another: true })}>
          {say(words, "another")}
        </Go>
        {mission.status === "later" ? null : (
          <Go second onClick={() => void reply("later")}>
            {say(words, "later")}
          </Go>
        )}
      </div>
      <button type="button" class="wk-quiet-action wk-middle" onClick={() => void reply("declined")}>
        {say(words, "decline")}
      </button>
    </div>
  );
}

/** How one's answer stands, or why it was refused. */
export function ToldAnswer({ answering }: { answering: Asking }) {
  const { words } = useWords();
  const { mission, asks, refused } = answering;
  const { status, another } = mission;
  const key = status === "declined" && another ? "declined-another" : status;
  const told = status === "later" || (!asks && status !== "proposed") ? { good: true, text: say(words, `said-${key}`) } : null;
  return <Told still answer={refused ?? told} />;
}

/** Why one said no, in a word if one likes: it helps to propose another, and nothing depends on it. */
export function Refusing({ answering }: { answering: Asking }) {
  const { words } = useWords();
  const { mission, reply } = answering;
  const [draft, setDraft] = useDraft(`mission:${mission.id}:said`);
  const [writing, write] = useState(mission.said === "");
  if (!writing && draft === "") {
    return (
      <p>
        {say(words, "refusal-said", { said: mission.said })}{" "}
        <button type="button" class="wk-quiet-action" onClick={() => write(true)}>
          {say(words, "refusal-change")}
        </button>
      </p>
    );
  }
  const keep = async () => {
    if (!(await reply("declined", { said: draft.trim(), another: mission.another }))) return;
    setDraft("");
    write(draft.trim() === "");
  };
  return (
    <form
      class="wk-stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label class="wk-field">
        <b>{say(words, "refusal")}</b>
        <input
          type="text"
          name="said"
          maxLength={LIMITS.refusal_said.longest}
          value={draft}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
        <span class="wk-hint">{say(words, "refusal-hint")}</span>
      </label>
      {draft.trim() !== "" && (
        <button type="submit" class="wk-go wk-second">
          {say(words, "refusal-send")}
        </button>
      )}
    </form>
  );
}

/** A mission that is asked about within another page, with what follows from a yes. */
export function OneMission({ mission, afterwards }: { mission: OwnMission; afterwards: Afterwards }) {
  const { words } = useWords();
  const answering = useAnswering(mission);
  return (
    <section class="wk-stack">
      <h3>
        <Unbroken text={mission.title} />
      </h3>
      <p class="wk-quiet">
        <Unbroken text={mission.statement} />
      </p>
      <WhatItIs mission={mission} />
      <Why mission={mission} />
      <ToldAnswer answering={answering} />
      {answering.asks ? <Answering answering={answering} /> : null}
      {!answering.asks && mission.status === "accepted" ? <AfterYes mission={mission} afterwards={afterwards} /> : null}
      {!answering.asks && mission.status === "declined" ? <Refusing answering={answering} /> : null}
      {answering.asks ? null : (
        <p>
          <button type="button" class="wk-quiet-action" onClick={() => answering.change(true)}>
            {say(words, "change")}
          </button>
        </p>
      )}
    </section>
  );
}
