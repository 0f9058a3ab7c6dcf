/** The challenge's sentence: an ordinary field, with what was found in it underlined and named where it stands. */
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Part, Reading } from "../../contract";
import * as LIMITS from "../../limits";
import { say, useWords } from "../kit/panel";
import { carryMarks, nest, type Stretch } from "./challenge_marks";

export function Sentence(props: {
  label: string;
  value: string;
  reading: Reading | null;
  /** The part that is asked for next: its place is kept open at the end. */
  wanted: Part | null;
  onInput: (text: string) => void;
}) {
  const { words } = useWords();
  const { value, reading, wanted } = props;
  const id = useId();
  const mirror = useRef<HTMLDivElement>(null);
  const marks = reading === null ? [] : carryMarks(reading.marks, reading.text, value);
  const stretch = nest(value, marks);
  useLabels(mirror, JSON.stringify([marks, value]));
  return (
    <div class="wk-challenge wkf-sentence">
      <label for={id}>
        <small>{props.label}</small>
        <span class="wk-visually-hidden"> – {say(words, "sentence")}</span>
      </label>
      <div class="wkf-marked" style={{ "--deepest": Math.max(0, stretch.depth - 1) }}>
        <div ref={mirror} class="wkf-mirror" aria-hidden="true">
          <Stretches of={stretch} />
          {wanted === null || value.trim() === "" ? null : (
            <>
              {" "}
              <span class="wkf-slot">
                <b>{say(words, `mark.${wanted}`)}</b> {say(words, "slot")}
              </span>
            </>
          )}
          {"\u200b"}
        </div>
        <textarea
          id={id}
          rows={1}
          maxLength={LIMITS.statement.longest}
          placeholder={say(words, "sentence.placeholder")}
          aria-describedby={`${id}-read`}
          value={value}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.isComposing) event.preventDefault(); // one sentence has one line
          }}
          onInput={(event) => props.onInput(event.currentTarget.value.replace(/\s*[\r\n]+\s*/g, " "))}
        />
      </div>
      <p id={`${id}-read`} class="wk-visually-hidden">
        {marks
          .map(({ part, start, end }) => say(words, "read.part", { part: say(words, `mark.${part}`), words: value.slice(start, end) }))
          .join(". ")}
      </p>
    </div>
  );
}

/** A stretch's words with those of the stretches in it, each underlined its own way under its own name. */
function Stretches({ of: { inside } }: { of: Stretch }) {
  const { words } = useWords();
  return (
    <>
      {inside.map((one) =>
        typeof one === "string" ? (
          one
        ) : (
          <span key={`${one.part}${one.start}`} class={`wkf-mark wkf-mark-${one.part}`} style={{ "--deep": one.depth }}>
            <small>{say(words, `mark.${one.part}`)}</small>
            <Stretches of={one} />
          </span>
        ),
      )}
    </>
  );
}

/** Gap between two names of marks, in pixels. */
const GAP = 6;

/** Sets the names of marks beside each other where they would cover one another: still over their words, else below them. */
function useLabels(mirror: { current: HTMLElement | null }, drawn: string): void {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const here = mirror.current;
    if (here === null || !("ResizeObserver" in globalThis)) return undefined;
    const observer = new ResizeObserver(() => setWidth(here.clientWidth));
    observer.observe(here);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const labels = [...(mirror.current?.querySelectorAll<HTMLElement>(".wkf-mark > small") ?? [])];
    const edge = mirror.current?.getBoundingClientRect().right ?? 0;
    for (const label of labels) {
      label.style.translate = "";
      label.classList.remove("wkf-below");
    }
    const places = labels.map((label) => ({
      label,
      at: label.getBoundingClientRect(),
      word: label.parentElement!.getClientRects()[0],
    }));
    const ends = new Map<string, number>();
    let below = 0;
    for (const { label, at, word } of places.sort((one, other) => one.at.left - other.at.left)) {
      if (word === undefined || at.width === 0) continue;
      const line = String(Math.round(word.top / 20));
      const above = Math.max(at.left, (ends.get(line) ?? -1) + GAP);
      const under = above > at.left && above > word.right - GAP;
      const lane = under ? `${line} below` : line;
      const left = under ? Math.max(at.left, (ends.get(lane) ?? -1) + GAP) : above;
      const shift = Math.min(left, edge - at.width) - at.left; // a name at the end of a line stays on the page
      if (shift !== 0) label.style.translate = `${shift}px`;
      label.classList.toggle("wkf-below", under);
      if (under) below = 1;
      ends.set(lane, at.left + shift + at.width);
    }
    mirror.current?.parentElement?.style.setProperty("--below", String(below)); // a line has room for what stands under it
  }, [drawn, width]);
}
