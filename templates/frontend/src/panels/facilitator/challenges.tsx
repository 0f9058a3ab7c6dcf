/** Step 1: up to five stakes, each with its precise challenge by parts; the sectors of the territory. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import {
  CHALLENGES_AT_MOST,
  LANGUAGES,
  LIMITS,
  PARTS,
  type ChallengeByParts,
  type ChallengePrecision,
  type SectorEntry,
} from "../../contract";
import { ChallengeFrame, Chips } from "../kit/components";
import { handOver, useDraft } from "../kit/device";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { WorkshopFields } from "./deeds";
import { Told, Confirm, Line, Meter, Quiet, useAction } from "./action";

const EMPTY = { stake: "", statement: "", action: "", population: "", territory: "", deadline: "", indicator: "" };
type Fields = typeof EMPTY;

/** A form's fields as one draft: what is typed outlives a reload and other people's changes. */
function useFields<F extends Record<string, string>>(
  name: string,
  start: F,
): [fields: F, changed: boolean, change: (key: keyof F, text: string) => void, forget: () => void] {
  const [draft, setDraft] = useDraft(name);
  const fields: F = draft === "" ? start : { ...start, ...(JSON.parse(draft) as Partial<F>) };
  const change = (key: keyof F, text: string) => setDraft(JSON.stringify({ ...fields, [key]: text }));
  return [fields, draft !== "", change, () => setDraft("")];
}

export function ChallengesPanel() {
  const { model, words, lang } = usePanel<"facilitator", "challenges">();
  const [open, setOpen] = useState<string | null>(null);
  const room = model.challenges.length < CHALLENGES_AT_MOST;
  return (
    <div class="wkf-page">
      <WorkshopForm />
      <section class="wk-stack" aria-labelledby="wkf-stakes">
        <div class="wk-row">
          <h2 id="wkf-stakes">{say(words, "stakes")}</h2>
          <span class="wk-quiet">{sayMany(words, lang, "count", model.challenges.length, { most: CHALLENGES_AT_MOST })}</span>
        </div>
        {model.challenges.length === 0 ? <p class="wkf-empty">{say(words, "empty")}</p> : null}
        <ol class="wk-cards">
          {model.challenges.map((challenge, index) => (
            <li key={challenge.id} class="wk-card">
              {open === challenge.id ? (
                <ChallengeForm challenge={challenge} onClose={() => setOpen(null)} />
              ) : (
                <ChallengeCard challenge={challenge} index={index} onEdit={() => setOpen(challenge.id)} />
              )}
            </li>
          ))}
        </ol>
        {open === "new" ? (
          <div class="wk-card">
            <ChallengeForm challenge={null} onClose={() => setOpen(null)} />
          </div>
        ) : room ? (
          <button type="button" class="wkf-button wkf-start" onClick={() => setOpen("new")}>
            + {say(words, model.challenges.length === 0 ? "add.first" : "add")}
          </button>
        ) : (
          <p class="wk-quiet">{say(words, "full", { most: CHALLENGES_AT_MOST })}</p>
        )}
        <p class="wk-quiet">
          {say(words, "import")} <code>workshop-kit import {say(words, "import.command")}</code>
        </p>
      </section>
      <Sectors />
      <WorkshopFields afterwards={model} />
    </div>
  );
}

function WorkshopForm() {
  const { model, words } = usePanel<"facilitator", "challenges">();
  const action = useAction();
  const [fields, changed, change, forget] = useFields("workshop", {
    title: model.title,
    territory: model.territory,
    language: model.language,
  });
  const languages = LANGUAGES.map((key) => ({ key, label: say(words, `language.${key}`) }));
  return (
    <form
      class="wk-card wkf-form"
      onSubmit={async (event) => {
        event.preventDefault();
        if ((await action.act("describe_workshop", fields)).ok) forget();
      }}
    >
      <h2>{say(words, "workshop")}</h2>
      <div class="wkf-columns">
        <Line
          label={say(words, "title")}
          value={fields.title}
          most={LIMITS.workshop_title.longest}
          onInput={(text) => change("title", text)}
        />
        <Line
          label={say(words, "territory")}
          value={fields.territory}
          most={LIMITS.workshop_territory.longest}
          onInput={(text) => change("territory", text)}
        />
        <Chips legend={say(words, "language")} choices={languages} value={fields.language} onChoose={(key) => change("language", key)} />
      </div>
      <div class="wk-row">
        {changed ? (
          <>
            <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
              {say(words, "save")}
            </button>
            <Quiet onClick={forget}>{say(words, "cancel")}</Quiet>
          </>
        ) : null}
        <Told action={action} />
      </div>
    </form>
  );
}

