/** The last import of the people of step 2, with the way back. */
import { say, usePanel } from "../kit/panel";
import { sayWritten, Ways } from "./import_past";

export function LastImportPanel() {
  const { model, words, lang } = usePanel<"facilitator", "last_import">();
  const { last } = model;
  if (last === null) return null;
  return (
    <section class="wkf-import-last" aria-label={say(words, "past")}>
      <p>
        {sayWritten(last, words, lang)} <span class="wk-quiet">{last.name}</span>
      </p>
      <Ways one={last} />
    </section>
  );
}
