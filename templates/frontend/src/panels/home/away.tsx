/** What is put away: a copy as a starting point, the archive, and deleting, which first says what it erases. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DeletionDescription, RoomPanel } from "../../contract";
import * as LIMITS from "../../limits";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { sayDay } from "../kit/days";
import { Backups } from "./backups";
import { Check } from "./check";
import { Coming } from "./coming";
import { saySize } from "./days";
import { Button, type HomeAction, Question, Refusal, refusalOf, type Tell, Word } from "./pieces";

type Asked = "copy" | "delete" | "backups" | "check" | null;

const DONE = { archive_workshop: "done.archived", bring_back: "done.back", forget_folder: "done.forgotten" } as const;

/** What is to be closed before what cannot be done in a served workshop. */
const CLOSES: Partial<Record<RoomPanel["state"], string>> = { open: "away.close-first", prepared: "away.close-pages-first" };

export function Away({ action, tell }: { action: HomeAction; tell: Tell }) {
  const { model, words, lang } = usePanel<"home", "home">();
  const { card, room, may_delete, may_write, erased_on } = model.chosen!;
  const [asked, ask] = useState<Asked>(null);
  const openers = {
    copy: useRef<HTMLButtonElement>(null),
    delete: useRef<HTMLButtonElement>(null),
    backups: useRef<HTMLButtonElement>(null),
    check: useRef<HTMLButtonElement>(null),
  };
  const before = useRef<Asked>(null);
  useLayoutEffect(() => {
    if (asked === null && before.current !== null) openers[before.current].current?.focus();
    before.current = asked;
  }, [asked]);
  const named = { workshop: card.id };
  const put = async (intention: keyof typeof DONE) => {
    if ((await action.act(intention, named)).ok) tell(say(words, DONE[intention], { title: card.title }));
  };
  const found = card.condition !== "missing";
  const elsewhere = card.place === "elsewhere";
  const closes = may_delete ? "" : (CLOSES[room.state] ?? "");
  return (
    <section class="wkh-stack" aria-label={say(words, "away")}>
      {asked === "copy" ? <Copy action={action} tell={tell} onDone={() => ask(null)} /> : null}
      {asked === "delete" ? <Delete action={action} tell={tell} onDone={() => ask(null)} /> : null}
      {asked === "backups" ? <Backups action={action} tell={tell} onDone={() => ask(null)} /> : null}
      {asked === "check" ? <Check action={action} onDone={() => ask(null)} /> : null}
      <Coming action={action} tell={tell} />
      <div class="wkh-away">
        {may_write ? (
          <Word button={openers.copy} onClick={() => ask("copy")}>
            {say(words, "copy")}
          </Word>
        ) : null}
        <Word onClick={() => void put(card.archived ? "bring_back" : "archive_workshop")}>
          {say(words, card.archived ? "bring-back" : "archive")}
        </Word>
        {found ? <Word onClick={() => void action.act("show_folder", named)}>{say(words, "show-folder")}</Word> : null}
        {found ? <Word onClick={() => void action.act("open_notebooks", named)}>{say(words, "notebooks")}</Word> : null}
        {may_delete && card.condition !== "read-only" ? (
          <Word button={openers.backups} onClick={() => ask("backups")}>
            {say(words, "backups")}
          </Word>
        ) : null}
        {found ? (
          <Word button={openers.check} label={say(words, "folder-check.one", { title: card.title })} onClick={() => ask("check")}>
            {say(words, "folder-check")}
          </Word>
        ) : null}
        {closes === "" ? null : <p class="wkh-quiet">{say(words, closes)}</p>}
        {elsewhere ? <Word onClick={() => void put("forget_folder")}>{say(words, "forget")}</Word> : null}
        {may_delete ? (
          <Word danger button={openers.delete} onClick={() => ask("delete")}>
            {say(words, "delete")}
          </Word>
        ) : null}
        {erased_on === "" ? null : <p class="wkh-quiet">{say(words, "erased-on", { day: sayDay(lang, erased_on, model.today) })}</p>}
        <p class="wkh-quiet">{say(words, `away.${elsewhere ? "elsewhere" : "how"}${may_delete ? "" : ".kept"}`)}</p>
      </div>
    </section>
  );
}

