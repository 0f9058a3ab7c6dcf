/** The header of a phone: title, pseudonym, language, step and time left. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { LANGUAGES, PHASES, type Stage } from "../../contract";
import { recall, remember, useRedraw } from "../kit/device";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { useCountdown, useServerClock } from "../kit/timer";
import { Fetched } from "./fetched";
import { following, usePlace } from "./place";

export function Seat() {
  const { model, words, lang, send } = usePanel<"participant", "seat">();
  useLayoutEffect(() => following.tell(model), [model]);
  useServerClock(() => send("look_again"));
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
    const asked = /[?&]lang=/.test(location.search); // an address that names a language has the last word
    if (model.pseudonym === null && wanted !== null && wanted !== lang && !asked) void send("choose_language", { language: wanted });
  }, []);
  const choose = (language: string) => {
    remember("language", language);
    if (language !== lang) void send("choose_language", { language });
  };
  const step = PHASES.indexOf(model.phase);
  const moment = working ? momentOf(challenge?.stage) : model.moment;
  return (
    <div class="wk-seat-bar">
      <TimeUp key={working ? challenge?.id : model.phase} left={left} />
      <div class="wk-seat-top">
        <div class="wk-seat-title">
          <b>{model.title}</b>
          <OwnCode />
        </div>
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
      {model.slip && <Slip />}
      <Joined />
      <Returned />
      {model.table && <Fetched name="table" />}
    </div>
  );
}

/** What is read here was opened with the code of a paper slip: it is put away on a phone that others use as well. */
function Slip() {
  const { words, send } = usePanel<"participant", "seat">();
  const close = () => {
    history.replaceState(history.state, "", location.pathname + location.search);
    void send("close_slip");
  };
  return (
    <div class="wk-joined">
      <p>{say(words, "slip")}</p>
      <button type="button" class="wk-quiet-action" onClick={close}>
        {say(words, "slip-close")}
      </button>
    </div>
  );
}

/** One's pseudonym; behind it the code that brings one back to this seat, which nobody else is to read. */
function OwnCode() {
  const { model, words } = usePanel<"participant", "seat">();
  const { code, pseudonym } = model;
  document.body.dataset.note = code && say(words, "code-lost", { code }); // for the strip that says a loss
  return (
    pseudonym && (
      <details class="wk-own-code">
        <summary class="wk-quiet">{pseudonym}</summary>
        {code && say(words, "code", { code })}
      </details>
    )
  );
}

/** Somebody came to this seat with its code: perhaps oneself, with another phone. */
function Returned() {
  const { model, words, send } = usePanel<"participant", "seat">();
  useRedraw();
  const { returned } = model;
  const asks = returned !== null && returned !== recall("returned");
  const hour = asks && new Date(returned).toTimeString().slice(0, 5);
  return (
    <div class="wk-joined">
      <p role="status">{asks && say(words, "returned", { hour })}</p>
      {asks && (
        <>
          <button type="button" class="wk-quiet-action" onClick={() => remember("returned", returned)}>
            {say(words, "returned-me")}
          </button>
          <button type="button" class="wk-quiet-action" onClick={() => void send("put_others_out")}>
            {say(words, "returned-other")}
          </button>
        </>
      )}
    </div>
  );
}

/** One calm line while this phone counts as one person with another, and the way to say at once that it does not. */
function Joined() {
  const { model, words, send } = usePanel<"participant", "seat">();
  const [told, tell] = useState("");
  const { joined } = model;
  useEffect(() => {
    if (joined !== null) tell("");
  }, [joined]);
  const part = async () => {
    const reply = await send("part_seats");
    tell(reply.ok ? say(words, "parted") : (reply.sentence ?? ""));
  };
  return (
    <div class="wk-joined">
      <p role="status">{joined === null ? told : say(words, `joined-${joined}`)}</p>
      {joined === null ? null : (
        <button type="button" class="wk-quiet-action" onClick={() => void part()}>
          {say(words, "not-me")}
        </button>
      )}
    </div>
  );
}

/** What is done on a challenge that stands there; before it is opened and once it is closed something else comes. */
const momentOf = (stage: Stage | undefined): string =>
  stage === undefined || stage === "unopened" || stage === "closed" ? "choice" : stage;

/** How long it is said over the page that the time is up, in milliseconds; the header goes on saying it. */
const TIME_UP = 12_000;

/** Says it where it is seen however far down the page one is, and to a screen reader, once: when the time runs out. */
function TimeUp({ left }: { left: number | null }) {
  const { words } = useWords();
  const before = useRef<number | null>(null);
  const [up, setUp] = useState(false);
  useEffect(() => {
    if (left !== 0) setUp(false);
    else if ((before.current ?? 0) > 0) setUp(true);
    if (left !== null) before.current = left;
  }, [left]);
  useEffect(() => {
    const timer = setTimeout(setUp, TIME_UP, false);
    return () => clearTimeout(timer);
  }, [up]);
  return (
    <p role="status" class="wk-time-up">
      {up ? say(words, "time-up") : ""}
    </p>
  );
}

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
