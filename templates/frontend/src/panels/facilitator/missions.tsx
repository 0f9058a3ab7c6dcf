/** Step 5: missions, who takes them and why; what the facilitator decides by hand is kept. */
import { useState } from "preact/hooks";
import type { BookedMission, MissionChallenge } from "../../contract";
import { Chips, Facts } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Told, Confirm, Quiet, useAction } from "./action";
import { ConcealedElsewhere, MissionFields } from "./deeds";
import { ImportLink } from "./import_link";
import { MissionForm } from "./mission_form";
import { PersonRow, placedSentence, Unassigned } from "./placing";

const ALL = "all";
/** More missions than this are shown one challenge at a time, unless asked otherwise. */
const AT_ONCE = 8;

/** A mission that is no more, under the challenge where its card stood. */
interface Gone {
  challenge: string;
  mission: string;
  /** Who had said yes to it, as the question named them: no page can read it afterwards. */
  accepted: string[];
}

export function MissionsPanel() {
  const { model, words } = usePanel<"facilitator", "missions">();
  const [chosen, choose] = useState<string | null>(null);
  const [removed, setRemoved] = useState<Gone[]>([]);
  const { challenges } = model;
  if (challenges.length === 0) return <p class="wk-card">{say(words, "none")}</p>;
  const many = challenges.reduce((sum, one) => sum + one.missions.length, 0) > AT_ONCE;
  const first = challenges.find((one) => one.id === model.current) ?? challenges[0];
  const known = chosen === ALL || challenges.some((one) => one.id === chosen);
  const shown = known ? chosen : many ? (first?.id ?? ALL) : ALL;
  const choices = challenges.map((one) => ({ key: one.id, label: `${one.number}\u00a0·\u00a0${one.stake}` }));
  return (
    <section class="wkf-page wkf-page-tight">
      <h2>{say(words, "title")}</h2>
      <Propose />
      <Unassigned />
      {challenges.length > 1 ? (
        <Chips legend={say(words, "show")} choices={[...choices, { key: ALL, label: say(words, "all") }]} value={shown} onChoose={choose} />
      ) : null}
      <div class="wk-stack">
        {challenges
          .filter((one) => shown === ALL || one.id === shown)
          .map((one) => (
            <OneChallenge
              key={one.id}
              challenge={one}
              removed={removed.filter(({ challenge }) => challenge === one.id)}
              onRemoved={(gone) => setRemoved((before) => [...before, gone])}
            />
          ))}
      </div>
      <ImportLink kind="missions" />
    </section>
  );
}

function Propose() {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  const action = useAction();
  return (
    <div class="wkf-propose">
      <button
        type="button"
        class={model.proposed || model.places === 0 ? "wk-go wk-second" : "wk-go"}
        disabled={model.places === 0}
        aria-disabled={action.busy}
        onClick={() => void action.act("propose_assignments")}
      >
        {say(words, action.busy ? "proposing" : model.proposed ? "propose-again" : "propose")}
      </button>
      <div>
        <p>
          <Facts
            of={[
              <b>{say(words, "summary", { filled: model.filled, places: model.places })}</b>,
              model.waiting > 0 && sayMany(words, lang, "waiting", model.waiting),
              model.unassigned.length > 0 && sayMany(words, lang, "alone", model.unassigned.length),
            ]}
          />
        </p>
        <p class="wk-quiet">{say(words, "propose-how")}</p>
        <Unreachable />
        <Told action={action} saved={say(words, "proposed")} />
      </div>
    </div>
  );
}

/** Who has a mission and left no way to be called: to be settled while they are in the room. */
function Unreachable() {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  const names = new Set(
    model.challenges
      .flatMap((one) => one.missions.flatMap((mission) => mission.people.filter((person) => !person.reachable)))
      .map((one) => one.pseudonym),
  );
  if (names.size === 0) return null;
  return <p class="wkf-unfilled">{sayMany(words, lang, "unreachable-people", names.size, { names: [...names].join(", ") })}</p>;
}

