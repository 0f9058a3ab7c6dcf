/** Step 2: what prints say, saved line by line, and a button for each print with what it still lacks. */
import { useEffect, useState } from "preact/hooks";
import type { InvitationField, Paper, PrintKind, PrintModel, Roles } from "../../contract";
import * as LIMITS from "../../limits";
import { Facts } from "../kit/components";
import { sayDay } from "../kit/days";
import { bytesOf, save } from "../kit/saving";
import { say, sayMany, usePanel } from "../kit/panel";
import { Told, useAction } from "./action";
import { Section } from "./section";
import { ToldField } from "./deeds";
import { Undrawn } from "./undrawn";

type PrintAsked = Roles["facilitator"]["asks"]["make_print"]["asks"];

/** The prints, as one needs them: before, meanwhile, on the day. */
const GROUPS: Record<"invite" | "shop" | "receive", PrintKind[]> = {
  invite: ["letters", "emails", "calls", "reminders"],
  shop: ["poster", "form", "neighbours"],
  receive: ["door", "tables", "cards"],
};
const SENT: readonly PrintKind[] = ["letters", "emails"];
/** How many are made where nothing else is said. */
const COPIES: Partial<Record<PrintKind, string>> = { form: "20", tables: "8" };

export function InvitationsPanel() {
  const { model, words, lang } = usePanel<"facilitator", "invitations">();
  const [bw, setBw] = useState(false);
  const state = [
    model.day === "" ? say(words, "state.day-none") : say(words, "state.day", { day: sayDay(lang, model.day) }),
    model.place,
    sayMany(words, lang, "state.ready", model.prints.filter((one) => one.refused === "").length),
  ];
  return (
    <Section id="wkf-invitations" title={say(words, "title")} state={<Facts of={state} />}>
      <div class="wkf-halves">
        <Settings />
        <div class="wk-stack">
          <label class="wk-check">
            <input type="checkbox" checked={bw} onChange={(event) => setBw(event.currentTarget.checked)} />
            <span>{say(words, "bw")}</span>
          </label>
          {model.lacks === "" ? null : <p class="wk-hint">{model.lacks}</p>}
          {Object.entries(GROUPS).map(([group, kinds]) => (
            <section key={group} class="wkf-prints" aria-labelledby={`wkf-prints-${group}`}>
              <h3 id={`wkf-prints-${group}`}>{say(words, `group.${group}`)}</h3>
              <div class="wkf-prints-all">
                {kinds.map((kind) => {
                  const print = model.prints.find((one) => one.kind === kind);
                  return print === undefined ? null : <Print key={kind} print={print} bw={bw} />;
                })}
              </div>
            </section>
          ))}
        </div>
      </div>
    </Section>
  );
}

function Settings() {
  const { model, words, lang, send } = usePanel<"facilitator", "invitations">();
  const action = useAction();
  const vague = model.challenges.filter((one) => one.statement === one.stake).length; // as stakes become challenges
  const field = (name: InvitationField, type: "text" | "date" | "time", most?: number, hinted = false) => {
    const key = name.replace("_", "-");
    return (
      <ToldField
        needed={false}
        id={`wkf-invitation-${key}`}
        label={say(words, `field.${key}`)}
        hint={hinted ? say(words, `field.${key}-hint`) : undefined}
        type={type}
        most={most}
        value={model[name]}
        save={(text) => send("tell_invitation", { field: name, text })}
      />
    );
  };
  return (
    <section class="wk-card wkf-form" aria-labelledby="wkf-said">
      <h3 id="wkf-said">{say(words, "say")}</h3>
      <p class="wk-quiet">{say(words, "say-lead")}</p>
      {vague === 0 ? null : <p class="wk-refused">{sayMany(words, lang, "vague", vague)}</p>}
      <ToldField
        needed={false}
        id="wkf-invitation-day"
        label={say(words, "field.day")}
        type="date"
        value={model.day}
        save={(day) => send("tell_day", { day, begins: model.begins })}
      />
      <div class="wkf-hours">
        <ToldField
          needed={false}
          id="wkf-invitation-begins"
          label={say(words, "field.begins")}
          type="time"
          value={model.begins}
          save={(begins) => send("tell_day", { day: model.day, begins })}
        />
        {field("finishes", "time")}
      </div>
      {field("place", "text", LIMITS.workshop_place.longest, true)}
      {field("phone", "text", LIMITS.phone.longest, true)}
      {field("answer_by", "date")}
      {field("address", "text", LIMITS.workshop_web.longest, true)}
      {model.room !== "" && model.room !== model.address ? (
        <div>
          <p class="wk-quiet">{say(words, "room", { address: model.room })}</p>
          {model.lasts ? (
            <button
              type="button"
              class="wk-quiet-action"
              onClick={() => void action.act("tell_invitation", { field: "address", text: `http://${model.room}` })}
            >
              {say(words, "room-take")}
            </button>
          ) : null}
          <p class="wk-quiet wk-small">{say(words, model.lasts ? "room-lasts" : "room-note")}</p>
        </div>
      ) : null}
      {field("wifi_name", "text", LIMITS.workshop_wifi.longest)}
      {field("wifi_password", "text", LIMITS.workshop_wifi_password.longest, true)}
      {field("colour", "text", undefined, true)}
      <p class="wk-quiet">{model.logo === "" ? say(words, "logo-none") : say(words, "logo", { name: model.logo })}</p>
      <p class="wk-quiet">{say(words, "elsewhere")}</p>
    </section>
  );
}

