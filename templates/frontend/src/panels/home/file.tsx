/** A colleague's file, dropped here or chosen: handed in part by part, then made a workshop of. */
import { useRef, useState } from "preact/hooks";
import { say, usePanel, useWords } from "../kit/panel";
import { Button, type HomeAction, Opening, Refusal } from "./pieces";
import { show } from "./view";

export function ColleaguesFile({ action }: { action: HomeAction }) {
  const { words } = useWords();
  const { handIn, share, refusal } = useHandingIn(action);
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined) void handIn(file);
  };
  return (
    <div class="wkh-stack">
      <Opening>{say(words, "file.title")}</Opening>
      <p>{say(words, "file.lead")}</p>
      <div
        role="group"
        aria-label={say(words, "file.title")}
        class={over ? "wkh-drop wkh-over" : "wkh-drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <p>{say(words, "file.drop")}</p>
        <input
          ref={field}
          type="file"
          hidden
          aria-label={say(words, "file.choose")}
          onChange={(event) => take(event.currentTarget.files)}
        />
        <Button main busy={share !== null} onClick={() => field.current?.click()}>
          {say(words, "file.choose")}
        </Button>
      </div>
      <div role="status" class="wkh-told">
        {share === null ? null : (
          <>
            <p>{say(words, "file.reading")}</p>
            <progress class="wkh-progress" aria-label={say(words, "file.reading")} value={share} max={1} />
          </>
        )}
      </div>
      <Refusal sentence={refusal} />
      <div>
        <Button onClick={() => show("workshop")}>{say(words, "cancel")}</Button>
      </div>
    </div>
  );
}

/** Hand a file in; `share` is how much of it is there, null while none is on its way. */
function useHandingIn(action: HomeAction) {
  const { send } = usePanel<"home", "home">();
  const [share, setShare] = useState<number | null>(null);
  const [refusal, refuse] = useState("");
  const handIn = async (file: File) => {
    refuse("");
    setShare(0);
    try {
      refuse((await handInParts(file)) ?? "");
    } finally {
      setShare(null);
    }
  };
  /** Returns why it was refused, or nothing. */
  const handInParts = async (file: File): Promise<string | undefined> => {
    const begun = await send("begin_upload", { name: file.name, size: file.size });
    if (!begun.ok || begun.result === undefined) return begun.sentence;
    const { upload, part } = begun.result;
    for (let start = 0; start < file.size; start += part) {
      const content = encode(new Uint8Array(await file.slice(start, start + part).arrayBuffer()));
      const sent = await send("send_part", { upload, start, content });
      if (!sent.ok) return sent.sentence;
      setShare((start + part) / file.size);
    }
    const taken = await action.act("take_in", { upload });
    if (!taken.ok) return taken.sentence;
    show("workshop");
    return undefined;
  };
  return { handIn, share, refusal };
}

/** Bytes in base64, a piece at a time: a call takes only so many values. */
function encode(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}