function OneChallenge(props: { challenge: MissionChallenge; removed: Gone[]; onRemoved: (gone: Gone) => void }) {
  const { words, lang } = useWords();
  const { challenge } = props;
  const [adding, setAdding] = useState(false);
  return (
    <section class="wk-stack-tight" aria-label={say(words, "label", { number: challenge.number, stake: challenge.stake })}>
      <div class="wk-challenge">
        <small>{say(words, "label", { number: challenge.number, stake: challenge.stake })}</small>
        <p>{challenge.statement}</p>
      </div>
      <div class="wkf-before" role="status">
        {props.removed.map(({ mission, accepted }) =>
          accepted.length === 0 ? null : (
            <p key={mission} class="wkf-breaks">
              {sayMany(words, lang, "removed-accepted", accepted.length, { mission, names: accepted.join(", ") })}
            </p>
          ),
        )}
      </div>
      {challenge.missions.length === 0 ? <p class="wk-quiet">{say(words, "empty")}</p> : null}
      {challenge.missions.map((one) => (
        <MissionCard key={one.id} challenge={challenge.id} mission={one} onRemoved={props.onRemoved} />
      ))}
      {adding ? (
        <MissionForm challenge={challenge.id} onDone={() => setAdding(false)} />
      ) : (
        <p>
          <Quiet
            label={`${say(words, "add")}, ${say(words, "label", { number: challenge.number, stake: challenge.stake })}`}
            onClick={() => setAdding(true)}
          >
            {say(words, "add")}
          </Quiet>
        </p>
      )}
    </section>
  );
}

function MissionCard(props: { challenge: string; mission: BookedMission; onRemoved: (gone: Gone) => void }) {
  const { words, lang } = useWords();
  const [editing, setEditing] = useState(false);
  const action = useAction();
  const { challenge, mission } = props;
  const { filled, accepted } = mission;
  if (editing) return <MissionForm challenge={challenge} mission={mission} onDone={() => setEditing(false)} />;
  const sure = say(words, "remove-sure", { mission: mission.title });
  const tell = sayMany(words, lang, "remove-accepted", accepted.length, { names: accepted.join(", ") });
  const remove = async () => {
    const answer = await action.act("remove_mission", { mission: mission.id });
    if (answer.ok) props.onRemoved({ challenge, mission: mission.title, accepted });
  };
  const need = mission.min_competence === 0 ? say(words, "no-minimum") : say(words, "minimum", { competence: mission.min_competence });
  return (
    <article class="wk-card">
      <div class="wkf-mission-top">
        <h3>{mission.title}</h3>
        <span class={filled >= mission.places ? "wk-badge" : "wk-badge wkf-badge-open"}>
          <span aria-hidden="true">{say(words, "filled", { filled, places: mission.places })}</span>
          <span class="wk-visually-hidden">{say(words, "filled-words", { filled, places: mission.places })}</span>
        </span>
      </div>
      <ConcealedElsewhere concealed={mission.concealed} />
      <p class="wk-quiet">
        <Facts
          of={[mission.sector || say(words, "anywhere"), need, mission.waiting > 0 && sayMany(words, lang, "waiting", mission.waiting)]}
        />
      </p>
      {mission.idea === "" ? null : <p class="wk-quiet">{say(words, "from-idea", { idea: mission.idea })}</p>}
      <FollowUp mission={mission} />
      {mission.people.length > 0 ? (
        <ul class="wkf-mission-people">
          {mission.people.map((one) => (
            <PersonRow key={one.id} person={one} mission={mission} action={action} />
          ))}
        </ul>
      ) : null}
      {mission.unfilled ? <p class="wkf-unfilled">{mission.unfilled}</p> : null}
      <div class="wk-row">
        <Quiet label={say(words, "edit-of", { mission: mission.title })} onClick={() => setEditing(true)}>
          {say(words, "edit")}
        </Quiet>
        <Confirm
          label={say(words, "remove-of", { mission: mission.title })}
          question={accepted.length === 0 ? sure : `${sure} ${tell}`}
          yes={say(words, "remove-yes")}
          no={say(words, "cancel")}
          onYes={() => void remove()}
        >
          {say(words, "remove")}
        </Confirm>
      </div>
      <Told action={action} saved={placedSentence(words, action)} />
    </article>
  );
}

/** Who, when and what next, in one line that opens to be typed in. */
function FollowUp({ mission }: { mission: BookedMission }) {
  const { words } = useWords();
  const parts = [mission.owner || say(words, "no-owner"), mission.day || say(words, "no-date"), mission.next_step || say(words, "no-step")];
  return (
    <details class="wkf-fold wkf-fold-tight">
      <summary aria-label={`${say(words, "follow-up-of", { mission: mission.title })} : ${parts.join(", ")}`}>{parts.join(" · ")}</summary>
      <MissionFields mission={mission} />
    </details>
  );
}
