/** From whom a lot is drawn: volunteers, those found in the registers, or a file; and how many people. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { LotFileModel, LotSource } from "../../contract";
import * as LIMITS from "../../limits";
import { say, sayMany, usePanel } from "../kit/panel";
import { Quiet, Told, useAction } from "./action";
import { Courier, PIECE, readPiece } from "./import_arriving";
import { NumberField } from "./number_field";

/** Brings files into the page's memory, one after the other, and says what keeps one from arriving. */
export function useLotFiles() {
  const { widget, send, words } = usePanel<"facilitator", "lot">();
  const [coming, note] = useState({ name: "", share: 0, sentence: "" });
  const courier = useMemo(() => new Courier(widget, "take_lot_piece"), [widget]);
  useEffect(() => () => courier.close(), [courier]);
  const bring = async (file: File) => {
    const begun = await send("begin_lot_file", { name: file.name, size: file.size });
    if (!begun.ok || begun.result === undefined) return begun.sentence ?? say(words, "unreadable");
    for (let at = 0; at < file.size; at += PIECE) {
      note({ name: file.name, share: at / file.size, sentence: "" });
      try {
        const piece = await readPiece(file.slice(at, at + PIECE));
        const answer = await courier.carry({ file: begun.result.file, at, piece });
        if (!answer.ok) return answer.sentence ?? say(words, "unreadable");
      } catch {
        return say(words, "unreadable"); // taken away, or changed, while it was read
      }
    }
    return "";
  };
  const take = async (files: readonly File[]) => {
    for (const file of files) {
      note({ name: file.name, share: 0, sentence: "" });
      const sentence = await bring(file);
      note({ name: "", share: 0, sentence });
      if (sentence !== "") return;
    }
  };
  return { ...coming, take };
}

export function LotPool() {
  const { model, words, lang } = usePanel<"facilitator", "lot">();
  const action = useAction();
  const chosen = model.pools.find((pool) => pool.source === model.source);
  const [open, choose] = useState<LotSource | null>(null);
  const source = model.source ?? open;
  const pick = (one: LotSource) => {
    choose(one);
    void action.act("choose_pool", { source: one });
  };
  return (
    <div class="wk-stack-tight">
      <fieldset class="wkf-lot-pools">
        <legend>
          <h3>{say(words, "who")}</h3>
        </legend>
        {model.pools.map((pool) => (
          <label key={pool.source} class="wk-chip">
            <input type="radio" name="lot-source" checked={source === pool.source} onChange={() => pick(pool.source)} />
            <span>
              {say(words, `source.${pool.source}`)}
              {pool.source === "file" && pool.people === 0 ? null : (
                <small>{sayMany(words, lang, pool.source === "candidates" ? "bodies" : "people", pool.people)}</small>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      {chosen === undefined || chosen.about === "" ? null : <p class="wk-quiet">{chosen.about}</p>}
      {source === "candidates" ? <p class="wk-quiet">{say(words, "refine")}</p> : null}
      {source !== null && source !== "file" && (chosen?.people ?? 0) === 0 ? <p>{say(words, `nobody-there.${source}`)}</p> : null}
      {source === "file" ? <Drop /> : null}
      {source === null || (source === "file" && model.file.state !== "ready") ? null : (
        <div class="wk-field wkf-lot-size">
          <span class="wk-label" aria-hidden="true">
            {say(words, "size")}
          </span>
          <NumberField
            label={say(words, "size")}
            value={model.size === 0 ? null : model.size}
            most={LIMITS.lot_size.most}
            onCommit={(size) => (size === null ? undefined : void action.act("size_lot", { size }))}
          />
        </div>
      )}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </div>
  );
}

/** Where a list, and quotas, are dropped or chosen. */
export function Drop({ quotas = false }: { quotas?: boolean }) {
  const { model, words } = usePanel<"facilitator", "lot">();
  const action = useAction();
  const files = useLotFiles();
  const [over, hold] = useState(false);
  const { file } = model;
  return (
    <div
      role="group"
      aria-label={say(words, "drop.button")}
      class={over ? "wkf-lot-drop wkf-lot-over" : "wkf-lot-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        hold(true);
      }}
      onDragLeave={() => hold(false)}
      onDrop={(event) => {
        event.preventDefault();
        hold(false);
        void files.take([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>{say(words, quotas ? "drop.quotas" : "drop")}</p>
      <div class="wk-row">
        <label class="wkf-import-choose wkf-button">
          <input
            type="file"
            multiple={!quotas}
            accept=".csv,.txt,.tsv,.tab,.xlsx,.xlsm,.xls,.ods"
            onChange={(event) => {
              const field = event.currentTarget;
              void files.take([...(field.files ?? [])]);
              field.value = ""; // the same file, mended meanwhile, may be chosen again
            }}
          />
          <span>{say(words, "drop.button")}</span>
        </label>
        {quotas || file.state === "none" ? null : <Quiet onClick={() => void action.act("leave_lot_file")}>{say(words, "leave")}</Quiet>}
      </div>
      {files.name === "" ? null : (
        <p class="wk-quiet">
          {say(words, "arriving", { name: files.name })} <progress value={files.share} max={1} aria-hidden="true" />
        </p>
      )}
      {files.sentence === "" ? null : (
        <p role="alert" class="wk-refused">
          {files.sentence}
        </p>
      )}
      <Stands file={quotas ? model.quotas : file} good={quotas ? "read.quotas" : "read"} />
      {quotas ? null : <p class="wk-quiet">{say(words, "drop.private")}</p>}
    </div>
  );
}

function Stands({ file, good }: { file: LotFileModel; good: string }) {
  const { words } = usePanel<"facilitator", "lot">();
  if (file.state === "unreadable") {
    return (
      <p role="alert" class="wk-refused">
        {file.sentence}
      </p>
    );
  }
  const said = file.state === "ready" ? good : file.state === "reading" ? "reading" : null;
  return (
    <p role="status" class={file.state === "ready" ? "wk-saved" : "wk-quiet"}>
      {said === null ? "" : say(words, said, { name: file.name })}
    </p>
  );
}
