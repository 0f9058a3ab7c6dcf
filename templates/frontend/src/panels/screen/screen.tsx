/** The projector: one big thing and two numbers a phase, read from ten metres. */
import { MatrixLegend, MatrixTable } from "../kit/matrix";
import { say, sayMany, usePanel } from "../kit/panel";
import { QrCode } from "../kit/qr_code";
import type { Mission, ScreenModel } from "./model";
import { Columns, TurningBar, useTurning } from "./pages";
import { BigChallenge, BigNumber, TimeLeft } from "./pieces";

const PHASES: Record<string, () => preact.JSX.Element> = {
  welcome: Welcome,
  writing: Writing,
  reveal: Reveal,
  vote: Vote,
  results: Results,
  scoring: Scoring,
  offer: Offer,
  missions: Missions,
  thanks: Thanks,
};

export function Screen() {
  const { model, words, lang } = usePanel<ScreenModel>();
  const Phase = PHASES[model.phase];
  return (
    <div class={`wk-stage wk-stage-${model.phase}`} lang={lang}>
      <div class="wk-stage-top">
        <h1>{model.title}</h1>
        <p>{say(words, `phase.${model.phase}`)}</p>
      </div>
      {Phase === undefined ? null : <Phase />}
    </div>
  );
}

function Welcome() {
  const { model, words } = usePanel<ScreenModel>();
  return (
    <div class="wk-two">
      <div class="wk-fill">
        <h2 class="wk-big">{say(words, "welcome.title")}</h2>
        <p class="wk-big-quiet">{say(words, model.join ? "welcome.how" : "welcome.nowhere")}</p>
        {model.join ? <p class="wk-address">{shorten(model.join)}</p> : null}
        <div class="wk-numbers">
          <BigNumber label={say(words, "welcome.people")} value={model.people} live />
          <TimeLeft />
        </div>
      </div>
      {model.qr === undefined ? null : (
        <QrCode class="wk-qr" rows={model.qr} label={say(words, "welcome.code", { address: model.join })} />
      )}
    </div>
  );
}

/** What a person types: a browser adds the rest by itself. */
const shorten = (address: string): string => address.replace(/^http:\/\//, "").replace(/\/$/, "");

function Writing() {
  const { model, words } = usePanel<ScreenModel>();
  return (
    <>
      <BigChallenge />
      <p class="wk-big-quiet">{say(words, "writing.how")}</p>
      <div class="wk-numbers">
        <TimeLeft />
        <BigNumber label={say(words, "writing.finished")} value={model.finished ?? 0} of={model.people} />
      </div>
    </>
  );
}

function Reveal() {
  const { model, words, lang } = usePanel<ScreenModel>();
  const cards = model.cards ?? [];
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
            {card.texts.length > 1 ? (
              <p class="wk-quiet">{sayMany(words, lang, "reveal.gathered", card.texts.length)}</p>
            ) : null}
          </li>
        ))}
      </Columns>
    </>
  );
}

function Vote() {
  const { model, words } = usePanel<ScreenModel>();
  return (
    <>
      <BigChallenge />
      <p class="wk-big-quiet">{say(words, "vote.how")}</p>
      <div class="wk-numbers">
        <TimeLeft />
        <BigNumber label={say(words, "vote.voted")} value={model.voted ?? 0} of={model.people} />
      </div>
    </>
  );
}

function Results() {
  const { model, words, lang } = usePanel<ScreenModel>();
  const ranks = model.ranks ?? [];
  const most = Math.max(1, ...ranks.map((one) => one.dots));
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
                <i style={{ width: `${(100 * one.dots) / most}%` }} />
              </p>
              <p>
                <b>{sayMany(words, lang, "results.dots", one.dots)}</b>
                {" · "}
                {sayMany(words, lang, "results.supporters", one.supporters)}
                {one.ideas > 1 ? ` · ${sayMany(words, lang, "reveal.gathered", one.ideas)}` : ""}
              </p>
            </div>
          </li>
        ))}
      </Columns>
    </>
  );
}

function Scoring() {
  const { model, words, lang } = usePanel<ScreenModel>();
  const matrices = model.matrices ?? [];
  const turning = useTurning(matrices.length);
  const matrix = matrices[turning.page];
  const challenge = model.challenges[turning.page];
  if (matrix === undefined || challenge === undefined) return <BigChallenge />;
  return (
    <div class="wk-two wk-two-matrix">
      <div class="wk-fill">
        <section class="wk-challenge wk-size-l">
          <small>
            {say(words, "challenge.place", { number: challenge.number, of: model.of, stake: challenge.stake })}
          </small>
          <p>{challenge.statement}</p>
        </section>
        <p class="wk-big-quiet">{say(words, "scoring.how")}</p>
        <div class="wk-numbers">
          <TimeLeft />
          <BigNumber
            label={say(words, "scoring.answered")}
            value={matrix.heard}
            of={matrix.room}
          />
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

function Offer() {
  const { model, words } = usePanel<ScreenModel>();
  return (
    <div class="wk-fill">
      <h2 class="wk-big">{say(words, "offer.title")}</h2>
      <p class="wk-big-quiet">{say(words, "offer.how")}</p>
      <div class="wk-numbers">
        <BigNumber label={say(words, "offer.count")} value={model.offers ?? 0} live lead />
        <TimeLeft />
      </div>
    </div>
  );
}

function Missions() {
  const { model, words } = usePanel<ScreenModel>();
  const missions = model.missions ?? [];
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

function MissionCard({ mission }: { mission: Mission }) {
  const { words, lang } = usePanel<ScreenModel>();
  const where = mission.sector || say(words, "missions.anywhere");
  return (
    <li class="wk-card">
      <small class="wk-lone">{mission.stake}</small>
      <h2>{mission.title}</h2>
      <p>
        <b>{say(words, "missions.places", { filled: mission.filled, places: mission.places })}</b>
        <span class="wk-quiet"> · {where}</span>
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

function Thanks() {
  const { model, words } = usePanel<ScreenModel>();
  return (
    <div class="wk-fill">
      <h2 class="wk-big">{say(words, "thanks.title")}</h2>
      <p class="wk-big-quiet">{say(words, "thanks.how")}</p>
      <div class="wk-numbers">
        <BigNumber label={say(words, "thanks.people")} value={model.people} />
        <BigNumber label={say(words, "thanks.ideas")} value={model.ideas ?? 0} />
        <BigNumber label={say(words, "thanks.offers")} value={model.offers ?? 0} />
        <BigNumber label={say(words, "thanks.taken")} value={model.taken ?? 0} lead />
      </div>
    </div>
  );
}
