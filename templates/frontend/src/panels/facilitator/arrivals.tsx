/** At the door: who is expected, found by a few letters, and ticked once they are there. */
import { useState } from "preact/hooks";
import type { Expected } from "../../contract";
import { Facts } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Tick, Told, useAction, type Action } from "./action";

/** How many are listed before one looks for a name: a glance at the door. */
const AT_A_GLANCE = 12;

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function ArrivalsPanel() {
  const { model, words, lang } = usePanel<"facilitator", "arrivals">();
  const action = useAction();
  const [search, look] = useState("");
  if (model.expected.length === 0) return null;
  const wanted = fold(search).trim();
  const found = model.expected.filter((one) => fold(`${one.name} ${one.contact}`).includes(wanted));
  const shown = wanted === "" ? found.filter((one) => !one.came).slice(0, AT_A_GLANCE) : found;
  return (
    <section class="wkf-page wk-stack" aria-labelledby="wkf-arrivals">
      <div class="wk-row">
        <h2 id="wkf-arrivals">{say(words, "title")}</h2>
        <span class="wk-quiet">{sayMany(words, lang, "came", model.came, { coming: model.coming })}</span>
      </div>
      <label class="wk-field">
        <span class="wk-label">{say(words, "search")}</span>
        <input type="search" autocomplete="off" value={search} onInput={(event) => look(event.currentTarget.value)} />
      </label>
      <ul class="wkf-candidates wkf-arrivals">
        {shown.map((one) => (
          <li key={one.id}>
            <Arrival one={one} action={action} />
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p class="wk-quiet">{say(words, wanted === "" ? "all" : "none")}</p> : null}
      {wanted === "" && found.filter((one) => !one.came).length > AT_A_GLANCE ? <p class="wk-quiet">{say(words, "more")}</p> : null}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </section>
  );
}

function Arrival({ one, action }: { one: Expected; action: Action }) {
  const { words } = useWords();
  return (
    <>
      <Tick
        ticked={one.came}
        label={say(words, "here", { name: one.name })}
        onTick={(here) => action.act("set_status", { stakeholder: one.id, status: here ? "came" : null })}
      />
      <div>
        <b>{one.name}</b>
        <p class="wk-quiet">
          <Facts of={[one.contact, one.category, one.coming ? "" : say(words, "unanswered")]} />
        </p>
      </div>
    </>
  );
}
