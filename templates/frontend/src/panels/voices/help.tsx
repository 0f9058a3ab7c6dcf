/** An offer of help in somebody's name, and their answer to a mission. */
import { useState } from "preact/hooks";
import * as LIMITS from "../../limits";
import { say } from "../kit/panel";
import { Field, Form, Told, useSaying, useSpeaking } from "./speaking";
import { Terms } from "./terms";
import type { ActProps } from "./write";

export function OfferForm({ voice, onClose, onDone }: ActProps) {
  const { model, words } = useSpeaking();
  const saying = useSaying();
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [email, setEmail] = useState("");
  const [challenges, setChallenges] = useState<string[]>([]);
  const answer = async (challenge: string, willing: boolean) => {
    const told = await saying.act("answer_offer_as", { participant: voice.id, challenges: [challenge], willing });
    if (told.ok) setChallenges(willing ? [...challenges, challenge] : challenges.filter((id) => id !== challenge));
  };
  const [consent, setConsent] = useState(false);
  const [mayShow, setMayShow] = useState(false);
  const save = async () => {
    const contact = { name, phone, email };
    const told = await saying.act("offer_as", { participant: voice.id, ...contact, challenges, consent, may_show_name: mayShow });
    if (told.ok) onDone();
  };
  const letAsk = async (may: boolean) => {
    const told = await saying.act("let_ask_as", { participant: voice.id, may_ask: may });
    if (told.ok) onDone();
  };
  const withdraw = () => saying.act("withdraw_as", { participant: voice.id });
  const title = say(words, "open.offer", { pseudonym: voice.pseudonym });
  if (voice.phone && voice.offer.asks.length === 0) {
    return (
      <Form title={title} onClose={onClose} onSubmit={onClose}>
        <p>{say(words, "again.offer", { pseudonym: voice.pseudonym })}</p>
      </Form>
    );
  }
  return (
    <Form title={title} onClose={onClose} onSubmit={() => void save()}>
      {voice.offered ? (
        <div>
          <p>{say(words, "offer.offered")}</p>
          <button type="button" class="wk-quiet-action wk-danger" onClick={() => void withdraw()}>
            {say(words, "offer.withdraw")}
          </button>
        </div>
      ) : (
        <p class="wkv-aloud">{say(words, "offer.ask")}</p>
      )}
      <div class="wkv-columns">
        <Field label={say(words, "offer.name")} value={name} onInput={setName} most={LIMITS.person_name.longest} />
        <Field label={say(words, "offer.phone")} value={phone} onInput={setPhone} most={LIMITS.phone.longest} type="tel" />
        <Field
          label={say(words, "offer.email")}
          value={email}
          onInput={setEmail}
          most={LIMITS.email.longest}
          type="email"
          hint={say(words, "offer.contact-hint")}
        />
      </div>
      <fieldset class="wkv-checks">
        <legend>
          <b>{say(words, "offer.challenges")}</b> <small class="wk-quiet">{say(words, "offer.challenges-hint")}</small>
        </legend>
        {model.challenges.map((one) => (
          <div key={one.id} class="wk-row">
            <span>{say(words, "label", { number: one.number, stake: one.stake })}</span>
            {[true, false].map((willing) => {
              const pressed = willing ? challenges.includes(one.id) : voice.declined.includes(one.id);
              return (
                <button
                  key={String(willing)}
                  type="button"
                  class="wk-go wk-second wkv-small"
                  aria-pressed={pressed}
                  aria-label={say(words, willing ? "offer.yes-to" : "offer.no-to", { number: one.number })}
                  onClick={() => void answer(one.id, willing)}
                >
                  {pressed ? "✓ " : ""}
                  {say(words, willing ? "offer.yes" : "offer.no")}
                </button>
              );
            })}
          </div>
        ))}
      </fieldset>
      <Terms voice={voice} />
      <p class="wkv-aloud">{say(words, "offer.read", { organiser: model.organiser, purpose: model.purpose, date: model.retention })}</p>
      <label class="wk-check">
        <input type="checkbox" checked={consent} onChange={(event) => setConsent(event.currentTarget.checked)} />
        <span>{say(words, "offer.consent")}</span>
      </label>
      <label class="wk-check">
        <input type="checkbox" checked={mayShow} onChange={(event) => setMayShow(event.currentTarget.checked)} />
        <span>{say(words, "offer.may-show-name")}</span>
      </label>
      <button type="submit" class="wk-go">
        {say(words, "offer.go")}
      </button>
      <div class="wkv-ask">
        <p>{say(words, "offer.may-ask")}</p>
        <div class="wk-row">
          {[true, false].map((may) => (
            <button
              key={String(may)}
              type="button"
              class="wk-go wk-second wkv-small"
              aria-pressed={voice.may_ask === may}
              onClick={() => void letAsk(may)}
            >
              {voice.may_ask === may ? "✓ " : ""}
              {say(words, may ? "offer.may-ask-yes" : "offer.may-ask-no")}
            </button>
          ))}
        </div>
      </div>
      <Told saying={saying} saved={say(words, "offer.withdrawn")} />
    </Form>
  );
}

/** The answers to a mission: what is asked for of each, and whether it is the one that was given. */
const REPLIES = [
  { name: "accept", answer: "accepted", another: false },
  { name: "another", answer: "declined", another: true },
  { name: "decline", answer: "declined", another: false },
  { name: "later", answer: "later", another: false },
] as const;

export function AnswerForm({ voice, onClose, onDone }: ActProps) {
  const { words } = useSpeaking();
  const saying = useSaying();
  const [said, write] = useState<Record<string, string>>({});
  const reply = async (mission: string, { answer, another }: (typeof REPLIES)[number]) => {
    const why = answer === "declined" ? (said[mission] ?? "") : "";
    const told = await saying.act("answer_as", { participant: voice.id, mission, answer, another, said: why });
    if (told.ok && voice.answer.asks.every((one) => one === mission)) onDone();
  };
  return (
    <Form title={say(words, "open.answer", { pseudonym: voice.pseudonym })} onClose={onClose} onSubmit={() => undefined}>
      {voice.missions.length === 0 ? <p>{say(words, "answer.none")}</p> : null}
      <ul class="wkv-missions">
        {voice.missions.map((one) => (
          <li key={one.id}>
            <p>
              <b>{one.title}</b> <span class="wk-badge">{say(words, `answer.status.${one.status}`)}</span>
            </p>
            <p class="wk-quiet">{one.stake}</p>
            <p>{one.reason}</p>
            <label class="wk-field">
              <span class="wk-quiet">{say(words, "answer.because")}</span>
              <input
                type="text"
                maxLength={LIMITS.refusal_said.longest}
                value={said[one.id] ?? ""}
                onInput={(event) => write({ ...said, [one.id]: event.currentTarget.value })}
              />
            </label>
            <div class="wk-row">
              {REPLIES.map((each) => {
                const pressed = one.status === each.answer && one.another === each.another;
                return (
                  <button
                    key={each.name}
                    type="button"
                    class="wk-go wk-second wkv-small"
                    aria-pressed={pressed}
                    aria-label={say(words, `answer.${each.name}-this`, { title: one.title })}
                    onClick={() => void reply(one.id, each)}
                  >
                    {pressed ? "✓ " : ""}
                    {say(words, `answer.${each.name}`)}
                  </button>
                );
              })}
            </div>
          </li>
        ))}
      </ul>
      <Told saying={saying} saved={say(words, "answer.saved")} />
    </Form>
  );
}
