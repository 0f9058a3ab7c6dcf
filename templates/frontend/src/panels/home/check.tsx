/** The check of a workshop's folder, in sentences: what is well, what was mended just now, what is left to do. */
import { useEffect, useState } from "preact/hooks";
import type { CheckResult } from "../../contract";
import { say, usePanel } from "../kit/panel";
import { Button, type HomeAction, Refusal } from "./pieces";

export function Check({ action, onDone }: { action: HomeAction; onDone: () => void }) {
  const { model, words } = usePanel<"home", "home">();
  const { card } = model.chosen!;
  const [result, tell] = useState<CheckResult | null>(null);
  const [refusal, refuse] = useState("");
  useEffect(() => {
    void action.act("check_folder", { workshop: card.id }).then((answer) => {
      if (answer.ok && answer.result !== undefined) tell(answer.result as CheckResult);
      else refuse(answer.sentence ?? "");
    });
  }, []);
  return (
    <div class="wkh-asks" role="group" aria-label={say(words, "folder-check.one", { title: card.title })}>
      <div role="status">
        {result === null && refusal === "" ? <p>{say(words, "folder-check.doing")}</p> : null}
        {result === null ? null : (
          <>
            <p>
              <b>{say(words, result.whole ? "folder-check.whole" : "folder-check.incomplete")}</b>
            </p>
            <ul>
              {result.found.map(({ state, sentence }) => (
                <li key={sentence}>
                  {state === "good" || sentence.startsWith(say(words, "folder-check.mended")) ? null : (
                    <b>{say(words, `folder-check.${state}`)}. </b>
                  )}
                  {sentence}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <Refusal sentence={refusal} />
      <Button onClick={onDone}>{say(words, "folder-check.close")}</Button>
    </div>
  );
}
