/** Everybody's ideas, unsigned, once the silent writing is over. */
import { useState } from "preact/hooks";
import type { RevealedIdea, RevealedOption, RevealModel } from "../../contract";
import { Go } from "../kit/components";
import { recall, useDraft } from "../kit/device";
import { say, sayMany, useWords } from "../kit/panel";
import { Followed, useFollowing } from "./following";
import { Heading, Page, Told, Waiting, type Answer } from "./page";

/** Send an idea, with its source as the draft has it. */
export type Write = (challenge: string, text: string, source: string) => Promise<Answer>;

export function Reveal({ model, write }: { model: RevealModel; write: Write }) {
  const { words, lang } = useWords();
  const following = useFollowing(model.challenges, model.current);
  const challenge = following.challenge;
  const count = challenge?.options.reduce((sum, option) => sum + option.ideas.length, 0) ?? 0;
  return (
    <Page>
      <Followed following={following} />
      <div>
        <Heading>{say(words, "reveal-title")}</Heading>
        <p class="wk-quiet">{say(words, "reveal-lead")}</p>
      </div>
      {challenge === undefined ? <p>{say(words, "none")}</p> : <Unsent key={challenge.id} challenge={challenge.id} write={write} />}
      <p class="wk-quiet">{count > 0 ? sayMany(words, lang, "reveal-count", count) : say(words, "reveal-none")}</p>
      <ul class="wk-cards">
        {challenge?.options.map((option, index) => (
          <li key={index} class="wk-card">
            {option.lone ? option.ideas.map((idea, at) => <Idea key={at} idea={idea} />) : <Group option={option} />}
          </li>
        ))}
      </ul>
      <Waiting />
    </Page>
  );
}

function Group({ option }: { option: RevealedOption }) {
  const { words, lang } = useWords();
  return (
    <>
      <h2 class="wk-text">{option.title}</h2>
      <p class="wk-quiet wk-small">{sayMany(words, lang, "gathered", option.ideas.length)}</p>
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
    tell(await write(challenge, text.trim(), source));
  };
  return (
    <>
      {text.trim() !== "" && (
        <section class="wk-card wk-card-chosen">
          <h2>{say(words, "unsent-title")}</h2>
          <p class="wk-text">{text}</p>
          <div class="wk-stack-tight">
            <Go onClick={() => void add()}>{say(words, "unsent-add")}</Go>
            <Go second onClick={() => setText("")}>
              {say(words, "unsent-drop")}
            </Go>
          </div>
        </section>
      )}
      <Told answer={answer} />
    </>
  );
}
