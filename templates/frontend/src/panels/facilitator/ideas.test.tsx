/** Step 3 on the laptop: gauges in a line, a list that is filtered, one suggestion at a time, merges said as what they were. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Roles, TableIdea, TableOption } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { heldAsked, readHeld } from "./asking";
import { IdeasPanel } from "./ideas";

type Model = Roles["facilitator"]["panels"]["ideas"];
const idea = (id: string, text: string, more: Partial<TableIdea> = {}): TableIdea => ({
  id,
  text,
  source: "lived",
  category: "Association",
  held: "",
  held_as: "",
  corrected: false,
  asked: false,
  answer: "",
  discuss: false,
  earlier: false,
  voted_on: false,
  ...more,
});
const alone = (id: string, text: string, more: Partial<TableIdea> = {}, original = false): TableOption => ({
  id,
  title: text,
  concealed: false,
  lone: true,
  original,
  missions: [],
  ideas: [idea(id, text, more)],
});
const model: Model = {
  stage: "reveal",
  course: "reveal",
  current: true,
  seen: false,
  challenge: { id: "c", number: 2, stake: "Toit", statement: "Un toit pour tous.", total: 5 },
  counts: { people: 20, ideas: 5, wrote: 10, finished: 0, silent: 10 },
  progress: { people: 20, writing: 10, done: 2, silent: 8, parts: [] },
  nudged: null,
  round: 1,
  rule: { kind: "dots", budget: 5, most: 2, grades: 7, scale: [6, 5, 4, 3, 2, 1, 0], blanks_count: true, to_spend: 0, points: 0 },
  gauges: [
    { name: "diversity", value: 0.8, few: null, sentence: "Donnez la parole à la santé.", trend: [], sectors: [] },
    {
      name: "decentralisation",
      value: null,
      few: null,
      sentence: "",
      trend: [
        { moment: "written", value: 0.5 },
        { moment: "revealed", value: 0.75 },
      ],
      sectors: [{ sector: "Le Moulin", part: 1, whole: 4 }],
    },
  ],
  categories: [],
  options: [
    alone("a", "Ouvrir le gymnase la nuit"),
    alone("b", "Le gymnase ouvert la nuit"),
    alone("d", "Une laverie à l’été", {}, true),
    {
      id: "g",
      title: "Un car",
      concealed: false,
      lone: false,
      original: false,
      missions: [],
      ideas: [idea("e", "Un car"), idea("f", "Un autocar")],
    },
    alone("h", "Un vélo commun"),
  ],
  held: [idea("k", "Paul ne fait rien", { held: "nomme une personne" })],
  held_for: [{ reason: "Elle nomme une personne.", number: 1 }],
  returned: 0,
  turns: [],
  floods: [],
  sweeps: [],
  suggestions: [
    {
      ideas: ["a", "b"],
      marked: [
        ["Ouvrir le ", "gymnase", " la nuit"],
        ["Le ", "gymnase", " ouvert la nuit"],
      ],
    },
    { ideas: ["d", "h"], marked: [["", "Une"], ["Un"]] },
  ],
  tensions: [],
  may_gather: true,
  voted: 0,
  weighed: 0,
};

let page: Mounted;
const open = (shown: object = model) => {
  page = new Mounted(
    IdeasPanel,
    new FakeWidget(shown, {
      words: {
        "gauge.value": "{number} %",
        "gauge.few": "{part}/{whole}",
        "gauge.sector": "{sector} {part}/{whole}",
        "held.for.reason": "{number} fois {reason}",
      },
    }),
  );
};
const shown = () => [...page.el.querySelectorAll(".wkf-idea .wk-text, .wkf-idea h3")].map((one) => one.textContent);

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test("the gauges are one line, which opens to what each says to do", () => {
  open();
  expect(page.find(".wkf-gauges summary").textContent).toContain("80 %");
  expect(page.find(".wkf-gauges summary").textContent).toContain("gauge.none");
  expect(page.find<HTMLDetailsElement>(".wkf-gauges").open).toBe(false);
  expect(page.find(".wkf-gauges dd").textContent).toBe("Donnez la parole à la santé.");
  expect(page.text).toContain("Le Moulin 1/4");
  expect(page.text).toContain("gauge.at → gauge.at");
});

test("a gauge of a handful is told in its numbers, without per cent and without a trend", () => {
  const [diversity, decentralisation] = model.gauges;
  open({ ...model, gauges: [diversity, { ...decentralisation, value: 1, few: { part: 1, whole: 1 } }] });
  expect(page.find(".wkf-gauges summary").textContent).toContain("1/1");
  expect(page.text).not.toContain("100 %");
  expect(page.text).not.toContain("gauge.at");
});

test("the list shows all ideas, those like no other, those held back, or those with a word", async () => {
  open();
  expect(shown().length).toBe(5);
  await page.press("filter.original");
  expect(shown()).toEqual(["Une laverie à l’été"]);
  await page.press("filter.held");
  expect(page.find(".wkf-held .wk-text").textContent).toBe("Paul ne fait rien");
  expect(page.find<HTMLElement>(".wkf-ideas").hidden).toBe(true);
  await page.press("filter.all");
  await page.press("filter.search");
  await page.type("ETE", "input[type=search]");
  expect(shown()).toEqual(["Une laverie à l’été"]);
  await page.type("zzz", "input[type=search]");
  expect(page.text).toContain("filter.none");
});

test("an idea that is merely not grouped says nothing of it", () => {
  open();
  expect(page.find(".wkf-idea").textContent).not.toContain("original");
});

test("one suggestion is asked about at a time, with the words that agree", async () => {
  open();
  expect(page.el.querySelectorAll(".wkf-suggestion").length).toBe(1);
  expect([...page.el.querySelectorAll(".wkf-suggestion b")].map((one) => one.textContent)).toEqual(["gymnase", "gymnase"]);
  await page.press("leave");
  expect(page.el.querySelectorAll(".wkf-suggestion blockquote").length).toBe(2);
  expect(page.find(".wkf-suggestion blockquote").textContent).toBe("Une");
  expect(document.activeElement).toBe(page.find(".wkf-suggestion h2"));
  expect(page.widget.sent).toEqual([]);
  await page.press("leave");
  expect(page.text).toContain("alike.none");
});

test("what is left apart stays so on this device", async () => {
  open();
  await page.press("leave");
  page.leave();
  open();
  expect(page.find(".wkf-suggestion blockquote").textContent).toBe("Une");
});

test("grouping what is suggested takes the words of the first", async () => {
  open();
  await page.press("gather");
  expect(page.widget.letters).toEqual([["gather_ideas", { ideas: ["a", "b"], title: "Ouvrir le gymnase la nuit" }]]);
  await page.widget.answer({ result: { group: "n", members: ["a", "b"] } });
  expect(page.text).toContain("gather.done");
});

test("undoing a merge says that the ideas stand apart again, or that the earlier group is back", async () => {
  open();
  await page.press("group.open");
  await page.press("undo");
  expect(page.widget.letters).toEqual([["undo_group", { group: "g" }]]);
  await page.widget.answer({ result: { ideas: 2, groups: 0 } });
  expect(page.text).toContain("parted");
  expect(page.text).not.toContain("gather.done");
  await page.press("undo");
  await page.widget.answer({ result: { ideas: 1, groups: 1 } });
  expect(page.text).toContain("parted.groups");
});

test("a group is renamed from its own words, which say where they are concealed", async () => {
  const [a, b, d, group, h] = model.options as [TableOption, TableOption, TableOption, TableOption, TableOption];
  open({ ...model, options: [a, b, d, { ...group, title: "Appeler rose@example.org", concealed: true }, h] });
  expect([...page.el.querySelectorAll(".wkf-concealed")].map((one) => one.textContent)).toEqual(["concealed"]);
  await page.press("group.open");
  await page.press("rename");
  expect([...page.el.querySelectorAll<HTMLInputElement>(".wkf-group input")].map((one) => one.value)).toContain("Appeler rose@example.org");
});

test("a card is opened to be read and acted upon, and closed again", async () => {
  open();
  expect(page.text).not.toContain("remove");
  await act(async () => page.find(".wkf-idea-foot button").click());
  expect(page.text).toContain("remove");
  await page.press("read-less");
  expect(page.text).not.toContain("remove");
});

test("once people vote, nothing is ticked any more", () => {
  open({ ...model, stage: "vote", may_gather: false, suggestions: [] });
  expect(page.el.querySelector(".wkf-choose")).toBeNull();
  expect(shown().length).toBe(5);
});

test("a challenge that is not open yet is not said to be written on", () => {
  open({ ...model, stage: "hidden", course: "unopened", options: [], suggestions: [], may_gather: false });
  expect(page.text).toContain("stage.unopened");
  expect(page.text).not.toContain("hidden.silent");
});

test("a refusal goes away with what was refused", async () => {
  open({ ...model, stage: "hidden", course: "writing", options: [], suggestions: [], may_gather: false });
  await page.press("proxy");
  await page.type("Une idée");
  await act(async () => void page.find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
  await page.widget.answer({ ok: false, sentence: "Trop court." });
  expect(page.text).toContain("Trop court.");
  await page.press("cancel");
  expect(page.text).not.toContain("Trop court.");
});

test("somebody new is written for under any word", async () => {
  open({ ...model, stage: "hidden", course: "writing", options: [], suggestions: [], may_gather: false });
  await page.press("proxy");
  await page.type("Une idée");
  await page.fill("proxy.who", "Aubin");
  await page.fill("proxy.as", "Retraités");
  await act(async () => void page.find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
  expect(page.widget.letters[0]?.[1]).toMatchObject({ pseudonym: "Aubin", category: "Retraités" });
});

test("what was done is said until the moment is over, and not into the vote", async () => {
  open();
  await act(() => page.find<HTMLButtonElement>(".wkf-suggestion button").click());
  await page.widget.answer({ ok: true, result: { group: "n", members: ["a", "b"] } });
  expect(page.text).toContain("gather.done");
  await page.widget.show({ ...model, stage: "vote", course: "vote", may_gather: false, suggestions: [] });
  expect(page.text).not.toContain("gather.done");
});

test("ideas that the room has read are not called still hidden", async () => {
  const writing = { ...model, stage: "hidden" as const, course: "writing" as const, options: [], suggestions: [], may_gather: false };
  open({ ...writing, seen: true });
  expect(page.text).toContain("hidden.again.why");
  await page.widget.show(writing);
  expect(page.text).not.toContain("hidden.again");
});

test("where dots were given already, it is said why ideas are not grouped any more", async () => {
  open({ ...model, may_gather: false, suggestions: [] });
  expect(page.text).toContain("gathering-voted");
  await page.widget.show(model);
  expect(page.text).not.toContain("gathering-voted");
});

test("during the vote an opened card says what becomes of the dots of an idea that is held back", async () => {
  open({ ...model, stage: "vote", may_gather: false, suggestions: [] });
  expect(page.text).not.toContain("hold.voting");
  await act(async () => page.find(".wkf-idea-foot button").click());
  expect(page.text).toContain("hold.voting");
  await page.widget.show(model);
  expect(page.text).not.toContain("hold.voting");
});

test("an idea of a group that was voted on can still be held back", async () => {
  const group = model.options
    .filter((option) => !option.lone)
    .map((option) => ({ ...option, ideas: [idea("e", "Un car", { voted_on: true })] }));
  open({ ...model, stage: "vote", may_gather: false, suggestions: [], options: group });
  await page.press("group.open");
  await page.press("open");
  expect(page.text).toContain("voted-on");
  await page.press("hold");
  expect(page.find(".wkf-hold")).not.toBeNull();
});

test("a suggestion stands over the list, and not beside what is being gathered by hand", async () => {
  open();
  expect(page.find(".wkf-desk-main").querySelector(".wkf-suggestion ~ .wkf-ideas")).not.toBeNull();
  await act(async () => page.find<HTMLInputElement>(".wkf-choose input").click());
  expect(page.el.querySelector(".wkf-suggestion")).toBeNull();
});

const writing = { ...model, stage: "hidden" as const, course: "writing" as const, options: [], suggestions: [], may_gather: false };

test("while people write, numbers alone are told, and by category where that tells nobody apart", async () => {
  open({ ...writing, progress: { ...model.progress, parts: [{ categories: ["Santé"], people: 5, writing: 1, done: 0, silent: 4 }] } });
  expect([...page.el.querySelectorAll(".wkf-writers li b")].map((one) => one.textContent)).toEqual(["10", "2", "8"]);
  expect(page.find(".wkf-writers tbody").textContent).toContain("Santé");
  await page.widget.show(writing);
  expect(page.el.querySelector(".wkf-writers table")).toBeNull();
});

test("what leads to the ideas held back shows them, the corrected one first", async () => {
  const corrected = idea("k", "Trop peu est fait", { held: "nomme une personne", corrected: true });
  open({ ...model, held: [idea("j", "Paul ne fait rien", { held: "nomme une personne" }), corrected] });
  await act(() => readHeld("c", "fr"));
  expect(page.find(".wkf-filter[aria-pressed=true]").textContent).toContain("filter.held");
  expect(document.activeElement?.textContent).toContain("Trop peu est fait");
  expect(heldAsked()).toBeNull();
});

test("what a gentle line does is said before it is sent, and that it was sent after", async () => {
  open(writing);
  await page.press("nudge");
  expect(page.text).toContain("nudge.question");
  expect(page.text).toContain("nudge.line");
  expect(page.el.querySelector(".wkf-danger")).toBeNull(); // nothing about it is a danger
  expect(page.widget.letters).toEqual([]);
  await page.press("nudge.yes");
  expect(page.widget.letters).toEqual([["nudge_silent", { challenge: "c" }]]);
  await page.widget.show({ ...writing, nudged: 1 });
  expect(page.text).toContain("nudge.done");
});

test("before the reveal it is told how many are held back and why, and no text", () => {
  open({ ...writing, held: [] });
  expect(page.text).toContain("1 fois Elle nomme une personne.");
});

test("an author is asked what they mean, and an idea is marked for discussion, from its opened card", async () => {
  open();
  await act(async () => page.find(".wkf-idea-foot button").click());
  await page.press("ask");
  await page.widget.answer({});
  await page.press("discuss");
  expect(page.widget.letters).toEqual([
    ["ask_author", { idea: "a", asked: true }],
    ["mark_for_discussion", { idea: "a", discuss: true }],
  ]);
});

test("what an author says they mean stands beneath the idea", () => {
  open({
    ...model,
    options: [alone("a", "Le gymnase", { asked: true, answer: "La salle du haut." }), alone("b", "Un car", { asked: true })],
  });
  expect(page.find(".wkf-clarified").textContent).toContain("La salle du haut.");
  expect(page.text).toContain("answer.waiting");
});

test("turns to speak are gone through one by one, on this device, and come back", async () => {
  const turns = [
    { idea: "a", text: "Le gymnase", table: 2, category: "" },
    { idea: "b", text: "Le car", table: null, category: "Santé" },
  ];
  open({ ...model, turns });
  await page.press("filter.discuss");
  const now = () => page.el.querySelector(".wkf-turns [aria-current]")?.textContent ?? "";
  expect(now()).toContain("turn.table");
  await page.press("turn.done");
  expect(now()).toContain("Santé");
  page.leave();
  open({ ...model, turns });
  await page.press("filter.discuss");
  expect(now()).toContain("Le car");
  await page.press("turn.again");
  expect(now()).toContain("Le gymnase");
});

const opposed = (...ideas: string[]) => ({
  ideas,
  marked: [
    ["", "Ouvrir", " le gymnase"],
    ["", "Fermer", " le gymnase"],
  ],
});
const tense = { ...model, suggestions: [], tensions: [opposed("a", "b"), opposed("d", "h")] };

test("wordings that oppose each other stand side by side, with the words that do, once no suggestion is left", async () => {
  open({ ...tense, suggestions: model.suggestions });
  expect(page.el.querySelector(".wkf-opposed")).toBeNull();
  await page.press("leave");
  await page.press("leave");
  expect([...page.el.querySelectorAll(".wkf-opposed b")].map((one) => one.textContent)).toEqual(["Ouvrir", "Fermer"]);
  expect(document.activeElement).toBe(page.find(".wkf-suggestion h2"));
  expect(page.text).toContain("tension.place");
});

test("both ideas of a tension are marked for discussion by one press, and it is then no question any more", async () => {
  open(tense);
  await page.press("tension.discuss");
  await page.widget.answer({ result: null });
  await page.widget.answer({ result: null });
  expect(page.widget.letters).toEqual([
    ["mark_for_discussion", { idea: "a", discuss: true }],
    ["mark_for_discussion", { idea: "b", discuss: true }],
  ]);
  const options = [alone("a", "Ouvrir", { discuss: true }), alone("b", "Fermer", { discuss: true }), alone("d", "Un"), alone("h", "Une")];
  await page.widget.show({ ...tense, options });
  expect(page.el.querySelectorAll(".wkf-suggestion").length).toBe(1);
  await page.press("tension.discuss");
  expect(page.widget.letters.at(-1)).toEqual(["mark_for_discussion", { idea: "d", discuss: true }]);
});

test("an idea that is marked already is not marked again, and a refusal leaves the question", async () => {
  open({ ...tense, options: [alone("a", "Ouvrir", { discuss: true }), alone("b", "Fermer")] });
  await page.press("tension.discuss");
  expect(page.widget.letters).toEqual([["mark_for_discussion", { idea: "b", discuss: true }]]);
  await page.widget.answer({ ok: false, sentence: "Non." });
  expect(page.text).toContain("Non.");
  expect(page.el.querySelectorAll(".wkf-opposed blockquote").length).toBe(2);
});

test("a tension that was set aside stays away on this device", async () => {
  open(tense);
  await page.press("tension.leave");
  expect(document.activeElement).toBe(page.find(".wkf-suggestion h2"));
  await page.press("tension.leave");
  expect(page.el.querySelector(".wkf-suggestion")).toBeNull();
  page.leave();
  open(tense);
  expect(page.el.querySelector(".wkf-suggestion")).toBeNull();
  expect(page.widget.sent).toEqual([]);
});

test("all tensions are one press away, also while people vote, and in the results", async () => {
  open({ ...tense, stage: "vote", course: "vote", may_gather: false });
  expect(page.el.querySelector(".wkf-opposed")).toBeNull();
  await page.press("filter.tension");
  expect(page.el.querySelectorAll(".wkf-tensions li").length).toBe(2);
  expect(page.find<HTMLElement>(".wkf-ideas").hidden).toBe(true);
  await page.press("tension.leave");
  expect(page.el.querySelectorAll(".wkf-tensions li").length).toBe(1);
  expect(document.activeElement).toBe(page.find(".wkf-tensions h3"));
  await page.widget.show({ ...tense, stage: "results", course: "results", may_gather: false });
  expect(page.find("details:has(.wkf-tensions) summary").textContent).toBe("filter.tension 1");
});

test("a suggestion that is being read stays, whatever comes before it, and stays away once it lost an idea", async () => {
  open();
  const three = { ideas: ["e", "f", "h"], marked: [["Un car"], ["Un autocar"], ["Un vélo"]] };
  await page.widget.show({ ...model, suggestions: [three, ...model.suggestions] });
  expect(page.find(".wkf-suggestion blockquote").textContent).toBe("Ouvrir le gymnase la nuit");
  await page.press("leave");
  await page.press("leave");
  await page.widget.show({ ...model, suggestions: [{ ideas: ["f", "h"], marked: [["Un autocar"], ["Un vélo"]] }] });
  expect(page.el.querySelector(".wkf-suggestion")).toBeNull();
});