interface Asking {
  action: HomeAction;
  tell: Tell;
  onDone: () => void;
}

function Copy({ action, tell, onDone }: Asking) {
  const { model, words } = usePanel<"home", "home">();
  const { card } = model.chosen!;
  const [title, setTitle] = useState(() => nameCopy(say(words, "copy.title", { title: card.title }), card.title));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const copy = async () => {
    if (!(await action.act("copy_workshop", { workshop: card.id, title })).ok) return;
    tell(say(words, "done.copied", { title }));
    onDone();
  };
  return (
    <form
      class="wkh-form wkh-asks"
      aria-label={say(words, "copy")}
      onSubmit={(event) => {
        event.preventDefault();
        void copy();
      }}
    >
      <p>{say(words, "copy.how")}</p>
      <label class="wk-field">
        <span class="wk-label">{say(words, "new.title-field")}</span>
        <input
          ref={field}
          value={title}
          maxLength={LIMITS.workshop_title.longest}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <Refusal sentence={refusalOf(action)} />
      <div class="wkh-buttons">
        <button type="submit" class="wkh-button" aria-disabled={action.busy}>
          {say(words, "copy.go")}
        </button>
        <Button onClick={onDone}>{say(words, "cancel")}</Button>
      </div>
    </form>
  );
}

/** The title that is proposed; one too long for what tells the copy from its origin is left as it was. */
const nameCopy = (proposed: string, title: string): string => (proposed.length > LIMITS.workshop_title.longest ? title : proposed);

function Delete({ action, tell, onDone }: Asking) {
  const { model, words, send } = usePanel<"home", "home">();
  const workshop = model.chosen!.card.id;
  const [described, describe] = useState<DeletionDescription | null>(null);
  const [refusal, refuse] = useState("");
  useEffect(() => {
    void send("describe_deletion", { workshop }).then((answer) => {
      if (answer.ok && answer.result !== undefined) describe(answer.result);
      else refuse(answer.sentence ?? "");
    });
  }, []);
  if (described === null) {
    return (
      <div class="wkh-asks" role="status">
        <p>{refusal === "" ? say(words, "delete.counting") : refusal}</p>
        <Button onClick={onDone}>{say(words, refusal === "" ? "cancel" : "close")}</Button>
      </div>
    );
  }
  const erase = async () => {
    const answer = await action.act("delete_workshop", { workshop, confirmation: described.confirmation });
    if (answer.ok) tell(say(words, "done.deleted", { title: described.title }));
    else refuse(answer.sentence ?? "");
  };
  return (
    <Question
      danger
      title={say(words, "delete.sure", { title: described.title })}
      yes={say(words, "delete.yes")}
      no={say(words, "delete.no")}
      busy={action.busy}
      onYes={() => void erase()}
      onNo={onDone}
    >
      <Erased described={described} />
      <Refusal sentence={refusal} />
    </Question>
  );
}

/** What would be erased, counted; and what stays. */
function Erased({ described }: { described: DeletionDescription }) {
  const { words, lang } = useWords();
  const counted = (["people", "contacts", "ideas"] as const).filter((key) => described[key] > 0);
  return (
    <>
      <p>{say(words, "delete.erases")}</p>
      <ul>
        {counted.map((key) => (
          <li key={key}>{sayMany(words, lang, `delete.${key}`, described[key])}</li>
        ))}
        <li>{sayMany(words, lang, "delete.files", described.files, { size: saySize(words, lang, described.bytes) })}</li>
      </ul>
      {described.own_files > 0 ? <p>{sayMany(words, lang, "delete.own-files", described.own_files)}</p> : null}
      <p>{say(words, "delete.for-good")}</p>
    </>
  );
}
