/** The backups of a workshop, and the way back to one of them: what stands there is kept. */
import { useEffect, useState } from "preact/hooks";
import type { BackupTold } from "../../contract";
import { say, usePanel } from "../kit/panel";
import { Button, type HomeAction, Question, Refusal, type Tell, Word } from "./pieces";

/** What cannot be put back has no button. */
const UNFIT: readonly BackupTold["state"][] = ["damaged", "newer", "no-workshop"];

interface Asking {
  action: HomeAction;
  tell: Tell;
  onDone: () => void;
}

export function Backups({ action, tell, onDone }: Asking) {
  const { model, words, lang, send } = usePanel<"home", "home">();
  const workshop = model.chosen!.card.id;
  const [backups, list] = useState<BackupTold[] | null>(null);
  const [wanted, want] = useState<BackupTold | null>(null);
  const [sure, assure] = useState(false);
  const [refusal, refuse] = useState("");
  useEffect(() => {
    void send("list_backups", { workshop }).then((answer) => {
      if (answer.ok && answer.result !== undefined) list(answer.result.backups);
      else refuse(answer.sentence ?? "");
    });
  }, []);
  const sayWhen = (one: BackupTold) => new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "medium" }).format(one.at);
  const restore = async (one: BackupTold) => {
    const answer = await action.act("restore_backup", { workshop, name: one.name, other: one.state === "other" });
    if (!answer.ok) {
      refuse(answer.sentence ?? "");
      return;
    }
    const said = answer.result?.remembers === false ? "done.restored-unremembered" : "done.restored";
    tell(say(words, said, { when: sayWhen(one) }));
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
  if (wanted !== null) {
    return (
      <Question
        title={say(words, "backups.sure", { when: sayWhen(wanted) })}
        yes={say(words, "backups.yes")}
        no={say(words, "cancel")}
        busy={action.busy}
        onYes={() => (wanted.state === "other" ? assure(true) : void restore(wanted))}
        onNo={leave}
      >
        <p>{say(words, "backups.how")}</p>
        <Refusal sentence={refusal} />
      </Question>
    );
  }
  return (
    <div class="wkh-asks" role="group" aria-label={say(words, "backups")}>
      <p>{say(words, backups?.length === 0 ? "backups.none" : "backups.how")}</p>
      <ul class="wk-cards">
        {(backups ?? []).map((one) => (
          <li key={one.name}>
            {sayWhen(one)} {one.kind === "plain" ? null : <span class="wkh-quiet">({say(words, `backups.${one.kind}`)})</span>}{" "}
            {one.state === "good" ? null : <span class="wkh-quiet">({say(words, `backups.mark.${one.state}`, { title: one.title })})</span>}{" "}
            {UNFIT.includes(one.state) ? null : (
              <Word label={`${say(words, "backups.go")}, ${sayWhen(one)}`} onClick={() => want(one)}>
                {say(words, "backups.go")}
              </Word>
            )}
          </li>
        ))}
      </ul>
      <Refusal sentence={refusal} />
      <Button onClick={onDone}>{say(words, "cancel")}</Button>
    </div>
  );
}
