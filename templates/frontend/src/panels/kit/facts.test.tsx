import { render } from "preact";
import { expect, it } from "vitest";
import { Facts } from "./components";
import { say } from "./panel";

it("only the facts that are there stand side by side", () => {
  const place = document.createElement("div");
  render(<Facts of={["Le Moulin", "", null, false, "3 places", undefined, 0]} />, place);
  const facts = [...place.querySelectorAll(".wk-facts > span")].map((one) => one.textContent);
  expect(facts).toEqual(["Le Moulin", "3 places", "0"]);
  expect(place.textContent).toBe("Le Moulin 3 places 0");
});

it("a dot in a sentence stays with the words on both its sides", () => {
  const words = { place: "Défi {number} sur 3 · {stake}" };
  expect(say(words, "place", { number: 1, stake: "Pain · Lait" })).toBe("Défi 1 sur 3\u00a0·\u00a0Pain · Lait");
});
