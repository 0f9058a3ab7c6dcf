import { describe, expect, it } from "vitest";
import { balance, setCards, setLarge } from "./columns";

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

/** An element whose content is as high as its letters are large, in a height of 100; how often it was measured. */
function makeFitted(highest: number) {
  const tried: number[] = [];
  const style = {
    size: "",
    setProperty(_: string, value: string) {
      this.size = value;
    },
  };
  const element = {
    style,
    get scrollHeight() {
      tried.push(parseFloat(style.size));
      return parseFloat(style.size) * highest;
    },
    clientHeight: 100,
    scrollWidth: 0,
    clientWidth: 0,
  };
  return { element: element as unknown as HTMLElement, style, tried };
}

describe("letters on a page of the screen", () => {
  it.each([30, 50, 77, 101, 260])("are the largest in which all of it holds, found in few tries (%d)", (highest) => {
    const { element, style, tried } = makeFitted(highest);
    setLarge(element);
    const size = parseFloat(style.size);
    expect(size * highest).toBeLessThanOrEqual(101);
    expect(size === 2.6 || size * 1.07 * highest > 101, "a larger one would not hold").toBe(true);
    expect(tried.length).toBeLessThanOrEqual(8);
  });

  it("are the smallest where it holds in none", () => {
    const { element, style, tried } = makeFitted(10_000);
    setLarge(element);
    expect(parseFloat(style.size)).toBe(Math.min(...tried));
  });

  it("of cards are those of the places they are given", () => {
    const list = document.createElement("ul");
    Object.defineProperty(list, "clientHeight", { value: 300 });
    for (let at = 0; at < 4; at++) {
      const card = document.createElement("li");
      Object.defineProperty(card, "offsetHeight", { get: () => 100 * parseFloat(list.style.getPropertyValue("--size")) });
      list.append(card);
    }
    document.body.append(list);
    setCards(list);
    const size = parseFloat(list.style.getPropertyValue("--size"));
    const tops = [...list.children].map((card) => parseFloat((card as HTMLElement).style.getPropertyValue("--top")));
    expect(Math.max(...tops) + 100 * size).toBeLessThanOrEqual(300.5);
    expect(size).toBeGreaterThan(1.4);
    expect(tops[1]).toBeCloseTo(100 * size);
    list.remove();
  });
});