function ChallengeCard({ challenge, index, onEdit }: { challenge: ChallengeByParts; index: number; onEdit: () => void }) {
  const { model, words, lang } = usePanel<"facilitator", "challenges">();
  const action = useAction();
  const stake = challenge.stake;
  const move = (places: -1 | 1) => void action.act("move_challenge", { challenge: challenge.id, places });
  return (
    <>
      <ChallengeFrame label={say(words, "stake.numbered", { number: index + 1, stake })} statement={challenge.statement} />
      <PrecisionMeter missing={challenge.missing} ratio={challenge.ratio} />
      <div class="wk-row">
        <button type="button" class="wkf-button" onClick={onEdit} aria-label={say(words, "edit.one", { stake })}>
          {say(words, "edit")}
        </button>
        <Quiet disabled={index === 0} label={say(words, "up.one", { stake })} onClick={() => move(-1)}>
          ↑ {say(words, "up")}
        </Quiet>
        <Quiet disabled={index === model.challenges.length - 1} label={say(words, "down.one", { stake })} onClick={() => move(1)}>
          ↓ {say(words, "down")}
        </Quiet>
        {challenge.ideas > 0 ? (
          <span class="wk-quiet wkf-push">{sayMany(words, lang, "ideas", challenge.ideas)}</span>
        ) : (
          <span class="wkf-push">
            <Confirm
              label={say(words, "remove.one", { stake })}
              question={say(words, "remove.question", { stake })}
              yes={say(words, "remove")}
              no={say(words, "keep")}
              onYes={() => void action.act("remove_challenge", { challenge: challenge.id })}
            >
              {say(words, "remove")}
            </Confirm>
          </span>
        )}
      </div>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </>
  );
}

function PrecisionMeter({ missing, ratio }: Pick<ChallengePrecision, "missing" | "ratio">) {
  const { words } = useWords();
  const list = missing.map((part) => say(words, `missing.${part}`)).join(", ");
  const sentence = missing.length === 0 ? say(words, "precise") : say(words, "missing", { list });
  return <Meter ratio={ratio} title={say(words, "precision")} sentence={sentence} />;
}

function ChallengeForm({ challenge, onClose }: { challenge: ChallengeByParts | null; onClose: () => void }) {
  const { words } = useWords();
  const action = useAction();
  const top = useRef<HTMLFormElement>(null);
  const start = { ...EMPTY };
  for (const key of ["stake", ...PARTS] as const) start[key] = challenge?.[key] ?? "";
  // An empty statement follows the parts; one written by hand stays as it is.
  if (challenge?.own_words) start.statement = challenge.statement;
  const name = `challenge:${challenge?.id ?? "new"}`;
  const [fields, , change, forget] = useFields(name, start);
  const preview = usePreview(fields, challenge);
  useEffect(() => {
    top.current?.querySelector("input")?.focus();
  }, []);
  const leave = () => {
    forget();
    onClose();
  };
  return (
    <form
      ref={top}
      class="wkf-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const keepAgain = handOver(name);
        const answer = await action.act("write_challenge", { ...fields, id: challenge?.id ?? null });
        if (answer.ok) leave();
        else keepAgain();
      }}
    >
      <Line
        label={say(words, "stake")}
        hint={say(words, "stake.hint")}
        value={fields.stake}
        most={LIMITS.stake.longest}
        onInput={(text) => change("stake", text)}
      />
      <div class="wkf-columns">
        {PARTS.map((part) => (
          <Line
            key={part}
            label={say(words, `part.${part}`)}
            hint={say(words, `part.${part}.hint`)}
            value={fields[part]}
            most={LIMITS.part.longest}
            onInput={(text) => change(part, text)}
          />
        ))}
      </div>
      <Statement fields={fields} assembled={preview.assembled} onChange={(text) => change("statement", text)} />
      <PrecisionMeter missing={preview.missing} ratio={preview.ratio} />
      <div class="wk-row">
        <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
          {say(words, challenge === null ? "add.this" : "save")}
        </button>
        <Quiet onClick={leave}>{say(words, "cancel")}</Quiet>
      </div>
      <Told action={action} />
    </form>
  );
}

/** The sentence that the parts make, or the one the facilitator prefers. */
function Statement(props: { fields: Fields; assembled: string; onChange: (text: string) => void }) {
  const { words } = useWords();
  const written = props.fields.statement;
  const [byHand, setByHand] = useState(written !== "");
  if (!byHand) {
    return (
      <div class="wk-stack-tight" aria-live="polite">
        <ChallengeFrame label={say(words, "statement")} statement={props.assembled || say(words, "statement.none")} />
        {props.assembled === "" ? null : (
          <p>
            <Quiet
              onClick={() => {
                props.onChange(props.assembled);
                setByHand(true);
              }}
            >
              {say(words, "statement.rewrite")}
            </Quiet>
          </p>
        )}
      </div>
    );
  }
  return (
    <div class="wk-stack-tight">
      <label class="wk-field">
        <span class="wk-label">{say(words, "statement.by-hand")}</span>
        <textarea
          class="wkf-statement"
          maxLength={LIMITS.statement.longest}
          value={written}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      </label>
      <p>
        <Quiet
          onClick={() => {
            props.onChange("");
            setByHand(false);
          }}
        >
          {say(words, "statement.assemble")}
        </Quiet>
      </p>
    </div>
  );
}

