import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Strip } from "./strip";

const WORDS = {
  fr: { lost: "Connexion perdue.", "lost-more": "Gardé.", back: "Retrouvée.", "back-more": "", over: "Terminé.", "over-more": "Fermez." },
  en: { lost: "Connection lost.", "lost-more": "Kept.", back: "Back.", "back-more": "" },
};
let place: HTMLElement;
let strip: Strip;

beforeEach(() => {
  vi.useFakeTimers();
  document.documentElement.lang = "fr";
  place = document.createElement("div");
  strip = new Strip(place, WORDS);
});
afterEach(() => vi.useRealTimers());

test("the strip says a loss for as long as it lasts, in the page's language", async () => {
  strip.show("lost");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(place.textContent).toBe("Connexion perdue. Gardé.");
  document.documentElement.lang = "en";
  await vi.advanceTimersByTimeAsync(1);
  expect(place.textContent).toBe("Connection lost. Kept.");
});

test("good news goes away by itself", async () => {
  strip.show("lost");
  strip.show("back");
  expect(place.textContent).toContain("Retrouvée.");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(place.textContent).toBe("");
});

test("a new loss is not cut short by the good news before it", async () => {
  strip.show("back");
  strip.show("lost");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(place.textContent).toContain("Connexion perdue.");
});

test("a room that was closed on purpose is not said to be a loss, and a crash is one", () => {
  strip.show("over");
  expect(place.textContent).toBe("Terminé. Fermez.");
  strip.show("lost");
  expect(place.textContent).toBe("Connexion perdue. Gardé.");
  strip.show("back");
  expect(place.textContent).toContain("Retrouvée.");
});

test("what a panel adds for its reader is said with a loss, and with no good news", () => {
  document.body.dataset.note = "Votre code : K7P-4MX";
  strip.show("lost");
  expect(place.textContent).toBe("Connexion perdue. Gardé. Votre code : K7P-4MX");
  strip.show("back");
  expect(place.textContent).toBe("Retrouvée.");
  delete document.body.dataset.note;
});
