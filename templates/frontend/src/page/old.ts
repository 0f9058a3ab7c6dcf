/** Browsers that lack what our pages cannot do without: they show one sentence, and have no page. See floor.mjs. */

/** Leave nothing on the page but the sentence. */
function tell(): void {
  const said = document.getElementById("page-old");
  if (said === null) return;
  while (document.body.firstChild !== null) document.body.removeChild(document.body.firstChild);
  said.style.display = "block";
  document.body.appendChild(said);
}

const can = (): boolean => {
  try {
    new Intl.PluralRules("fr");
    return [fetch, WebSocket, AbortController, Promise.any, "".replaceAll].every(Boolean) && CSS.supports("inset: 0");
  } catch {
    return false; // a name that it does not know
  }
};

export function isOld(): boolean {
  if (can()) return false;
  document.documentElement.dataset.old = ""; // the page's own code begins nothing
  addEventListener("DOMContentLoaded", tell);
  return true;
}

/** A page whose own code cannot be read says so too, as long as nothing of it stands. */
export function sayOldIfUnread(): void {
  addEventListener("error", (event) => {
    if (event.error instanceof SyntaxError && document.querySelector("main[aria-busy]") !== null) tell();
  });
}
