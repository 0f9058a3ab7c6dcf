/** A person who asks to be erased and has no phone to do it with: the facilitator does it for them. */
import { useState } from "preact/hooks";
import type { ErasablePerson } from "../../contract";
import { Chips } from "../kit/components";
import { say, useWords } from "../kit/panel";
import { Told, Confirm, useAction } from "./action";

export function Erasure({ persons }: { persons: ErasablePerson[] }) {
  const { words } = useWords();
  const action = useAction();
  const [chosen, setChosen] = useState("");
  const [ideas, setIdeas] = useState<string | null>(null);
  const person = persons.find((one) => one.id === chosen);
  const choices = ["keep", "remove"].map((key) => ({ key, label: say(words, `erase.ideas.${key}`) }));
  const erase = async () => {
    const answer = await action.act("erase_person", { person: chosen, with_ideas: ideas === "remove" });
    if (!answer.ok) return;
    setChosen("");
    setIdeas(null);
  };
  return (
    <details class="wkf-fold">
      <summary>{say(words, "erase")}</summary>
      <div class="wk-card wk-stack">
        <p class="wk-quiet">{say(words, "erase.purpose")}</p>
        <label class="wk-field">
          <span class="wk-label">{say(words, "erase.person")}</span>
          <select value={person === undefined ? "" : chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">{say(words, "erase.choose")}</option>
            {persons.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
        {person === undefined || person.name === "" ? null : <p>{say(words, "erase.name", { name: person.name })}</p>}
        {person === undefined || person.others.length === 0 ? null : (
          <p>{say(words, "erase.others", { names: person.others.join(", ") })}</p>
        )}
        <Chips legend={say(words, "erase.ideas")} choices={choices} value={ideas} onChoose={setIdeas} />
        {person === undefined || ideas === null ? (
          <p class="wk-quiet">{say(words, "erase.first")}</p>
        ) : (
          <Confirm
            label={say(words, "erase.one", { person: person.label })}
            question={say(words, "erase.sure", { person: [person.label, ...person.others].join(", ") })}
            yes={say(words, "erase.yes")}
            no={say(words, "erase.no")}
            onYes={() => void erase()}
          >
            {say(words, "erase.yes")}
          </Confirm>
        )}
        <Told action={action} saved={say(words, "erase.done")} />
      </div>
    </details>
  );
}
