/** The room: people without a phone, the helpers who speak for them, and the papers to print. */
import { useState } from "preact/hooks";
import { say, sayMany, usePanel } from "../kit/panel";
import { SpeakingProvider, type Speaking } from "../voices/speaking";
import { Voices } from "../voices/voices";
import { Confirm, Quiet, Told, useAction } from "./action";
import { PaperAnswers } from "./mission_slips";
import { Prints } from "./prints";

export function VoicesPanel() {
  const { model, words, lang, send } = usePanel<"facilitator", "voices">();
  const action = useAction();
  return (
    <SpeakingProvider speaking={{ model, words, lang, send: send as unknown as Speaking["send"] }}>
      <section class="wkf-page wkf-page-tight">
        <Voices
          adding={(close) => <DeadPhone onDone={close} />}
          beside={(voice) =>
            voice.back ? (
              <Quiet
                label={say(words, "phone-back-for", { pseudonym: voice.pseudonym })}
                onClick={() => void action.act("give_voice_back", { participant: voice.id })}
              >
                {say(words, "phone-back")}
              </Quiet>
            ) : null
          }
        />
        <Told action={action} />
        <PaperAnswers />
        <Prints />
        <Helpers />
      </section>
    </SpeakingProvider>
  );
}

/** Somebody who came with a phone, and whose battery is empty. */
function DeadPhone({ onDone }: { onDone: () => void }) {
  const { model, words } = usePanel<"facilitator", "voices">();
  const action = useAction();
  const [who, setWho] = useState("");
  if (model.others.length === 0) return null;
  const take = async () => {
    const answer = await action.act("take_voice", { participant: who });
    if (answer.ok) onDone();
  };
  return (
    <div class="wkv-ask">
      <h4>{say(words, "take.title")}</h4>
      <p class="wk-quiet">{say(words, "take.hint")}</p>
      <div class="wk-row">
        <label class="wk-field">
          <span class="wk-visually-hidden">{say(words, "take.who")}</span>
          <select value={who} onChange={(event) => setWho(event.currentTarget.value)}>
            <option value="">{say(words, "take.who")}</option>
            {model.others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.pseudonym}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="wkf-button" aria-disabled={who === ""} onClick={() => who !== "" && void take()}>
          {say(words, "take.go")}
        </button>
      </div>
      <Told action={action} />
    </div>
  );
}

/** The code that lets helpers in, beside what they may do; it is hidden until it is asked for, as the page may be projected. */
function Helpers() {
  const { model, words, lang } = usePanel<"facilitator", "voices">();
  const action = useAction();
  const [shown, show] = useState(false);
  const open = model.helper_code !== "";
  const inside = model.helpers.filter((one) => one.inside).length;
  const change = async () => {
    const answer = await action.act("change_helper_code");
    if (answer.ok) show(true);
  };
  return (
    <div class="wk-card">
      <h3>{say(words, "helper.title")}</h3>
      <p>{say(words, "helper.what")}</p>
      <div class="wkv-code">
        {open ? (
          <>
            <p>
              {say(words, "helper.code")}{" "}
              {shown ? <strong class="wk-copied">{model.helper_code}</strong> : <span aria-hidden="true">•••••••</span>}
            </p>
            <button type="button" class="wkf-button" aria-pressed={shown} onClick={() => show(!shown)}>
              {say(words, shown ? "helper.hide" : "helper.show")}
            </button>
          </>
        ) : (
          <>
            <p>{say(words, "helper.closed")}</p>
            <button type="button" class="wkf-button" onClick={() => void change()}>
              {say(words, "helper.make")}
            </button>
          </>
        )}
      </div>
      {open ? (
        <>
          <p class="wk-quiet">
            {say(words, "helper.how")} <b>{sayMany(words, lang, "helper.inside", inside)}</b>
          </p>
          <div class="wk-row">
            <Confirm
              question={say(words, "helper.change-sure")}
              yes={say(words, "helper.change-yes")}
              no={say(words, "helper.keep")}
              onYes={() => void change()}
            >
              {say(words, "helper.change")}
            </Confirm>
            <Confirm
              question={say(words, "helper.stop-sure")}
              yes={say(words, "helper.stop-yes")}
              no={say(words, "helper.keep")}
              onYes={() => void action.act("close_to_helpers")}
            >
              {say(words, "helper.stop")}
            </Confirm>
          </div>
        </>
      ) : null}
      {model.helpers.length === 0 ? null : (
        <ul class="wkv-helpers">
          {model.helpers.map((one) => {
            const name = one.pseudonym === "" ? say(words, "helper.unnamed") : one.pseudonym;
            return (
              <li key={one.id}>
                {name}
                {one.papers > 0 ? ` – ${sayMany(words, lang, "helper.papers", one.papers)}` : null}{" "}
                {one.inside ? (
                  <Quiet
                    label={say(words, "helper.let-go-one", { name })}
                    onClick={() => void action.act("let_helper_go", { helper: one.id })}
                  >
                    {say(words, "helper.let-go")}
                  </Quiet>
                ) : (
                  <span class="wk-quiet">{say(words, "helper.out")}</span>
                )}{" "}
                {one.ideas === 0 ? null : (
                  <Confirm
                    look="quiet"
                    label={say(words, "helper.hold-one", { name })}
                    question={`${sayMany(words, lang, "helper.hold-sure", one.ideas, { name })} ${say(words, "helper.hold-ballots")}`}
                    yes={say(words, "helper.hold-yes")}
                    no={say(words, "helper.keep")}
                    onYes={() => void action.act("hold_papers", { helper: one.id, held: true })}
                  >
                    {say(words, "helper.hold")}
                  </Confirm>
                )}
                {one.held === 0 ? null : (
                  <Quiet
                    label={say(words, "helper.give-back-one", { name, said: sayMany(words, lang, "helper.give-back", one.held) })}
                    onClick={() => void action.act("hold_papers", { helper: one.id, held: false })}
                  >
                    {sayMany(words, lang, "helper.give-back", one.held)}
                  </Quiet>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <Told action={action} />
    </div>
  );
}
