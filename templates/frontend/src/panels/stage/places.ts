/** How large the places of the results can be set, so that all of them are on one page however many share one. */
import type { ScreenPlace } from "../../contract";

/** Lines of text that a projector of 16:9 has for the places. */
const HEIGHT = 16.5;
const LARGEST = 1.5;
/** Options side by side in a tie, and signs in a line of one; a longer title is cut after its last line. */
const ABREAST = 3;
const ROW = { signs: 44, lines: 2 };
const TIE = { signs: 28, lines: 3 };
/** The edges of a card with the gap to the next, and a line of text. */
const EDGES = 1.7;
const LINE = 1.3;

/** The size of letters for these places, as a share of the page's. */
export function sizePlaces(places: readonly ScreenPlace[]): number {
  const needed = places.reduce((sum, place) => sum + measure(place, places.length > ABREAST), 0);
  return Math.min(LARGEST, Math.round((HEIGHT / Math.max(needed, 1)) * 100) / 100);
}

/** The height of one place; in rows the figures stand beside the title, else under it. */
function measure({ ranks, more }: ScreenPlace, rows: boolean): number {
  if (ranks === null) return EDGES + LINE;
  const tie = ranks.length > 1;
  const { signs, lines } = tie ? TIE : ROW;
  const title = Math.max(...ranks.map((one) => Math.min(lines, Math.ceil(one.title.length / signs))));
  const figures = ranks.length >= ABREAST ? 2 : rows && !tie ? 0 : 1;
  const card = EDGES + (title + figures) * LINE;
  return Math.ceil(ranks.length / ABREAST) * card + (more > 0 ? LINE : 0);
}
