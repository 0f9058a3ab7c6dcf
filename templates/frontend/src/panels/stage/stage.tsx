/** The projector: one big thing and two numbers a phase, read from ten metres. */
import { Fragment } from "preact";
import type {
  ScreenOffer,
  ScreenPanels,
  ScreenReveal,
  ScreenScoring,
  ScreenThanks,
  ScreenCode,
  ScreenForm,
  ScreenMatrix,
  ScreenWelcome,
} from "../../contract";
import { Unbroken } from "../kit/components";
import { MatrixFigure } from "../kit/matrix";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { QrCode } from "../kit/qr_code";
import { GroundButton } from "./ground";
import { Budget } from "./budget";
import { Answer, Discussed, Tensions } from "./discussed";
import { Missions } from "./missions";
import { Columns, onPages, PageNumber } from "./pages";
import { BigChallenge, BigNumber, Foot, shorten, sizeOf, TimeLeft, Whose } from "./pieces";
import { Results } from "./results";
import { sayRound } from "./round";
import { Statements } from "./statements";
import { Tables } from "./tables";
import { Vote, Writing } from "./work";

export function Screen() {
  const { model, words, lang } = usePanel<"screen", "screen">();
  if (model.view === "black") return <div class="wk-stage wk-stage-black" lang={lang} aria-label={say(words, "black")} role="img" />;
  return (
    <div class={`wk-stage wk-stage-${model.view}`} lang={lang}>
      <div class="wk-stage-top">
        <h1>{model.title}</h1>
        <p>{sayNow(model, words)}</p>
        <GroundButton />
      </div>
      <Stage model={model} />
    </div>
  );
}

/** What is done now with what is shown: a challenge that the screen still shows in writing may be further on. */
function sayNow(model: ScreenPanels["screen"], words: Words): string {
  if (model.view !== "writing") return "round" in model && "first" in model ? sayRound(model, words) : say(words, `room.${model.moment}`);
  return model.open.length > 1 ? say(words, "writing.together") : say(words, `room.${model.open[0]?.moment ?? model.moment}`);
}

/** The stage of the phase, with what this phase makes public. */
function Stage({ model }: { model: ScreenPanels["screen"] }) {
  switch (model.view) {
    case "plain":
    case "black":
      return <Plain />;
    case "code":
    case "welcome":
      return <Welcome model={model} />;
    case "form":
      return <VolunteerForm model={model} />;
    case "writing":
      return <Writing model={model} />;
    case "tables":
      return <Tables model={model} />;
    case "reveal":
      return <Reveal model={model} />;
    case "vote":
      return <Vote model={model} />;
    case "results":
      return <Results model={model} />;
    case "statements":
      return <Statements model={model} />;
    case "budget":
      return <Budget model={model} />;
    case "scoring":
      return <Scoring model={model} />;
    case "offer":
      return <Offer model={model} />;
    case "missions":
      return <Missions model={model} />;
    case "thanks":
      return <Thanks model={model} />;
  }
}

/** A phase without a view of its own: what the room works on, and how long still. */
function Plain() {
  return (
    <>
      <BigChallenge />
      <Foot>
        <TimeLeft />
      </Foot>
    </>
  );
}

function Welcome({ model }: { model: ScreenWelcome | ScreenCode }) {
  const { words } = useWords();
  const stakes = model.view === "welcome" ? model.stakes : null;
  return (
    <div class={model.join && model.door ? "wk-two wk-two-door" : "wk-two"}>
      <div class="wk-fill">
        <h2 class="wk-big">{say(words, stakes ? `stakes.${stakes.stage}` : model.view === "code" ? "code.title" : "welcome.title")}</h2>
        <p class="wk-big-quiet">{say(words, !model.join ? "welcome.nowhere" : stakes ? `stakes.${stakes.stage}.how` : "welcome.how")}</p>
        {model.join ? <Address address={shorten(model.join)} /> : null}
        {model.join && model.door ? (
          <p class="wk-stage-door">
            {say(words, "welcome.door")} <b class="wk-copied">{model.door}</b>
          </p>
        ) : null}
        {model.join ? <p class="wk-big-quiet">{say(words, "welcome.offline")}</p> : null}
        <div class="wk-numbers">
          {stakes ? (
            <BigNumber
              label={say(words, stakes.stage.startsWith("judg") ? "stakes.judges" : "stakes.proposed")}
              value={stakes.number}
              live
            />
          ) : (
            <BigNumber label={say(words, "welcome.people")} value={model.people} live />
          )}
          <TimeLeft />
        </div>
      </div>
      {model.qr.length > 0 && <QrCode class="wk-qr" rows={model.qr} label={say(words, "welcome.code", { address: model.join })} />}
    </div>
  );
}

