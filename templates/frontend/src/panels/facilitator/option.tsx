/** An idea as the facilitator reads it: two lines, then all of it and what can be done with it, such as holding it back. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { IdeaTableModel, TableIdea } from "../../contract";
import * as LIMITS from "../../limits";
import { Chips, Facts } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Confirm, Line, Quiet, Told, useAction, type Action } from "./action";
import { forgetHeld, heldAsked, useHeldAsked } from "./asking";
import { Answered } from "./turns";

const shorten = (idea: TableIdea): string => idea.text.slice(0, 60);

/** The text of one idea, how its author knows and as whom they speak; opened, it can be held back or removed. */
export function IdeaLine(props: { idea: TableIdea; original?: boolean; removable?: boolean; holdable?: boolean; voting?: boolean }) {
  const { model, words } = usePanel<"facilitator", "ideas">();
  const { idea, original } = props;
  const dots = model.rule.kind === "dots";
  const action = useAction();
  const [holding, setHolding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [line, cut] = useCut(open);
  const details = [
    idea.source === null ? null : say(words, `told.${idea.source}`),
    idea.category,
    open && original === true ? say(words, "original") : null,
    idea.earlier ? say(words, "earlier") : null,
    idea.discuss ? say(words, "discuss.marked") : null,
  ];
  const leave = () => {
    setHolding(false);
    requestAnimationFrame(() => opener.current?.focus()); // back to where the question came from
  };
  const hold = async (reason: string) => {
    const table = line.current?.closest<HTMLElement>("ul[tabindex]");
    const answer = await action.act("hold_idea", { idea: idea.id, reason });
    if (answer.ok) table?.focus({ preventScroll: true }); // what had the focus is gone from the page
  };
  const removable = props.removable === true && !idea.voted_on;
  const acts = removable || props.holdable === true;
  const way = open ? "read-less" : cut ? "read-on" : acts ? "open" : null;
  return (
    <div class={open ? "wkf-idea-line wkf-idea-open" : "wkf-idea-line"}>
      <p class={open ? "wk-text" : "wk-text wkf-clamped"} ref={line}>
        {idea.text}
      </p>
      <div class="wkf-idea-foot">
        <span class="wk-quiet">
          <Facts of={details} />
        </span>
        {way === null ? null : (
          <button
            type="button"
            class="wk-quiet-action"
            aria-expanded={open}
            aria-label={say(words, `${way}.one`, { text: shorten(idea) })}
            onClick={() => setOpen(!open)}
          >
            {say(words, way)}
          </button>
        )}
      </div>
      <Answered asked={idea.asked} answer={idea.answer} />
      {open && acts && (props.voting === true || idea.voted_on) ? (
        <p class="wk-quiet wk-small">{say(words, props.voting !== true ? "voted-on" : dots ? "hold.voting" : "hold.voting.other")}</p>
      ) : null}
      {open && acts ? (
        <div class="wkf-idea-actions">
          {props.holdable === true && !holding ? <Clarify idea={idea} action={action} /> : null}
          {props.holdable === true && !holding ? (
            <Quiet button={opener} label={say(words, "hold.one", { text: shorten(idea) })} onClick={() => setHolding(true)}>
              {say(words, "hold")}
            </Quiet>
          ) : null}
          {props.holdable === true && !holding ? (
            <Confirm
              label={say(words, "sweep.one", { text: shorten(idea) })}
              question={say(words, "sweep.question")}
              yes={say(words, "sweep.yes")}
              no={say(words, "hold.no")}
              onYes={() => void action.act("sweep_device", { idea: idea.id })}
              look="quiet"
            >
              {say(words, "sweep")}
            </Confirm>
          ) : null}
          {removable ? (
            <Confirm
              label={say(words, "remove.one", { text: shorten(idea) })}
              question={say(words, "remove.question")}
              yes={say(words, "remove.yes")}
              no={say(words, "keep")}
              onYes={() => void action.act("remove_idea", { idea: idea.id })}
            >
              {say(words, "remove")}
            </Confirm>
          ) : null}
        </div>
      ) : null}
      {open && holding ? <Hold idea={idea} onLeave={leave} onHold={(reason) => void hold(reason)} /> : null}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </div>
  );
}

/** What leads to a clearer idea: its author is asked, unsigned, and it is kept for the discussion. */
function Clarify({ idea, action }: { idea: TableIdea; action: Action }) {
  const { words } = useWords();
  const ask = () => void action.act("ask_author", { idea: idea.id, asked: !idea.asked });
  const mark = () => void action.act("mark_for_discussion", { idea: idea.id, discuss: !idea.discuss });
  return (
    <>
      {idea.answer !== "" ? null : (
        <Quiet label={say(words, idea.asked ? "ask.off.one" : "ask.one", { text: shorten(idea) })} onClick={ask}>
          {say(words, idea.asked ? "ask.off" : "ask")}
        </Quiet>
      )}
      <Quiet label={say(words, idea.discuss ? "discuss.off.one" : "discuss.one", { text: shorten(idea) })} onClick={mark}>
        {say(words, idea.discuss ? "discuss.off" : "discuss")}
      </Quiet>
    </>
  );
}

/** Whether the two lines cut something off, measured whenever the card changes its size. */
function useCut(open: boolean) {
  const text = useRef<HTMLParagraphElement>(null);
  const [cut, note] = useState(false);
  useEffect(() => {
    const { current } = text;
    if (current === null || open || globalThis.ResizeObserver === undefined) return;
    const watch = new ResizeObserver(() => note(current.scrollHeight > current.clientHeight + 2));
    watch.observe(current);
    return () => watch.disconnect();
  }, [open]);
  return [text, cut] as const;
}

/** The reasons that one press gives; any other is written. */
const REASONS = ["person", "hurts", "contact", "off-topic"] as const;

/** Why an idea is held back: its author reads the reason. */
function Hold({ idea, onLeave, onHold }: { idea: TableIdea; onLeave: () => void; onHold: (reason: string) => void }) {
  const { words } = useWords();
  const [chosen, choose] = useState<(typeof REASONS)[number] | "other" | null>(null);
  const [text, setText] = useState("");
  const [needed, need] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector("input")?.focus(), []);
  const reason = chosen === null || chosen === "other" ? text.trim() : say(words, `held.${chosen}`);
  const choices = [
    ...REASONS.map((key) => ({ key, label: say(words, `held.${key}`) })),
    { key: "other" as const, label: say(words, "hold.other") },
  ];
  return (
    <form
      ref={form}
      class="wkf-hold"
      aria-label={say(words, "hold.one", { text: shorten(idea) })}
      onKeyDown={(event) => {
        if (event.key === "Escape") onLeave();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason === "") need(true);
        else onHold(reason);
      }}
    >
      <Chips legend={say(words, "hold.why")} choices={choices} value={chosen} onChoose={choose} />
      {chosen === "other" ? (
        <Line label={say(words, "hold.other.text")} value={text} most={LIMITS.held_reason.longest} onInput={setText} />
      ) : null}
      {needed && reason === "" ? (
        <p role="alert" class="wk-refused">
          {say(words, "hold.needed")}
        </p>
      ) : null}
      <div class="wkf-buttons">
        <button type="button" class="wkf-button wkf-plain" onClick={onLeave}>
          {say(words, "hold.no")}
        </button>
        <button type="submit" class="wkf-button">
          {say(words, "hold.yes")}
        </button>
      </div>
    </form>
  );
}

