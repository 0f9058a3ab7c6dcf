/** The projector: one big thing and two numbers a phase, read from ten metres. */
import { Fragment, type ComponentChildren } from "preact";
import type {
  ScreenMission,
  ScreenMissions,
  ScreenOffer,
  ScreenPanels,
  ScreenResults,
  ScreenReveal,
  ScreenScoring,
  ScreenThanks,
  ScreenCode,
  ScreenMatrix,
  ScreenPlace,
  ScreenRank,
  ScreenVote,
  ScreenWelcome,
  ScreenWriting,
} from "../../contract";
import { Facts } from "../kit/components";
import { MatrixLegend, MatrixTable } from "../kit/matrix";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { sayAmount, sayRank } from "../kit/tally";
import { sizePlaces } from "./places";
import { QrCode } from "../kit/qr_code";
import { GroundButton } from "./ground";
import { Columns } from "./pages";
import { BigChallenge, BigNumber, TimeLeft } from "./pieces";

export function Screen() {
  const { model, words, lang } = usePanel<"screen", "screen">();
  if (model.view === "black") return <div class="wk-stage wk-stage-black" lang={lang} aria-label={say(words, "black")} role="img" />;
  return (
    <div class={`wk-stage wk-stage-${model.view}`} lang={lang}>
      <div class="wk-stage-top">
        <h1>{model.title}</h1>
        <p>{say(words, `room.${model.moment}`)}</p>
        <GroundButton />
      </div>
      <Stage model={model} />
    </div>
  );
}

/** The last row of every page: what is counted, and in the same corner, small, how to join: somebody always comes late. */
function Foot({ children }: { children?: ComponentChildren }) {
  const { model, words } = usePanel<"screen", "screen">();
  return (
    <div class="wk-last-row">
      <div class="wk-numbers">{children}</div>
      {model.qr.length === 0 ? null : (
        <aside class="wk-join-corner">
          <p>
            {say(words, "join.here")}
            <b class="wk-copied">{shorten(model.join)}</b>
          </p>
          <QrCode class="wk-join-code" rows={model.qr} label={say(words, "welcome.code", { address: model.join })} />
        </aside>
      )}
    </div>
  );
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
    case "writing":
      return <Writing model={model} />;
    case "reveal":
      return <Reveal model={model} />;
    case "vote":
      return <Vote model={model} />;
    case "results":
      return <Results model={model} />;
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
  return (
    <div class="wk-two">
      <div class="wk-fill">
        <h2 class="wk-big">{say(words, "welcome.title")}</h2>
        <p class="wk-big-quiet">{say(words, model.join ? "welcome.how" : "welcome.nowhere")}</p>
        {model.join ? <Address address={shorten(model.join)} /> : null}
        <div class="wk-numbers">
          <BigNumber label={say(words, "welcome.people")} value={model.people} live />
          <TimeLeft />
        </div>
      </div>
      {model.qr.length > 0 && <QrCode class="wk-qr" rows={model.qr} label={say(words, "welcome.code", { address: model.join })} />}
    </div>
  );
}

