/** Days as this page's language says them: jeudi 3 décembre; 1er octobre 2025; 8 October 2025. */
const NO_BREAK = "\u00a0";
const REGIONS: Record<string, string> = { en: "en-GB" };

/** Say a day (`YYYY-MM-DD`), with its year where that is not the one of `today`. */
export function sayDay(lang: string, day: string, today = "", weekday = false): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const at = new Date(Date.UTC(year, month - 1, date));
  const options: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", timeZone: "UTC" };
  if (weekday) options.weekday = "long";
  if (!today.startsWith(day.slice(0, 4))) options.year = "numeric";
  const said = new Intl.DateTimeFormat(REGIONS[lang] ?? lang, options).format(at);
  const first = lang === "fr" && date === 1 ? said.replace(/(^| )1 /, "$11er ") : said;
  return first.replace(/(\d(?:er)?) /g, `$1${NO_BREAK}`);
}
