/** Writing a mission: what is to be done, by how many, with which competence, where. */
import { useId, useState } from "preact/hooks";
import { COMPETENCES, type BookedMission } from "../../contract";
import * as LIMITS from "../../limits";
import { say, usePanel } from "../kit/panel";
import { Told, Line, Quiet, useAction } from "./action";

export function MissionForm(props: { challenge: string; mission?: BookedMission; onDone: () => void }) {
  const { model, words } = usePanel<"facilitator", "missions">();
  const action = useAction();
  const places = useId();
  const [title, setTitle] = useState(props.mission?.title ?? "");
  const [count, setCount] = useState(String(props.mission?.places ?? 2));
  const [minimum, setMinimum] = useState(String(props.mission?.min_competence ?? 0));
  const [sector, setSector] = useState(props.mission?.sector ?? "");
  const save = async () => {
    const entries = { title, places: Number(count), min_competence: Number(minimum), sector };
    const answer =
      props.mission === undefined
        ? await action.act("add_mission", { challenge: props.challenge, ...entries })
        : await action.act("change_mission", { mission: props.mission.id, ...entries });
    if (answer.ok) props.onDone();
  };
  return (
    <form
      class="wk-card wkf-mission-form"
      aria-label={props.mission === undefined ? say(words, "add") : say(words, "edit-of", { mission: title })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Line label={say(words, "field.title")} value={title} onInput={setTitle} most={LIMITS.mission_title.longest} />
      <div class="wkf-form-row">
        <label class="wk-field" for={places}>
          <b>{say(words, "field.places")}</b>
          <input
            id={places}
            type="number"
            min={LIMITS.places.least}
            max={LIMITS.places.most}
            value={count}
            onInput={(event) => setCount(event.currentTarget.value)}
          />
        </label>
        <label class="wk-field">
          <b>{say(words, "field.min-competence")}</b>
          <select value={minimum} onChange={(event) => setMinimum(event.currentTarget.value)}>
            {COMPETENCES.map((one) => (
              <option key={one} value={one}>
                {one === 0 ? `0 · ${say(words, "no-minimum")}` : one}
              </option>
            ))}
          </select>
        </label>
        <label class="wk-field">
          <b>{say(words, "field.sector")}</b>
          <select value={sector} onChange={(event) => setSector(event.currentTarget.value)}>
            <option value="">{say(words, "anywhere")}</option>
            {sector === "" || model.sectors.includes(sector) ? null : <option value={sector}>{sector}</option>}
            {model.sectors.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Told action={action} />
      <div class="wk-row">
        <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
          {say(words, "save")}
        </button>
        <Quiet onClick={props.onDone}>{say(words, "cancel")}</Quiet>
      </div>
    </form>
  );
}
