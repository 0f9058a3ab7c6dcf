/** Everybody's ideas, unsigned, once the silent writing is over. */
import { useState } from "preact/hooks";
import type { OwnIdea, RevealedChallenge, RevealedIdea, RevealedOption } from "../../contract";
import { Go } from "../kit/components";
import { recall, useDraft, useRedraw } from "../kit/device";
import { say, sayMany, useWords } from "../kit/panel";
import { Asked } from "./clarified";
import { dropBegun } from "./begun";
import { CorrectIdea, aboutIdea, dropUnsent, listUnsent, sayHeld } from "./own";
import { Placed } from "./following";
import { Heading, Page, Told, Waiting, type Answer } from "./page";
import { Pages } from "./pages";
import type { Place } from "./place";

/** Send an idea, with its source as the draft has it. */
export type Write = (challenge: string, text: string, source: string) => Promise<Answer>;

export function Reveal({ place, challenge, write }: { place: Place; challenge: RevealedChallenge; write: Write }) {
  const { words, lang } = useWords();
  const { count } = challenge;
  return (
    <Page>
      <Placed place={place} />
      <div>
        <Heading>{say(words, "reveal-title")}</Heading>
        <p class="wk-quiet">{say(words, "reveal-lead")}</p>
      </div>
      {/* what was said of an idea is over once one is held back */}
      <Unsent key={`${challenge.id} ${challenge.held.length}`} challenge={challenge.id} write={write} />
      <UnsentCorrections challenge={challenge} />
      {challenge.asked.map((idea) => (
        <Asked key={idea.id} idea={idea} />
      ))}
      {challenge.held.length > 0 && (
        <ul class="wk-cards">
          {challenge.held.map((held) => (
            <Held key={held.id} held={held} challenge={challenge.id} />
          ))}
        </ul>
      )}
      <p class="wk-quiet">{count > 0 ? sayMany(words, lang, "reveal-count", count) : say(words, "reveal-none")}</p>
      <ul class="wk-cards">
        {challenge.options.map((option, index) => (
          <li key={index} class="wk-card">
            {option.lone ? option.ideas.map((idea, at) => <Idea key={at} idea={idea} />) : <Group option={option} />}
          </li>
        ))}
      </ul>
      <Pages challenge={challenge} />
      <Waiting />
    </Page>
  );
}

/** An idea of one's own that the facilitator keeps from the room, and why; it may be corrected, and is then read again. */
function Held({ held, challenge }: { held: OwnIdea; challenge: string }) {
  const { words } = useWords();
  const [correcting, correct] = useState(() => listUnsent(challenge).some((one) => one.idea === held.id));
  const [answer, tell] = useState<Answer | null>(null);
  if (correcting && !held.voted_on) {
    return <CorrectIdea idea={held} challenge={challenge} onDone={() => correct(false)} onSaid={tell} />;
  }
  return (
    <li class="wk-card">
      <p>{sayHeld(words, held)}</p>
      <p class="wk-text wk-quiet">{held.text}</p>
      {held.voted_on ? (
        <p class="wk-quiet wk-small">{say(words, "voted-on")}</p>
      ) : (
        <p class="wk-row">
          <button type="button" class="wk-quiet-action" onClick={() => correct(true)}>
            {say(words, "correct")}
            <span class="wk-visually-hidden"> {aboutIdea(words, held)}</span>
          </button>
        </p>
      )}
      <Told answer={answer?.good === true ? null : answer} />
    </li>
  );
}

function Group({ option }: { option: RevealedOption }) {
  const { words, lang } = useWords();
  return (
    <>
      <h2 class="wk-text">{option.title}</h2>
      <p class="wk-quiet wk-small">{sayMany(words, lang, "gathered", option.gathered)}</p>
      <ul class="wk-gathered">
        {option.ideas.map((idea, at) => (
          <li key={at}>
            <Idea idea={idea} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Idea({ idea }: { idea: RevealedIdea }) {
  const { words } = useWords();
  return (
    <p>
      <span class="wk-text">{idea.text}</span>
      {idea.mine && (
        <>
          {" "}
          <span class="wk-badge">{say(words, "yours")}</span>
        </>
      )}
      {idea.discuss && (
        <>
          {" "}
          <span class="wk-badge">{say(words, "discuss")}</span>
        </>
      )}
      {idea.answer !== "" && (
        <span class="wk-answer wk-text">
          <b>{say(words, "answered")}</b> {idea.answer}
        </span>
      )}
    </p>
  );
}

/** What one was still writing when the time was up: it may yet be added, as it stands. */
function Unsent({ challenge, write }: { challenge: string; write: Write }) {
  const { words } = useWords();
  const [text, setText] = useDraft(`idea:${challenge}`);
  const [answer, tell] = useState<Answer | null>(null);
  const add = async () => {
    const source = recall<string>(`draft:source:${challenge}`) ?? "";
    setText("");
    const reply = await write(challenge, text.trim(), source);
    tell(reply.good ? { good: true, text: say(words, "added-late") } : reply); // nothing more is written now
  };
  return (
    <>
      {text.trim() !== "" && (
        <section class="wk-card wk-card-chosen">
          <h2>{say(words, "unsent-title")}</h2>
          <p class="wk-text">{text}</p>
          <div class="wk-stack-tight">
            <Go onClick={() => void add()}>{say(words, "unsent-add")}</Go>
            <Go second onClick={() => dropBegun(challenge)}>
              {say(words, "unsent-drop")}
            </Go>
          </div>
        </section>
      )}
      <Told answer={answer} />
    </>
  );
}

/** Corrections one was still typing when the ideas were shown: the room reads the old words, these are said aloud. */
function UnsentCorrections({ challenge }: { challenge: RevealedChallenge }) {
  const { words, waiting } = useWords();
  useRedraw();
  if (waiting > 0) return null; // it may be the correction itself that is on its way
  const unsent = listUnsent(challenge.id).filter(
    // one that is held back has its form below; one that arrived, or changed nothing, is read with the others
    ({ idea, text }) => !challenge.held.some((held) => held.id === idea) && !challenge.own.includes(text.trim()),
  );
  return (
    <>
      {unsent.map(({ idea, text }) => (
        <section key={idea} class="wk-card wk-card-chosen">
          <h2>{say(words, "unsent-correction")}</h2>
          <blockquote class="wk-text">{text}</blockquote>
          <p class="wk-quiet">{say(words, "returned-lead")}</p>
          <Go second onClick={() => dropUnsent(idea)}>
            {say(words, "returned-ok")}
          </Go>
        </section>
      ))}
    </>
  );
}
