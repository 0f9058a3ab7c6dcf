/** The options of a ballot that is not of dots, each with what it is given: a grade, a stance, points, or a tick. */
import { STANCES, type VoiceChallenge } from "../../contract";
import { sayMoney } from "../kit/money";
import { say, type Words } from "../kit/panel";
import { changeBallot, changeMark, readBallot, readMarks, takesValues } from "./ballot";
import { useSpeaking } from "./speaking";

export interface FieldsProps {
  challenge: VoiceChallenge;
  text: string;
  onText: (text: string) => void;
}

/** What the ballot is asked for, in a sentence. */
export function sayRule(words: Words, lang: string, { rule }: VoiceChallenge): string {
  const budget = rule.points > 0 ? "points" : "approvals";
  const kind = rule.kind === "budget" ? budget : rule.kind;
  return say(words, `vote.rule-${kind}`, { budget: rule.budget, most: rule.most, points: rule.points, sum: sayMoney(lang, rule.to_spend) });
}

export function MarkFields({ challenge, text, onText }: FieldsProps) {
  const { words, lang } = useSpeaking();
  const { rule, options } = challenge;
  const offered = rule.kind === "budget" ? options.filter((one) => one.cost !== null) : options;
  return (
    <ol class="wkv-options">
      {offered.map((option) => (
        <li key={option.id}>
          <b class="wkv-number">{option.number}</b>
          <span class="wkv-title">
            {option.title}
            {rule.kind === "budget" ? <b> – {say(words, "vote.cost", { cost: sayMoney(lang, option.cost ?? 0) })}</b> : null}
          </span>
          {takesValues(rule) ? (
            <Mark challenge={challenge} number={option.number} text={text} onText={onText} />
          ) : (
            <label class="wkv-fund">
              <input
                type="checkbox"
                checked={readBallot(text, options.length, rule).dots.has(option.number)}
                onChange={(event) => onText(changeBallot(text, option.number, event.currentTarget.checked ? 1 : -1))}
              />{" "}
              {say(words, "vote.fund")}
            </label>
          )}
        </li>
      ))}
    </ol>
  );
}

function Mark({ challenge, number, text, onText }: FieldsProps & { number: number }) {
  const { words } = useSpeaking();
  const { rule } = challenge;
  const given = readMarks(text).get(number);
  if (rule.kind === "budget") {
    return (
      <input
        class="wkv-points"
        inputMode="numeric"
        maxLength={3}
        aria-label={say(words, "vote.points-for", { option: number })}
        value={given === undefined ? "" : String(given)}
        onInput={(event) => {
          const typed = event.currentTarget.value.replace(/\D/g, "");
          onText(changeMark(text, number, typed === "" ? null : Number(typed)));
        }}
      />
    );
  }
  const choices: [number, string][] =
    rule.kind === "grades"
      ? rule.scale.map((grade) => [grade, say(words, `grade.${grade}`)])
      : STANCES.map(([stance, value]) => [value, say(words, `vote.${stance}`)]);
  return (
    <select
      aria-label={say(words, "vote.answer-for", { option: number })}
      value={given === undefined ? "" : String(given)}
      onChange={(event) => onText(changeMark(text, number, event.currentTarget.value === "" ? null : Number(event.currentTarget.value)))}
    >
      <option value="">{say(words, "vote.blank")}</option>
      {choices.map(([value, word]) => (
        <option key={value} value={String(value)}>
          {word}
        </option>
      ))}
    </select>
  );
}
