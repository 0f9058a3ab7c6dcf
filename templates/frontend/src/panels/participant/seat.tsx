/** The header of a phone: title, pseudonym, language, step and time left. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { recall, remember } from "../kit/device";
import { say, sayMany, usePanel } from "../kit/panel";

interface SeatModel {
  title: string;
  pseudonym: string | null;
  phase: string;
  phases: string[];
  timer: { ends_at: number; now: number } | null;
}

const LANGUAGES = ["fr", "en"];

export function Seat() {
  const { model, words, lang, send } = usePanel<SeatModel>();
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
  const step = model.phases.indexOf(model.phase);
  const values = { number: step + 1, total: model.phases.length, phase: say(words, `phase.${model.phase}`) };
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
        {model.phases.map((phase, index) => (
          <i key={phase} class={index <= step ? "wk-on" : ""} />
        ))}
      </div>
      <div class="wk-seat-now">
        <p role="status">{say(words, "step", values)}</p>
        {model.timer !== null && <TimeLeft timer={model.timer} />}
      </div>
    </div>
  );
}

/** Time left, by the facilitator's clock: a phone's own may be wrong by minutes. */
function TimeLeft({ timer }: { timer: { ends_at: number; now: number } }) {
  const { words, lang } = usePanel();
  const ahead = useMemo(() => timer.now - Date.now(), [timer.now, timer.ends_at]);
  const [, tick] = useState(0);
  useEffect(() => {
    const clock = setInterval(() => tick((count) => count + 1), 5000);
    return () => clearInterval(clock);
  }, []);
  const left = timer.ends_at - (Date.now() + ahead);
  const minutes = Math.round(left / 60000);
  const text =
    left <= 0 ? say(words, "time-up") : minutes < 1 ? say(words, "last-minute") : sayMany(words, lang, "left", minutes);
  return (
    <p role="timer" class="wk-seat-time">
      {text}
    </p>
  );
}
