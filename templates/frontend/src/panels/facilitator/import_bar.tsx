/** The bar that stays in sight while a file is read over: that nothing is written yet, the sum, and the one green button. */
import { useEffect } from "preact/hooks";
import type { ImportPreview } from "../../contract";
import { say, sayMany, usePanel } from "../kit/panel";
import { Confirm, useAction } from "./action";

export function ImportBar({ shown }: { shown: ImportPreview }) {
  const { model, words, lang } = usePanel<"facilitator", "imports">();
  const action = useAction(shown.id);
  useEffect(() => holdPage(shown.touched), [shown.touched]);
  const waits = shown.busy || model.writing || action.busy;
  const leave = () => void action.act("leave_file", { file: shown.id });
  const nothing = shown.writes === 0;
  return (
    <div class="wkf-import-bar">
      <p class="wkf-import-name">
        {say(words, `importing.${shown.kind}`)}
        <span class="wk-quiet">{shown.name}</span>
      </p>
      <p class="wkf-import-unwritten" role="status">
        <b>{say(words, shown.busy ? "busy" : nothing ? "bar.nothing" : "bar.unwritten")}</b>
        <span class="wk-quiet">{sayWritten(shown, words, lang)}</span>
      </p>
      {shown.touched ? (
        <Confirm
          look="plain"
          question={say(words, "leave.question")}
          yes={say(words, "leave.yes")}
          no={say(words, "leave.no")}
          onYes={leave}
        >
          {say(words, "bar.leave")}
        </Confirm>
      ) : (
        <button type="button" class="wkf-button" onClick={leave}>
          {say(words, nothing ? "bar.close" : "bar.leave")}
        </button>
      )}
      {nothing ? null : (
        <button
          type="button"
          class="wkf-button wkf-next"
          aria-disabled={waits}
          onClick={() => (waits ? undefined : void action.act("write_file", { file: shown.id }))}
        >
          {sayGo(shown, words, lang)}
        </button>
      )}
      {action.answer?.ok === false ? (
        <p role="alert" class="wk-refused">
          {action.answer.sentence}
        </p>
      ) : null}
    </div>
  );
}

type Speech = [words: Parameters<typeof say>[0], lang: string];

/** What the green button does, with its number. */
export function sayGo(shown: ImportPreview, ...[words, lang]: Speech): string {
  const key = shown.changes === shown.writes ? (`change.${shown.kind}` as const) : (`go.${shown.kind}` as const);
  return sayMany(words, lang, key, shown.writes);
}

/** The sum behind the number: "42 nouvelles + 2 que vous venez de décider". */
export function sayWritten(shown: ImportPreview, ...[words, lang]: Speech): string {
  const parts = [
    ["sum.new", shown.writes - shown.decided - shown.changes],
    ["sum.changed", shown.changes],
    ["sum.decided", shown.decided],
  ] as const;
  return parts
    .filter(([, number]) => number > 0)
    .map(([key, number]) => sayMany(words, lang, key, number))
    .join(" + ");
}

/** Have the browser ask before the page is left, while it holds what somebody decided and nobody wrote. */
function holdPage(held: boolean): (() => void) | undefined {
  if (!held) return;
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  window.addEventListener("beforeunload", ask);
  return () => window.removeEventListener("beforeunload", ask);
}
