/** Step 2: whom the registers of the town know; a few of them are ticked and put on the list of invitations. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CandidateRow } from "../../contract";
import * as LIMITS from "../../limits";
import { Facts } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Quiet, Told, useAction, type Action } from "./action";
import { goTo, Section } from "./section";

/** Milliseconds without a key before what was typed is looked for. */
const PAUSE = 250;

export function CandidatesPanel() {
  const { model, words, lang } = usePanel<"facilitator", "candidates">();
  const action = useAction();
  const [ticked, tick] = useState<readonly string[]>([]);
  const [added, count] = useState(0);
  if (model.all === 0) {
    return (
      <Section id="wkf-candidates" title={say(words, "title")} state={say(words, "state.none")}>
        <p class="wkf-empty">{say(words, "empty")}</p>
        <button type="button" class="wkf-button wkf-start" onClick={() => goTo("wkf-registers")}>
          {say(words, "bring")}
        </button>
      </Section>
    );
  }
  const registers = model.registers.map(({ register, count: known }) => {
    const name = say(words, `register.${register}`);
    return `${name} ${known.toLocaleString(lang)}`;
  });
  const state = [
    sayMany(words, lang, "state", model.all, { number: model.all.toLocaleString(lang) }),
    model.taken === 0 ? "" : sayMany(words, lang, "state.taken", model.taken),
    ticked.length === 0 ? "" : sayMany(words, lang, "state.ticked", ticked.length),
  ];
  const take = async () => {
    const answer = await action.act("take_candidates", { candidates: [...ticked] });
    count(answer.result?.added ?? 0);
    if (answer.ok) tick([]);
  };
  return (
    <Section id="wkf-candidates" title={say(words, "title")} state={<Facts of={state} />}>
      <div>
        <p>{say(words, "lead")}</p>
        <p class="wk-quiet">
          <Facts of={[sayMany(words, lang, "count", model.all, { number: model.all.toLocaleString(lang) }), ...registers]} />
        </p>
      </div>
      <Filters />
      {model.rows.length === 0 ? <p class="wkf-empty">{say(words, "none")}</p> : null}
      <ul class="wkf-candidates">
        {model.rows.map((one) => (
          <Row
            key={one.id}
            row={one}
            ticked={ticked.includes(one.id)}
            onTick={(yes) => tick(yes ? [...ticked, one.id] : ticked.filter((id) => id !== one.id))}
            action={action}
          />
        ))}
      </ul>
      <Pages />
      <div class="wkf-candidates-foot wk-row">
        <button
          type="button"
          class="wkf-button wkf-next"
          aria-disabled={ticked.length === 0 || action.busy}
          onClick={() => (ticked.length === 0 ? undefined : void take())}
        >
          {ticked.length === 0 ? say(words, "take.none") : sayMany(words, lang, "take", ticked.length)}
        </button>
        <Told action={action} saved={sayMany(words, lang, "took", added)} />
      </div>
    </Section>
  );
}

/** What is looked for; words are sent once whoever types them pauses. */
function Filters() {
  const { model, words, lang, send } = usePanel<"facilitator", "candidates">();
  const [typed, type] = useState(model.search);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const { entry, sector } = model;
  const look = (said: Partial<{ search: string; entry: string; sector: string }>) =>
    void send("look_at_candidates", { search: typed, entry, sector, page: 1, ...said });
  return (
    <div class="wkf-columns" role="search">
      <label class="wk-field">
        <span class="wk-label">{say(words, "search")}</span>
        <input
          type="search"
          placeholder={say(words, "search.hint")}
          maxLength={LIMITS.search.longest}
          value={typed}
          onInput={(event) => {
            const search = event.currentTarget.value;
            type(search);
            clearTimeout(waiting.current);
            waiting.current = setTimeout(() => look({ search }), PAUSE);
          }}
        />
      </label>
      <label class="wk-field">
        <span class="wk-label">{say(words, "entry")}</span>
        <select value={entry} onChange={(event) => look({ entry: event.currentTarget.value })}>
          <option value="">{say(words, "entry.all")}</option>
          {model.entries.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name} ({one.count}){one.unexpected ? ` – ${say(words, "unexpected")}` : ""}
            </option>
          ))}
        </select>
      </label>
      {model.sectors.length === 0 ? null : (
        <label class="wk-field">
          <span class="wk-label">{say(words, "sector")}</span>
          <select value={sector} onChange={(event) => look({ sector: event.currentTarget.value })}>
            <option value="">{say(words, "sector.all")}</option>
            {model.sectors.map((one) => (
              <option key={one.name} value={one.name}>
                {one.name} ({one.count})
              </option>
            ))}
          </select>
        </label>
      )}
      <p role="status" class="wk-quiet">
        {sayMany(words, lang, "found", model.found, { number: model.found.toLocaleString(lang) })}
        {model.entries
          .filter((one) => one.code === entry && one.why !== "")
          .map((one) => (
            <span key={one.code}> {say(words, "why", { why: one.why })}</span>
          ))}
      </p>
    </div>
  );
}

function Row(props: { row: CandidateRow; ticked: boolean; onTick: (ticked: boolean) => void; action: Action }) {
  const { words } = useWords();
  const { row } = props;
  const name = row.name;
  return (
    <li>
      {row.taken ? (
        <span class="wk-saved">{say(words, "taken")}</span>
      ) : (
        <label class="wk-check">
          <input
            type="checkbox"
            checked={props.ticked}
            aria-label={say(words, "choose", { name })}
            onChange={(event) => props.onTick(event.currentTarget.checked)}
          />
        </label>
      )}
      <div>
        <b>{name}</b> {row.unexpected ? <span class="wk-badge">{say(words, "unexpected")}</span> : null}
        <p class="wk-quiet">
          <Facts of={[row.entry, row.hamlet, row.address, row.gone ? say(words, "gone") : ""]} />
        </p>
        {row.alike === "" ? null : <p class="wkf-alike">{say(words, "alike", { name: row.alike })}</p>}
        {row.description === "" ? null : <p class="wk-quiet wk-small wk-three-lines">{row.description}</p>}
      </div>
      {row.taken ? (
        <Quiet label={say(words, "let-go.one", { name })} onClick={() => void props.action.act("let_candidate_go", { candidate: row.id })}>
          {say(words, "let-go")}
        </Quiet>
      ) : null}
    </li>
  );
}

function Pages() {
  const { model, words, send } = usePanel<"facilitator", "candidates">();
  const { page, pages, search, entry, sector } = model;
  if (pages < 2) return null;
  const where = say(words, "page", { page, pages });
  const turn = (to: number) => void send("look_at_candidates", { search, entry, sector, page: to });
  return (
    <nav class="wk-row" aria-label={where}>
      <span class="wk-quiet">{where}</span>
      {page > 1 ? <Quiet onClick={() => turn(page - 1)}>{say(words, "page.before")}</Quiet> : null}
      {page < pages ? <Quiet onClick={() => turn(page + 1)}>{say(words, "page.next")}</Quiet> : null}
    </nav>
  );
}
