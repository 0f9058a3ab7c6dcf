/** Step 2: the stakeholders by category; who is missing is said before the invitations leave. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { STATUSES, type StakeholderCategory, type StakeholderEntry, type StakeholderStatus } from "../../contract";
import * as LIMITS from "../../limits";
import { handOver, recall, remember, useDraft } from "../kit/device";
import { Facts } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { ImportLink } from "./import_link";
import { Coverage, Ideas, Reminders } from "./missing";
import { reveal } from "./reveal";
import { Section } from "./section";
import { Told, Confirm, Line, Quiet, useAction } from "./action";

/** What a form begins with. */
const NOBODY = {
  name: "",
  contact: "",
  email: "",
  sector: "",
  phone: "",
  address: "",
  reason: "",
  challenges: [] as string[],
};

/** Up to so many on the list, every category stands open. */
const FEW = 12;

export function StakeholdersPanel() {
  const { model, words, lang } = usePanel<"facilitator", "stakeholders">();
  const [adding, setAdding] = useState<string | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const listed = model.categories.filter((category) => category.people.length > 0);
  const { all, coming, came } = model.counts;
  useLayoutEffect(() => {
    if (adding === null || form.current === null) return;
    reveal(form.current); // asked for by what stands above the closed list too
    form.current.querySelector<HTMLInputElement>("input")?.focus();
    form.current.scrollIntoView?.({ block: "nearest" });
  }, [adding]);
  return (
    <div class="wkf-page wkf-sections">
      <Coverage onAdd={setAdding} />
      <Reminders />
      <Ideas onAdd={setAdding} />
      <Section
        id="wkf-listed"
        title={say(words, "list")}
        state={
          <Facts
            of={[
              sayMany(words, lang, "list.all", all),
              all === 0 ? "" : sayMany(words, lang, came > 0 ? "list.came" : "list.coming", came > 0 ? came : coming),
              model.unexpected === 0 ? "" : sayMany(words, lang, "unexpected.count", model.unexpected),
            ]}
          />
        }
      >
        {adding === null ? (
          <button type="button" class="wkf-button wkf-start" onClick={() => setAdding("")}>
            + {say(words, "add")}
          </button>
        ) : (
          <div class="wk-card" ref={form}>
            <StakeholderForm key={adding} stakeholder={null} category={adding} onClose={() => setAdding(null)} />
          </div>
        )}
        {listed.length === 0 ? <p class="wkf-empty">{say(words, "empty")}</p> : null}
        {listed.map((category) => (
          <CategoryList key={category.category} category={category} begins={all <= FEW} />
        ))}
        <ImportLink kind="stakeholders" />
        <ImportLink kind="volunteers" said="import.volunteers" />
      </Section>
    </div>
  );
}

function CategoryList({ category, begins }: { category: StakeholderCategory; begins: boolean }) {
  const { words, lang } = useWords();
  const kept = `open:category:${category.category}`;
  const [open, fold] = useState(() => recall<boolean>(kept));
  const coming = category.people.filter((one) => one.status === "coming" || one.status === "came").length;
  const toggle = (now: boolean) => {
    if (now === (open ?? begins)) return;
    fold(now);
    remember(kept, now);
  };
  return (
    <details class="wk-card wkf-category" open={open ?? begins} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>
        <b>{category.label}</b>{" "}
        <span class="wk-quiet">{sayMany(words, lang, "category.coming", coming, { all: category.people.length })}</span>
        {category.unexpected ? <span class="wk-badge">{say(words, "unexpected")}</span> : null}
      </summary>
      <ul class="wkf-people">
        {category.people.map((one) => (
          <li key={one.id}>
            <StakeholderRow stakeholder={one} category={category.category} marked={one.unexpected && !category.unexpected} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** `marked`: unexpected by themselves, where their category is not and says it of nobody. */
function StakeholderRow({ stakeholder, category, marked }: { stakeholder: StakeholderEntry; category: string; marked: boolean }) {
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
  const details = [
    stakeholder.contact,
    stakeholder.phone,
    stakeholder.email,
    stakeholder.sector,
    stakeholder.register ? say(words, "register") : "",
  ].filter((text) => text !== "");
  return (
    <>
      <div class="wkf-person">
        <div>
          <b>{name}</b> {marked ? <span class="wk-badge">{say(words, "unexpected")}</span> : null}
          {details.length === 0 ? null : (
            <p class="wk-quiet">
              <Facts of={details} />
            </p>
          )}
          {stakeholder.reason === "" ? null : <p class="wk-quiet">{stakeholder.reason}</p>}
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
  const start = { ...NOBODY, ...props.stakeholder, category: props.category };
  const fields: typeof start = draft === "" ? start : { ...start, ...(JSON.parse(draft) as Partial<typeof start>) };
  const change = (key: keyof typeof start, value: string | string[]) => setDraft(JSON.stringify({ ...fields, [key]: value }));
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
        const { name, contact, email, sector, phone, address, reason, challenges, category } = fields;
        const payload = { name, contact, email, sector, phone, address, reason, challenges, category, id: props.stakeholder?.id ?? null };
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
        <Line
          label={say(words, "phone")}
          optional={say(words, "optional")}
          value={fields.phone}
          most={LIMITS.phone.longest}
          onInput={(text) => change("phone", text)}
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
      <details class="wk-more" open={fields.address !== "" || fields.reason !== "" || fields.challenges.length > 0}>
        <summary>{say(words, "more")}</summary>
        <div class="wk-stack-tight">
          <Line
            label={say(words, "reason")}
            hint={say(words, "reason.hint")}
            value={fields.reason}
            most={LIMITS.reason.longest}
            onInput={(text) => change("reason", text)}
          />
          <label class="wk-field">
            <span class="wk-label">{say(words, "address")}</span>
            <textarea
              rows={3}
              maxLength={LIMITS.postal_address.longest}
              value={fields.address}
              onInput={(event) => change("address", event.currentTarget.value)}
            />
          </label>
          {model.challenges.length === 0 ? null : (
            <fieldset class="wk-stack-tight">
              <legend class="wk-label">{say(words, "for")}</legend>
              <span class="wkf-hint">{say(words, "for.all")}</span>
              {model.challenges.map((one) => (
                <label key={one.key} class="wk-check">
                  <input
                    type="checkbox"
                    checked={fields.challenges.includes(one.key)}
                    onChange={(event) =>
                      change(
                        "challenges",
                        event.currentTarget.checked ? [...fields.challenges, one.key] : fields.challenges.filter((id) => id !== one.key),
                      )
                    }
                  />
                  {one.label}
                </label>
              ))}
            </fieldset>
          )}
        </div>
      </details>
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
