/** The sectors of the territory, each with whom to turn to there. */
import { useState } from "preact/hooks";
import type { SectorEntry } from "../../contract";
import * as LIMITS from "../../limits";
import { handOver } from "../kit/device";
import { Facts } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Told, Confirm, Line, Quiet, useAction } from "./action";
import { useFields } from "./fields";
import { Section } from "./section";

/** How many sectors are named while the list is closed. */
const FEW = 3;

export function Sectors() {
  const { model, words, lang } = usePanel<"facilitator", "challenges">();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Section
      id="wkf-sectors"
      title={say(words, "sectors")}
      state={
        <Facts
          of={[
            sayMany(words, lang, "sectors.count", model.sectors.length),
            ...model.sectors.slice(0, FEW).map((one) => one.name),
            model.sectors.length > FEW ? "…" : "",
          ]}
        />
      }
    >
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
    </Section>
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
