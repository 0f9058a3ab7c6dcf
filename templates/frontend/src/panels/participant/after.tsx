/** After a yes: who answers for it, from when, whom to call; and one's contact details, where nobody could reach one. */
import { useRef, useState } from "preact/hooks";
import type { MissionModel, OwnMission } from "../../contract";
import { Go, Unbroken } from "../kit/components";
import { say, usePanel, useWords } from "../kit/panel";
import { Check, ContactFields, KeptCard, useDetails } from "./details";
import { Told, answerOf, type Answer } from "./page";

export type Afterwards = Pick<
  MissionModel,
  "called_off" | "contact" | "reachable" | "kept" | "organiser" | "purpose" | "retention" | "agreed" | "shown" | "shown_as"
>;

/** What follows from a mission that was accepted: who may read that one is on it, and how one can be reached about it. */
export function AfterYes({ mission, afterwards }: { mission: OwnMission; afterwards: Afterwards }) {
  const { words } = useWords();
  return (
    <>
      {mission.alone ? <p>{say(words, "alone")}</p> : null}
      {afterwards.shown === null ? null : <ShowMe shown={afterwards.shown} name={afterwards.shown_as} />}
      <Details challenge={mission.challenge} afterwards={afterwards} />
    </>
  );
}

/** When, where and with whom, once more in a few lines: what one leaves the room with. */
export function InShort({ mission }: { mission: OwnMission }) {
  const { words } = useWords();
  const { owner, referent, first_date: date, last_date: last, hours, days, needs, sector, next_step: step, pair } = mission;
  const inCharge = owner === "" ? referent : owner;
  const lines = [
    date === "" ? "" : say(words, "date", { date }),
    last === "" ? "" : say(words, "last", { date: last }),
    hours === "" ? "" : say(words, "hours-said", { hours }),
    days === "" ? "" : say(words, "days-said", { days }),
    needs === "" ? "" : say(words, "needs-said", { needs }),
    sector === "" ? "" : say(words, "place", { sector }),
    inCharge === "" ? "" : say(words, "owner", { owner: inCharge }),
    step === "" ? "" : say(words, "step", { step }),
    pair,
  ].filter((line) => line !== "");
  return (
    <>
      {lines.map((line, at) => (
        <p key={line}>{at === 0 ? <b>{line}</b> : line}</p>
      ))}
    </>
  );
}

/** Whether it may be said who one is: a tick of its own, kept at once, and taken back the same way. */
function ShowMe({ shown, name }: { shown: boolean; name: string }) {
  const { words, send } = usePanel<"participant">();
  const [answer, tell] = useState<Answer | null>(null);
  const [pressed, press] = useState<boolean | null>(null);
  const agreed = useRef(""); // the name that the tick was for: a new one is asked for anew, and that is said
  if (shown) agreed.current = name;
  const asked = !shown && pressed === null && agreed.current !== "" && agreed.current !== name;
  const on = pressed ?? shown;
  const change = async (yes: boolean) => {
    press(yes);
    if (!yes) agreed.current = "";
    const reply = await send("let_show_name", { yes });
    press(null);
    tell(answerOf(reply, say(words, yes ? "show-kept" : "show-back")));
  };
  return (
    <div class="wk-card">
      <Check name="show" checked={on} onChange={(yes) => void change(yes)}>
        {say(words, "show")}
      </Check>
      {name === "" ? null : <p class="wk-quiet">{say(words, "show-as", { name })}</p>}
      <Told still answer={asked ? { good: false, text: say(words, "show-again", { before: agreed.current, name }) } : answer} />
    </div>
  );
}

/** The missions one had accepted, and that the facilitator took one off. */
export function CalledOff({ titles }: { titles: string[] }) {
  const { words } = useWords();
  return (
    <>
      {titles.map((title) => (
        <section key={title} class="wk-card">
          <h2>
            <Unbroken text={title} />
          </h2>
          <p>{say(words, "called-off")}</p>
        </section>
      ))}
    </>
  );
}

/** Whom to call, to be copied by hand. */
export function WhomToCall({ contact }: { contact: string }) {
  const { words } = useWords();
  if (contact === "") return null;
  return (
    <section class="wk-card wk-whom">
      <p>{say(words, "contact")}</p>
      <p class="wk-copied">{keepNumbers(contact)}</p>
    </section>
  );
}

/** A number to be copied stays in one piece: its spaces do not break the line. */
export const keepNumbers = (text: string): string => text.replace(/(\d) (?=\d)/g, "$1\u00a0");

/** How one can be reached: asked for where nobody could, else as it is kept here. */
function Details({ challenge, afterwards }: { challenge: string; afterwards: Afterwards }) {
  const { words } = useWords();
  const [answer, tell] = useState<Answer | null>(null);
  const { reachable, kept } = afterwards;
  if (!reachable) return <LeaveDetails challenge={challenge} afterwards={afterwards} answer={answer} tell={tell} />;
  if (!kept?.mission) return <Told still answer={answer} />;
  return (
    <section class="wk-stack-tight">
      <h2>{say(words, "kept-title")}</h2>
      <Told still answer={answer} />
      <KeptCard kept={kept} />
    </section>
  );
}

interface Leaving {
  challenge: string;
  afterwards: Afterwards;
  answer: Answer | null;
  tell: (answer: Answer | null) => void;
}

function LeaveDetails({ challenge, afterwards, answer, tell }: Leaving) {
  const { words, send } = usePanel<"participant">();
  const details = useDetails(afterwards.kept);
  const [open, setOpen] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const keep = async () => {
    const { missing } = details;
    const [first] = missing;
    if (first !== undefined) {
      tell({ good: false, text: say(words, "missing", { what: missing.map(({ said }) => say(words, said)).join(", ") }) });
      form.current?.querySelector<HTMLElement>(`[name="${first.field}"]`)?.focus();
      return;
    }
    tell(null);
    const reply = await send("offer_help", { ...details.asked(), challenges: [challenge] });
    if (!reply.ok) return tell(answerOf(reply));
    details.clear();
    setOpen(false);
    tell({ good: true, text: say(words, details.consent ? "left" : "left-else") });
  };
  return (
    <section class="wk-stack-tight">
      <h2>{say(words, "unreachable-title")}</h2>
      {afterwards.kept === null ? null : (
        <>
          <KeptCard kept={afterwards.kept} />
          <p>{say(words, "kept-else-mission")}</p>
        </>
      )}
      <p>{say(words, "unreachable")}</p>
      {open ? (
        <>
          <div ref={form} class="wk-stack">
            <ContactFields details={details} kept={afterwards} />
          </div>
          <Told answer={answer} />
          <Go onClick={() => void keep()}>{say(words, "keep")}</Go>
          <Go second onClick={() => setOpen(false)}>
            {say(words, "not-now")}
          </Go>
        </>
      ) : (
        <>
          <Told answer={answer} />
          <Go second onClick={() => setOpen(true)}>
            {say(words, "leave")}
          </Go>
        </>
      )}
    </section>
  );
}
