/** The header of a phone: title, pseudonym, language, step and time left. */
import { useEffect, useLayoutEffect } from "preact/hooks";
import { LANGUAGES, PHASES, type Stage } from "../../contract";
import { recall, remember } from "../kit/device";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { useCountdown } from "../kit/timer";
import { following, usePlace } from "./place";

export function Seat() {
  const { model, words, lang, send } = usePanel<"participant", "seat">();
  useLayoutEffect(() => following.tell(model), [model]);
  const { challenge } = usePlace();
  const working = model.phase === "work";
  const left = useCountdown(working ? (challenge?.timer ?? null) : model.timer);
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = model.title;
  }, [lang, model.title]);
  useEffect(() => {
    // before there is a seat, the choice of language is kept on the device alone
    const wanted = recall<string>("language");
    if (model.pseudonym === null && wanted !== null && wanted !== lang) void send("choose_language", { language: wanted });
  }, []);
  const choose = (language: string) => {
    remember("language", language);
    if (language !== lang) void send("choose_language", { language });
  };
  const step = PHASES.indexOf(model.phase);
  const moment = working ? momentOf(challenge?.stage) : model.moment;
  return (
    <div class="wk-seat-bar">
      <div class="wk-seat-top">
        <p class="wk-seat-title">
          <b>{model.title}</b>
          {model.pseudonym !== null && <span class="wk-quiet">{model.pseudonym}</span>}
        </p>
        <div class="wk-languages" role="group" aria-label={say(words, "language")}>
          {LANGUAGES.map((language) => (
            <button key={language} type="button" aria-pressed={language === lang} lang={language} onClick={() => choose(language)}>
              {language.toUpperCase()}
              <span class="wk-visually-hidden"> – {say(words, `language.${language}`)}</span>
            </button>
          ))}
        </div>
      </div>
      <div class="wk-steps" aria-hidden="true">
        {PHASES.map((phase, index) => (
          <i key={phase} class={index <= step ? "wk-on" : ""} />
        ))}
      </div>
      <div class="wk-seat-now">
        <p role="status">{say(words, `phone.${moment}`)}</p>
        {left !== null && <TimeLeft left={left} />}
      </div>
    </div>
  );
}

/** What is done on a challenge that stands there; before it is opened and once it is closed something else comes. */
const momentOf = (stage: Stage | undefined): string =>
  stage === undefined || stage === "unopened" || stage === "closed" ? "choice" : stage;

/** Time left, by the minute until the last one. */
function TimeLeft({ left }: { left: number }) {
  const { words, lang } = useWords();
  const minutes = Math.round(left / 60);
  const text = left === 0 ? say(words, "time-up") : minutes < 1 ? say(words, "last-minute") : sayMany(words, lang, "left", minutes);
  return (
    <p role="timer" class="wk-seat-time">
      {text}
    </p>
  );
}
