/** What a file may hold, and the small pieces that all parts of the import page share. */
import type { ImportKind, ImportLine } from "../../contract";
import { say, usePanel } from "../kit/panel";

export const KINDS = ["challenges", "stakeholders", "volunteers", "ideas", "scores", "missions"] as const satisfies readonly ImportKind[];
/** The page that a kind of file belongs to. */
export const STEP_OF: Record<ImportKind, string> = {
  challenges: "1_challenge",
  stakeholders: "2_stakeholders",
  volunteers: "2_stakeholders",
  ideas: "3_ideas",
  scores: "4_matrix",
  missions: "5_missions",
};

/** The kind that the address of this page asks for. */
export function kindAsked(): ImportKind | null {
  const asked = new URLSearchParams(location.search).get("kind");
  return KINDS.find((kind) => kind === asked) ?? null;
}

/** A column's name as the catalogs spell it. */
export const dashed = (column: string): string => column.replaceAll("_", "-");

/** Where a line stands in the file. */
export function Where({ line }: { line: Pick<ImportLine, "sheet" | "line" | "part"> }) {
  const { model, words } = usePanel<"facilitator", "imports">();
  const several = (model.shown?.sheets.length ?? 0) > 1;
  const place = say(words, line.sheet === "" || !several ? "line" : "line.in-sheet", { sheet: line.sheet, line: line.line });
  return <span class="wk-quiet">{line.part === "" ? place : `${place}, ${line.part}`}</span>;
}

/** A real file field that looks like a button: by mouse, keyboard and screen reader it opens the system's own choice of files. */
export function FileButton(props: { label: string; onFiles: (files: File[]) => void; look?: string; accept?: string }) {
  return (
    <label class={`wkf-import-choose ${props.look ?? "wkf-button"}`}>
      <input
        type="file"
        multiple
        accept={props.accept ?? ".csv,.txt,.tsv,.tab,.xlsx,.xlsm,.xls,.ods,.htm,.html"}
        onChange={(event) => {
          const field = event.currentTarget;
          props.onFiles([...(field.files ?? [])]);
          field.value = ""; // the same file, mended meanwhile, may be chosen again
        }}
      />
      <span>{props.label}</span>
    </label>
  );
}
