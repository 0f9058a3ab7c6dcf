/** A part of a phone's page that is fetched once it is needed: no other phone pays for it. */
import { useEffect, useRef } from "preact/hooks";
import { useWords, type Drawn } from "../kit/panel";

interface Bundle {
  default: { render(place: Drawn): () => void };
}
/** How soon a part is asked for again that did not come, in milliseconds. */
const AGAIN = 3000;

/** Our pages fetch a bundle of theirs so, once; nothing does in JupyterLab. */
declare global {
  interface Window {
    bring?: (bundle: string) => Promise<unknown>;
  }
}

/** What a bundle of its own draws of this panel, or of something it is `about`; it brings its style, and sends as the panel does. */
export function Fetched({ name, class: looks, about }: { name: string; class?: string; about?: string }) {
  const { widget, outbox } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let away: (() => void) | null | undefined; // null once the part has left
    let timer: ReturnType<typeof setTimeout>;
    const bring = () =>
      void window.bring?.(name).then(
        (bundle) => {
          if (away !== null) away = (bundle as Bundle).default.render({ model: widget, el: place.current!, outbox, about });
        },
        () => {
          timer = setTimeout(bring, AGAIN); // the network is away
        },
      );
    bring();
    return () => {
      clearTimeout(timer);
      away?.();
      away = null;
    };
  }, []); // a panel keeps its widget as long as it stands
  return <div ref={place} class={looks} />;
}