/** The way to the volunteer form, for whoever passes before the workshop: nobody is counted, and nothing else is shown. */
function VolunteerForm({ model }: { model: ScreenForm }) {
  const { words } = useWords();
  return (
    <div class={model.join && model.door ? "wk-two wk-two-door" : "wk-two"}>
      <div class="wk-fill">
        <h2 class="wk-big">{say(words, "form.title")}</h2>
        <p class="wk-big-quiet">{say(words, model.join ? "form.how" : "form.nowhere")}</p>
        {model.join ? <Address address={shorten(model.join)} /> : null}
        {model.join && model.door ? (
          <p class="wk-stage-door">
            {say(words, "welcome.door")} <b class="wk-copied">{model.door}</b>
          </p>
        ) : null}
        <p class="wk-big-quiet">{say(words, "form.promise")}</p>
      </div>
      {model.qr.length > 0 && <QrCode class="wk-qr" rows={model.qr} label={say(words, "form.code", { address: model.join })} />}
    </div>
  );
}

/** The address in large, broken where a word of it ends; a long one is set smaller. */
function Address({ address }: { address: string }) {
  const parts = address.match(/:?[^./:]*[./]?/g)!.filter((part) => part !== "");
  return (
    <p class={address.length > 28 ? "wk-address wk-address-long wk-copied" : "wk-address wk-copied"}>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          {part}
        </Fragment>
      ))}
    </p>
  );
}

function Reveal({ model }: { model: ScreenReveal }) {
  const { words, lang } = useWords();
  const { cards } = model;
  const ideas = cards.reduce((sum, card) => sum + card.ideas, 0);
  return (
    <>
      <BigChallenge small />
      {cards.length === 0 ? <p class="wk-big">{say(words, "reveal.none")}</p> : null}
      <Revealed model={model} />
      <Foot>
        <TimeLeft />
        <p class="wk-page-number">{sayMany(words, lang, "reveal.ideas", ideas)}</p>
        <PageNumber />
      </Foot>
    </>
  );
}

/** Everybody's ideas, page after page; then those to discuss, and what opposes itself. */
function Revealed({ model }: { model: ScreenReveal }) {
  const { words, lang } = useWords();
  const { cards, discussed, tensions } = model;
  const [shown, marked, opposed] = onPages(model, [cards, discussed, tensions] as const);
  if (marked.length > 0) return <Discussed ideas={marked} />;
  if (opposed.length > 0) return <Tensions pairs={opposed} />;
  return (
    <Columns>
      {shown.map((card, index) => (
        <li key={index} class={card.ideas > 1 ? "wk-card wk-card-group" : "wk-card"}>
          {card.title ? <h2>{card.title}</h2> : null}
          {card.texts.map((text, place) => (
            <Fragment key={place}>
              <p class="wk-text">{text}</p>
              <Answer text={card.answers[place]} />
            </Fragment>
          ))}
          {card.ideas > 1 ? <p class="wk-quiet">{sayMany(words, lang, "reveal.gathered", card.ideas)}</p> : null}
        </li>
      ))}
    </Columns>
  );
}

