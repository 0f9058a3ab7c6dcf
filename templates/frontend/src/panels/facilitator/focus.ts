/**
 * The focus never falls to the top of the page: what had it and is gone (a card that was removed, a form that was closed)
 * hands it to its nearest neighbour. Whoever knows a better place gives it the focus afterwards.
 */

const REACHABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";

interface Step {
  parent: Element;
  /** The place of the child that led to what had the focus. */
  at: number;
}

/** Watch over the focus inside `root`; returns how to stop. */
export function keepFocus(root: HTMLElement): () => void {
  let held: Element | null = null;
  let way: Step[] = [];
  const note = (event: FocusEvent): void => {
    held = event.target as Element;
    way = traceWay(held, root);
  };
  const watch = new MutationObserver(() => {
    if (held === null) return;
    if (held.isConnected) {
      way = traceWay(held, root); // its neighbours may have changed
      return;
    }
    held = null;
    if (document.activeElement === null || document.activeElement === document.body) findNeighbour(way)?.focus();
  });
  const forget = (event: FocusEvent): void => {
    const left = event.target;
    // Who went elsewhere left it for good. A removal ends here too, and then it is gone by the next breath.
    queueMicrotask(() => {
      if (held === left && held?.isConnected && document.activeElement !== held) held = null;
    });
  };
  root.addEventListener("focusin", note);
  root.addEventListener("focusout", forget);
  watch.observe(root, { childList: true, subtree: true });
  return () => {
    watch.disconnect();
    root.removeEventListener("focusin", note);
    root.removeEventListener("focusout", forget);
  };
}

function traceWay(from: Element, root: Element): Step[] {
  const way: Step[] = [];
  for (let child = from; child !== root && child.parentElement !== null; child = child.parentElement)
    way.push({ parent: child.parentElement, at: [...child.parentElement.children].indexOf(child) });
  return way;
}

/** The next thing to press where it stood, else the one before, else one level further out. */
function findNeighbour(way: Step[]): HTMLElement | null {
  for (const { parent, at } of way) {
    if (!parent.isConnected) continue;
    const children = [...parent.children];
    for (const child of [...children.slice(at), ...children.slice(0, at).reverse()]) {
      const found = findReachable(child);
      if (found !== null) return found;
    }
  }
  return null;
}

function findReachable(within: Element): HTMLElement | null {
  const all = [within, ...within.querySelectorAll(REACHABLE)].filter((one) => one.matches(REACHABLE));
  return (all.find((one) => !(one as HTMLButtonElement).disabled && one.closest("[hidden], dialog:not([open])") === null) ??
    null) as HTMLElement | null;
}
