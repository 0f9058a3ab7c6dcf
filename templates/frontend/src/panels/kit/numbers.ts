/** Numbers as the reader writes them. */

/** A number with its sign, the minus being a true one: +2, 0, −1. */
export const signed = (value: number): string => (value > 0 ? `+${value}` : String(value).replace("-", "−"));
