/** From the idea to the deed: a result becomes a mission; what is told of it is saved field by field. */
import type { TargetedEvent, TargetedKeyboardEvent } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { BookedMission, FollowUpModel, MissionField, WorkshopField } from "../../contract";
import * as LIMITS from "../../limits";
import { Said } from "../kit/components";
import { say, usePanel, useWords } from "../kit/panel";
import { Told, Line, useAction } from "./action";

/** A mission for two is begun with: one person alone gives up sooner. */
const PLACES_TO_BEGIN = 2;
const SHORT_TITLE = 80;

/** Where a field of the follow-up stands on the page, so that what is missing can lead to it. */
export const placeOf = (field: MissionField | WorkshopField, mission: string | null = null): string =>
  mission === null ? `wkf-told-${field}` : `wkf-told-${field}-${mission}`;

/** The key of each field's words: keys have dashes. */
const KEYS: Record<MissionField | WorkshopField, string> = {
  owner: "owner",
  first_date: "first-date",
  next_step: "next-step",
  organiser: "organiser",
  contact: "contact",
  follow_up: "follow-up",
};

/** "Make it a mission": the title and the places, then the mission stands where the button was. */
export function MakeMission({ option, challenge, title }: { option: string; challenge: string; title: string }) {
  const { words } = useWords();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);
  useLayoutEffect(() => {
    if (!open && opened.current) opener.current?.focus();
    opened.current = open;
  }, [open]);
  if (open) return <MissionOf option={option} challenge={challenge} title={title} onClose={() => setOpen(false)} />;
  return (
    <button
      ref={opener}
      type="button"
      class="wkf-button"
      aria-label={say(words, "make-of", { title: shorten(title) })}
      onClick={() => setOpen(true)}
    >
      {say(words, "make")}
    </button>
  );
}

export function MissionOf(props: { option: string; challenge: string; title: string; onClose: () => void }) {
  const { words } = useWords();
  const action = useAction();
  const form = useRef<HTMLFormElement>(null);
  const [title, setTitle] = useState(shorten(props.title));
  const [places, setPlaces] = useState(String(PLACES_TO_BEGIN));
  useLayoutEffect(() => form.current?.querySelector("input")?.focus(), []);
  const make = async () => {
    const { option, challenge } = props;
    const answer = await action.act("make_mission", { option, challenge, title, places: Number(places) });
    if (answer.ok) props.onClose();
  };
  return (
    <form
      ref={form}
      class="wkf-make"
      aria-label={say(words, "make-of", { title: shorten(props.title) })}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onClose();
      }}
    >
      <Line label={say(words, "make-title")} value={title} onInput={setTitle} most={LIMITS.mission_title.longest} />
      <label class="wk-field">
        <b>{say(words, "make-places")}</b>
        <input
          type="number"
          min={LIMITS.places.least}
          max={LIMITS.places.most}
          value={places}
          onInput={(event) => setPlaces(event.currentTarget.value)}
        />
      </label>
      <div class="wkf-buttons">
        <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
          {say(words, "make-do")}
        </button>
        <button type="button" class="wk-quiet-action" onClick={props.onClose}>
          {say(words, "make-cancel")}
        </button>
      </div>
      <Told action={action} />
    </form>
  );
}

/** A long idea as a title that can still be changed: cut at a word. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= SHORT_TITLE) return line;
  const cut = line.slice(0, SHORT_TITLE);
  return `${cut.slice(0, cut.lastIndexOf(" ") > 0 ? cut.lastIndexOf(" ") : SHORT_TITLE)}…`;
}

/** The facilitator reads and changes a title as it was typed; others read it without contact details, which this says. */
export function ConcealedElsewhere({ concealed }: { concealed: boolean }) {
  const { words } = useWords();
  return concealed ? <p class="wk-quiet wk-small wkf-concealed">{say(words, "concealed")}</p> : null;
}

/** Who answers for a mission, when it begins, and what is done first. */
export function MissionFields({ mission }: { mission: Pick<BookedMission, "id" | "title" | MissionField> }) {
  const { words, send } = usePanel<"facilitator">();
  const field = (name: MissionField, type: "text" | "date", most?: number) => (
    <ToldField
      needed
      below
      id={placeOf(name, mission.id)}
      label={say(words, KEYS[name])}
      hint={name === "owner" ? say(words, "owner-hint") : undefined}
      spoken={say(words, "of", { field: say(words, KEYS[name]), mission: mission.title })}
      type={type}
      most={most}
      value={mission[name]}
      placeholder={type === "date" ? undefined : say(words, `${KEYS[name]}-missing`)}
      save={(text) => send("tell_mission", { mission: mission.id, field: name, text })}
    />
  );
  return (
    <div class="wkf-told">
      {field("owner", "text", LIMITS.owner.longest)}
      {field("first_date", "date")}
      {field("next_step", "text", LIMITS.next_step.longest)}
    </div>
  );
}

