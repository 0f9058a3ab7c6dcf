/** An idea as the facilitator reads it, and the read model it comes in. */
import { say, usePanel } from "../kit/panel";
import { Answer, Confirm, useAction } from "./action";

export interface Idea {
  id: string;
  text: string;
  source: string | null;
  category: string | null;
}

/** What the room votes on: a group, or an idea by itself. */
export interface Option {
  id: string;
  title: string;
  group: boolean;
  original: boolean;
  ideas: Idea[];
  dots?: number;
  supporters?: number;
  rank?: number;
}

export interface IdeasModel {
  phase: string;
  stage: "hidden" | "reveal" | "vote" | "results";
  challenge: { id: string; number: number; total: number; stake: string; statement: string } | null;
  counts: { people: number; ideas: number; finished: number; silent: number };
  gauges: { key: string; value: number | null; sentence: string }[];
  categories: { key: string; label: string }[];
  options: Option[];
  /** Ids of ideas that say nearly the same. */
  suggestions: string[][];
  may_gather: boolean;
  voted: number;
}

/** The text of one idea, how its author knows and as whom they speak. */
export function IdeaLine({ idea, original, removable }: { idea: Idea; original?: boolean; removable?: boolean }) {
  const { words } = usePanel<IdeasModel>();
  const action = useAction();
  const details = [
    idea.source === null ? null : say(words, `told.${idea.source}`),
    idea.category,
    original === true ? say(words, "original") : null,
  ].filter((text) => text !== null);
  return (
    <>
      <p class="wk-text">{idea.text}</p>
      <div class="wkf-idea-foot">
        <span class="wk-quiet">{details.join(" · ")}</span>
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
      {action.answer?.ok === false ? <Answer action={action} /> : null}
    </>
  );
}
