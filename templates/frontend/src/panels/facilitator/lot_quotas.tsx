/** What a panel is to hold: for each column that counts, how many of each value, or the shares of the list. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { LotColumn } from "../../contract";
import { say, sayMany, usePanel } from "../kit/panel";
import { Quiet, Told, useAction, type Action } from "./action";
import { Drop } from "./lot_pool";
import { NumberField } from "./number_field";

export function LotQuotas() {
  const { model, words } = usePanel<"facilitator", "lot">();
  const action = useAction();
  return (
    <section class="wk-stack-tight" aria-labelledby="wkf-lot-what">
      <h3 id="wkf-lot-what">{say(words, "what")}</h3>
      <p class="wk-quiet">{say(words, model.columns.length === 0 ? "none-to-count" : "what.hint")}</p>
      <div class="wkf-lot-columns">
        {model.columns.map((column, place) => (
          <Column key={`${model.source} ${column.name}`} column={column} place={place} action={action} />
        ))}
      </div>
      {action.answer?.ok === false ? <Told action={action} /> : null}
      {model.notes.map((note) => (
        <p key={note} class="wkf-lot-note">
          {note}
        </p>
      ))}
      {model.left === "" ? null : <p class="wk-quiet">{say(words, "left", { columns: model.left })}</p>}
      <details class="wk-more" open={model.quotas.state !== "none"}>
        <summary>{say(words, "drop.quotas")}</summary>
        <Drop quotas />
      </details>
    </section>
  );
}

type Bound = "least" | "most";

function Column({ column, place, action }: { column: LotColumn; place: number; action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "lot">();
  const { name, values } = column;
  // what was typed and is not shown yet: the next number must not take it back
  const typed = useRef(new Map<string, number | null>());
  useEffect(() => typed.current.clear(), [JSON.stringify(values)]);
  const read = (at: number, bound: Bound) => {
    const said = typed.current.get(`${at} ${bound}`);
    return said === undefined ? values[at]![bound] : said;
  };
  const like = () => void action.act("count_like_pool", { column: place });
  const commit = (at: number, bound: Bound, number: number | null) => {
    typed.current.set(`${at} ${bound}`, number);
    const least = values.map((_, one) => read(one, "least") ?? 0);
    const most = values.map((_, one) => read(one, "most"));
    void action.act("count_column", { column: place, least, most });
  };
  const [wanted, want] = useState<boolean | null>(null); // what was just ticked, until it is shown or refused
  const count = async (counts: boolean) => {
    want(counts);
    if (!counts) await action.act("count_column", { column: place, least: [], most: [] });
    else if (model.size > 0) await action.act("count_like_pool", { column: place });
    else await action.act("count_column", { column: place, least: values.map(() => 0), most: values.map(() => null) });
    want(null);
  };
  return (
    <div class={column.counts ? "wkf-lot-column wkf-lot-counts" : "wkf-lot-column"}>
      <label class="wk-check">
        <input type="checkbox" checked={wanted ?? column.counts} onChange={(event) => void count(event.currentTarget.checked)} />
        <b>{name}</b>
      </label>
      {!column.counts ? (
        <p class="wk-quiet wk-three-lines">{values.map((one) => `${one.value} (${one.people})`).join(" · ")}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <span class="wk-visually-hidden">{say(words, "value")}</span>
                </th>
                <th scope="col">{say(words, "listed")}</th>
                <th scope="col">{say(words, "least")}</th>
                <th scope="col">{say(words, "most")}</th>
              </tr>
            </thead>
            <tbody>
              {values.map((one, at) => (
                <tr key={one.value}>
                  <th scope="row">{one.value}</th>
                  <td>{one.people}</td>
                  <td>
                    <NumberField
                      label={say(words, "least.of", { value: one.value })}
                      value={one.least}
                      onCommit={(number) => commit(at, "least", number)}
                    />
                  </td>
                  <td>
                    <NumberField
                      label={say(words, "most.of", { value: one.value })}
                      value={one.most}
                      hint="–"
                      onCommit={(number) => commit(at, "most", number)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {column.like ? (
            <p class="wk-quiet">{say(words, "liked")}</p>
          ) : (
            <Quiet label={say(words, "like.one", { column: name })} onClick={like}>
              {say(words, "like")}
            </Quiet>
          )}
          {column.blank === 0 ? null : <p class="wk-quiet">{sayMany(words, lang, "blank", column.blank)}</p>}
        </>
      )}
    </div>
  );
}
