/** Ideas that oppose each other, side by side: both are kept, and the room may discuss them. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { IdeaTableModel, Tension } from "../../contract";
import { say, usePanel, useWords } from "../kit/panel";
import { type Action, Told, useAction } from "./action";
import { keyOf, useLeftAlone } from "./left_alone";

const LEFT_ALONE = "facilitator:left_tensions";

export interface Tensions {
  /** Those that were neither set aside on this device nor marked for discussion. */
  open: Tension[];
  leave(tension: Tension): void;
}

const listMarked = ({ options }: IdeaTableModel): Set<string> =>
  new Set(options.flatMap((option) => option.ideas.filter((idea) => idea.discuss).map((idea) => idea.id)));

export function useTensions(): Tensions {
  const { model } = usePanel<"facilitator", "ideas">();
  const { isLeft, leave } = useLeftAlone(LEFT_ALONE);
  const marked = listMarked(model);
  const open = model.tensions.filter(({ ideas }) => !isLeft(ideas) && !ideas.every((idea) => marked.has(idea)));
  return { open, leave: ({ ideas }) => leave(ideas) };
}

/** Mark for discussion those of two ideas that are not; resolves to whether both are. */
export function useDiscuss(action: Action) {
  const { model } = usePanel<"facilitator", "ideas">();
  return async ({ ideas }: Tension): Promise<boolean> => {
    const marked = listMarked(model);
    for (const idea of ideas.filter((one) => !marked.has(one))) {
      if (!(await action.act("mark_for_discussion", { idea, discuss: true })).ok) return false;
    }
    return true;
  };
}

/** Texts with the words that agree, or that oppose each other. */
export function MarkedTexts({ ideas, marked, opposed = false }: { ideas: string[]; marked: string[][]; opposed?: boolean }) {
  return (
    <div class={opposed ? "wkf-alike-texts wkf-opposed" : "wkf-alike-texts"}>
      {marked.map((pieces, index) => (
        <blockquote key={ideas[index]}>{pieces.map((piece, place) => (place % 2 === 1 ? <b key={place}>{piece}</b> : piece))}</blockquote>
      ))}
    </div>
  );
}

/** All of them, one below the other. */
export function TensionList({ tensions }: { tensions: Tensions }) {
  const { words } = useWords();
  const action = useAction();
  const discuss = useDiscuss(action);
  const title = useRef<HTMLHeadingElement>(null);
  const number = useRef(tensions.open.length);
  useLayoutEffect(() => {
    // The button that was pressed went with its card.
    if (tensions.open.length < number.current && document.activeElement === document.body) title.current?.focus({ preventScroll: true });
    number.current = tensions.open.length;
  }, [tensions.open.length]);
  return (
    <section class="wk-stack-tight wkf-tensions" aria-labelledby="wkf-tensions">
      <h3 id="wkf-tensions" ref={title} tabIndex={-1}>
        {say(words, "tension.title")}
      </h3>
      <p class="wk-quiet">{say(words, tensions.open.length === 0 ? "tension.none" : "tension.how")}</p>
      <Told action={action} saved={say(words, "tension.done")} />
      <ul>
        {tensions.open.map((tension) => {
          const [first = "", second = ""] = tension.marked.map((pieces) => pieces.join(""));
          return (
            <li key={keyOf(tension.ideas)} class="wk-card">
              <MarkedTexts {...tension} opposed />
              <div class="wkf-buttons">
                <button
                  type="button"
                  class="wkf-button"
                  aria-label={say(words, "tension.discuss.one", { first, second })}
                  aria-disabled={action.busy}
                  onClick={() => void (action.busy || discuss(tension))}
                >
                  {say(words, "tension.discuss")}
                </button>
                <button
                  type="button"
                  class="wkf-button wkf-edge"
                  aria-label={say(words, "tension.leave.one", { first, second })}
                  onClick={() => tensions.leave(tension)}
                >
                  {say(words, "tension.leave")}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
