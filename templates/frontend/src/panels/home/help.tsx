/** How an afternoon goes, in eight lines. */
import { say, useWords } from "../kit/panel";
import { Button, Opening } from "./pieces";
import { show } from "./view";

const STEPS = ["challenges", "people", "open", "phone", "enter", "lead-it", "synthesis", "after"] as const;

const UPDATES = ["uv tool upgrade workshop-kit", "pipx upgrade workshop-kit"];

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
      <h2>{say(words, "help.update")}</h2>
      <p>{say(words, "help.update.how")}</p>
      <ul class="wkh-typed">
        {UPDATES.map((line) => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => show("workshop")}>{say(words, "back")}</Button>
      </div>
    </div>
  );
}
