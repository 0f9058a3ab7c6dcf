/** An idea as the facilitator reads it. */
import type { TableIdea } from "../../contract";
import { Facts } from "../kit/components";
import { say, useWords } from "../kit/panel";
import { Told, Confirm, useAction } from "./action";

/** The text of one idea, how its author knows and as whom they speak. */
export function IdeaLine({ idea, original, removable }: { idea: TableIdea; original?: boolean; removable?: boolean }) {
  const { words } = useWords();
  const action = useAction();
  const details = [
    idea.source === null ? null : say(words, `told.${idea.source}`),
    idea.category,
    original === true ? say(words, "original") : null,
  ];
  return (
    <>
      <p class="wk-text">{idea.text}</p>
      <div class="wkf-idea-foot">
        <span class="wk-quiet">
          <Facts of={details} />
        </span>
        {removable === true ? (
          <Confirm
            label={say(words, "remove.one", { text: idea.text.slice(0, 60) })}
            question={say(words, "remove.question")}
            yes={say(words, "remove.yes")}
            no={say(words, "keep")}
            onYes={() => void action.act("remove_idea", { idea: idea.id })}
          >
            {say(words, "remove")}
          </Confirm>
        ) : null}
      </div>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </>
  );
}
