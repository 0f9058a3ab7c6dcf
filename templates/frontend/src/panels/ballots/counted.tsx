/** Cards on which one puts things one by one, dots or points: the buttons say what they do, and what was given shows at once. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ComponentChildren, RefObject } from "preact";
import type { VoteOption } from "../../contract";
import { say, sayMany, useWords } from "../kit/panel";
import { Shift, useDifference } from "./casting";
import { OptionText } from "./option";

/** More than this are told in figures alone: as circles they would need a second line. */
const DRAWN_AT_MOST = 7;

export function Dots({ number, of, was = false }: { number: number; of: number; was?: boolean }) {
  if (of > DRAWN_AT_MOST) return null;
  return (
    <span class={was ? "wk-dots wkb-was" : "wk-dots"} aria-hidden="true">
      {Array.from({ length: of }, (_, at) => (
        <i key={at} class={at < number ? "wk-on" : ""} />
      ))}
    </span>
  );
}

/** Keeps the focus with an option when the button that was pressed is gone with its last use: another one has it then. */
export function usePressed(changed: unknown): [row: RefObject<HTMLDivElement | null>, note: () => void] {
  const row = useRef<HTMLDivElement | null>(null);
  const pressed = useRef(false);
  useLayoutEffect(() => {
    if (pressed.current && !row.current?.contains(document.activeElement)) row.current?.querySelector("button")?.focus();
    pressed.current = false;
  }, [changed]);
  return [
    row,
    () => {
      pressed.current = true;
    },
  ];
}

interface Counted {
  option: VoteOption;
  place: string;
  count: number;
  /** The most that may stand on it, and how many more one has to give. */
  most: number;
  left: number;
  again: boolean;
  cost?: ComponentChildren;
  onPlace: (count: number) => void;
}

export function CountedCard({ option, place, count, most, left, again, cost, onPlace }: Counted) {
  const { words, lang } = useWords();
  const [row, note] = usePressed(count);
  const put = (next: number) => {
    note();
    onPlace(next);
  };
  const before = option.before ?? 0;
  const about = <span class="wk-visually-hidden"> {place}</span>;
  return (
    <li class={count > 0 ? "wk-card wk-card-chosen" : "wk-card"}>
      <p class="wk-quiet wk-small wkb-head">
        <span>{place}</span>
        {cost}
      </p>
      <OptionText option={option} />
      {again && <CountedShift before={before} count={count} />}
      <div ref={row} class="wk-row wk-vote">
        {count > 0 && !again && (
          <p class="wk-row">
            <Dots number={count} of={count} />
            <b>{sayMany(words, lang, count < most ? "given" : "given-most", count)}</b>
          </p>
        )}
        <span class="wk-row wk-push">
          {count > 0 && (
            <button key="less" type="button" class="wk-dot" onClick={() => put(count - 1)}>
              {say(words, count > 1 ? "remove-one" : "remove")}
              {about}
            </button>
          )}
          {count < most && (
            <button key="more" type="button" class="wk-dot" aria-disabled={left === 0} onClick={() => put(count + 1)}>
              {say(words, count > 0 ? "again" : "add")}
              {about}
            </button>
          )}
          {again && before !== count && before <= Math.min(most, count + left) && Math.abs(before - count) + before > 1 && (
            <button key="before" type="button" class="wk-dot" onClick={() => put(before)}>
              {say(words, "again.put-back")}
              {about}
            </button>
          )}
        </span>
      </div>
    </li>
  );
}

function CountedShift({ before, count }: { before: number; count: number }) {
  const { words, lang } = useWords();
  const differ = useDifference();
  const told = (number: number, none: string) => (number === 0 ? say(words, none) : sayMany(words, lang, "given", number));
  return (
    <Shift
      before={
        <>
          <Dots was number={before} of={before} /> {told(before, "again.none")}
        </>
      }
      now={
        <>
          <Dots number={count} of={count} /> {told(count, before > 0 ? "again.none-yet" : "again.none")}
        </>
      }
      shift={count > 0 || before === 0 ? differ(before, count) : ""}
    />
  );
}
