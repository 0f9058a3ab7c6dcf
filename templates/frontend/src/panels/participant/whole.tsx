/** Stands in for `fetched` in JupyterLab, where nothing serves bundles: there a phone's page holds all its parts. */
import { useEffect, useRef } from "preact/hooks";
import { useWords, type Drawn } from "../kit/panel";
import ballots from "../ballots";
import clarity from "../clarity";
import contacts from "../contacts";
import form from "../form";
import offering from "../offering";
import stakes from "../stakes";
import table from "../table";
import voices from "../voices";

const PARTS: Record<string, { render(place: Drawn): () => void }> = {
  ballots,
  clarity,
  contacts,
  form,
  offering,
  stakes,
  table,
  voices,
};

/** What a bundle of its own draws of this panel on a phone. */
export function Fetched({ name, class: looks, about }: { name: string; class?: string; about?: string }) {
  const { widget, outbox } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => PARTS[name]!.render({ model: widget, el: place.current!, outbox, about }), []);
  return <div ref={place} class={looks} />;
}
