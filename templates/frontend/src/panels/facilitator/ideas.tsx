/** Step 3: ideas counted while people write, then revealed, gathered and voted on. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Gauge, Tallied, TableOption } from "../../contract";
import { Facts } from "../kit/components";
import { say, sayMany, usePanel, type Words } from "../kit/panel";
import { amountOf, shareAmong } from "../kit/tally";
import { Quiet } from "./action";
import { MissionOf, shorten } from "./deeds";
import { Floods } from "./floods";
import { IdeaDesk } from "./gather";
import { ImportLink } from "./import_link";
import { useChosen } from "./looking";
import { HeldIdeas, listHeld } from "./option";
import { ProxyForm } from "./proxy";

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
  const { stage, options } = model;
  if ((stage === "reveal" || stage === "vote") && options.length > 0) return <IdeaDesk gauges={<Above />} proxy={<WriteFor />} />;
  return (
    <div class="wkf-desk">
      <div class="wkf-desk-main">
        <Above />
        <h2>{say(words, `stage.${model.course === "unopened" ? "unopened" : stage}`)}</h2>
        {stage === "hidden" ? <Hidden /> : options.length === 0 ? <p class="wkf-empty">{say(words, "empty")}</p> : <Results />}
        <HeldIdeas ideas={listHeld(model)} />
      </div>
      {stage === "hidden" || stage === "reveal" ? (
        <aside class="wkf-desk-aside" aria-label={say(words, "aside")}>
          <WriteFor />
          <ImportLink kind="ideas" />
        </aside>
      ) : null}
    </div>
  );
}

/** What stands over the ideas, whatever is seen of them. */
function Above() {
  return (
    <>
      <Floods />
      <Gauges />
    </>
  );
}

/** Writing for someone else, while ideas are taken. */
function WriteFor() {
  const { model } = usePanel<"facilitator", "ideas">();
  return model.stage === "hidden" || model.stage === "reveal" ? <ProxyForm key={model.challenge?.id} /> : null;
}

/** The measures that help to act now, folded into one line; opened, each says what to do about it. */
function Gauges() {
  const { model, words } = usePanel<"facilitator", "ideas">();
  if (model.gauges.length === 0) return null;
  return (
    <details class="wkf-gauges">
      <summary>
        {model.gauges.map((gauge) => (
          <span key={gauge.key}>
            {say(words, `gauge.${gauge.key}.short`)} <b>{sayGauge(words, gauge)}</b>
          </span>
        ))}
      </summary>
      <dl>
        {model.gauges.map((gauge) => (
          <div key={gauge.key}>
            <dt>{say(words, `gauge.${gauge.key}`)}</dt>
            <dd>{gauge.sentence}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function sayGauge(words: Words, { part, whole }: Gauge): string {
  return part === null || whole === null ? say(words, "gauge.none") : say(words, "gauge.of", { part, whole });
}

function Hidden() {
  const { model, words, lang } = usePanel<"facilitator", "ideas">();
  const { counts } = model;
  return (
    <div class="wkf-hidden">
      <p class="wkf-huge">{sayMany(words, lang, model.seen ? "hidden.again" : "hidden", counts.ideas)}</p>
      <p class="wk-quiet">{say(words, model.seen ? "hidden.again.why" : "hidden.why")}</p>
      {model.course === "writing" && counts.silent > 0 && counts.ideas > 0 ? (
        <p>{sayMany(words, lang, "hidden.silent", counts.silent)}</p>
      ) : null}
    </div>
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
