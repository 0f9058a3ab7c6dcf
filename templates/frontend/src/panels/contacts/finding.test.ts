import { expect, test } from "vitest";
import { findContact, without } from "./finding";

const seen = (text: string) => {
  const found = findContact(text);
  return found === null ? null : [found.kind, text.slice(found.start, found.end)];
};

test.each([
  ["Appelez-moi au 06 39 98 01 23 le soir", ["phone", "06 39 98 01 23"]],
  ["Mon numéro : 0639980123.", ["phone", "0639980123"]],
  ["01.99.00.12.34", ["phone", "01.99.00.12.34"]],
  ["call +44 7700 900123", ["phone", "+44 7700 900123"]],
  ["écrire à jeanne.petit@exemple.fr, merci", ["address", "jeanne.petit@exemple.fr"]],
  ["voir www.exemple.fr/jeanne.", ["address", "www.exemple.fr/jeanne"]],
])("what leads to somebody is marked: %s", (text, found) => {
  expect(seen(text)).toEqual(found);
});

test.each([
  "Un budget de 20 000 000 € sur 10 ans",
  "Le 115 ne répond pas, ni le 3919",
  "De 8 h 30 à 12 h, le 23/11/2026",
  "Appeler le 0 800 123 456",
  "Une place @ la gare",
  "38000 Grenoble, 12 500 habitants",
])("amounts, dates and services are let be: %s", (text) => {
  expect(seen(text)).toBeNull();
});

test("taken out, it leaves the sentence whole", () => {
  const take = (text: string) => without(text, findContact(text)!);
  expect(take("Un minibus, appelez 06 39 98 01 23, le soir")).toBe("Un minibus, appelez, le soir");
  expect(take("06 39 98 01 23 pour un minibus")).toBe("pour un minibus");
  expect(take("Demander à a@exemple.fr pour un minibus")).toBe("Demander à pour un minibus");
});
