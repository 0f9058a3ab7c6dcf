/** After a yes: who answers for it, from when, whom to call; and one's contact details, where nobody could reach one. */
import { useState } from "preact/hooks";
import type { MissionModel, OwnMission } from "../../contract";
import { Go, Unbroken } from "../kit/components";
import { say, usePanel, useWords } from "../kit/panel";
import { ContactFields, useDetails } from "./details";
import { Told, answerOf, type Answer } from "./page";

export type Afterwards = Pick<MissionModel, "called_off" | "contact" | "reachable" | "organiser" | "purpose" | "retention">;

/** What follows from a mission that was accepted. */
export function AfterYes({ mission, afterwards }: { mission: OwnMission; afterwards: Afterwards }) {
  const { words } = useWords();
  const { owner, first_date: date, next_step: step } = mission;
  const lines = [
    owner === "" ? "" : say(words, "owner", { owner }),
    date === "" ? "" : say(words, "date", { date }),
    step === "" ? "" : say(words, "step", { step }),
  ].filter((line) => line !== "");
  return (
    <>
      {lines.map((line, at) => (
        <p key={line}>{at === 0 ? <b>{line}</b> : line}</p>
      ))}
      {afterwards.reachable ? null : <LeaveDetails challenge={mission.challenge} afterwards={afterwards} />}
    </>
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

function LeaveDetails({ challenge, afterwards }: { challenge: string; afterwards: Afterwards }) {
  const { words, send } = usePanel<"participant">();
  const details = useDetails(null);
  const [open, setOpen] = useState(false);
  const [answer, tell] = useState<Answer | null>(null);
  const keep = async () => {
    tell(null);
    const reply = await send("offer_help", { ...details.asked(), challenges: [challenge] });
    if (!reply.ok) return tell(answerOf(reply));
    details.clear();
    setOpen(false);
  };
  return (
    <div class="wk-stack-tight">
      <p>{say(words, "unreachable")}</p>
      {open ? (
        <>
          <ContactFields details={details} kept={afterwards} />
          <Told answer={answer} />
          <Go onClick={() => void keep()}>{say(words, "keep")}</Go>
          <Go second onClick={() => setOpen(false)}>
            {say(words, "not-now")}
          </Go>
        </>
      ) : (
        <Go second onClick={() => setOpen(true)}>
          {say(words, "leave")}
        </Go>
      )}
    </div>
  );
}
