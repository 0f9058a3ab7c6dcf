/** A making of the synthesis: how far it is, and how it is ended before its time. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { MakingModel, Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { SynthesisPanel } from "./synthesis";

type SynthesisModel = Roles["facilitator"]["panels"]["synthesis"];

const nothing: MakingModel = { state: "none", number: 0 };
const model: SynthesisModel = {
  title: "Un toit pour tous",
  territory: "Val-Brume",
  phase: "thanks",
  challenges: 2,
  people: 12,
  known: 0,
  ideas: 30,
  scored: 10,
  missions: 3,
  places: 6,
  filled: 4,
  waiting: 0,
  persons: [],
  file: "synthese-atelier.pdf",
  pdf: nothing,
  html: nothing,
};
const words = {
  pdf: "Créer le PDF",
  preview: "Afficher l’aperçu",
  working: "{doing}…",
  cancel: "Annuler",
  cancelled: "Création annulée.",
  "preview-none": "L’aperçu viendra ici.",
};
const working = (share: number, doing: string): MakingModel => ({ state: "working", number: 0, share, doing });

let page: Mounted;
const see = (pdf: MakingModel) => page.widget.show({ ...model, pdf });
const said = () => page.find(".wk-card [role=status]").textContent;

beforeEach(() => {
  localStorage.clear();
  page = new Mounted(SynthesisPanel, new FakeWidget(model, { words }));
});
afterEach(() => page.leave());

test("while the PDF is made, the page says how far it is and what is being done", async () => {
  await page.press("Créer le PDF");
  expect(page.widget.letters).toEqual([["make", { format: "pdf" }]]);
  await page.widget.answer({ result: { state: "working" } });
  await see(working(0, "Lecture de l’atelier"));
  expect(page.find<HTMLProgressElement>("progress").value).toBe(0);
  expect(said()).toBe("Lecture de l’atelier…");

  await see(working(0.4, "Écriture de la synthèse"));
  expect(page.find<HTMLProgressElement>("progress").value).toBe(0.4);
  expect(said()).toBe("Écriture de la synthèse…");
  await page.press("Créer le PDF");
  expect(page.widget.asked).toEqual(["make"]);
});

test("a making is cancelled once, said to be, and can begin again", async () => {
  await page.press("Créer le PDF");
  await page.widget.answer({ result: { state: "working" } });
  await see(working(0.4, "Écriture de la synthèse"));
  await page.press("Annuler");
  expect(page.widget.letters.at(-1)).toEqual(["cancel", { format: "pdf" }]);
  await page.widget.answer({ result: { state: "cancelled" } });
  await see({ state: "cancelled", number: 1 });
  expect(page.widget.asked).toEqual(["make", "cancel"]);
  expect(said()).toBe("Création annulée.");
  expect(page.el.querySelector("progress")).toBeNull();
  expect(page.text).not.toContain("Annuler");

  await page.press("Créer le PDF");
  expect(page.widget.asked).toEqual(["make", "cancel", "make"]);
  await page.widget.answer({ result: { state: "working" } });
  await see({ ...working(0, "Lecture de l’atelier"), number: 1 });
  expect(said()).toBe("Lecture de l’atelier…");
});
