/** Ideas that say nearly the same, one question at a time: is it really the same idea? */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Suggestion } from "../../contract";
import * as LIMITS from "../../limits";
import { recall, remember } from "../kit/device";
import { say, usePanel, useWords } from "../kit/panel";
import type { Action } from "./action";

const LEFT_ALONE = "facilitator:left_alone";
const keyOf = (ids: string[]) => [...ids].sort().join(" ");
const LONGEST = LIMITS.group_title.longest;

export interface Asked {
  /** The one asked about now; null when there is none, or none left. */
  now: Suggestion | null;
  /** The ideas it is about. */
  ideas: string[];
  place: number;
  total: number;
  leave(): void;
}

/** The first suggestion that was not left alone for good on this device. */
export function useSuggestion(): Asked {
  const { model } = usePanel<"facilitator", "ideas">();
  const [left, setLeft] = useState<string[]>(() => recall<string[]>(LEFT_ALONE) ?? []);
  const open = model.suggestions.filter((one) => !left.includes(keyOf(one.ideas)));
  const now = open[0] ?? null;
  return {
    now,
    ideas: now?.ideas ?? [],
    place: model.suggestions.length - open.length + 1,
    total: model.suggestions.length,
    leave: () => {
      if (now === null) return;
      const next = [...left, keyOf(now.ideas)].slice(-200);
      setLeft(next);
      remember(LEFT_ALONE, next);
    },
  };
}

export function Suggestions({ suggestion, action }: { suggestion: Asked; action: Action }) {
  const { words } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  const { now } = suggestion;
  const key = now === null ? "" : keyOf(now.ideas);
  const answered = useRef<string | null>(null);
  useEffect(() => {
    // The next question stands where the last one stood: a second press of the same key must not answer it unread.
    if (answered.current !== null && answered.current !== key) title.current?.focus({ preventScroll: true });
    answered.current = null;
  }, [key]);
  if (now === null) return suggestion.total === 0 ? null : <p class="wk-quiet">{say(words, "alike.none")}</p>;
  const gather = () => {
    answered.current = key;
    const text = now.marked[0]?.join("") ?? "";
    void action.act("gather_ideas", { ideas: now.ideas, title: text.slice(0, LONGEST) });
  };
  const leave = () => {
    answered.current = key;
    suggestion.leave();
  };
  return (
    <section class="wk-card wkf-suggestion" aria-labelledby="wkf-alike">
      <div class="wkf-alike-top">
        <h2 id="wkf-alike" ref={title} tabIndex={-1}>
          {say(words, "alike.question")}
        </h2>
        <p class="wk-quiet">{say(words, "alike.place", { number: suggestion.place, total: suggestion.total })}</p>
      </div>
      <div class="wkf-alike-texts">
        {now.marked.map((pieces, index) => (
          <blockquote key={now.ideas[index]}>
            {pieces.map((piece, place) => (place % 2 === 1 ? <b key={place}>{piece}</b> : piece))}
          </blockquote>
        ))}
      </div>
      <div class="wkf-buttons">
        <button type="button" class="wkf-button" aria-disabled={action.busy} onClick={() => void (action.busy || gather())}>
          {say(words, "gather")}
        </button>
        <button type="button" class="wkf-button wkf-edge" onClick={leave}>
          {say(words, "leave")}
        </button>
      </div>
    </section>
  );
}
