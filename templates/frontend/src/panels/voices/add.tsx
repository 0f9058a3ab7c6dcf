/** Somebody without a phone comes in; the facilitator may also speak for one whose phone went dead. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import * as LIMITS from "../../limits";
import { say } from "../kit/panel";
import { Field, Form, Told, useSaying, useSpeaking } from "./speaking";

/** A category from the list, or any other word. */
export function Category(props: { label: string; value: string; onInput: (text: string) => void }) {
  const { model, words } = useSpeaking();
  const list = useId();
  return (
    <>
      <Field
        label={props.label}
        hint={say(words, "add.category-hint")}
        value={props.value}
        onInput={props.onInput}
        most={LIMITS.category.longest}
        list={list}
      />
      <datalist id={list}>
        {model.categories.map((one) => (
          <option key={one.key} value={one.label} />
        ))}
      </datalist>
    </>
  );
}

export function AddForm({ onClose, onDone, children }: { onClose: () => void; onDone: () => void; children?: ComponentChildren }) {
  const { model, words } = useSpeaking();
  const saying = useSaying();
  const [pseudonym, setPseudonym] = useState("");
  const [category, setCategory] = useState("");
  const [sector, setSector] = useState("");
  const add = async () => {
    const answer = await saying.act("add_voice", { pseudonym, category, sector });
    if (answer.ok) onDone();
  };
  return (
    <Form title={say(words, "add.title")} onClose={onClose} onSubmit={() => void add()}>
      <div class="wkv-columns">
        <Field label={say(words, "add.pseudonym")} value={pseudonym} onInput={setPseudonym} most={LIMITS.pseudonym.longest} />
        <Category label={say(words, "add.category")} value={category} onInput={setCategory} />
        {model.sectors.length === 0 ? null : (
          <label class="wk-field">
            <b>{say(words, "add.sector")}</b>
            <select value={sector} onChange={(event) => setSector(event.currentTarget.value)}>
              <option value="">{say(words, "choose")}</option>
              {model.sectors.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
        )}
      </div>
      <button type="submit" class="wk-go">
        {say(words, "add.go")}
      </button>
      <Told saying={saying} />
      {children}
    </Form>
  );
}
