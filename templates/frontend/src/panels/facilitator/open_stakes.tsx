/** Stakes that keep phones from joining while the room welcomes people: said where it is led, with the one way to end it. */
import { say, sayMany, usePanel } from "../kit/panel";
import { Told, useAction } from "./action";

export function OpenStakes() {
  const { model, words, lang } = usePanel<"facilitator", "header">();
  const action = useAction("stakes");
  if (model.course.stakes === null) return null;
  const { stage, number, unfinished, ends } = model.course.stakes;
  return (
    <section class="wkf-open-stakes" aria-labelledby="wkf-open-stakes">
      <p>
        <b id="wkf-open-stakes">{say(words, "stakes.title")}</b> {say(words, `stakes.${stage}`)}{" "}
        {sayMany(words, lang, stage === "judging" ? "stakes.judged" : "stakes.proposed", number)}{" "}
        {unfinished > 0 ? `${sayMany(words, lang, "stakes.unfinished", unfinished)} ` : ""}
        <span class="wk-quiet">{say(words, `stakes.kept.${ends}`)}</span>
      </p>
      <button
        type="button"
        class="wkf-button"
        aria-disabled={action.busy}
        onClick={() => void (action.busy || action.act("move_stakes", { stage: ends }))}
      >
        {say(words, `stakes.end.${ends}`)}
      </button>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </section>
  );
}
