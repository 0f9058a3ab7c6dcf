/** What a room says of statements: what unites its opinion groups above what sets each apart, then each statement. */
import type { ScreenKnown, ScreenOpinionGroup, ScreenOpinions, ScreenStatement, ScreenStatements, StanceCounts } from "../../contract";
import { say, sayMany, useWords } from "../kit/panel";
import { COUNTED_STANCES } from "../kit/tally";
import { Discussed } from "./discussed";
import { Columns, FittedPart, onPages, PageNumber } from "./pages";
import { BigChallenge, Foot } from "./pieces";
import { Mark, Plane } from "./plane";

export function Statements({ model }: { model: ScreenStatements }) {
  const { words, lang } = useWords();
  const { opinions, statements, discussed, without } = model;
  const [groups, shown, marked] = onPages(model, [opinions?.groups ?? [], statements, discussed] as const);
  const grouped = opinions !== null && groups.length > 0;
  return (
    <>
      <BigChallenge small />
      {statements.length === 0 && marked.length === 0 ? <p class="wk-big">{say(words, "statements.none")}</p> : null}
      {grouped ? <Opinions opinions={opinions} /> : marked.length > 0 ? <Discussed ideas={marked} /> : <All statements={shown} />}
      <Foot>
        <div class="wk-big-quiet">
          {grouped ? <p>{say(words, "groups.near")}</p> : <Key />}
          {model.ungrouped === "" ? null : <p>{say(words, `statements.ungrouped.${model.ungrouped}`)}</p>}
          <p>
            {sayMany(words, lang, "statements.people", model.answered)}
            {grouped && opinions.others > 0 ? ` ${sayMany(words, lang, "groups.others", opinions.others)}` : ""}
            {!grouped && without > 0 ? ` ${sayMany(words, lang, "statements.without", without)}` : ""}
          </p>
        </div>
        <PageNumber />
      </Foot>
    </>
  );
}

function Key() {
  const { words } = useWords();
  return (
    <p class="wk-stance-key">
      {COUNTED_STANCES.map((one) => (
        <span key={one}>
          <i class={`wk-stance-${one}`} /> {say(words, `stance.${one}`)}
        </span>
      ))}
    </p>
  );
}

function All({ statements }: { statements: ScreenStatement[] }) {
  const { words } = useWords();
  return (
    <Columns>
      {statements.map((one, index) => (
        <li key={index} class="wk-card">
          <p class="wk-text">{one.text}</p>
          <Stances counts={one} />
          {one.before === null ? null : (
            <p class="wk-quiet wk-before">
              {say(words, "shift.stances", { agree: one.before.agree, passed: one.before.passed, disagree: one.before.disagree })}
            </p>
          )}
        </li>
      ))}
    </Columns>
  );
}

/** Who agrees, who disagrees, who passes, in the order in which phones ask and tell it: each with its number in the bar. */
function Stances({ counts }: { counts: StanceCounts }) {
  const { words } = useWords();
  const given = COUNTED_STANCES.filter((one) => counts[one] > 0);
  return (
    <div class="wk-profile" role="img" aria-label={given.map((one) => `${say(words, `stance.${one}`)} ${counts[one]}`).join(", ")}>
      {given.map((one) => (
        <i key={one} class={`wk-stance-${one}`} style={{ flexGrow: counts[one] }}>
          {counts[one]}
        </i>
      ))}
    </div>
  );
}

function Opinions({ opinions }: { opinions: ScreenOpinions }) {
  const { words } = useWords();
  const { groups, unites } = opinions;
  return (
    <div class="wk-opinions">
      <Plane groups={groups} />
      <FittedPart class="wk-opinions-words">
        <section class="wk-unites">
          <h2>{say(words, "groups.unites")}</h2>
          {unites.length === 0 ? <p>{say(words, "groups.unites.nothing")}</p> : null}
          {unites.slice(0, groups.length > 3 ? 1 : 2).map((one, index) => (
            <p key={index}>
              <b>{say(words, "groups.quote", { text: one.text })}</b> {say(words, `groups.${one.code}`, { least: one.least })}
            </p>
          ))}
        </section>
        <section class="wk-apart">
          <h2>{say(words, "groups.apart")}</h2>
          <ul>
            {groups.flatMap((group) => group.known.map((one, index) => <Known key={`${group.number}-${index}`} group={group} one={one} />))}
          </ul>
        </section>
      </FittedPart>
    </div>
  );
}

function Known({ group, one }: { group: ScreenOpinionGroup; one: ScreenKnown }) {
  const { words } = useWords();
  return (
    <li>
      <svg viewBox="-30 -30 60 60" aria-hidden="true">
        <Mark number={group.number} x={0} y={0} />
      </svg>
      <span>
        <b>{group.letter}</b> {say(words, `groups.${one.code}`, { text: one.text, count: one.count, seen: one.seen })}
      </span>
    </li>
  );
}
