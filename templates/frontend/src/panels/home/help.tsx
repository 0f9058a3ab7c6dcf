/** How an afternoon goes, in eight lines. */
import { say, useWords } from "../kit/panel";
import { Button, Opening } from "./pieces";
import { show } from "./view";

const STEPS = ["challenges", "people", "open", "phone", "enter", "lead", "synthesis", "after"] as const;

export function Help() {
  const { words } = useWords();
  return (
    <div class="wkh-page wkh-stack">
      <Opening>{say(words, "help.title")}</Opening>
      <p>{say(words, "help.lead")}</p>
      <ol class="wkh-steps">
        {STEPS.map((step) => (
          <li key={step}>
            <p>
              <b>{say(words, `help.${step}.when`)}</b> {say(words, `help.${step}`)}
            </p>
          </li>
        ))}
      </ol>
      <p class="wkh-quiet">{say(words, "help.stuck")}</p>
      <div>
        <Button onClick={() => show("workshop")}>{say(words, "back")}</Button>
      </div>
    </div>
  );
}
