/** The projector: one big thing and two numbers a phase, read from ten metres. */
import type {
  ScreenMission,
  ScreenMissions,
  ScreenOffer,
  ScreenPanels,
  ScreenResults,
  ScreenReveal,
  ScreenScoring,
  ScreenThanks,
  ScreenVote,
  ScreenWelcome,
  ScreenWriting,
} from "../../contract";
import { Facts } from "../kit/components";
import { MatrixLegend, MatrixTable } from "../kit/matrix";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { sayAmount, shareAmong } from "../kit/tally";
import { QrCode } from "../kit/qr_code";
import { GroundButton } from "./ground";
import { Columns, TurningBar, useTurning } from "./pages";
import { BigChallenge, BigNumber, TimeLeft } from "./pieces";

export function Screen() {
  const { model, words, lang } = usePanel<"screen", "screen">();
  return (
    <div class={`wk-stage wk-stage-${model.phase}`} lang={lang}>
      <div class="wk-stage-top">
        <h1>{model.title}</h1>
        <p>{say(words, `room.${model.phase}`)}</p>
        <GroundButton />
      </div>
      <Stage model={model} />
    </div>
  );
}

/** The stage of the phase, with what this phase makes public. */
function Stage({ model }: { model: ScreenPanels["screen"] }) {
  switch (model.view) {
    case "plain":
      return <Plain />;
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
      <div class="wk-numbers">
        <TimeLeft />
      </div>
    </>
  );
}

function Welcome({ model }: { model: ScreenWelcome }) {
  const { words } = useWords();
  return (
    <div class="wk-two">
      <div class="wk-fill">
        <h2 class="wk-big">{say(words, "welcome.title")}</h2>
        <p class="wk-big-quiet">{say(words, model.join ? "welcome.how" : "welcome.nowhere")}</p>
        {model.join ? <p class="wk-address wk-copied">{shorten(model.join)}</p> : null}
        <div class="wk-numbers">
          <BigNumber label={say(words, "welcome.people")} value={model.people} live />
          <TimeLeft />
        </div>
      </div>
      {model.qr.length > 0 && <QrCode class="wk-qr" rows={model.qr} label={say(words, "welcome.code", { address: model.join })} />}
    </div>
  );
}

