/** The offers' questions once the room has gone on from them: they stand in another panel than what asks for them. */

/** What a page says to itself when somebody would still offer help, or change what they offered. */
export const WANTED = "workshop:offer";

/** Open the offers' questions, in place of what the room is at. */
export function openOffer(): void {
  window.dispatchEvent(new Event(WANTED));
}
