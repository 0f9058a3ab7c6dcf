/** One mission: its seats, the people on it, why places are free and what would help; folded to one line. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { BookedMission } from "../../contract";
import { Facts, Said } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Confirm, Quiet, Told, useAction } from "./action";
import { ConcealedElsewhere, MissionFields } from "./deeds";
import { isBegun, MissionForm } from "./mission_form";
import { Pieces, saidNo, Seats, useDesk } from "./mission_parts";
import { type Paired, PersonRow, placedSentence } from "./placing";
import { Coming, comingTo } from "./whatif";

interface CardProps {
  challenge: string;
  mission: BookedMission;
  /** Whether it is open before anybody pressed it. */
  opened: boolean;
}

export function MissionCard(props: CardProps) {
  const { model, words } = usePanel<"facilitator", "missions">();
  const desk = useDesk();
  const [editing, setEditing] = useState(() => isBegun(props.challenge, props.mission));
  const [edited, setEdited] = useState<"" | "left" | "saved">("");
  const opener = useRef<HTMLButtonElement>(null);
  const [pressed, press] = useState<boolean | null>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState("");
  const action = useAction();
  const { challenge, mission } = props;
  const coming = comingTo(model.trial, mission.id);
  useEffect(() => press(null), [props.opened]); // whom one looks for now is seen, whatever was folded before
  const open = pressed ?? (props.opened || coming.length > 0);
  useLayoutEffect(() => {
    if (!editing && edited !== "") opener.current?.focus();
  }, [editing]);
  const edit = () => {
    setEdited("");
    setEditing(true);
  };
  const endEdit = (saved?: string) => {
    setEdited(saved === undefined ? "left" : "saved");
    setEditing(false);
  };
  if (editing) return <MissionForm challenge={challenge} mission={mission} onDone={endEdit} />;
  const takes = (dragged: { person: string; from: string | null }): boolean =>
    dragged.from !== mission.id && !saidNo(model, dragged.person, mission.id);
  const drop = async () => {
    setOver(false);
    const { current } = desk.dragged;
    if (current === null || !takes(current)) return;
    setRefused(await desk.attempt({ participant: current.person, mission: mission.id, stays: true, leaving: current.from }));
  };
  return (
    <article
      class={over ? "wkf-mission wkf-target" : "wkf-mission"}
      onDragOver={(event) => {
        if (desk.dragged.current === null || !takes(desk.dragged.current)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        void drop();
      }}
    >
      <div class="wkf-mission-top">
        <div>
          <h3>{mission.title}</h3>
          <p class="wk-quiet">
            <Facts of={factsOf(mission, words)} />
          </p>
        </div>
        <Seats mission={mission} />
        <button
          ref={opener}
          type="button"
          class="wk-quiet-action"
          data-mission={mission.id}
          aria-expanded={open}
          aria-label={say(words, open ? "fold-of" : "open-of", { mission: mission.title })}
          onClick={() => press(!open)}
        >
          {say(words, open ? "fold" : "open")}
        </button>
      </div>
      {refused === "" ? null : <Said good={false}>{refused}</Said>}
      {edited === "saved" ? <Said good>{say(words, "saved")}</Said> : null}
      {open ? (
        <div class="wkf-mission-in">
          <ConcealedElsewhere concealed={mission.concealed} />
          <Why mission={mission} />
          {mission.people.length + coming.length > 0 ? (
            <ul class="wkf-mission-people">
              {pairUp(mission).map((one) => (
                <PersonRow key={one.person.id} {...one} mission={mission} action={action} />
              ))}
              {coming.map((one) => (
                <Coming key={one.id} moved={one} />
              ))}
            </ul>
          ) : null}
          <Refused mission={mission} />
          <Below mission={mission} onEdit={edit} />
          <Told action={action} saved={placedSentence(words, action)} />
        </div>
      ) : null}
    </article>
  );
}

function factsOf(mission: BookedMission, words: ReturnType<typeof useWords>["words"]): (string | false)[] {
  const { min_competence, importance } = mission;
  return [
    mission.sector || say(words, "anywhere"),
    min_competence === 0 ? say(words, "no-minimum") : say(words, "minimum", { competence: min_competence }),
    importance !== 2 && say(words, importance === 1 ? "important" : "can-wait"),
    mission.when !== "" && mission.when,
    mission.car && say(words, "car"),
    mission.language !== "" && say(words, "speaks", { language: mission.language }),
  ];
}

/** Beginners right before those whom they go with. */
export function pairUp(mission: BookedMission): Paired[] {
  const { people } = mission;
  const mentors = new Map(people.map((one) => [one.id, one]));
  const taken = new Set(people.filter((one) => mentors.has(one.beside)).map((one) => one.beside));
  const rows: Paired[] = [];
  for (const person of people) {
    if (taken.has(person.id) && !mentors.has(person.beside)) continue; // it comes after its beginner
    const mentor = mentors.get(person.beside);
    if (mentor === undefined) rows.push({ person, pair: null, beside: "" });
    else rows.push({ person, pair: "first", beside: mentor.pseudonym }, { person: mentor, pair: "second", beside: person.pseudonym });
  }
  const shown = new Set<string>();
  return rows.filter(({ person }) => !shown.has(person.id) && shown.add(person.id));
}

function Why({ mission }: { mission: BookedMission }) {
  const { words, lang } = useWords();
  const desk = useDesk();
  const [asking, ask] = useState(false);
  const [whole, see] = useState(false);
  const free = mission.places - mission.filled - mission.waiting;
  const { unfilled, unfilled_all, helps, could } = mission;
  if (unfilled.length === 0 && helps === "" && could.length === 0) return null;
  return (
    <div class="wkf-why">
      {unfilled.length === 0 ? null : (
        <p>
          <b>{sayMany(words, lang, "why", free)}</b> <Pieces of={whole && unfilled_all.length > 0 ? unfilled_all : unfilled} />{" "}
          {unfilled_all.length === 0 ? null : (
            <button type="button" class="wk-quiet-action wkf-inline" aria-expanded={whole} onClick={() => see(!whole)}>
              {say(words, whole ? "names-some" : "names-all")}
            </button>
          )}
        </p>
      )}
      {helps === "" && could.length === 0 ? null : (
        <div class="wkf-why-help">
          {helps === "" ? null : (
            <p>
              <b>{say(words, "helps")}</b> {helps}
            </p>
          )}
          {could.length === 0 ? null : (
            <button
              type="button"
              class="wkf-button"
              aria-expanded={asking}
              aria-label={sayMany(words, lang, "could-of", could.length, { mission: mission.title })}
              onClick={() => ask(!asking)}
            >
              {sayMany(words, lang, "could", could.length)}
            </button>
          )}
        </div>
      )}
      {asking ? (
        <div>
          <p>{say(words, "could.how")}</p>
          <ul class="wkf-could">
            {could.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  class="wk-quiet-action"
                  aria-label={say(words, "see-person", { pseudonym: one.pseudonym })}
                  onClick={() => desk.seePerson(one.pseudonym)}
                >
                  {one.pseudonym}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

/** Who said no to a mission, in their own words, or was taken off it. */
function Refused({ mission }: { mission: BookedMission }) {
  const { model, words } = usePanel<"facilitator", "missions">();
  const refused = model.declined.filter((one) => one.mission === mission.id);
  if (refused.length === 0) return null;
  return (
    <ul class="wkf-refused">
      {refused.map((one) => (
        <li key={one.id}>
          {one.said}
          {one.note === "" ? null : ` ${say(words, "note", { note: one.note })}`}
          {one.another ? <b class="wk-badge wkf-badge-open">{say(words, "another")}</b> : null}
        </li>
      ))}
    </ul>
  );
}

/** Who answers for it, where it came from, and how it is changed or removed. */
function Below({ mission, onEdit }: { mission: BookedMission; onEdit: () => void }) {
  const { words, lang } = useWords();
  const desk = useDesk();
  const action = useAction();
  const { accepted } = mission;
  const sure = say(words, "remove-sure", { mission: mission.title });
  const tell = sayMany(words, lang, "remove-accepted", accepted.length, { names: accepted.join(", ") });
  const remove = () => {
    desk.removing.current = mission.id;
    void action.act("remove_mission", { mission: mission.id });
  };
  const parts = [mission.owner || say(words, "no-owner"), mission.day || say(words, "no-date"), mission.next_step || say(words, "no-step")];
  return (
    <>
      {mission.idea === "" ? null : <p class="wk-quiet">{say(words, "from-idea", { idea: mission.idea })}</p>}
      <div class="wkf-mission-below">
        <details class="wkf-fold wkf-fold-tight">
          <summary aria-label={`${say(words, "follow-up-of", { mission: mission.title })} : ${parts.join(", ")}`}>
            {parts.join(" · ")}
          </summary>
          <MissionFields mission={mission} />
        </details>
        <Quiet label={say(words, "edit-of", { mission: mission.title })} onClick={onEdit}>
          {say(words, "edit")}
        </Quiet>
        <Confirm
          label={say(words, "remove-of", { mission: mission.title })}
          question={[sure, accepted.length > 0 && tell, say(words, "remove-undo")].filter(Boolean).join(" ")}
          yes={say(words, "remove-yes")}
          no={say(words, "cancel")}
          onYes={remove}
        >
          {say(words, "remove")}
        </Confirm>
      </div>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </>
  );
}
