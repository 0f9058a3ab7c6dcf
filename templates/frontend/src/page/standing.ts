/** Where the person stands in the page, kept across a reload: how far down, in which field, at which letter. */

const KEY = "page:standing";
/** A standing older than this belongs to another sitting, in milliseconds. */
const OLD = 5 * 60_000;
/** How long panels may take to draw themselves after a reload, in milliseconds. */
const PATIENCE = 4000;
const FIELDS = "input, textarea, select, button, a[href], [tabindex]";

interface Standing {
  path: string;
  at: number;
  down: number;
  field: { name: string; id: string; tag: string; index: number } | null;
  selection: [number, number] | null;
}

export function keepStanding(): void {
  const focused = document.activeElement;
  const field = focused instanceof HTMLElement && focused.matches(FIELDS) ? focused : null;
  const standing: Standing = {
    path: location.pathname,
    at: Date.now(),
    down: window.scrollY,
    field: field && {
      name: field.getAttribute("name") ?? "",
      id: field.id,
      tag: field.tagName,
      index: fields().indexOf(field),
    },
    selection: field && selectionOf(field),
  };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(standing));
  } catch {
    // without storage the page opens at its top
  }
}

/** Put the person back where they stood, once the panels have drawn that place. */
export function restoreStanding(): void {
  const standing = takeStanding();
  if (standing === null) return;
  const until = Date.now() + PATIENCE;
  const attempt = () => {
    const field = standing.field === null ? null : findField(standing.field);
    const reachable = standing.down <= Math.max(0, document.documentElement.scrollHeight - window.innerHeight);
    if ((!reachable || (standing.field !== null && field === null)) && Date.now() < until) {
      setTimeout(attempt, 50);
      return;
    }
    if (document.activeElement === document.body && field !== null) {
      field.focus({ preventScroll: true });
      if (standing.selection !== null && "setSelectionRange" in field) {
        try {
          (field as HTMLTextAreaElement).setSelectionRange(...standing.selection);
        } catch {
          // a field of a kind that has no cursor
        }
      }
    }
    if (window.scrollY === 0) window.scrollTo(0, standing.down);
  };
  attempt();
}

function takeStanding(): Standing | null {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const standing = text === null ? null : (JSON.parse(text) as Standing);
    return standing !== null && standing.path === location.pathname && Date.now() - standing.at < OLD ? standing : null;
  } catch {
    return null;
  }
}

const fields = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(FIELDS)];

function findField({ name, id, tag, index }: NonNullable<Standing["field"]>): HTMLElement | null {
  const alike = fields().filter((one) => one.tagName === tag);
  const named = name === "" ? [] : alike.filter((one) => one.getAttribute("name") === name);
  if (named.length === 1) return named[0]!;
  const identified = id === "" ? undefined : alike.find((one) => one.id === id);
  const placed = fields()[index];
  return identified ?? (placed !== undefined && placed.tagName === tag ? placed : null);
}

function selectionOf(field: HTMLElement): [number, number] | null {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return null;
  return field.selectionStart === null ? null : [field.selectionStart, field.selectionEnd ?? field.selectionStart];
}
