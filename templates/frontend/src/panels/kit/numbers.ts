/** Numbers as the reader writes them. */

/** A number with its sign, the minus being a true one: +2, 0, −1. */
export const signed = (value: number): string => (value > 0 ? `+${value}` : String(value).replace("-", "−"));

/** How many tables are meant by what was written of them: a number by itself is one, such as `3`; `1 à 3` is several. */
export const countTables = (tables: string): number => (/^\s*\d+\s*$/.test(tables) ? 1 : 2);
