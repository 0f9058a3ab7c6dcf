/** Where cards stand on a page of the screen: whole, in two columns filled alike, in letters as large as the page allows. */

export interface Place {
  column: number;
  top: number;
}

/** The sizes of letters that a page is set in: the largest in which all of it holds. */
const SIZES = Array.from({ length: 38 }, (_, step) => Math.round(260 / 1.06 ** step) / 100);
/** A card alone has the whole width, which longer lines fill well. */
const COLUMNS = 2;

/** Place cards of these heights in two columns in their order, so that the longer column is as short as can be. */
export function balance(heights: readonly number[], gap: number): Place[] {
  const ends = heights.map((_, at) => at + 1);
  const tall = (from: number, to: number) => heights.slice(from, to).reduce((sum, one) => sum + one + gap, -gap);
  const longer = (end: number) => Math.max(tall(0, end), tall(end, heights.length));
  const shortest = Math.min(...ends.map(longer)) + 0.5; // as the browser rounds; of equals, the fuller left column
  const split = Math.max(0, ...ends.filter((end) => longer(end) <= shortest));
  return heights.map((_, at) => {
    const [column, first] = at < split ? [0, 0] : [1, split];
    return { column, top: at === first ? 0 : tall(first, at) + gap };
  });
}

/** Set the cards of `list` where they belong, measured as they are. */
export function setCards(list: HTMLElement): void {
  const cards = [...list.children].filter((one): one is HTMLElement => one instanceof HTMLElement);
  if (cards.length === 0) return;
  const gap = parseFloat(getComputedStyle(list).columnGap) || 0;
  const columns = cards.length === 1 ? 1 : COLUMNS;
  const [width, height] = [Math.floor(parseFloat(getComputedStyle(list).width)), list.clientHeight];
  const narrow = Math.floor((width - gap * (columns - 1)) / columns);
  list.style.setProperty("--width", `${narrow}px`);
  for (const size of SIZES) {
    list.style.setProperty("--size", `${size}em`);
    const heights = cards.map((card) => card.offsetHeight);
    const places = balance(heights, gap);
    const holds = places.every((place, at) => place.top + heights[at]! <= height + 0.5);
    if (!holds && size !== SIZES.at(-1)) continue;
    const wide = cards.every((card) => card.scrollWidth <= card.clientWidth + 1);
    if (!wide && size !== SIZES.at(-1)) continue;
    places.forEach((place, at) => {
      cards[at]!.style.setProperty("--left", `${place.column * (narrow + gap)}px`);
      cards[at]!.style.setProperty("--top", `${place.top}px`);
    });
    return;
  }
}

/** Set what `element` holds in letters as large as its height allows, none of it cut. */
export function setLarge(element: HTMLElement): void {
  for (const size of SIZES) {
    element.style.setProperty("--size", `${size}em`);
    if (element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1) return;
  }
}
