/** Challenges at work on the screen: the writing, of one or of several that are open together, and the vote. */
import type { ScreenOpen, ScreenVote, ScreenWriting } from "../../contract";
import { Unbroken } from "../kit/components";
import { say, sayMany, useWords } from "../kit/panel";
import { useCountdown } from "../kit/timer";
import { Fitted, PageNumber } from "./pages";
import { BigChallenge, BigNumber, Foot, sayTime, TimeLeft, Whose } from "./pieces";

/** One challenge, or all that are open together. */
export function Writing({ model }: { model: ScreenWriting }) {
  const { words, lang } = useWords();
  const [first] = model.open;
  if (first === undefined || model.open.length > 1) return <Together model={model} />;
  const voting = isVoted(first);
  return (
    <>
      <BigChallenge />
      <p class="wk-big-quiet">{say(words, `writing.${first.moment}`)}</p>
      <Foot>
        <TimeLeft />
        <Counted
          word={voting ? "vote.voted" : "writing.wrote"}
          value={voting ? first.voted : model.wrote}
          of={model.expected}
          lang={lang}
        />
        <PageNumber />
      </Foot>
    </>
  );
}

/** Whether a challenge is so far that who voted is counted, and no more who wrote. */
const isVoted = ({ moment }: ScreenOpen): boolean => moment === "vote" || moment === "results";

/** A number of people; where several challenges are open nobody knows of how many, and it is said for this one alone. */
function Counted({ word, value, of, lang }: { word: string; value: number; of: number | null; lang: string }) {
  const { words } = useWords();
  if (of !== null) return <BigNumber label={sayMany(words, lang, word, value)} value={value} of={of} />;
  if (value === 0) return <p class="wk-big-quiet">{say(words, `${word}.nobody`)}</p>;
  return <BigNumber label={sayMany(words, lang, `${word}.here`, value)} value={value} />;
}

/** Every challenge that is open, with its tables, what is done with it now, its time, and who wrote or voted. */
function Together({ model }: { model: ScreenWriting }) {
  const { lang } = useWords();
  return (
    <>
      <Fitted class="wk-together">
        {model.open.map((one) => (
          <Open key={one.challenge.number} one={one} />
        ))}
      </Fitted>
      <Foot>
        <Counted word="writing.wrote" value={model.wrote} of={model.expected} lang={lang} />
        <PageNumber />
      </Foot>
    </>
  );
}

function Open({ one }: { one: ScreenOpen }) {
  const { words, lang } = useWords();
  const left = useCountdown(one.timer);
  const word = isVoted(one) ? "vote.voted" : "writing.wrote";
  const count = isVoted(one) ? one.voted : one.wrote;
  return (
    <li class="wk-challenge">
      <div>
        <Whose one={one.challenge} />
        <p>
          <Unbroken text={one.challenge.statement} />
        </p>
      </div>
      <div class="wk-together-now">
        {left === null ? null : <b>{left === 0 ? say(words, "timer.over") : sayTime(left)}</b>}
        <span>{say(words, one.over ? "writing.over" : `room.${one.moment}`)}</span>
        <span>{count === 0 ? say(words, `${word}.none`) : sayMany(words, lang, `${word}.people`, count)}</span>
      </div>
    </li>
  );
}

export function Vote({ model }: { model: ScreenVote }) {
  const { words, lang } = useWords();
  return (
    <>
      <BigChallenge />
      <p class="wk-big-quiet">{say(words, model.over ? "vote.over" : "vote.how")}</p>
      <Foot>
        <TimeLeft />
        <Counted word="vote.voted" value={model.voted} of={model.expected} lang={lang} />
      </Foot>
    </>
  );
}
