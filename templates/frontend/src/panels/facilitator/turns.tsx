/** The speaking order: marked ideas in turn around tables and categories, and which of them were talked about. */
import { useState } from "preact/hooks";
import type { SpeakingTurn } from "../../contract";
import { recall, remember } from "../kit/device";
import { say, usePanel, useWords, type Words } from "../kit/panel";
import { Quiet, Told, useAction } from "./action";

const DISCUSSED = "facilitator:discussed";

const sayTurn = (words: Words, { table, category }: SpeakingTurn): string => {
  if (table !== null) return say(words, "turn.table", { number: table });
  return category === "" ? say(words, "turn.room") : category;
};

export function Turns() {
  const { model, words } = usePanel<"facilitator", "ideas">();
  const action = useAction();
  const [discussed, note] = useState<string[]>(() => recall<string[]>(DISCUSSED) ?? []);
  const toggle = (idea: string) => {
    const next = discussed.includes(idea) ? discussed.filter((one) => one !== idea) : [...discussed, idea].slice(-200);
    note(next);
    remember(DISCUSSED, next);
  };
  const now = model.turns.find((one) => !discussed.includes(one.idea));
  if (model.turns.length === 0) return <p class="wkf-empty">{say(words, "turn.none")}</p>;
  return (
    <section class="wk-stack-tight wkf-turns" aria-labelledby="wkf-turns">
      <h3 id="wkf-turns">{say(words, "turn.title")}</h3>
      <p class="wk-quiet">{say(words, "turn.how")}</p>
      <ol>
        {model.turns.map((turn) => {
          const over = discussed.includes(turn.idea);
          return (
            <li key={turn.idea} class={over ? "wk-card wkf-turn-over" : "wk-card"} aria-current={turn === now ? "step" : undefined}>
              <p>
                <b>{sayTurn(words, turn)}</b> {over ? <span class="wk-quiet">{say(words, "turn.over")}</span> : null}
              </p>
              <p class="wk-text">{turn.text}</p>
              <Asked idea={turn.idea} />
              <div class="wk-row">
                <Quiet label={say(words, over ? "turn.again.one" : "turn.done.one", { text: turn.text })} onClick={() => toggle(turn.idea)}>
                  {say(words, over ? "turn.again" : "turn.done")}
                </Quiet>
                <Quiet
                  label={say(words, "discuss.off.one", { text: turn.text })}
                  onClick={() => void action.act("mark_for_discussion", { idea: turn.idea, discuss: false })}
                >
                  {say(words, "discuss.off")}
                </Quiet>
              </div>
            </li>
          );
        })}
      </ol>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </section>
  );
}

/** What its author says they mean, or that they were asked. */
function Asked({ idea: id }: { idea: string }) {
  const { model } = usePanel<"facilitator", "ideas">();
  const idea = model.options.flatMap((option) => option.ideas).find((one) => one.id === id);
  return idea === undefined ? null : <Answered asked={idea.asked} answer={idea.answer} />;
}

export function Answered({ asked, answer }: { asked: boolean; answer: string }) {
  const { words } = useWords();
  if (answer !== "") {
    return (
      <p class="wkf-clarified">
        <b>{say(words, "answer")}</b> {answer}
      </p>
    );
  }
  return asked ? <p class="wk-quiet wk-small">{say(words, "answer.waiting")}</p> : null;
}
