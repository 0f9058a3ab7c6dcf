/** The sentences that were saved for a challenge, each with what it was, and the way back to it. */
import { useState } from "preact/hooks";
import { PARTS, type ChallengeByParts, type SavedSentence } from "../../contract";
import { Facts } from "../kit/components";
import { sayDay } from "../kit/days";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { Quiet, Told, useAction } from "./action";

export function Sentences(props: { challenge: ChallengeByParts; statement: string; now: string; onTake: (statement: string) => void }) {
  const { words, lang } = useWords();
  const { challenge, statement } = props;
  const saved = challenge.sentences.filter((one) => one.statement !== statement);
  return (
    <section class="wk-stack-tight" aria-labelledby={`was-${challenge.id}`}>
      <h3 id={`was-${challenge.id}`}>{say(words, "sentences")}</h3>
      <ol class="wkf-sentences" reversed>
        <li>
          <b>{say(words, "sentences.now")}</b>
          <span class="wk-quiet wk-small">{props.now}</span>
        </li>
        {saved.map((one) => (
          <Saved key={one.number} challenge={challenge} sentence={one} onTake={() => props.onTake(one.statement)} lang={lang} />
        ))}
      </ol>
      <p class="wk-quiet wk-small">{say(words, "sentences.none")}</p>
    </section>
  );
}

function Saved(props: { challenge: ChallengeByParts; sentence: SavedSentence; onTake: () => void; lang: string }) {
  const { words, lang } = usePanel<"facilitator", "challenges">();
  const action = useAction();
  const [kept, keep] = useState(false);
  const { statement, kind, parts, at, ratings } = props.sentence;
  const clear = ratings.filter((one) => one.clearness !== "not").length;
  const idea = async () => {
    const answer = await action.act("write_for", { challenge: props.challenge.id, text: statement });
    if (answer.ok) keep(true);
  };
  return (
    <li>
      <span class="wkf-saved-top">
        <span class="wkf-saved-words">{say(words, "sentences.quoted", { statement })}</span>
        <Quiet label={say(words, "sentences.take.one", { statement })} onClick={props.onTake}>
          {say(words, "sentences.take")}
        </Quiet>
      </span>
      <span class="wk-quiet wk-small">
        <Facts
          of={[
            sayWhat(words, lang, kind, parts),
            sayWhen(words, lang, at),
            ratings.length === 0 ? "" : sayMany(words, lang, "sentences.ratings", clear, { number: ratings.length, clear }),
          ]}
        />
      </span>
      {kind === "solution" && !kept ? (
        <Quiet label={say(words, "sentences.idea.one", { statement })} onClick={() => void idea()}>
          {say(words, "sentences.idea")}
        </Quiet>
      ) : null}
      {action.answer === null ? null : <Told action={action} saved={say(words, "sentences.idea.done")} />}
    </li>
  );
}

/** What a sentence is or was, in words: a challenge has so many parts; of anything else that it is no challenge says more. */
export const sayWhat = (words: Words, lang: string, kind: SavedSentence["kind"], parts: number): string =>
  kind === "challenge"
    ? `${say(words, "kind.challenge.was")}, ${sayMany(words, lang, "parts", Math.min(parts, PARTS.length))}`
    : say(words, `kind.${kind}.was`);

function sayWhen(words: Words, lang: string, at: number): string {
  const day = (moment: number) => {
    const here = new Date(moment);
    return [here.getFullYear(), here.getMonth() + 1, here.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };
  const now = Date.now();
  if (day(at) === day(now)) return say(words, "today");
  if (day(at) === day(now - 86_400_000)) return say(words, "yesterday");
  return sayDay(lang, day(at), day(now));
}
