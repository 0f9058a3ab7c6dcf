/** The marks of one cell of the matrix as one path, spread as `domain/spread.py` says, in places of the cell. */
import type { MatrixCounts } from "../../contract";

export type ZoneName = keyof MatrixCounts["in_zone"];

/** Each zone is a shape of its own; all stay within half a place of their middle, so that none touches another. */
const SHAPES: Record<ZoneName, (x: number, y: number) => string> = {
  ready: (x, y) => disc(x, y, 0.36),
  learning: (x, y) => disc(x, y, 0.29),
  advice: (x, y) => `M${x} ${y - 0.44}l.44 .44l-.44 .44l-.44-.44z`,
  resting: (x, y) => `M${x - 0.3} ${y - 0.3}h.6v.6h-.6z`,
};

const disc = (x: number, y: number, radius: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;

/** The middle of each mark of a cell, row by row, in places from its upper left corner. */
export function placeMarks(across: number, down: number, wide: number, count: number): [x: number, y: number][] {
  const left = (across - wide) / 2 + 0.5;
  const top = (down - Math.ceil(count / wide)) / 2 + 0.5;
  return Array.from({ length: count }, (_, at) => [left + (at % wide), top + Math.floor(at / wide)]);
}

export const drawMarks = (zone: ZoneName, places: [x: number, y: number][]): string => places.map(([x, y]) => SHAPES[zone](x, y)).join("");
