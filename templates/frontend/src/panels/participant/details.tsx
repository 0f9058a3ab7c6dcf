/** How somebody can be reached: the fields, drafts on the device, and an explicit consent that is never ticked beforehand. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import type { KeptDetails, OfferModel, Purpose } from "../../contract";
import * as LIMITS from "../../limits";
import { useDraft } from "../kit/device";
import { say, useWords } from "../kit/panel";

/** The purposes besides a mission, each with a tick of its own. */
const OTHERS: readonly Purpose[] = ["invite", "news"];

/** The contact details being typed, and a consent for each purpose, none of them given beforehand. */
export interface Details {
  name: string;
  email: string;
  phone: string;
  consent: boolean;
  also: Purpose[];
  set: {
    name: (text: string) => void;
    email: (text: string) => void;
    phone: (text: string) => void;
    consent: (on: boolean) => void;
    also: (purpose: Purpose, on: boolean) => void;
  };
  clear(): void;
  /** What is left to fill in, each with the field that takes it. */
  missing: { said: string; field: string }[];
  /** What is sent: without consent no contact detail leaves the phone, and the refusal says why. */
  asked(): { name: string; email: string; phone: string; consent: boolean; also: Purpose[] };
}

/** `before`: what was given already, for whatever it was, to begin with. */
export function useDetails(before: Pick<KeptDetails, "name" | "email" | "phone"> | null): Details {
  const [name, setName] = useKept("offer:name", before?.name);
  const [email, setEmail] = useKept("offer:email", before?.email);
  const [phone, setPhone] = useKept("offer:phone", before?.phone);
  const [consent, setConsent] = useState(false);
  const [also, setAlso] = useState<Purpose[]>([]);
  const agrees = consent || also.length > 0;
  const needs = [
    { said: "missing-name", field: "name", given: name.trim() !== "" },
    { said: "missing-contact", field: "email", given: (email + phone).trim() !== "" },
    { said: "missing-consent", field: "consent", given: agrees },
  ];
  return {
    name,
    email,
    phone,
    consent,
    also,
    set: {
      name: setName,
      email: setEmail,
      phone: setPhone,
      consent: setConsent,
      also: (purpose, on) => setAlso((before) => (on ? [...before, purpose] : before.filter((one) => one !== purpose))),
    },
    clear: () => {
      for (const forget of [setName, setEmail, setPhone]) forget(null);
    },
    missing: needs.filter(({ given }) => !given),
    asked: () => ({ ...(agrees ? { name, email, phone } : { name: "", email: "", phone: "" }), consent, also }),
  };
}

type Kept = Pick<OfferModel, "organiser" | "purpose" | "retention" | "agreed">;

/** The fields, and the consents that name who keeps them, for what and until when: `kept` is the model that says so. */
export function ContactFields({ details, kept }: { details: Details; kept: Kept }) {
  const { words } = useWords();
  const { organiser, purpose, retention, agreed } = kept;
  const { name, email, phone, consent, also, set } = details;
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
      <fieldset class="wk-card wk-consent">
        <legend class="wk-visually-hidden">{say(words, "consent", { organiser })}</legend>
        <p aria-hidden="true">
          <b>{say(words, "consent", { organiser })}</b>
        </p>
        <p class="wk-quiet">{say(words, "consent-lead")}</p>
        <Check name="consent" checked={consent} onChange={set.consent}>
          {purpose}
        </Check>
        {OTHERS.filter((one) => !agreed.includes(one)).map((one) => (
          <Check key={one} name={one} checked={also.includes(one)} onChange={(on) => set.also(one, on)}>
            {say(words, `purpose-${one}`)}
          </Check>
        ))}
        <p class="wk-quiet">{say(words, "retention", { date: retention })}</p>
      </fieldset>
    </>
  );
}

/** The details that are kept, to be read again; of those that may not be, that they are. */
export function KeptCard({ kept }: { kept: Pick<KeptDetails, "name" | "email" | "phone" | "consented_on" | "concealed"> }) {
  const { words } = useWords();
  return (
    <div class="wk-card">
      <p>
        <b>{kept.concealed ? say(words, "concealed") : kept.name}</b>
      </p>
      {kept.email !== "" && <p>{kept.email}</p>}
      {kept.phone !== "" && <p class="wk-copied">{kept.phone}</p>}
      <p class="wk-quiet">{say(words, "kept-since", { date: kept.consented_on })}</p>
    </div>
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

export function Check(props: { name?: string; checked: boolean; onChange: (on: boolean) => void; children: ComponentChildren }) {
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
        autocapitalize={props.type === "text" ? "words" : "none"}
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
