/** More ideas than a person writes: told also before the reveal, held back together, and given back the same way. */
import { useState } from "preact/hooks";
import type { FloodOfIdeas, SweptIdeas } from "../../contract";
import { sayHour } from "../kit/hours";
import { say, sayMany, usePanel } from "../kit/panel";
import { Told, useAction } from "./action";

const pad = (number: number): string => String(number).padStart(2, "0");

/** A moment as the hour that a field of hours takes. */
const hourOf = (moment: number): string => {
  const at = new Date(moment);
  return `${pad(at.getHours())}:${pad(at.getMinutes())}`;
};

export function Floods() {
  const { model, words } = usePanel<"facilitator", "ideas">();
  const { floods, sweeps } = model;
  const action = useAction(model.challenge?.id);
  if (floods.length === 0 && sweeps.length === 0) return null;
  return (
    <section class="wkf-note wk-stack-tight wkf-floods" aria-label={say(words, "floods")}>
      {floods.map((flood) => (
        <Flood key={flood.idea} flood={flood} action={action} />
      ))}
      {sweeps.map((sweep) => (
        <Swept key={sweep.id} sweep={sweep} action={action} />
      ))}
      {floods.length > 0 ? <Newcomers since={Math.min(...floods.map((one) => one.since))} action={action} /> : null}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </section>
  );
}

type Acting = { action: ReturnType<typeof useAction> };

function Flood({ flood, action }: { flood: FloodOfIdeas } & Acting) {
  const { words, lang } = usePanel<"facilitator", "ideas">();
  const [since, setSince] = useState(hourOf(flood.since));
  const said = sayMany(words, lang, flood.owned ? "flood.device" : "flood.nobody", flood.ideas, { hour: sayHour(words, flood.since) });
  return (
    <form
      class="wkf-flood"
      aria-label={said}
      onSubmit={(event) => {
        event.preventDefault();
        void action.act("sweep_device", { idea: flood.idea, since });
      }}
    >
      <b role="status">{said}</b>
      <Since value={since} onInput={setSince} />
      <button type="submit" class="wkf-button">
        {say(words, "flood.sweep")}
      </button>
    </form>
  );
}

/** Many seats of one device, each with a few ideas: what came since an hour from whoever came since then. */
function Newcomers({ since: first, action }: { since: number } & Acting) {
  const { words } = usePanel<"facilitator", "ideas">();
  const [since, setSince] = useState(hourOf(first));
  return (
    <details>
      <summary>{say(words, "flood.more")}</summary>
      <form
        class="wkf-flood"
        onSubmit={(event) => {
          event.preventDefault();
          void action.act("sweep_newcomers", { since });
        }}
      >
        <p>{say(words, "flood.newcomers")}</p>
        <Since value={since} onInput={setSince} />
        <button type="submit" class="wkf-button">
          {say(words, "flood.sweep")}
        </button>
      </form>
    </details>
  );
}

function Since({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  const { words } = usePanel<"facilitator", "ideas">();
  return (
    <label>
      {say(words, "flood.since")} <input type="time" value={value} onInput={(event) => onInput(event.currentTarget.value)} />
    </label>
  );
}

function Swept({ sweep, action }: { sweep: SweptIdeas } & Acting) {
  const { words, lang } = usePanel<"facilitator", "ideas">();
  const said = sayMany(words, lang, "swept", sweep.ideas.length, { hour: sayHour(words, sweep.at) });
  return (
    <div class="wkf-flood">
      <span>{said}</span>
      <button
        type="button"
        class="wkf-button wkf-plain"
        aria-label={`${say(words, "swept.back")} ${said}`}
        onClick={() => void action.act("undo_sweep", { sweep: sweep.id })}
      >
        {say(words, "swept.back")}
      </button>
    </div>
  );
}
