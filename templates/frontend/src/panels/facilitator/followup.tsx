/** Step 6, before the synthesis: what is missing, with a way to each place, and what became of each result. */
import { useLayoutEffect, useState } from "preact/hooks";
import type { FollowedChallenge, FollowedMission, FollowedResult, GapCount, GapKind, MissionField, WorkshopField } from "../../contract";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { ConcealedElsewhere, MakeMission, MissionFields, WorkshopFields, placeOf } from "./deeds";

/** The field in which each gap is filled. */
const FIELDS: Record<GapKind, MissionField | WorkshopField> = {
  owner: "owner",
  date: "first_date",
  step: "next_step",
  contact: "contact",
  follow_up: "follow_up",
  organiser: "organiser",
};

export function FollowupPanel() {
  const { model, words } = usePanel<"facilitator", "followup">();
  const first = model.challenges.find((one) => one.lacks > 0) ?? model.challenges[0];
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(first === undefined ? [] : [first.id]));
  const [wanted, want] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (wanted === null) return;
    const field = document.getElementById(wanted);
    field?.scrollIntoView?.({ block: "center" });
    field?.focus();
    want(null);
  }, [wanted]);
  const toggle = (challenge: string, on: boolean) => {
    if (on === open.has(challenge)) return;
    const next = new Set(open);
    if (on) next.add(challenge);
    else next.delete(challenge);
    setOpen(next);
  };
  const lead = (gap: GapCount) => {
    if (gap.challenge !== null) toggle(gap.challenge, true);
    want(placeOf(FIELDS[gap.kind], gap.mission));
  };
  return (
    <section class="wkf-page wkf-page-tight" aria-labelledby="wkf-followup">
      <h2 id="wkf-followup">{say(words, "title")}</h2>
      <div class="wkf-halves">
        <div class="wk-stack">
          <Gaps onLead={lead} />
          <WorkshopFields afterwards={model} />
        </div>
        <div class="wk-stack-tight">
          {model.challenges.map((challenge) => (
            <OneChallenge
              key={challenge.id}
              challenge={challenge}
              open={open.has(challenge.id)}
              onToggle={(on) => toggle(challenge.id, on)}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

const listMissions = (challenge: FollowedChallenge): FollowedMission[] => [
  ...challenge.results.flatMap((result) => result.missions),
  ...challenge.others,
];

/** The places that nobody accepted yet: no field is empty for it, and the PDF says it. */
const countFree = (missions: FollowedMission[]): number => missions.reduce((sum, one) => sum + Math.max(0, one.places - one.filled), 0);

function Gaps({ onLead }: { onLead: (gap: GapCount) => void }) {
  const { model, words, lang } = usePanel<"facilitator", "followup">();
  const all = model.challenges.flatMap(listMissions);
  const missions = all.length > 0;
  const free = countFree(all);
  return (
    <section class="wk-stack-tight" aria-labelledby="wkf-gaps">
      <h3 id="wkf-gaps">{say(words, "missing")}</h3>
      {missions ? null : <p>{say(words, "no-missions")}</p>}
      {model.gaps.length === 0 && missions ? <p class="wk-saved">{say(words, "nothing-missing")}</p> : null}
      {model.gaps.length === 0 && free > 0 ? <p>{sayMany(words, lang, "free-told", free)}</p> : null}
      {model.gaps.map((gap) => (
        <button key={gap.kind} type="button" class="wkf-gap" onClick={() => onLead(gap)}>
          <b>{sayMany(words, lang, `gap.${gap.kind.replace("_", "-")}`, gap.number)}</b> <span>{say(words, "go")}</span>
        </button>
      ))}
      {model.gaps.length > 0 ? <p class="wk-quiet">{say(words, "left-out")}</p> : null}
    </section>
  );
}

function OneChallenge(props: { challenge: FollowedChallenge; open: boolean; onToggle: (open: boolean) => void }) {
  const { words, lang } = useWords();
  const { challenge } = props;
  const missions = listMissions(challenge).length;
  const free = countFree(listMissions(challenge));
  const stands = challenge.worked === "no" ? "not-worked" : challenge.worked === "open" ? "open" : null;
  return (
    <details class="wk-card wkf-followed" open={props.open} onToggle={(event) => props.onToggle(event.currentTarget.open)}>
      <summary>
        <b>{say(words, "label", { number: challenge.number, stake: challenge.stake })}</b>
        <span class="wk-quiet">
          {[
            missions > 0 || stands === null ? sayMany(words, lang, "count", missions) : "",
            free > 0 ? sayMany(words, lang, "free", free) : "",
            stands === null ? "" : say(words, stands),
          ]
            .filter((one) => one !== "")
            .join(" · ")}
        </span>
        {challenge.lacks > 0 ? (
          <span class="wk-badge wkf-badge-open">{sayMany(words, lang, "lacks", challenge.lacks)}</span>
        ) : missions > 0 ? (
          <span class="wk-badge wkf-status-accepted">✓ {say(words, "complete")}</span>
        ) : null}
      </summary>
      <div class="wk-challenge">
        <p>{challenge.statement}</p>
      </div>
      {challenge.worked === "done" && challenge.results.length === 0 ? <p class="wk-quiet">{say(words, "no-results")}</p> : null}
      {challenge.results.map((result) => (
        <Result key={result.option} result={result} challenge={challenge.id} />
      ))}
      {challenge.rest > 0 ? (
        <p class="wk-quiet">
          {sayMany(words, lang, "rest", challenge.rest)}
          {challenge.undotted > 0 ? `, ${sayMany(words, lang, "undotted", challenge.undotted)}` : ""}
        </p>
      ) : null}
      {challenge.others.length > 0 ? (
        <>
          <h4>{say(words, "others")}</h4>
          {challenge.others.map((mission) => (
            <Followed key={mission.id} mission={mission} />
          ))}
        </>
      ) : null}
    </details>
  );
}

function Result({ result, challenge }: { result: FollowedResult; challenge: string }) {
  const { words, lang } = useWords();
  return (
    <div class="wkf-result">
      <p>
        <b>{say(words, result.tied ? "tied" : "rank", { rank: result.rank })}</b> <span>{result.title}</span>
      </p>
      <div class="wkf-result-top">
        <span class="wk-quiet">{`${sayMany(words, lang, "tally.dots", result.dots)}, ${sayMany(words, lang, "people", result.supporters)}`}</span>
        {result.missions.length === 0 ? <MakeMission option={result.option} challenge={challenge} title={result.title} /> : null}
      </div>
      {result.missions.map((mission) => (
        <Followed key={mission.id} mission={mission} led />
      ))}
    </div>
  );
}

/** A mission with what is told of it; `led`: it came from the result above. */
function Followed({ mission, led }: { mission: FollowedMission; led?: boolean }) {
  const { words, lang } = useWords();
  return (
    <div class="wkf-followed-mission">
      <p class="wkf-result-top">
        <b>
          {led === true ? <span aria-hidden="true">→ </span> : null}
          {mission.title}
        </b>
        <span class="wk-quiet">
          {say(words, "filled", { filled: mission.filled, places: mission.places })}
          {mission.waiting > 0 ? `, ${sayMany(words, lang, "waiting", mission.waiting)}` : ""}
        </span>
      </p>
      <ConcealedElsewhere concealed={mission.concealed} />
      <MissionFields mission={mission} />
    </div>
  );
}
