/** The hours of the day as this page's language writes them: 15 h 28, or 15:28. */
import { say, type Words } from "./panel";

/** Say a moment, in milliseconds since 1970, as an hour on this laptop's clock; `clock` is the language's way. */
export function sayHour(words: Words, moment: number): string {
  const at = new Date(moment);
  return say(words, "clock", { hours: at.getHours(), minutes: String(at.getMinutes()).padStart(2, "0") });
}
