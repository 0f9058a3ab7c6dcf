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

/** Set `element` in the largest letters in which all of it `holds`, the smallest where it holds in none: few are tried. */
function findLargest(element: HTMLElement, holds: () => boolean): void {
  const fits = (at: number) => {
    element.style.setProperty("--size", `${SIZES[at]}em`);
    return holds();
  };
  let [largest, smallest] = [0, SIZES.length - 1];
  while (largest < smallest) {
    const middle = Math.floor((largest + smallest) / 2);
    if (fits(middle)) smallest = middle;
    else largest = middle + 1;
  }
  while (largest > 0 && fits(largest - 1)) largest -= 1; // as a line turns, a larger one may hold where a smaller does not
  fits(largest);
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
  let places: Place[] = [];
  findLargest(list, () => {
    const heights = cards.map((card) => card.offsetHeight);
    places = balance(heights, gap);
    const high = places.every((place, at) => place.top + heights[at]! <= height + 0.5);
    return high && cards.every((card) => card.scrollWidth <= card.clientWidth + 1);
  });
  places.forEach((place, at) => {
    cards[at]!.style.setProperty("--left", `${place.column * (narrow + gap)}px`);
    cards[at]!.style.setProperty("--top", `${place.top}px`);
  });
}

/** Set what `element` holds in letters as large as its height allows, none of it cut. */
export function setLarge(element: HTMLElement): void {
  findLargest(element, () => element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1);
}
