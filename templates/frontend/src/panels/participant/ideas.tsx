/** Writing one's ideas alone; then everybody's. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { SOURCES, type OwnIdea, type WritingChallenge } from "../../contract";
import * as LIMITS from "../../limits";
import { Chips, Go } from "../kit/components";
import { recall, recallAll, remember, useDraft, useRedraw } from "../kit/device";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { dropBegun, returnedName, type Returned } from "./begun";
import { Contacts } from "./marked";
import { Placed } from "./following";
import { Heading, Page, Standing, Waiting, answerOf, useOnPage, type Answer } from "./page";
import { draftName, readBegun, usePlace, type Place } from "./place";
import { CorrectIdea, Sure, aboutIdea, sayHeld } from "./own";
import { Reveal, type Write } from "./reveal";

const RELOADED = performance.getEntriesByType("navigation").some((one) => (one as PerformanceNavigationTiming).type === "reload");

export function Ideas() {
  const { model, words, lang, send, takeReturned } = usePanel<"participant", "ideas">();
  const place = usePlace();
  const [returns, setReturns] = useState(0);
  const giveBack = (challenge: string, text: string, sentence: string, said = lang, again?: string) => {
    const since = readBegun(challenge);
    remember(draftName(challenge), since === "" || since === text ? text : `${text}\n\n${since}`);
    remember(returnedName(challenge), { challenge, sentence, lang: said, again } satisfies Returned);
    setReturns((count) => count + 1);
  };
  useEffect(() => {
    // refused after a reload: an answer may come with any redraw
    for (const { intention, payload, sentence, lang: said } of takeReturned()) {
      if (intention === "write_idea") giveBack(String(payload.challenge), String(payload.text), sentence, said);
      if (intention === "correct_idea") remember(`draft:correct:${String(payload.idea)}`, payload.text);
      if (intention === "answer_question") remember(`draft:answer:${String(payload.idea)}`, payload.answer);
    }
  });
  /** Send an idea; one that is refused, however late, goes back into its draft: no word is lost. */
  const write: Write = async (challenge, text, source) => {
    const wording = place.challenges.find((one) => one.id === challenge)?.wording ?? null;
    const reply = await send("write_idea", { challenge, text, source: sourceOf(source), wording });
    if (reply.ok) return { good: true, text: say(words, "added"), idea: reply.result?.idea };
    giveBack(challenge, text, reply.sentence ?? "", lang, reply.values?.again);
    return answerOf(reply);
  };
  const here = model.visible ? model.challenges.find((one) => one.id === place.challenge?.id) : undefined;
  const ahead = model.visible && !place.working; // the wait for the others gives way to what is written from home
  useOnPage("wk-has-stakes", ahead);
  const first = ahead && here === undefined ? model.challenges[0]?.id : undefined;
  useEffect(() => {
    if (first !== undefined) place.goTo(first);
  }, [first]);
  if (here?.stage === "reveal") return <Reveal key={returns} place={place} challenge={here} write={write} />;
  if (here?.stage === "writing") return <Writing key={returns} place={place} challenge={here} write={write} />;
  return (
    <>
      <ReturnedIdeas key={returns} />
      {place.working && (place.challenge === undefined || place.challenge.stage === "unopened") && <Unopened place={place} />}
    </>
  );
}

/** A challenge that nobody works on yet: it can be read. */
function Unopened({ place }: { place: Place }) {
  const { words } = useWords();
  return (
    <Page>
      <Placed place={place} />
      <Heading>{say(words, place.challenge ? "unopened" : "title")}</Heading>
      <p class="wk-lead">{say(words, place.challenge ? "unopened-lead" : "none")}</p>
    </Page>
  );
}

/** A source as a draft keeps it; an empty draft is none. */
const sourceOf = (draft: string) => SOURCES.find((source) => source === draft) ?? null;

/** Why an idea came back, in the language read now: what was said in another is said in general. */
function useReason(): (challenge: string) => string | undefined {
  const { words, lang } = useWords();
  return (challenge) => {
    const known = recall<Returned>(returnedName(challenge));
    return known === null || known.lang === lang ? known?.sentence : say(words, "returned-why");
  };
}

