/** Step 3: ideas counted while people write, then revealed, gathered and voted on. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Tallied, TableOption } from "../../contract";
import { ChallengeFrame, Facts } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { amountOf, shareAmong } from "../kit/tally";
import { Meter, Quiet } from "./action";
import { MissionOf, shorten } from "./deeds";
import { GatherTable } from "./gather";
import { useChosen } from "./looking";
import { ProxyForm } from "./proxy";
import { HeldIdeas, IdeaLine } from "./option";

export function IdeasPanel() {
  const { model, words, send } = usePanel<"facilitator", "ideas">();
  const chosen = useChosen();
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (chosen === followed.current) return;
    followed.current = chosen;
    void send("look_at", { challenge: chosen });
  }, [chosen]);
  if (model.challenge === null) return <p class="wkf-empty">{say(words, "no-challenge")}</p>;
  const { number, total, statement } = model.challenge;
  return (
    <div class="wkf-page wkf-two">
      <aside class="wkf-aside" aria-label={say(words, "aside")}>
        <ChallengeFrame label={say(words, "challenge", { number, total })} statement={statement} />
        <Counts />
        {model.gauges.map((gauge) => (
          <Meter key={gauge.key} ratio={gauge.value} title={say(words, `gauge.${gauge.key}`)} sentence={gauge.sentence} />
        ))}
      </aside>
      <div class="wk-stack">
        <div class="wk-row">
          <h2>{say(words, `stage.${model.stage}`)}</h2>
          <span class="wk-quiet">{say(words, `stage.${model.stage}.note`)}</span>
        </div>
        {model.stage === "hidden" || model.stage === "reveal" ? <ProxyForm /> : null}
        <Stage />
        <HeldIdeas ideas={model.held} />
      </div>
    </div>
  );
}

function Counts() {
  const { model, words, lang } = usePanel<"facilitator", "ideas">();
  return (
    <dl class="wkf-counts wkf-wide">
      {(["ideas", "wrote", "silent"] as const).map((key) => (
        <div key={key}>
          <dd>{model.counts[key]}</dd>
          <dt>{sayMany(words, lang, `count.${key}`, model.counts[key])}</dt>
        </div>
      ))}
    </dl>
  );
}

function Stage() {
  const { model, words, lang } = usePanel<"facilitator", "ideas">();
  const { stage, counts, options } = model;
  if (stage === "hidden") {
    return (
      <div class="wkf-hidden">
        <p class="wkf-huge">{sayMany(words, lang, "hidden", counts.ideas)}</p>
        <p class="wk-quiet">{say(words, "hidden.why")}</p>
        {counts.silent > 0 && counts.ideas > 0 ? <p>{sayMany(words, lang, "hidden.silent", counts.silent)}</p> : null}
      </div>
    );
  }
  if (options.length === 0) return <p class="wkf-empty">{say(words, "empty")}</p>;
  if (stage === "results") return <Results />;
  if (model.may_gather) return <GatherTable />;
  return (
    <>
      <p class="wkf-huge">{sayMany(words, lang, "voted", model.voted, { people: counts.people })}</p>
      <p class="wk-quiet">{say(words, "gathering-closed")}</p>
      <ul class="wkf-ideas">
        {options.map((option) => (
          <li key={option.id} class="wk-card">
            <OptionText option={option} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OptionText({ option }: { option: TableOption }) {
  const { words, lang } = useWords();
  const first = option.ideas[0];
  if (option.lone && first !== undefined) return <IdeaLine idea={first} original={option.original} removable holdable />;
  return (
    <>
      <h3>{option.title}</h3>
      <p class="wk-quiet">{sayMany(words, lang, "gathered", option.ideas.length)}</p>
      <ul class="wkf-lineage">
        {option.ideas.map((idea) => (
          <li key={idea.id}>
            <IdeaLine idea={idea} removable holdable />
          </li>
        ))}
      </ul>
    </>
  );
}

function Results() {
  const { model, words, lang } = usePanel<"facilitator", "ideas">();
  const options = model.options.flatMap(({ tally, ...option }) => (tally ? [{ ...option, tally }] : []));
  const share = shareAmong(options.map((option) => option.tally));
  return (
    <>
      <p>{sayMany(words, lang, "results.voted", model.voted, { people: model.counts.people })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached from the keyboard */}
      <div class="wkf-scroll" role="region" aria-label={say(words, "results.table")} tabIndex={0}>
        <table class="wkf-results">
          <caption class="wk-visually-hidden">{say(words, "results.table")}</caption>
          <thead>
            <tr>
              <th scope="col">{say(words, "results.rank")}</th>
              <th scope="col">{say(words, "results.option")}</th>
              <th scope="col">{say(words, "tally.column")}</th>
              <th scope="col">{say(words, "results.supporters")}</th>
              <th scope="col">{say(words, "column")}</th>
            </tr>
          </thead>
          <tbody>
            {options.map((option) => (
              <ResultRow key={option.id} option={option} share={share(option.tally)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** One result; what became of it stands at its end, and the form that makes it a mission in a row of its own. */
function ResultRow({ option, share }: { option: TableOption & { tally: Tallied }; share: number }) {
  const { model, words, lang } = usePanel<"facilitator", "ideas">();
  const [making, make] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    make(false);
    setTimeout(() => opener.current?.focus()); // once the button is back
  };
  return (
    <>
      <tr>
        <td>{option.tally.rank}</td>
        <th scope="row">
          {option.title}
          <span class="wk-quiet">
            <Facts
              of={[!option.lone && sayMany(words, lang, "gathered", option.ideas.length), option.original && say(words, "original")]}
            />
          </span>
        </th>
        <td>
          <div class="wkf-bar-cell">
            <i aria-hidden="true" style={{ width: `calc((100% - 3em) * ${share})` }} />
            <b>{amountOf(option.tally)}</b>
          </div>
        </td>
        <td>{option.tally.supporters}</td>
        <td class="wkf-deed">
          {option.missions.map((mission) => (
            <span key={mission}>{`→ ${mission}`}</span>
          ))}
          {option.missions.length === 0 && !making ? (
            <Quiet button={opener} label={say(words, "make-of", { title: shorten(option.title) })} onClick={() => make(true)}>
              {say(words, "make")}
            </Quiet>
          ) : null}
        </td>
      </tr>
      {making && model.challenge !== null ? (
        <tr>
          <td colSpan={5}>
            <MissionOf option={option.id} challenge={model.challenge.id} title={option.title} onClose={close} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
