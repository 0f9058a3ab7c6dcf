/** Step 2: a register of the State is brought, or found in the workshop's folder, and looked through for the commune's own. */
import { useState } from "preact/hooks";
import type { RegisterFile } from "../../contract";
import { Facts } from "../kit/components";
import { useDraft } from "../kit/device";
import { say, sayMany, usePanel } from "../kit/panel";
import { Quiet, Told, useAction } from "./action";
import { FileButton } from "./import_choice";
import { type Arriving, useRegisterArrivals } from "./register_arriving";
import { goTo, Section } from "./section";

const isRegister = (one: RegisterFile) => one.kind === "rna" || one.kind === "sirene";

export function RegistersPanel() {
  const { model, words, lang } = usePanel<"facilitator", "registers">();
  const arrivals = useRegisterArrivals();
  const ready = model.files.filter(isRegister).length;
  const known = model.registers.map(({ register, count }) =>
    say(words, "state.count", { register: say(words, `register.${register}`), number: count.toLocaleString(lang) }),
  );
  const state = [
    ...(known.length === 0 && ready === 0 ? [say(words, "state.none")] : known),
    model.state === "working" ? say(words, "state.working") : ready === 0 ? "" : sayMany(words, lang, "state.files", ready),
  ];
  return (
    <Section id="wkf-registers" title={say(words, "title")} state={<Facts of={state} />}>
      <Reading />
      {model.files.length === 0 ? null : <AtHand />}
      <PutDown onFiles={arrivals.bring} />
      {arrivals.coming.map((one) => (
        <OnItsWay key={one.name} arriving={one} onDismiss={() => arrivals.dismiss(one.name)} />
      ))}
    </Section>
  );
}

/** Where files are put down. */
function PutDown({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { model, words } = usePanel<"facilitator", "registers">();
  const action = useAction();
  const [over, hold] = useState(false);
  return (
    <div class="wk-stack-tight">
      <p>{say(words, "lead")}</p>
      <div
        role="group"
        aria-label={say(words, "title")}
        class={over ? "wkf-registers-put wkf-registers-over" : "wkf-registers-put"}
        onDragOver={(event) => {
          event.preventDefault();
          hold(true);
        }}
        onDragLeave={() => hold(false)}
        onDrop={(event) => {
          event.preventDefault();
          hold(false);
          onFiles([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <p>{say(words, "put")}</p>
        <FileButton label={say(words, "choose")} onFiles={onFiles} accept=".csv,.txt,.tsv,.zip,.gz" />
      </div>
      <p class="wk-quiet">
        {say(words, "lying", { folder: model.folder })}{" "}
        <Quiet onClick={() => void action.act("look_in_folder")}>{say(words, "look")}</Quiet>
      </p>
    </div>
  );
}

function OnItsWay({ arriving, onDismiss }: { arriving: Arriving; onDismiss: () => void }) {
  const { words } = usePanel<"facilitator", "registers">();
  const { name, share, sentence } = arriving;
  return (
    <div class="wk-card">
      {sentence === "" ? (
        <>
          <p role="status">{say(words, "arriving", { name, percent: Math.floor(100 * share) })}</p>
          <Bar share={share} />
        </>
      ) : (
        <p role="alert" class="wk-refused">
          {sentence}
        </p>
      )}
      <Quiet label={say(words, "drop.one", { name })} onClick={onDismiss}>
        {say(words, "drop")}
      </Quiet>
    </div>
  );
}

/** The files that can be read now, the commune, and the one button of each register. */
function AtHand() {
  const { model, words, lang } = usePanel<"facilitator", "registers">();
  const action = useAction();
  const [typed, type] = useDraft("register-communes");
  const [without, leaveOut] = useState(false);
  const communes = typed === "" ? (model.communes[0] ?? "") : typed;
  const places = model.files.find((one) => one.kind === "hamlets");
  const registers = model.files.filter(isRegister);
  const working = model.state === "working" || action.busy;
  const take = (file: string) =>
    void action.act("take_register", { file, communes, hamlets: places === undefined || without ? "" : places.id });
  return (
    <div class="wk-stack-tight">
      <h3>{say(words, "files")}</h3>
      {registers.length === 0 ? null : (
        <label class="wk-field wkf-registers-commune">
          <span class="wk-label">{say(words, "commune")}</span>
          <span class="wkf-hint">{say(words, "commune.hint")}</span>
          <input
            type="text"
            inputMode="text"
            autocomplete="off"
            spellcheck={false}
            maxLength={200}
            value={communes}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </label>
      )}
      {places === undefined || registers.length === 0 ? null : (
        <label class="wk-check">
          <input type="checkbox" checked={!without} onChange={(event) => leaveOut(!event.currentTarget.checked)} />
          <span>{say(words, "hamlets", { name: places.name })}</span>
        </label>
      )}
      <ul class="wkf-registers-files">
        {model.files.map((one) => (
          <li key={one.id}>
            <div>
              <b>{one.name}</b>
              <p class="wk-quiet">
                <Facts
                  of={[
                    say(words, `kind.${one.kind === "" ? "none" : one.kind}`),
                    one.megabytes < 1
                      ? say(words, "megabytes.less")
                      : say(words, "megabytes", { number: one.megabytes.toLocaleString(lang) }),
                    one.lying ? say(words, "in-folder") : "",
                  ]}
                />
              </p>
              {one.refused === "" ? null : <p class="wk-refused">{one.refused}</p>}
            </div>
            <div class="wk-row">
              {isRegister(one) ? (
                <button
                  type="button"
                  class="wkf-button"
                  aria-label={say(words, "go.one", { name: one.name })}
                  aria-disabled={working}
                  onClick={() => (working ? undefined : take(one.id))}
                >
                  {say(words, "go")}
                </button>
              ) : null}
              {one.lying ? null : (
                <Quiet
                  label={say(words, "drop.one", { name: one.name })}
                  onClick={() => void action.act("leave_register_file", { file: one.id })}
                >
                  {say(words, "drop")}
                </Quiet>
              )}
            </div>
          </li>
        ))}
      </ul>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </div>
  );
}

/** How far the reading is, then what it gave. */
function Reading() {
  const { model, words } = usePanel<"facilitator", "registers">();
  const action = useAction();
  const { state, share, reading, lines, failed } = model;
  const percent = Math.floor(100 * share);
  const [first, ...rest] = lines;
  return (
    <div class="wk-stack-tight">
      <p role="status" class={first === undefined ? "" : "wk-saved"}>
        {state === "working" ? say(words, "working", { name: reading, percent }) : (first ?? "")}
      </p>
      {state === "working" ? (
        <>
          <Bar share={share} />
          <Quiet onClick={() => void action.act("stop_register")}>{say(words, "stop")}</Quiet>
        </>
      ) : null}
      {failed === "" ? null : (
        <p role="alert" class="wk-refused">
          {failed}
        </p>
      )}
      {first === undefined ? null : (
        <div class="wk-card">
          <h3>{say(words, "done")}</h3>
          {rest.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <button type="button" class="wkf-button" onClick={() => goTo("wkf-candidates")}>
            {say(words, "see")}
          </button>
        </div>
      )}
    </div>
  );
}

const Bar = ({ share }: { share: number }) => (
  <div class="wkf-registers-bar" aria-hidden="true">
    <i style={{ width: `${Math.round(100 * share)}%` }} />
  </div>
);
