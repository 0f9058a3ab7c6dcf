/** Revealed ideas on one table: near-identical ones are gathered before the vote, and can be parted again. */
import type { ComponentChildren, RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Gathered, Parted, TableOption } from "../../contract";
import * as LIMITS from "../../limits";
import { keep, useLatest, useSame } from "../kit/kept";
import type { Acknowledgement } from "../kit/outbox";
import { say, sayMany, Steady, usePanel, useWords, type Words } from "../kit/panel";
import { Told, Line, Quiet, useAction, type Action } from "./action";
import { ConcealedElsewhere } from "./deeds";
import { Filters, isShown, type Filter } from "./filters";
import { useGrowing } from "./growing";
import { HeldFor, HeldIdeas, IdeaLine, listHeld } from "./option";
import { Nudge } from "./progress";
import { Questions, useSuggestion } from "./suggestions";
import { TensionList, useTensions } from "./tensions";
import { Turns } from "./turns";

const LONGEST = LIMITS.group_title.longest;
const idsOf = (option: TableOption) => option.ideas.map((idea) => idea.id);

/** The ideas in the middle, what helps with them beside: their gauges above, one question at a time over the list. */
export function IdeaDesk({ gauges, proxy }: { gauges: ComponentChildren; proxy: ComponentChildren }) {
  const { model, words, lang } = usePanel<"facilitator", "ideas">();
  const action = useAction(`${model.challenge?.id} ${model.stage}`);
  const bar = useRef<HTMLFormElement>(null);
  const table = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [filter, setFilter] = useState<Filter>({ kind: "all", text: "" });
  const suggestion = useSuggestion();
  const tensions = useTensions();
  const { may_gather: gathers } = model;
  const options = useSame(model.options);
  const standing = chosen.filter((id) => options.some((option) => option.id === id));
  const toggle = (id: string) => setChosen(standing.includes(id) ? standing.filter((one) => one !== id) : [...standing, id]);
  const gather = async (members: TableOption[], title: string) => {
    const answer = await action.act("gather_ideas", { ideas: members.flatMap(idsOf), title });
    if (!answer.ok) return;
    table.current?.focus({ preventScroll: true }); // what had the focus is gone from the page
    setChosen([]);
  };
  const drag = useDrag(options, (members, title) => void gather(members, title));
  const shown = options.filter((option) => isShown(option, filter));
  const drawn = useGrowing(shown.length, `${model.challenge?.id} ${filter.kind} ${filter.text}`);
  const acts = useLatest({ act: action.act, toggle, enter: () => bar.current?.querySelector("input")?.focus() });
  const listsElse = filter.kind === "held" || filter.kind === "discuss" || filter.kind === "tension";
  return (
    <div class="wkf-desk">
      <div class="wkf-desk-main wkf-desk-list">
        {gauges}
        <div class="wkf-desk-top">
          <h2>{sayMany(words, lang, "table", model.counts.ideas)}</h2>
          <Filters filter={filter} onFilter={setFilter} tensions={tensions.open.length} />
        </div>
        {model.stage === "vote" ? (
          <p>
            <b>{sayMany(words, lang, "voted", model.voted, { people: model.counts.people })}</b> {say(words, "gathering-closed")}
          </p>
        ) : null}
        {model.stage === "vote" ? <Nudge silent={model.counts.people - model.voted} /> : null}
        {model.stage === "reveal" && !gathers ? <p>{say(words, "gathering-voted")}</p> : null}
        <Told action={action} saved={sayDone(words, lang, action.answer)} />
        {model.stage === "reveal" && standing.length === 0 && filter.kind === "all" ? (
          <Questions suggestion={suggestion} tensions={tensions} gathers={gathers} action={action} />
        ) : null}
        {filter.kind === "held" ? (
          <>
            <HeldFor />
            <HeldIdeas ideas={listHeld(model)} />
          </>
        ) : null}
        {filter.kind === "discuss" ? <Turns /> : null}
        {filter.kind === "tension" ? <TensionList tensions={tensions} /> : null}
        <ul ref={table} class="wkf-ideas" hidden={listsElse} tabIndex={-1} aria-label={say(words, "stage.reveal")}>
          <Steady of={[model.rule.kind]}>
            {shown.slice(0, drawn).map((option) => (
              <li
                key={option.id}
                class={classOf(option, { chosen: standing, alike: suggestion.ideas, drag })}
                {...(gathers ? drag.on(option) : {})}
              >
                <KeptCard
                  option={option}
                  chosen={gathers ? standing.includes(option.id) : null}
                  voting={model.stage === "vote"}
                  acts={acts}
                />
              </li>
            ))}
          </Steady>
        </ul>
        {shown.length === 0 && !listsElse ? <p class="wkf-empty">{say(words, "filter.none")}</p> : null}
        {gathers && standing.length > 0 ? (
          <GatherBar
            key={standing[0]}
            bar={bar}
            members={options.filter((option) => standing.includes(option.id))}
            first={options.find((option) => option.id === standing[0])}
            busy={action.busy}
            onGather={(members, title) => void gather(members, title)}
            onCancel={() => {
              setChosen([]);
              action.clear();
            }}
          />
        ) : null}
      </div>
      <aside class="wkf-desk-aside" aria-label={say(words, "aside")}>
        {gathers ? <p class="wk-quiet wk-small">{say(words, "gather.how")}</p> : null}
        {proxy}
      </aside>
    </div>
  );
}

