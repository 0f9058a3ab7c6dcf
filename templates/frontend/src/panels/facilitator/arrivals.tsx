/** At the door: who is expected, and by a few letters whoever stands on the list, ticked once they are there. */
import { useState } from "preact/hooks";
import type { Expected } from "../../contract";
import { Facts } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Tick, Told, useAction, type Action } from "./action";

/** How many are listed before one looks for a name: a glance at the door. */
const AT_A_GLANCE = 12;

/** Whom no letter is noted for, and who had said no: found by their name, not waited for. */
const unawaited = (one: Expected) => one.status === "to_invite" || one.status === "declined";
const came = (one: Expected) => one.status === "came";

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function ArrivalsPanel() {
  const { model, words, lang } = usePanel<"facilitator", "arrivals">();
  const action = useAction();
  const [search, look] = useState("");
  if (model.expected.length === 0) return null;
  const wanted = fold(search).trim();
  const found = model.expected.filter((one) => fold(`${one.name} ${one.contact}`).includes(wanted));
  const awaited = found.filter((one) => !came(one) && !unawaited(one));
  const shown = wanted === "" ? awaited.slice(0, AT_A_GLANCE) : found;
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
      {shown.length === 0 && (wanted !== "" || model.coming > 0) ? (
        <p class="wk-quiet">{say(words, wanted === "" ? "all" : "none")}</p>
      ) : null}
      {wanted === "" && awaited.length > AT_A_GLANCE ? <p class="wk-quiet">{say(words, "more")}</p> : null}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </section>
  );
}

function Arrival({ one, action }: { one: Expected; action: Action }) {
  const { words } = useWords();
  return (
    <>
      <Tick
        ticked={came(one)}
        label={say(words, "here", { name: one.name })}
        onTick={(here) => action.act("set_status", { stakeholder: one.id, status: here ? "came" : null })}
      />
      <div>
        <b>{one.name}</b>
        <p class="wk-quiet">
          <Facts of={[one.contact, one.category, one.status === "coming" || came(one) ? "" : say(words, `answer.${one.status}`)]} />
        </p>
      </div>
    </>
  );
}
