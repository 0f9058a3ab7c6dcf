/** Revealed ideas on one table: near-identical ones are gathered before the vote, and can be parted again. */
import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import { LIMITS, type TableIdea, type TableOption } from "../../contract";
import { recall, remember } from "../kit/device";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Told, Line, Quiet, useAction, type Action } from "./action";
import { IdeaLine } from "./option";

const LEFT_ALONE = "facilitator:left_alone";
const keyOf = (ids: string[]) => [...ids].sort().join(" ");
const LONGEST = LIMITS.group_title.longest;
const idsOf = (option: TableOption) => option.ideas.map((idea) => idea.id);

export function GatherTable() {
  const { model, words } = usePanel<"facilitator", "ideas">();
  const action = useAction();
  const bar = useRef<HTMLFormElement>(null);
  const table = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [dragged, setDragged] = useState<string | null>(null);
  const options = model.options;
  const standing = chosen.filter((id) => options.some((option) => option.id === id));
  const toggle = (id: string) => setChosen(standing.includes(id) ? standing.filter((one) => one !== id) : [...standing, id]);
  const gather = async (members: TableOption[], title: string) => {
    const answer = await action.act("gather_ideas", { ideas: members.flatMap(idsOf), title });
    if (!answer.ok) return;
    table.current?.focus({ preventScroll: true }); // what had the focus is gone from the page
    setChosen([]);
  };
  const drop = (onto: TableOption) => {
    const moved = options.find((option) => option.id === dragged);
    setDragged(null);
    // A group keeps its title; two lone ideas take the text of the one that stayed in place.
    if (moved !== undefined && moved.id !== onto.id)
      void gather([onto, moved], (onto.lone && !moved.lone ? moved : onto).title.slice(0, LONGEST));
  };
  return (
    <>
      <p class="wk-quiet">{say(words, "gather.how")}</p>
      <Suggestions action={action} />
      <Told action={action} saved={say(words, "gather.done")} />
      <ul ref={table} class="wkf-ideas" tabIndex={-1} aria-label={say(words, "stage.reveal")}>
        {options.map((option) => (
          <li
            key={option.id}
            class={`wk-card wkf-idea ${option.lone ? "" : "wkf-group"} ${standing.includes(option.id) ? "wk-card-chosen" : ""} ${dragged !== null && dragged !== option.id ? "wkf-target" : ""}`}
            draggable
            onDragStart={(event) => {
              event.dataTransfer?.setData("text/plain", option.id);
              setDragged(option.id);
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              if (dragged !== null && dragged !== option.id) event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              drop(option);
            }}
          >
            <OptionCard
              option={option}
              chosen={standing.includes(option.id)}
              onToggle={() => toggle(option.id)}
              onEnter={() => bar.current?.querySelector("input")?.focus()}
              action={action}
            />
          </li>
        ))}
      </ul>
      {standing.length > 0 ? (
        <GatherBar
          key={standing[0]}
          bar={bar}
          members={options.filter((option) => standing.includes(option.id))}
          first={options.find((option) => option.id === standing[0])}
          busy={action.busy}
          onGather={gather}
          onCancel={() => setChosen([])}
        />
      ) : null}
    </>
  );
}

function OptionCard(props: { option: TableOption; chosen: boolean; onToggle: () => void; onEnter: () => void; action: Action }) {
  const { words, lang } = useWords();
  const { option, action } = props;
  const check = (
    <label class="wkf-choose">
      <input
        type="checkbox"
        aria-label={say(words, "choose.one", { title: option.title })}
        checked={props.chosen}
        onChange={props.onToggle}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !props.chosen) return;
          event.preventDefault(); // or the same key press would send the title it leads to
          props.onEnter(); // as in any form: no need to go through what remains
        }}
      />
    </label>
  );
  const first = option.ideas[0];
  if (option.lone && first !== undefined) {
    return (
      <div class="wkf-idea-row">
        {check}
        <div>
          <IdeaLine idea={first} original={option.original} removable holdable />
        </div>
      </div>
    );
  }
  return (
    <div class="wkf-idea-row">
      {check}
      <div>
        <GroupTitle option={option} action={action} />
        <p class="wk-quiet">{sayMany(words, lang, "gathered", option.ideas.length)}</p>
        <ul class="wkf-lineage">
          {option.ideas.map((idea) => (
            <li key={idea.id}>
              <IdeaLine idea={idea} removable holdable />
            </li>
          ))}
        </ul>
        <Quiet label={say(words, "undo.one", { title: option.title })} onClick={() => void action.act("undo_group", { group: option.id })}>
          {say(words, "undo")}
        </Quiet>
      </div>
    </div>
  );
}

function GroupTitle({ option, action }: { option: TableOption; action: Action }) {
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
        if ((await action.act("rename_group", { group: option.id, title })).ok) setTitle(null);
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

/** Ideas that say nearly the same; left alone for good on this device when the facilitator says so. */
function Suggestions({ action }: { action: Action }) {
  const { model } = usePanel<"facilitator", "ideas">();
  const [left, setLeft] = useState<string[]>(() => recall<string[]>(LEFT_ALONE) ?? []);
  const ideas = new Map(model.options.filter((option) => option.lone).map((option) => [option.id, option.ideas[0]]));
  const open = model.suggestions.filter((ids) => !left.includes(keyOf(ids)));
  const leave = (ids: string[]) => {
    const next = [...left, keyOf(ids)].slice(-200);
    setLeft(next);
    remember(LEFT_ALONE, next);
  };
  return (
    <>
      {open.slice(0, 4).map((ids) => (
        <Suggestion
          key={keyOf(ids)}
          ideas={ids.flatMap((id) => ideas.get(id) ?? [])}
          onGather={(title) => void action.act("gather_ideas", { ideas: ids, title })}
          onLeave={() => leave(ids)}
        />
      ))}
    </>
  );
}

function Suggestion(props: { ideas: TableIdea[]; onGather: (title: string) => void; onLeave: () => void }) {
  const { words, lang } = useWords();
  const [title, setTitle] = useState(props.ideas[0]?.text.slice(0, LONGEST) ?? "");
  const number = props.ideas.length;
  return (
    <div role="group" class="wk-card wkf-group wkf-suggestion" aria-label={sayMany(words, lang, "alike", number)}>
      <p>
        <b>{sayMany(words, lang, "alike", number)}</b>
      </p>
      <ul>
        {props.ideas.map((idea) => (
          <li key={idea.id}>{idea.text}</li>
        ))}
      </ul>
      <div class="wkf-named">
        <Line label={say(words, "gather.title")} value={title} most={LONGEST} onInput={setTitle} />
        <button type="button" class="wkf-button" onClick={() => props.onGather(title)}>
          {say(words, "gather")}
        </button>
        <button type="button" class="wkf-button" onClick={props.onLeave}>
          {say(words, "leave")}
        </button>
      </div>
    </div>
  );
}
