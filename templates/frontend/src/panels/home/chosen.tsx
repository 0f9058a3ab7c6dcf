/** The chosen workshop: what it is, the one thing to do now, its room, what is taken away, what is put away. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ChosenWorkshop } from "../../contract";
import { ChallengeFrame } from "../kit/components";
import { say, sayMany, usePanel } from "../kit/panel";
import { Away } from "./away";
import { DayForm } from "./day_form";
import { sayWhen } from "./days";
import { useDoors } from "./door";
import { useOneColumn } from "./list";
import { Notebooks } from "./notebooks";
import { Now, Ways } from "./now";
import { Button, type HomeAction, Word, type Tell } from "./pieces";
import { Room } from "./room";
import { sayState } from "./states";
import { Take } from "./take";

export function Chosen({ action, tell }: { action: HomeAction; tell: Tell }) {
  const { model, words } = usePanel<"home", "home">();
  if (model.chosen !== null) return <Workshop key={model.chosen.card.id} chosen={model.chosen} action={action} tell={tell} />;
  if (model.reading) {
    return (
      <p role="status" class="wkh-quiet">
        {say(words, "reading")}
      </p>
    );
  }
  if (model.workshops.length > 0) return <p class="wkh-quiet">{say(words, "choose")}</p>;
  return model.archived.length > 0 ? <p class="wkh-quiet">{say(words, "choose.archived")}</p> : <First action={action} />;
}

/** Nobody made a workshop here yet: the sample comes first, since nothing can go wrong in it. */
function First({ action }: { action: HomeAction }) {
  const { words } = usePanel<"home", "home">();
  return (
    <>
      <h1>{say(words, "first.title")}</h1>
      <section class="wkh-now" aria-label={say(words, "now")}>
        <p>
          <b>{say(words, "now")}</b>
          {say(words, "first")}
        </p>
        <Button main busy={action.busy} onClick={() => void action.act("make_sample")}>
          {say(words, action.busy ? "first.making" : "first.open")}
        </Button>
      </section>
      <p>{say(words, "first.then")}</p>
    </>
  );
}

function Workshop({ chosen, action, tell }: { chosen: ChosenWorkshop; action: HomeAction; tell: Tell }) {
  const { model, words, lang } = usePanel<"home", "home">();
  const { card } = chosen;
  const doors = useDoors(action);
  const works = card.condition === "ready" && !card.archived;
  return (
    <>
      <Title chosen={chosen} action={action} />
      <p role="status" class="wk-visually-hidden">
        {`${card.title}, ${sayState(words, lang, card, model.today)}`}
      </p>
      <Now action={action} doors={doors} />
      <Notebooks action={action} tell={tell} />
      {works && chosen.room.state !== "elsewhere" ? <Ways doors={doors} /> : null}
      {works ? <Room action={action} /> : null}
      {card.condition === "ready" || card.condition === "read-only" ? <Take action={action} /> : null}
      <Away action={action} tell={tell} />
    </>
  );
}

function Title({ chosen, action }: { chosen: ChosenWorkshop; action: HomeAction }) {
  const { model, words, lang } = usePanel<"home", "home">();
  const { card, challenge } = chosen;
  const heading = useRef<HTMLHeadingElement>(null);
  const oneColumn = useOneColumn();
  const [dating, date] = useState(false);
  useLayoutEffect(() => {
    const list = document.activeElement?.closest("nav");
    if (oneColumn && list != null) heading.current?.focus(); // the list was pressed above, and is folded now
  }, []);
  const facts = [card.territory, sayWhen(words, lang, card, model.today)].filter(Boolean).join(" · ");
  const { invited, expected, volunteers, came } = card.people;
  const before = [
    invited > 0 ? sayMany(words, lang, "people.invited", invited) : "",
    expected > 0 ? sayMany(words, lang, "people.expected", expected) : "",
    volunteers > 0 ? sayMany(words, lang, "people.volunteers", volunteers) : "",
  ];
  const people = card.standing === "ended" ? sayMany(words, lang, "people.came", came) : before.filter(Boolean).join(", ");
  return (
    <div class="wkh-title">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {card.title}
        </h1>
        <p class="wkh-quiet">{facts}</p>
        {card.sample ? <p class="wkh-quiet">{say(words, "sample.mark")}</p> : null}
        {people === "" ? null : <p class="wkh-quiet">{people}</p>}
        {dating ? (
          <DayForm card={card} action={action} onDone={() => date(false)} />
        ) : chosen.may_write ? (
          <Word onClick={() => date(true)}>{say(words, card.day === "" ? "day.set" : "day.change")}</Word>
        ) : null}
      </div>
      {challenge === null ? null : (
        <ChallengeFrame
          label={say(words, "challenge", { number: challenge.place, of: challenge.of, stake: challenge.stake })}
          statement={challenge.statement}
        />
      )}
    </div>
  );
}
