/** A form's fields, kept on this device while they are typed. */
import { useDraft } from "../kit/device";

/** A form's fields as one draft: what is typed outlives a reload and other people's changes. */
export function useFields<F extends Record<string, string>>(
  name: string,
  start: F,
): [fields: F, changed: boolean, change: (key: keyof F, text: string) => void, forget: () => void] {
  const [draft, setDraft] = useDraft(name);
  const fields: F = draft === "" ? start : { ...start, ...(JSON.parse(draft) as Partial<F>) };
  const change = (key: keyof F, text: string) => setDraft(JSON.stringify({ ...fields, [key]: text }));
  return [fields, draft !== "", change, () => setDraft("")];
}
