/** The remote: the room's screen in small and in words, and presses that say what they do. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AheadUnveil, RemoteModel, ScreenPanels } from "../../contract";
import { remember } from "../kit/device";
import { FakeWidget, Mounted } from "../kit/stage";
import { RemotePanel } from "./remote";

const frame = {
  moment: "reveal" as const,
  title: "Atelier",
  territory: "Val-Brume",
  people: 12,
  timer: null,
  of: 3,
  challenges: [{ number: 2, stake: "Logement", statement: "Plus personne ne dort dehors.", tables: "" }],
  join: "http://192.0.2.10:8866/",
  qr: ["101", "010", "101"],
  door: "",
  page: 0,
  pages: [2, 1],
};
const cards = ["Ouvrir le gymnase", "Une laverie", "Un numéro"].map((text) => ({ title: "", texts: [text], answers: [""], ideas: 1 }));
const reveal: ScreenPanels["screen"] = { ...frame, view: "reveal", cards, discussed: [], tensions: [] };
const model: RemoteModel = {
  ...{ screen: reveal, number: 2, focus: "a", open: 1, frozen: false, read_first: true },
  ...{ others: [], ahead: null, undo: null, tables: false },
};
const tie: AheadUnveil = {
  code: "unveil",
  of: 5,
  challenge: "a",
  unveiled: 3,
  rank: 1,
  titles: ["Cafés suspendus", "Salle paroissiale"],
  vote: "dots" as const,
  dots: 14,
  supporters: 10,
  grade: null,
  left: 3,
};
const words = {
  at: "défi {number}, {what}",
  "at.reveal": "idées",
  "at.page": "page {page} sur {count}",
  "at.under": "dessous : {place}",
  unveil: "dévoiler la {rank}",
  "unveil.of": "dévoiler la {rank} du {challenge}",
  show: "montrer {what}",
  "show.of": "montrer {what} du {number}",
  "show.challenge": "montrer le {number}",
  "show.vote": "le vote",
  "read.show": { one: "montrer {number} nouvelle", other: "montrer {number} nouvelles" },
  "read.show.of": { one: "montrer {number} nouvelle du {challenge}", other: "montrer {number} nouvelles du {challenge}" },
  draw: { one: "dessiner la matrice", other: "dessiner les matrices" },
  "results.rank.one": "{rank}re",
  "results.rank.other": "{rank}e",
  "say.tie": "{count} ensemble, par {people}, {points}",
  "say.one": "la {rank}, par {people}, {points}",
  "say.one.grades": "la {rank}, {grade}",
  "say.tie.grades": "{count} ensemble, {grade}",
  "count.2": "Deux",
  "tally.dots": { one: "{number} point", other: "{number} points" },
  "ask.ideas": { one: "{number} idée", other: "{number} idées" },
  "ask.new": { one: "{number} nouvelle", other: "{number} nouvelles" },
  "ask.names": { one: "{number} nom", other: "{number} noms" },
  by: { one: "une personne", other: "{number} personnes" },
};

let page: Mounted;
const open = (more: Partial<RemoteModel> = {}) => {
  page = new Mounted(RemotePanel, new FakeWidget({ ...model, ...more }, { words }));
};
const toggle = (name: string) => [...page.el.querySelectorAll<HTMLElement>(".wkf-toggle")].find((one) => one.textContent === name)!;
const type = (key: string, more: KeyboardEventInit = {}) =>
  act(() => void page.find(".wkf-toggle").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more })));

beforeEach(() => {
  localStorage.clear();
  remember("facilitator:remote-closed", false); // a window without room for its column begins with it closed
  HTMLDialogElement.prototype.showModal ??= () => {};
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.dispatchEvent(new Event("close"));
  };
});
afterEach(() => page.leave());

test("what the room sees is drawn as the screen draws it, out of reach, and said in words", () => {
  open();
  const copy = page.find(".wkf-thumb");
  expect(copy.getAttribute("aria-hidden")).toBe("true");
  expect(copy.hasAttribute("inert")).toBe(true);
  expect(copy.textContent).toContain("Ouvrir le gymnase");
  expect(copy.textContent).not.toContain("Un numéro");
  expect(page.find("[role=status]").textContent).toBe("défi 2, idées, page 1 sur 2");
});

test("a page is asked for by its number", async () => {
  open();
  await page.press("turn.on");
  expect(page.widget.letters).toEqual([["turn_page", { page: 1 }]]);
  await page.press("turn.back");
  expect(page.widget.sent).toHaveLength(1);
});

test("black, frozen and the code are each said in words, with what waits underneath", () => {
  open({ screen: { ...frame, view: "black" }, frozen: true });
  expect(page.find("[role=status]").textContent).toBe("at.black, at.frozen");
  expect(page.text).toContain("dessous : défi 2, idées, page 1 sur 2");
  expect(page.find(".wkf-thumb").textContent).not.toContain("Ouvrir");
  expect(toggle("cover.black").getAttribute("aria-pressed")).toBe("true");
  expect(toggle("cover.code").getAttribute("aria-pressed")).toBe("false");
});

test("what covers the screen is taken away by the same button", async () => {
  open({ screen: { ...frame, view: "code" } });
  await act(() => toggle("cover.code").click());
  await act(() => toggle("freeze").click());
  expect(page.widget.letters).toEqual([
    ["cover_screen", { cover: "none" }],
    ["freeze_screen", { frozen: true }],
  ]);
});

test("no page is turned under a cover, nor on a frozen screen", async () => {
  open({ screen: { ...frame, view: "black" } });
  await page.press("turn.on");
  await page.widget.show({ ...model, frozen: true });
  await page.press("turn.on");
  expect(page.widget.sent).toEqual([]);
});

test("reading first is a switch", async () => {
  open();
  const first = page.find("[role=switch]");
  expect(first.getAttribute("aria-checked")).toBe("true");
  await act(() => first.click());
  expect(page.widget.letters).toEqual([["set_read_first", { read_first: false }]]);
});

test("what waits for the press is one button that says what it shows", async () => {
  open({ ahead: { code: "show", moment: "vote", challenge: "a", number: 2, ideas: [], names: 0 } });
  expect(page.el.querySelectorAll(".wkf-next")).toHaveLength(1);
  await page.press("montrer le vote");
  expect(page.widget.letters).toEqual([["show_on_screen", { challenge: "a", moment: "vote", ideas: [] }]]);
});

const yes = () => act(() => page.find("dialog .wkf-next").click());

test("what was read first is brought to the screen after a question that says how many ideas the room will read", async () => {
  const ahead = { code: "show" as const, moment: "reveal" as const, challenge: "a", number: 2, ideas: ["i1", "i2"], names: 0 };
  open({ ahead });
  await page.press("montrer show.reveal");
  expect(page.widget.sent).toEqual([]);
  expect(page.find("dialog").textContent).toContain("2 idées");
  await page.widget.show({ ...model, ahead: { ...ahead, ideas: ["i1", "i2", "i3"] } });
  await yes();
  expect(page.widget.letters).toEqual([["show_on_screen", { challenge: "a", moment: "reveal", ideas: ["i1", "i2"] }]]);
});

test("a question whose press another page made meanwhile is gone", async () => {
  open({ ahead: { code: "show", moment: "reveal", challenge: "a", number: 2, ideas: ["i1"], names: 0 } });
  await page.press("montrer show.reveal");
  await page.widget.show(model);
  expect(page.el.querySelector("dialog")).toBeNull();
});

test("missions are brought to the screen after a question that says how many names the room will read", async () => {
  open({ ahead: { code: "show", moment: "missions", challenge: null, number: null, ideas: [], names: 5 } });
  await page.press("montrer show.missions");
  expect(page.find("dialog").textContent).toContain("5 noms");
  await yes();
  expect(page.widget.letters).toEqual([["show_on_screen", { challenge: null, moment: "missions", ideas: [] }]]);
});

test("the keys of a presenter do nothing while something is asked", async () => {
  open({ ahead: { code: "show", moment: "reveal", challenge: "a", number: 2, ideas: ["i1"], names: 0 } });
  await page.press("montrer show.reveal");
  await act(() => void page.find("dialog").dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true })));
  expect(page.widget.sent).toEqual([]);
});

test("a tie is announced as a tie, with the words to say", async () => {
  open({ ahead: tie });
  expect(page.text).toContain("Deux ensemble, par 10 personnes, 14 points");
  expect(page.text).toContain("Salle paroissiale");
  await page.press("dévoiler la 1re");
  expect(page.widget.letters).toEqual([["unveil", { challenge: "a", unveiled: 3, of: 5 }]]);
});

test("once something was brought to the screen the remote stands at its top, where pages are turned", async () => {
  open();
  const place = document.createElement("div");
  place.className = "page-remote";
  page.el.replaceWith(place);
  place.append(page.el);
  place.scrollTop = 200;
  await page.widget.show({ ...model, undo: { press: "p1", code: "unveil", left: 6000 } });
  expect(place.scrollTop).toBe(200); // the next place is unveiled where this one was
  await page.widget.show({ ...model, undo: { press: "p2", code: "show", left: 6000 } });
  expect(place.scrollTop).toBe(0);
  place.scrollTop = 200;
  await page.widget.show({ ...model, read_first: false, undo: { press: "p2", code: "show", left: 5000 } });
  expect(place.scrollTop).toBe(200);
  place.remove();
});

test("the points of one person are said as one speaks", () => {
  open({ ahead: { ...tie, titles: ["Cafés suspendus"], dots: 2, supporters: 1 } });
  expect(page.text).toContain("la 1re, par une personne, 2 points");
});

test("an idea that was graded is unveiled by its majority grade, not by points", async () => {
  const graded = { ...tie, vote: "grades" as const, grade: 0, supporters: 1, titles: ["Cafés suspendus"] };
  open({ ahead: graded });
  expect(page.text).toContain("grade.0");
  expect(page.text).not.toContain("par une personne");
  await page.widget.show({ ...model, ahead: { ...graded, titles: ["Un car", "Un vélo"] } });
  expect(page.text).toContain("ensemble, grade.0");
});

test("the press that unveils stands before what is read of it", () => {
  open({ ahead: tie });
  const ahead = page.find(".wkf-remote-ahead");
  expect([...ahead.children].map((one) => one.tagName).slice(0, 2)).toEqual(["H3", "BUTTON"]);
});

test("several challenges open together are said as what they are, and turned to one by one", async () => {
  const one = { challenge: frame.challenges[0]!, moment: "writing" as const, over: false, turn: null, timer: null, wrote: 4, voted: 0 };
  const together = { ...frame, moment: "writing" as const, view: "writing" as const, wrote: 7, expected: 12, finished: 0 };
  const open_ = [one, { ...one, challenge: { ...one.challenge, number: 3 } }];
  open({ number: null, screen: { ...together, open: open_, pages: [2, 1, 1] } });
  expect(page.find("[role=status]").textContent).toBe("at.together, page 1 sur 3");
  await page.press("turn.on");
  expect(page.widget.letters).toEqual([["turn_page", { page: 1 }]]);
});

test("a slip is taken back for as long as is said, and the seconds are not read out", async () => {
  vi.useFakeTimers();
  open({ undo: { press: "p1", code: "unveil", left: 6000 } });
  expect(page.find(".wkf-undo [role=status]").textContent).toBe("undo.unveil");
  await page.press("undo");
  await page.press("undo");
  expect(page.widget.letters).toEqual([["take_back_shown", { press: "p1" }]]);
  act(() => void vi.advanceTimersByTime(7000));
  expect(page.el.querySelector(".wkf-undo")).toBeNull();
  await page.widget.show({ ...model, undo: { press: "p2", code: "show", left: 6000 } });
  expect(page.find(".wkf-undo [role=status]").textContent).toBe("undo.show");
  await page.widget.show(model);
  expect(page.el.querySelector(".wkf-undo")).toBeNull();
  vi.useRealTimers();
});

test("all places at once are asked about first", async () => {
  open({ ahead: tie });
  await page.press("unveil.all");
  expect(page.widget.sent).toEqual([]);
  await act(() => page.find(".wkf-confirm .wkf-danger").click());
  expect(page.widget.letters).toEqual([["unveil", { challenge: "a", unveiled: 5, of: 5 }]]);
});

test("the last place has no other way to unveil all", () => {
  open({ ahead: { ...tie, left: 1 } });
  expect(page.text).not.toContain("unveil.all");
});

test("a matrix of fewer than five cannot be pressed for, and it is said why", async () => {
  open({ ahead: { code: "draw", heard: 4, room: 9, few: true, since: "none" } });
  expect(page.text).toContain("draw.few");
  await page.press("dessiner les matrices");
  expect(page.widget.sent).toEqual([]);
  await page.widget.show({ ...model, ahead: { code: "draw", heard: 6, room: 9, few: false, since: "none" } });
  await page.press("dessiner les matrices");
  expect(page.widget.letters).toEqual([["draw_matrices", { drawn: true }]]);
});

test("another open challenge comes to the screen by its own button", async () => {
  const one = { id: "c", number: 3, stake: "Mobilité", moment: "writing" as const, ideas: [] };
  open({ others: [one] });
  await page.press("montrer le 3");
  expect(page.widget.letters).toEqual([["show_on_screen", { challenge: "c", moment: "writing", ideas: [] }]]);
  await page.widget.show({ ...model, others: [{ ...one, moment: "reveal", ideas: ["i1"] }] });
  await page.press("montrer le 3");
  expect(page.widget.sent).toHaveLength(1);
  expect(page.find("dialog").textContent).toContain("1 idée");
});

test("the keys of a presenter are heard inside the panel, and left alone with a modifier", () => {
  open();
  type("PageDown");
  type("b");
  type("ArrowRight", { ctrlKey: true });
  type("ArrowLeft");
  expect(page.widget.asked).toEqual(["turn_page", "cover_screen"]);
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true }));
  expect(page.widget.sent).toHaveLength(2);
});

test("folded, it stays so on this device and still says what the room sees", async () => {
  open();
  await page.press("close");
  expect(page.el.querySelector(".wkf-toggle")).toBeNull();
  page.leave();
  open();
  expect(page.el.querySelector(".wkf-toggle")).toBeNull();
  expect(page.find("[role=status]").textContent).toContain("défi 2");
});

test("what is refused is said in the panel", async () => {
  open();
  await page.press("turn.on");
  await page.widget.answer({ ok: false, sentence: "L’écran est figé." });
  expect(page.text).toContain("L’écran est figé.");
});

test("ideas that came late are read on the remote, and the press shows those that were read alone", async () => {
  const ideas = [
    { id: "i1", text: "Ouvrir le gymnase" },
    { id: "i2", text: "Une laverie" },
  ];
  open({ ahead: { code: "read", challenge: "a", ideas } });
  expect(page.find(".wkf-remote-ahead ul").textContent).toBe("Ouvrir le gymnaseUne laverie");
  await page.press("montrer 2 nouvelles");
  expect(page.widget.sent).toEqual([]);
  expect(page.find("dialog").textContent).toContain("2 nouvelles");
  await yes();
  expect(page.widget.letters).toEqual([["show_on_screen", { challenge: "a", moment: "reveal", ideas: ["i1", "i2"] }]]);
});

test("where several challenges are open, each press says which one it means", async () => {
  const ahead = { code: "show" as const, moment: "vote" as const, challenge: "a", number: 2, ideas: [], names: 0 };
  const press = () => page.find(".wkf-remote-ahead > .wkf-next").textContent;
  open({ ahead, open: 2 });
  expect(press()).toBe("montrer le vote du 2");
  await page.widget.show({ ...model, open: 2, ahead: { ...ahead, moment: "writing" } });
  expect(press()).toBe("montrer le 2");
  await page.widget.show({ ...model, open: 2, ahead: { code: "read", challenge: "a", ideas: [{ id: "i1", text: "Une laverie" }] } });
  expect(press()).toBe("montrer 1 nouvelle du 2");
  await page.widget.show({ ...model, open: 2, ahead: tie });
  expect(press()).toBe("dévoiler la 1re du 2");
});

test("the challenge that is led comes first of what can be shown, the others after what is set once", async () => {
  const other = (id: string, number: number) => ({ id, number, stake: id, moment: "results" as const, ideas: [] });
  open({ open: 3, focus: "c", others: [other("b", 1), other("c", 3)], ahead: { ...tie, titles: ["Cafés suspendus"] } });
  const presses = [...page.el.querySelectorAll(".wkf-remote-ahead > .wkf-next")].map((one) => one.textContent);
  expect(presses).toEqual(["montrer le 3", "dévoiler la 1re du 2"]);
  expect(page.find(".wkf-remote-others").textContent).toBe("othersmontrer le 1");
  await page.press("montrer le 3");
  expect(page.widget.letters).toEqual([["show_on_screen", { challenge: "c", moment: "results", ideas: [] }]]);
});

test("after the work no challenge comes before what the room is at", () => {
  open({ focus: null, others: [{ id: "c", number: 3, stake: "c", moment: "results", ideas: [] }] });
  expect(page.el.querySelector(".wkf-remote-ahead > .wkf-next")).toBeNull();
  expect(page.find(".wkf-remote-others").textContent).toContain("montrer le 3");
});

test("what covers the screen and what takes a slip back stand together, apart from what may scroll", () => {
  open({ ahead: tie, undo: { press: "p1", code: "unveil", left: 6000 } });
  const top = page.find(".wkf-remote-top");
  expect(top.querySelector(".wkf-undo")).not.toBeNull();
  expect(top.querySelectorAll(".wkf-toggle")).toHaveLength(3);
  expect(top.querySelector(".wkf-remote-ahead")).toBeNull();
});

test("a single matrix is drawn as one", () => {
  open({ screen: { ...frame, view: "black", pages: [1] }, ahead: { code: "draw", heard: 6, room: 9, few: false, since: "none" } });
  expect(page.find(".wkf-remote-ahead > .wkf-next").textContent).toBe("dessiner la matrice");
});

test("latecomers are told the address as it is now and the words of the door, and while nobody can come in that", async () => {
  open({ screen: { ...reveal, door: "lune mare tison pommier" } });
  const told = () => page.find(".wkf-remote-join").textContent;
  expect(told()).toContain("192.0.2.10:8866");
  expect(told()).toContain("lune mare tison pommier");
  await page.widget.show({ ...model, screen: { ...reveal, join: "http://198.51.100.3:8866/" } });
  expect(told()).toContain("198.51.100.3:8866");
  await page.widget.show({ ...model, screen: { ...reveal, join: "", qr: [] } });
  expect(told()).toBe("join.none");
});
