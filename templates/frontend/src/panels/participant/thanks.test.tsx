/** The thanks are true of whoever reads them: each sentence has its condition, and what was answered is said in words. */
import { afterEach, expect, test } from "vitest";
import type { Given, GivenOnChallenge, OwnMission } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Thanks } from "./thanks";

const challenge = (changes: Partial<GivenOnChallenge> = {}): GivenOnChallenge => ({
  ...{ id: "home", stake: "Logement", statement: "Plus personne ne dort dehors." },
  ...{ competence: null, interest: null, unsure: false, early: false, ideas: [], dots: [], marks: [], declined: false, offered: false },
  ...changes,
});
const idea = (text: string) => ({ text, held: false, answer: "" });
const given: Given = {
  ...{ title: "Atelier", pseudonym: "Rose", category: "Commerce", sector: "", may_ask: false, named: false },
  ...{ contact: "", reachable: true, kept: null, organiser: "", purpose: "", retention: "1er mars 2027", offer: null, missions: [] },
  ...{ elsewhere: false, joined: false, offered: "yes", called_off: [], agreed: [], shown: false, shown_as: "Rose" },
  terms: { max_missions: 1, often: "", days: [], until: "", until_said: "", reach: [], car: "unsaid", languages: [] },
  form: { me: null, categories: [], sectors: [] },
  challenges: [challenge()],
};
const mission: OwnMission = {
  ...{ id: "rounds", title: "Tour de garde", challenge: "home", stake: "Logement", statement: "Plus personne ne dort dehors." },
  ...{
    number: 1,
    places: 8,
    sector: "",
    referent: "",
    owner: "",
    first_date: "",
    last_date: "",
    hours: "",
    days: "",
    needs: "",
    next_step: "",
  },
  ...{ names: [], others: 0, reason: "", pair: "", status: "proposed", said: "", another: false, read: "m1", alone: false, changed: false },
};
const offer = {
  name: "Ana",
  email: "a@example.org",
  phone: "",
  challenges: [],
  may_show_name: false,
  consented_on: "",
  purpose: "",
  concealed: false,
};
const words = {
  lead: "L.",
  "lead-ideas": { one: "une idée", other: "vos idées" },
  said: "{competence} ; {interest}",
  "competence.0": "pas du tout",
  "interest.-2": "non",
};

let page: Mounted;
const open = (changes: Partial<Given> = {}) => {
  const model = { visible: true, thanking: true, opened: false, follow_up: "", given: { ...given, ...changes } };
  page = new Mounted(Thanks, new FakeWidget(model, { words }));
  return model;
};
const lead = () => page.find(".wk-lead").textContent;
afterEach(() => page.leave());

test.each<[string, Partial<Given>, string]>([
  ["who gave nothing", {}, "L."],
  ["who wrote one idea", { challenges: [challenge({ ideas: [idea("Une laverie")] })] }, "L. une idée"],
  ["who wrote two", { challenges: [challenge({ ideas: [idea("Une laverie"), idea("Un banc")] })] }, "L. vos idées"],
  ["who offered help", { offer }, "L. lead-offered"],
  ["who accepted and is named", { offer, named: true, missions: [{ ...mission, status: "accepted" }] }, "L. lead-named"],
  ["who declined the mission", { missions: [{ ...mission, status: "declined" }] }, "L."],
  ["who was taken off a mission", { called_off: ["Tour de garde"] }, "L."],
])("%s reads what is so", (_who, changes, said) => {
  open(changes);
  expect(lead()).toBe(said);
});

test("scores are said in the words of the scales", () => {
  open({ challenges: [challenge({ competence: 0, interest: -2 })] });
  expect(page.text).toContain("Logement – pas du tout ; non");
});

test("a no is among what one gave", () => {
  open({ challenges: [challenge({ declined: true })] });
  expect(page.text).toContain("not-me");
});

test("a mission without an answer is answered there, and what was answered stays to be read", async () => {
  const model = open({ missions: [mission] });
  await page.press("decline");
  expect(page.widget.letters).toEqual([["answer_mission", { mission: "rounds", answer: "declined", read: "m1" }]]);
  await page.widget.show({ ...model, given: { ...given, missions: [{ ...mission, status: "declined" }] } });
  await page.widget.answer();
  expect(page.text).toContain("declined");
  expect(page.text).toContain("Tour de garde (mission-declined)");
});

test("what one accepted says that it stands by itself, and lets one say no to it here too", async () => {
  open({ missions: [{ ...mission, status: "accepted", alone: true }], offered: "unanswered" });
  expect(page.find("[aria-labelledby=wk-next]").textContent).toContain("alone");
  await page.press("change");
  await page.press("decline");
  expect(page.widget.letters).toEqual([["answer_mission", { mission: "rounds", answer: "declined", read: "m1" }]]);
  await page.widget.answer();
});

test("each consent besides that to a mission is taken back by itself among what one gave", async () => {
  open({ agreed: ["news"], kept: { name: "Ana", email: "", phone: "06", mission: false, consented_on: "hier", concealed: false } });
  await page.press("take-consent-back");
  expect(page.widget.letters).toEqual([["take_consent_back", { purpose: "news" }]]);
});

test("a mission that counts on one no more is said at the end too, and is nothing that one gave", () => {
  open({ called_off: ["Tour de garde"] });
  expect(page.find("[aria-labelledby=wk-next]").textContent).toContain("Tour de gardecalled-off");
  expect(page.find(".wk-given").textContent).not.toContain("Tour de garde");
});

test("details that are kept for the news alone are said to be kept, and for what", () => {
  const kept = { name: "Ana", email: "", phone: "06 39 98 41 27", mission: false, consented_on: "hier", concealed: false };
  open({ kept, agreed: ["news"], may_ask: true, offered: "yes" });
  expect(page.find(".wk-given").textContent).toContain("06 39 98 41 27");
  expect(page.find(".wk-given").textContent).toContain("asked-kept");
  page.leave();
  open({ kept: { ...kept, name: "", phone: "", concealed: true }, agreed: ["news"] });
  expect(page.find(".wk-given").textContent).toContain("no-offer-keptconcealed");
});
