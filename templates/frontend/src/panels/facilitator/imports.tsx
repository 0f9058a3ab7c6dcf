/** The import page: a file is put down, read over with whoever knows the people in it, and only then written. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { ImportFile, ImportKind, ImportsModel } from "../../contract";
import { say, sayMany, usePanel, type Words } from "../kit/panel";
import { Quiet, useAction } from "./action";
import { useArrivals, type Arrival } from "./import_arriving";
import { ImportBar } from "./import_bar";
import { dashed, FileButton, KINDS, kindAsked, STEP_OF } from "./import_choice";
import { FileSide } from "./import_file";
import { Groups, Tallies } from "./import_lines";
import { Done, JustDone, Past } from "./import_past";
import { Remedies } from "./import_remedies";
import { addressOf } from "./rooms";

export function ImportsPanel() {
  const { model, words } = usePanel<"facilitator", "imports">();
  const kind = kindAsked();
  const arrivals = useArrivals();
  const over = useDropping((files, folders) => {
    for (const name of folders) arrivals.refuse(name, say(words, "folder"));
    arrivals.take(files, kind);
  });
  const gone = useGone(model.files);
  const { shown } = model;
  return (
    <div class={over ? "wkf-import wkf-import-over" : "wkf-import"}>
      {shown === null ? null : <ImportBar key={shown.id} shown={shown} />}
      {shown === null ? <BackLink kind={kind} /> : null}
      {gone.names === "" ? null : (
        <div class="wk-card wkf-import-warn" role="status">
          <p>{say(words, "gone", { name: gone.names })}</p>
          <Quiet onClick={gone.dismiss}>{say(words, "understood")}</Quiet>
        </div>
      )}
      {model.failed === "" ? null : (
        <p role="alert" class="wk-refused">
          {model.failed}
        </p>
      )}
      {model.writing ? (
        <p role="status" class="wkf-import-wait">
          {say(words, "writing")}
        </p>
      ) : null}
      {model.done === null ? null : shown === null ? <Done id={model.done} /> : <JustDone key={model.done} id={model.done} />}
      {arrivals.arrivals.map((arrival) => (
        <Arriving key={arrival.id} arrival={arrival} onDismiss={() => arrivals.dismiss(arrival)} />
      ))}
      <Files />
      {shown === null ? (
        <>
          <PutDown kind={kind} onFiles={(files) => arrivals.take(files, kind)} />
          <Past />
        </>
      ) : (
        <div class="wkf-import-grid">
          <FileSide shown={shown} onFiles={(files, as) => arrivals.take(files, as)} />
          <div id="wkf-import-lines" class="wkf-import-lines" tabIndex={-1}>
            <Remedies shown={shown} challenges={model.challenges.length} onFiles={(files, as) => arrivals.take(files, as)} />
            {shown.unusable === "" && shown.missing.length === 0 ? (
              <>
                <Tallies shown={shown} />
                <Groups shown={shown} />
              </>
            ) : null}
          </div>
        </div>
      )}
      <p class="wkf-import-veil" aria-hidden="true">
        {say(words, "drop-here")}
      </p>
    </div>
  );
}

/** Files dropped anywhere on the page; returns whether some are held over it. */
function useDropping(onDrop: (files: File[], folders: string[]) => void): boolean {
  const [over, note] = useState(false);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const hold = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      clearTimeout(leaving);
      note(true);
    };
    const leave = () => {
      clearTimeout(leaving);
      leaving = setTimeout(() => note(false), 120); // it leaves each element it is held over
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      note(false);
      const { files, folders } = sortDropped(event.dataTransfer);
      latest.current(files, folders);
    };
    document.addEventListener("dragover", hold);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      clearTimeout(leaving);
      document.removeEventListener("dragover", hold);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, []);
  return over;
}

