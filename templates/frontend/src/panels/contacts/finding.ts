/**
 * A quick look for what leads to somebody in what is being typed: a phone number, an e-mail address, a page. The store looks again,
 * and more closely, before the room reads anything: here it is better to miss one than to stop somebody who writes of money or years.
 */

export interface Found {
  kind: "phone" | "address";
  start: number;
  end: number;
}

const BETWEEN = "[ \\u00a0\\u202f.\\-/]?";
const PATTERNS: readonly (readonly [Found["kind"], RegExp])[] = [
  ["address", /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u],
  ["address", /\b(?:https?:\/\/|www\.)\S+/iu],
  // with the number of a country
  ["phone", new RegExp(`(?:\\+|\\b00)[1-9](?:${BETWEEN}\\(?\\d\\)?){7,13}(?!\\d)`, "u")],
  // ten figures that begin as a person's do, in pairs or not: 0 800 and the like are services
  ["phone", new RegExp(`\\b0[1-79](?:${BETWEEN}\\d){8}(?!\\d)`, "u")],
];

/** The first of them; `null`: there is none. */
export function findContact(text: string): Found | null {
  let first: Found | null = null;
  for (const [kind, pattern] of PATTERNS) {
    const found = pattern.exec(text);
    if (found === null || (first !== null && found.index >= first.start)) continue;
    first = { kind, start: found.index, end: found.index + found[0].replace(/[.,;:!?)]+$/u, "").length };
  }
  return first;
}

/** The text without it, and without the space that stood before it. */
export function without(text: string, { start, end }: Found): string {
  const before = text.slice(0, start).replace(/[ \t]+$/u, "");
  const after = text.slice(end).replace(before.endsWith(",") ? /^[ \t]*,?[ \t]*/u : /^[ \t]+/u, "");
  return before === "" || after === "" || /^[\s.,;:!?)]/u.test(after) ? `${before}${after}` : `${before} ${after}`;
}
