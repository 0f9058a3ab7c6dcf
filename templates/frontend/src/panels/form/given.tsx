/** What was given: each line a way to change it, each consent with a way to take it back, and all of it to be erased. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Purpose, ScoredChallenge } from "../../contract";
import { Go } from "../kit/components";
import { forgetEverything, recall, remember } from "../kit/device";
import { signed } from "../kit/numbers";
import { say, type Words } from "../kit/panel";
import { answerOf, Told, type Answer } from "../participant/page";
import { DAYS, FormPage, GIVEN, isAnswered, useForm, WHO, type Place, type Shown } from "./pages";
import { sayPurpose } from "./who";

const ERASED = "form:erased";
/** How long it is said over the page that the code was right, in milliseconds; the card stays. */
const FOUND = 12_000;

export function Given({ goTo }: { goTo: (place: Place) => void }) {
  const { model, words } = useForm();
  const open = model.challenges.find((one) => !isAnswered(one));
  const erased = recall<boolean>(ERASED) === true && !model.begun;
  return (
    <FormPage
      at={GIVEN}
      heading={model.name === "" ? say(words, "thanks-unnamed") : say(words, "thanks", { name: model.name })}
      foot={
        open === undefined ? (
          <p class="wk-quiet wk-small">{say(words, "stop")}</p>
        ) : (
          <>
            <p class="wk-quiet wk-small">{say(words, "stop")}</p>
            <Go second={model.begun} onClick={() => goTo(open.id)}>
              {say(words, "go-stake", { number: model.challenges.indexOf(open) + 1, stake: open.stake })}
              <span aria-hidden="true">&nbsp;→</span>
            </Go>
          </>
        )
      }
    >
      {model.found > 0 && model.begun && <Told still answer={{ good: true, text: say(words, "found") }} />}
      {erased && <Told answer={{ good: true, text: say(words, "erased") }} />}
      <p class="wk-quiet">{say(words, model.begun ? "summary" : "summary-empty")}</p>
      <Lines goTo={goTo} />
      {model.begun && (
        <>
          <Consents purposes={listAgreed(model)} />
          <section class="wk-stack-tight">
            <h2>{say(words, "home")}</h2>
            <p>{say(words, isAgreed(model, "invite") ? "home-invite" : "home-plain")}</p>
            {model.code !== "" && <p class="wk-small">{say(words, "code", { code: model.code })}</p>}
          </section>
          {!model.seated && <Erase />}
        </>
      )}
    </FormPage>
  );
}

/** Outside the form's own phase: what it holds, for who filled it in and has no seat yet, or what else one agreed to. */
export function Card() {
  const { model, words } = useForm();
  if (model.seated) {
    const agreed = listAgreed(model);
    if (agreed.length === 0) return null;
    return (
      <section class="wkm-card wk-card wk-stack-tight">
        <h2>{say(words, "also")}</h2>
        <Consents purposes={agreed} bare />
      </section>
    );
  }
  return (
    <section class="wkm-card wk-card wk-stack-tight">
      <Found />
      <h2>{say(words, "early")}</h2>
      <p>{say(words, "early-lead")}</p>
      <p class="wk-quiet">{say(words, "summary-closed")}</p>
      <Lines />
      <Consents purposes={listAgreed(model)} />
      <Erase />
    </section>
  );
}

/** Said over the page, as the card stands below the room's own form: the code was right, and what comes next. */
function Found() {
  const { model, words } = useForm();
  const [up, setUp] = useState(false);
  useEffect(() => {
    if (model.found === 0) return undefined;
    setUp(true);
    const timer = setTimeout(setUp, FOUND, false);
    return () => clearTimeout(timer);
  }, [model.found]);
  return (
    <p role="status" class="wkm-found">
      {up ? say(words, "found-early") : ""}
    </p>
  );
}

const listAgreed = (model: Shown): Purpose[] => model.purposes.filter((one) => one.on !== "").map((one) => one.purpose);
const isAgreed = (model: Shown, purpose: Purpose): boolean => listAgreed(model).includes(purpose);