function sortDropped(dropped: DataTransfer): { files: File[]; folders: string[] } {
  const folders = [...(dropped.items ?? [])]
    .map((item) => item.webkitGetAsEntry?.())
    .filter((entry) => entry?.isDirectory === true)
    .map((entry) => entry?.name ?? "");
  return { files: [...dropped.files].filter((file) => !folders.includes(file.name)), folders };
}

const GONE = "import:names";

/** The files that were read over here before the page was loaded anew, which nothing keeps; their names alone are remembered. */
function useGone(files: readonly ImportFile[]): { names: string; dismiss(): void } {
  const [names, note] = useState(() => (files.length === 0 ? readGone() : ""));
  const now = files.map((file) => file.name).join(", ");
  const before = useRef("");
  useEffect(() => {
    if (now !== "" || before.current !== "") keepGone(now);
    if (now !== "") note("");
    before.current = now;
  }, [now]);
  const dismiss = () => {
    keepGone("");
    note("");
  };
  return { names, dismiss };
}

function readGone(): string {
  try {
    return sessionStorage.getItem(GONE) ?? "";
  } catch {
    return "";
  }
}

function keepGone(names: string): void {
  try {
    sessionStorage.setItem(GONE, names);
  } catch {
    // a page that may keep nothing says nothing of what is gone
  }
}

function BackLink({ kind }: { kind: ImportKind | null }) {
  const { words, lang } = usePanel<"facilitator", "imports">();
  if (kind === null) return null;
  return (
    <p>
      <a class="wkf-import-back" href={addressOf(STEP_OF[kind], lang)}>
        ← {say(words, `back.${kind}`)}
      </a>
    </p>
  );
}

/** Where a file is put down: the whole page, and a button for whoever drags nothing. */
function PutDown({ kind, onFiles }: { kind: ImportKind | null; onFiles: (files: File[]) => void }) {
  const { words } = usePanel<"facilitator", "imports">();
  return (
    <section class="wkf-import-put" aria-labelledby="wkf-import-put">
      <h2 id="wkf-import-put">{say(words, kind === null ? "put" : `put.${kind}`)}</h2>
      <p>{say(words, "put.how")}</p>
      <FileButton look="wk-go" label={say(words, "put.button")} onFiles={onFiles} />
      <p class="wk-quiet">{say(words, "put.kinds")}</p>
      {kind === null ? null : <p>{say(words, `needs.${kind}`)}</p>}
      <p class="wk-quiet">{say(words, "put.nothing-written")}</p>
    </section>
  );
}

function Arriving({ arrival, onDismiss }: { arrival: Arrival; onDismiss: () => void }) {
  const { words } = usePanel<"facilitator", "imports">();
  const { name, share, sentence } = arrival;
  if (sentence !== "") {
    return (
      <div class="wk-card wkf-import-no" role="alert">
        <p>
          <b>{name}</b>
        </p>
        <p>{sentence}</p>
        <Quiet label={`${say(words, "understood")} – ${name}`} onClick={onDismiss}>
          {say(words, "understood")}
        </Quiet>
      </div>
    );
  }
  return (
    <div class="wk-card wkf-progress">
      <span>{say(words, "arriving", { name })}</span>
      <progress aria-label={say(words, "arriving", { name })} value={share} max={1} />
      <Quiet label={`${say(words, "stop")} – ${name}`} onClick={onDismiss}>
        {say(words, "stop")}
      </Quiet>
    </div>
  );
}

/** The files that were put down, where there are several or one needs something before it can be read over. */
function Files() {
  const { model, words, lang } = usePanel<"facilitator", "imports">();
  const action = useAction();
  const waiting = model.files.filter((file) => file.id !== model.shown?.id && file.state !== "arriving");
  if (waiting.length === 0) return null;
  return (
    <section class="wkf-import-files" aria-labelledby="wkf-import-files">
      <h2 id="wkf-import-files" class={model.shown === null ? "wk-visually-hidden" : undefined}>
        {sayMany(words, lang, "files", waiting.length)}
      </h2>
      <ul>
        {waiting.map((file) => (
          <li key={file.id}>
            <OneFile file={file} words={words} model={model} action={action} />
          </li>
        ))}
      </ul>
      {action.answer?.ok === false ? (
        <p role="alert" class="wk-refused">
          {action.answer.sentence}
        </p>
      ) : null}
    </section>
  );
}

