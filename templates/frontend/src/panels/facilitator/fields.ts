/** A form's fields, kept on this device while they are typed. */
import { useRef } from "preact/hooks";
import { useDraft } from "../kit/device";

/** A form's fields as one draft: what is typed outlives a reload and other people's changes. */
export function useFields<F extends Record<string, string>>(
  name: string,
  start: F,
): [
  fields: F,
  changed: boolean,
  change: (key: keyof F, text: string) => void,
  forget: () => void,
  /** Several fields at once. */
  changeAll: (texts: Partial<F>) => void,
  /** What stands in them by now: more may have been typed since they were drawn. */
  now: () => F,
] {
  const [draft, setDraft] = useDraft(name);
  const fields: F = draft === "" ? start : { ...start, ...(JSON.parse(draft) as Partial<F>) };
  const latest = useRef(fields);
  latest.current = fields;
  const changeAll = (texts: Partial<F>) => {
    latest.current = { ...latest.current, ...texts };
    setDraft(JSON.stringify(latest.current));
  };
  const change = (key: keyof F, text: string) => changeAll({ [key]: text } as Partial<F>);
  const forget = () => {
    latest.current = start;
    setDraft("");
  };
  return [fields, draft !== "", change, forget, changeAll, () => latest.current];
}
