/** The way in for a helper, small at the end of every page; what is behind it is fetched once somebody was let in. */
import { useState } from "preact/hooks";
import * as LIMITS from "../../limits";
import { Go } from "../kit/components";
import { useDraft } from "../kit/device";
import { LEFT_ALONE } from "../kit/fields";
import { say, usePanel } from "../kit/panel";
import { Fetched } from "./fetched";
import { Told, Waiting, answerOf, useOnPage, type Answer } from "./page";

export function Helper() {
  const { model } = usePanel<"participant", "helper">();
  return model.helping ? <Inside {...model} /> : <CodeDoor ask="come_to_help" said="way-" more=" wk-helper-door" />;
}

/** A folded way in by a code; its words begin with `said`. Whoever hears that it is open makes it the page's main action. */
export function CodeDoor(props: { ask: "come_to_help" | "return_to_seat"; said: string; more?: string; onOpen?: (open: boolean) => void }) {
  const { ask, said, more = "", onOpen } = props;
  const { words, send } = usePanel<"participant">();
  const [code, setCode] = useDraft(`${said}code`); // the page may rest while it is typed
  const [open, fold] = useState(code !== "");
  const [answer, tell] = useState<Answer | null>(null);
  const close = () => {
    setCode("");
    fold(false);
  };
  const come = async () => {
    tell(null);
    const reply = await send(ask, { code });
    if (reply.ok) close();
    else tell(answerOf(reply));
  };
  return (
    <details
      open={open}
      class={`wk-more${more}`}
      onToggle={(event) => {
        onOpen?.(event.currentTarget.open);
        fold(event.currentTarget.open);
      }}
    >
      <summary>{say(words, `${said}link`)}</summary>
      <form
        class="wk-stack"
        onSubmit={(event) => {
          event.preventDefault();
          void come();
        }}
      >
        <p>{say(words, `${said}lead`)}</p>
        <label class="wk-field">
          <b>{say(words, `${said}code`)}</b>
          <input
            type="text"
            {...LEFT_ALONE}
            autocapitalize="none"
            maxLength={LIMITS.helper_code.longest}
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <Told answer={answer} />
        <Waiting />
        <Go second={onOpen === undefined} onClick={() => void come()}>
          {say(words, `${said}enter`)}
        </Go>
        {onOpen && (
          <Go second onClick={close}>
            {say(words, "cancel")}
          </Go>
        )}
      </form>
    </details>
  );
}

function Inside({ helping, seated }: { helping: string; seated: boolean }) {
  useOnPage("wk-has-helper", !seated);
  return <Fetched key={helping} name={helping} />;
}
