/** The state of a workshop in words and in a shape, so that neither is needed to understand the other. */
import type { WorkshopCard } from "../../contract";
import { say, sayMany, type Words } from "../kit/panel";
import { sayDay } from "../kit/days";

export interface Shown {
  shape: "●" | "◐" | "○" | "✓" | "!" | "…";
  key: string;
  look: "" | "wkh-state-live" | "wkh-state-lost";
}

const calm = (shape: Shown["shape"], key: string): Shown => ({ shape, key, look: "" });
const live = (key: string): Shown => ({ shape: "●", key, look: "wkh-state-live" });
const lost = (key: string): Shown => ({ shape: "!", key, look: "wkh-state-lost" });

const ROOMS: Partial<Record<WorkshopCard["room"], Shown>> = {
  preparing: calm("○", "preparing"),
  opening: live("opening"),
  open: live("open"),
  closing: calm("◐", "closing"),
  failed: lost("failed"),
  stopped: lost("stopped"),
  "pulled-out": lost("pulled-out"),
  elsewhere: live("elsewhere"),
};

const STANDINGS: Record<WorkshopCard["standing"], Shown> = {
  new: calm("○", "new"),
  prepared: calm("○", "prepared"),
  "under-way": calm("◐", "paused"),
  ended: calm("✓", "ended"),
};

/** How a folder is found comes before its room, its room before how far the workshop has come. */
export function showState(card: WorkshopCard): Shown {
  if (card.condition === "missing") return lost(card.volume === "" ? "missing" : "unplugged");
  if (card.condition === "reading") return calm("…", "reading");
  if (card.condition === "older") return calm("○", "older");
  if (card.condition !== "ready") return lost(card.condition);
  if (card.room === "open" && card.standing === "under-way") return live("under-way");
  return ROOMS[card.room] ?? STANDINGS[card.standing];
}

export function sayState(words: Words, lang: string, card: WorkshopCard, today: string): string {
  const { key } = showState(card);
  if (key === "ended" && card.ended_on !== "") return say(words, "state.ended-on", { day: sayDay(lang, card.ended_on, today) });
  return say(words, `state.${key}`, { volume: card.volume });
}

/** How many people, as far as it is known; nothing before anybody was invited or came in from a list. */
export function sayPeople(words: Words, lang: string, card: WorkshopCard): string {
  const { invited, expected, volunteers, came, here } = card.people;
  if (card.standing === "ended") return sayMany(words, lang, "people.came", came);
  const inRoom = card.room === "open" && here > 0 ? sayMany(words, lang, "people.here", here) : "";
  const before = expected > 0 ? sayMany(words, lang, "people.expected", expected) : sayMany(words, lang, "people.invited", invited);
  const known = volunteers > 0 ? sayMany(words, lang, "people.volunteers", volunteers) : "";
  return [expected + invited > 0 ? before : "", known, inRoom].filter(Boolean).join(", ");
}