function Scoring({ model }: { model: ScreenScoring }) {
  const { words, lang } = useWords();
  const matrix = model.matrices[model.page];
  if (matrix === undefined) return <Plain />;
  const others = matrix.counts?.others ?? 0; // drawn with the rest, and no part of the room
  return (
    <>
      <Matrix matrix={matrix} />
      <Foot>
        <TimeLeft />
        <BigNumber label={sayMany(words, lang, "scoring.answered", matrix.heard)} value={matrix.heard} of={matrix.room} />
        <div class="wk-notes">
          <Besides others={others} />
          <Unsure number={matrix.counts?.unsure ?? 0} />
        </div>
        <PageNumber />
      </Foot>
    </>
  );
}

/** Why a matrix is not on the wall: answers are waited for, a mark would be somebody, or it was taken away. */
function whyUndrawn({ heard, room, few }: ScreenMatrix): string {
  if (heard < room) return "scoring.waiting";
  return few ? "scoring.few" : "scoring.hidden";
}

function Matrix({ matrix }: { matrix: ScreenMatrix }) {
  const { words } = useWords();
  const { challenge, counts } = matrix;
  const drawn = counts !== null;
  return (
    <div class={drawn ? "wk-fill wk-fill-matrix" : "wk-fill"}>
      <section class={drawn ? "wk-challenge" : `wk-challenge wk-size-${sizeOf(challenge.statement)}`}>
        <Whose one={challenge} />
        <p>
          <Unbroken text={challenge.statement} />
        </p>
      </section>
      {drawn ? (
        <>
          <h2 class="wk-visually-hidden">{say(words, "scoring.title")}</h2>
          <MatrixFigure matrix={counts} caption={`${challenge.stake}. ${say(words, "scoring.title")}`} />
        </>
      ) : (
        <>
          <p class="wk-big-quiet">{say(words, "scoring.how")}</p>
          <p class="wk-big-quiet">{say(words, whyUndrawn(matrix))}</p>
        </>
      )}
    </div>
  );
}

/** How many stand in no cell of a drawn matrix: not to know is an answer, and no zero. */
function Unsure({ number }: { number: number }) {
  const { words, lang } = useWords();
  return number > 0 ? <p class="wk-page-number wk-besides">{sayMany(words, lang, "scoring.unsure", number)}</p> : null;
}

/** Volunteers known from a file or a poster, beside a number that counts the room. */
function Besides({ others }: { others: number }) {
  const { words, lang } = useWords();
  return others > 0 ? <p class="wk-page-number wk-besides">{sayMany(words, lang, "besides", others)}</p> : null;
}

function Offer({ model }: { model: ScreenOffer }) {
  const { words, lang } = useWords();
  return (
    <div class="wk-fill">
      <h2 class="wk-big">{say(words, model.over ? "offer.done" : "offer.title")}</h2>
      <p class="wk-big-quiet">{say(words, model.over ? "offer.over" : "offer.how")}</p>
      <Foot>
        <BigNumber label={sayMany(words, lang, "offer.count", model.offers)} value={model.offers} live lead />
        <Besides others={model.others} />
        <TimeLeft />
      </Foot>
    </div>
  );
}

function Thanks({ model }: { model: ScreenThanks }) {
  const { words, lang } = useWords();
  return (
    <div class="wk-fill">
      <h2 class="wk-big">{say(words, "thanks.title")}</h2>
      <p class="wk-big-quiet">{say(words, "thanks.how")}</p>
      {model.follow_up === "" ? null : <p class="wk-big-quiet">{say(words, "thanks.next", { follow_up: model.follow_up })}</p>}
      {model.contact === "" ? null : <p class="wk-big-quiet wk-copied">{say(words, "thanks.contact", { contact: model.contact })}</p>}
      <Foot over>
        <BigNumber label={sayMany(words, lang, "thanks.people", model.people)} value={model.people} />
        <BigNumber label={sayMany(words, lang, "thanks.ideas", model.ideas)} value={model.ideas} />
        <BigNumber label={sayMany(words, lang, "thanks.offers", model.offers)} value={model.offers} />
        <Besides others={model.others} />
        <BigNumber label={sayMany(words, lang, "thanks.taken", model.taken)} value={model.taken} lead />
      </Foot>
    </div>
  );
}
