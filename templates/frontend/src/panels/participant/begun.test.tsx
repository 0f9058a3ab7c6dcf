/** A text begun and not sent stays on the phone, where its person finds it however far the room has gone. */
import type { ComponentType } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Given, Phase, Stage } from "../../contract";
import { forgetEverything, recall, remember } from "../kit/device";
import { FakeWidget, Mounted } from "../kit/stage";
import { writeGiven } from "./given";
import { Ideas } from "./ideas";
import { Following, following } from "./place";
import { Thanks } from "./thanks";

const named = ["a", "b", "c"].map((id) => ({ id, stake: id.toUpperCase(), statement: `Comment ${id} ?` }));
const given: Given = {
  ...{ title: "Atelier", pseudonym: "Rose", category: "Commerce", sector: "", may_ask: false, named: false },
  ...{ contact: "", reachable: true, kept: null, organiser: "", purpose: "", retention: "1er mars 2027", offer: null, missions: [] },
  ...{ elsewhere: false, joined: false, offered: "yes", called_off: [], agreed: [], shown: false, shown_as: "" },
  form: { me: null, categories: [], sectors: [] },
  terms: { max_missions: 1, often: "", days: [], until: "", until_said: "", reach: [], car: "unsaid", languages: [] },
  challenges: named.map((one) => ({
    ...{
      ...one,
      competence: null,
      interest: null,
      unsure: false,
      early: false,
      ideas: [],
      dots: [],
      marks: [],
      declined: false,
      offered: false,
    },
  })),
};
const words = { begun: "Défi {number}, {stake} : non envoyée" };
const TITLE = "Défi 3, C : non envoyée";
const door = { visible: true, thanking: false, opened: true, follow_up: "", given };
const writing = { visible: true, challenges: named.map((one) => ({ ...one, stage: "writing", ideas: [], finished: false })) };
const reveal = {
  visible: true,
  challenges: named.map((one) => ({ ...one, stage: "reveal", options: [], held: [], count: 0, page: 1, pages: 1, own: [], asked: [] })),
};

/** Where the room is, as the header of the phone is told it. */
function lead(stage: Stage, phase: Phase = "work"): void {
  const course = named.map((one, index) => ({ ...one, number: index + 1, stage, round: 1, wording: 1, tables: "", timer: null }));
  following.tell({ challenges: course, current: "c", phase });
}

let pages: Mounted[];

function show(panel: ComponentType, model: object): Mounted {
  const page = new Mounted(panel, new FakeWidget(model, { words }));
  pages.push(page);
  return page;
}

const openDoor = () => show(Thanks, door);
const kept = (page: Mounted) => [...page.el.querySelectorAll("blockquote")].map((one) => one.textContent);

beforeEach(() => {
  localStorage.clear();
  document.documentElement.dataset.room = "salle";
  pages = [];
  Object.assign(following, new Following());
  lead("writing");
});

afterEach(() => {
  for (const page of pages) page.leave();
});

test("a text begun while writing is found once the room has left for the matrices, and at the thanks, after a reload too", async () => {
  const page = show(Ideas, writing);
  await page.type("Une laverie\nle soir");
  await act(() => lead("writing", "scoring"));
  await page.widget.show({ visible: false });
  expect(page.text).not.toContain("Une laverie");
  const opened = openDoor();
  expect(kept(opened)).toEqual(["Une laverie\nle soir"]);
  expect(opened.text).toContain(TITLE);
  expect(opened.text).toContain("begun-closed");
  for (const one of pages) one.leave();
  lead("closed", "thanks");
  expect(kept(show(Thanks, { ...door, thanking: true }))).toEqual(["Une laverie\nle soir"]);
});

test("a text offered at the reveal that nobody sent is found once the vote is open", async () => {
  remember("draft:idea:c", "Une laverie");
  lead("reveal");
  const page = show(Ideas, reveal);
  expect(page.text).toContain("unsent-title");
  await act(() => lead("vote"));
  await page.widget.show({ visible: false });
  expect(page.text).toBe("");
  expect(kept(openDoor())).toEqual(["Une laverie"]);
});

