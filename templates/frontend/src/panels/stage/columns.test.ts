import { describe, expect, it } from "vitest";
import { countPages, placeCards } from "./columns";

const room = { columns: 2, height: 100, gap: 10 };

describe("cards on the pages of a screen", () => {
  it("fill a column, then the next, then the next page", () => {
    const places = placeCards([60, 30, 50, 50, 50], room);
    expect(places).toEqual([
      { page: 0, column: 0, top: 0 },
      { page: 0, column: 0, top: 70 },
      { page: 0, column: 1, top: 0 },
      { page: 1, column: 0, top: 0 },
      { page: 1, column: 1, top: 0 },
    ]);
    expect(countPages(places)).toBe(2);
  });

  it("are never cut: none ends below its column", () => {
    const heights = Array.from({ length: 40 }, (_, at) => 20 + ((at * 37) % 80));
    const places = placeCards(heights, room);
    expect(places.every((place, at) => place.top + heights[at]! <= room.height)).toBe(true);
    const order = places.map((place) => (place.page * room.columns + place.column) * 1000 + place.top);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it("stand alone on a page when no column holds them", () => {
    const places = placeCards([40, null, 40, null, null], room);
    expect(places.map((place) => place.page)).toEqual([0, 1, 2, 3, 4]);
    expect(placeCards([null, 40, 40], room).map((place) => place.page)).toEqual([0, 1, 1]);
  });

  it("one card makes one page, and so does none", () => {
    expect(countPages(placeCards([40], room))).toBe(1);
    expect(countPages(placeCards([], room))).toBe(1);
  });
});
