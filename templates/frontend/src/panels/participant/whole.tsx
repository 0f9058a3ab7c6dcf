/** Stands in for `fetched` in JupyterLab, where nothing serves bundles: there a phone's page holds all its parts. */
import { useEffect, useRef } from "preact/hooks";
import type { PanelModel } from "../kit/model";
import { useWords } from "../kit/panel";
import clarity from "../clarity";
import form from "../form";
import stakes from "../stakes";
import table from "../table";
import voices from "../voices";

const PARTS: Record<string, { render(place: { model: PanelModel; el: HTMLElement }): () => void }> = {
  clarity,
  form,
  stakes,
  table,
  voices,
};

/** What a bundle of its own draws of this panel on a phone. */
export function Fetched({ name, class: looks }: { name: string; class?: string }) {
  const { widget } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => PARTS[name]!.render({ model: widget, el: place.current! }), []);
  return <div ref={place} class={looks} />;
}