/** Ideas that came too late: still on the phone, to be read aloud. */
function ReturnedIdeas() {
  const { words } = useWords();
  const why = useReason();
  useRedraw();
  const returned = recallAll<Returned>(returnedName(""));
  if (returned.length === 0) return null;
  return (
    <div class="wk-body">
      {returned.map(({ challenge }) => (
        <section key={challenge} class="wk-card" role="status">
          <h2>{say(words, "returned-title")}</h2>
          <p>{why(challenge)}</p>
          <blockquote class="wk-text">{readBegun(challenge)}</blockquote>
          <p class="wk-quiet">{say(words, "returned-lead")}</p>
          <Go second onClick={() => dropBegun(challenge)}>
            {say(words, "returned-ok")}
          </Go>
        </section>
      ))}
    </div>
  );
}

/** Who reads what is written: said as it is, where the room has seen some of it already. */
function leadOf({ seen, ahead }: WritingChallenge, place: Place): string {
  if (ahead) return "lead-ahead";
  if (seen === "glimpse") return "lead-glimpse";
  return seen === "before" || (place.challenge?.round ?? 1) > 1 ? "lead-again" : "lead";
}

function Writing({ place, challenge, write }: { place: Place; challenge: WritingChallenge; write: Write }) {
  const { waiting, send } = usePanel<"participant">();
  useEffect(() => {
    // other tabs of this person do not wake this page for each idea; it catches up when it is looked at again
    const look = () => {
      if (document.visibilityState === "visible" && waiting === 0) void send("look_again");
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [waiting]);
  useEffect(() => {
    // the page before this one may have stored an idea in its last moment, when this one's kernel had already looked
    if (RELOADED && waiting === 0) void send("look_again");
  }, []);
  if (challenge.finished) return <Finished place={place} challenge={challenge} />;
  return <WriteOn place={place} challenge={challenge} write={write} />;
}

function Finished({ place, challenge }: { place: Place; challenge: WritingChallenge }) {
  const { words, send } = usePanel<"participant">();
  return (
    <Page
      foot={
        <Go second onClick={() => void send("finish", { challenge: challenge.id, stage: "writing", finished: false })}>
          {say(words, "resume")}
        </Go>
      }
    >
      <Placed place={place} />
      <Heading>{say(words, "finished")}</Heading>
      <p class="wk-lead">{say(words, "finished-lead")}</p>
      <Waiting />
    </Page>
  );
}

function WriteOn({ place, challenge, write }: { place: Place; challenge: WritingChallenge; write: Write }) {
  const { words, lang, send } = usePanel<"participant">();
  const [text, setText] = useDraft(`idea:${challenge.id}`);
  const [source, setSource] = useDraft(`source:${challenge.id}`);
  const [sending, setSending] = useState<{ challenge: string; text: string }[]>([]);
  const why = useReason()(challenge.id);
  const [said, tell] = useState<(Answer & { challenge: string }) | null>();
  const answer = said === undefined && why !== undefined ? { good: false, text: why, challenge: challenge.id } : (said ?? null);
  const field = useRef<HTMLTextAreaElement>(null);
  const status = useId();
  const answerHere = answer?.challenge === challenge.id ? answer : null;
  const waits = challenge.ideas.find((one) => one.id === answerHere?.idea && one.held !== ""); // no green word for what nobody reads yet
  const held = challenge.ideas.filter((one) => one.held !== "").length;
  const heldBefore = useRef(held);
  useEffect(() => {
    // what was said of an idea is over once one is held back, or comes back
    if (held !== heldBefore.current) if (waits === undefined) tell((before) => (before?.good === true ? null : before));
    heldBefore.current = held;
  }, [held]);
  const add = async () => {
    const idea = text.trim();
    if (idea === "") {
      tell({ good: false, text: say(words, "needed"), challenge: challenge.id });
      field.current?.focus();
      return;
    }
    const waiting = { challenge: challenge.id, text: idea };
    setSending((before) => [...before, waiting]);
    dropBegun(challenge.id);
    tell(null);
    field.current?.focus();
    const reply = await write(challenge.id, idea, source);
    setSending((before) => before.filter((one) => one !== waiting));
    tell({ ...reply, challenge: challenge.id });
  };
  const mine = sending.filter((one) => one.challenge === challenge.id);
  const left = LIMITS.idea.longest - text.length;
  return (
    <Page
      foot={
        <>
          <Standing id={status} answer={waits ? { good: false, text: sayHeld(words, waits) } : answerHere} />
          <div class="wk-row wk-two-actions">
            <Go onClick={() => void add()}>{recall<Returned>(returnedName(challenge.id))?.again ?? say(words, "add")}</Go>
            <Go second onClick={() => void send("finish", { challenge: challenge.id, stage: "writing", finished: true })}>
              {say(words, "finish")}
            </Go>
          </div>
        </>
      }
    >
      <Placed place={place} />
      <div>
        <Heading>{say(words, "title")}</Heading>
        <p class="wk-quiet">
          {say(words, leadOf(challenge, place))} <b>{say(words, "no-names")}</b>
        </p>
      </div>
      <p role="status" class="wk-elsewhere wk-nudge">
        {challenge.nudged && text === "" && mine.length === 0 ? say(words, "nudge") : ""}
      </p>
      <label class="wk-field">
        <b>{say(words, "text")}</b>
        <textarea
          ref={field}
          name="idea" // by which the focus finds it again after a reload
          data-draft={`idea:${challenge.id}`}
          rows={4}
          maxLength={LIMITS.idea.longest}
          value={text}
          aria-invalid={answerHere?.good === false}
          aria-describedby={status}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {left <= 100 && <span class="wk-hint">{sayMany(words, lang, "left", left)}</span>}
      </label>
      <Contacts about={`idea:${challenge.id}`} text={text} />
      <Chips
        legend={
          <>
            {say(words, "source")} <span class="wk-quiet wk-plain">({say(words, "optional")})</span>
          </>
        }
        choices={SOURCES.map((key) => ({ key, label: say(words, `source.${key}`) }))}
        value={sourceOf(source)}
        onChoose={setSource}
      />
      {(challenge.ideas.length > 0 || mine.length > 0) && (
        <section class="wk-stack-tight">
          <h2>{sayMany(words, lang, "mine", challenge.ideas.length + mine.length)}</h2>
          <ul class="wk-cards">
            {challenge.ideas.map((idea) => (
              <MyIdea key={idea.id} idea={idea} challenge={challenge.id} onSaid={(told) => tell({ ...told, challenge: challenge.id })} />
            ))}
            {mine.map((one, at) => (
              <li key={at} class="wk-card wk-sending">
                <p class="wk-text">{one.text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function MyIdea({ idea, challenge, onSaid }: { idea: OwnIdea; challenge: string; onSaid: (answer: Answer) => void }) {
  const { words, send } = usePanel<"participant">();
  const [doing, setDoing] = useState<"correct" | "remove" | null>(null);
  const did = useRef(doing);
  const actions = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (doing === null && did.current !== null) actions.current?.querySelectorAll("button")[did.current === "correct" ? 0 : 1]?.focus();
    did.current = doing;
  }, [doing]);
  const about = aboutIdea(words, idea);
  const remove = async () => {
    const reply = await send("remove_idea", { idea: idea.id });
    onSaid(answerOf(reply, say(words, "removed")));
  };
  if (doing === "correct" && !idea.voted_on) {
    return <CorrectIdea idea={idea} challenge={challenge} onDone={() => setDoing(null)} onSaid={onSaid} />;
  }
  return (
    <li class="wk-card">
      <p class="wk-text">{idea.text}</p>
      {idea.source !== null && <p class="wk-quiet wk-small">{say(words, `source.${idea.source}`)}</p>}
      {idea.earlier && <p class="wk-quiet wk-small">{say(words, "earlier")}</p>}
      {idea.held !== "" && <p class="wk-small">{sayHeld(words, idea)}</p>}
      {idea.voted_on ? (
        <p class="wk-quiet wk-small">{say(words, "voted-on")}</p>
      ) : doing === "remove" ? (
        <Sure onYes={() => void remove()} onNo={() => setDoing(null)} />
      ) : (
        <p ref={actions} class="wk-row">
          <button type="button" class="wk-quiet-action" onClick={() => setDoing("correct")}>
            {say(words, "correct")}
            <span class="wk-visually-hidden"> {about}</span>
          </button>
          <button type="button" class="wk-quiet-action wk-danger" onClick={() => setDoing("remove")}>
            {say(words, "remove")}
            <span class="wk-visually-hidden"> {about}</span>
          </button>
        </p>
      )}
    </li>
  );
}
