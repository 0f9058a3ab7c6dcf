/** What the page shows beside the list, or in its place. It stands in the address: the browser's way back works, and so does a reload. */
import { useEffect, useState } from "preact/hooks";

export const VIEWS = ["workshop", "new", "places", "file", "checkup", "help"] as const;
export type View = (typeof VIEWS)[number];

const CHANGED = "home:view";

function readView(): View {
  const named = location.hash.slice(1);
  return VIEWS.find((view) => view === named) ?? "workshop";
}

/** Go to another view, or back to the chosen workshop. */
export function show(view: View): void {
  if (view === readView()) return;
  history.pushState(history.state, "", view === "workshop" ? location.pathname + location.search : `#${view}`);
  window.dispatchEvent(new Event(CHANGED));
}

const CHOSEN = "#at-";

/** The workshop that the address names, so that a reload finds it again; empty where it names none. */
export const readChosen = (): string => (/^#at-[0-9a-f]+$/.test(location.hash) ? location.hash.slice(CHOSEN.length) : "");

/** Have the address name the workshop in sight; what stands there of another view is left. */
export function writeChosen(workshop: string): void {
  if (readView() !== "workshop" || readChosen() === workshop) return;
  history.replaceState(history.state, "", `${CHOSEN}${workshop}`);
}

export function useView(): View {
  const [view, setView] = useState(readView);
  useEffect(() => {
    const follow = () => setView(readView());
    for (const event of [CHANGED, "popstate"]) window.addEventListener(event, follow);
    return () => {
      for (const event of [CHANGED, "popstate"]) window.removeEventListener(event, follow);
    };
  }, []);
  return view;
}
