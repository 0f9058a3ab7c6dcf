/** Fingers and keyboards as they are: words that are still being composed, and a button touched twice. */

/** Two touches of one place within this time are one, in milliseconds. */
const TWICE = 300;
/** How far apart they may be, in pixels. */
const NEAR = 24;

/**
 * What an input method is composing is sent only when it is whole: Enter belongs to the method, and a button touched meanwhile is
 * pressed once the last letters have come. Returns how to stop.
 */
export function holdComposing(panel: HTMLElement): () => void {
  let field: HTMLElement | null = null;
  const begin = (event: Event) => {
    field = event.target as HTMLElement;
  };
  const end = () => {
    field = null;
  };
  const key = (event: KeyboardEvent) => {
    // Safari tells the end of the composing before the key that ended it, and then knows that key by its number alone
    if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.stopPropagation();
  };
  const press = (event: Event) => {
    const pressed = event.type === "submit" ? (event.target as HTMLElement) : (event.target as HTMLElement).closest("button");
    if (field === null || pressed === null) return;
    event.preventDefault();
    event.stopPropagation();
    field.blur(); // ends it, as touching anything else does
    end();
    if (event.type === "click") setTimeout(() => pressed.click());
  };
  return listen(panel, { compositionstart: begin, compositionend: end, keydown: key, click: press, submit: press });
}

/**
 * A button touched twice is pressed once, wherever the page has gone in between, unless something was typed or chosen meanwhile; what
 * counts touches is `wk-dot`.
 */
export function holdTwice(panel: HTMLElement): () => void {
  let last = { x: 0, y: 0, at: -TWICE };
  const press = (event: MouseEvent) => {
    const { clientX: x, clientY: y, timeStamp: at } = event;
    if (event.detail === 0 || (event.target as HTMLElement).closest("button:not(.wk-dot)") === null) return; // a key, or no button
    const twice = at - last.at < TWICE && Math.abs(x - last.x) + Math.abs(y - last.y) < NEAR;
    last = { x, y, at };
    if (!twice) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const key = (event: KeyboardEvent) => {
    if (event.repeat && event.key === "Enter" && (event.target as HTMLElement).matches("button")) event.preventDefault();
  };
  const other = () => {
    last.at = -TWICE;
  };
  return listen(panel, { click: press, keydown: key, input: other });
}

/** Hear of events before what they happen to does. */
function listen(panel: HTMLElement, heard: Record<string, (event: never) => void>): () => void {
  const all = Object.entries(heard) as [string, EventListener][];
  for (const [type, listener] of all) panel.addEventListener(type, listener, true);
  return () => {
    for (const [type, listener] of all) panel.removeEventListener(type, listener, true);
  };
}
