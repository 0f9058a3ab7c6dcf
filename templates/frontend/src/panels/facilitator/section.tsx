/** The parts of a long page (sections): each closed to one sentence, opened by a press, and left as it was on this device. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { forget, recall, remember } from "../kit/device";
import { useArrival } from "./arrival";
import { reveal } from "./reveal";

/** What stands inside is drawn while it is closed too: nothing that is being typed goes, and the browser's own search finds it. */
export function Section(props: {
  /** Of the heading: `#id` leads here, and opens it. */
  id: string;
  title: string;
  /** How it stands, in a few words. */
  state?: ComponentChildren;
  children: ComponentChildren;
  /** Whether it is open before anybody pressed it. */
  begins?: boolean;
}) {
  const { id, begins = false } = props;
  const kept = `open:${id}`;
  const [open, fold] = useState(() => recall<boolean>(kept) ?? begins);
  const summary = useArrival<HTMLElement>(`#${id}`);
  const toggle = (now: boolean) => {
    if (now === open) return;
    fold(now);
    if (now === begins) forget(kept);
    else remember(kept, now);
  };
  return (
    <details class="wkf-section" open={open} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary ref={summary}>
        <h2 id={id}>{props.title}</h2>
        {props.state === undefined ? null : <span class="wkf-section-state">{props.state}</span>}
      </summary>
      <div class="wkf-section-in">{props.children}</div>
    </details>
  );
}

/** Come to a section from elsewhere on the page, whichever panel it belongs to. */
export function goTo(id: string): void {
  const heading = document.getElementById(id);
  if (heading === null) return;
  reveal(heading);
  const place = heading.closest("summary") ?? heading;
  place.focus({ preventScroll: true });
  place.scrollIntoView?.({ block: "start" });
}
