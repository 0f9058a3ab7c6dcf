/**
 * The oldest browsers that the pages run in, for the build; and, run by itself, a check that what was built asks for nothing newer.
 *
 * - iOS 15, which an iPhone 6s or 7 stays at: Safari 15.
 * - Android 8: its system WebView and Chrome are apps, which the Play Store renews apart from the system, until Chrome 138. What a
 *   phone left its factory with (Chrome 58 to 62) loads no modules and no parts of a page on demand, and what came before Chrome 88
 *   has no `gap` between the things of a row, no `inset` and no `:is()`. So a phone whose browser was renewed at any time since
 *   January 2021 has the page; another is told so in one sentence (src/page/old.ts).
 * - Firefox 91, for the same reasons.
 */
import { transform } from "esbuild";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

export const FLOOR = ["chrome88", "safari15", "ios15", "firefox91"];
/** Known to all of these: esbuild counts it from Chrome 91 on, for the sake of a call that nobody writes, `a?.(...list)`. */
export const KNOWN = { "optional-chain": true };

/** Parts of a phone's page that are fetched once they are needed, each a bundle of its own: the folders of their panels. */
export const FETCHED = ["ballots", "clarity", "contacts", "form", "offering", "stakes", "table", "voices"];

/** What phones load; a laptop's pages and the stock widgets are held to the syntax alone. */
const ON_PHONES = new RegExp(`^(early|page|participant|${FETCHED.join("|")})\\.`);

/** What came later than the floor, or is missing on plain http, and is not asked for before it is used. */
const LATER_IN_SCRIPTS = [
  /\.at\(/,
  /\bstructuredClone\b/,
  /\bObject\.(hasOwn|groupBy)\b/,
  /\bMap\.groupBy\b/,
  /\.findLast(Index)?\(/,
  /\.to(Sorted|Reversed|Spliced)\(/,
  /\bwithResolvers\b/,
  /\bAbortSignal\.(timeout|any)\b/,
  /\brandomUUID\b/,
  /\.showModal\(/,
  /\.requestSubmit\(/,
  /\.(show|hide|toggle)Popover\(/,
  /\bcheckVisibility\b/,
  /\bURL\.canParse\b/,
  /\bstartViewTransition\b/,
  /\bnavigator\.(clipboard|share|wakeLock)\b/,
  /\bcrypto\.subtle\b/,
  /\bscrollend\b/,
  /\.inert\b/,
  /:has\(/,
  /\bArray\.fromAsync\b/,
  /\bSet\(\)\.union\b/,
  /\bDurationFormat\b/,
]; // prettier-ignore

/** Rules that an older browser drops whole, and values that need another before them. What merely looks plainer there is let be. */
const LATER_IN_STYLES = [
  /@container\b/,
  /@layer\b/,
  /\bcolor-mix\(/,
  /\d(cqw|cqh|cqi|cqb)\b/,
  /[^,{}]*:has\([^{}]*\{[^}]*(display|visibility|flex-direction|grid-|scroll-)[^}]*\}/,
];

/** What one built file asks for that is newer than the floor, in words. */
export async function findNewer(name, text) {
  const loader = name.endsWith(".css") ? "css" : "js";
  const told = { loader, minify: true, charset: "utf8", legalComments: "none" };
  const [now, then] = await Promise.all([
    transform(text, { ...told, target: "esnext" }),
    transform(text, { ...told, target: FLOOR, supported: KNOWN }),
  ]);
  const found = [];
  const at = [...now.code].findIndex((sign, index) => sign !== then.code[index]);
  if (now.code !== then.code) found.push(`syntax newer than ${FLOOR.join(", ")}: ${now.code.slice(Math.max(0, at - 30), at + 60)}`);
  if (!ON_PHONES.test(name)) return found;
  for (const later of loader === "css" ? LATER_IN_STYLES : LATER_IN_SCRIPTS) {
    const [matched] = later.exec(text) ?? [];
    if (matched !== undefined) found.push(`newer than ${FLOOR.join(", ")}: ${matched.slice(0, 90)}`);
  }
  if (loader === "css")
    for (const one of text.matchAll(/([\w-]+):[^;{}]*\d[dsl]vh\b/g)) if (!before(text, one)) found.push(`no value before ${one[0]}`);
  return found;
}

/** Whether the same property has a value that older browsers know, just before this one. */
function before(text, { index, 1: property }) {
  const rule = text.slice(text.lastIndexOf("{", index) + 1, index);
  return rule.split(";").some((one) => one.startsWith(`${property}:`) && !/\d[dsl]vh\b/.test(one));
}

async function checkBuilt(folder) {
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  const files = Object.entries(manifest).filter(([name]) => /\.(js|css)$/.test(name));
  const found = await Promise.all(
    files.map(async ([name, file]) => (await findNewer(name, await readFile(join(folder, file), "utf8"))).map((one) => `${name}: ${one}`)),
  );
  return found.flat();
}

async function checkOne(file) {
  return (await findNewer(basename(file), await readFile(file, "utf8"))).map((one) => `${basename(file)}: ${one}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [file] = process.argv.slice(2);
  const found = file === undefined ? await checkBuilt("../voila/workshop/static/served") : await checkOne(file);
  for (const one of found) console.error(one);
  process.exitCode = found.length === 0 ? 0 : 1;
}
