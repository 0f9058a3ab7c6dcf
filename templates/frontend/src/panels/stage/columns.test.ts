import { describe, expect, it } from "vitest";
import { balance } from "./columns";

describe("cards on a page of the screen", () => {
  it("fill two columns alike, in their order", () => {
    expect(balance([60, 30, 50, 50], 10)).toEqual([
      { column: 0, top: 0 },
      { column: 0, top: 70 },
      { column: 1, top: 0 },
      { column: 1, top: 60 },
    ]);
  });

  it("of short ideas leave no column empty", () => {
    const places = balance(Array(9).fill(20), 5);
    expect(places.filter((place) => place.column === 0)).toHaveLength(5);
    expect(places.filter((place) => place.column === 1)).toHaveLength(4);
  });

  it("put one long card beside the short ones", () => {
    expect(balance([200, 40, 40, 40], 10).map((place) => place.column)).toEqual([0, 1, 1, 1]);
    expect(balance([40, 40, 40, 200], 10).map((place) => place.column)).toEqual([0, 0, 0, 1]);
  });

  it("one card begins at the top, and none is no place", () => {
    expect(balance([40], 10)).toEqual([{ column: 0, top: 0 }]);
    expect(balance([], 10)).toEqual([]);
  });
});
