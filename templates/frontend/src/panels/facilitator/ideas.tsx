/** Step 3: ideas counted while people write, then revealed, gathered and voted on. */
import { useEffect, useRef } from "preact/hooks";
import { say, sayMany, usePanel } from "../kit/panel";
import { Floods } from "./floods";
import { IdeaDesk } from "./gather";
import { Gauges } from "./gauges";
import { ImportLink } from "./import_link";
import { useChosen } from "./looking";
import { HeldFor, HeldIdeas, listHeld } from "./option";
import { Nudge, Progress } from "./progress";
import { ProxyForm } from "./proxy";
import { Results } from "./results";
import { TensionList, useTensions } from "./tensions";
import { Turns } from "./turns";

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
        {stage === "results" && model.turns.length > 0 ? (
          <details class="wkf-gauges">
            <summary>
              {say(words, "filter.discuss")} <b>{model.turns.length}</b>
            </summary>
            <Turns />
          </details>
        ) : null}
        {stage === "results" ? <Opposing /> : null}
        <h2>{say(words, `stage.${model.course === "unopened" ? "unopened" : stage}`)}</h2>
        {stage === "hidden" ? <Hidden /> : options.length === 0 ? <p class="wkf-empty">{say(words, "empty")}</p> : <Results />}
        {stage === "hidden" ? null : <HeldFor />}
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

/** The ideas that oppose each other, folded. */
function Opposing() {
  const { words } = usePanel<"facilitator", "ideas">();
  const tensions = useTensions();
  const some = useRef(false);
  some.current ||= tensions.open.length > 0; // who answers the last one is still there
  if (!some.current) return null;
  return (
    <details class="wkf-gauges">
      <summary>
        {say(words, "filter.tension")} <b>{tensions.open.length}</b>
      </summary>
      <TensionList tensions={tensions} />
    </details>
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

function Hidden() {
  const { model, words, lang } = usePanel<"facilitator", "ideas">();
  const { counts } = model;
  return (
    <div class="wkf-hidden">
      <p class="wkf-huge">{sayMany(words, lang, model.seen ? "hidden.again" : "hidden", counts.ideas)}</p>
      <p class="wk-quiet">{say(words, model.seen ? "hidden.again.why" : "hidden.why")}</p>
      {model.course === "writing" ? (
        <>
          <Progress />
          <Nudge silent={model.progress.silent} />
        </>
      ) : null}
      <HeldFor />
    </div>
  );
}
