/** One mission proposed to me: its facts, why it is proposed, and the answers to it, wherever it is asked. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { OwnMission, ParticipantAsks, Reply } from "../../contract";
import * as LIMITS from "../../limits";
import { Go, Unbroken } from "../kit/components";
import { useDraft } from "../kit/device";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { AfterYes, type Afterwards } from "./after";
import { Told, answerOf, type Answer } from "./page";

/** What it is, when, where, who answers for it and with whom; that its day or who answers for it is still open is said, too. */
export function WhatItIs({ mission }: { mission: OwnMission }) {
  const { words, lang } = useWords();
  const { first_date: first, last_date: last, hours, days, needs, owner, referent } = mission;
  const lines: [word: string, said: ComponentChildren][] = [
    ["what", mission.next_step],
    ["when", first !== "" ? <b>{first}</b> : hours === "" && days === "" ? say(words, "when-open") : ""],
    ["until", last],
    ["hours", hours],
    ["days", days],
    ["where", mission.sector],
    ["needs", needs],
    ["who", owner || referent || say(words, "who-open")],
    ["with", sayCompany(mission, words, lang)],
  ];
  const known = lines.filter(([, said]) => said !== "");
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
function sayCompany({ names, others, places, status }: OwnMission, words: Words, lang: string): string {
  const unnamed = others === 0 ? [] : [sayMany(words, lang, names.length > 0 ? "others-more" : "others", others)];
  const all = [...names, ...unnamed];
  const [last] = all.slice(-1);
  const many = sayMany(words, lang, "places", places);
  if (last === undefined) return places === 1 ? "" : say(words, status === "accepted" ? "with-me" : "with-nobody", { places: many });
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
  /** Keep why one said no; nothing, where it is no longer a no. */
  explain(said: string): Promise<boolean>;
}

/** The answer to one mission; what was said of it stays until the next. */
export function useAnswering(mission: OwnMission): Asking {
  const { send } = usePanel<"participant">();
  const [refused, refuse] = useState<Answer | null>(null);
  const [changing, change] = useState(false);
  const { status } = mission;
  const now = useRef(mission); // a yes given elsewhere meanwhile is not undone by a word that was being written
  now.current = mission;
  const ask = async (answer: Reply, more: Partial<Answered>) => {
    refuse(null);
    const acknowledged = await send("answer_mission", { mission: mission.id, answer, read: mission.read, ...more });
    if (!acknowledged.ok) refuse(answerOf(acknowledged));
    return acknowledged.ok;
  };
  return {
    mission,
    refused,
    change,
    asks: status === "proposed" || status === "later" || changing,
    reply: async (answer, more = {}) => {
      const taken = await ask(answer, more);
      change(false);
      return taken;
    },
    explain: async (said) => now.current.status === "declined" && (await ask("declined", { said, another: now.current.another })),
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

/** That a mission is no longer what one said yes to: the yes stands, and is asked for again. */
export function Changed({ answering }: { answering: Asking }) {
  const { words } = useWords();
  const { mission, asks, reply } = answering;
  if (!mission.changed || asks) return null;
  return (
    <section class="wk-card wk-stack-tight">
      <p>
        <b>{say(words, "changed")}</b>
      </p>
      <Go second onClick={() => void reply("accepted")}>
        {say(words, "still-yes")}
      </Go>
    </section>
  );
}

/** How one's answer stands, or why it was refused. */
export function ToldAnswer({ answering }: { answering: Asking }) {
  const { words } = useWords();
  const { mission, asks, refused } = answering;
  const { status, another } = mission;
  const key = status === "declined" && another ? "declined-another" : status;
  const told = status === "later" || (!asks && status !== "proposed") ? { good: true, text: say(words, `said-${key}`) } : null;
  const again = mission.changed && !asks ? { good: false, text: say(words, "changed-short") } : null;
  return <Told still answer={refused ?? again ?? told} />;
}

/** Why one said no, in a word if one likes: it helps to propose another, nothing depends on it, and it keeps itself. */
export function Refusing({ answering }: { answering: Asking }) {
  const { words } = useWords();
  const { mission } = answering;
  const { text, isKept, type, keep } = useRefusal(answering);
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
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => void keep()}
        />
        <span class="wk-hint">{say(words, "refusal-hint")}</span>
      </label>
      <p role="status" class="wk-quiet">
        {isKept && mission.said !== "" ? say(words, "refusal-kept") : ""}
      </p>
      {isKept ? null : (
        <button type="submit" class="wk-go wk-second">
          {say(words, "refusal-send")}
        </button>
      )}
    </form>
  );
}

/** The word of a no: kept when one leaves the field, goes on to another mission, or puts the phone away. */
function useRefusal({ mission, explain }: Asking) {
  const [draft, setDraft] = useDraft(`mission:${mission.id}:said`);
  const [typed, type] = useState(draft !== "");
  const text = typed ? draft : mission.said;
  const isKept = text.trim() === mission.said;
  const latest = useRef(text);
  latest.current = text;
  const sent = useRef<string | null>(null);
  const keep = async () => {
    const word = text.trim();
    if (isKept || sent.current === word) return;
    sent.current = word; // leaving the field and going on are one act
    const kept = await explain(word);
    sent.current = null;
    if (!kept || latest.current !== text) return; // somebody typed on meanwhile
    setDraft("");
    type(false);
  };
  const going = useRef(keep);
  going.current = keep;
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "hidden") void going.current();
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      void going.current();
    };
  }, []);
  return {
    text,
    isKept,
    keep,
    type: (word: string) => {
      type(true);
      setDraft(word);
    },
  };
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
      <Changed answering={answering} />
      <Why mission={mission} />
      <WhatItIs mission={mission} />
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
