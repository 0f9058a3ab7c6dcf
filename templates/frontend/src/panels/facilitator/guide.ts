/** The guide's prose, written in the notebook: the section of a moment, taken apart so that it stands around the timer. */
import { MOMENTS } from "../../contract";

export interface Section {
  title: string;
  /** What to say out loud, apart from the words that announce it; both empty where nothing is to be said. */
  announced: string;
  said: string;
  /** What is left, in its order, as copies of what the page holds: lists of steps first, then what explains them. */
  steps: Element[];
  why: Element[];
}

/** How a paragraph begins that is to be said out loud, in either language: words, a colon, then what is quoted. */
const SAID = /^\s*([^«“:]{3,60}:)\s*([«“][\s\S]*[»”])\s*$/;

/** Whether the page's guide has a section for a moment. */
export const hasSection = (moment: string): boolean => sectionsOf(moment).length > 0;

/**
 * Read the section of a moment in a language. A page without one reads its first while the room is not there yet; one that
 * the room has left has nothing to say of what is done now.
 */
export function readSection(moment: string, lang: string): Section | null {
  const wanted = sectionsOf(moment);
  const all = wanted.length > 0 || isPast(moment) ? wanted : sectionsOf(null);
  const section = all.find((one) => one.lang === "" || one.lang.startsWith(lang)) ?? all[0];
  return section === undefined ? null : takeApart(section);
}

/** Whether the room has left every moment that the page has a section for. */
function isPast(moment: string): boolean {
  const order: readonly string[] = MOMENTS;
  return sectionsOf(null).every((section) => order.indexOf(section.dataset.at ?? "") < order.indexOf(moment));
}

function sectionsOf(moment: string | null): HTMLElement[] {
  const sections = [...document.querySelectorAll<HTMLElement>(".page-guide [data-at]")];
  return moment === null ? sections : sections.filter((section) => section.dataset.at === moment);
}

function takeApart(section: HTMLElement): Section {
  const taken: Section = { title: "", announced: "", said: "", steps: [], why: [] };
  for (const piece of section.children) {
    const found = piece.tagName === "P" && taken.said === "" ? SAID.exec(piece.textContent ?? "") : null;
    if (/^H\d$/.test(piece.tagName) && taken.title === "") taken.title = readText(piece);
    else if (found !== null) [, taken.announced, taken.said] = found as unknown as [string, string, string];
    else (piece.tagName === "OL" ? taken.steps : taken.why).push(piece.cloneNode(true) as Element);
  }
  return taken;
}

/** The text of a heading without the mark of its anchor. */
function readText(heading: Element): string {
  const copy = heading.cloneNode(true) as Element;
  for (const anchor of copy.querySelectorAll(".anchor-link")) anchor.remove();
  return (copy.textContent ?? "").trim();
}

/** Show the section of this moment where no panel shows it; a page that has none shows its first. */
export function showGuide(moment: string): void {
  const sections = sectionsOf(null);
  const now = hasSection(moment) ? moment : sections[0]?.dataset.at;
  for (const section of sections) section.hidden = section.dataset.at !== now;
}

/** What is to be said out loud stands in a bubble, also on pages whose prose has no sections. */
export function markSpeech(): void {
  for (const paragraph of document.querySelectorAll<HTMLElement>(".page-guide .prose p"))
    if (SAID.test(paragraph.textContent ?? "")) paragraph.classList.add("page-said");
}
