/** The way in for a helper, small at the end of every page; what is behind it is fetched once somebody was let in. */
import { useEffect, useRef, useState } from "preact/hooks";
import * as LIMITS from "../../limits";
import { Go } from "../kit/components";
import { useDraft } from "../kit/device";
import { LEFT_ALONE } from "../kit/fields";
import type { PanelModel } from "../kit/model";
import { say, usePanel } from "../kit/panel";
import { Told, Waiting, answerOf, useOnPage, type Answer } from "./page";

export function Helper() {
  const { model } = usePanel<"participant", "helper">();
  return model.helping ? <Inside seated={model.seated} /> : <CodeDoor ask="come_to_help" said="way-" more=" wk-helper-door" />;
}

/** A folded way in by a code; its words begin with `said`. Whoever hears that it is open makes it the page's main action. */
export function CodeDoor(props: { ask: "come_to_help" | "return_to_seat"; said: string; more?: string; onOpen?: (open: boolean) => void }) {
  const { ask, said, more = "", onOpen } = props;
  const { words, send } = usePanel<"participant">();
  const [code, setCode] = useDraft(`${said}code`); // the page may rest while it is typed
  const [open, fold] = useState(code !== "");
  const [answer, tell] = useState<Answer | null>(null);
  const come = async () => {
    tell(null);
    const reply = await send(ask, { code });
    if (reply.ok) setCode("");
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
          <Go
            second
            onClick={() => {
              setCode("");
              fold(false);
            }}
          >
            {say(words, "cancel")}
          </Go>
        )}
      </form>
    </details>
  );
}

interface PageConfig {
  base_url: string;
  assets: Record<string, string>;
}

/** Where the page serves a file; `null` where nothing serves it, as in JupyterLab. */
function locate(name: string): string | null {
  const config = document.getElementById("page-config")?.textContent;
  if (config == null) return null;
  const { base_url, assets } = JSON.parse(config) as PageConfig;
  return assets[name] === undefined ? null : `${base_url}assets/${assets[name]}`;
}

interface Bundle {
  default: { render(place: { model: PanelModel; el: HTMLElement }): () => void };
}

function Inside({ seated }: { seated: boolean }) {
  const { widget } = usePanel<"participant", "helper">();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const address = locate("voices.js");
    const style = locate("voices.css");
    let away = () => {};
    let left = false;
    if (style !== null && document.querySelector(`link[href="${style}"]`) === null) {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: style });
      document.head.append(link);
    }
    if (address !== null)
      void import(address).then((bundle: Bundle) => {
        if (!left && place.current !== null) away = bundle.default.render({ model: widget, el: place.current });
      });
    return () => {
      left = true;
      away();
    };
  }, [widget]);
  useOnPage("wk-has-helper", !seated);
  return <div ref={place} class={seated ? "wk-helper" : "wk-helper wk-helper-alone"} />;
}
