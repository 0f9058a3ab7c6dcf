import { describe, expect, it } from "vitest";
import type { ScreenPlace, ScreenRank } from "../../contract";
import { sizePlaces } from "./places";

const option = (title: string): ScreenRank => ({ title, dots: 3, supporters: 2, rank: 1, ideas: 1 });
const place = (count: number, title = "Ouvrir le gymnase", more = 0): ScreenPlace => ({
  rank: 1,
  ranks: Array.from({ length: count }, () => option(title)),
  more,
});
const covered: ScreenPlace = { rank: 1, ranks: null, more: 0 };
const LONG = "Une idée qui prend toute la place qu’on lui laisse, et même un peu plus que cela. ".repeat(6);

describe("the size of the places", () => {
  it("is the largest for one place", () => {
    expect(sizePlaces([place(1)])).toBe(1.5);
    expect(sizePlaces([covered])).toBe(1.5);
    expect(sizePlaces([])).toBe(1.5);
  });

  it("is smaller the more there is to read", () => {
    const sizes = [
      [place(1), place(1)],
      Array(5).fill(place(1)),
      Array(5).fill(place(1, LONG)),
      [...Array(4).fill(place(1, LONG)), place(6, LONG)],
    ];
    const given = sizes.map((places) => sizePlaces(places));
    expect(given).toEqual([...given].sort((one, other) => other - one));
    expect(new Set(given).size).toBeGreaterThan(2);
  });

  it("leaves a tie of six with long titles on one page, and more of them", () => {
    expect(sizePlaces([place(6, LONG, 14)])).toBeGreaterThan(0.75);
  });

  it("does not shrink for a title that is cut anyway", () => {
    expect(sizePlaces([place(2, LONG)])).toBe(sizePlaces([place(2, LONG.repeat(3))]));
  });
});