/** The ideas held back one by one: those held back together stand as one line. */
export function listHeld({ held, sweeps }: IdeaTableModel): TableIdea[] {
  const swept = new Set(sweeps.flatMap((one) => one.ideas));
  return held.filter((idea) => !swept.has(idea.id));
}

/** How many ideas are held back before the screen, and why: told also while nobody reads them yet. */
export function HeldFor() {
  const { model, words, lang } = usePanel<"facilitator", "ideas">();
  const number = model.held_for.reduce((sum, one) => sum + one.number, 0);
  const returned = model.returned > 0 ? <p class="wk-quiet wk-small">{sayMany(words, lang, "held.returned", model.returned)}</p> : null;
  if (number === 0) return returned;
  const why = model.held_for
    .map((one) =>
      say(words, "held.for.reason", { number: one.number, reason: one.reason === "" ? say(words, "held.for.other") : one.reason }),
    )
    .join(", ");
  return (
    <>
      <p class="wk-quiet wk-small">{`${sayMany(words, lang, "held.for", number)} ${why}`}</p>
      {returned}
    </>
  );
}

/** The ideas that are held back: the facilitator alone reads them, with the reason, and can give each back. */
export function HeldIdeas({ ideas }: { ideas: TableIdea[] }) {
  const { model, words, lang } = usePanel<"facilitator", "ideas">();
  const action = useAction();
  const list = useRef<HTMLUListElement>(null);
  const challenge = model.challenge?.id;
  useHeldAsked(() => {
    if (list.current === null || heldAsked() !== challenge) return;
    forgetHeld();
    const waiting = list.current.querySelector<HTMLElement>(".wkf-held:has(.wkf-to-read)") ?? list.current;
    waiting.scrollIntoView?.({ block: "center" });
    waiting.focus({ preventScroll: true });
  }, [challenge, ideas.length]);
  if (ideas.length === 0) return null;
  return (
    <section class="wk-stack-tight">
      <h3>{sayMany(words, lang, "held", ideas.length)}</h3>
      <p class="wk-quiet">{say(words, "held.note")}</p>
      <ul class="wk-cards" ref={list} tabIndex={-1}>
        {ideas.map((idea) => (
          <li key={idea.id} class="wk-card wkf-held" tabIndex={-1}>
            <p class="wk-text">{idea.text}</p>
            <div class="wkf-idea-foot">
              <b>{say(words, "held.reason", { reason: idea.held })}</b>
              {idea.held_as === "" ? null : <span>{say(words, "held.as", { reason: idea.held_as })}</span>}
              {idea.corrected ? <b class="wkf-to-read">{say(words, "held.corrected")}</b> : null}
              {idea.corrected ? (
                <Quiet
                  label={say(words, "held.keep.one", { text: shorten(idea) })}
                  onClick={() => void action.act("hold_idea", { idea: idea.id, reason: idea.held })}
                >
                  {say(words, "held.keep")}
                </Quiet>
              ) : null}
              <Quiet
                label={say(words, "held.back.one", { text: shorten(idea) })}
                onClick={() => void action.act("hold_idea", { idea: idea.id, reason: "" })}
              >
                {say(words, "held.back")}
              </Quiet>
            </div>
          </li>
        ))}
      </ul>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </section>
  );
}
