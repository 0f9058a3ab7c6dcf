/** One row a person without a phone, one column an act; the green button names what comes next. */
import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Voice } from "../../contract";
import { say, sayMany } from "../kit/panel";
import { AddForm } from "./add";
import { AnswerForm, OfferForm } from "./help";
import { Papers } from "./paper";
import { ScoreForm } from "./scores";
import { useSpeaking } from "./speaking";
import { VoteForm, WriteForm, type ActProps } from "./write";

const ACTS = ["write", "vote", "score", "offer", "answer"] as const;
type Act = (typeof ACTS)[number];
const FORMS: Record<Act, ComponentType<ActProps>> = {
  write: WriteForm,
  vote: VoteForm,
  score: ScoreForm,
  offer: OfferForm,
  answer: AnswerForm,
};

type Opened = { act: Act; person: string; challenge: string | null } | "add" | null;

export function Voices(props: {
  /** What the facilitator alone may add under the form of a new person. */
  adding?: (close: () => void) => ComponentChildren;
  /** What the facilitator alone may do for a person, in their row. */
  beside?: (voice: Voice) => ComponentChildren;
}) {
  const { model, words } = useSpeaking();
  const [opened, open] = useState<Opened>(null);
  const next = useRef<HTMLButtonElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const close = () => {
    open(null);
    setTimeout(() => (next.current ?? adder.current)?.focus()); // where Enter goes on
  };
  const shown = typeof opened === "object" && opened !== null ? opened : null;
  const voice = model.people.find((one) => one.id === shown?.person);
  const again = useBackOnPhone(model.people);
  const Act = shown === null ? null : FORMS[shown.act];
  return (
    <section class="wkv">
      <div class="wkv-card">
        <div class="wkv-head">
          <h2>{say(words, "title", { number: model.people.length })}</h2>
          <button ref={adder} type="button" class="wk-quiet-action" aria-expanded={opened === "add"} onClick={() => open("add")}>
            {say(words, "add")}
          </button>
        </div>
        <p role="status" class="wk-quiet wkv-back">
          {again.map((name) => say(words, "phone-again", { pseudonym: name })).join(" ")}
        </p>
        {opened === null ? <p class="wk-quiet">{say(words, model.people.length === 0 ? "nobody" : "lead")}</p> : null}
        {opened === "add" ? (
          <AddForm onClose={close} onDone={close}>
            {props.adding?.(close)}
          </AddForm>
        ) : null}
        {model.people.length === 0 || voice !== undefined || opened === "add" ? null : (
          <table class="wkv-table">
            <thead>
              <tr>
                <th scope="col">{say(words, "for")}</th>
                {ACTS.map((act) => (
                  <th key={act} scope="col">
                    {say(words, act === "score" || act === "answer" ? `column.${act}` : `act.${act}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {model.people.map((one) => (
                <tr key={one.id} data-voice={one.id}>
                  <th scope="row">
                    {one.pseudonym} <small class="wk-quiet">{one.category}</small>
                    {props.beside?.(one)}
                  </th>
                  {ACTS.map((act) => (
                    <td key={act} data-act={act} class={one[act].open || one[act].done > 0 ? undefined : "wkv-closed"}>
                      <Cell voice={one} act={act} onOpen={() => open({ act, person: one.id, challenge: null })} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {Act === null || voice === undefined || shown === null ? (
          opened === "add" ? null : (
            <Next
              button={next}
              onOpen={() => {
                if (model.next !== null)
                  open({ act: model.next.act as Act, person: model.next.participant, challenge: model.next.challenge });
              }}
            />
          )
        ) : (
          <Act key={`${shown.act} ${voice.id}`} voice={voice} challenge={shown.challenge} onClose={close} onDone={close} />
        )}
      </div>
      <Papers />
    </section>
  );
}

/** Who had a phone and is spoken for no more: they, or the facilitator, took their voice back. */
function useBackOnPhone(people: Voice[]): string[] {
  const before = useRef<Voice[]>(people);
  const [back, setBack] = useState<string[]>([]);
  useEffect(() => {
    const gone = before.current.filter((one) => one.back && people.every((other) => other.id !== one.id));
    before.current = people;
    if (gone.length > 0) setBack(gone.map((one) => one.pseudonym));
  }, [people]);
  return back;
}

/** One act for one person: a button while it is open, a tick with how much once it was done. */
function Cell({ voice, act, onOpen }: { voice: Voice; act: Act; onOpen: () => void }) {
  const { model, words, lang } = useSpeaking();
  const { open, done, asks } = voice[act];
  const asked = act === "offer" && asks.length === 0 ? say(words, "done.asked") : "";
  const sayDone = (): string => {
    if (act !== "vote" || voice.voted === 0) return sayMany(words, lang, `done.${act}`, done);
    const voted = sayMany(words, lang, "done.voted", voice.voted);
    return done > voice.voted ? `${sayMany(words, lang, "done.vote", done - voice.voted)}, ${voted}` : voted;
  };
  const much = voice.phone ? say(words, "done.given") : sayDone();
  const told = done > 0 ? much : asked;
  const label = say(words, `open.${act}`, { pseudonym: voice.pseudonym });
  if (!open && told !== "") return <b class="wkv-done">✓ {told}</b>;
  if (!open && act === "answer" && (model.phase === "missions" || model.phase === "thanks"))
    return <span class="wk-quiet">{say(words, "no-mission")}</span>; // answers are open: nothing is proposed to them
  if (!open)
    return (
      <>
        <span aria-hidden="true">–</span>
        <span class="wk-visually-hidden">{say(words, "not-open")}</span>
      </>
    );
  const isDone = asks.length === 0 && told !== "";
  return (
    <button
      type="button"
      class={isDone ? "wk-quiet-action wkv-done" : "wk-quiet-action"}
      aria-label={isDone ? `${label} – ${told}` : label}
      onClick={onOpen}
    >
      {isDone ? `✓ ${told}` : say(words, `act.${act}`)}
    </button>
  );
}

/** The one next action; once nothing is left it says so. */
function Next({ button, onOpen }: { button: { current: HTMLButtonElement | null }; onOpen: () => void }) {
  const { model, words } = useSpeaking();
  if (model.people.length === 0) return null;
  if (model.next === null) {
    const open = model.people.some((one) => ACTS.some((act) => one[act].open));
    return open ? <p class="wk-saved">{say(words, "all-done")}</p> : <p class="wk-quiet">{say(words, "nothing-open")}</p>;
  }
  return (
    <button ref={button} type="button" class="wk-go" onClick={onOpen}>
      {say(words, `open.${model.next.act}`, { pseudonym: model.next.pseudonym })} →
    </button>
  );
}
