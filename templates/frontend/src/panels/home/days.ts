/** Days and hours as this page's language says them: aujourd'hui, 18 h; jeudi 3 décembre; 8 octobre 2025. */
import type { WorkshopCard } from "../../contract";
import { sayDay } from "../kit/days";
import { say, type Words } from "../kit/panel";

/** Say an hour (`HH:MM`): 18 h, 18 h 30; 18:00. */
export function sayTime(words: Words, hour: string): string {
  const [hours = "", minutes = ""] = hour.split(":");
  return say(words, minutes === "00" ? "hour.full" : "clock", { hours: Number(hours), minutes });
}

/** Say when a workshop is: close days by their name, those to come with the day of the week. */
export function sayWhen(words: Words, lang: string, card: WorkshopCard, today: string): string {
  if (card.day === "") return "";
  const away = card.days_away ?? 0;
  const close = say(words, away === 0 ? "day.today" : away === 1 ? "day.tomorrow" : "day.yesterday");
  const day = Math.abs(away) <= 1 ? close : sayDay(lang, card.day, today, away > 0);
  return card.hour === "" || away < 0 ? day : say(words, "day.hour", { day, hour: sayTime(words, card.hour) });
}

/** How many megabytes or kilobytes, in few digits. */
export function saySize(words: Words, lang: string, bytes: number): string {
  const [unit, value] = bytes >= 1_000_000 ? ["size.mega", bytes / 1_000_000] : ["size.kilo", Math.max(1, bytes / 1000)];
  const digits = value < 10 && unit === "size.mega" ? 1 : 0;
  return say(words, unit, { number: new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(value) });
}
