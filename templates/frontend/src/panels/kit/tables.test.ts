/** One table is said as one, several as several, whatever the facilitator wrote. */
import { expect, test } from "vitest";
import { sayTables } from "./tables";

const words = { "at-tables": { one: "table {tables}", other: "tables {tables}" } };

test.each(["1", "12", "Jardin", " 3 "])("%s is one table", (tables) => {
  for (const lang of ["fr", "en"]) expect(sayTables(words, lang, tables)).toBe(`table ${tables}`);
});

test.each(["1 à 3", "1, 2", "1 et 4", "1-4", "1+2"])("%s are several", (tables) => {
  for (const lang of ["fr", "en"]) expect(sayTables(words, lang, tables)).toBe(`tables ${tables}`);
});