/** Asks for the sentence that the parts make, a moment after the last key; one question on its way at a time. */
function usePreview(fields: Fields, challenge: ChallengeByParts | null): ChallengePrecision {
  const { send, lang } = usePanel<"facilitator", "challenges">();
  const [preview, setPreview] = useState<ChallengePrecision>(challenge ?? { assembled: "", missing: [...PARTS], ratio: 0 });
  const latest = useRef(fields);
  latest.current = fields;
  const asking = useRef(false);
  const ask = useCallback(async () => {
    if (asking.current) return;
    asking.current = true;
    let asked = "";
    while (asked !== JSON.stringify(latest.current)) {
      asked = JSON.stringify(latest.current);
      const answer = await send("preview_challenge", latest.current);
      if (answer.ok && answer.result !== undefined) setPreview(answer.result);
    }
    asking.current = false;
  }, [send]);
  const key = JSON.stringify(fields) + lang;
  useEffect(() => {
    const pause = setTimeout(() => void ask(), 250);
    return () => clearTimeout(pause);
  }, [key]);
  return preview;
}

function Sectors() {
  const { model, words } = usePanel<"facilitator", "challenges">();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section class="wk-stack" aria-labelledby="wkf-sectors">
      <h2 id="wkf-sectors">{say(words, "sectors")}</h2>
      <p class="wk-quiet">{say(words, model.sectors.length === 0 ? "sectors.empty" : "sectors.purpose")}</p>
      <ul class="wkf-sectors">
        {model.sectors.map((sector) => (
          <li key={sector.id} class="wk-card">
            {open === sector.id ? (
              <SectorForm sector={sector} onClose={() => setOpen(null)} />
            ) : (
              <SectorCard sector={sector} onEdit={() => setOpen(sector.id)} />
            )}
          </li>
        ))}
      </ul>
      {open === "new" ? (
        <div class="wk-card">
          <SectorForm sector={null} onClose={() => setOpen(null)} />
        </div>
      ) : (
        <button type="button" class="wkf-button wkf-start" onClick={() => setOpen("new")}>
          + {say(words, "sector.add")}
        </button>
      )}
    </section>
  );
}

function SectorCard({ sector, onEdit }: { sector: SectorEntry; onEdit: () => void }) {
  const { words } = useWords();
  const action = useAction();
  const name = sector.name;
  return (
    <>
      <h3>{name}</h3>
      <p class="wk-quiet">
        {sector.referent === "" ? say(words, "sector.no-referent") : say(words, "sector.referent-is", { referent: sector.referent })}
      </p>
      <div class="wk-row">
        <Quiet label={say(words, "edit.one", { stake: name })} onClick={onEdit}>
          {say(words, "edit")}
        </Quiet>
        <Confirm
          label={say(words, "remove.one", { stake: name })}
          question={say(words, "sector.question", { name })}
          yes={say(words, "remove")}
          no={say(words, "keep")}
          onYes={() => void action.act("remove_sector", { sector: sector.id })}
        >
          {say(words, "remove")}
        </Confirm>
      </div>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </>
  );
}

function SectorForm({ sector, onClose }: { sector: SectorEntry | null; onClose: () => void }) {
  const { words } = useWords();
  const action = useAction();
  const name = `sector:${sector?.id ?? "new"}`;
  const [fields, , change, forget] = useFields(name, {
    name: sector?.name ?? "",
    referent: sector?.referent ?? "",
  });
  const leave = () => {
    forget();
    onClose();
  };
  return (
    <form
      class="wkf-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const keepAgain = handOver(name);
        const answer = await action.act("write_sector", { ...fields, id: sector?.id ?? null });
        if (answer.ok) leave();
        else keepAgain();
      }}
    >
      <Line label={say(words, "sector.name")} value={fields.name} most={LIMITS.sector.longest} onInput={(text) => change("name", text)} />
      <Line
        label={say(words, "sector.referent")}
        optional={say(words, "optional")}
        value={fields.referent}
        most={LIMITS.referent.longest}
        onInput={(text) => change("referent", text)}
      />
      <div class="wk-row">
        <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
          {say(words, "save")}
        </button>
        <Quiet onClick={leave}>{say(words, "cancel")}</Quiet>
      </div>
      <Told action={action} />
    </form>
  );
}
