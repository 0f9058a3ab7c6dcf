/** Step 2: the stakeholders by category; who is missing is said before the invitations leave. */
import { useState } from "preact/hooks";
import { ABSENCES, STATUSES, type StakeholderCategory, type StakeholderEntry, type StakeholderStatus } from "../../contract";
import * as LIMITS from "../../limits";
import { handOver, useDraft } from "../kit/device";
import { Facts } from "../kit/components";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { ImportLink } from "./import_link";
import { Told, Confirm, Line, Quiet, useAction } from "./action";

/** "du monde de la santé", or the organiser's own word between quotation marks. */
const nameWho = (words: Words, category: StakeholderCategory) =>
  category.own ? say(words, "who.own", { label: category.label }) : say(words, `who.${category.category}`);

export function StakeholdersPanel() {
  const { model, words } = usePanel<"facilitator", "stakeholders">();
  const [adding, setAdding] = useState<string | null>(null);
  const listed = model.categories.filter((category) => category.people.length > 0);
  return (
    <div class="wkf-page wkf-two">
      <aside class="wkf-aside" aria-label={say(words, "aside")}>
        <Counts />
        <Missing onAdd={setAdding} />
      </aside>
      <div class="wk-stack">
        <div class="wk-row">
          <h2>{say(words, "list")}</h2>
          <button
            type="button"
            class="wkf-button wkf-push"
            onClick={() => setAdding(adding === null ? "" : null)}
            aria-expanded={adding !== null}
          >
            + {say(words, "add")}
          </button>
        </div>
        {adding === null ? null : (
          <div class="wk-card">
            <StakeholderForm key={adding} stakeholder={null} category={adding} onClose={() => setAdding(null)} />
          </div>
        )}
        {listed.length === 0 ? <p class="wkf-empty">{say(words, "empty")}</p> : null}
        {listed.map((category) => (
          <CategoryList key={category.category} category={category} />
        ))}
        <ImportLink kind="stakeholders" />
        <ImportLink kind="volunteers" said="import.volunteers" />
      </div>
    </div>
  );
}

function Counts() {
  const { model, words, lang } = usePanel<"facilitator", "stakeholders">();
  return (
    <div class="wkf-wide">
      <dl class="wkf-counts">
        {(["all", "invited", "coming"] as const).map((key) => (
          <div key={key}>
            <dd>{model.counts[key]}</dd>
            <dt>{sayMany(words, lang, `count.${key}`, model.counts[key])}</dt>
          </div>
        ))}
      </dl>
      <p class="wk-quiet">{sayMany(words, lang, "unexpected.count", model.unexpected)}</p>
    </div>
  );
}

