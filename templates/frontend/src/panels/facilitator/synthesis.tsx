/** Step 6: what the synthesis will hold, how it reads, and its PDF at a click. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { MakingModel, ReportForm } from "../../contract";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { useAction } from "./action";
import { Erasure } from "./erasure";
import { bytesOf, save } from "../kit/saving";
import { Undrawn } from "./undrawn";

const COUNTS = ["challenges", "people", "known", "ideas", "scored", "missions"] as const;

export function SynthesisPanel() {
  const { model, words, lang } = usePanel<"facilitator", "synthesis">();
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
            <li>
              {say(words, "placed", { filled: model.filled, places: model.places })}
              {model.waiting > 0 ? `, ${sayMany(words, lang, "waiting", model.waiting)}` : ""}
            </li>
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
function useMade(format: ReportForm, onContent: (content: string) => void) {
  const { model, send } = usePanel<"facilitator", "synthesis">();
  const action = useAction();
  const making = model[format];
  const [asked, setAsked] = useState<number | null>(null);
  const [refusal, setRefusal] = useState("");
  const keep = useRef(onContent);
  keep.current = onContent;
  const fetchIt = async () => {
    const answer = await send("fetch", { format });
    setRefusal(answer.ok ? "" : (answer.sentence ?? ""));
    if (answer.ok && answer.result !== undefined) keep.current(answer.result.content);
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
  const cancel = async () => {
    const answer = await action.act("cancel", { format });
    setRefusal(answer.ok ? "" : (answer.sentence ?? ""));
  };
  const working = asked !== null || making.state === "working";
  return {
    making,
    make,
    cancel,
    fetchIt,
    working,
    refusal: refusal || (making.state === "failed" && !working ? (making.sentence ?? "") : ""),
  };
}

/** How far a making is, and the button that ends it; the focus goes back to what began it, for this goes away. */
function Progress(props: { label: string; making: MakingModel; begun: RefObject<HTMLButtonElement | null>; onCancel: () => void }) {
  const { words } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(
    () => () => {
      if (button.current !== null && button.current === document.activeElement) props.begun.current?.focus();
    },
    [],
  );
  return (
    <div class="wkf-progress">
      <progress aria-label={props.label} value={props.making.share ?? 0} max={1} />
      <button
        ref={button}
        type="button"
        class="wkf-button"
        aria-label={`${say(words, "cancel")} – ${props.label}`}
        onClick={props.onCancel}
      >
        {say(words, "cancel")}
      </button>
    </div>
  );
}

/** What is being done, in few words: a screen reader hears each step once, not each percent. */
function Doing({ making, working, otherwise, good }: { making: MakingModel; working: boolean; otherwise: string; good?: boolean }) {
  const { words } = useWords();
  const said = working ? (making.doing === undefined ? "" : say(words, "working", { doing: making.doing })) : otherwise;
  return (
    <p role="status" class={good && !working ? "wk-saved" : "wk-quiet"}>
      {said}
    </p>
  );
}

function Pdf() {
  const { model, words } = usePanel<"facilitator", "synthesis">();
  const { making, make, cancel, fetchIt, working, refusal } = useMade("pdf", (content) =>
    save(bytesOf(content), "application/pdf", model.file),
  );
  const begun = useRef<HTMLButtonElement>(null);
  return (
    <div class="wk-stack-tight">
      <button ref={begun} type="button" class="wk-go" aria-disabled={working} onClick={() => (working ? undefined : void make())}>
        {say(words, making.state === "ready" ? "pdf-again" : "pdf")}
      </button>
      {working ? <Progress label={say(words, "pdf")} making={making} begun={begun} onCancel={() => void cancel()} /> : null}
      <Doing
        making={making}
        working={working}
        good={making.state === "ready"}
        otherwise={
          making.state === "ready"
            ? say(words, "ready", { size: making.size })
            : making.state === "cancelled"
              ? say(words, "cancelled")
              : ""
        }
      />
      <Undrawn making={making} working={working} />
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

function Preview() {
  const { model, words } = usePanel<"facilitator", "synthesis">();
  const [page, setPage] = useState<{ html: string; seen: string } | null>(null);
  const now = JSON.stringify([...COUNTS.map((key) => model[key]), model.filled, model.waiting, model.places]);
  const { making, make, cancel, working, refusal } = useMade("html", (html) => setPage({ html, seen: now }));
  const begun = useRef<HTMLButtonElement>(null);
  return (
    <div class="wk-stack-tight wkf-preview">
      <div class="wk-row">
        <button ref={begun} type="button" class="wkf-button" aria-disabled={working} onClick={() => (working ? undefined : void make())}>
          {say(words, page === null ? "preview" : "preview-again")}
        </button>
        {page === null ? null : (
          <button
            type="button"
            class="wk-quiet-action"
            onClick={() => save(page.html, "text/html;charset=utf-8", model.file.replace(/pdf$/, "html"))}
          >
            {say(words, "keep-page")}
          </button>
        )}
      </div>
      {working ? <Progress label={say(words, "preview")} making={making} begun={begun} onCancel={() => void cancel()} /> : null}
      <Doing
        making={making}
        working={working}
        otherwise={
          making.state === "cancelled" ? say(words, "cancelled") : page !== null && page.seen !== now ? say(words, "preview-old") : ""
        }
      />
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