/** What was done last, in the words of what it was. */
function sayDone(words: Words, lang: string, answer: Acknowledgement | null): string {
  const result = (answer?.result ?? null) as Partial<Gathered & Parted> | null;
  if (result?.members !== undefined) return sayMany(words, lang, "gather.done", result.members.length);
  if (result?.groups !== undefined && result.groups > 0) return sayMany(words, lang, "parted.groups", result.groups);
  if (result?.ideas !== undefined) return sayMany(words, lang, "parted", result.ideas);
  return say(words, "saved");
}

interface Drag {
  dragged: string | null;
  on(option: TableOption): Record<string, unknown>;
}

function classOf(option: TableOption, { chosen, alike, drag }: { chosen: string[]; alike: string[]; drag: Drag }): string {
  const classes = ["wk-card", "wkf-idea"];
  if (!option.lone) classes.push("wkf-group");
  if (chosen.includes(option.id)) classes.push("wk-card-chosen");
  if (alike.includes(option.id)) classes.push("wkf-alike");
  if (drag.dragged !== null && drag.dragged !== option.id) classes.push("wkf-target");
  return classes.join(" ");
}

/** Gathering by the mouse: what is dropped on another becomes one with it. */
function useDrag(options: TableOption[], onGather: (members: TableOption[], title: string) => void): Drag {
  const [dragged, setDragged] = useState<string | null>(null);
  const drop = (onto: TableOption) => {
    const moved = options.find((option) => option.id === dragged);
    setDragged(null);
    // A group keeps its title; two lone ideas take the text of the one that stayed in place.
    if (moved !== undefined && moved.id !== onto.id)
      onGather([onto, moved], (onto.lone && !moved.lone ? moved : onto).title.slice(0, LONGEST));
  };
  return {
    dragged,
    on: (option) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer?.setData("text/plain", option.id);
        setDragged(option.id);
      },
      onDragEnd: () => setDragged(null),
      onDragOver: (event: DragEvent) => {
        if (dragged !== null && dragged !== option.id) event.preventDefault();
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        drop(option);
      },
    }),
  };
}

/** What is done to the options of the list. */
interface Acts extends Record<string, (...given: never[]) => unknown> {
  act: Action["act"];
  toggle(id: string): void;
  enter(): void;
}

/** One option; the left of its card ticks it, where it can be gathered (`chosen` is `null` where it cannot). */
function OptionCard(props: { option: TableOption; chosen: boolean | null; voting: boolean; acts: Acts }) {
  const { words } = useWords();
  const { option, acts } = props;
  const first = option.ideas[0];
  return (
    <div class="wkf-idea-row">
      {props.chosen === null ? null : (
        <label class="wkf-choose">
          <input
            type="checkbox"
            aria-label={say(words, "choose.one", { title: option.title })}
            checked={props.chosen}
            onChange={() => acts.toggle(option.id)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || props.chosen !== true) return;
              event.preventDefault(); // or the same key press would send the title it leads to
              acts.enter(); // as in any form: no need to go through what remains
            }}
          />
        </label>
      )}
      {option.lone && first !== undefined ? (
        <IdeaLine idea={first} original={option.original} removable holdable voting={props.voting} />
      ) : (
        <GroupCard option={option} gathers={props.chosen !== null} act={acts.act} />
      )}
    </div>
  );
}

