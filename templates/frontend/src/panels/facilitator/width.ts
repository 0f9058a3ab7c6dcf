/** Whether there is room for the guide beside the work; on a narrow page, or a magnified one, all stands in one column. */
import { useEffect, useState } from "preact/hooks";

/** The same width as in page.css. */
const BESIDE = "(min-width: 960px)";

export function useRoomBeside(): boolean {
  const [beside, note] = useState(() => globalThis.matchMedia?.(BESIDE).matches ?? true);
  useEffect(() => {
    const query = globalThis.matchMedia?.(BESIDE);
    const listener = () => note(query.matches);
    query?.addEventListener("change", listener);
    return () => query?.removeEventListener("change", listener);
  }, []);
  return beside;
}
