/** The rooms of the facilitator's page, the pages in each, and where this page is among them. */

export type RoomName = "prepare" | "lead" | "room" | "after";

/** The rooms in the order of the day, each with its pages: notebooks of the guide, and that of the room itself. */
export const ROOMS: Record<RoomName, readonly string[]> = {
  prepare: ["1_challenge", "2_stakeholders", "import"],
  lead: ["3_ideas", "4_matrix", "5_missions"],
  room: ["room"],
  after: ["6_synthesis"],
};
export const ROOM_NAMES = Object.keys(ROOMS) as RoomName[];
const PAGES = Object.values(ROOMS).flat();

/** The page that is open here; the address without a name opens the first. */
export function pageHere(): string | null {
  const last = (location.pathname.split("/").at(-1) ?? "").replace(/\.ipynb$/, "");
  return PAGES.find((page) => page === last) ?? (last === "" ? (PAGES[0] ?? null) : null);
}

export function roomOf(page: string | null): RoomName | null {
  return ROOM_NAMES.find((room) => page !== null && ROOMS[room].includes(page)) ?? null;
}

/** The address of a page beside this one, in the language that is read here. */
export function addressOf(page: string, language: string | null, anchor = "", asked: Record<string, string> = {}): string {
  const said = new URLSearchParams({ ...(language === null ? {} : { lang: language }), ...asked }).toString();
  const query = said === "" ? "" : `?${said}`;
  return `./${page}${location.pathname.endsWith(".ipynb") ? ".ipynb" : ""}${query}${anchor}`;
}
