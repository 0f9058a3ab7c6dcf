/** What if: who would move and what it costs, level by level, before anything is written; one button accepts it. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { LevelCost, MissionBookModel, MovedPerson, NamedMission, TrialModel } from "../../contract";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Told, useAction } from "./action";
import { Working } from "./mission_parts";
import { useRoomBeside } from "./width";

/** More people than this are counted: the list would push the answer out of sight. */
const MOVES_AT_ONCE = 3;

/** The levels of minimum places; where one alone counts, it needs no word on which. */
const MINIMA = ["first", "second", "third"];

export function WhatIf({ trial }: { trial: TrialModel }) {
  const { model, words, lang } = usePanel<"facilitator", "missions">();
  const action = useAction();
  const title = useRef<HTMLHeadingElement>(null);
  const beside = useRoomBeside();
  // beside the list it stands in sight; on a phone it is above what was pressed
  useLayoutEffect(() => title.current?.focus({ preventScroll: beside }), [trial.number]);
  const working = model.solving.state === "working";
  // folding one alone would hide a name to save its own line
  const shown = trial.moves.length === MOVES_AT_ONCE + 1 ? MOVES_AT_ONCE + 1 : MOVES_AT_ONCE;
  const minima = trial.costs.filter((one) => MINIMA.includes(one.level));
  const accept = () => {
    if (!working && !action.busy) void action.act("accept_trial", { trial: trial.number });
  };
  const leave = () => void action.act("leave_trial");
  return (
    <aside
      class="wkf-whatif"
      aria-labelledby="wkf-whatif"
      onKeyDown={(event) => {
        if (event.key === "Escape") leave();
      }}
    >
      <h2 id="wkf-whatif" ref={title} tabIndex={-1}>
        {say(words, "trial")}
      </h2>
      {trial.tried.length === 0 ? (
        <p>
          {say(words, "trial.again")} {say(words, "trial.nothing-moved")}
        </p>
      ) : (
        <p>
          {say(words, "trial.tried")}{" "}
          <b>
            {trial.tried
              .map((one) => say(words, one.stays ? "trial.stays" : "trial.never", { pseudonym: one.pseudonym, mission: one.mission.title }))
              .join(", ")}
          </b>
          . {say(words, "trial.nothing-moved")}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself is reached by the keyboard */}
      <div class="wkf-whatif-in" role="region" aria-label={say(words, "trial.costs")} tabIndex={0}>
        <div role="status">
          {working ? <Working onStop={() => void action.act("stop_solving")} /> : null}
          {trial.renewed && !trial.stale ? <p class="wkf-breaks">{say(words, "trial.renewed")}</p> : null}
          {trial.stale ? <p class="wkf-breaks">{say(words, "trial.stale")}</p> : null}
        </div>
        <p>
          <b>{say(words, "trial.word")}</b> {trial.word}
        </p>
        {trial.moves.length === 0 ? null : (
          <ul class="wkf-moves">
            {trial.moves.slice(0, shown).map((one) => (
              <Move key={one.id} moved={one} />
            ))}
            {trial.moves.length > shown ? (
              <li>
                <details class="wkf-fold wkf-fold-tight">
                  <summary>{sayMany(words, lang, "trial.more", trial.moves.length - shown)}</summary>
                  <ul class="wkf-moves">
                    {trial.moves.slice(shown).map((one) => (
                      <Move key={one.id} moved={one} />
                    ))}
                  </ul>
                </details>
              </li>
            ) : null}
          </ul>
        )}
        <table class="wkf-levels">
          <caption class="wk-visually-hidden">{say(words, "trial.costs")}</caption>
          <tbody>
            {trial.costs.map((one, at) => (
              <Cost key={one.level} cost={one} place={at + 1} name={minima.length === 1 && one === minima[0] ? "minima" : one.level} />
            ))}
          </tbody>
        </table>
      </div>
      {trial.stale ? (
        <button
          type="button"
          class="wk-go"
          aria-disabled={working || action.busy}
          onClick={() => (working ? undefined : void action.act("renew_trial"))}
        >
          {say(words, "trial.renew")}
        </button>
      ) : (
        <button type="button" class="wk-go" aria-disabled={working || action.busy} onClick={accept}>
          {trial.changes === 0 ? say(words, "trial.keep") : sayMany(words, lang, "trial.accept", trial.changes)}
        </button>
      )}
      <button type="button" class="wkf-button" onClick={leave}>
        {say(words, "trial.leave")}
      </button>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </aside>
  );
}

/** While the first trial is worked out: where it will stand, how far it is, and how it is stopped. */
export function Trying() {
  const { model, words } = usePanel<"facilitator", "missions">();
  const action = useAction();
  const { state, what } = model.solving;
  if (state !== "working" || what !== "try") return null;
  return (
    <aside class="wkf-whatif" aria-label={say(words, "trial")}>
      <h2>{say(words, "trial")}</h2>
      <p role="status">{say(words, "trying")}</p>
      <Working onStop={() => void action.act("stop_solving")} />
    </aside>
  );
}

function Move({ moved }: { moved: MovedPerson }) {
  return (
    <li>
      <span>
        <b>{moved.pseudonym}</b>
        <span aria-hidden="true">{"\u2002"}</span>
        <span class="wk-visually-hidden">, </span>
        <FromTo moved={moved} />
      </span>
      {moved.notes.map((one) => (
        <span key={one} class="wkf-breaks">
          {one}
        </span>
      ))}
    </li>
  );
}

const titlesOf = (missions: NamedMission[]): string => missions.map((one) => one.title).join(" · ");

/** What somebody would leave and take; the missions that they keep are said, since an arrow alone would lose them. */
function FromTo({ moved }: { moved: MovedPerson }) {
  const { words } = useWords();
  const [from, to, kept] = [moved.leaves, moved.takes, moved.keeps].map(titlesOf) as [string, string, string];
  if (kept !== "" && (from === "" || to === "")) {
    const values = { missions: from || to, kept };
    return (
      <span>{to === "" ? <b class="wkf-loses">{say(words, "trial.keeps-only", values)}</b> : say(words, "trial.takes-too", values)}</span>
    );
  }
  return (
    <span>
      {from || say(words, "trial.before")} <span aria-hidden="true">→</span>
      <span class="wk-visually-hidden">, </span> {to || <b class="wkf-loses">{say(words, "trial.none")}</b>}
      {kept === "" ? null : `, ${say(words, "trial.keeps", { missions: kept })}`}
    </span>
  );
}

function Cost({ cost, place, name }: { cost: LevelCost; place: number; name: string }) {
  const { words } = useWords();
  const { before, after, most } = cost;
  const label = `${place}. ${say(words, `level.${name}`)}`;
  const of = (number: number | string) => (most === null ? String(number) : say(words, "trial.of", { number, most }));
  if (before === after)
    return (
      <tr>
        <th scope="row">{label}</th>
        <td>{say(words, "trial.unchanged", { number: of(before) })}</td>
      </tr>
    );
  return (
    <tr class="wkf-changed">
      <th scope="row">{label}</th>
      <td>
        <span aria-hidden="true">{of(say(words, "trial.from-to", { before, after }))}</span>
        <span class="wk-visually-hidden">{of(say(words, "trial.from-to-words", { before, after }))}</span>
      </td>
    </tr>
  );
}

/**
 * Where the focus goes once a trial is over, or was stopped before it came: back to whom it was about, else to the button
 * that was pressed, else to the heading. A focus that is elsewhere by then stays there.
 */
export function useFocusAfter({ trial, solving }: MissionBookModel, page: RefObject<HTMLElement | null>): void {
  const open = trial !== null || (solving.state === "working" && solving.what === "try");
  const last = useRef<{ open: boolean; trial: TrialModel | null }>({ open: false, trial: null });
  // before anything else looks for a place for a focus that was lost
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { open, trial };
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (open || !before.open || !lost || page.current === null) return;
    const about = before.trial?.tried.at(-1)?.id;
    const opener = [...page.current.querySelectorAll<HTMLElement>("[data-person]")].find((one) => one.dataset.person === about);
    (opener ?? page.current.querySelector<HTMLElement>(before.trial?.tried.length === 0 ? ".wkf-propose .wk-go" : "h2"))?.focus();
  }, [open, trial]);
}

/** What a trial would do to somebody's row on a mission, in a few words; empty: nothing. */
export function tagOf(trial: TrialModel | null, person: string, mission: string, words: ReturnType<typeof useWords>["words"]): string {
  const moved = trial?.moves.find((one) => one.id === person);
  if (moved === undefined || !moved.leaves.some((one) => one.id === mission)) return "";
  const to = moved.takes[0];
  if (to !== undefined) return say(words, "trial.goes", { mission: to.title });
  return say(words, moved.alone ? "trial.out" : "trial.off");
}

/** Those whom a trial would bring to a mission. */
export const comingTo = (trial: TrialModel | null, mission: string): MovedPerson[] =>
  (trial?.moves ?? []).filter((one) => one.takes.some((taken) => taken.id === mission));

export function Coming({ moved }: { moved: MovedPerson }) {
  const { words } = useWords();
  const from = moved.leaves[0];
  return (
    <li class="wkf-mission-person">
      <span class="wkf-mission-who">
        <b>{moved.pseudonym}</b>
      </span>
      <span class="wkf-tried">{from === undefined ? say(words, "trial.arrives") : say(words, "trial.comes", { mission: from.title })}</span>
    </li>
  );
}
