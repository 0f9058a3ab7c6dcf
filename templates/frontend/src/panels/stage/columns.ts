/** Where cards stand on the pages of a screen: whole, in columns, those that are too long alone on a page of their own. */

export interface Place {
  page: number;
  column: number;
  top: number;
}

/** What is asked of a card before it gets a page of its own. */
export interface Room {
  columns: number;
  height: number;
  /** Between two cards of a column. */
  gap: number;
}

/** Place cards of these heights in their order, column after column; `null` is the height of one that needs a whole page. */
export function placeCards(heights: (number | null)[], { columns, height, gap }: Room): Place[] {
  let [page, column, top] = [0, 0, 0];
  const turn = (): void => {
    column += 1;
    top = 0;
    if (column === columns) [page, column] = [page + 1, 0];
  };
  const turnPage = (): void => {
    if (column > 0 || top > 0) [page, column, top] = [page + 1, 0, 0];
  };
  return heights.map((needed) => {
    if (needed === null) {
      turnPage();
      const place = { page, column: 0, top: 0 };
      [page, column, top] = [page + 1, 0, 0];
      return place;
    }
    if (top > 0 && top + needed > height + 0.5) turn();
    const place = { page, column, top };
    top += needed + gap;
    return place;
  });
}

/** How many pages these places make. */
export function countPages(places: Place[]): number {
  return places.reduce((most, place) => Math.max(most, place.page + 1), 1);
}

/** The sizes of letters that a long card may be set in within its column, then alone on a page, where more and more must hold. */
const IN_COLUMN = [1, 0.9, 0.8];
const ALONE = [1.25, 1.1, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.32];

/** Set the cards of `list` where they belong, measured as they are; return how many pages there are. */
export function setCards(list: HTMLElement): number {
  const cards = [...list.children].filter((one): one is HTMLElement => one instanceof HTMLElement);
  const gap = gapOf(list);
  const columns = Number(getComputedStyle(list).getPropertyValue("--columns")) || 1;
  const [width, height] = [widthOf(list), list.clientHeight];
  const narrow = (width - gap * (columns - 1)) / columns;
  const heights = cards.map((card) => (fits(card, narrow, height, IN_COLUMN) ? card.offsetHeight : null));
  const places = placeCards(heights, { columns, height, gap });
  places.forEach((place, at) => {
    const card = cards[at]!;
    if (heights[at] === null) fits(card, width, height, ALONE);
    card.style.setProperty("--left", `${place.page * (width + gap) + place.column * (narrow + gap)}px`);
    card.style.setProperty("--top", `${place.top}px`);
  });
  const count = countPages(places);
  // a pixel beyond the last page, which a browser that rounds must still be able to reach
  list.style.setProperty("--end", `${(count - 1) * (width + gap) + width}px`);
  return count;
}

/** The width of a page in whole pixels: a fraction more, and the last column would lose its edge. */
function widthOf(list: HTMLElement): number {
  return Math.floor(parseFloat(getComputedStyle(list).width));
}

/** How far it is from one page to the next. */
export function stepOf(list: HTMLElement): number {
  return widthOf(list) + gapOf(list);
}

function gapOf(list: HTMLElement): number {
  return parseFloat(getComputedStyle(list).columnGap) || 0;
}

/** Set a card as large as holds in this width and height; tells whether one of the sizes did. */
function fits(card: HTMLElement, width: number, height: number, sizes: number[]): boolean {
  card.style.setProperty("--width", `${width}px`);
  return sizes.some((size) => {
    card.style.setProperty("--size", `${size}em`);
    return card.offsetHeight <= height + 0.5;
  });
}
