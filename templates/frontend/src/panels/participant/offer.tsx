/** Offering help: how to be reached, for what, with an explicit consent that is never ticked beforehand. */
import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { LIMITS, type Offer as OfferGiven, type OfferModel } from "../../contract";
import { Go } from "../kit/components";
import { useDraft } from "../kit/device";
import { say, usePanel, useWords } from "../kit/panel";
import { Heading, Page, Told, Waiting, type Answer } from "./page";

export function Offer() {
  const { model, words } = usePanel<"participant", "offer">();
  const [changing, change] = useState(false);
  const [answer, tell] = useState<Answer | null>(null);
  if (!model.visible) return null;
  if (model.offer !== null && !changing) {
    return <Offered model={model} offer={model.offer} answer={answer} tell={tell} onChange={() => change(true)} />;
  }
  if (model.offer === null && model.elsewhere && !changing) return <OfferedElsewhere answer={answer} onType={() => change(true)} />;
  const done = (saved: boolean) => {
    change(false);
    tell(saved ? { good: true, text: say(words, "saved") } : null);
  };
  return <OfferHelp model={model} before={answer} onDone={done} />;
}

function Offered(props: {
  model: OfferModel;
  offer: OfferGiven;
  answer: Answer | null;
  tell: (answer: Answer | null) => void;
  onChange: () => void;
}) {
  const { words } = useWords();
  const { model, offer } = props;
  const chosen = model.challenges.filter((challenge) => offer.challenges.includes(challenge.id));
  return (
    <Page
      foot={
        <>
          <Told answer={props.answer} />
          <Waiting />
          <Go second onClick={props.onChange}>
            {say(words, "change")}
          </Go>
        </>
      }
    >
      <Heading>{say(words, "given")}</Heading>
      <div class="wk-card">
        <p>
          <b>{offer.name}</b>
        </p>
        {offer.email !== "" && <p>{offer.email}</p>}
        {offer.phone !== "" && <p class="wk-copied">{offer.phone}</p>}
        <ul>
          {chosen.length === 0 && <li>{say(words, "any")}</li>}
          {chosen.map((challenge) => (
            <li key={challenge.id}>{challenge.statement}</li>
          ))}
        </ul>
        <p class="wk-quiet">{say(words, "consented", { date: offer.consented_on })}</p>
      </div>
      {model.elsewhere ? <p>{say(words, "elsewhere-since")}</p> : null}
      <p class="wk-quiet">{say(words, "retention", { date: model.retention })}</p>
      <WithdrawOffer tell={props.tell} />
    </Page>
  );
}

/** An offer made on another phone of this person's: nothing of it is known here but that it was made. */
function OfferedElsewhere({ answer, onType }: { answer: Answer | null; onType: () => void }) {
  const { words } = useWords();
  return (
    <Page
      foot={
        <>
          <Told answer={answer} />
          <Waiting />
          <Go second onClick={onType}>
            {say(words, "elsewhere-type")}
          </Go>
        </>
      }
    >
      <Heading>{say(words, "given")}</Heading>
      <div class="wk-card">
        <p>{say(words, "elsewhere")}</p>
        <p class="wk-quiet">{say(words, "elsewhere-withdraw")}</p>
      </div>
    </Page>
  );
}

/** Taking the offer back, after a second question; the contact details go at once. */
export function WithdrawOffer({ tell }: { tell: (answer: Answer | null) => void }) {
  const { words, send } = usePanel<"participant">();
  const [asking, ask] = useState(false);
  const withdraw = async () => {
    tell(null); // or what was said of the offer would be read of its withdrawal
    const reply = await send("withdraw_offer");
    ask(false);
    tell(reply.ok ? { good: true, text: say(words, "withdrawn") } : { good: false, text: reply.sentence ?? "" });
  };
  if (!asking) {
    return (
      <p>
        <button type="button" class="wk-quiet-action wk-danger" onClick={() => ask(true)}>
          {say(words, "withdraw")}
        </button>
      </p>
    );
  }
  return (
    <div class="wk-card wk-stack-tight" role="group" aria-label={say(words, "withdraw")}>
      <p>
        <b>{say(words, "withdraw-sure")}</b>
      </p>
      <button type="button" class="wk-go wk-danger" onClick={() => void withdraw()}>
        {say(words, "withdraw-yes")}
      </button>
      <Go second onClick={() => ask(false)}>
        {say(words, "withdraw-no")}
      </Go>
    </div>
  );
}

