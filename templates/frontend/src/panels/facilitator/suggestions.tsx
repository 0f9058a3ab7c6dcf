/**
 * One question at a time over the list: is it really the same idea? Once those are answered: do these two oppose each
 * other?
 */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Suggestion } from "../../contract";
import * as LIMITS from "../../limits";
import { say, usePanel, useWords } from "../kit/panel";
import type { Action } from "./action";
import { keyOf, useLeftAlone, useSteady } from "./left_alone";
import { MarkedTexts, type Tensions, useDiscuss } from "./tensions";

const LEFT_ALONE = "facilitator:left_alone";
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

/** The suggestion asked about: one that was not left alone for good on this device. */
export function useSuggestion(): Asked {
  const { model } = usePanel<"facilitator", "ideas">();
  const { isLeft, leave } = useLeftAlone(LEFT_ALONE);
  const open = model.suggestions.filter((one) => !isLeft(one.ideas));
  const now = useSteady(open);
  return {
    now,
    ideas: now?.ideas ?? [],
    place: model.suggestions.length - open.length + 1,
    total: model.suggestions.length,
    leave: () => {
      if (now !== null) leave(now.ideas);
    },
  };
}

/** The one question of the table: a suggestion while `gathers`, else two ideas that oppose each other. */
export function Questions(props: { suggestion: Asked; tensions: Tensions; gathers: boolean; action: Action }) {
  const { words } = useWords();
  const { suggestion, tensions, action } = props;
  const discuss = useDiscuss(action);
  const tension = useSteady(tensions.open);
  const place = useRef<HTMLElement>(null);
  const answered = useRef<string | null>(null);
  const alike = props.gathers ? suggestion.now : null;
  const asked = alike ?? tension;
  const key = asked === null ? "" : keyOf(asked.ideas);
  useLayoutEffect(() => {
    // The next question stands where the last one stood: a second press of the same key must not answer it unread.
    if (answered.current !== null && answered.current !== key)
      place.current?.querySelector<HTMLElement>("[tabindex]")?.focus({ preventScroll: true });
    answered.current = null;
  }, [key]);
  const answer = (act: () => unknown) => () => {
    answered.current = key;
    void act();
  };
  if (alike !== null) {
    const title = (alike.marked[0]?.join("") ?? "").slice(0, LONGEST);
    return (
      <Question
        place={place}
        kind="alike"
        at={say(words, "alike.place", { number: suggestion.place, total: suggestion.total })}
        yes={say(words, "gather")}
        onYes={answer(() => action.act("gather_ideas", { ideas: alike.ideas, title }))}
        no={say(words, "leave")}
        onNo={answer(suggestion.leave)}
        busy={action.busy}
      >
        <MarkedTexts {...alike} />
      </Question>
    );
  }
  if (tension !== null) {
    return (
      <Question
        place={place}
        kind="tension"
        at={say(words, "tension.place", { number: tensions.open.indexOf(tension) + 1, total: tensions.open.length })}
        yes={say(words, "tension.discuss")}
        onYes={answer(() => discuss(tension))}
        no={say(words, "tension.leave")}
        onNo={answer(() => tensions.leave(tension))}
        busy={action.busy}
      >
        <MarkedTexts {...tension} opposed />
      </Question>
    );
  }
  if (!props.gathers || suggestion.total === 0) return null;
  return (
    <section ref={place}>
      <p class="wk-quiet" tabIndex={-1}>
        {say(words, "alike.none")}
      </p>
    </section>
  );
}

function Question(props: {
  place: { current: HTMLElement | null };
  kind: "alike" | "tension";
  at: string;
  yes: string;
  onYes: () => void;
  no: string;
  onNo: () => void;
  busy: boolean;
  children: ComponentChildren;
}) {
  const { words } = useWords();
  return (
    <section ref={props.place} class={`wk-card wkf-suggestion wkf-ask-${props.kind}`} aria-labelledby="wkf-alike">
      <div class="wkf-alike-top">
        <h2 id="wkf-alike" tabIndex={-1}>
          {say(words, `${props.kind}.question`)}
        </h2>
        <p class="wk-quiet">{props.at}</p>
      </div>
      {props.children}
      <div class="wkf-buttons">
        <button type="button" class="wkf-button" aria-disabled={props.busy} onClick={() => (props.busy ? undefined : props.onYes())}>
          {props.yes}
        </button>
        <button type="button" class="wkf-button wkf-edge" onClick={props.onNo}>
          {props.no}
        </button>
      </div>
    </section>
  );
}
