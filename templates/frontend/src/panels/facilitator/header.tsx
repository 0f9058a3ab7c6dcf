/** The header of every facilitator's page: where the workshop stands, for how long, and the one next action. */
import { useEffect, useRef, useState } from "preact/hooks";
import { LANGUAGES, type Moment } from "../../contract";
import { recall, remember } from "../kit/device";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { QrCode } from "../kit/qr_code";
import { useAction, type Action } from "./action";
import { Strip } from "./strip";

const CHOSEN_LANGUAGE = "facilitator:language";

export function HeaderPanel() {
  const { lang } = useWords();
  const action = useAction();
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <div class="wkf-header">
      <Bar />
      {action.answer?.ok === false ? (
        <p role="alert" class="wk-refused">
          {action.answer.sentence}
        </p>
      ) : null}
      <Steps action={action} />
      <Strip />
    </div>
  );
}

function Bar() {
  const { model, words, lang, waiting } = usePanel<"facilitator", "header">();
  const kept = waiting > 0 ? say(words, "sending") : say(words, "all-saved");
  const heard = HEARD[model.moment] ?? "choice";
  const number = heard === "welcome" ? model.people : model.heard;
  return (
    <div class="wkf-bar">
      <div class="wkf-name">
        <b>{model.title}</b>
        <span class="wk-quiet" role="status">
          {kept}
        </span>
      </div>
      <p class="wkf-heard wkf-push">{sayMany(words, lang, `heard.${heard}`, number, { people: model.people })}</p>
      <Clock />
      <JoinCode />
    </div>
  );
}

/** What is counted at each moment; elsewhere, who wrote an idea. */
const HEARD: Partial<Record<Moment, string>> = {
  welcome: "welcome",
  vote: "vote",
  results: "vote",
  scoring: "scoring",
  offer: "offer",
  missions: "welcome",
  thanks: "welcome",
};

/** What time it is at the server, and when the room must end. */
function Clock() {
  const { model, words, lang } = usePanel<"facilitator", "header">();
  const [drift, setDrift] = useState(model.now - Date.now());
  const [, draw] = useState(0);
  useEffect(() => setDrift(model.now - Date.now()), [model.now]);
  useEffect(() => {
    const clock = setInterval(() => draw((count) => count + 1), 15_000);
    return () => clearInterval(clock);
  }, []);
  const hour = (moment: number) => new Date(moment).toLocaleTimeString(lang, { hour: "numeric", minute: "2-digit" });
  return (
    <p class="wkf-clock">
      <b>{hour(Date.now() + drift)}</b>
      {model.ends_at === null ? null : <span class="wk-quiet"> {say(words, "until", { hour: hour(model.ends_at) })}</span>}
    </p>
  );
}

/** The code that phones scan and the address in large letters, on demand. */
function JoinCode() {
  const { model, words } = usePanel<"facilitator", "header">();
  const dialog = useRef<HTMLDialogElement>(null);
  const address = model.join_url.replace(/^https?:\/\//, "").replace(/\/$/, "");
  return (
    <>
      <button type="button" class="wkf-button" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {say(words, "code")}
      </button>
      <dialog ref={dialog} class="wkf-code" aria-label={say(words, "code.title")}>
        <h2>{say(words, "code.title")}</h2>
        {address === "" ? (
          <p>{say(words, "code.none")}</p>
        ) : (
          <>
            <QrCode class="wkf-qr" rows={model.code} label={say(words, "code.alternative", { address })} />
            <p class="wkf-address wk-copied">{address}</p>
          </>
        )}
        <div class="wkf-buttons">
          {model.screen_url === "" ? null : (
            <a class="wkf-button" href={model.screen_url} target="_blank" rel="noopener">
              {say(words, "screen")} <span class="wk-visually-hidden">{say(words, "new-tab")}</span>
            </a>
          )}
          <button type="button" class="wkf-button wkf-next" onClick={() => dialog.current?.close()}>
            {say(words, "close")}
          </button>
        </div>
      </dialog>
    </>
  );
}

function Steps({ action }: { action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "header">();
  const here = stepHere(model.steps);
  const address = (step: string) => addressOf(step, lang === model.workshop_language ? "" : `?lang=${lang}`);
  useFollowing(address(model.step), here);
  const wandering = here !== null && here !== model.step && model.moment !== "welcome";
  return (
    <>
      <div class="wkf-steps">
        <nav aria-label={say(words, "steps")}>
          {model.steps.map((step, index) => (
            <a key={step} href={address(step)} aria-current={step === here ? "page" : undefined}>
              {index + 1} {say(words, `step.${step}`)}
            </a>
          ))}
        </nav>
        <div class="wkf-steps-end">
          <LanguageSwitch action={action} />
        </div>
      </div>
      {wandering ? (
        <p class="wkf-wandering">
          {say(words, "room-at", { moment: say(words, `name.${model.moment}`) })}{" "}
          <a href={address(model.step)}>{say(words, "back-there")}</a>
        </p>
      ) : null}
    </>
  );
}

/** The step whose page this is; the address without a name opens the first. */
function stepHere(steps: string[]): string | null {
  const found = steps.find((step) => location.pathname.includes(step));
  return found ?? (location.pathname.endsWith("/") ? (steps[0] ?? null) : null);
}

function addressOf(step: string, query: string): string {
  return `./${step}${location.pathname.endsWith(".ipynb") ? ".ipynb" : ""}${query}`;
}

/** Steps that are prepared, not lived: the room's moves take nobody away from them. */
const PREPARING = 2;

/**
 * Go with the room: when it moves on to another step, this page goes there too, unless something is being typed or
 * prepared. The guide shows the section of what is done now.
 */
function useFollowing(address: string, here: string | null): void {
  const { model } = usePanel<"facilitator", "header">();
  const before = useRef<string | null>(null);
  useEffect(() => {
    const moved = before.current !== null && before.current !== model.step;
    before.current = model.step;
    const preparing = here === null || model.steps.indexOf(here) < PREPARING;
    if (moved && !preparing && here !== model.step && !isTyping()) location.assign(address);
  }, [model.step]);
  useEffect(() => showGuide(model.moment), [model.moment]);
}

function isTyping(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input[type=text], input:not([type])");
  return [...fields].some((field) => field.value.trim() !== "" && field.value !== field.defaultValue);
}

/** Show the section of the guide that belongs to this moment; a page that has none shows its first. */
function showGuide(moment: string): void {
  const sections = [...document.querySelectorAll<HTMLElement>(".page-guide [data-at]")];
  const now = sections.some((section) => section.dataset.at === moment) ? moment : sections[0]?.dataset.at;
  for (const section of sections) section.hidden = section.dataset.at !== now;
}

/** The language of this page; kept on this device so that the next step opens in it too. */
function LanguageSwitch({ action }: { action: Action }) {
  const { words, lang } = useWords();
  useEffect(() => {
    const chosen = recall<string>(CHOSEN_LANGUAGE);
    if (chosen !== null && chosen !== lang && LANGUAGES.some((one) => one === chosen))
      void action.act("switch_language", { language: chosen });
  }, []);
  return (
    <div class="wkf-languages" role="group" aria-label={say(words, "language")}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === lang}
          aria-label={`${language.toUpperCase()} · ${say(words, `language.${language}`)}`}
          onClick={() => {
            remember(CHOSEN_LANGUAGE, language);
            void action.act("switch_language", { language });
          }}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