function OneFile(props: { file: ImportFile; words: Words; model: ImportsModel; action: ReturnType<typeof useAction> }) {
  const { file, words, action } = props;
  const leave = (
    <Quiet label={`${say(words, "leave")} – ${file.name}`} onClick={() => void action.act("leave_file", { file: file.id })}>
      {say(words, "leave")}
    </Quiet>
  );
  if (file.state === "reading") {
    return (
      <p class="wk-card" role="status">
        {say(words, "reading", { name: file.name })}
      </p>
    );
  }
  if (file.state === "unreadable") {
    return (
      <div class="wk-card wkf-import-no" role="alert">
        <p>
          <b>{file.name}</b>
        </p>
        <p>{file.sentence}</p>
        {file.encodings.length === 0 ? null : (
          <label class="wk-field">
            <span class="wk-label">{say(words, "encoding.choose")}</span>
            <select
              value=""
              onChange={(event) => void action.act("choose_encoding", { file: file.id, encoding: event.currentTarget.value })}
            >
              <option value="">{say(words, "encoding.none")}</option>
              {file.encodings.map((one) => (
                <option key={one} value={one}>
                  {say(words, `encoding.${dashed(one)}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        {leave}
      </div>
    );
  }
  if (file.kind === null && props.model.shown === null) return <KindChoice file={file} action={action} leave={leave} />;
  if (file.kind === null) return <KindSelect file={file} action={action} leave={leave} />;
  return (
    <div class="wk-card wk-row">
      <span>
        <b>{file.name}</b> <span class="wk-quiet">{say(words, `kind.${file.kind}`)}</span>
      </span>
      <button
        type="button"
        class="wkf-button wkf-push"
        aria-label={`${say(words, "review")} – ${file.name}`}
        onClick={() => void action.act("show_file", { file: file.id })}
      >
        {say(words, "review")}
      </button>
      {leave}
    </div>
  );
}

/** The same question in one line, while another file is read over. */
function KindSelect(props: { file: ImportFile; action: ReturnType<typeof useAction>; leave: preact.ComponentChildren }) {
  const { words } = usePanel<"facilitator", "imports">();
  const { file, action } = props;
  return (
    <div class="wk-card wk-row">
      <b>{file.name}</b>
      <label class="wk-row wkf-push">
        <span>{say(words, "kind")}</span>
        <select
          value=""
          onChange={(event) => void action.act("choose_kind", { file: file.id, kind: event.currentTarget.value as ImportKind })}
        >
          <option value="">{say(words, "kind.choose")}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {say(words, `kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {props.leave}
    </div>
  );
}

/** What a file holds, asked where its headings do not tell. */
function KindChoice(props: { file: ImportFile; action: ReturnType<typeof useAction>; leave: preact.ComponentChildren }) {
  const { words } = usePanel<"facilitator", "imports">();
  const { file, action } = props;
  return (
    <div class="wk-card wkf-import-kinds" role="group" aria-labelledby={`kind-${file.id}`}>
      <h3 id={`kind-${file.id}`}>{say(words, "kind.question", { name: file.name })}</h3>
      <ul>
        {KINDS.map((kind) => (
          <li key={kind}>
            <button type="button" class="wkf-button" onClick={() => void action.act("choose_kind", { file: file.id, kind })}>
              {say(words, `kind.${kind}`)}
            </button>
            <span class="wk-quiet">{say(words, `needs.${kind}`)}</span>
          </li>
        ))}
      </ul>
      {props.leave}
    </div>
  );
}
