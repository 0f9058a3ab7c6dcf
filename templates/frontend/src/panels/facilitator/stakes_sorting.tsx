/** Stakes that say the same are put together, called otherwise, or set aside. */
import { useState } from "preact/hooks";
import type { SortedStake } from "../../contract";
import * as LIMITS from "../../limits";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Line, Quiet, type Action } from "./action";
import { TypeStakes, useLines } from "./stakes_gathering";
import { Next, useTyped, type Moving } from "./stakes_next";

export function Sorting({ move, action }: Moving & { action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "stakes">();
  const [chosen, choose] = useState<readonly string[]>([]);
  const standing = model.stakes.filter((one) => !one.left_out);
  const out = model.stakes.filter((one) => one.left_out);
  const there = chosen.filter((id) => standing.some((one) => one.id === id));
  const titles = new Map(model.stakes.map((one) => [one.id, one.title]));
  const put = async (stakes: readonly string[]) => {
    const answer = await action.act("put_stakes_together", { stakes: [...stakes] });
    if (answer.ok) choose([]);
  };
  const [apart, leave] = useState<readonly string[]>([]);
  const suggestion = model.suggestions.find((one) => !apart.includes(one.join()));
  const lines = useLines();
  const [names, setNames] = useTyped<string>("stakes:names");
  const nameIt = (id: string, name: string | null) => {
    const { [id]: _, ...others } = names;
    setNames(name === null ? others : { ...others, [id]: name });
  };
  /** What stands typed goes along: names that were not kept yet, and lines. */
  const end = async () => {
    for (const { id, title } of standing) {
      const name = names[id];
      if (name !== undefined && name !== title && !(await action.act("rename_stake", { stake: id, title: name })).ok) return;
    }
    if (!(await lines.add())) return;
    setNames({});
    await move("judging");
  };
  return (
    <>
      <p>{say(words, "sorting.lead")}</p>
      {suggestion === undefined ? null : (
        <div class="wk-card wk-card-chosen">
          <p>{say(words, "sorting.suggestion")}</p>
          <ul>
            {suggestion.map((id) => (
              <li key={id}>{titles.get(id)}</li>
            ))}
          </ul>
          <div class="wk-row">
            <button type="button" class="wkf-button" aria-disabled={action.busy} onClick={() => void put(suggestion)}>
              {say(words, "sorting.take")}
            </button>
            <Quiet onClick={() => leave([...apart, suggestion.join()])}>{say(words, "sorting.leave")}</Quiet>
          </div>
        </div>
      )}
      <ul class="wkf-stakes-list">
        {standing.map((one) => (
          <SortedRow
            key={one.id}
            stake={one}
            ticked={there.includes(one.id)}
            onTick={(ticked) => choose(ticked ? [...there, one.id] : there.filter((id) => id !== one.id))}
            name={names[one.id] ?? null}
            onName={(name) => nameIt(one.id, name)}
            action={action}
          />
        ))}
      </ul>
      {standing.length < 2 ? null : (
        <div class="wk-row">
          <button
            type="button"
            class="wkf-button"
            aria-disabled={there.length < 2 || action.busy}
            onClick={() => (there.length < 2 ? undefined : void put(there))}
          >
            {there.length === 0 ? say(words, "sorting.together-none") : sayMany(words, lang, "sorting.together", there.length)}
          </button>
          {there.length < 2 ? <span class="wk-quiet">{say(words, "sorting.pick")}</span> : null}
        </div>
      )}
      <TypeStakes lines={lines} />
      {out.length === 0 ? null : (
        <details class="wk-more">
          <summary>{say(words, "sorting.out.title")}</summary>
          <ul>
            {out.map((one) => (
              <li key={one.id}>
                {one.title}{" "}
                <Quiet
                  label={say(words, "sorting.back.one", { title: one.title })}
                  onClick={() => void action.act("leave_stake_out", { stake: one.id, out: false })}
                >
                  {say(words, "sorting.back")}
                </Quiet>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="wk-quiet">{sayMany(words, lang, "sorting.count", standing.length)}</p>
      <Next
        onClick={() => void end()}
        whyNot={standing.length === 0 && lines.empty ? say(words, "sorting.empty") : undefined}
        back={<Quiet onClick={() => void move("gathering")}>{say(words, "sorting.more")}</Quiet>}
      >
        {say(words, "sorting.end")}
      </Next>
    </>
  );
}

function SortedRow(props: {
  stake: SortedStake;
  ticked: boolean;
  onTick: (ticked: boolean) => void;
  /** What it is being called, null while nobody types a name. */
  name: string | null;
  onName: (name: string | null) => void;
  action: Action;
}) {
  const { words } = useWords();
  const { stake, action, name, onName: rename } = props;
  const { id, title } = stake;
  return (
    <li>
      <label class="wk-check">
        <input
          type="checkbox"
          checked={props.ticked}
          aria-label={say(words, "sorting.tick", { title })}
          onChange={(event) => props.onTick(event.currentTarget.checked)}
        />
      </label>
      {name === null ? (
        <b>{title}</b>
      ) : (
        <form
          class="wk-row wkf-stakes-name"
          onSubmit={async (event) => {
            event.preventDefault();
            const answer = await action.act("rename_stake", { stake: id, title: name });
            if (answer.ok) rename(null);
          }}
        >
          <Line label={say(words, "sorting.name")} value={name} most={LIMITS.stake_title.longest} onInput={rename} />
          <button type="submit" class="wkf-button">
            {say(words, "sorting.rename.save")}
          </button>
        </form>
      )}
      <span class="wkf-stakes-actions">
        <Quiet label={say(words, "sorting.rename.one", { title })} onClick={() => rename(name === null ? title : null)}>
          {say(words, "sorting.rename")}
        </Quiet>
        {stake.under.length === 0 ? (
          <Quiet
            label={say(words, "sorting.out.one", { title })}
            onClick={() => void action.act("leave_stake_out", { stake: id, out: true })}
          >
            {say(words, "sorting.out")}
          </Quiet>
        ) : (
          <Quiet label={say(words, "sorting.apart.one", { title })} onClick={() => void action.act("take_stakes_apart", { stake: id })}>
            {say(words, "sorting.apart")}
          </Quiet>
        )}
      </span>
      {stake.under.length === 0 && stake.title === stake.text ? null : (
        <ul>
          {[...(stake.title === stake.text ? [] : [stake.text]), ...stake.under.map((one) => one.text)].map((text, place) => (
            <li key={place}>{text}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
