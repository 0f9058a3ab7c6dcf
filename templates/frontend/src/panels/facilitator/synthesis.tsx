/** Step 6: what the synthesis will hold, how it reads, and its PDF at a click. */
import { useEffect, useRef, useState } from "preact/hooks";
import { say, sayMany, usePanel } from "../kit/panel";
import { useAction } from "./action";
import { Erasure, type Person } from "./erasure";

interface Making {
  state: "none" | "working" | "ready" | "failed";
  /** Grows with every making that ended, well or badly. */
  number: number;
  sentence?: string;
  size?: number;
}

interface Model {
  title: string;
  file: string;
  challenges: number;
  people: number;
  /** Volunteers known from a file or a poster alone: counted apart, they were not there. */
  known: number;
  ideas: number;
  scored: number;
  missions: number;
  places: number;
  placed: number;
  persons: Person[];
  pdf: Making;
  html: Making;
}

const COUNTS = ["challenges", "people", "known", "ideas", "scored", "missions"] as const;

export function SynthesisPanel() {
  const { model, words, lang } = usePanel<Model>();
  return (
    <section class="wkf-page wkf-page-tight">
      <h2>{say(words, "title")}</h2>
      <div class="wkf-halves">
        <div class="wk-card">
          <h3>{say(words, "holds")}</h3>
          <ul>
            {COUNTS.filter((key) => key !== "known" || model.known > 0).map((key) => (
              <li key={key}>{sayMany(words, lang, `count.${key}`, model[key])}</li>
            ))}
            <li>{say(words, "placed", { placed: model.placed, places: model.places })}</li>
          </ul>
          <p class="wk-quiet">{say(words, "no-contacts")}</p>
          <Pdf />
        </div>
        <Preview />
      </div>
      <Erasure persons={model.persons} />
    </section>
  );
}

/** What was made, fetched once it is ready and was asked for here. */
function useMade(format: "pdf" | "html", onContent: (content: string) => void) {
  const { model, send } = usePanel<Model>();
  const action = useAction();
  const making = model[format];
  const [asked, setAsked] = useState<number | null>(null);
  const [refusal, setRefusal] = useState("");
  const keep = useRef(onContent);
  keep.current = onContent;
  const fetchIt = async () => {
    const answer = await send("fetch", { format });
    setRefusal(answer.ok ? "" : (answer.sentence ?? ""));
    if (answer.ok) keep.current((answer.result as { content: string }).content);
  };
  useEffect(() => {
    if (asked === null || making.number <= asked) return;
    setAsked(null);
    if (making.state === "ready") void fetchIt();
  }, [asked, making.number, making.state]);
  const make = async () => {
    setRefusal("");
    setAsked(making.number);
    const answer = await action.act("make", { format });
    if (!answer.ok) {
      setAsked(null);
      setRefusal(answer.sentence ?? "");
    }
  };
  const working = asked !== null || making.state === "working";
  return { making, make, fetchIt, working, refusal: refusal || (making.state === "failed" && !working ? (making.sentence ?? "") : "") };
}

/** Seconds since something began: honest, for nobody knows how far a page layout is. */
function useSeconds(running: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!running) return;
    const began = Date.now();
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - began) / 1000)), 500);
    return () => clearInterval(timer);
  }, [running]);
  return seconds;
}

function Pdf() {
  const { model, words } = usePanel<Model>();
  const { making, make, fetchIt, working, refusal } = useMade("pdf", (content) => save(bytesOf(content), "application/pdf", model.file));
  const seconds = useSeconds(working);
  return (
    <div class="wk-stack-tight">
      <button type="button" class="wk-go" aria-disabled={working} onClick={() => (working ? undefined : void make())}>
        {say(words, making.state === "ready" ? "pdf-again" : "pdf")}
      </button>
      {working ? <progress aria-label={say(words, "pdf")} /> : null}
      <p role="status" class={working ? "wk-quiet" : "wk-saved"}>
        {working ? say(words, "working", { seconds }) : making.state === "ready" ? say(words, "ready", { size: making.size }) : ""}
      </p>
      {refusal ? (
        <p role="alert" class="wk-refused">
          {refusal}
        </p>
      ) : null}
      {making.state === "ready" && !working ? (
        <button type="button" class="wk-go wk-second" onClick={() => void fetchIt()}>
          {say(words, "download")}
        </button>
      ) : null}
    </div>
  );
}

/** Hand a file to the browser under a name a person recognises; a page opened from there runs apart from this one. */
function save(content: BlobPart, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

function Preview() {
  const { model, words } = usePanel<Model>();
  const [page, setPage] = useState<{ html: string; seen: string } | null>(null);
  const now = JSON.stringify([...COUNTS.map((key) => model[key]), model.placed, model.places]);
  const { make, working, refusal } = useMade("html", (html) => setPage({ html, seen: now }));
  const seconds = useSeconds(working);
  return (
    <div class="wk-stack-tight wkf-preview">
      <div class="wk-row">
        <button type="button" class="wkf-button" aria-disabled={working} onClick={() => (working ? undefined : void make())}>
          {say(words, page === null ? "preview" : "preview-again")}
        </button>
        {page === null ? null : (
          <button type="button" class="wk-quiet-action" onClick={() => save(page.html, "text/html;charset=utf-8", model.file.replace(/pdf$/, "html"))}>
            {say(words, "keep-page")}
          </button>
        )}
      </div>
      <p role="status" class="wk-quiet">
        {working ? say(words, "previewing", { seconds }) : page !== null && page.seen !== now ? say(words, "preview-old") : ""}
      </p>
      {refusal ? (
        <p role="alert" class="wk-refused">
          {refusal}
        </p>
      ) : null}
      {page === null ? (
        <p class="wkf-blank">{say(words, "preview-none")}</p>
      ) : (
        <iframe title={say(words, "preview-title")} sandbox="" srcDoc={page.html} />
      )}
    </div>
  );
}
