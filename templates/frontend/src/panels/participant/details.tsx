/** How somebody can be reached: the fields, drafts on the device, and an explicit consent that is never ticked beforehand. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import type { Offer as OfferGiven, OfferModel } from "../../contract";
import * as LIMITS from "../../limits";
import { useDraft } from "../kit/device";
import { say, useWords } from "../kit/panel";

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
