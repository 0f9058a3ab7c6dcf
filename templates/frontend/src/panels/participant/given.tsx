/** What one person gave, on the page and as a text to keep. */
import type { Given as GivenModel, GivenIdea, GivenMark, GivenOnChallenge } from "../../contract";
import { Facts } from "../kit/components";
import { say, sayMany, useWords, type Words } from "../kit/panel";
import { keepNumbers } from "./after";
import { sayAny } from "./answers";
import { listBegun, titleBegun } from "./begun";
import { readBegun } from "./place";

interface Part {
  title: string;
  /** A line is one sentence, or several facts side by side. */
  lines: (string | string[])[];
}

/** Everything in titled parts of one line each: the page and the text file say the same. */
function partsOf(given: GivenModel, words: Words, lang: string): Part[] {
  const seat = [given.pseudonym, given.category, given.sector].filter((one) => one !== "");
  const ideas = given.challenges.flatMap((challenge) => challenge.ideas.map((idea) => sayIdea(challenge.stake, idea, words)));
  const dots = given.challenges.flatMap((challenge) =>
    challenge.dots.map((one) => `${sayMany(words, lang, "count", one.count)} – ${sayRound(one, challenge, words)}`),
  );
  const marks = given.challenges.flatMap((challenge) =>
    challenge.marks.map((one) => `${sayMark(one, words, lang)} – ${sayRound(one, challenge, words)}`),
  );
  const scores = given.challenges.map((challenge) => `${challenge.stake} – ${sayScore(challenge, words)}`);
  const missions = given.missions.map((mission) => {
    const { owner, first_date: date, hours, days, sector, needs, next_step: step, said, pair } = mission;
    const accepted = mission.status === "accepted" ? [owner, date, hours, days, sector, needs, step, pair] : [said];
    const status = say(words, `mission-${mission.status}`);
    return [`${mission.title} (${status})`, ...accepted.filter((one) => one !== "")].join(" – ");
  });
  return [
    { title: say(words, "seat"), lines: [seat] },
    { title: say(words, "ideas"), lines: ideas.length > 0 ? ideas : [say(words, "no-ideas")] },
    { title: say(words, "dots"), lines: dots.length + marks.length > 0 ? [...dots, ...marks] : [say(words, "no-dots")] },
    { title: say(words, "scores"), lines: scores },
    { title: say(words, "offer"), lines: offerLines(given, words) },
    ...(given.contact !== "" ? [{ title: say(words, "whom"), lines: [keepNumbers(given.contact)] }] : []),
    ...(missions.length > 0 ? [{ title: say(words, "missions"), lines: missions }] : []),
  ];
}

/** What was put on a ballot in the words of that ballot: a grade, a stance, points of a budget, or that it was chosen. */
function sayMark({ kind, value, points }: GivenMark, words: Words, lang: string): string {
  if (kind === "grades") return say(words, String(value));
  if (kind === "statements") return say(words, value === 0 ? "stance-pass" : value > 0 ? "stance-agree" : "stance-disagree");
  return points ? sayMany(words, lang, "count", value) : say(words, "chosen");
}

/** What a vote was about, and in which vote where there were several. */
function sayRound({ title, round }: { title: string; round: number }, { dots, marks }: GivenOnChallenge, words: Words): string {
  const several = [...dots, ...marks].some((one) => one.round !== round);
  return several || round > 1 ? say(words, "in-round", { title, round }) : title;
}

/** The answers in the words that were chosen, never as figures: the scales say the same. */
function sayScore({ competence, interest, unsure }: GivenOnChallenge, words: Words): string {
  if (unsure) return say(words, "unsure");
  const can = competence === null ? "" : say(words, `competence.${competence}`);
  const wants = interest === null ? "" : say(words, `interest.${interest}`);
  if (can !== "" && wants !== "") return say(words, "said", { competence: can, interest: wants });
  if (can !== "") return say(words, "competence", { value: can });
  return wants !== "" ? say(words, "interest", { value: wants }) : say(words, "unanswered");
}

