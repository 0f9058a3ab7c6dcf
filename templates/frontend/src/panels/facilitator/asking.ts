/** What one panel of a page asks of another: the costs to be said, and the ideas held back to be read again. */
import { useEffect } from "preact/hooks";
import { anchorOf } from "./looking";
import { addressOf } from "./rooms";

/** Asked of this window: the votes panel opens the costs of the challenge that is looked at. */
export const OPEN_COSTS = "workshop-kit:costs";
/** Asked of this window: the table of ideas shows those held back of the challenge that is looked at. */
export const READ_HELD = "workshop-kit:held";

const page = globalThis as { workshopKitHeld?: string | null };

/** The challenge whose ideas held back are to be read, until its table shows them. */
export const heldAsked = (): string | null => page.workshopKitHeld ?? null;

export const forgetHeld = (): void => {
  page.workshopKitHeld = null;
};

/** Show ideas held back once that is asked for, and again where `what` of them came to the page since. */
export function useHeldAsked(show: () => void, what: unknown[]): void {
  useEffect(() => {
    show();
    const take = (event: Event) => {
      event.preventDefault(); // this page has the table
      show();
    };
    addEventListener(READ_HELD, take);
    return () => removeEventListener(READ_HELD, take);
  }, what);
}

/** Have the ideas held back of a challenge shown; a page without the table leads to the one that has it. */
export function readHeld(challenge: string, lang: string): void {
  page.workshopKitHeld = challenge;
  ask(READ_HELD, challenge, lang);
}

/** Have the costs of a challenge's ideas asked for; a page without its votes leads to the one that has them. */
export const openCosts = (challenge: string, lang: string): void => ask(OPEN_COSTS, challenge, lang);

function ask(what: string, challenge: string, lang: string): void {
  if (!dispatchEvent(new Event(what, { cancelable: true }))) return; // who takes it says so
  location.assign(addressOf("3_ideas", lang, anchorOf(challenge)));
}
