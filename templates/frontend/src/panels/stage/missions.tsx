/** The missions as their places fill, challenge by challenge: seats as marks and in words, and the names of who agreed to it. */
import type { ScreenMission, ScreenMissionCard, ScreenMissions } from "../../contract";
import { Facts, Unbroken } from "../kit/components";
import { say, sayMany, useWords, type Words } from "../kit/panel";
import { Columns, onPage, PageNumber } from "./pages";
import { Foot } from "./pieces";

/** More places than these are read as a number alone. */
const MARKS_AT_MOST = 14;

export function Missions({ model }: { model: ScreenMissions }) {
  const { words } = useWords();
  if (model.cards.length === 0) {
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
        {onPage(model, model.cards).map((card) => (
          <ChallengeCard key={`${card.number} ${card.missions[0]?.title}`} card={card} />
        ))}
      </Columns>
      <Foot>
        <p class="wk-big-quiet">{say(words, "missions.how")}</p>
        <PageNumber />
      </Foot>
    </>
  );
}

function ChallengeCard({ card }: { card: ScreenMissionCard }) {
  const { words, lang } = useWords();
  return (
    <li class="wk-card wk-filling">
      <h2 class="wk-filling-head">
        <span class="wk-lone">
          {say(words, card.more ? "missions.challenge-more" : "missions.challenge", { number: card.number, stake: card.stake })}
        </span>{" "}
        {card.more ? null : <span class="wk-quiet">{sayPlaces(words, lang, card)}</span>}
      </h2>
      <ul>
        {card.missions.map((mission, index) => (
          <Filling key={index} mission={mission} />
        ))}
      </ul>
    </li>
  );
}

function Filling({ mission }: { mission: ScreenMission }) {
  const { words, lang } = useWords();
  const waits = mission.waiting === 0 ? "" : sayMany(words, lang, "missions.waiting", mission.waiting);
  const standing = [sayStanding(words, lang, mission), waits].filter((one) => one !== "");
  return (
    <li>
      <h3>
        <Unbroken text={mission.title} />
      </h3>
      <p class="wk-filling-places">
        <Seats mission={mission} />
        <Facts
          of={[<b>{sayPlaces(words, lang, mission)}</b>, mission.sector === "" ? "" : <span class="wk-quiet">{mission.sector}</span>]}
        />
      </p>
      {standing.length === 0 ? null : (
        <p>
          <Facts of={standing} />
        </p>
      )}
      {mission.names.length === 0 ? null : (
        <ul class="wk-names">
          {mission.names.map((name, index) => (
            <li key={index}>{name}</li>
          ))}
          {mission.unnamed > 0 ? <li>{sayMany(words, lang, "missions.others", mission.unnamed)}</li> : null}
        </ul>
      )}
    </li>
  );
}

function sayPlaces(words: Words, lang: string, { filled, places }: { filled: number; places: number }): string {
  return sayMany(words, lang, "missions.places", places, { filled, places });
}

/** How far a mission is, in words: all places taken, its minimum reached or what it lacks; nothing where none was said. */
function sayStanding(words: Words, lang: string, { places, minimum, filled }: ScreenMission): string {
  if (filled >= places) return places === 0 ? "" : sayMany(words, lang, "missions.full", places);
  if (minimum > 0 && filled >= minimum) return say(words, "missions.reached");
  return minimum > 0 ? sayMany(words, lang, "missions.short", minimum - filled) : "";
}

/** One mark a place: taken, waiting for an answer, free; each has its own shape. What they say, words say beside them. */
function Seats({ mission: { places, filled, waiting } }: { mission: ScreenMission }) {
  if (places > MARKS_AT_MOST || places === 0) return null;
  const taken = Math.min(filled, places);
  const held = Math.min(waiting, places - taken);
  const marks = ["yes", "held", "free"].flatMap((mark, at) => Array<string>([taken, held, places - taken - held][at]!).fill(mark));
  return (
    <span class="wk-seats" aria-hidden="true">
      {marks.map((mark, index) => (
        <i key={index} class={`wk-seat-${mark}`} />
      ))}
    </span>
  );
}
