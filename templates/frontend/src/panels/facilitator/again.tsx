/** A challenge whose results were there is taken up again in one move: to write, to vote, or to see the results once more. */
import { useState } from "preact/hooks";
import type { CourseChallenge } from "../../contract";
import { say, usePanel } from "../kit/panel";
import { Quiet } from "./action";
import { Answers } from "./answers";
import { Meaning, numberOf, sayMove, stateOf, useQuestion, type Asked } from "./question";

interface AgainProps {
  challenge: CourseChallenge | undefined;
  onMove: (asked: Asked) => void;
  onClose: () => void;
}

export function Again(props: AgainProps) {
  const { words } = usePanel<"facilitator", "course">();
  const { challenge } = props;
  const [asking, ask] = useState<CourseChallenge | null>(null); // it closes by itself, also where the room goes elsewhere
  const close = () => {
    ask(null);
    props.onClose();
  };
  return (
    <>
      {challenge === undefined || challenge.again.length === 0 ? null : <Quiet onClick={() => ask(challenge)}>{say(words, "again")}</Quiet>}
      {asking === null ? null : <Where challenge={asking} onMove={props.onMove} onClose={close} />}
    </>
  );
}

/** The one question: where to take it up, and what that does on phones and screen; nothing is chosen beforehand. */
function Where({ challenge: asked, onMove, onClose }: AgainProps & { challenge: CourseChallenge }) {
  const { model, words } = usePanel<"facilitator", "course">();
  const dialog = useQuestion(stateOf(model, null));
  const challenge = model.challenges.find((one) => one.id === asked.id) ?? asked;
  const [chosen, choose] = useState<string | null>(null);
  // What is read here is what was so when it was opened: another page may move on meanwhile, and a yes is refused then.
  const [since] = useState(model.since);
  const move = challenge.again.find((one) => one.code === chosen);
  const title = say(words, "again.title", { number: challenge.number });
  const left = model.challenges.find((one) => one.id === model.challenge && one.id !== challenge.id && isWorkedOn(one));
  const said = left !== undefined && [...(move?.leaves ?? []), ...(move?.leaves_vote ?? [])].includes(left.number);
  const close = () => dialog.current?.close();
  const carryOut = () => {
    if (move === undefined) {
      dialog.current?.querySelector<HTMLInputElement>("input")?.focus();
      return;
    }
    close();
    onMove({ move, since });
  };
  return (
    <dialog ref={dialog} class="wkf-question" aria-label={title} onClose={onClose}>
      <h2>{title}</h2>
      <fieldset class="wkf-choice">
        <legend>{say(words, "again.where")}</legend>
        {challenge.again.map((one) => (
          <label key={one.code}>
            <input type="radio" name="again" checked={chosen === one.code} onChange={() => choose(one.code)} />
            {sayMove(model, words, one)}
          </label>
        ))}
      </fieldset>
      <div class="wk-stack-tight" aria-live="polite">
        {move === undefined ? null : <Meaning move={move} challenge={challenge} />}
        {move === undefined || left === undefined || said ? null : (
          <p>{say(words, "again.leaves", { number: numberOf(model, left.id) })}</p>
        )}
      </div>
      <Answers yes={title} incomplete={move === undefined} onYes={carryOut} onNo={close} />
    </dialog>
  );
}

/** Whether people are in the middle of a challenge. */
export const isWorkedOn = (challenge: CourseChallenge): boolean => ["writing", "reveal", "vote"].includes(challenge.stage);