/** The address in large, broken where a word of it ends; a long one is set smaller. */
function Address({ address }: { address: string }) {
  const parts = address.split(/(?<=[./])|(?=:)/);
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

/** What a person types: a browser adds the rest by itself. */
const shorten = (address: string): string => address.replace(/^http:\/\//, "").replace(/\/$/, "");

function Writing({ model }: { model: ScreenWriting }) {
  const { words, lang } = useWords();
  return (
    <>
      <BigChallenge />
      <p class="wk-big-quiet">{say(words, "writing.how")}</p>
      <Foot>
        <TimeLeft />
        <BigNumber label={sayMany(words, lang, "writing.wrote", model.wrote)} value={model.wrote} of={model.people} />
      </Foot>
    </>
  );
}

function Reveal({ model }: { model: ScreenReveal }) {
  const { words, lang } = useWords();
  const { cards } = model;
  const ideas = cards.reduce((sum, card) => sum + card.texts.length, 0);
  return (
    <>
      <BigChallenge small />
      {cards.length === 0 ? <p class="wk-big">{say(words, "reveal.none")}</p> : null}
      <Columns>
        {onPage(model, cards).map((card, index) => (
          <li key={index} class={card.texts.length > 1 ? "wk-card wk-card-group" : "wk-card"}>
            {card.title ? <h2>{card.title}</h2> : null}
            {card.texts.map((text, place) => (
              <p key={place} class="wk-text">
                {text}
              </p>
            ))}
            {card.texts.length > 1 ? <p class="wk-quiet">{sayMany(words, lang, "reveal.gathered", card.texts.length)}</p> : null}
          </li>
        ))}
      </Columns>
      <Foot>
        <TimeLeft />
        <p class="wk-page-number">{sayMany(words, lang, "reveal.ideas", ideas)}</p>
        <PageNumber />
      </Foot>
    </>
  );
}

/** The cards of the page that the facilitator shows. */
function onPage<C>(model: { page: number; pages: number[] }, cards: C[]): C[] {
  const start = model.pages.slice(0, model.page).reduce((sum, count) => sum + count, 0);
  return cards.slice(start, start + (model.pages[model.page] ?? cards.length));
}

function PageNumber() {
  const { model, words } = usePanel<"screen", "screen">();
  if (model.pages.length < 2) return null;
  return <p class="wk-page-number">{say(words, "pages.place", { page: model.page + 1, count: model.pages.length })}</p>;
}

function Vote({ model }: { model: ScreenVote }) {
  const { words, lang } = useWords();
  return (
    <>
      <BigChallenge />
      <p class="wk-big-quiet">{say(words, "vote.how")}</p>
      <Foot>
        <TimeLeft />
        <BigNumber label={sayMany(words, lang, "vote.voted", model.voted)} value={model.voted} of={model.people} />
      </Foot>
    </>
  );
}

function Results({ model }: { model: ScreenResults }) {
  const { words, lang } = useWords();
  const { places, others, without } = model;
  return (
    <>
      <BigChallenge small />
      {places.length === 0 ? <p class="wk-big">{say(words, "results.none")}</p> : null}
      <ol class={places.length > 3 ? "wk-places wk-places-rows" : "wk-places"} style={{ "--places": sizePlaces(places) }}>
        {places.map((place, index) => (
          <Place key={index} place={place} />
        ))}
      </ol>
      <Foot>
        <div class="wk-big-quiet">
          {others > 0 ? <p>{sayMany(words, lang, "results.others", others)}</p> : null}
          {without > 0 ? <p>{sayMany(words, lang, "results.without", without)}</p> : null}
        </div>
      </Foot>
    </>
  );
}

function Place({ place }: { place: ScreenPlace }) {
  const { words, lang } = useWords();
  const { rank, ranks, more } = place;
  return (
    <li class={ranks === null ? "wk-place wk-place-covered" : "wk-place"}>
      <p class="wk-place-rank">
        <b>{sayRank(words, lang, rank)}</b>
        {ranks !== null && ranks.length > 1 ? <span>{say(words, "results.tie")}</span> : null}
      </p>
      {ranks === null ? (
        <p class="wk-card">{say(words, "results.covered")}</p>
      ) : (
        <ul>
          {ranks.map((one, index) => (
            <Ranked key={index} one={one} />
          ))}
          {more > 0 ? <li class="wk-place-more">{sayMany(words, lang, "results.more", more)}</li> : null}
        </ul>
      )}
    </li>
  );
}

function Ranked({ one }: { one: ScreenRank }) {
  const { words, lang } = useWords();
  const told = ["", sayAmount(words, lang, one)];
  if (one.ideas > 1) told.push(sayMany(words, lang, "results.gathered", one.ideas));
  return (
    <li class="wk-card">
      <h2>{one.title}</h2>
      <p>
        <b>{sayMany(words, lang, "results.supporters", one.supporters)}</b>
        {told.join(", ")}
      </p>
    </li>
  );
}

function Scoring({ model }: { model: ScreenScoring }) {
  const { words, lang } = useWords();
  const matrix = model.matrices[model.page];
  if (matrix === undefined) return <Plain />;
  return (
    <>
      <Matrix model={model} matrix={matrix} />
      <Foot>
        <TimeLeft />
        <BigNumber label={sayMany(words, lang, "scoring.answered", matrix.heard)} value={matrix.heard} of={matrix.room} />
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

function Matrix({ model, matrix }: { model: ScreenScoring; matrix: ScreenMatrix }) {
  const { words } = useWords();
  const { challenge, counts } = matrix;
  return (
    <div class={counts === null ? "wk-fill" : "wk-two wk-two-matrix"}>
      <div class="wk-fill">
        <section class="wk-challenge wk-size-l">
          <small>{say(words, "challenge.place", { number: challenge.number, of: model.of, stake: challenge.stake })}</small>
          <p>{challenge.statement}</p>
        </section>
        <p class="wk-big-quiet">{say(words, "scoring.how")}</p>
        {counts === null ? <p class="wk-big-quiet">{say(words, whyUndrawn(matrix))}</p> : null}
      </div>
      {counts === null ? null : (
        <div>
          <h2 class="wk-visually-hidden">{say(words, "scoring.title")}</h2>
          <MatrixTable matrix={counts} caption={`${challenge.stake}. ${say(words, "scoring.title")}`} marksAtMost={8} />
          <MatrixLegend />
        </div>
      )}
    </div>
  );
}

function Offer({ model }: { model: ScreenOffer }) {
  const { words, lang } = useWords();
  return (
    <div class="wk-fill">
      <h2 class="wk-big">{say(words, "offer.title")}</h2>
      <p class="wk-big-quiet">{say(words, "offer.how")}</p>
      <Foot>
        <BigNumber label={sayMany(words, lang, "offer.count", model.offers)} value={model.offers} live lead />
        <TimeLeft />
      </Foot>
    </div>
  );
}

function Missions({ model }: { model: ScreenMissions }) {
  const { words } = useWords();
  const { missions } = model;
  if (missions.length === 0) {
    return (
      <>
        <p class="wk-big">{say(words, "missions.none")}</p>
        <Foot />
      </>
    );
  }
  return (
    <>
      <Columns>
        {onPage(model, missions).map((mission, index) => (
          <MissionCard key={index} mission={mission} />
        ))}
      </Columns>
      <Foot>
        <p class="wk-big-quiet">{say(words, "missions.how")}</p>
        <PageNumber />
      </Foot>
    </>
  );
}

function MissionCard({ mission }: { mission: ScreenMission }) {
  const { words, lang } = useWords();
  const where = mission.sector || say(words, "missions.anywhere");
  return (
    <li class="wk-card">
      <small class="wk-lone">{mission.stake}</small>
      <h2>{mission.title}</h2>
      <p>
        <Facts
          of={[
            <b>{say(words, "missions.places", { filled: mission.filled, places: mission.places })}</b>,
            <span class="wk-quiet">{where}</span>,
          ]}
        />
      </p>
      {mission.waiting > 0 ? <p class="wk-quiet">{sayMany(words, lang, "missions.waiting", mission.waiting)}</p> : null}
      {mission.filled === 0 ? (
        mission.waiting === 0 && <p class="wk-quiet">{say(words, "missions.free")}</p>
      ) : (
        <ul class="wk-names">
          {mission.names.map((name, index) => (
            <li key={index}>{name}</li>
          ))}
          {mission.unnamed > 0 ? <li>{sayMany(words, lang, "missions.unnamed", mission.unnamed)}</li> : null}
        </ul>
      )}
    </li>
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
      <Foot>
        <BigNumber label={sayMany(words, lang, "thanks.people", model.people)} value={model.people} />
        <BigNumber label={sayMany(words, lang, "thanks.ideas", model.ideas)} value={model.ideas} />
        <BigNumber label={sayMany(words, lang, "thanks.offers", model.offers)} value={model.offers} />
        <BigNumber label={sayMany(words, lang, "thanks.taken", model.taken)} value={model.taken} lead />
      </Foot>
    </div>
  );
}
