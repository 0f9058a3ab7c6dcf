/** Another folder: walked through step by step, since a page cannot be shown a folder of this computer by its own window. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { PlaceEntry, PlaceListing } from "../../contract";
import { say, usePanel, useWords } from "../kit/panel";
import { Button, type HomeAction, Opening, Refusal, Word } from "./pieces";
import { show } from "./view";

export function Places({ action }: { action: HomeAction }) {
  const { words, send } = usePanel<"home", "home">();
  const [at, setAt] = useState<PlaceListing | null>(null);
  const [refusal, refuse] = useState("");
  const here = useRef<HTMLHeadingElement>(null);
  const go = async (path: string, walked = true) => {
    const answer = await send("list_place", { path });
    refuse(answer.ok ? "" : (answer.sentence ?? ""));
    if (!answer.ok || answer.result === undefined) return;
    setAt(answer.result);
    if (walked) here.current?.focus();
  };
  useEffect(() => void go("", false), []);
  const take = async (entry: Pick<PlaceEntry, "path" | "kind">) => {
    const sent = entry.kind === "file" ? action.act("take_in", { path: entry.path }) : action.act("open_folder", { path: entry.path });
    const answer = await sent;
    refuse(answer.ok ? "" : (answer.sentence ?? ""));
    if (answer.ok) show("workshop");
  };
  const keepHere = async (path: string) => {
    const answer = await action.act("move_shelf", { path });
    refuse(answer.ok ? "" : (answer.sentence ?? ""));
    if (answer.ok) show("workshop");
  };
  return (
    <div class="wkh-stack">
      <Opening>{say(words, "places.title")}</Opening>
      <p>{say(words, "places.lead")}</p>
      {at === null ? null : (
        <>
          <nav class="wkh-line" aria-label={say(words, "places.starts")}>
            {at.starts.map((start) => (
              <Button key={start.path} onClick={() => void go(start.path)}>
                {start.name}
              </Button>
            ))}
          </nav>
          <Here
            at={at}
            heading={here}
            onGo={(path) => void go(path)}
            onTake={(entry) => void take(entry)}
            onKeepHere={() => void keepHere(at.path)}
          />
        </>
      )}
      <Refusal sentence={refusal} />
      <Typed onGo={(path) => void go(path)} />
      <div>
        <Button onClick={() => show("workshop")}>{say(words, "cancel")}</Button>
      </div>
    </div>
  );
}

interface Walking {
  at: PlaceListing;
  heading: { current: HTMLHeadingElement | null };
  onGo: (path: string) => void;
  onTake: (entry: Pick<PlaceEntry, "path" | "kind">) => void;
  onKeepHere: () => void;
}

function Here({ at, heading, onGo, onTake, onKeepHere }: Walking) {
  const { words } = useWords();
  const above = at.trail.slice(0, -1);
  return (
    <div class="wkh-panel">
      <div>
        {above.map((one) => (
          <span key={one.path}>
            <Word onClick={() => onGo(one.path)}>{one.name}</Word> <span aria-hidden="true">›</span>{" "}
          </span>
        ))}
        <h2 ref={heading} tabIndex={-1} class="wkh-here">
          {at.name}
        </h2>
      </div>
      {at.is_workshop ? (
        <Button main onClick={() => onTake({ path: at.path, kind: "workshop" })}>
          {say(words, "places.open-this")}
        </Button>
      ) : null}
      {!at.readable ? (
        <p>{say(words, "places.unreadable")}</p>
      ) : at.entries.length === 0 ? (
        !at.is_workshop && <p>{say(words, "places.empty")}</p>
      ) : (
        <ul class="wkh-entries">
          {at.entries.map((entry) => (
            <li key={entry.path}>
              {entry.kind === "folder" ? (
                <Word onClick={() => onGo(entry.path)}>{entry.name}</Word>
              ) : (
                <>
                  <b>{entry.name}</b> <span class="wkh-quiet">{say(words, `places.${entry.kind}`)}</span>{" "}
                  <Button label={say(words, "places.open-one", { name: entry.name })} onClick={() => onTake(entry)}>
                    {say(words, "places.open")}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {at.readable && !at.is_workshop && at.path !== "" ? <Word onClick={onKeepHere}>{say(words, "places.keep-here")}</Word> : null}
      {at.cut ? <p class="wkh-quiet">{say(words, "places.cut")}</p> : null}
    </div>
  );
}

/** Who has the folder's address can paste it. */
function Typed({ onGo }: { onGo: (path: string) => void }) {
  const { words } = useWords();
  const [path, setPath] = useState("");
  return (
    <details class="wkh-fold">
      <summary>{say(words, "places.typed")}</summary>
      <form
        class="wkh-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim() !== "") onGo(path.trim());
        }}
      >
        <label class="wk-field">
          <span class="wk-label">{say(words, "places.typed-field")}</span>
          <input value={path} autocomplete="off" spellcheck={false} onInput={(event) => setPath(event.currentTarget.value)} />
        </label>
        <div>
          <button type="submit" class="wkh-button">
            {say(words, "places.typed-go")}
          </button>
        </div>
      </form>
    </details>
  );
}