/** What a person types: a browser adds the rest by itself. */
const shorten = (address: string): string => address.replace(/^http:\/\//, "").replace(/\/$/, "");

function Writing({ model }: { model: ScreenWriting }) {
  const { words } = useWords();
  return (
    <>
      <BigChallenge />
      <p class="wk-big-quiet">{say(words, "writing.how")}</p>
      <div class="wk-numbers">
        <TimeLeft />
        <BigNumber label={say(words, "writing.finished")} value={model.finished} of={model.people} />
      </div>
    </>
  );
}

function Reveal({ model }: { model: ScreenReveal }) {
  const { words, lang } = useWords();
  const { cards } = model;
  const ideas = cards.reduce((sum, card) => sum + card.texts.length, 0);
  return (
    <>
      <div class="wk-beside">
        <BigChallenge small />
        <p class="wk-big-quiet">{sayMany(words, lang, "reveal.ideas", ideas)}</p>
        <TimeLeft />
      </div>
      {cards.length === 0 ? <p class="wk-big">{say(words, "reveal.none")}</p> : null}
      <Columns>
        {cards.map((card, index) => (
          <li key={index} class={card.texts.length > 1 ? "wk-card wk-card-group" : "wk-card"}>
            {card.stake ? <small class="wk-lone">{card.stake}</small> : null}
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
    </>
  );
}

function Vote({ model }: { model: ScreenVote }) {
  const { words } = useWords();
  return (
    <>
      <BigChallenge />
      <p class="wk-big-quiet">{say(words, "vote.how")}</p>
      <div class="wk-numbers">
        <TimeLeft />
        <BigNumber label={say(words, "vote.voted")} value={model.voted} of={model.people} />
      </div>
    </>
  );
}

function Results({ model }: { model: ScreenResults }) {
  const { words, lang } = useWords();
  const { ranks } = model;
  const share = shareAmong(ranks);
  return (
    <>
      <div class="wk-beside">
        <BigChallenge small />
        <p class="wk-big-quiet">{say(words, "results.how")}</p>
      </div>
      {ranks.length === 0 ? <p class="wk-big">{say(words, "results.none")}</p> : null}
      <Columns>
        {ranks.map((one, index) => (
          <li key={index} class="wk-card wk-rank">
            <b class="wk-rank-number">{one.rank}</b>
            <div>
              {one.stake ? <small class="wk-lone">{one.stake}</small> : null}
              <h2>{one.title}</h2>
              <p class="wk-bar" aria-hidden="true">
                <i style={{ width: `${100 * share(one)}%` }} />
              </p>
              <p>
                <Facts
                  of={[
                    <b>{sayAmount(words, lang, one)}</b>,
                    sayMany(words, lang, "results.supporters", one.supporters),
                    one.ideas > 1 && sayMany(words, lang, "reveal.gathered", one.ideas),
                  ]}
                />
              </p>
            </div>
          </li>
        ))}
      </Columns>
    </>
  );
}

function Scoring({ model }: { model: ScreenScoring }) {
  const { words, lang } = useWords();
  const { matrices } = model;
  const turning = useTurning(matrices.length);
  const matrix = matrices[turning.page];
  const challenge = model.challenges[turning.page];
  if (matrix === undefined || challenge === undefined) return <BigChallenge />;
  return (
    <div class="wk-two wk-two-matrix">
      <div class="wk-fill">
        <section class="wk-challenge wk-size-l">
          <small>{say(words, "challenge.place", { number: challenge.number, of: model.of, stake: challenge.stake })}</small>
          <p>{challenge.statement}</p>
        </section>
        <p class="wk-big-quiet">{say(words, "scoring.how")}</p>
        <div class="wk-numbers">
          <TimeLeft />
          <BigNumber label={say(words, "scoring.answered")} value={matrix.heard} of={matrix.room} />
        </div>
        <TurningBar turning={turning} />
      </div>
      <div>
        <h2 class="wk-visually-hidden">{say(words, "scoring.title")}</h2>
        <MatrixTable matrix={matrix} caption={`${challenge.stake}. ${say(words, "scoring.title")}`} marksAtMost={8} />
        <MatrixLegend />
        {matrix.unsure > 0 ? <p class="wk-quiet">{sayMany(words, lang, "scoring.unsure", matrix.unsure)}</p> : null}
        {matrix.others > 0 ? <p class="wk-quiet">{sayMany(words, lang, "scoring.others", matrix.others)}</p> : null}
      </div>
    </div>
  );
}

function Offer({ model }: { model: ScreenOffer }) {
  const { words } = useWords();
  return (
    <div class="wk-fill">
      <h2 class="wk-big">{say(words, "offer.title")}</h2>
      <p class="wk-big-quiet">{say(words, "offer.how")}</p>
      <div class="wk-numbers">
        <BigNumber label={say(words, "offer.count")} value={model.offers} live lead />
        <TimeLeft />
      </div>
    </div>
  );
}

function Missions({ model }: { model: ScreenMissions }) {
  const { words } = useWords();
  const { missions } = model;
  if (missions.length === 0) return <p class="wk-big">{say(words, "missions.none")}</p>;
  return (
    <>
      <p class="wk-big-quiet">{say(words, "missions.how")}</p>
      <Columns>
        {missions.map((mission, index) => (
          <MissionCard key={index} mission={mission} />
        ))}
      </Columns>
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
      {mission.filled === 0 ? (
        <p class="wk-quiet">{say(words, "missions.open")}</p>
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
  const { words } = useWords();
  return (
    <div class="wk-fill">
      <h2 class="wk-big">{say(words, "thanks.title")}</h2>
      <p class="wk-big-quiet">{say(words, "thanks.how")}</p>
      <div class="wk-numbers">
        <BigNumber label={say(words, "thanks.people")} value={model.people} />
        <BigNumber label={say(words, "thanks.ideas")} value={model.ideas} />
        <BigNumber label={say(words, "thanks.offers")} value={model.offers} />
        <BigNumber label={say(words, "thanks.taken")} value={model.taken} lead />
      </div>
    </div>
  );
}