function Print({ print, bw }: { print: PrintModel; bw: boolean }) {
  const { words, lang, send } = usePanel<"facilitator", "invitations">();
  const { kind, making } = print;
  const action = useAction();
  const [asked, setAsked] = useState<number | null>(null);
  const [chosen, choose] = useState<Choices>({
    copies: kind === "tables" && print.count !== null ? String(print.count) : (COPIES[kind] ?? ""),
    first: "1",
    challenge: "",
    everyone: false,
    room: true,
  });
  const what = say(words, `kind.${kind}`);
  const download = async () => {
    const answer = await send("fetch_print", { kind });
    if (!answer.ok || answer.result === undefined) return;
    save(bytesOf(answer.result.content), kind === "emails" ? "application/zip" : "application/pdf", print.file);
  };
  useEffect(() => {
    if (asked === null || making.number <= asked) return;
    setAsked(null);
    if (making.state === "ready") void download();
  }, [asked, making.number, making.state]);
  const make = async () => {
    setAsked(making.number);
    const answer = await action.act("make_print", readChoices(kind, chosen, bw));
    if (!answer.ok) setAsked(null);
  };
  const working = asked !== null || making.state === "working";
  const ready = making.state === "ready" && !working;
  const refusal = action.answer?.ok === false ? action.answer.sentence : making.state === "failed" && !working ? making.sentence : "";
  return (
    <div class="wk-card wkf-print" role="group" aria-label={what}>
      <div class="wkf-print-top">
        <h4>{what}</h4>
        {print.count === null || print.count === 0 ? null : (
          <span class="wk-quiet">{sayMany(words, lang, `count.${kind}`, print.count)}</span>
        )}
      </div>
      <p class="wk-quiet">{say(words, `what.${kind}`)}</p>
      {print.refused === "" ? (
        <>
          <Options print={print} chosen={chosen} onChoose={(change) => choose({ ...chosen, ...change })} />
          <div class="wk-row">
            <button
              type="button"
              class="wkf-button"
              aria-label={say(words, ready ? "again-of" : "go-of", { what })}
              aria-disabled={working}
              onClick={() => (working ? undefined : void make())}
            >
              {say(words, ready ? "again" : "go")}
            </button>
            {working ? (
              <button type="button" class="wk-quiet-action" onClick={() => void send("cancel_print", { kind })}>
                {say(words, "cancel")}
              </button>
            ) : null}
            {ready ? (
              <button
                type="button"
                class="wk-quiet-action"
                aria-label={say(words, "download-of", { what })}
                onClick={() => void download()}
              >
                {say(words, "download")}
              </button>
            ) : null}
          </div>
          {SENT.includes(kind) ? <NoteSent kind={kind} shown={ready && (print.count ?? 0) > 0} /> : null}
          {print.lacks === "" ? null : <p class="wk-hint">{print.lacks}</p>}
        </>
      ) : (
        <p class="wk-hint">{print.refused}</p>
      )}
      <p role="status" class={ready ? "wk-saved" : "wk-quiet"}>
        {working && making.doing !== undefined ? say(words, "working", { doing: making.doing }) : ""}
        {ready ? say(words, "ready", { size: making.size ?? 0 }) : ""}
      </p>
      <Undrawn making={making} working={working} />
      {refusal ? (
        <p role="alert" class="wk-refused">
          {refusal}
        </p>
      ) : null}
    </div>
  );
}

