/** Which of many ideas are in the list: all, those like no other, those held back, those to be discussed, those that oppose each other, or those that say a word. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { TableOption } from "../../contract";
import { say, usePanel } from "../kit/panel";
import { heldAsked, useHeldAsked } from "./asking";

export interface Filter {
  kind: "all" | "original" | "discuss" | "tension" | "held";
  text: string;
}

const KINDS = ["all", "original", "discuss", "tension", "held"] as const;

/** Letters without their accents, as people type when they search. */
const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether an option is in the list. */
export function isShown(option: TableOption, { kind, text }: Filter): boolean {
  if (kind === "original" && !option.original) return false;
  const wanted = fold(text.trim());
  return wanted === "" || [option.title, ...option.ideas.map((idea) => idea.text)].some((one) => fold(one).includes(wanted));
}

export function Filters(props: { filter: Filter; onFilter: (filter: Filter) => void; tensions: number }) {
  const { model, words } = usePanel<"facilitator", "ideas">();
  const { filter, onFilter } = props;
  const [searching, setSearching] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const opened = useRef(false);
  useLayoutEffect(() => {
    if (searching && opened.current) field.current?.focus();
    opened.current = true;
  }, [searching]);
  useHeldAsked(() => {
    if (heldAsked() === model.challenge?.id && model.held.length > 0) onFilter({ kind: "held", text: "" });
  }, [model.challenge?.id, model.held.length]);
  const elsewhere: Partial<Record<Filter["kind"], number>> = {
    held: model.held.length,
    discuss: model.turns.length,
    tension: props.tensions,
  };
  const count = (kind: Filter["kind"]) => elsewhere[kind] ?? model.options.filter((option) => isShown(option, { kind, text: "" })).length;
  return (
    <div class="wkf-filters" role="group" aria-label={say(words, "filter")}>
      {KINDS.filter((kind) => kind === "all" || kind === filter.kind || count(kind) > 0).map((kind) => (
        <button
          key={kind}
          type="button"
          class="wkf-filter"
          aria-pressed={filter.kind === kind}
          onClick={() => onFilter({ ...filter, kind })}
        >
          {say(words, `filter.${kind}`)}
          {kind === "all" ? null : ` ${count(kind)}`}
        </button>
      ))}
      <button
        type="button"
        class="wkf-filter"
        aria-expanded={searching}
        onClick={() => {
          if (searching) onFilter({ ...filter, text: "" });
          setSearching(!searching);
        }}
      >
        {say(words, "filter.search")}
      </button>
      {searching ? (
        <input
          ref={field}
          type="search"
          aria-label={say(words, "filter.word")}
          value={filter.text}
          onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
      ) : null}
    </div>
  );
}
