/** The missions by person: who has which, who has none and why. */
import { useState } from "preact/hooks";
import type { MissionBookModel, PersonWithout } from "../../contract";
import { Facts } from "../kit/components";
import { signed } from "../kit/numbers";
import { say, usePanel } from "../kit/panel";
import { useAction } from "./action";
import { useGrowing } from "./growing";
import { Named, Pieces, useDesk } from "./mission_parts";
import { isPersonShown, type Listed, type Looked } from "./mission_tools";
import { PlaceOn, StatusOf } from "./placing";
import { tagOf } from "./whatif";

/** Everybody whom the missions are about, as far as they are looked for, in the order of their names. */
export function listPeople(model: MissionBookModel, looked: Looked): Listed[] {
  const missions = model.challenges.flatMap((one) => one.missions);
  const everybody = new Map<string, Listed>();
  for (const one of [...model.placed, ...model.unassigned, ...model.said_no]) everybody.set(one.id, { ...one, on: [] });
  for (const mission of missions) for (const one of mission.people) everybody.get(one.id)?.on.push(mission);
  return [...everybody.values()].filter((one) => isPersonShown(model, one, looked)).sort((a, b) => a.pseudonym.localeCompare(b.pseudonym));
}

export function MissionPeople({ people, looked }: { people: Listed[]; looked: Looked }) {
  const { model, words } = usePanel<"facilitator", "missions">();
  const drawn = useGrowing(people.length, `${looked.text} ${looked.filter}`);
  const without = new Map(model.unassigned.map((one) => [one.id, one]));
  if (people.length === 0) return looked.text === "" && looked.filter === null ? <p class="wk-quiet">{say(words, "nothing-yet")}</p> : null;
  return (
    <ul class="wkf-mission-list wkf-people-list">
      {people.slice(0, drawn).map((one) => (
        <Row key={one.id} person={one} without={without.get(one.id)} />
      ))}
    </ul>
  );
}

function Row({ person, without }: { person: Listed; without: PersonWithout | undefined }) {
  const { model, words } = usePanel<"facilitator", "missions">();
  const desk = useDesk();
  const action = useAction();
  const [moving, setMoving] = useState<string | null>(null);
  const { pseudonym, on } = person;
  const refused = model.declined.filter((one) => one.id === person.id);
  const opener = (from: string) => (
    <button
      type="button"
      class="wk-quiet-action"
      aria-expanded={moving === from}
      aria-label={`${say(words, from === "" ? "place-do" : "move-do")}, ${pseudonym}`}
      onClick={() => setMoving(moving === from ? null : from)}
    >
      {say(words, from === "" ? "place-open" : "move-open")}
    </button>
  );
  const carried = (from: string | null) => ({
    draggable: true,
    onDragStart: () => (desk.dragged.current = { person: person.id, from }),
    onDragEnd: () => (desk.dragged.current = null),
  });
  return (
    <li>
      {on.map((mission) => {
        const own = mission.people.find((one) => one.id === person.id)!;
        const tag = tagOf(model.trial, person.id, mission.id, words);
        return (
          <div key={mission.id} class="wkf-person-line" {...carried(mission.id)}>
            <b>{pseudonym}</b>
            <span>
              <Named label={say(words, "see-mission", { mission: mission.title })} onSee={() => desk.seeMission(mission.id)}>
                {mission.title}
              </Named>{" "}
              <span class="wk-quiet">
                <Facts
                  of={[
                    own.competence !== null &&
                      own.interest !== null &&
                      say(words, "scores", { competence: own.competence, interest: signed(own.interest) }),
                    own.by_hand && say(words, "by-hand"),
                  ]}
                />
              </span>
            </span>
            <span class="wkf-person-do">
              {tag === "" ? <StatusOf person={own} /> : <span class="wkf-tried">{tag}</span>}
              {opener(mission.id)}
            </span>
            {moving === mission.id ? <PlaceOn person={own} from={mission} action={action} onDone={() => setMoving(null)} /> : null}
          </div>
        );
      })}
      {on.length > 0 ? null : (
        <div class="wkf-person-line" {...(without === undefined ? {} : carried(null))}>
          <b>{pseudonym}</b>
          <span>
            {without === undefined ? say(words, "said-no.reason") : without.reason}{" "}
            {without === undefined || without.bound.length === 0 ? null : <Pieces of={without.bound} />}
          </span>
          <span class="wkf-person-do">
            <span class="wk-quiet">{say(words, "without")}</span>
            {without === undefined ? null : opener("")}
          </span>
          {moving === "" ? <PlaceOn person={person} from={null} action={action} onDone={() => setMoving(null)} /> : null}
        </div>
      )}
      {refused.map((one) => (
        <p key={one.mission} class="wk-quiet">
          {one.said}
          {one.note === "" ? null : ` ${say(words, "note", { note: one.note })}`}{" "}
          {one.another ? <b class="wk-badge wkf-badge-open">{say(words, "another")}</b> : null}
        </p>
      ))}
    </li>
  );
}
