/** The way from a page of the guide to the import page, which then knows what is to be put down. */
import type { ImportKind } from "../../contract";
import { say, useWords } from "../kit/panel";
import { addressOf } from "./rooms";

/** `said` is the entry of the panel's own words. */
export function ImportLink({ kind, said = "import" }: { kind: ImportKind; said?: string }) {
  const { words, lang } = useWords();
  return (
    <p>
      <a class="wkf-import-link" href={addressOf("import", lang, "", { kind })}>
        {say(words, said)}
      </a>
    </p>
  );
}
