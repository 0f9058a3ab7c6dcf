/** The home page: what a double click opens. Workshops on the left, the chosen one on the right, and the one next action. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { LANGUAGES } from "../../contract";
import { recall, remember } from "../kit/device";
import { say, usePanel, useWords } from "../kit/panel";
import { Chosen } from "./chosen";
import { ColleaguesFile } from "./file";
import { Help } from "./help";
import { List } from "./list";
import { NewWorkshop } from "./new";
import { Button, type HomeAction, Refusal, refusalOf, useHomeAction, Word } from "./pieces";
import { Places } from "./places";
import { type Ending, Quit, useEnding } from "./quit";
import { readChosen, show, useView, writeChosen } from "./view";

const CHOSEN_LANGUAGE = "home:language";

export function HomePanel() {
  const { model, words, lang } = usePanel<"home", "home">();
  const action = useHomeAction(model.chosen?.card.id);
  const view = useView();
  const [told, tell] = useState("");
  const toldAt = useRef<HTMLParagraphElement>(null);
  useEffect(() => tell(""), [view]);
  useLayoutEffect(() => {
    if (told === "") return;
    toldAt.current?.scrollIntoView?.({ block: "center" }); // what was pressed stands far below
    toldAt.current?.focus({ preventScroll: true });
  }, [told]);
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = say(words, "title");
  }, [lang]);
  const inSight = model.chosen?.card.id ?? "";
  useEffect(() => {
    const named = readChosen();
    if (inSight === "" && named !== "") void action.act("look_at_workshop", { workshop: named });
  }, []);
  useEffect(() => {
    if (inSight !== "") writeChosen(inSight);
  }, [inSight, view]);
  const ending = useEnding();
  if (!model.connected || ending.ended) return <Ended />;
  if (view === "checkup") return <Bar action={action} ending={ending} />; // the panel beside this one
  return (
    <div class="wkh">
      <Bar action={action} ending={ending} />
      {view === "help" ? (
        <Help />
      ) : (
        <div class="wkh-grid">
          <List action={action} onLook={() => tell("")} />
          <div class="wkh-stack">
            <Shelf />
            <Refusal sentence={refusalOf(action)} />
            <p ref={toldAt} role="status" tabIndex={-1} class="wk-saved wkh-told">
              {told}
            </p>
            {view === "new" ? <NewWorkshop action={action} /> : null}
            {view === "places" ? <Places action={action} /> : null}
            {view === "file" ? <ColleaguesFile action={action} /> : null}
            {view === "workshop" && model.shelf.state !== "missing" ? <Chosen action={action} tell={tell} /> : null}
          </div>
        </div>
      )}
    </div>
  );
}

function Bar({ action, ending }: { action: HomeAction; ending: Ending }) {
  const { model, words } = usePanel<"home", "home">();
  const view = useView();
  const place = model.shelf.trail.join(" › ");
  const service = model.shelf.synced ?? "";
  return (
    <div class="wkh-bar">
      <b>{say(words, "title")}</b>
      <p class="wkh-quiet">{say(words, service === "" ? "kept" : "kept.synced", { place, service })}</p>
      <div class="wkh-bar-words">
        <Word onClick={() => show(view === "checkup" ? "workshop" : "checkup")}>{say(words, view === "checkup" ? "back" : "check")}</Word>
        <Word onClick={() => show(view === "help" ? "workshop" : "help")}>{say(words, view === "help" ? "back" : "help")}</Word>
        <Quit action={action} ending={ending} />
        <Languages action={action} />
      </div>
    </div>
  );
}

/** The language of this page; kept on this device. */
function Languages({ action }: { action: HomeAction }) {
  const { words, lang } = useWords();
  const speak = (language: string) => void action.act("speak_language", { language });
  useEffect(() => {
    const chosen = recall<string>(CHOSEN_LANGUAGE);
    if (chosen !== null && chosen !== lang && LANGUAGES.some((one) => one === chosen)) speak(chosen);
  }, []);
  return (
    <div class="wkh-languages" role="group" aria-label={say(words, "language")}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === lang}
          aria-label={`${language.toUpperCase()} · ${say(words, `language.${language}`)}`}
          onClick={() => {
            remember(CHOSEN_LANGUAGE, language);
            speak(language);
          }}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}

/** What is wrong with the folder of workshops itself, with a way on. */
function Shelf() {
  const { model, words } = usePanel<"home", "home">();
  const { state, trail } = model.shelf;
  const view = useView();
  if (model.chosen?.disk_full && view === "workshop") {
    return (
      <div class="wkh-bad" role="alert">
        <b>{say(words, "disk-full", { title: model.chosen.card.title })}</b>
        <p>{say(words, "disk-full.how")}</p>
      </div>
    );
  }
  if (state === "ready" || state === "new") return null;
  return (
    <div class="wkh-bad" role="status">
      <b>{say(words, `shelf.${state}`)}</b>
      <p>{say(words, `shelf.${state}.how`, { place: trail.join(" › ") })}</p>
      <Button main={state === "missing"} onClick={() => show("places")}>
        {say(words, "shelf.choose")}
      </Button>
    </div>
  );
}

/** The program behind the page has ended: nothing can be asked here any more. */
function Ended() {
  const { words } = useWords();
  return (
    <div class="wkh wkh-ended" role="status">
      <h1>{say(words, "ended.title")}</h1>
      <p>{say(words, "ended")}</p>
    </div>
  );
}