function OfferHelp({ model, before, onDone }: { model: OfferModel; before: Answer | null; onDone: (saved: boolean) => void }) {
  const { words, send } = usePanel<"participant">();
  const offer = model.offer;
  const details = useDetails(offer);
  const [chosen, choose] = useState<string[]>(offer?.challenges ?? []);
  const [said, tell] = useState<Answer | null>();
  const answer = said === undefined ? before : said; // a withdrawal is answered once this form stands already
  const hint = useId();
  const form = useRef<HTMLDivElement>(null);
  const submit = async () => {
    const first = missing[0];
    if (first !== undefined) {
      tell({ good: false, text: sayMissing() }); // without consent no contact detail leaves the phone
      form.current?.querySelector<HTMLElement>(`[name="${first.field}"]`)?.focus();
      return;
    }
    tell(null);
    const reply = await send("offer_help", { ...details.asked(), challenges: chosen });
    if (!reply.ok) return tell({ good: false, text: reply.sentence ?? "" });
    details.clear();
    onDone(true);
  };
  /** What is left to fill in, each with the field that takes it. */
  const missing = [
    { said: "missing-name", field: "name", given: details.name.trim() !== "" },
    { said: "missing-contact", field: "email", given: (details.email + details.phone).trim() !== "" },
    { said: "missing-consent", field: "consent", given: details.consent },
  ].filter(({ given }) => !given);
  const sayMissing = () => say(words, "missing", { what: missing.map(({ said }) => say(words, said)).join(", ") });
  const toggle = (challenge: string, on: boolean) =>
    choose((present) => (on ? [...present, challenge] : present.filter((one) => one !== challenge)));
  return (
    <Page
      foot={
        <>
          <Told answer={answer} />
          <Waiting />
          {missing.length > 0 && answer?.good !== false && <p class="wk-quiet">{sayMissing()}</p>}
          <Go onClick={() => void submit()}>{say(words, offer === null ? "go" : "save")}</Go>
          {(offer !== null || model.elsewhere) && (
            <Go
              second
              onClick={() => {
                details.clear();
                onDone(false);
              }}
            >
              {say(words, "cancel")}
            </Go>
          )}
        </>
      }
    >
      <div>
        <Heading>{say(words, "title")}</Heading>
        <p class="wk-quiet">{say(words, model.may_ask ? "asked-leave" : "lead")}</p>
      </div>
      {offer === null && model.may_ask ? <Asked tell={tell} /> : null}
      <fieldset class="wk-checks" aria-describedby={hint}>
        <legend>{say(words, "challenges")}</legend>
        <p id={hint} class="wk-quiet">
          {say(words, "challenges-hint")}
        </p>
        {model.challenges.map((challenge) => (
          <Check key={challenge.id} checked={chosen.includes(challenge.id)} onChange={(on) => toggle(challenge.id, on)}>
            <b>{challenge.stake}</b>
            <br />
            {challenge.statement}
          </Check>
        ))}
      </fieldset>
      <div ref={form} class="wk-stack">
        <ContactFields details={details} kept={model} />
      </div>
      {offer === null && !model.may_ask ? <AskMe tell={tell} /> : null}
    </Page>
  );
}

/** Saying yes without leaving anything: one may be asked in the room, and nobody can call afterwards. */
function AskMe({ tell }: { tell: (answer: Answer | null) => void }) {
  const { words, send } = usePanel<"participant">();
  const ask = async () => {
    tell(null);
    const reply = await send("allow_asking", { yes: true });
    tell(reply.ok ? { good: true, text: say(words, "saved") } : { good: false, text: reply.sentence ?? "" });
  };
  return (
    <section class="wk-card wk-stack-tight">
      <h2>{say(words, "or")}</h2>
      <p>{say(words, "ask-lead")}</p>
      <Go second onClick={() => void ask()}>
        {say(words, "ask-yes")}
      </Go>
    </section>
  );
}

function Asked({ tell }: { tell: (answer: Answer | null) => void }) {
  const { words, send } = usePanel<"participant">();
  const withdraw = async () => {
    tell(null);
    const reply = await send("allow_asking", { yes: false });
    tell(reply.ok ? { good: true, text: say(words, "ask-withdrawn") } : { good: false, text: reply.sentence ?? "" });
  };
  return (
    <div class="wk-card wk-card-chosen">
      <p>
        <b>{say(words, "asked")}</b>
      </p>
      <p>
        <button type="button" class="wk-quiet-action" onClick={() => void withdraw()}>
          {say(words, "ask-no")}
        </button>
      </p>
    </div>
  );
}

