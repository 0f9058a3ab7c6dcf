/** After a yes: who answers for it and from when, or the way to leave one's contact details. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Mission } from "./mission";
import { Offer } from "./offer";

type MissionModel = Extract<Roles["participant"]["panels"]["mission"], { visible: true }>;

const words = { owner: "Responsable : {owner}", date: "Première date : {date}" };
const model: MissionModel = {
  visible: true,
  contact: "CCAS, 02 61 91 00 12",
  called_off: [],
  reachable: true,
  organiser: "la mairie",
  purpose: "me proposer une mission",
  retention: "1er mars 2027",
  offered: "yes",
  missions: [
    {
      id: "rounds",
      title: "Tour de garde",
      challenge: "home",
      stake: "Logement",
      statement: "Plus personne ne dort dehors.",
      places: 8,
      sector: "",
      referent: "",
      owner: "Mme Roy",
      first_date: "4 décembre 2026",
      next_step: "",
      reason: "Vous avez dit oui.",
      status: "accepted",
    },
  ],
};
const but = (changes: object) => ({ ...model, missions: model.missions.map((one) => ({ ...one, ...changes })) });

let page: Mounted;
beforeEach(() => {
  localStorage.clear();
  page = new Mounted(Mission, new FakeWidget(model, { words }));
});
afterEach(() => page.leave());

test("who accepted reads who answers for it and from when, and whom to call in figures to copy", async () => {
  expect(page.text).toContain("Responsable : Mme Roy");
  expect(page.text).toContain("Première date : 4 décembre 2026");
  expect(page.find(".wk-copied").textContent).toBe("CCAS, 02\u00a061\u00a091\u00a000\u00a012"); // the number stays in one line
  await page.widget.show(but({ first_date: "" }));
  expect(page.text).not.toContain("Première date");
});

test("nothing follows from a mission before the person accepted it", async () => {
  await page.widget.show(but({ status: "proposed" }));
  expect(page.text).not.toContain("Responsable");
});

test("whose number is not kept may leave it there, with consent", async () => {
  await page.widget.show({ ...model, reachable: false });
  expect(page.text).toContain("Responsable : Mme Roy");
  await page.press("leave");
  await page.fill("phone", "06 39 98 41 27");
  await page.press("keep");
  expect(page.widget.letters[0]?.[1]).toMatchObject({ phone: "", consent: false, challenges: ["home"] });
  await act(async () => page.find<HTMLInputElement>("input[type=checkbox]").click());
  await page.press("keep");
  expect(page.widget.letters[1]?.[1]).toMatchObject({ phone: "06 39 98 41 27", consent: true });
});

test("one may say yes to being asked without leaving anything, and take it back", async () => {
  const asked = { id: "home", number: 1, stake: "Logement", statement: "Plus personne ne dort dehors.", declined: false };
  const offer = { visible: true, challenges: [asked], organiser: "", purpose: "", retention: "", offer: null, may_ask: false };
  page.leave();
  page = new Mounted(Offer, new FakeWidget(offer));
  await act(async () => page.find<HTMLInputElement>("[value=yes]").click());
  await page.press("to-reach");
  await page.press("ask-yes");
  expect(page.widget.letters).toEqual([["allow_asking", { yes: true }]]);
  await page.widget.answer();
  await page.widget.show({ ...offer, may_ask: true });
  expect(page.text).not.toContain("ask-yes");
  await page.press("ask-no");
  expect(page.widget.letters.at(-1)).toEqual(["allow_asking", { yes: false }]);
});

test("who had accepted reads that the mission counts on them no more, with no button to answer it", async () => {
  await page.widget.show({ ...model, missions: [], called_off: ["Tour de garde"] });
  expect(page.text).toContain("Tour de gardecalled-off");
  expect(page.text).not.toContain("change");
  await page.widget.show({ ...model, called_off: ["Minibus"] });
  expect(page.text).toContain("Minibuscalled-off");
});
