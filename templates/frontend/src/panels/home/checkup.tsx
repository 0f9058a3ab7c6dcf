/** This computer looked at: what a room needs, what is missing, how to get it. */
import { useEffect } from "preact/hooks";
import type { CheckKind, Finding } from "../../contract";
import { sayHour } from "../kit/hours";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Button, type HomeAction, Opening, Refusal, refusalOf, useHomeAction } from "./pieces";
import { show, useView } from "./view";

const KINDS: CheckKind[] = ["room", "network", "disk", "paper", "installation"];
const SIGNS: Record<Finding["state"], string> = { good: "✓", warning: "!", missing: "✗", optional: "–" };

export function CheckupPanel() {
  return useView() === "checkup" ? <Checkup /> : null;
}

function Checkup() {
  const { model, words, lang } = usePanel<"home", "checkup">();
  const action = useHomeAction();
  useEffect(() => {
    if (model.state === "none") void action.act("check_up");
  }, []);
  const wrong = model.findings.filter((one) => one.state === "missing").length;
  const known = model.findings.filter((one) => one.state === "warning").length;
  const working = model.state !== "done";
  return (
    <div class="wkh wkh-page wkh-stack">
      <Opening>{say(words, "title")}</Opening>
      <div role="status" class={working ? "wkh-asks" : model.good ? "wkh-test wkh-passed" : "wkh-bad"}>
        {working ? null : model.good ? <i aria-hidden="true">✓</i> : null}
        <p>
          <b>
            {working || !model.good || known === 0
              ? say(words, working ? "working" : model.good ? "good" : "bad")
              : sayMany(words, lang, "good.but", known)}
          </b>{" "}
          {working || model.good ? null : sayMany(words, lang, "wrong", wrong)}
        </p>
      </div>
      <Refusal sentence={refusalOf(action)} />
      {KINDS.map((kind) => (
        <Findings key={kind} kind={kind} found={model.findings.filter((one) => one.kind === kind)} />
      ))}
      <Icon action={action} />
      <div class="wkh-buttons">
        <Button onClick={() => show("workshop")}>{say(words, "back")}</Button>
        <Button busy={working} onClick={() => void action.act("check_up")}>
          {say(words, "again")}
        </Button>
        {model.at === null ? null : <span class="wkh-quiet">{say(words, "at", { hour: sayHour(words, model.at) })}</span>}
      </div>
    </div>
  );
}

/** The icon that opens this page without a terminal: put on the desktop, or taken away again. */
function Icon({ action }: { action: HomeAction }) {
  const { model, words } = usePanel<"home", "checkup">();
  return (
    <section class="wkh-panel">
      <h2>{say(words, "icon")}</h2>
      <p role="status">{say(words, model.icon ? "icon.there" : "icon.none")}</p>
      <Button busy={action.busy} onClick={() => void action.act(model.icon ? "remove_shortcut" : "make_shortcut")}>
        {say(words, model.icon ? "icon.remove" : "icon.make")}
      </Button>
    </section>
  );
}

function Findings({ kind, found }: { kind: CheckKind; found: Finding[] }) {
  const { words, lang } = useWords();
  if (found.length === 0) return null;
  const shown = kind === "installation" ? found.filter((one) => one.state !== "good") : found;
  const rest = found.filter((one) => !shown.includes(one));
  return (
    <section class="wkh-panel">
      <h2>{say(words, `kind.${kind}`)}</h2>
      {shown.length === 0 ? null : (
        <ul class="wkh-findings">
          {shown.map((one) => (
            <Found key={`${one.code}-${one.name}`} one={one} />
          ))}
        </ul>
      )}
      {rest.length === 0 ? null : (
        <details class="wkh-fold">
          <summary>{sayMany(words, lang, "parts", rest.length)}</summary>
          <ul class="wkh-findings">
            {rest.map((one) => (
              <Found key={`${one.code}-${one.name}`} one={one} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Found({ one }: { one: Finding }) {
  const { words } = useWords();
  return (
    <li class={`wkh-${one.state}`}>
      <i aria-hidden="true">{SIGNS[one.state]}</i>
      <p>
        <span class="wk-visually-hidden">{say(words, `sign.${one.state}`)} </span>
        <b>{one.name}</b> {one.value}
        {one.remedy === "" || one.state === "good" ? null : (
          <>
            <br />
            <b>{say(words, "remedy")}</b> {one.remedy}
          </>
        )}
      </p>
    </li>
  );
}
