/** The volunteers before the workshop: how many forms came, the form's own switch, and a shop's paper list typed in fast. */
import { Facts } from "../kit/components";
import { say, sayMany, usePanel } from "../kit/panel";
import { shorten } from "../stage/pieces";
import { Told, useAction } from "./action";
import { PaperList } from "./paper_list";
import { Section } from "./section";

export function ListPanel() {
  const { model, words, lang } = usePanel<"facilitator", "list">();
  const state = [
    model.forms === 0 ? say(words, "state.none") : sayMany(words, lang, "forms", model.forms),
    model.phase === "form" ? say(words, "state.form-open") : "",
  ];
  return (
    <Section id="wkf-list" title={say(words, "title")} state={<Facts of={state} />}>
      <FormSwitch />
      <div class="wkf-list-counts">
        {model.forms === 0 ? (
          <p class="wk-quiet">{say(words, "none")}</p>
        ) : (
          <p>
            <b>{sayMany(words, lang, "forms", model.forms)}</b>
            {model.typed > 0 ? ` · ${sayMany(words, lang, "typed", model.typed)}` : null}
            {` · ${sayMany(words, lang, "reachable", model.reachable)}`}
          </p>
        )}
        {model.forms > 0 && model.challenges.length > 0 ? (
          <ul aria-label={say(words, "stakes")}>
            {model.challenges.map((one) => (
              <li key={one.id}>{sayMany(words, lang, "stake", one.forms, { stake: one.stake })}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <PaperList />
    </Section>
  );
}

/** Whether the form is open, and the way to open it before the workshop or to leave it for the welcome. */
function FormSwitch() {
  const { model, words } = usePanel<"facilitator", "list">();
  const action = useAction(model.phase);
  const { phase, since } = model;
  const open = phase === "form";
  const state = open ? (model.join === "" ? "open-nowhere" : "open") : phase === "welcome" ? "closed" : "over";
  const move = () => void action.act("move_room", { phase: open ? "welcome" : "form", since, read_first: null });
  return (
    <div class="wk-stack-tight">
      <p>
        {say(words, `state.${state}`, { address: shorten(model.join) })}
        {open && model.door !== "" ? ` ${say(words, "door", { words: model.door })}` : null}
      </p>
      {state === "over" ? null : (
        <p>
          <button type="button" class="wkf-button" aria-disabled={action.busy} onClick={() => action.busy || move()}>
            {say(words, open ? "close" : "open")}
          </button>
        </p>
      )}
      <Told action={action} saved={say(words, "moved")} />
    </div>
  );
}