/** Once letters or messages left, one press notes it for all of them: nobody wants to tick forty lines. */
function NoteSent({ kind, shown }: { kind: PrintKind; shown: boolean }) {
  const { words, lang } = usePanel<"facilitator", "invitations">();
  const action = useAction();
  const [sent, count] = useState(0);
  const note = async () => count((await action.act("note_sent", { kind })).result?.sent ?? 0);
  return (
    <div>
      {shown ? (
        <button type="button" class="wk-quiet-action" aria-disabled={action.busy} onClick={() => void note()}>
          {say(words, `sent.${kind}`)}
        </button>
      ) : null}
      <Told action={action} saved={sayMany(words, lang, "sent.noted", sent)} />
    </div>
  );
}

interface Choices {
  copies: string;
  first: string;
  challenge: string;
  everyone: boolean;
  room: boolean;
  a3?: boolean;
  password?: boolean;
}

/** What is asked for; numbers that are none go as they are and are answered in words. */
function readChoices(kind: PrintKind, chosen: Choices, bw: boolean): PrintAsked {
  const paper: Paper = chosen.a3 === true ? "a3" : "a4";
  return {
    kind,
    paper,
    bw,
    everyone: chosen.everyone,
    password: chosen.password === true,
    room: chosen.room,
    ...(chosen.copies === "" ? {} : { copies: Number(chosen.copies) }),
    ...(kind === "form" ? { first: Number(chosen.first) } : {}),
    ...(chosen.challenge === "" ? {} : { challenge: chosen.challenge }),
  };
}

function Options(props: { print: PrintModel; chosen: Choices; onChoose: (change: Partial<Choices>) => void }) {
  const { model, words, lang } = usePanel<"facilitator", "invitations">();
  const { print, chosen, onChoose } = props;
  const { kind } = print;
  const check = (key: "everyone" | "room" | "a3" | "password", label: string) => (
    <label class="wk-check">
      <input type="checkbox" checked={chosen[key] === true} onChange={(event) => onChoose({ [key]: event.currentTarget.checked })} />
      <span>{label}</span>
    </label>
  );
  return (
    <>
      {kind === "form" || kind === "tables" ? (
        <div class="wk-row">
          <Count
            label={say(words, `copies.${kind}`)}
            most={LIMITS.copies.most}
            value={chosen.copies}
            onInput={(copies) => onChoose({ copies })}
          />
          {kind === "form" ? (
            <Count label={say(words, "first")} most={LIMITS.slip.most} value={chosen.first} onInput={(first) => onChoose({ first })} />
          ) : null}
        </div>
      ) : null}
      {kind === "neighbours" && model.challenges.length > 0 ? (
        <label class="wk-field">
          <span class="wk-label">{say(words, "challenge")}</span>
          <select value={chosen.challenge} onChange={(event) => onChoose({ challenge: event.currentTarget.value })}>
            <option value="">{say(words, "challenge-none")}</option>
            {model.challenges.map((one) => (
              <option key={one.id} value={one.id}>
                {say(words, "challenge-label", { number: one.number, stake: one.stake })}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {print.everyone !== null && print.everyone !== print.count
        ? check("everyone", sayMany(words, lang, "everyone", print.everyone))
        : null}
      {kind === "poster" ? check("a3", say(words, "a3")) : null}
      {kind === "door" && model.wifi_password !== "" ? check("password", say(words, "password")) : null}
      {(kind === "door" || kind === "cards") && model.room !== "" ? check("room", say(words, "use-room", { address: model.room })) : null}
    </>
  );
}

function Count(props: { label: string; most: number; value: string; onInput: (text: string) => void }) {
  return (
    <label class="wk-field wkv-narrow">
      <span class="wk-label">{props.label}</span>
      <input type="number" min={1} max={props.most} value={props.value} onInput={(event) => props.onInput(event.currentTarget.value)} />
    </label>
  );
}