/** Whom to call afterwards, what follows, and who keeps the data, in a card of their own. */
export function WorkshopFields({ afterwards }: { afterwards: Pick<FollowUpModel, WorkshopField> }) {
  const { words } = usePanel<"facilitator">();
  return (
    <section class="wk-card wkf-form" aria-labelledby="wkf-afterwards">
      <h3 id="wkf-afterwards">{say(words, "afterwards")}</h3>
      <WorkshopLines afterwards={afterwards} />
    </section>
  );
}

export function WorkshopLines({ afterwards }: { afterwards: Pick<FollowUpModel, WorkshopField> }) {
  const { words, send } = usePanel<"facilitator">();
  const field = (name: WorkshopField, most: number) => (
    <ToldField
      needed
      id={placeOf(name)}
      label={say(words, KEYS[name])}
      hint={say(words, `${KEYS[name]}-hint`)}
      type={name === "organiser" ? "text" : "lines"}
      most={most}
      value={afterwards[name]}
      save={(text) => send("tell_workshop", { field: name, text })}
    />
  );
  return (
    <>
      <p class="wk-quiet">{say(words, "alone")}</p>
      {field("contact", LIMITS.contact_point.longest)}
      {field("follow_up", LIMITS.follow_up.longest)}
      {field("organiser", LIMITS.organiser.longest)}
    </>
  );
}

/** A line that saves itself when it is left: what is typed stays until it is kept, also when it was refused. */
export function ToldField(props: {
  id: string;
  label: string;
  spoken?: string;
  hint?: string;
  /** The hint stands under the field: among others in a row, no field is pushed out of line. */
  below?: boolean;
  placeholder?: string;
  type: "text" | "date" | "time" | "lines";
  needed: boolean;
  most?: number;
  value: string;
  save: (text: string) => Promise<{ ok: boolean; sentence?: string }>;
}) {
  const { words } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [answer, setAnswer] = useState<{ good: boolean; text?: string } | null>(null);
  const [hint, told] = [useId(), useId()];
  const shown = typed ?? props.value;
  const keep = async (field: HTMLInputElement | HTMLTextAreaElement) => {
    if (field.validity.badInput) return setAnswer({ good: false, text: say(words, "day-unfinished") });
    if (typed === null || typed === props.value) {
      if (answer?.good === false) setAnswer(null);
      return setTyped(null);
    }
    const reply = await props.save(typed);
    setAnswer(reply.ok ? { good: true } : { good: false, text: reply.sentence ?? "" });
    if (reply.ok) setTyped((now) => (now === typed ? null : now)); // what was typed meanwhile is not lost
  };
  const field = {
    id: props.id,
    class: [props.type === "lines" ? "wkf-told-lines" : "", props.needed && shown === "" ? "wkf-told-missing" : ""].join(" "),
    "aria-label": props.spoken,
    "aria-describedby": props.hint === undefined ? told : `${hint} ${told}`,
    "aria-invalid": answer?.good === false,
    maxLength: props.most,
    placeholder: props.placeholder,
    value: shown,
    defaultValue: props.value, // what is kept is not being typed
    onInput: (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setTyped(event.currentTarget.value);
      setAnswer(null);
    },
    onBlur: (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) => void keep(event.currentTarget),
    onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      void keep(event.currentTarget);
    },
  };
  const said =
    props.hint === undefined ? null : (
      <span id={hint} class={props.below === true ? "wkf-hint wkf-hint-below" : "wkf-hint"}>
        {props.hint}
      </span>
    );
  return (
    <div class="wk-field">
      <label class="wk-label" for={props.id}>
        {props.label}
      </label>
      {props.below === true ? null : said}
      {props.type === "lines" ? <textarea {...field} rows={2} /> : <input {...field} type={props.type as "text"} autocomplete="off" />}
      {props.below === true ? said : null}
      <div id={told}>
        <Said good={answer?.good !== false}>{answer?.good === true ? say(words, "saved") : (answer?.text ?? "")}</Said>
      </div>
    </div>
  );
}
