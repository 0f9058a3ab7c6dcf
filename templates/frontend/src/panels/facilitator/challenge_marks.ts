/** Where the parts of a sentence stand while it goes on being typed: what was read may be a few letters behind. */
import type { MarkedPart, Part } from "../../contract";

const isSpace = (sign: string | undefined): boolean => sign !== undefined && /\s/.test(sign);

/** How many letters two texts begin with alike, in each of them: a run of spaces is as good as another. */
function countAlike(read: string, typed: string): [inRead: number, inTyped: number] {
  let here = 0;
  let there = 0;
  while (isSpace(typed[there])) there += 1;
  while (here < read.length && there < typed.length) {
    if (isSpace(read[here]) && isSpace(typed[there])) {
      while (isSpace(read[here])) here += 1;
      while (isSpace(typed[there])) there += 1;
    } else if (read[here] === typed[there]) {
      here += 1;
      there += 1;
    } else break;
  }
  return [here, there];
}

const turn = (text: string): string => [...Array(text.length).keys()].map((at) => text[text.length - 1 - at]).join("");

/** The place in `typed` of each place in the part of `read` that begins alike. */
function findPlaces(read: string, typed: string): number[] {
  const places: number[] = [];
  const [alike] = countAlike(read, typed);
  let there = 0;
  while (isSpace(typed[there])) there += 1;
  for (let here = 0; here <= alike; here += 1) {
    places[here] = there;
    if (here === alike) break;
    if (isSpace(read[here])) while (isSpace(typed[there])) there += 1;
    else there += 1;
  }
  return places;
}

/** Marks that were found in `read`, where they stand in `typed`: one whose words are being changed is left out meanwhile. */
export function carryMarks(marks: readonly MarkedPart[], read: string, typed: string): MarkedPart[] {
  const fromStart = findPlaces(read, typed);
  const fromEnd = findPlaces(turn(read), turn(typed));
  const carried: MarkedPart[] = [];
  for (const { part, start, end } of marks) {
    const begins = fromStart[start];
    const ends = end < fromStart.length ? fromStart[end] : undefined;
    const [last, first] = [fromEnd[read.length - start], fromEnd[read.length - end]];
    let place: [number, number] | null = null;
    if (begins !== undefined && ends !== undefined) place = [begins, ends];
    else if (last !== undefined && first !== undefined) place = [typed.length - last, typed.length - first];
    if (place === null) continue;
    while (place[1] > place[0] && isSpace(typed[place[1] - 1])) place[1] -= 1;
    if (place[1] > place[0]) carried.push({ part, start: place[0], end: place[1] });
  }
  return carried.sort((one, other) => one.start - other.start || other.end - one.end);
}

/** A stretch of a sentence: the part it says, what stands in it, and how many parts deep that goes. */
export interface Stretch {
  part: Part | null;
  start: number;
  inside: (Stretch | string)[];
  depth: number;
}

/** A text as stretches within stretches: "plus personne" is who, and part of what is done. One that crosses another is cut at its edge. */
export function nest(text: string, marks: readonly MarkedPart[]): Stretch {
  const fill = (part: Part | null, start: number, end: number, within: readonly MarkedPart[]): Stretch => {
    const inside: (Stretch | string)[] = [];
    let at = start;
    let depth = 0;
    let left = [...within];
    while (left.length > 0) {
      const [first] = left as [MarkedPart];
      const stop = Math.min(first.end, end);
      const below = left.slice(1).filter((one) => one.start < stop);
      const inner = fill(first.part, first.start, stop, below);
      if (first.start > at) inside.push(text.slice(at, first.start));
      inside.push(inner);
      depth = Math.max(depth, inner.depth + 1);
      at = stop;
      left = left.slice(1).filter((one) => !below.includes(one));
    }
    if (end > at) inside.push(text.slice(at, end));
    return { part, start, inside, depth };
  };
  return fill(null, 0, text.length, marks);
}
