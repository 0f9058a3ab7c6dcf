/** A part of a phone's page that is fetched once it is needed: no other phone pays for it. */
import { useEffect, useRef } from "preact/hooks";
import type { PanelModel } from "../kit/model";
import { useWords } from "../kit/panel";

interface Bundle {
  default: { render(place: { model: PanelModel; el: HTMLElement }): () => void };
}

/** Our pages fetch a bundle of theirs so, once; nothing does in JupyterLab. */
declare global {
  interface Window {
    bring?: (bundle: string) => Promise<unknown>;
  }
}

/** What a bundle of its own draws of this panel; it brings its style. */
export function Fetched({ name, class: looks }: { name: string; class?: string }) {
  const { widget } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let away: (() => void) | null | undefined; // null once the part has left
    void window.bring?.(name).then((bundle) => {
      if (away !== null) away = (bundle as Bundle).default.render({ model: widget, el: place.current! });
    });
    return () => {
      away?.();
      away = null;
    };
  }, []); // a panel keeps its widget as long as it stands
  return <div ref={place} class={looks} />;
}