/** Who is missing, in words, the gravest first, each with the way to do something about it. */
function Missing({ onAdd }: { onAdd: (category: string) => void }) {
  const { model, words } = usePanel<"facilitator", "stakeholders">();
  const missing = ABSENCES.flatMap((why) => model.categories.filter((category) => category.missing === why));
  return (
    <section class="wk-stack-tight wkf-wide" aria-labelledby="wkf-missing">
      <h2 id="wkf-missing">{say(words, "missing")}</h2>
      {missing.length === 0 ? <p class="wk-saved">{say(words, "missing.none")}</p> : null}
      <ul class="wkf-missing">
        {missing.map((category) => (
          <li key={category.category} class={category.missing === "unlisted" ? "wkf-grave" : undefined}>
            <span>{say(words, `missing.${category.missing}`, { who: nameWho(words, category) })}</span>
            {category.missing === "unlisted" || category.missing === "declined" ? (
              <Quiet label={say(words, "add.who", { who: nameWho(words, category) })} onClick={() => onAdd(category.category)}>
                {say(words, "add")}
              </Quiet>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CategoryList({ category }: { category: StakeholderCategory }) {
  const { words, lang } = useWords();
  const coming = category.people.filter((one) => one.status === "coming").length;
  return (
    <details class="wk-card wkf-category" open>
      <summary>
        <b>{category.label}</b>{" "}
        <span class="wk-quiet">{sayMany(words, lang, "category.coming", coming, { all: category.people.length })}</span>
        {category.unexpected ? <span class="wk-badge">{say(words, "unexpected")}</span> : null}
      </summary>
      <ul class="wkf-people">
        {category.people.map((one) => (
          <li key={one.id}>
            <StakeholderRow stakeholder={one} category={category.category} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function StakeholderRow({ stakeholder, category }: { stakeholder: StakeholderEntry; category: string }) {
  const { words } = useWords();
  const action = useAction();
  const [editing, setEditing] = useState(false);
  const [wanted, setWanted] = useState<StakeholderStatus | null>(null); // what was just clicked, until it is stored or refused
  const { id, name } = stakeholder;
  const choose = async (status: StakeholderStatus) => {
    setWanted(status);
    await action.act("set_status", { stakeholder: id, status });
    setWanted(null);
  };
  if (editing) return <StakeholderForm stakeholder={stakeholder} category={category} onClose={() => setEditing(false)} />;
  const details = [stakeholder.contact, stakeholder.email, stakeholder.sector].filter((text) => text !== "");
  return (
    <>
      <div class="wkf-person">
        <div>
          <b>{name}</b>
          {details.length === 0 ? null : (
            <p class="wk-quiet">
              <Facts of={details} />
            </p>
          )}
        </div>
        <fieldset class="wkf-status">
          <legend class="wk-visually-hidden">{say(words, "status.of", { name })}</legend>
          {STATUSES.map((status) => (
            <label key={status} class="wk-chip">
              <input
                type="radio"
                name={`status-${id}`}
                checked={(wanted ?? stakeholder.status) === status}
                onChange={() => void choose(status)}
              />
              <span>{say(words, `status.${status}`)}</span>
            </label>
          ))}
        </fieldset>
        <div class="wkf-person-actions">
          <Quiet label={say(words, "edit.one", { name })} onClick={() => setEditing(true)}>
            {say(words, "edit")}
          </Quiet>
          <Confirm
            label={say(words, "remove.one", { name })}
            question={say(words, "remove.question", { name })}
            yes={say(words, "remove")}
            no={say(words, "keep")}
            onYes={() => void action.act("remove_stakeholder", { stakeholder: id })}
          >
            {say(words, "remove")}
          </Confirm>
        </div>
      </div>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </>
  );
}

function StakeholderForm(props: { stakeholder: StakeholderEntry | null; category: string; onClose: () => void }) {
  const { model, words } = usePanel<"facilitator", "stakeholders">();
  const action = useAction();
  const draftName = `stakeholder:${props.stakeholder?.id ?? `new:${props.category}`}`;
  const [draft, setDraft] = useDraft(draftName);
  const start = { name: "", contact: "", email: "", sector: "", ...props.stakeholder, category: props.category };
  const fields: typeof start = draft === "" ? start : { ...start, ...(JSON.parse(draft) as Partial<typeof start>) };
  const change = (key: keyof typeof start, text: string) => setDraft(JSON.stringify({ ...fields, [key]: text }));
  const leave = () => {
    setDraft("");
    props.onClose();
  };
  const known = new Set(model.sectors);
  return (
    <form
      noValidate
      class="wkf-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const { name, contact, email, sector, category } = fields;
        const payload = { name, contact, email, sector, category, id: props.stakeholder?.id ?? null };
        const keepAgain = handOver(draftName);
        const answer = await action.act("write_stakeholder", payload);
        if (answer.ok) leave();
        else keepAgain();
      }}
    >
      <div class="wkf-columns">
        <Line label={say(words, "name")} value={fields.name} most={LIMITS.stakeholder.longest} onInput={(text) => change("name", text)} />
        <CategoryField value={fields.category} onChange={(text) => change("category", text)} />
        <Line
          label={say(words, "contact")}
          optional={say(words, "optional")}
          value={fields.contact}
          most={LIMITS.contact.longest}
          onInput={(text) => change("contact", text)}
        />
        <Line
          type="email"
          label={say(words, "email")}
          optional={say(words, "optional")}
          value={fields.email}
          most={LIMITS.email.longest}
          onInput={(text) => change("email", text)}
        />
        {model.sectors.length === 0 ? null : (
          <label class="wk-field">
            <span class="wk-label">
              {say(words, "sector")}
              <small class="wk-quiet"> ({say(words, "optional")})</small>
            </span>
            <select value={fields.sector} onChange={(event) => change("sector", event.currentTarget.value)}>
              <option value="">—</option>
              {fields.sector === "" || known.has(fields.sector) ? null : <option value={fields.sector}>{fields.sector}</option>}
              {model.sectors.map((sector) => (
                <option key={sector} value={sector}>
                  {sector}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div class="wk-row">
        <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
          {say(words, props.stakeholder === null ? "add.this" : "save")}
        </button>
        <Quiet onClick={leave}>{say(words, "cancel")}</Quiet>
      </div>
      <Told action={action} />
    </form>
  );
}

/** One of the known categories, or a word of the organiser's own. */
function CategoryField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { model, words } = usePanel<"facilitator", "stakeholders">();
  const own = "own";
  const known = model.categories.some((one) => one.category === value) || value === "" || value === "other";
  const [byHand, setByHand] = useState(!known);
  return (
    <div class="wk-stack-tight">
      <label class="wk-field">
        <span class="wk-label">{say(words, "category")}</span>
        <select
          value={byHand ? own : value}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setByHand(chosen === own);
            onChange(chosen === own ? "" : chosen);
          }}
        >
          <option value="">{say(words, "category.choose")}</option>
          {model.categories
            .filter((one) => one.category !== "other")
            .map((one) => (
              <option key={one.category} value={one.category}>
                {one.label}
              </option>
            ))}
          <option value="other">{say(words, "category.other")}</option>
          <option value={own}>{say(words, "category.own")}</option>
        </select>
      </label>
      {byHand ? <Line label={say(words, "category.word")} value={value} most={LIMITS.category.longest} onInput={onChange} /> : null}
    </div>
  );
}
