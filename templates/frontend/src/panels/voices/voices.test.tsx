/** Speaking for people without a phone: the table, the next action, and forms that the keyboard fills. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Roles, Voice } from "../../contract";
import { VoicesPanel } from "../facilitator/voices";
import { FakeWidget, Mounted } from "../kit/stage";
import { changeBallot, readBallot, writeBallot } from "./ballot";
import { readDigit } from "./scores";

const closed = { open: false, done: 0, asks: [] };
const marcel: Voice = {
  id: "m",
  pseudonym: "Marcel",
  category: "Habitant",
  phone: false,
  back: false,
  write: { open: false, done: 2, asks: [] },
  vote: { open: true, done: 0, asks: ["home"] },
  score: closed,
  offer: closed,
  answer: closed,
  dots: {},
  marks: {},
  voted: 0,
  scores: [],
  offered: false,
  may_ask: null,
  declined: [],
  missions: [],
  terms: { max_missions: 1, often: "", days: [], until: "", until_said: "", reach: [], car: "unsaid", languages: [] },
  reach: [],
};
const model: Roles["facilitator"]["panels"]["voices"] = {
  phase: "work",
  challenges: [
    {
      id: "home",
      stake: "Logement",
      statement: "Plus personne ne dort dehors.",
      number: 1,
      stage: "vote",
      series: "K42",
      papers: 0,
      rule: { kind: "dots", budget: 5, most: 2, grades: 7, scale: [6, 5, 4, 3, 2, 1, 0], blanks_count: true, to_spend: 0, points: 0 },
      options: ["Une laverie", "Un gymnase", "Un car"].map((title, place) => ({ id: `o${place}`, number: place + 1, title, cost: null })),
    },
  ],
  people: [marcel, { ...marcel, id: "s", pseudonym: "Simone", vote: { open: true, done: 5, asks: [] } }],
  next: { participant: "m", pseudonym: "Marcel", act: "vote", challenge: "home" },
  categories: [],
  sectors: [],
  organiser: "la mairie",
  purpose: "me recontacter",
  retention: "1 mai",
  others: [],
  helper_code: "",
  helpers: [],
  papers: {
    slips: { state: "none", number: 0 },
    ballots: { state: "none", number: 0 },
    board: { state: "none", number: 0 },
    missions: { state: "none", number: 0 },
    files: {},
    first: 1,
  },
  slips: { people: [], without: 0, waiting: 0, withdrawn: [] },
};
const said = { "open.vote": "Voter pour {pseudonym}", "act.vote": "Voter", "done.vote": "{number} points", "done.write": "{number} idées" };

let page: Mounted;
const open = (shown: object = model) => {
  page = new Mounted(VoicesPanel, new FakeWidget(shown, { words: said }));
};
const submit = () => act(async () => page.find<HTMLFormElement>("form.wk-card").requestSubmit());
const key = (at: Element, name: string) =>
  act(async () => void at.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true })));

beforeEach(() => localStorage.clear());
afterEach(() => page?.leave());

test("only what is open is a button; what is done shows a tick and how much", () => {
  open();
  const rows = [...page.el.querySelectorAll("tbody tr")];
  expect(rows[0]!.querySelectorAll("button")).toHaveLength(1);
  expect(rows[0]!.textContent).toContain("✓ 2 idées");
  expect(rows[1]!.textContent).toContain("✓ 5 points");
});

test("the green button names the next one, and opens their form", async () => {
  open();
  expect(page.find(".wkv-card > .wk-go").textContent).toContain("Voter pour Marcel");
  await page.press("Voter pour Marcel");
  expect(page.find("form.wk-card h3").textContent).toBe("Voter pour Marcel");
});

test("once all is entered there is no green button", () => {
  open({ ...model, next: null });
  expect(page.el.querySelector(".wkv-card > .wk-go")).toBeNull();
  expect(page.text).toContain("all-done");
});

test("where nothing is open, nothing is said to be entered", () => {
  open({ ...model, next: null, people: [{ ...marcel, vote: closed }] });
  expect(page.text).toContain("nothing-open");
  expect(page.text).not.toContain("all-done");
});

test("a ballot is typed as numbers and sent whole, with the series of its numbers", async () => {
  open();
  await page.press("Voter pour Marcel");
  await page.type("3 3 1", ".wkv-numbers input");
  await submit();
  expect(page.widget.letters).toEqual([
    ["vote_as", { participant: "m", challenge: "home", numbers: [3, 3, 1], values: [], again: false, series: "K42" }],
  ]);
  await page.widget.answer();
  expect(page.el.querySelector("form.wk-card")).toBeNull();
});

test("a ballot that breaks the rule is not sent, and says why", async () => {
  open();
  await page.press("Voter pour Marcel");
  await page.type("3 3 3", ".wkv-numbers input");
  await submit();
  expect(page.widget.letters).toEqual([]);
  expect(page.text).toContain("vote.too-high");
});

test("a refused ballot keeps what was typed", async () => {
  open();
  await page.press("Voter pour Marcel");
  await page.type("1", ".wkv-numbers input");
  await submit();
  await page.widget.answer({ ok: false, sentence: "Série B07." });
  expect(page.text).toContain("Série B07.");
  expect(page.find<HTMLInputElement>(".wkv-numbers input").value).toBe("1");
});

const over = { ...model, challenges: [{ ...model.challenges[0]!, stage: "results" as const, options: [] }] };

test("a vote that ends while it is typed closes the form, and what was typed stays to be read", async () => {
  open();
  await page.press("Voter pour Marcel");
  await page.type("3 1", ".wkv-numbers input");
  await page.widget.show(over);
  expect(page.find("form.wk-card [role=status]").textContent).toBe("vote.over.typed");
  expect(page.find("form.wk-card .wk-copied").textContent).toBe("3 1");
  expect(page.el.querySelector("form.wk-card input, form.wk-card .wk-go")).toBeNull();
});

test("a vote that ends before anything was typed says only that it is over", async () => {
  open();
  await page.press("Voter pour Marcel");
  await page.widget.show(over);
  expect(page.find("form.wk-card [role=status]").textContent).toBe("vote.over");
});

test("a ballot on paper that comes too late while it is typed is told as not counted, until it was read", async () => {
  open();
  await page.type("2 2", ".wkv-fold .wkv-numbers input");
  await page.widget.show(over);
  expect(page.find(".wkv-fold .wk-refused").textContent).toContain("paper.late-ballot");
  expect(page.find(".wkv-fold .wk-copied").textContent).toBe("2 2");
  await act(() => page.find<HTMLButtonElement>(".wkv-fold .wk-refused button").click());
  expect(page.el.querySelector(".wkv-fold .wk-refused")).toBeNull();
});

test("dots that were typed before stand there again, to be corrected", async () => {
  open({ ...model, people: [{ ...marcel, dots: { o0: 2, o2: 1 } }] });
  await page.press("Voter pour Marcel");
  expect(page.find<HTMLInputElement>(".wkv-numbers input").value).toBe("1 1 3");
});

test("scores go on from digit to digit by Enter, and an empty field is no zero", async () => {
  const scoring = { ...marcel, vote: closed, score: { open: true, done: 0, asks: ["home"] } };
  open({ ...model, people: [scoring], next: { ...model.next!, act: "score" } });
  await page.press("open.score");
  const [competence, interest] = [...page.el.querySelectorAll<HTMLInputElement>(".wkv-scores input[type=text]")];
  await page.type("0", ".wkv-scores input[type=text]");
  await key(competence!, "Enter");
  expect(document.activeElement).toBe(interest);
  await submit();
  expect(page.widget.letters).toEqual([["score_as", { participant: "m", challenge: "home", competence: 0, interest: null, again: false }]]);
});

test("a digit that is on no scale is said, and nothing is sent", async () => {
  const scoring = { ...marcel, vote: closed, score: { open: true, done: 0, asks: ["home"] } };
  open({ ...model, people: [scoring], next: { ...model.next!, act: "score" } });
  await page.press("open.score");
  await page.type("5", ".wkv-scores input[type=text]");
  await submit();
  expect(page.widget.letters).toEqual([]);
  expect(page.text).toContain("score.wrong");
});

test("a ballot there already may be corrected by one more press", async () => {
  open();
  const fill = (text: string, selector: string) => page.type(text, `.wkv-fold form ${selector}`);
  await fill("12", ".wkv-narrow input");
  await fill("2 2", ".wkv-numbers input");
  await fill("K42", ".wkv-series input");
  await act(async () => page.find<HTMLFormElement>(".wkv-fold form").requestSubmit());
  expect(page.widget.letters[0]).toEqual([
    "type_ballot",
    { challenge: "home", number: 12, numbers: [2, 2], values: [], series: "K42", retyped: "new" },
  ]);
  await page.widget.answer({ ok: false, sentence: "déjà saisi", values: { number: "12" } });
  await page.press("paper.instead");
  expect(page.widget.letters[1]![1]).toMatchObject({ retyped: "instead" });
});

const given: Voice = { ...marcel, phone: true, back: true, vote: { open: true, done: 1, asks: [] } };

test("a ballot given on a phone is begun anew only by a press that says so", async () => {
  open({ ...model, people: [given] });
  expect(page.find("tbody tr").textContent).toContain("✓ done.given");
  await act(async () => page.find<HTMLButtonElement>("tbody td button").click());
  expect(page.el.querySelector("form.wk-card .wkv-numbers")).toBeNull();
  await page.press("again.vote-go");
  expect(page.text).toContain("again.vote-sure");
  await page.type("3", "form.wk-card .wkv-numbers input");
  await act(async () => page.find<HTMLFormElement>("form.wk-card").requestSubmit());
  expect(page.widget.letters[0]![1]).toMatchObject({ numbers: [3], again: true });
});

test("who has their phone again is said where others spoke for them", async () => {
  open({ ...model, people: [given] });
  await page.widget.show({ ...model, people: [] });
  expect(page.text).toContain("phone-again");
});

test("an offer asks for a yes or a no for each challenge", async () => {
  open({ ...model, people: [{ ...marcel, offer: { open: true, done: 0, asks: ["m"] }, declined: [] }] });
  await page.press("act.offer");
  await page.press("offer.no");
  expect(page.widget.letters).toEqual([["answer_offer_as", { participant: "m", challenges: ["home"], willing: false }]]);
});

const zoe = { id: "h", pseudonym: "Zoé", papers: 3, inside: true, ideas: 2, held: 0 };

test("each helper is named with what they typed, and is let out by one press", async () => {
  open({ ...model, helper_code: "noisette-citron 472", helpers: [zoe] });
  expect(page.text).toContain("Zoé");
  expect(page.text).not.toContain("helper.give-back");
  await page.press("helper.let-go");
  expect(page.widget.letters).toEqual([["let_helper_go", { helper: "h" }]]);
});

test("the ideas of one helper's papers are held back after a question, also once they are out, and given back", async () => {
  open({ ...model, helpers: [{ ...zoe, inside: false }] });
  await page.press("helper.hold");
  expect(page.widget.letters).toEqual([]);
  expect(page.text).toContain("helper.hold-ballots");
  await page.press("helper.hold-yes");
  await page.widget.show({ ...model, helpers: [{ ...zoe, inside: false, ideas: 0, held: 2 }] });
  expect(page.text).not.toContain("helper.hold");
  await page.press("helper.give-back");
  const asked = [true, false].map((held) => ["hold_papers", { helper: "h", held }]);
  expect(page.widget.letters).toEqual(asked);
});

test("the code of the helpers is hidden until it is asked for", async () => {
  open({ ...model, helper_code: "noisette-citron 47" });
  expect(page.text).not.toContain("noisette");
  await page.press("helper.show");
  expect(page.text).toContain("noisette-citron 47");
});

test("numbers are read whatever parts them, and counted against the rule", () => {
  expect(readBallot("3, 3;7", 9)).toMatchObject({ numbers: [3, 3, 7], left: 2, fault: null });
  expect(readBallot("", 9)).toMatchObject({ numbers: [], left: 5, fault: null });
  expect(readBallot("1 2 3 4 5 6", 9).fault).toBe("vote.too-many");
  expect(readBallot("10", 9)).toMatchObject({ fault: "vote.unknown", unknown: 10 });
  expect(readBallot("0", 9)).toMatchObject({ fault: "vote.unknown", unknown: 0 });
  expect(changeBallot("3 1", 3, 1)).toBe("1 3 3");
  expect(changeBallot("3 1", 3, -1)).toBe("1");
  expect(writeBallot([[2, 0]])).toBe("");
});

test("zero is a digit, and minus is read from any keyboard", () => {
  const interests = [-2, -1, 0, 1, 2];
  expect(readDigit("0", interests)).toBe(0);
  expect(readDigit("−2", interests)).toBe(-2);
  expect(readDigit("+1", interests)).toBe(1);
  expect(readDigit("", interests)).toBeNull();
  expect(readDigit("3", interests)).toBeUndefined();
});

const voting = (rule: Partial<(typeof model.challenges)[0]["rule"]>, costs: (number | null)[] = []) => {
  const [home] = model.challenges;
  const options = home!.options.map((one, place) => ({ ...one, cost: costs[place] ?? null }));
  return { ...model, challenges: [{ ...home!, options, rule: { ...home!.rule, ...rule } }] };
};
const choose = (select: HTMLSelectElement, value: string) =>
  act(async () => {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });

test("grades are chosen from a list by option, the best first, and a blank stays a blank", async () => {
  open(voting({ kind: "grades", grades: 5, scale: [5, 4, 3, 1, 0] }));
  await page.press("Voter pour Marcel");
  const lists = [...page.el.querySelectorAll<HTMLSelectElement>("form.wk-card .wkv-options select")];
  expect([...lists[0]!.options].map((one) => one.value)).toEqual(["", "5", "4", "3", "1", "0"]);
  await choose(lists[0]!, "5");
  await choose(lists[2]!, "0");
  await submit();
  expect(page.widget.letters[0]![1]).toMatchObject({ numbers: [1, 3], values: [5, 0] });
});

test("statements are answered, and what was answered before is there to be changed", async () => {
  const before = { ...voting({ kind: "statements" }), people: [{ ...marcel, marks: { o0: -1, o1: 0 }, voted: 1 }] };
  open(before);
  await page.press("Voter pour Marcel");
  const lists = [...page.el.querySelectorAll<HTMLSelectElement>("form.wk-card .wkv-options select")];
  expect(lists.map((one) => one.value)).toEqual(["-1", "0", ""]);
  await choose(lists[0]!, "");
  await submit();
  expect(page.widget.letters[0]![1]).toMatchObject({ numbers: [2], values: [0] });
});

test("of a budget only what has a cost is offered, each with a tick", async () => {
  open(voting({ kind: "budget", to_spend: 900 }, [400, null, 300]));
  await page.press("Voter pour Marcel");
  const ticks = [...page.el.querySelectorAll<HTMLInputElement>("form.wk-card .wkv-fund input")];
  expect(ticks).toHaveLength(2);
  await act(async () => ticks[1]!.click());
  await submit();
  expect(page.widget.letters[0]![1]).toMatchObject({ numbers: [3], values: [] });
});

test("points of a budget are typed beside each idea", async () => {
  open(voting({ kind: "budget", to_spend: 900, points: 10 }, [400, null, 300]));
  await page.press("Voter pour Marcel");
  await page.type("7", "form.wk-card .wkv-points");
  await submit();
  expect(page.widget.letters[0]![1]).toMatchObject({ numbers: [1], values: [7] });
});

test("dots follow the rule of their own vote", () => {
  const rule = { kind: "dots", budget: 3, most: 1, points: 0 } as const;
  expect(readBallot("1 1", 3, rule).fault).toBe("vote.too-high");
  expect(readBallot("1 2 3", 3, rule)).toMatchObject({ fault: null, left: 0 });
});

test("an answer to a mission is one of four, and why goes with a no and with the wish for another", async () => {
  const mission = {
    id: "gym",
    stake: "Logement",
    statement: "",
    title: "Tour de garde",
    reason: "",
    status: "proposed" as const,
    another: false,
  };
  const asked = { ...marcel, vote: closed, answer: { open: true, done: 0, asks: ["gym", "other"] }, missions: [mission] };
  open({ ...model, people: [asked], next: { participant: "m", pseudonym: "Marcel", act: "answer", challenge: null } });
  await page.press("open.answer");
  await page.fill("answer.because", "Mal au dos");
  await page.press("answer.another");
  await page.widget.answer();
  await page.press("answer.later");
  expect(page.widget.letters).toEqual([
    ["answer_as", { participant: "m", mission: "gym", answer: "declined", another: true, said: "Mal au dos" }],
    ["answer_as", { participant: "m", mission: "gym", answer: "later", another: false, said: "" }],
  ]);
});

const proposed = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  here: false,
  missions: [{ id: "gym", title: "Tour de garde", status: "proposed", said: "", another: false, trace: "", ...more }],
});

test("what somebody can do is noted for them, all of it with one press, and is read again", async () => {
  const terms = { max_missions: 2, often: "", days: ["evenings"], until: "", until_said: "", reach: [], car: "unsaid", languages: [] };
  const voice = { ...marcel, offer: { open: true, done: 0, asks: ["m"] }, terms, reach: ["Le Bourg"] };
  open({ ...model, phase: "offer", people: [voice], next: { participant: "m", pseudonym: "Marcel", act: "offer", challenge: null } });
  await page.press("open.offer");
  const ticks = [...page.el.querySelectorAll<HTMLInputElement>(".wkv-terms input[type=checkbox]")];
  expect(ticks.map((one) => one.checked)).toEqual([false, true, false, false]);
  await act(async () => ticks[3]!.click());
  await page.press("terms.go");
  const asked = { max_missions: 2, often: "", days: ["evenings"], until: "", reach: ["Le Bourg"], car: "unsaid", languages: [] };
  expect(page.widget.letters).toEqual([["say_terms_as", { participant: "m", ...asked }]]);
});

test("who has no mission while missions are answered is said to have none", () => {
  open({ ...model, phase: "missions" });
  expect(page.find('td[data-act="answer"]').textContent).toBe("no-mission");
  page.leave();
  open();
  expect(page.find('td[data-act="answer"]').textContent).toContain("not-open");
});

test("answers on paper are typed in with a press, for a name that is looked for", async () => {
  const people = [proposed("r", "Rosa Ferré"), proposed("o", "Omar", { status: "accepted", trace: "Noté le 3 mai." })];
  open({ ...model, phase: "missions", slips: { people, without: 1, waiting: 1, withdrawn: [] } });
  const groups = () => [...page.el.querySelectorAll("[role=group]")].map((one) => one.getAttribute("aria-label"));
  expect(groups()).toEqual(["Rosa Ferré – Tour de garde"]);
  await page.type("omar", "input[type=search]");
  expect(groups()).toEqual(["Omar – Tour de garde"]);
  expect(page.text).toContain("Noté le 3 mai.");
  expect(page.find("[aria-pressed=true]").textContent).toContain("slips.yes");
  await page.type("ferre", "input[type=search]");
  await page.type("Je déménage", "[role=group] input");
  await page.press("slips.no");
  expect(page.widget.letters).toEqual([["type_answer", { participant: "r", mission: "gym", answer: "no", said: "Je déménage" }]]);
});

test.each([
  ["#paper-answers", "slips.title"],
  ["#mission-slips", "print.missions"],
])("the address %s opens what it leads to, and has the focus there", (anchor, title) => {
  vi.stubGlobal("ResizeObserver", undefined); // the one here never tells anything
  location.hash = anchor;
  open({ ...model, phase: "missions", slips: { people: [proposed("r", "Rosa")], without: 1, waiting: 1, withdrawn: [] } });
  location.hash = "";
  vi.unstubAllGlobals();
  expect(document.activeElement?.textContent).toContain(title);
  expect(document.activeElement?.closest("details")?.open).toBe(true);
});

test("slips are asked for those without a phone here, or for everyone who has yet to answer", async () => {
  open({ ...model, phase: "missions", slips: { people: [proposed("r", "Rosa")], without: 1, waiting: 3, withdrawn: [] } });
  const boxes = [...page.el.querySelectorAll<HTMLInputElement>(".wkv-print input[type=checkbox]")];
  await act(async () => boxes[0]!.click());
  const buttons = [...page.el.querySelectorAll<HTMLButtonElement>(".wkv-print button")];
  await act(async () => buttons.at(-1)!.click());
  expect(page.widget.letters).toEqual([["make_papers", { kind: "missions", everyone: true, bw: false }]]);
});
