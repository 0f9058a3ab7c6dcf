/** What a vote gave, whichever its kind: the options in their order, each with what it gathered, and how solid that is. */
import { Fragment } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { OptionFunded, ResultWeighed, RoundTally, ShownRule, TableOption, Tallied } from "../../contract";
import { Facts } from "../kit/components";
import { partProfile } from "../kit/graded";
import { keep, useSame } from "../kit/kept";
import { sayMoney } from "../kit/money";
import { say, sayMany, usePanel, type Words } from "../kit/panel";
import { amountOf, COUNTED_STANCES, shareAmong } from "../kit/tally";
import { Quiet, useAction } from "./action";
import { MissionOf, shorten } from "./deeds";
import { AT_A_TIME, useGrowing, useParts, useSteadyColumns } from "./growing";
import { Opinions } from "./opinions";

type Counted = TableOption & { tally: Tallied };

/**
 * How solid the results are: asked once they stand on the page, and again once what was said to be coming is there.
 * "failed": it could not be told.
 */
function useWeighed(asked: string): ResultWeighed | "failed" | null {
  const { model, send } = usePanel<"facilitator", "ideas">();
  const [told, note] = useState<{ of: string; said: ResultWeighed | "failed" } | null>(null);
  const challenge = model.challenge?.id;
  useEffect(() => {
    let wanted = true;
    if (challenge !== undefined)
      void send("weigh_result", { challenge }).then((answer) => {
        if (wanted) note({ of: asked, said: (answer.ok ? answer.result : undefined) ?? "failed" });
      });
    return () => {
      wanted = false;
    };
  }, [asked, model.weighed]);
  return told?.of === asked ? told.said : null;
}

/** The one line above the results: how solid they are, that it is being worked out, or that it could not be. */
function Solid({ said }: { said: ResultWeighed | "failed" | null }) {
  const { words } = usePanel<"facilitator", "ideas">();
  if (said === null) return null;
  if (said === "failed" || said.coming) {
    return <p class="wk-quiet">{say(words, said === "failed" ? "results.solid.failed" : "results.solid.coming")}</p>;
  }
  if (said.solid === "") return null;
  return (
    <p class="wkf-solid">
      <b>{say(words, "results.solid")}</b> {said.solid}
    </p>
  );
}

