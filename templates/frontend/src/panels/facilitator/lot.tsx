/** Step 2: a lot that is fair to each person: from whom, what the panel holds, the chances, and the dice of the room. */
import { useRef } from "preact/hooks";
import { say, usePanel } from "../kit/panel";
import { Told, useAction } from "./action";
import { LotPool } from "./lot_pool";
import { LotQuotas } from "./lot_quotas";
import { LotResult } from "./lot_result";
import { Section } from "./section";

export function LotPanel() {
  const { model, words } = usePanel<"facilitator", "lot">();
  return (
    <Section id="wkf-lot" title={say(words, "title")} state={say(words, "summary")}>
      <div class="wk-stack wkf-lot">
        <LotPool />
        {model.source === null || model.columns.length + model.size === 0 ? null : <LotQuotas />}
        {model.source === null ? null : <Making />}
        <LotResult />
        <Kept />
      </div>
    </Section>
  );
}

/** The panels being made: begun, stopped, or impossible with the change that would allow one. */
function Making() {
  const { model, words } = usePanel<"facilitator", "lot">();
  const action = useAction(model.making.state);
  const begun = useRef<HTMLButtonElement>(null);
  const { making } = model;
  const working = making.state === "working";
  const stop = async () => {
    await action.act("stop_lot");
    begun.current?.focus();
  };
  return (
    <div class="wk-stack-tight">
      {making.state === "impossible" ? (
        <div class="wkf-lot-impossible wk-stack-tight" role="alert">
          <p>{say(words, "impossible", { size: model.size })}</p>
          <ul>
            {making.changes.map((one) => (
              <li key={one}>
                <b>{one}</b>
              </li>
            ))}
          </ul>
          <div class="wk-row">
            <button type="button" class="wkf-button wkf-next" onClick={() => void action.act("make_lot", { relaxed: true })}>
              {say(words, "take-this")}
            </button>
            <span class="wk-quiet">{say(words, "or-change")}</span>
          </div>
        </div>
      ) : null}
      <div class="wk-row">
        <button
          ref={begun}
          type="button"
          class={making.state === "impossible" || model.shown !== null ? "wkf-button" : "wkf-button wkf-next"}
          aria-disabled={working || action.busy}
          onClick={() => (working || action.busy ? undefined : void action.act("make_lot", { relaxed: false }))}
        >
          {say(words, model.shown === null ? "make" : "make.again")}
        </button>
        {working ? <span class="wk-quiet">{say(words, "wait")}</span> : null}
      </div>
      {working ? (
        <div class="wkf-progress">
          <progress aria-label={making.doing} value={making.share} max={1} />
          <button type="button" class="wkf-button" onClick={() => void stop()}>
            {say(words, "stop")}
          </button>
        </div>
      ) : null}
      <p role="status" class="wk-quiet">
        {working ? making.doing : making.state === "stopped" ? say(words, "stopped") : ""}
      </p>
      {making.sentence === "" ? null : (
        <p role="alert" class="wk-refused">
          {making.sentence}
        </p>
      )}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </div>
  );
}

function Kept() {
  const { model, words } = usePanel<"facilitator", "lot">();
  const action = useAction();
  if (model.kept.length === 0) return null;
  return (
    <details class="wk-more">
      <summary>{say(words, "kept")}</summary>
      <ul class="wkf-lot-kept">
        {model.kept.map((one) => (
          <li key={one.id}>
            {one.label}{" "}
            <button
              type="button"
              class="wk-quiet-action"
              aria-label={`${say(words, "see")} – ${one.label}`}
              onClick={() => void action.act("look_at_lot", { lot: one.id, page: 1, named: false })}
            >
              {say(words, "see")}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
