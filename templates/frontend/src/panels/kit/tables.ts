/** Which tables work on a challenge, as the facilitator wrote it: "table 1", "tables 1 to 4". */
import { sayMany, type Words } from "./panel";

/** One number or one word names one table; whatever joins or lists several names more. */
export const sayTables = (words: Words, lang: string, tables: string): string =>
  sayMany(words, lang, "at-tables", /^[\p{L}\p{N}]+$/u.test(tables.trim()) ? 1 : 2, { tables });
