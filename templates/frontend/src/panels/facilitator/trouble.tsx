/** The banner that stands on every page while the workshop cannot be saved, and goes by itself once it can. */
import { sayHour } from "../kit/hours";
import { say, sayMany, usePanel } from "../kit/panel";
import { useTries } from "../kit/tries";
import { useAction } from "./action";

/** First that nothing is lost, then the remedy, then the button. */
export function Trouble() {
  const { model, words, lang } = usePanel<"facilitator", "header">();
  const { act, busy } = useAction();
  const { trouble } = model;
  const tries = useTries(trouble?.code ?? "");
  if (trouble === null) return null;
  const cause = `trouble.${trouble.code}` in words ? trouble.code : "other";
  return (
    <div class="wkf-trouble">
      <p role="alert">
        <b>! {say(words, `trouble.${cause}`)}</b>{" "}
        {trouble.waiting > 0 ? sayMany(words, lang, "trouble.waiting", trouble.waiting) : say(words, "trouble.nothing-lost")}{" "}
        {say(words, `trouble.${cause}.remedy`)}
      </p>
      <button type="button" class="wkf-button" aria-disabled={busy} onClick={() => void (busy || act("try_again").then(tries.note))}>
        {say(words, "trouble.retry")}
      </button>
      <p role="status">
        {tries.number === 0 ? "" : sayMany(words, lang, "trouble.tried", tries.number, { hour: sayHour(words, tries.at) })}
      </p>
    </div>
  );
}
