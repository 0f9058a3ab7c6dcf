/** After a yes: whether it may be said who one is, the way to leave one's contact details, and whom to call. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { MissionModel } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Mission } from "./mission";

const words = { "show-as": "on lirait {name}", missing: "manque {what}" };
const kept = { name: "Ana", email: "", phone: "06 39 98 41 27", mission: true, consented_on: "hier", concealed: false };
const model: MissionModel = {
  visible: true,
  slip: false,
  contact: "CCAS, 02 61 91 00 12",
  called_off: [],
  reachable: true,
  kept: null,
  organiser: "la mairie",
  purpose: "me proposer une mission",
  retention: "1er mars 2027",
  agreed: [],
  offered: "yes",
  shown: false,
  shown_as: "Coquelicot",
  missions: [
    {
      ...{ id: "rounds", title: "Tour de garde", challenge: "home", number: 1, stake: "Logement" },
      ...{ statement: "Plus personne ne dort dehors.", places: 8, sector: "", referent: "", owner: "Mme Roy" },
      ...{
        first_date: "vendredi 4 décembre 2026, 19 h",
        last_date: "",
        hours: "",
        days: "",
        needs: "",
        next_step: "",
        names: [],
        others: 0,
        pair: "",
      },
      ...{ reason: "Vous avez dit oui.", status: "accepted", said: "", another: false, read: "m1", alone: false, changed: false },
    },
  ],
};
const but = (changes: object) => ({ ...model, missions: model.missions.map((one) => ({ ...one, ...changes })) });
const tick = (name: string) => act(async () => page.find<HTMLInputElement>(`input[name=${name}]`).click());

let page: Mounted;
beforeEach(() => {
  localStorage.clear();
  page = new Mounted(Mission, new FakeWidget(model, { words }));
});
afterEach(() => page.leave());

test("who accepted reads who answers for it and from when, and whom to call in figures to copy", async () => {
  expect(page.find(".wk-what").textContent).toContain("vendredi 4 décembre 2026, 19 h");
  expect(page.find(".wk-what").textContent).toContain("Mme Roy");
  expect(page.find(".wk-copied").textContent).toBe("CCAS, 02\u00a061\u00a091\u00a000\u00a012"); // the number stays in one line
  await page.widget.show(but({ first_date: "" }));
  expect(page.find(".wk-what").textContent).toContain("when-open");
});

test("nothing is asked of who has not accepted: neither details nor a name", async () => {
  for (const status of ["proposed", "later", "declined"]) {
    await page.widget.show({ ...but({ status }), reachable: false });
    expect(page.text).not.toContain("leave");
    expect(page.el.querySelector("input[name=show]")).toBeNull();
  }
});

test("whose number is not kept may leave it there, each purpose with a tick of its own and none given beforehand", async () => {
  await page.widget.show({ ...model, reachable: false });
  await page.press("leave");
  expect([...page.el.querySelectorAll<HTMLInputElement>(".wk-consent input")].map((one) => [one.name, one.checked])).toEqual([
    ["consent", false],
    ["invite", false],
    ["news", false],
  ]);
  await page.fill("phone", "06 39 98 41 27");
  await page.fill("name", "Ana");
  await page.press("keep");
  expect(page.text).toContain("manque missing-consent");
  expect(page.widget.letters).toEqual([]); // without a purpose no contact detail leaves the phone
  await tick("consent");
  await tick("news");
  await page.press("keep");
  expect(page.widget.letters[0]?.[1]).toMatchObject({ phone: "06 39 98 41 27", consent: true, also: ["news"], challenges: ["home"] });
  await page.widget.show({ ...model, kept });
  await page.widget.answer();
  expect(page.text).toContain("left");
  expect(page.text).toContain("06 39 98 41 27");
});

test("what is kept for the news alone is shown as given, and is still asked for a mission", async () => {
  await page.widget.show({ ...model, reachable: false, kept: { ...kept, mission: false }, agreed: ["news"] });
  expect(page.text).toContain("06 39 98 41 27");
  expect(page.text).toContain("kept-else-mission");
  await page.press("leave");
  expect(page.find<HTMLInputElement>("input[name=tel]").value).toBe("06 39 98 41 27");
});

test("a purpose that was agreed to already is not asked for again", async () => {
  await page.widget.show({ ...model, reachable: false, agreed: ["news"] });
  await page.press("leave");
  expect(page.el.querySelector("input[name=news]")).toBeNull();
});

test("that it may be said who one is has a tick of its own, kept at once and taken back the same way", async () => {
  expect(page.find<HTMLInputElement>("input[name=show]").checked).toBe(false);
  expect(page.text).toContain("on lirait Coquelicot");
  await tick("show");
  expect(page.widget.letters).toEqual([["let_show_name", { yes: true }]]);
  await page.widget.show({ ...model, shown: true });
  await page.widget.answer();
  expect(page.text).toContain("show-kept");
  await tick("show");
  expect(page.widget.letters.at(-1)).toEqual(["let_show_name", { yes: false }]);
});

test("where details were given elsewhere the phone does not say who one is for them", async () => {
  await page.widget.show({ ...model, shown: null });
  expect(page.el.querySelector("input[name=show]")).toBeNull();
});

test("who had accepted reads that the mission counts on them no more, with no button to answer it", async () => {
  await page.widget.show({ ...model, missions: [], called_off: ["Tour de garde"] });
  expect(page.text).toContain("Tour de gardecalled-off");
  expect(page.el.querySelector(".wk-what, .wk-foot")).toBeNull();
  expect(page.text).not.toContain("gone");
  await page.widget.show({ ...model, called_off: ["Minibus"] });
  expect(page.text).toContain("Minibuscalled-off");
});

test("a yes that stands without an offer says so, and how to say no", async () => {
  expect(page.text).not.toContain("alone");
  await page.widget.show({ ...model, missions: model.missions.map((one) => ({ ...one, alone: true })) });
  expect(page.text).toContain("alone");
});

test("a slip without a mission says so, and neither that its person said no nor what they offer", async () => {
  await page.widget.show({ ...model, slip: true, offered: "no", missions: [], called_off: ["Minibus"], contact: "Mme Roy" });
  expect(page.text).toContain("Minibuscalled-off");
  expect(page.text).toContain("none-slip");
  expect(page.text).not.toContain("none-no");
  expect(page.el.querySelector(".wk-foot")).toBeNull();
});