export function Results() {
  const { model, words, lang } = usePanel<"facilitator", "ideas">();
  const options = useSame(model.options).filter((option): option is Counted => Boolean(option.tally));
  const share = shareAmong(options.map((option) => option.tally));
  const drawn = useGrowing(options.length, `${model.challenge?.id}`);
  const parts = useParts(options.slice(0, drawn));
  const { kind } = model.rule;
  const table = useRef<HTMLTableElement>(null);
  useSteadyColumns(table, options.length > AT_A_TIME, `${model.challenge?.id} ${kind} ${lang}`);
  const gathered = options.map(({ id, tally }) => [id, tally]);
  const asked = JSON.stringify([model.challenge?.id, lang, model.round, model.voted, model.counts.people, gathered]);
  const said = useWeighed(asked);
  const weighed = said === "failed" ? null : said;
  const funded = new Map(weighed?.funding?.options.map((one) => [one.id, one]));
  const columns = [
    ...(kind === "statements" ? [] : [say(words, "results.rank")]), // more agree with one than with another: that is no place
    say(words, "results.option"),
    kind === "dots" ? say(words, "tally.column") : say(words, `results.${kind}`),
    ...(kind === "dots" || kind === "budget" ? [say(words, "results.supporters")] : []),
    say(words, "column"),
  ];
  return (
    <>
      <p>
        {sayMany(words, lang, "results.voted", model.voted, { people: model.counts.people })}{" "}
        {model.round > 1 ? say(words, "results.round", { number: model.round }) : null}
      </p>
      {kind === "grades" ? (
        <>
          <p class="wk-quiet">{say(words, model.rule.blanks_count ? "results.blanks.count" : "results.blanks.aside")}</p>
          <GradeKey rule={model.rule} blank={model.rule.blanks_count && options.some(({ tally }) => (tally.judgment?.blanks ?? 0) > 0)} />
        </>
      ) : null}
      <Solid said={said} />
      {kind === "statements" ? <Opinions asked={asked} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached from the keyboard */}
      <div class="wkf-scroll" role="region" aria-label={say(words, `results.table.${kind}`)} tabIndex={0}>
        <table ref={table} class="wkf-results">
          <caption class="wk-visually-hidden">{say(words, `results.table.${kind}`)}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {parts.map((rows, part) => (
            <tbody key={part}>
              {rows.map((option) => (
                <KeptRow
                  key={option.id}
                  option={option}
                  share={share(option.tally)}
                  columns={columns.length}
                  funded={funded.get(option.id)}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {weighed?.funding ? (
        <div class="wkf-solid wk-small">
          <p>{weighed.funding.spent}</p>
          <p>{weighed.funding.simple}</p>
        </div>
      ) : null}
    </>
  );
}

/** One result; what became of it stands at its end, and the form that makes it a mission in a row of its own. */
function ResultRow({ option, share, columns, funded }: { option: Counted; share: number; columns: number; funded?: OptionFunded }) {
  const { model, words, lang } = usePanel<"facilitator", "ideas">();
  const [making, make] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    make(false);
    setTimeout(() => opener.current?.focus()); // once the button is back
  };
  const { tally } = option;
  const { kind } = model.rule;
  return (
    <>
      <tr>
        {kind === "statements" ? null : <td>{tally.rank}</td>}
        <th scope="row">
          {option.title}
          <span class="wk-quiet">
            <Facts
              of={[!option.lone && sayMany(words, lang, "gathered", option.ideas.length), option.original && say(words, "original")]}
            />
          </span>
          {funded === undefined ? null : <FundedWhy funded={funded} tally={tally} />}
        </th>
        <td>
          <Gathered tally={tally} rule={model.rule} share={share} />
          {tally.before === null ? null : (
            <p class="wk-quiet wk-small">
              {say(words, "results.before", { what: sayBefore(words, lang, tally, tally.before, model.rule) })}
            </p>
          )}
        </td>
        {kind === "dots" || kind === "budget" ? <td>{tally.supporters}</td> : null}
        <td class="wkf-deed">
          {option.missions.map((mission) => (
            <span key={mission}>{`→ ${mission}`}</span>
          ))}
          {option.missions.length === 0 && !making ? (
            <Quiet button={opener} label={say(words, "make-of", { title: shorten(option.title) })} onClick={() => make(true)}>
              {say(words, "make")}
            </Quiet>
          ) : null}
          {model.stage === "results" && model.course === "results" ? <Discuss option={option} /> : null}
        </td>
      </tr>
      {making && model.challenge !== null ? (
        <tr>
          <td colSpan={columns}>
            <MissionOf option={option.id} challenge={model.challenge.id} title={option.title} onClose={close} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

const KeptRow = keep(ResultRow);

/** Why equal shares fund an option, or do not; where the simple rule would do otherwise, that too. */
function FundedWhy({ funded, tally }: { funded: OptionFunded; tally: Tallied }) {
  const { words } = usePanel<"facilitator", "ideas">();
  const differs = funded.simple !== tally.funded;
  return (
    <p class="wk-quiet wk-small">
      {funded.why} {differs ? say(words, funded.simple ? "results.simple.yes" : "results.simple.no") : null}
    </p>
  );
}

/** An option that is to be talked about takes its turn by its first idea. */
function Discuss({ option }: { option: TableOption }) {
  const { words } = usePanel<"facilitator", "ideas">();
  const action = useAction();
  const first = option.ideas[0];
  if (first === undefined) return null;
  const key = first.discuss ? "discuss.off" : "discuss";
  return (
    <Quiet
      label={say(words, `${key}.one`, { text: shorten(option.title) })}
      onClick={() => void action.act("mark_for_discussion", { idea: first.id, discuss: !first.discuss })}
    >
      {say(words, key)}
    </Quiet>
  );
}

/** What one option gathered: dots as a bar, grades as a profile, stances as three numbers, a budget as funded or not. */
function Gathered({ tally, rule, share }: { tally: Tallied; rule: ShownRule; share: number }) {
  const { words, lang } = usePanel<"facilitator", "ideas">();
  if (tally.judgment !== null) return <Profile judgment={tally.judgment} rule={rule} />;
  if (tally.stances !== null) return <Stances stances={tally.stances} />;
  return (
    <>
      <div class="wkf-bar-cell">
        <i aria-hidden="true" style={{ width: `calc((100% - 3em) * ${share})` }} />
        <b>{amountOf(tally)}</b>
      </div>
      {rule.kind === "budget" ? <p class="wk-small">{sayFunded(words, lang, tally)}</p> : null}
    </>
  );
}

function sayFunded(words: Words, lang: string, { cost, funded }: Tallied): string {
  if (cost === null) return say(words, "results.no-cost");
  const said = sayMoney(lang, cost);
  return say(words, funded === true ? "results.funded" : "results.not-funded", { cost: said });
}

/** What each colour says, once above the table. */
function GradeKey({ rule, blank }: { rule: ShownRule; blank: boolean }) {
  const { words } = usePanel<"facilitator", "ideas">();
  return (
    <p class="wkf-grade-key wk-small">
      {rule.scale.map((grade) => (
        <span key={grade}>
          <i class={`wkf-grade-${grade}`} /> {say(words, `grade.${grade}`)}
        </span>
      ))}
      {blank ? (
        <span>
          <i class="wkf-ungraded" /> {say(words, "results.unjudged")}
        </span>
      ) : null}
    </p>
  );
}

/** The grades given, the best first, with their numbers inside, blanks hatched; the median is framed, and written. */
function Profile({ judgment, rule }: { judgment: NonNullable<RoundTally["judgment"]>; rule: ShownRule }) {
  const { words, lang } = usePanel<"facilitator", "ideas">();
  const { counts, median } = judgment;
  const parts = partProfile(judgment, rule);
  const said = rule.scale.map((grade) => say(words, "results.grade", { grade: say(words, `grade.${grade}`), number: counts[grade] ?? 0 }));
  const blanks = parts.reduce((sum, part) => sum + part.blanks, 0);
  const among = blanks > 0 ? sayMany(words, lang, "results.blanks", blanks) : "";
  return (
    <div class="wkf-graded">
      <span role="img" aria-label={among ? `${said.join(", ")} (${among})` : said.join(", ")}>
        {parts.map((part) => (
          <i
            key={part.grade}
            class={part.grade === median ? `wkf-grade-${part.grade} wkf-median` : `wkf-grade-${part.grade}`}
            style={{ flexGrow: part.count }}
          >
            {part.count > part.blanks ? <span style={{ flexGrow: part.count - part.blanks }}>{part.count - part.blanks}</span> : null}
            {part.blanks > 0 ? (
              <span class="wkf-ungraded" style={{ flexGrow: part.blanks }}>
                <b>{part.blanks}</b>
              </span>
            ) : null}
          </i>
        ))}
      </span>
      <b>{median === null ? say(words, "results.unjudged") : say(words, `grade.${median}`)}</b>
      {among ? (
        <small class="wk-quiet" aria-hidden="true">
          {among}
        </small>
      ) : null}
    </div>
  );
}

/** Of hundreds of rows: a line of text, since what cuts off its edges, as `Facts` does, is a layer to paint in each. */
function Stances({ stances }: { stances: NonNullable<RoundTally["stances"]> }) {
  const { words } = usePanel<"facilitator", "ideas">();
  return (
    <div class="wkf-stances">
      <span aria-hidden="true">
        {COUNTED_STANCES.map((one) =>
          stances[one] === 0 ? null : <i key={one} class={`wkf-stance-${one}`} style={{ flexGrow: stances[one] }} />,
        )}
      </span>
      <span>
        {COUNTED_STANCES.map((one, at) => (
          <Fragment key={one}>
            {at > 0 ? " · " : null}
            <span>{say(words, `results.${one}`, { number: stances[one] })}</span>
          </Fragment>
        ))}
      </span>
    </div>
  );
}

/** The first vote beside the second, in words. */
function sayBefore(words: Words, lang: string, now: Tallied, before: RoundTally, rule: ShownRule): string {
  if (before.judgment !== null) {
    const { median } = before.judgment;
    return median === null ? say(words, "results.unjudged") : say(words, `grade.${median}`);
  }
  if (before.stances !== null) return say(words, "results.agree", { number: before.stances.agree });
  const moved = amountOf(now) - before.dots;
  const sign = moved > 0 ? `+${moved}` : moved < 0 ? `−${-moved}` : "=";
  return rule.kind === "budget" || rule.kind === "dots" ? `${before.dots.toLocaleString(lang)} (${sign})` : "";
}
