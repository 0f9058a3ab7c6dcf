/** The header of every facilitator's page: where the workshop stands, for how long, and the one next action. */
import { useEffect, useRef, useState } from "preact/hooks";
import { LANGUAGES, PHASES, type Phase } from "../../contract";
import { Facts } from "../kit/components";
import { recall, remember } from "../kit/device";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { QrCode } from "../kit/qr_code";
import { useCountdown } from "../kit/timer";
import { Menu, useAction, type Action } from "./action";

const MINUTES = [2, 5, 8, 10];
const CHOSEN_LANGUAGE = "facilitator:language";

export function HeaderPanel() {
  const { lang } = useWords();
  const action = useAction();
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <div class="wkf-header">
      <Bar action={action} />
      {action.answer?.ok === false ? (
        <p role="alert" class="wk-refused">
          {action.answer.sentence}
        </p>
      ) : null}
      <Steps action={action} />
    </div>
  );
}

function Bar({ action }: { action: Action }) {
  const { model, words, lang, waiting } = usePanel<"facilitator", "header">();
  const people = sayMany(words, lang, "people", model.people);
  const { next } = model;
  const kept = waiting > 0 ? say(words, "sending") : say(words, "all-saved");
  return (
    <div class="wkf-bar">
      <div class="wkf-name">
        <b>{model.title}</b>
        <span class="wk-quiet" role="status">
          <Facts of={[people, kept]} />
        </span>
      </div>
      <PhaseMenu action={action} />
      <TimerControls action={action} />
      <JoinCode />
      {next === null ? null : (
        <button
          type="button"
          class="wkf-button wkf-next"
          aria-disabled={action.busy}
          onClick={() => void (action.busy || action.act("move_phase", { phase: next }))}
        >
          <small>{say(words, "go-to")}</small> {say(words, `next.${next}`)} <span aria-hidden="true">→</span>
        </button>
      )}
    </div>
  );
}

/** Any phase, also back: going back asks first, since everybody's page goes back too. */
function PhaseMenu({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "header">();
  const [back, setBack] = useState<Phase | null>(null);
  const here = PHASES.indexOf(model.phase);
  const go = (phase: Phase, close: () => void) => {
    setBack(null);
    close();
    void action.act("move_phase", { phase });
  };
  return (
    <Menu
      label={
        <>
          <span class="wk-quiet">{say(words, "phase")}</span> <b>{say(words, `name.${model.phase}`)}</b>
        </>
      }
    >
      {(close) => (
        <>
          <ol class="wkf-phases">
            {PHASES.map((phase, index) => (
              <li key={phase}>
                <button
                  type="button"
                  class="wkf-phase-choice"
                  aria-current={phase === model.phase ? "step" : undefined}
                  onClick={() => (index < here ? setBack(phase) : phase === model.phase ? close() : go(phase, close))}
                >
                  {say(words, `name.${phase}`)}
                  {phase === model.phase ? <small>{`\u00a0·\u00a0${say(words, "here")}`}</small> : null}
                </button>
              </li>
            ))}
          </ol>
          {back === null ? null : (
            <div class="wkf-confirm" role="alert">
              <p>{say(words, "back.question", { phase: say(words, `name.${back}`) })}</p>
              <div class="wkf-buttons">
                <button type="button" class="wkf-button" onClick={() => setBack(null)}>
                  {say(words, "back.no")}
                </button>
                <button type="button" class="wkf-button wkf-danger" onClick={() => go(back, close)}>
                  {say(words, "back.yes")}
                </button>
              </div>
            </div>
          )}
        </>
      )}
    </Menu>
  );
}

function TimerControls({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "header">();
  const left = useCountdown(model.timer);
  if (left === null) {
    return (
      <Menu className="wkf-push" label={say(words, "timer")}>
        {(close) => (
          <div class="wkf-buttons" role="group" aria-label={say(words, "timer.start")}>
            {MINUTES.map((minutes) => (
              <button
                key={minutes}
                type="button"
                class="wkf-button"
                onClick={() => {
                  close();
                  void action.act("start_timer", { minutes });
                }}
              >
                {say(words, "timer.minutes", { minutes })}
              </button>
            ))}
          </div>
        )}
      </Menu>
    );
  }
  return (
    <div class="wkf-timer wkf-push">
      <span role="timer" aria-label={say(words, "timer.left")} class={left === 0 ? "wkf-time wkf-over" : "wkf-time"}>
        {Math.floor(left / 60)}:{String(left % 60).padStart(2, "0")}
        {left === 0 ? <small>{say(words, "timer.over")}</small> : null}
      </span>
      <button type="button" class="wkf-button" aria-disabled={action.busy} onClick={() => void action.act("extend_timer", { minutes: 2 })}>
        {say(words, "timer.more")}
      </button>
      <button type="button" class="wkf-button wkf-plain" aria-disabled={action.busy} onClick={() => void action.act("stop_timer")}>
        {say(words, "timer.stop")}
      </button>
    </div>
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
  const found = model.steps.findIndex((step) => location.pathname.includes(step));
  const here = found < 0 && location.pathname.endsWith("/") ? 0 : found; // the address without a name opens the first step
  const ending = location.pathname.endsWith(".ipynb") ? ".ipynb" : "";
  const query = lang === model.workshop_language ? "" : `?lang=${lang}`;
  const address = (step: string) => `./${step}${ending}${query}`;
  const before = here > 0 ? model.steps[here - 1] : undefined;
  const after = here >= 0 ? model.steps[here + 1] : undefined;
  return (
    <div class="wkf-steps">
      <nav aria-label={say(words, "steps")}>
        {before === undefined ? null : (
          <a class="wkf-beside" href={address(before)} aria-label={say(words, "step.before", { step: say(words, `step.${before}`) })}>
            ←
          </a>
        )}
        {model.steps.map((step, index) => (
          <a key={step} href={address(step)} aria-current={index === here ? "page" : undefined}>
            {index + 1} {say(words, `step.${step}`)}
          </a>
        ))}
        {after === undefined ? null : (
          <a class="wkf-beside" href={address(after)} aria-label={say(words, "step.after", { step: say(words, `step.${after}`) })}>
            →
          </a>
        )}
      </nav>
      <div class="wkf-steps-end">
        <ChallengePicker action={action} />
        <LanguageSwitch action={action} />
      </div>
    </div>
  );
}

function ChallengePicker({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "header">();
  const { next_challenge: following, challenges } = model;
  const [wanted, setWanted] = useState<string | null>(null); // what was just chosen, until it is stored or refused
  const choose = async (challenge: string) => {
    setWanted(challenge);
    await action.act("choose_challenge", { challenge });
    setWanted(null);
  };
  if (challenges.length === 0) return null;
  return (
    <>
      {following === null ? null : (
        <button
          type="button"
          class="wkf-button"
          aria-disabled={action.busy}
          onClick={() => void action.act("begin_challenge", { challenge: following.id })}
        >
          {say(words, "challenge.next", { number: following.number })}
        </button>
      )}
      <select
        class="wkf-picker"
        aria-label={say(words, "challenge.current")}
        value={wanted ?? model.challenge ?? ""}
        onChange={(event) => void choose(event.currentTarget.value)}
      >
        {model.challenge === null ? <option value="">{say(words, "challenge.choose")}</option> : null}
        {challenges.map((one) => (
          <option key={one.id} value={one.id}>
            {say(words, "challenge.one", { number: one.number, total: challenges.length })} · {one.stake}
          </option>
        ))}
      </select>
    </>
  );
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