function offerLines(given: GivenModel, words: Words): Part["lines"] {
  const declined = given.challenges.filter((challenge) => challenge.declined).map((challenge) => challenge.stake);
  const notMe = declined.length > 0 ? [say(words, "not-me", { stakes: declined.join(", ") })] : [];
  const offer = given.offer;
  if (offer === null && given.elsewhere) return [say(words, "elsewhere"), say(words, "elsewhere-withdraw"), ...notMe];
  const willing = given.challenges.filter((challenge) => challenge.offered).map((challenge) => challenge.stake);
  const kept = keptLines(given, words);
  const none = kept.length === 0;
  if (offer === null && given.may_ask) {
    return [say(words, none ? "asked" : "asked-kept"), ...willing, ...termLines(given, words), ...notMe, ...kept];
  }
  if (offer === null) return [say(words, none ? "no-offer" : "no-offer-kept"), ...notMe, ...kept];
  const chosen = given.challenges.filter((challenge) => offer.challenges.includes(challenge.id) && !challenge.declined);
  return [
    offer.concealed ? say(words, "concealed") : [offer.name, offer.email, offer.phone].filter((one) => one !== ""),
    offer.challenges.length > 0 ? chosen.map((challenge) => challenge.stake) : sayAny(words, given.challenges),
    ...(offer.challenges.length > 0 ? notMe : []),
    ...termLines(given, words),
    say(words, "consented", { date: offer.consented_on, purpose: offer.purpose, retention: given.retention }),
    ...(given.elsewhere ? [say(words, "elsewhere-since")] : []),
  ];
}

/** The details that are kept for something else than a mission, and for what. */
function keptLines({ kept, agreed, retention }: GivenModel, words: Words): Part["lines"] {
  if (kept === null) return [];
  const purposes = agreed.map((one) => say(words, `purpose-${one}`)).join(", ");
  return [
    kept.concealed ? say(words, "concealed") : [kept.name, kept.email, kept.phone].filter((one) => one !== ""),
    say(words, "consented", { date: kept.consented_on, purpose: `${purposes}.`, retention }),
  ];
}

/** What one said one can do: nothing where nothing was said. */
function termLines({ terms }: GivenModel, words: Words): string[] {
  if (terms === null) return [say(words, "terms-elsewhere")];
  const { days, max_missions: most, reach, car, until_said: until, often, languages } = terms;
  const lines: [word: string, value: string][] = [
    ["term-days", days.map((day) => say(words, `day.${day}`)).join(", ")],
    ["term-missions", most > 1 ? String(most) : ""],
    ["term-reach", reach.join(", ")],
    ["term-car", car === "unsaid" ? "" : say(words, `car-${car}`)],
    ["term-until", until],
    ["term-often", often],
    ["term-languages", languages.join(", ")],
  ];
  return lines.filter(([, value]) => value !== "").map(([word, value]) => say(words, "term", { what: say(words, word), value }));
}

function sayIdea(stake: string, idea: GivenIdea, words: Words): string {
  const answered = idea.answer === "" ? "" : ` ${say(words, "answered", { answer: idea.answer })}`;
  const said = `${stake} – ${idea.text}${answered}`;
  return idea.held ? `${said} (${say(words, "held")})` : said;
}

export function Given({ given }: { given: GivenModel }) {
  const { words, lang } = useWords();
  return (
    <div class="wk-card wk-given">
      {partsOf(given, words, lang).map((part) => (
        <section key={part.title}>
          <h3>{part.title}</h3>
          <ul>
            {part.lines.map((line, at) => (
              <li key={at} class="wk-text">
                {typeof line === "string" ? line : <Facts of={line} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The copy has what was never sent too, each under its challenge: it is written on the phone. */
export function writeGiven(given: GivenModel, words: Words, lang: string): string {
  const begun = listBegun().map((one) => ({ title: titleBegun(words, one), lines: [readBegun(one.id)] }));
  const parts = [...partsOf(given, words, lang), ...begun].map((part) =>
    [part.title, ...part.lines.map((line) => `- ${typeof line === "string" ? line : line.join(" · ")}`)].join("\n"),
  );
  return `${[given.title, ...parts].join("\n\n")}\n`;
}