function Lines({ goTo }: { goTo?: (place: Place) => void }) {
  const { model, words } = useForm();
  const days = [...model.days.map((day) => say(words, `day.${day}`)), model.word].filter((text) => text !== "");
  const who = model.concealed ? say(words, "hidden") : [model.name, model.reach].filter((text) => text !== "").join(", ");
  return (
    <ol class="wk-cards wk-mine wkm-given">
      <Line done={who !== ""} title={say(words, "who")} text={who === "" ? say(words, "unnamed") : who} onGo={goTo && (() => goTo(WHO))} />
      {model.challenges.map((one, at) => (
        <Line
          key={one.id}
          done={isAnswered(one)}
          number={at + 1}
          title={one.stake}
          text={sayScore(words, one)}
          onGo={goTo && (() => goTo(one.id))}
        />
      ))}
      <Line
        done={days.length > 0}
        title={say(words, "your-days")}
        text={days.length === 0 ? say(words, "unsaid") : days.join(", ")}
        onGo={goTo && (() => goTo(DAYS))}
      />
    </ol>
  );
}

function Line(props: { done: boolean; number?: number; title: string; text: string; onGo?: () => void }) {
  const inside = (
    <>
      <i aria-hidden="true">{props.done ? "✓" : (props.number ?? "·")}</i>
      <span>
        <b>{props.title}</b>
        <small>{props.text}</small>
      </span>
    </>
  );
  return (
    <li>
      {props.onGo === undefined ? (
        <div class={props.done ? "wkm-line wk-answered" : "wkm-line"}>{inside}</div>
      ) : (
        <button type="button" class={props.done ? "wk-answered" : ""} onClick={props.onGo}>
          {inside}
        </button>
      )}
    </li>
  );
}

function sayScore(words: Words, { competence, interest, unsure }: ScoredChallenge): string {
  if (unsure) return say(words, "unsure");
  const value = (axis: string, number: number, shown: string) => `${shown} (${say(words, `${axis}.${number}`)})`;
  const said = {
    competence: competence === null ? say(words, "unanswered") : value("competence", competence, String(competence)),
    interest: interest === null ? say(words, "unanswered") : value("interest", interest, signed(interest)),
  };
  return competence === null && interest === null ? say(words, "unanswered") : say(words, "said", said);
}

/** Each yes with its day, and the way to take it back. */
function Consents({ purposes, bare }: { purposes: readonly Purpose[]; bare?: boolean }) {
  const { model, words, send } = useForm();
  const [answer, tell] = useState<Answer | null>(null);
  const takeBack = async (purpose: Purpose) => {
    tell(null);
    tell(answerOf(await send("take_consent_back", { purpose }), say(words, "taken-back")));
  };
  return (
    <section class="wk-stack-tight">
      {bare !== true && purposes.length > 0 && <h2>{say(words, "purposes")}</h2>}
      <ul class="wkm-consents">
        {purposes.map((purpose) => {
          const said = sayPurpose(words, model, purpose);
          const on = model.purposes.find((one) => one.purpose === purpose)?.on ?? "";
          return (
            <li key={purpose}>
              <span>{say(words, "agreed-on", { purpose: said, date: on })}</span>
              <button
                type="button"
                class="wk-quiet-action"
                aria-label={say(words, "take-back-label", { purpose: said })}
                onClick={() => void takeBack(purpose)}
              >
                {say(words, "take-back")}
              </button>
            </li>
          );
        })}
      </ul>
      <Told still answer={answer} />
    </section>
  );
}

/** Erase all of it, asked once more. */
function Erase() {
  const { words, send } = useForm();
  const [asking, ask] = useState(false);
  const [answer, tell] = useState<Answer | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (asking) first.current?.focus();
  }, [asking]);
  const erase = async () => {
    const reply = await send("erase", { with_ideas: false });
    if (!reply.ok) return tell(answerOf(reply));
    forgetEverything();
    remember("form:place", GIVEN);
    remember(ERASED, true);
    ask(false);
  };
  return (
    <section class="wk-stack-tight">
      {asking ? (
        <>
          <p>{say(words, "erase-ask")}</p>
          <div class="wk-row">
            <button ref={first} type="button" class="wk-go wk-second" onClick={() => ask(false)}>
              {say(words, "erase-no")}
            </button>
            <button type="button" class="wk-go wk-second wkm-danger" onClick={() => void erase()}>
              {say(words, "erase-yes")}
            </button>
          </div>
        </>
      ) : (
        <button type="button" class="wk-quiet-action wkm-danger" onClick={() => ask(true)}>
          {say(words, "erase")}
        </button>
      )}
      <Told answer={answer} />
    </section>
  );
}
