/** What time it is at the server, when the room must end, and by how much it would end too late. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { HeaderModel, ShorteningAdvice } from "../../contract";
import { say, sayMany, usePanel } from "../kit/panel";
import type { Action } from "./action";
import { OPEN_AGENDA } from "./agenda";
import { sayHour } from "../kit/hours";
import { addressOf, pageHere, roomOf } from "./rooms";

/** The server's clock, looked at several times a minute: it goes on here between two read models. */
function useServerTime(): number {
  const { model } = usePanel<"facilitator", "header">();
  const [drift, setDrift] = useState(model.now - Date.now());
  const [, draw] = useState(0);
  useEffect(() => setDrift(model.now - Date.now()), [model.now]);
  useEffect(() => {
    const clock = setInterval(() => draw((count) => count + 1), 15_000);
    return () => clearInterval(clock);
  }, []);
  return Date.now() + drift;
}

/** What time it is, and when the room must end: the way to the agenda. */
export function Clock() {
  const { model, words } = usePanel<"facilitator", "header">();
  const now = useServerTime();
  return (
    <p class="wkf-clock">
      <b>{sayHour(words, now)}</b>
      <AgendaLink>
        {model.ends_at === null ? say(words, "agenda") : say(words, "until", { hour: sayHour(words, model.ends_at) })}
      </AgendaLink>
    </p>
  );
}

/** The way to the agenda: beside the challenges while they are prepared, over the page while they are worked on. */
function AgendaLink({ children }: { children: ComponentChildren }) {
  const { model, lang } = usePanel<"facilitator", "header">();
  const here = pageHere();
  const language = lang === model.workshop_language ? null : lang;
  const over = roomOf(here) === "lead";
  const page = over || here === "1_challenge" ? "" : addressOf("1_challenge", language);
  const open = (event: Event) => {
    if (!over) return;
    event.preventDefault();
    dispatchEvent(new Event(OPEN_AGENDA));
  };
  return (
    <a href={`${page}#agenda`} onClick={open}>
      {children}
    </a>
  );
}

/** Less is within what any step takes. */
const LATE_FROM = 3;
const MINUTE = 60_000;

/** By how many minutes the room would end too late by now; null while nobody can be late. */
function measureLateness({ outlook, ends_at }: HeaderModel, now: number): number | null {
  const { late, finish, slips_from } = outlook;
  if (late === null || finish === null || slips_from === null || ends_at === null) return null;
  return Math.round((finish + Math.max(0, now - slips_from) - ends_at) / MINUTE);
}

/** By how much the room would end too late, and what to do about it; nothing while there is time. */
export function Lateness({ action }: { action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "header">();
  const late = measureLateness(model, useServerTime());
  if (late === null || late < LATE_FROM || model.moment === "thanks") return null;
  const { remedies } = model.outlook;
  const remedy = remedies.find((one) => one.wins >= late) ?? remedies.at(-1) ?? null;
  const sayRemedy = (one: ShorteningAdvice) =>
    sayMany(words, lang, one.wins >= late ? "late.shorten" : "late.not-enough", one.challenges.length, {
      challenges: new Intl.ListFormat(lang).format(one.challenges.map(String)),
      before: one.before,
      after: one.after,
    });
  return (
    <p class="wkf-late">
      <span role="status">
        <b>{sayMany(words, lang, "late", late)}</b> {remedy === null ? say(words, "late.nothing") : sayRemedy(remedy)}
      </span>
      {remedy === null ? null : (
        <button
          type="button"
          class="wkf-button"
          aria-disabled={action.busy}
          onClick={() => void (action.busy || action.act("shorten", { minutes: remedy.after }))}
        >
          {say(words, "late.do")}
        </button>
      )}
      <AgendaLink>{say(words, "late.agenda")}</AgendaLink>
    </p>
  );
}