/** The contact details being typed, and the two consents, none of them given beforehand. */
export interface Details {
  name: string;
  email: string;
  phone: string;
  consent: boolean;
  showName: boolean;
  set: {
    name: (text: string) => void;
    email: (text: string) => void;
    phone: (text: string) => void;
    consent: (on: boolean) => void;
    showName: (on: boolean) => void;
  };
  clear(): void;
  /** What is sent: without consent no contact detail leaves the phone, and the refusal says why. */
  asked(): { name: string; email: string; phone: string; consent: boolean; may_show_name: boolean };
}

export function useDetails(offer: OfferGiven | null): Details {
  const [name, setName] = useKept("offer:name", offer?.name);
  const [email, setEmail] = useKept("offer:email", offer?.email);
  const [phone, setPhone] = useKept("offer:phone", offer?.phone);
  const [consent, setConsent] = useState(false);
  const [showName, setShowName] = useState(offer?.may_show_name ?? false);
  return {
    name,
    email,
    phone,
    consent,
    showName,
    set: { name: setName, email: setEmail, phone: setPhone, consent: setConsent, showName: setShowName },
    clear: () => {
      for (const forget of [setName, setEmail, setPhone]) forget(null);
    },
    asked: () => ({ ...(consent ? { name, email, phone } : { name: "", email: "", phone: "" }), consent, may_show_name: showName }),
  };
}

/** The fields, and the consent that names who keeps them, for what and until when: `kept` is the model that says so. */
export function ContactFields({ details, kept }: { details: Details; kept: Pick<OfferModel, "organiser" | "purpose" | "retention"> }) {
  const { words } = useWords();
  const { organiser, purpose, retention } = kept;
  const { name, email, phone, consent, showName, set } = details;
  return (
    <>
      <Field
        label={say(words, "name")}
        name="name"
        type="text"
        autocomplete="name"
        longest={LIMITS.person_name.longest}
        value={name}
        onInput={set.name}
      />
      <Field
        label={say(words, "email")}
        name="email"
        type="email"
        autocomplete="email"
        longest={LIMITS.email.longest}
        value={email}
        onInput={set.email}
      />
      <Field
        label={say(words, "phone")}
        hint={say(words, "contact-hint")}
        name="tel"
        type="tel"
        autocomplete="tel"
        longest={LIMITS.phone.longest}
        value={phone}
        onInput={set.phone}
      />
      <div class="wk-card wk-consent">
        <Check name="consent" checked={consent} onChange={set.consent}>
          {say(words, "consent", { organiser, purpose })}
        </Check>
        <p class="wk-quiet">{say(words, "retention", { date: retention })}</p>
        <Check checked={showName} onChange={set.showName}>
          {say(words, "may-show-name")}
        </Check>
      </div>
    </>
  );
}

/** A draft that begins with what was given before; `null` ends it. */
function useKept(name: string, given = ""): [string, (text: string | null) => void] {
  const [draft, setDraft] = useDraft(name);
  const [touched, touch] = useState(draft !== "");
  const change = (text: string | null) => {
    touch(text !== null);
    setDraft(text ?? "");
  };
  return [touched ? draft : given, change];
}

function Check(props: { name?: string; checked: boolean; onChange: (on: boolean) => void; children: ComponentChildren }) {
  return (
    <label class="wk-check">
      <input type="checkbox" name={props.name} checked={props.checked} onChange={(event) => props.onChange(event.currentTarget.checked)} />
      <span>{props.children}</span>
    </label>
  );
}

function Field(props: {
  label: string;
  hint?: string;
  name: string;
  type: "text" | "email" | "tel";
  autocomplete: "name" | "email" | "tel";
  longest: number;
  value: string;
  onInput: (text: string) => void;
}) {
  const hint = useId();
  // the types of JSX allow each kind of field its own autocompletion, but do not see that the two come together
  const kind = { type: props.type, autocomplete: props.autocomplete } as { type: "email"; autocomplete: "email" };
  return (
    <label class="wk-field">
      <b>{props.label}</b>
      <input
        {...kind}
        name={props.name}
        maxLength={props.longest}
        aria-describedby={props.hint === undefined ? undefined : hint}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      {props.hint !== undefined && (
        <span id={hint} class="wk-hint">
          {props.hint}
        </span>
      )}
    </label>
  );
}
