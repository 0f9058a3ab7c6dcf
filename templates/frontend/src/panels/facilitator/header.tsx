/** The header of every facilitator's page: where the workshop stands, for how long, and the one next action. */
import { useEffect, useRef } from "preact/hooks";
import { LANGUAGES, type Moment } from "../../contract";
import { recall, remember } from "../kit/device";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { QrCode } from "../kit/qr_code";
import { Routes } from "../kit/routes";
import { Quiet, useAction, type Action } from "./action";
import { markSpeech, showGuide } from "./guide";
import { Clock, Lateness } from "./lateness";
import { useLooking } from "./looking";
import { OpenStakes } from "./open_stakes";
import { addressOf, pageHere, ROOM_NAMES, roomOf, ROOMS } from "./rooms";
import { Strip } from "./strip";
import { Retention } from "./retention";
import { Trouble } from "./trouble";

const CHOSEN_LANGUAGE = "facilitator:language";

export function HeaderPanel() {
  const { lang } = useWords();
  const action = useAction();
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.documentElement.lang = lang;
    markSpeech();
  }, [lang]);
  useEffect(() => measureHead(head.current), []);
  return (
    <div ref={head} class="wkf-header">
      <Bar action={action} />
      <Trouble />
      <Retention />
      {action.answer?.ok === false ? (
        <p role="alert" class="wk-refused">
          {action.answer.sentence}
        </p>
      ) : null}
      <Reach action={action} />
      {["lead", "room"].includes(roomOf(pageHere()) ?? "") ? <OpenStakes /> : null}
      <Lateness action={action} />
      {roomOf(pageHere()) === "lead" ? <Strip /> : null}
      <Wandering />
    </div>
  );
}

/** Tell the stylesheet how high the head is, so that what sticks below it never hides under it. */
function measureHead(head: HTMLElement | null): (() => void) | undefined {
  if (head === null || globalThis.ResizeObserver === undefined) return;
  const watch = new ResizeObserver(() => document.documentElement.style.setProperty("--head", `${Math.ceil(head.offsetHeight)}px`));
  watch.observe(head);
  return () => watch.disconnect();
}

function Bar({ action }: { action: Action }) {
  const { model, words, lang, waiting } = usePanel<"facilitator", "header">();
  const { trouble } = model;
  const late = trouble !== null && (trouble.waiting > 0 ? sayMany(words, lang, "unsaved", trouble.waiting) : say(words, "not-saving"));
  const kept = waiting > 0 ? say(words, "sending") : say(words, "all-saved");
  const { heard, number, people } = useHeard();
  return (
    <div class="wkf-bar">
      <div class="wkf-name">
        {model.home_url === "" ? null : (
          <a class="wkf-home" href={model.home_url}>
            {say(words, "home")}
          </a>
        )}
        <b>{model.title}</b>
        <span class={late ? "wkf-unsaved" : "wk-quiet"} role="status">
          {late || kept}
        </span>
      </div>
      <Rooms />
      <Heard number={number} sentence={sayMany(words, lang, `heard.${heard}`, number, { people })} />
      <Clock />
      <JoinCode action={action} />
      <LanguageSwitch action={action} />
    </div>
  );
}

/** Who was heard of how many: at the challenge that is looked at while it is worked on, else where the room is. */
function useHeard(): { heard: string; number: number; people: number } {
  const { model } = usePanel<"facilitator", "header">();
  const { challenge, challenges, people, phase, stakes } = model.course;
  const { at } = useLooking(challenge);
  const beside = pageHere() === "3_ideas" && phase === "work" && at !== challenge;
  const looked = beside ? challenges.find((one) => one.id === at) : undefined;
  if (looked?.stage === "vote" || looked?.stage === "results") return { heard: "vote", number: looked.voted, people };
  if (looked?.stage === "writing" || looked?.stage === "reveal") return { heard: "choice", number: looked.wrote, people };
  // with nobody in the room, what is known comes from files: “0 of 0” would deny it
  const heard = model.people === 0 && HEARD[model.moment] === "offer" ? "welcome" : (HEARD[model.moment] ?? "choice");
  // nobody can join while phones are asked about stakes: what came from them is counted
  if (heard === "welcome" && stakes !== null && model.people === 0)
    return { heard: stakes.stage === "judging" ? "judging" : "proposing", number: stakes.number, people };
  return { heard, number: heard === "welcome" ? model.people : model.heard, people: model.people };
}

/** How many were heard; the number in front is what is looked at from afar. */
function Heard({ number, sentence }: { number: number; sentence: string }) {
  const figure = String(number);
  return (
    <p class="wkf-heard wkf-push">
      {sentence.startsWith(figure) ? <b>{figure}</b> : null}
      {sentence.startsWith(figure) ? sentence.slice(figure.length) : sentence}
    </p>
  );
}

/** What is counted at each moment; elsewhere, who wrote an idea. */
const HEARD: Partial<Record<Moment, string>> = {
  form: "form",
  welcome: "welcome",
  vote: "vote",
  results: "vote",
  scoring: "scoring",
  offer: "offer",
  missions: "welcome",
  thanks: "welcome",
};

