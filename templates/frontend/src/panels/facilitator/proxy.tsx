/** Writing down the idea of someone without a phone. */
import { useState } from "preact/hooks";
import { SOURCES, type Source } from "../../contract";
import * as LIMITS from "../../limits";
import { Chips } from "../kit/components";
import { handOver, useDraft } from "../kit/device";
import { say, usePanel } from "../kit/panel";
import { Told, Line, Quiet, useAction } from "./action";
import { Category } from "./category";

export function ProxyForm() {
  const { model, words } = usePanel<"facilitator", "ideas">();
  const action = useAction();
  const [open, setOpen] = useState(false);
  const [text, setText] = useDraft("proxy:text");
  const [pseudonym, setPseudonym] = useDraft("proxy:pseudonym");
  const [category, setCategory] = useState("");
  const [source, setSource] = useState<Source | null>(null);
  if (!open && text === "") {
    return (
      <div class="wk-row">
        <button type="button" class="wkf-button" onClick={() => setOpen(true)}>
          {say(words, "proxy")}
        </button>
        <Told action={action} saved={say(words, "proxy.saved")} />
      </div>
    );
  }
  const close = () => {
    setText("");
    setPseudonym("");
    setCategory("");
    setSource(null);
    setOpen(false);
  };
  return (
    <form
      noValidate
      class="wk-card wkf-form"
      onSubmit={async (event) => {
        event.preventDefault();
        if (model.challenge === null) return;
        const challenge = model.challenge.id;
        const keepAgain = handOver("proxy:text", "proxy:pseudonym");
        const answer = await action.act("write_for", { challenge, text, pseudonym, category, source });
        if (answer.ok) close();
        else keepAgain();
      }}
    >
      <label class="wk-field">
        <span class="wk-label">{say(words, "proxy.text")}</span>
        <textarea
          class="wkf-statement"
          maxLength={LIMITS.idea.longest}
          value={text}
          // biome-ignore lint/a11y/noAutofocus: the form opens at the press of a button, to write at once
          autoFocus
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <Chips
        legend={say(words, "proxy.source")}
        choices={SOURCES.map((key) => ({ key, label: say(words, `told.${key}`) }))}
        value={source}
        onChoose={(key) => setSource(key as Source)}
      />
      <div class="wkf-columns">
        <Line
          label={say(words, "proxy.who")}
          optional={say(words, "optional")}
          hint={say(words, "proxy.who.hint")}
          value={pseudonym}
          most={LIMITS.pseudonym.longest}
          name
          onInput={setPseudonym}
        />
        {pseudonym.trim() === "" ? null : (
          <Category
            label={say(words, "proxy.as")}
            hint={say(words, "proxy.as.hint")}
            known={model.categories}
            value={category}
            onInput={setCategory}
          />
        )}
      </div>
      <div class="wk-row">
        <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
          {say(words, "proxy.add")}
        </button>
        <Quiet
          onClick={() => {
            action.clear(); // what was refused is given up
            close();
          }}
        >
          {say(words, "cancel")}
        </Quiet>
      </div>
      <Told action={action} />
    </form>
  );
}
