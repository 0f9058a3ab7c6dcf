/** What one option gathered, in words and in a bar with its numbers, what it had in the vote before, and one's own part of it. */
import type { ComponentChildren } from "preact";
import { type JudgedOption, STANCES, type StanceCounts, type TalliedChallenge, type TalliedOption } from "../../contract";
import { say, sayMany, useWords } from "../kit/panel";
import { amountOf, sayAmount } from "../kit/tally";
import { sayMoney } from "../kit/money";
import { sayGrade } from "./scale";
import { sayStance } from "./statements";

interface Counted {
  option: TalliedOption;
  challenge: TalliedChallenge;
}

export function Gathered({ option, challenge }: Counted) {
  const { judgment, stances } = option;
  if (judgment !== null) return <Judged option={option} challenge={challenge} judgment={judgment} />;
  if (stances !== null) return <Weighed option={option} stances={stances} />;
  return <Supported option={option} challenge={challenge} />;
}

/** Dots, or what people would spend on. */
function Supported({ option, challenge }: Counted) {
  const { words, lang } = useWords();
  const { covered, most, rule } = challenge;
  const people = (number: number) => sayMany(words, lang, "supporters", number);
  const budget = rule.kind === "budget";
  const amount = budget && rule.points === 0 ? "" : `, ${sayAmount(words, lang, option)}`;
  const { before } = option;
  return (
    <>
      {budget && (
        <p class="wk-row">
          {option.cost !== null && <b class="wkb-cost">{sayMoney(lang, option.cost)}</b>}
          {option.funded !== null && (
            <span class={option.funded ? "wk-saved" : "wk-quiet"}>
              {say(words, option.funded ? "results.funded" : "results.not-funded")}
            </span>
          )}
        </p>
      )}
      <p>
        <b>{people(option.supporters)}</b>
        {amount} {option.my_dots > 0 && <Own>{sayMany(words, lang, "on", option.my_dots)}</Own>}
        {option.my_mark !== null && <Own>{rule.points > 0 ? sayMany(words, lang, "on", option.my_mark) : say(words, "budget.in")}</Own>}
      </p>
      {before !== null && (
        <Before>
          {budget && rule.points === 0
            ? people(before.supporters)
            : `${people(before.supporters)}, ${sayMany(words, lang, "tally.dots", before.dots)}`}
        </Before>
      )}
      {covered === 0 &&
        most > 0 && ( // before, the best of what is uncovered would look like the winner
          <div class="wk-bar" aria-hidden="true">
            <i style={{ width: `${(100 * amountOf(option)) / most}%` }} />
          </div>
        )}
    </>
  );
}

function Judged({ option, challenge, judgment }: Counted & { judgment: JudgedOption }) {
  const { words, lang } = useWords();
  const { scale } = challenge.rule;
  const told = (grade: number | null | undefined) => (typeof grade === "number" ? sayGrade(words, grade) : say(words, "grades.blank"));
  const given = scale.filter((grade) => (judgment.counts[grade] ?? 0) > 0);
  const before = option.before?.judgment;
  return (
    <>
      <p>
        {say(words, "results.median")} <b>{told(judgment.median)}</b>{" "}
        {option.my_mark !== null && <Own>{say(words, "results.yours", { said: told(option.my_mark) })}</Own>}
      </p>
      {before != null && <Before>{told(before.median)}</Before>}
      <div class="wkb-profile" aria-hidden="true">
        {given.map((grade) => (
          <i
            key={grade}
            class={`wkb-g${grade}${grade === judgment.median ? " wkb-median" : ""}`}
            style={{ flexGrow: judgment.counts[grade] }}
          >
            {judgment.counts[grade]}
          </i>
        ))}
      </div>
      <p class="wk-small">
        {given.map((grade) => say(words, "results.counted", { said: told(grade), number: judgment.counts[grade] })).join(" · ")}
        {judgment.blanks > 0 &&
          (challenge.rule.blanks_count
            ? ` (${sayMany(words, lang, "results.blanks", judgment.blanks)})`
            : ` · ${sayMany(words, lang, "results.blanks-out", judgment.blanks)}`)}
      </p>
    </>
  );
}

function Weighed({ option, stances }: { option: TalliedOption; stances: StanceCounts }) {
  const { words } = useWords();
  const count = { agree: stances.agree, disagree: stances.disagree, pass: stances.passed };
  const told = (some: typeof count) =>
    STANCES.map(([stance]) => say(words, "results.counted", { said: say(words, `stance.${stance}`), number: some[stance] })).join(" · ");
  const before = option.before?.stances;
  return (
    <>
      <div class="wkb-profile" aria-hidden="true">
        {STANCES.filter(([stance]) => count[stance] > 0).map(([stance]) => (
          <i key={stance} class={`wkb-${stance}`} style={{ flexGrow: count[stance] }}>
            {count[stance]}
          </i>
        ))}
      </div>
      <p>{told(count)}</p>
      {option.my_mark !== null && (
        <p>
          <Own>{say(words, "results.yours", { said: sayStance(words, option.my_mark) })}</Own>
        </p>
      )}
      {before != null && <Before>{told({ agree: before.agree, disagree: before.disagree, pass: before.passed })}</Before>}
    </>
  );
}

const Own = ({ children }: { children: ComponentChildren }) => <span class="wk-badge">{children}</span>;

/** What it had in the vote before, so that each reads how far it moved. */
function Before({ children }: { children: ComponentChildren }) {
  const { words } = useWords();
  return (
    <p class="wk-quiet wk-small">
      {say(words, "results.before")} {children}
    </p>
  );
}