test.each<[Stage, string]>([
  ["writing", "begun-open"],
  ["reveal", "begun-open"],
  ["vote", "begun-closed"],
])("in the %s it says whether the text can still be sent", (stage, said) => {
  remember("draft:idea:c", "Une laverie");
  lead(stage);
  expect(openDoor().text).toContain(said);
});

test("the text is selected and copied, and the page says so until it is another one", async () => {
  remember("draft:idea:c", "Une laverie");
  const copying = vi.fn(() => true);
  Object.assign(document, { execCommand: copying });
  const page = openDoor();
  await page.press("copy");
  expect(copying).toHaveBeenCalledWith("copy");
  expect(getSelection()?.toString()).toBe("Une laverie");
  expect(page.text).toContain("copied");
  await act(() => void remember("draft:idea:c", "Une laverie le soir"));
  expect(page.text).not.toContain("copied");
});

test("a text that the browser did not copy stays selected, and is not said to be copied", async () => {
  remember("draft:idea:c", "Une laverie");
  Object.assign(document, { execCommand: () => false });
  const page = openDoor();
  await page.press("copy");
  expect(getSelection()?.toString()).toBe("Une laverie");
  expect(page.text).not.toContain("copied");
});

test("it is let go after one question, from the field above too, and what was refused of it is said no more", async () => {
  remember("draft:idea:c", "Une laverie");
  remember("draft:source:c", "testimony");
  remember("returned-idea:c", { challenge: "c", sentence: "L’écriture est close.", lang: "fr" });
  const field = show(Ideas, writing);
  expect(field.text).toContain("L’écriture est close.");
  const page = openDoor();
  await page.press("remove");
  expect(recall("draft:idea:c")).toBe("Une laverie");
  await page.press("remove-no");
  expect(kept(page)).toEqual(["Une laverie"]);
  await page.press("remove");
  await page.press("remove-yes");
  expect(kept(page)).toEqual([]);
  expect(field.find<HTMLTextAreaElement>("textarea").value).toBe("");
  expect(field.text).not.toContain("L’écriture est close.");
  expect(Object.keys(localStorage).filter((key) => /draft|returned/.test(key))).toEqual([]);
});

test("what is typed above the open door is shown there letter by letter, and nothing of it leaves the phone", async () => {
  const page = openDoor();
  expect(kept(page)).toEqual([]);
  const field = show(Ideas, writing);
  await field.type("Une lav");
  expect(kept(page)).toEqual(["Une lav"]);
  await field.type("  ");
  expect(kept(page)).toEqual([]);
  expect([...page.widget.sent, ...field.widget.sent]).toEqual([]);
});

test("the copy has it, under its challenge and as not sent; without one it has no such part", () => {
  expect(writeGiven(given, words, "fr")).not.toContain("non envoyée");
  remember("draft:idea:c", "Une laverie");
  expect(writeGiven(given, words, "fr")).toContain(`\n\n${TITLE}\n- Une laverie\n`);
});

test("it goes with everything else that is erased", async () => {
  remember("draft:idea:c", "Une laverie");
  const page = openDoor();
  await act(() => forgetEverything());
  expect(kept(page)).toEqual([]);
});

test("another challenge whose vote is open is said to be at its vote", () => {
  const course = named.map((one, index) => ({ ...one, number: index + 1, round: 1, wording: 1, tables: "", timer: null }));
  const stages: Stage[] = ["vote", "reveal", "writing"];
  following.tell({ challenges: course.map((one, at) => ({ ...one, stage: stages[at]! })), current: "c", phase: "work" });
  const beside = [...show(Ideas, writing).el.querySelectorAll(".wk-elsewhere span")].map((one) => one.textContent);
  expect(beside).toEqual(["vote-open", "also-open"]);
});
