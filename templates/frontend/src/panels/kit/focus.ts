/** Keeps the focus in a panel when what had it is taken away: an idea removed, a form closed, a question answered. */

/**
 * Give the focus to what is left around an element that had it and is no longer there, so that a keyboard and a screen reader go
 * on from that place and not from the top of the page. Returns how to stop.
 */
export function holdFocus(panel: HTMLElement): () => void {
  let around: HTMLElement[] = []; // from the element that has the focus, outwards
  const note = (event: FocusEvent) => {
    around = [];
    for (let one = event.target as HTMLElement | null; one !== null && one !== panel; one = one.parentElement) around.push(one);
  };
  const watch = new MutationObserver(() => {
    const [held] = around;
    if (held === undefined || held.isConnected) return;
    const left = around.find((one) => one.isConnected) ?? panel;
    around = [];
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    if (!left.hasAttribute("tabindex")) left.tabIndex = -1;
    left.focus({ preventScroll: true });
  });
  panel.addEventListener("focusin", note);
  watch.observe(panel, { childList: true, subtree: true });
  return () => {
    panel.removeEventListener("focusin", note);
    watch.disconnect();
  };
}
