/** The backups of a workshop, what each holds, and the way back to one of them: what stands there is kept. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { BackupListing, BackupTold } from "../../contract";
import { sayDay } from "../kit/days";
import { sayHour } from "../kit/hours";
import { say, sayMany, usePanel, type Words } from "../kit/panel";
import { Button, type HomeAction, Question, Refusal, type Tell, Word } from "./pieces";

/** What cannot be put back has no button. */
const UNFIT: readonly BackupTold["state"][] = ["damaged", "newer", "no-workshop"];

interface Asking {
  action: HomeAction;
  tell: Tell;
  onDone: () => void;
}

/** The day on this laptop's calendar, as the model writes days. */
function dayOf(at: number): string {
  const day = new Date(at);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** When a backup was made; the seconds only where two of them would be called the same. */
function sayWhen(words: Words, lang: string, one: BackupTold, all: BackupTold[]): string {
  const minute = (other: BackupTold) => Math.floor(other.at / 60_000);
  const day = sayDay(lang, dayOf(one.at));
  const hour = sayHour(words, one.at);
  const shared = all.some((other) => other !== one && minute(other) === minute(one));
  return say(words, shared ? "backups.when-seconds" : "backups.when", { day, hour, seconds: new Date(one.at).getSeconds() });
}

const sayHeld = (words: Words, lang: string, { people, ideas }: { people: number; ideas: number }) => ({
  people: sayMany(words, lang, "backups.people", people),
  ideas: sayMany(words, lang, "backups.ideas", ideas),
});

export function Backups({ action, tell, onDone }: Asking) {
  const { model, words, lang, send } = usePanel<"home", "home">();
  const workshop = model.chosen!.card.id;
  const [listing, list] = useState<BackupListing | null>(null);
  const [wanted, want] = useState<BackupTold | null>(null);
  const [sure, assure] = useState(false);
  const [refusal, refuse] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    void send("list_backups", { workshop }).then((answer) => {
      if (answer.ok && answer.result !== undefined) list(answer.result);
      else refuse(answer.sentence ?? "");
    });
  }, []);
  useEffect(() => heading.current?.parentElement?.scrollIntoView?.({ block: "nearest" }), [listing]); // it has grown
  const backups = listing?.backups ?? [];
  const when = (one: BackupTold) => sayWhen(words, lang, one, backups);
  const restore = async (one: BackupTold) => {
    const answer = await action.act("restore_backup", { workshop, name: one.name, other: one.state === "other" });
    if (!answer.ok) {
      refuse(answer.sentence ?? "");
      return;
    }
    const said = answer.result?.remembers === false ? "done.restored-unremembered" : "done.restored";
    tell(say(words, said, { when: when(one) }));
    onDone();
  };
  const leave = () => {
    want(null);
    assure(false);
  };
  if (wanted?.state === "other" && sure) {
    return (
      <Question
        key="other"
        danger
        title={say(words, "backups.other", { title: wanted.title })}
        yes={say(words, "backups.other.yes")}
        no={say(words, "cancel")}
        busy={action.busy}
        onYes={() => void restore(wanted)}
        onNo={leave}
      >
        <p>{say(words, "backups.other.how")}</p>
        <Refusal sentence={refusal} />
      </Question>
    );
  }
  if (wanted !== null && listing !== null) {
    const now = sayHeld(words, lang, listing);
    return (
      <Question
        title={say(words, "backups.sure", { when: when(wanted) })}
        yes={say(words, "backups.yes")}
        no={say(words, "cancel")}
        busy={action.busy}
        onYes={() => (wanted.state === "other" ? assure(true) : void restore(wanted))}
        onNo={leave}
      >
        {wanted.readable ? (
          <p>{say(words, "backups.fewer", { ...sayHeld(words, lang, wanted), people_now: now.people, ideas_now: now.ideas })}</p>
        ) : null}
        {wanted.ahead ? <p>{say(words, "backups.ahead")}</p> : null}
        <p>{say(words, "backups.how")}</p>
        <Refusal sentence={refusal} />
      </Question>
    );
  }
  return (
    <section class="wkh-asks" aria-labelledby="wkh-backups">
      <h3 ref={heading} id="wkh-backups" tabIndex={-1}>
        {say(words, "backups")}
      </h3>
      <p>{say(words, listing?.backups.length === 0 ? "backups.none" : "backups.how")}</p>
      {listing === null || backups.length === 0 ? null : <p>{say(words, "backups.now", sayHeld(words, lang, listing))}</p>}
      <ul class="wk-cards">
        {backups.map((one) => (
          <li key={one.name}>
            <b>{when(one)}</b> <Held one={one} />{" "}
            {one.state === "good" ? null : <span class="wkh-quiet">({say(words, `backups.mark.${one.state}`, { title: one.title })})</span>}{" "}
            {UNFIT.includes(one.state) ? null : (
              <Word label={`${say(words, "backups.go")}, ${when(one)}`} onClick={() => want(one)}>
                {say(words, "backups.go")}
              </Word>
            )}
          </li>
        ))}
      </ul>
      <Refusal sentence={refusal} />
      <Button onClick={onDone}>{say(words, "cancel")}</Button>
    </section>
  );
}

/** What a backup holds, and what is to be known of it. */
function Held({ one }: { one: BackupTold }) {
  const { words, lang } = usePanel<"home", "home">();
  const phase = one.phase === "" ? "" : say(words, `backups.phase.${one.phase}`);
  const said = one.readable ? say(words, "backups.holds", { ...sayHeld(words, lang, one), phase }) : say(words, "backups.damaged");
  const notes = [one.kind === "plain" ? "" : say(words, `backups.${one.kind}`), one.ahead ? say(words, "backups.ahead") : ""];
  return <span class="wkh-quiet">{[said, ...notes].filter(Boolean).join(" · ")}</span>;
}
