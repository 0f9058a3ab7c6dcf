/** The sign that the guide goes on below, where it is longer than the window; no line of it is seen cut in half. */
import { useEffect, useRef, useState } from "preact/hooks";
import { say, useWords } from "../kit/panel";

/** How much of the page before stays in sight. */
const KEPT = 48;

export function More() {
  const { words } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [more, note] = useState(false);
  const guideOf = () => place.current?.closest<HTMLElement>(".page-guide") ?? null;
  useEffect(() => {
    const guide = guideOf();
    if (guide === null || globalThis.ResizeObserver === undefined) return;
    const measure = () => note(guide.scrollHeight - guide.clientHeight - guide.scrollTop > 8);
    const watch = new ResizeObserver(measure);
    for (const one of [guide, ...guide.querySelectorAll(".wkf-course, .wkf-guide")]) watch.observe(one);
    guide.addEventListener("scroll", measure, { passive: true });
    return () => {
      watch.disconnect();
      guide.removeEventListener("scroll", measure);
    };
  });
  const turn = () => {
    const guide = guideOf();
    const covered = place.current?.parentElement?.offsetHeight ?? 0;
    guide?.scrollBy({ top: Math.max(KEPT, guide.clientHeight - covered - 2 * KEPT) });
  };
  return (
    <div ref={place} class="wkf-more" hidden={!more}>
      <button type="button" class="wk-quiet-action" onClick={turn}>
        {say(words, "more")} <span aria-hidden="true">↓</span>
      </button>
    </div>
  );
}