const KeptCard = keep(OptionCard);

/** A group by its title; opened, the ideas it was made of, another title, and the way to part it again. */
function GroupCard({ option, gathers, act }: { option: TableOption; gathers: boolean; act: Action["act"] }) {
  const { words, lang } = useWords();
  const [open, setOpen] = useState(false);
  const number = option.ideas.length;
  return (
    <div>
      {open && gathers ? <GroupTitle option={option} act={act} /> : <h3 class={open ? undefined : "wkf-clamped"}>{option.title}</h3>}
      <ConcealedElsewhere concealed={option.concealed} />
      <div class="wkf-idea-foot">
        <span class="wk-quiet">{sayMany(words, lang, "gathered", number)}</span>
        <button
          type="button"
          class="wk-quiet-action"
          aria-expanded={open}
          aria-label={say(words, open ? "read-less.one" : "group.open.one", { text: option.title, number })}
          onClick={() => setOpen(!open)}
        >
          {say(words, open ? "read-less" : "group.open")}
        </button>
      </div>
      {open ? (
        <>
          <ul class="wkf-lineage">
            {option.ideas.map((idea) => (
              <li key={idea.id}>
                <IdeaLine idea={idea} removable holdable />
              </li>
            ))}
          </ul>
          {gathers ? (
            <Quiet label={say(words, "undo.one", { title: option.title })} onClick={() => void act("undo_group", { group: option.id })}>
              {say(words, "undo")}
            </Quiet>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function GroupTitle({ option, act }: { option: TableOption; act: Action["act"] }) {
  const { words } = useWords();
  const [title, setTitle] = useState<string | null>(null);
  if (title === null) {
    return (
      <div class="wkf-group-title">
        <h3>{option.title}</h3>
        <Quiet label={say(words, "rename.one", { title: option.title })} onClick={() => setTitle(option.title)}>
          {say(words, "rename")}
        </Quiet>
      </div>
    );
  }
  return (
    <form
      noValidate
      class="wkf-form"
      onSubmit={async (event) => {
        event.preventDefault();
        if ((await act("rename_group", { group: option.id, title })).ok) setTitle(null);
      }}
    >
      <Line label={say(words, "gather.title")} value={title} most={LONGEST} onInput={setTitle} />
      <div class="wk-row">
        <button type="submit" class="wkf-button wkf-next">
          {say(words, "save")}
        </button>
        <Quiet onClick={() => setTitle(null)}>{say(words, "cancel")}</Quiet>
      </div>
    </form>
  );
}

/** What was selected, under which title it is gathered. */
function GatherBar(props: {
  bar: RefObject<HTMLFormElement | null>;
  members: TableOption[];
  first: TableOption | undefined;
  busy: boolean;
  onGather: (members: TableOption[], title: string) => void;
  onCancel: () => void;
}) {
  const { words, lang } = useWords();
  const group = props.members.find((option) => !option.lone);
  const [typed, setTyped] = useState<string | null>(null);
  const title = typed ?? (group ?? props.first)?.title.slice(0, LONGEST) ?? "";
  const number = props.members.reduce((sum, option) => sum + option.ideas.length, 0);
  return (
    <form
      noValidate
      ref={props.bar}
      class="wkf-gather"
      aria-label={say(words, "gather")}
      onSubmit={(event) => {
        event.preventDefault();
        props.onGather(props.members, title);
      }}
    >
      <p role="status">
        <b>{sayMany(words, lang, "gather.chosen", number)}</b>
      </p>
      <Line label={say(words, "gather.title")} value={title} most={LONGEST} onInput={setTyped} />
      <div class="wk-row">
        <button type="submit" class="wkf-button wkf-next" disabled={props.members.length < 2} aria-disabled={props.busy}>
          {say(words, "gather")}
        </button>
        <Quiet onClick={props.onCancel}>{say(words, "cancel")}</Quiet>
        {props.members.length < 2 ? <span class="wk-quiet">{say(words, "gather.more")}</span> : null}
      </div>
    </form>
  );
}
