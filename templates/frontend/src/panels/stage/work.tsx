/** Challenges at work on the screen: the writing, of one or of several that are open together, and the vote. */
import type { ScreenOpen, ScreenVote, ScreenWriting } from "../../contract";
import { Unbroken } from "../kit/components";
import { sayMoney } from "../kit/money";
import { say, sayMany, useWords, type Words } from "../kit/panel";
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
      <p class="wk-big-quiet">
        {first.turn === null ? null : <b>{say(words, "writing.turn", { ...first.turn })}</b>} {say(words, `writing.${first.moment}`)}
      </p>
      <Foot>
        <TimeLeft />
        <Counted
          word={voting ? "vote.voted" : "writing.wrote"}
          value={voting ? first.voted : model.wrote}
          of={model.expected}
          lang={lang}
        />
        <Finished number={model.finished} />
        <PageNumber />
      </Foot>
    </>
  );
}

/** How many said that they are done: none is no news. */
function Finished({ number }: { number: number }) {
  const { words, lang } = useWords();
  return number === 0 ? null : <BigNumber label={sayMany(words, lang, "finished", number)} value={number} />;
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
        {one.turn === null ? null : <span>{say(words, "writing.turn.short", { ...one.turn })}</span>}
        <span>{count === 0 ? say(words, `${word}.none`) : sayMany(words, lang, `${word}.people`, count)}</span>
      </div>
    </li>
  );
}

/** What a ballot is asked for, by its kind, and when the results are there. */
function sayHow(words: Words, lang: string, { rule, round }: ScreenVote): string {
  const { kind, budget, most, points, blanks_count } = rule;
  const lowest = say(words, `grade.${rule.scale.at(-1) ?? 0}`);
  const sum = sayMoney(lang, rule.to_spend);
  const told = {
    dots: () => sayMany(words, lang, "vote.how.dots", budget, { most }),
    grades: () => say(words, blanks_count ? "vote.how.grades.count" : "vote.how.grades.aside", { lowest }),
    statements: () => say(words, "vote.how.statements"),
    budget: () => (points > 0 ? sayMany(words, lang, "vote.how.points", points, { sum }) : say(words, "vote.how.budget", { sum })),
  }[kind]();
  return `${told} ${say(words, round > 1 ? "vote.how.again" : "vote.how.then")}`;
}

export function Vote({ model }: { model: ScreenVote }) {
  const { words, lang } = useWords();
  return (
    <>
      <BigChallenge />
      <p class="wk-big-quiet">{model.over ? say(words, "vote.over") : sayHow(words, lang, model)}</p>
      <Foot>
        <TimeLeft />
        <Counted word="vote.voted" value={model.voted} of={model.expected} lang={lang} />
        {model.over ? null : <Finished number={model.finished} />}
      </Foot>
    </>
  );
}