/** The code that phones scan and the address in large letters, on demand. */
function JoinCode({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "header">();
  const dialog = useRef<HTMLDialogElement>(null);
  const address = model.join_url.replace(/^https?:\/\//, "").replace(/\/?(\?.*)?$/, "");
  return (
    <>
      <button type="button" class="wkf-button" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {say(words, "code")}
      </button>
      <dialog ref={dialog} class={address === "" ? "wkf-code" : "wkf-code wkf-code-two"} aria-label={say(words, "code.title")}>
        <h2>{say(words, "code.title")}</h2>
        {address === "" ? (
          <>
            <p>{say(words, model.ways.reach === "nobody" ? "reach.nobody" : "code.none")}</p>
            {model.home_url === "" ? null : (
              <p>
                <a class="wkf-button" href={model.home_url}>
                  {say(words, "home")}
                </a>
              </p>
            )}
          </>
        ) : (
          <>
            <QrCode class="wkf-qr" rows={model.code} label={say(words, "code.alternative", { address })} />
            <p class="wkf-address wk-copied">{address}</p>
            {model.door ? (
              <p class="wkf-address">
                <small class="wk-quiet">{say(words, "code.door")}</small>
                <span class="wk-copied">{model.door}</span>
              </p>
            ) : null}
          </>
        )}
        <WaysIn action={action} />
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

/** By which address phones come in, and the choice of another: the code shows it on every page at once. */
function WaysIn({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "header">();
  const { networks, reach } = model.ways;
  const shown = networks.find((one) => one.shown);
  if (networks.length === 0) return null;
  return (
    <details class="wkf-ways" open={reach !== "room"}>
      <summary>{say(words, "network.title")}</summary>
      {reach === "this-computer" ? <p>{say(words, "reach.this-computer", { address: shown?.address ?? "" })}</p> : null}
      <Routes networks={networks} onChoose={(network) => void action.act("choose_way", { network })} />
      <p class="wk-quiet">{say(words, "no-internet")}</p>
    </details>
  );
}

/** Said on every page as long as the address shown does not reach the room. */
function Reach({ action }: { action: Action }) {
  const { model, words } = usePanel<"facilitator", "header">();
  const { networks, reach, missed, moved } = model.ways;
  const shown = networks.find((one) => one.shown);
  const again = moved !== "" && model.people > 0 && (reach === "room" || reach === "fell-back");
  const said = reach === "nobody" || reach === "fell-back" || reach === "not-ours";
  const keep = () => void action.act("choose_way", { network: shown?.id ?? "" });
  return (
    <div class="wkf-reach" role="status">
      {said ? <p>{say(words, `reach.${reach}`, { missed, address: shown?.address ?? "" })}</p> : null}
      {again ? <p>{say(words, "reach.moved", { address: shown?.address ?? "" })}</p> : null}
      {reach === "fell-back" ? <Quiet onClick={keep}>{say(words, "reach.keep")}</Quiet> : null}
    </div>
  );
}

/** The four rooms of this page, and under the one that is open its pages, where it has several. */
function Rooms() {
  const { model, words, lang } = usePanel<"facilitator", "header">();
  const here = pageHere();
  const open = roomOf(here);
  const language = lang === model.workshop_language ? null : lang;
  useFollowing(addressOf(model.step, language), here);
  const left = model.moment === "thanks" ? ROOMS.lead.at(-1) : ROOMS.lead[0]; // at the end, what was done last
  const lead = roomOf(model.step) === "lead" ? model.step : (left ?? model.step);
  const pages = open === null ? [] : ROOMS[open];
  return (
    <div class="wkf-rooms">
      <nav aria-label={say(words, "rooms")}>
        {ROOM_NAMES.map((room) => (
          <a
            key={room}
            href={addressOf(room === "lead" ? lead : (ROOMS[room][0] ?? ""), language)}
            aria-current={room === open ? "true" : undefined}
          >
            {say(words, `room.${room}`)}
          </a>
        ))}
      </nav>
      {pages.length > 1 ? (
        <nav class="wkf-pages" aria-label={say(words, "steps")}>
          {pages.map((page) => (
            <a key={page} href={addressOf(page, language)} aria-current={page === here ? "page" : undefined}>
              {say(words, `step.${page}`)}
            </a>
          ))}
        </nav>
      ) : null}
    </div>
  );
}

/** Where the room is, said on any other page and when another challenge is looked at, with the way back there. */
function Wandering() {
  const { model, words, lang } = usePanel<"facilitator", "header">();
  const looking = useLooking(model.course.challenge);
  const here = pageHere();
  const language = lang === model.workshop_language ? null : lang;
  const elsewhere = here !== null && here !== model.step && model.moment !== "welcome";
  const beside = here === "3_ideas" && looking.at !== model.course.challenge && model.course.phase === "work";
  if (!elsewhere && !beside) return null;
  const at = model.course.challenges.find((one) => one.id === model.course.challenge);
  return (
    <p class="wkf-wandering">
      <span role="status">{say(words, `room-at.${model.moment}`, { number: at?.number ?? "" })}</span>{" "}
      {elsewhere ? (
        <a href={addressOf(model.step, language)}>{say(words, "back-there")}</a>
      ) : (
        <Quiet onClick={() => looking.look(null)}>{say(words, "back-there")}</Quiet>
      )}
    </p>
  );
}

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
    const room = roomOf(here);
    const led = room === "lead" || room === "after"; // what is prepared is left to nobody's press
    if (moved && led && here !== model.step && !isTyping()) location.assign(address);
  }, [model.step]);
  useEffect(() => showGuide(model.moment), [model.moment]);
}

/** Whether some text is written here that was not kept yet. */
export function isTyping(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input[type=text], input:not([type])");
  return [...fields].some((field) => field.closest("dialog") === null && field.value.trim() !== "" && field.value !== field.defaultValue);
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
