/** What is done now and what comes next: the move, its question, and the time that passes. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CourseChallenge, NextMove, Roles } from "../../contract";
import { FakeWidget, Hooked, Mounted } from "../kit/stage";
import { forgetHeld, heldAsked, OPEN_COSTS, READ_HELD } from "./asking";
import { moveFromHere } from "./undo";
import { CoursePanel } from "./course";
import { useLooking } from "./looking";

/** Another day for each test: what is known of a countdown is kept as long as the page lives. */
let noon = Date.parse("2026-03-14T12:00:00Z");
const move = (code: string, more: Partial<NextMove> = {}): NextMove => ({
  code,
  phase: null,
  challenge: "a",
  stage: null,
  moment: "vote",
  waits: false,
  shows: [],
  covered: 0,
  unread: 0,
  costless: 0,
  unseen: 0,
  hides: false,
  ends_timer: false,
  leaves: [],
  silent: 0,
  leaves_vote: [],
  voteless: 0,
  asks: false,
  ...more,
});
const challenge = (id: string, number: number, more: Partial<CourseChallenge> = {}): CourseChallenge => ({
  id,
  number,
  stake: id,
  statement: `Comment ${id} ?`,
  stage: "unopened",
  round: 1,
  plan: "sprint",
  step: null,
  tables: "",
  to_read: 0,
  vote: "dots",
  lacks_costs: false,
  turn: null,
  timer: null,
  ideas: 0,
  wrote: 0,
  voted: 0,
  planned: 8,
  at: null,
  next: move("open-writing", { challenge: id, stage: "writing", moment: "writing" }),
  skip: null,
  back: null,
  again: [],
  ...more,
});
type Model = Roles["facilitator"]["panels"]["course"];
const model: Model = {
  phase: "work",
  moment: "reveal",
  since: 7,
  challenge: "a",
  challenges: [challenge("a", 1, { stage: "reveal", next: move("open-vote", { stage: "vote" }) }), challenge("b", 2)],
  phases: [],
  timer: null,
  planned: 10,
  people: 12,
  next: move("open-vote", { stage: "vote" }),
  back: null,
  leave: null,
  undo: null,
  earlier: [],
  read_first: true,
  stakes: null,
};
const first = (more: Partial<CourseChallenge>): Model => ({
  ...model,
  challenges: [{ ...model.challenges[0]!, ...more }, ...model.challenges.slice(1)],
});
const ending = (inSeconds: number, now = noon) => first({ timer: { ends_at: noon + inSeconds * 1000, now, paused: false } });
const revealing = first({
  stage: "writing",
  wrote: 10,
  next: move("open-reveal", { stage: "reveal", moment: "reveal", shows: ["ideas"], ends_timer: true, asks: true }),
});

const undo = { move: "m1", code: "move" as const, left: 6000, moment: "reveal" as const, challenge: 1 };
/** This window did what can be taken back now. */
const did = (move: string) => sessionStorage.setItem("facilitator:moved", move);

let page: Mounted;
const open = (shown: object = model) => {
  page = new Mounted(CoursePanel, new FakeWidget(shown));
};
const wait = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1000));
/** Let the page take what an answer led to. */
const settle = () => act(async () => void (await vi.advanceTimersByTimeAsync(0)));
const clock = () => page.find(".wkf-time").textContent;

beforeEach(() => {
  noon += 24 * 3600_000;
  vi.useFakeTimers({ now: noon });
  localStorage.clear();
  sessionStorage.clear();
  HTMLDialogElement.prototype.showModal ??= () => {};
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.dispatchEvent(new Event("close"));
  };
});

afterEach(() => {
  page.leave();
  vi.useRealTimers();
});

test("the timer of the challenge counts down here between two read models", () => {
  open(ending(125));
  expect(clock()).toBe("2:05");
  wait(6);
  expect(clock()).toBe("1:59");
});

test("a time that is over is said in words, in a block of another shape, and announced once", async () => {
  open(ending(3));
  expect(page.el.querySelector(".wkf-timer-over")).toBeNull();
  wait(10);
  expect(clock()).toBe("timer.over");
  expect(page.find(".wkf-timer-over")).toBeTruthy();
  const said = page.find("[role=status].wk-visually-hidden").textContent;
  expect(said).toContain("timer.over.challenge");
  await page.widget.show(ending(3, noon + 10_000));
  expect(page.find("[role=status].wk-visually-hidden").textContent).toBe(said);
});

test("a page opened after the end announces nothing, since nobody waited here", () => {
  open(ending(0));
  wait(1);
  expect(page.find("[role=status].wk-visually-hidden").textContent).toBe("");
});

test("a timer is offered at what is planned, and started at what is typed", async () => {
  open(first({ planned: 17 }));
  const field = page.find<HTMLInputElement>("input[type=number]");
  expect([field.value, field.min, field.max]).toEqual(["17", "1", "90"]);
  await page.type("25", "input[type=number]");
  await act(async () => void page.find("form.wkf-timer").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
  expect(page.widget.letters).toEqual([["start_timer", { minutes: 25, challenge: "a" }]]);
});

test("the sound at the end is tried when it is switched on, and kept on this device", async () => {
  let rung = 0;
  const note = () => {
    rung += 1;
  };
  class Silent {
    currentTime = 0;
    destination = {};
    createOscillator = () => ({ frequency: {}, connect: (to: unknown) => to, start: () => note(), stop: () => {} });
    createGain = () => ({
      gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} },
      connect: (to: unknown) => to,
    });
    close = async () => {};
  }
  vi.stubGlobal("AudioContext", Silent);
  open(ending(5));
  const box = page.find<HTMLInputElement>(".wkf-sound input");
  expect(box.checked).toBe(false);
  await act(() => box.click());
  expect(rung).toBe(2);
  wait(6);
  expect(rung).toBe(4);
  page.leave();
  open(ending(60));
  expect(page.find<HTMLInputElement>(".wkf-sound input").checked).toBe(true);
  vi.unstubAllGlobals();
});

test("of two challenges, the end of the one not looked at is announced as well", () => {
  const other = { ...model.challenges[1]!, stage: "writing" as const, timer: { ends_at: noon + 2000, now: noon, paused: false } };
  open({ ...model, challenges: [model.challenges[0]!, other] });
  wait(3);
  expect(page.find("[role=status].wk-visually-hidden").textContent).toContain("timer.over.challenge");
});

test("a read model that says the same timer later does not set it back", async () => {
  open(ending(60));
  wait(20);
  await page.widget.show(ending(60, noon + 20_000));
  expect(clock()).toBe("0:40");
});

test("a minute more is asked for the challenge's own timer, once by an impatient finger", async () => {
  open(ending(60));
  await page.press("timer.more");
  await page.press("timer.more");
  expect(page.widget.letters).toEqual([["change_timer", { minutes: 1, challenge: "a" }]]);
});

test("the one next action says what it does, and tells what this page knew", async () => {
  open();
  await page.press("next.open-vote");
  await page.press("next.open-vote");
  const sent = { challenge: "a", stage: "vote", since: 7, together: false, read_first: null };
  expect(page.widget.letters).toEqual([["move_challenge_on", sent]]);
});

test("what shows ideas asks first, says who still writes, and lets the facilitator read before the screen", async () => {
  open(revealing);
  await page.press("next.open-reveal");
  expect(page.widget.sent).toEqual([]);
  expect(page.text).toContain("ask.ideas");
  expect(page.text).toContain("ask.ends-timer");
  expect(page.text).toContain("ask.writing");
  const yes = [...page.el.querySelectorAll<HTMLButtonElement>("dialog .wkf-next")][0]!;
  await act(() => yes.click());
  expect(page.widget.letters[0]).toMatchObject(["move_challenge_on", { stage: "reveal", read_first: true }]);
});

test("what will be on the screen follows whether it waits for the facilitator, though nothing new is shown", async () => {
  const turn = move("turn", { challenge: "b", moment: "reveal", waits: true });
  open({ ...model, next: turn, challenges: [{ ...model.challenges[0]!, next: turn }, model.challenges[1]!] });
  expect(page.find(".wkf-will").textContent).toContain("screen.reveal.waits");
  const now = { ...turn, waits: false };
  await page.widget.show({ ...model, next: now, challenges: [{ ...model.challenges[0]!, next: now }, model.challenges[1]!] });
  expect(page.find(".wkf-will").textContent).toMatch(/screen\.reveal$/);
});

test("what will be on the phones counts the places still covered that they will show", async () => {
  const turn = move("turn", { challenge: "b", moment: "writing", shows: ["results"], covered: 2, asks: true });
  open(first({ stage: "results", next: turn }));
  expect(page.find(".wkf-will").textContent).toContain("phones.covered");
  await page.widget.show(first({ stage: "results", next: { ...turn, shows: [], covered: 0, asks: false } }));
  expect(page.find(".wkf-will").textContent).toContain("phones.writing");
});

test("a timer stopped with time left asks first, and the focus comes back when it goes on", async () => {
  open(ending(125));
  const stop = [...page.el.querySelectorAll("button")].find((one) => one.textContent === "timer.stop")!;
  stop.focus();
  await act(() => stop.click());
  expect(page.widget.sent).toEqual([]);
  expect(document.activeElement?.textContent).toBe("timer.early.no");
  await page.press("timer.early.no");
  expect(document.activeElement?.textContent).toBe("timer.stop");
  await page.press("timer.stop");
  await page.press("timer.early.yes");
  expect(page.widget.letters).toEqual([["stop_timer", { challenge: "a" }]]);
});

test("a time that is over is taken away without a question, also one that was being asked", async () => {
  open(ending(5));
  await page.press("timer.stop");
  expect(page.text).toContain("timer.early");
  wait(6);
  expect(page.text).not.toContain("timer.early");
  await page.press("timer.stop");
  expect(page.widget.letters).toEqual([["stop_timer", { challenge: "a" }]]);
});

test("a minute less asks first when it would end the time, on the same button", async () => {
  open(ending(61));
  const less = page.find("[aria-label='timer.less.label']");
  await act(() => less.click());
  expect(page.widget.letters).toEqual([["change_timer", { minutes: -1, challenge: "a" }]]);
  await page.widget.answer();
  wait(1);
  expect(page.find("[aria-label='timer.less.label']")).toBe(less);
  await act(() => less.click());
  expect(page.widget.sent).toHaveLength(1);
  await page.press("timer.early.yes");
  expect(page.widget.sent).toHaveLength(2);
});

test("not yet is an answer: nothing is sent", async () => {
  open(revealing);
  await page.press("next.open-reveal");
  await page.press("ask.no");
  expect(page.widget.sent).toEqual([]);
  expect(page.el.querySelector("dialog")).toBeNull();
});

test("what closes results with covered places asks first, and says that phones will show them", async () => {
  const turn = move("turn", { challenge: "b", moment: "writing", shows: ["results"], covered: 2, asks: true });
  open(first({ stage: "results", next: turn }));
  await page.press("next.turn");
  expect(page.widget.sent).toEqual([]);
  expect(page.text).toContain("ask.covered");
  expect(page.text).not.toContain("ask.results"); // no vote ends by it
  expect(page.el.querySelector("dialog fieldset")).toBeNull(); // the screen keeps its own curtain
  await act(() => page.find("dialog .wkf-next").click());
  expect(page.widget.letters).toEqual([["turn_to", { challenge: "b", since: 7, leaving: "a" }]]);
});

test("a challenge that is over is taken up again by one choice and one question, which says what goes and what stays", async () => {
  const again = (["writing", "vote", "results"] as const).map((stage) =>
    move(`again-${stage}`, { stage, moment: stage, hides: true, asks: true }),
  );
  open(first({ stage: "closed", next: null, again }));
  await page.press("again");
  const dialog = page.find("dialog.wkf-question");
  const yes = page.find(".wkf-question .wkf-next");
  await act(() => yes.click()); // nothing is chosen beforehand
  expect(page.widget.sent).toEqual([]);
  await act(() => dialog.querySelectorAll<HTMLInputElement>("input")[1]!.click());
  expect(dialog.textContent).toContain("ask.back.again-vote");
  expect(dialog.textContent).toContain("phones.vote");
  expect(dialog.textContent).not.toContain("ask.results"); // no vote ends by it
  await act(() => yes.click());
  expect(page.widget.letters).toEqual([
    ["move_challenge_on", { challenge: "a", stage: "vote", since: 7, together: false, read_first: null }],
  ]);
});

test("a vote that was closed untold says that its results are shown for the first time", async () => {
  const untold = move("first-results", { stage: "results", moment: "results", shows: ["results"], asks: true });
  open(first({ stage: "closed", next: null, again: [untold] }));
  await page.press("again");
  await act(() => page.find<HTMLInputElement>("dialog input").click());
  const asked = page.find("dialog").textContent;
  expect(asked).toContain("ask.first-results");
  expect(asked).not.toContain("ask.results");
  expect(asked).not.toContain("ask.back");
});

test("taking a challenge up again says which one the room leaves open", async () => {
  const again = [move("again-writing", { stage: "writing", moment: "writing", hides: true, asks: true })];
  const closed = { ...model.challenges[0]!, stage: "closed" as const, again };
  const looking = (globalThis as unknown as { workshopKitLooking: { chosen: string | null; room: string | null } }).workshopKitLooking;
  Object.assign(looking, { chosen: "a", room: "b" });
  open({ ...model, challenge: "b", challenges: [closed, { ...model.challenges[1]!, stage: "writing" }] });
  await page.press("again");
  expect(page.text).not.toContain("again.leaves");
  await act(() => page.find<HTMLInputElement>(".wkf-question input").click());
  expect(page.text).toContain("again.leaves");
  Object.assign(looking, { chosen: null, room: null });
});

test("a question closes once another page did that move, and not for what it is not about", async () => {
  open(revealing);
  await page.press("next.open-reveal");
  const beside = { ...revealing, challenges: [revealing.challenges[0]!, challenge("b", 2, { stage: "writing" })] };
  await page.widget.show({ ...beside, since: 8 });
  expect(page.el.querySelector("dialog")).not.toBeNull();
  await page.widget.show({ ...first({ stage: "reveal" }), since: 9 });
  expect(page.el.querySelector("dialog")).toBeNull();
  expect(page.widget.sent).toEqual([]);
});

test("a question closes once the room is elsewhere, and the focus goes to what comes next", async () => {
  const scoring = move("phase-offer", { phase: "offer", challenge: null, moment: "offer" });
  const again = [move("again-vote", { stage: "vote", hides: true, asks: true })];
  open(first({ stage: "closed", again }));
  await page.press("again");
  expect(page.el.querySelector("dialog")).not.toBeNull();
  (document.activeElement as HTMLElement).blur();
  await page.widget.show({ ...model, phase: "scoring", moment: "scoring", next: scoring });
  expect(page.el.querySelector("dialog")).toBeNull();
  expect(document.activeElement?.textContent).toContain("next.phase-offer");
});

test("what goes back says what is hidden again, in no word of going on", async () => {
  const back = move("open-writing", { stage: "writing", moment: "writing", hides: true, asks: true });
  open(first({ back }));
  await page.press("back.open-writing");
  const asked = page.find("dialog").textContent;
  expect(asked).toContain("ask.back.open-writing");
  expect(asked).toContain("phones.writing");
  expect(asked).not.toContain("ask.ideas");
});

test("before the results it is said how many have not voted yet", async () => {
  const results = move("open-results", { stage: "results", moment: "results", shows: ["results"], asks: true });
  open(first({ stage: "vote", voted: 9, next: results }));
  await page.press("next.open-results");
  expect(page.find("dialog").textContent).toContain("ask.voting");
  expect(page.find("dialog").textContent).not.toContain("ask.voting.left"); // this vote ends
  page.leave();
  open(first({ stage: "vote", voted: 12, next: results }));
  await page.press("next.open-results");
  expect(page.find("dialog").textContent).not.toContain("ask.voting");
});

test("turned to where the room is already, this page looks at it too", async () => {
  const turn = move("turn", { moment: "reveal" });
  open({ ...model, challenges: [model.challenges[0]!, challenge("b", 2, { stage: "results", next: turn })] });
  await act(() => new Hooked(useLooking, "a").result.look("b"));
  await page.press("next.turn");
  expect(page.widget.letters).toEqual([["turn_to", { challenge: "a", since: 7, leaving: "b" }]]);
  await page.widget.answer({ result: { move: "m1" } });
  await settle();
  expect(page.text).toContain("next.open-vote");
  expect(page.text).not.toContain("unmoved");
});

test("a press that moved nothing says so", async () => {
  open();
  await page.press("next.open-vote");
  await page.widget.answer({ result: { move: null } });
  await settle();
  expect(page.text).toContain("unmoved");
});

test("that a press moved nothing goes with time, with what is shown, and with the next press", async () => {
  const asks = move("open-vote", { stage: "vote", shows: ["ideas"], asks: true });
  const moveNothing = async () => {
    await page.press("next.open-vote");
    await page.widget.answer({ result: { move: null } });
    await settle();
    expect(page.text).toContain("unmoved");
  };
  open();
  await moveNothing();
  wait(10);
  expect(page.text).not.toContain("unmoved");
  await moveNothing();
  await page.widget.show({ ...model, since: 8 });
  expect(page.text).not.toContain("unmoved");
  await moveNothing();
  await page.widget.show({ ...first({ next: asks }), since: 8 });
  await page.press("next.open-vote");
  expect(page.text).not.toContain("unmoved");
});

test("a page that the room has left tells no guide of its own for what is done now", () => {
  document.body.insertAdjacentHTML(
    "beforeend",
    `<div class="page-guide"><section class="prose" data-at="offer"><h2>Aider</h2><p>Pourquoi.</p></section></div>`,
  );
  open({ ...model, phase: "thanks", moment: "thanks", next: null });
  expect(page.find(".wkf-now").textContent).toBe("nowname.thanks");
  expect(page.el.querySelector(".wkf-guide")).toBeNull();
  expect(page.text).toContain("next.none.elsewhere");
  page.leave();
  open({ ...model, phase: "scoring", moment: "scoring", next: null });
  expect(page.find(".wkf-now").textContent).toBe("now.pageAider"); // not there yet: its own work
  document.querySelector(".page-guide")?.remove();
});

test("at a turn of a world café after the first the guide has people stand up", async () => {
  const section = (at: string, title: string) => `<section class="prose" lang="fr" data-at="${at}"><h2>${title}</h2></section>`;
  document.body.insertAdjacentHTML(
    "afterbegin",
    `<div class="page-guide">${section("writing", "Écrire")}${section("writing-turn", "Changer de table")}</div>`,
  );
  const turn = (number: number) => first({ stage: "writing", turn: { number, of: 3, seated: 3 } });
  open(turn(1));
  expect(page.find(".wkf-now h2").textContent).toBe("Écrire");
  await page.widget.show(turn(2));
  expect(page.find(".wkf-now h2").textContent).toBe("Changer de table");
  document.querySelector(".page-guide")?.remove();
});

test("the guide says the planned length, and none once a timer runs", async () => {
  document.body.insertAdjacentHTML(
    "afterbegin",
    `<div class="page-guide"><section class="prose" lang="fr" data-at="reveal"><h2>Lire</h2><p>Pourquoi.</p></section></div>`,
  );
  open(first({ planned: 4 }));
  expect(page.find(".wkf-guide").textContent).toContain("planned");
  await page.widget.show(ending(60));
  expect(page.find(".wkf-guide").textContent).not.toContain("planned");
  document.querySelector(".page-guide")?.remove();
});

test("the guide is read from its beginning after a move, and where another challenge is looked at", async () => {
  const guide = document.createElement("div");
  guide.className = "page-guide";
  document.body.prepend(guide);
  const standsAt = () => {
    const stood = guide.scrollTop;
    guide.scrollTop = 14;
    return stood;
  };
  open();
  standsAt();
  await page.widget.show({ ...model, people: 13 });
  expect(standsAt()).toBe(14); // the same is done there
  await page.widget.show({ ...model, since: 8 });
  expect(standsAt()).toBe(0);
  await act(() => new Hooked(useLooking, "a").result.look("b"));
  expect(standsAt()).toBe(0);
  await act(() => new Hooked(useLooking, "a").result.look(null));
  guide.remove();
});

test("the next challenge can be opened beside this one by one choice", async () => {
  open();
  await page.press("also");
  expect(page.widget.letters[0]).toMatchObject(["move_challenge_on", { challenge: "b", stage: "writing", together: true }]);
});

test("a challenge not open yet is opened by itself, or beside the one worked on", async () => {
  globalThis.history.replaceState(null, "", "/3_ideas");
  open({ ...model, challenge: "b", challenges: [{ ...model.challenges[0]! }, model.challenges[1]!] });
  expect(page.find(".wkf-next").textContent).toContain("next.open-writing");
  await page.press("also");
  expect(page.widget.letters[0]).toMatchObject(["move_challenge_on", { challenge: "b", stage: "writing", together: true }]);
});

test("what was last done stands beside its button, which counts down without being read out each second", () => {
  did("m1");
  open({ ...model, undo });
  expect(page.find(".wkf-undo [role=status]").textContent).not.toContain("undo (");
  expect(page.find(".wkf-undo [role=status]").querySelector("button")).toBeNull();
  expect(document.documentElement.classList.contains("page-undoing")).toBe(true);
  wait(7);
  expect(document.documentElement.classList.contains("page-undoing")).toBe(false);
});

test("the guide's words to say stand apart from its steps", () => {
  document.body.insertAdjacentHTML(
    "afterbegin",
    `<div class="page-guide"><section class="prose" lang="fr" data-at="reveal"><h2>Lire<a class="anchor-link">¶</a></h2>
     <p><strong>10 minutes.</strong> Pourquoi.</p><p>À dire à voix haute : « Voici vos idées. »</p><ol><li>Lisez.</li></ol></section></div>`,
  );
  open();
  expect(page.find("h2").textContent).toBe("Lire");
  expect(page.find(".page-said b").textContent).toBe("À dire à voix haute :");
  expect(page.find(".wkf-guide").textContent).toMatch(/Voici vos idées.*Lisez\..*10 minutes/s);
  document.querySelector(".page-guide")?.remove();
});

test("the last move can be taken back for as long as is said", async () => {
  did("m1");
  open({ ...model, undo });
  await page.press("undo");
  expect(page.widget.letters).toEqual([["take_back", { move: "m1" }]]);
  wait(7);
  expect(page.el.querySelector(".wkf-undo")).toBeNull();
});

test("what is refused is said where it was asked", async () => {
  open();
  await page.press("next.open-vote");
  await page.widget.answer({ ok: false, sentence: "Une autre page a déjà avancé." });
  expect(page.text).toContain("Une autre page a déjà avancé.");
});

test("a question left open is answered for the course as it was when it was asked", async () => {
  open(revealing);
  await page.press("next.open-reveal");
  await page.widget.show({ ...revealing, since: 9 });
  await act(() => page.find(".wkf-question .wkf-next").click());
  expect(page.widget.letters).toMatchObject([["move_challenge_on", { stage: "reveal", since: 7 }]]);
});

test("where a challenge is taken up again is answered for the course as it was when that was asked", async () => {
  const again = [move("again-vote", { stage: "vote", hides: true, asks: true })];
  const results = first({ stage: "results", again });
  open(results);
  await page.press("again");
  await page.widget.show({ ...results, since: 9 });
  await act(() => page.find<HTMLInputElement>(".wkf-question input").click());
  await act(() => page.find(".wkf-question .wkf-next").click());
  expect(page.widget.letters).toMatchObject([["move_challenge_on", { stage: "vote", since: 7 }]]);
});

test("what takes phones away from a writing asks first, and says how many are still writing", async () => {
  const leave = move("phase-scoring", { challenge: null, phase: "scoring", moment: "scoring", leaves: [1], silent: 4, asks: true });
  open({ ...first({ stage: "results" }), leave });
  await page.press("leave");
  expect(page.widget.sent).toEqual([]);
  expect(page.find("dialog").textContent).toMatch(/ask\.leaves.*ask\.writing/);
  page.leave();
  open({ ...first({ stage: "results" }), leave: { ...leave, silent: 0 } });
  await page.press("leave");
  expect(page.find("dialog").textContent).not.toContain("ask.writing");
});

test("what takes phones away from a vote asks first, and says how many have not voted", async () => {
  const leave = move("phase-scoring", { challenge: null, phase: "scoring", moment: "scoring", leaves_vote: [1], voteless: 4, asks: true });
  open({ ...first({ stage: "results" }), leave });
  await page.press("leave");
  expect(page.widget.sent).toEqual([]);
  expect(page.find("dialog").textContent).toMatch(/ask\.leaves-vote.*ask\.voting\.left/); // until the room comes back
  page.leave();
  const opens = { challenge: "b", stage: "writing" as const, moment: "writing" as const };
  open(first({ stage: "results", next: move("open-writing", { ...opens, leaves_vote: [2], voteless: 4, asks: true }) }));
  await page.press("next.open-writing");
  expect(page.find("dialog").textContent).toMatch(/again\.leaves-vote.*ask\.voteless/);
});

test("a move of this window is its own on the next page too, once the store has said so", async () => {
  open();
  await page.press("next.open-vote");
  await page.widget.answer({ ok: true, result: { move: "m2" } });
  page.leave();
  open({ ...model, undo: { ...undo, move: "m2" } });
  await page.press("undo");
  expect(page.widget.letters).toEqual([["take_back", { move: "m2" }]]);
});

/** Draw as a browser does, after each event and not at the end of a whole act. */
const draw = () => vi.advanceTimersByTimeAsync(20);

test.each([
  { pressed: "a move", press: ["next.open-vote"], shown: () => model, does: { moment: "vote" as const } },
  { pressed: "the end of a timer", press: ["timer.stop", "timer.early.yes"], shown: () => ending(600), does: { code: "timer" as const } },
])("$pressed of this window is never said to be another page's, from its press on", async ({ press, shown, does }) => {
  open(shown());
  const bars: string[] = [];
  const watch = new MutationObserver(() => bars.push(page.el.querySelector(".wkf-undo")?.className ?? ""));
  watch.observe(page.el, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const name of press) {
    [...page.el.querySelectorAll("button")].find((one) => one.textContent?.includes(name))!.click();
    await draw();
  }
  const { widget } = page;
  widget.put({ model: { ...shown(), since: 8, undo: { ...undo, move: "m2", ...does } } });
  await draw();
  widget.acknowledge({ ok: true, result: { move: "m2" } });
  await draw();
  watch.disconnect();
  expect(bars).toContain("wkf-undo");
  expect(bars.filter((one) => one.includes("others"))).toEqual([]);
});

test("what another panel of this window did is never said to be another page's", async () => {
  open(model);
  const answers: ((answer: object) => void)[] = [];
  const kept = moveFromHere(new Promise((answer) => answers.push(answer as never)) as never);
  await page.widget.show({ ...model, since: 8, undo: { ...undo, move: "m9" } });
  expect(page.find(".wkf-undo").className).not.toContain("others");
  await act(async () => {
    answers[0]!({ ok: true, result: { move: "m9" } });
    await kept;
  });
  expect(page.find(".wkf-undo").className).not.toContain("others");
  await page.widget.show({ ...model, since: 9, undo: { ...undo, move: "m10" } });
  expect(page.find(".wkf-undo").className).toContain("others");
});

test("what another page did is said to be so, and is not taken back by one stray press", async () => {
  did("m1");
  open({ ...model, undo: { ...undo, move: "m2" } });
  expect(page.find(".wkf-undo [role=status]").textContent).toContain("undo.others");
  await page.press("undo.others.do");
  expect(page.widget.sent).toEqual([]);
  await page.press("undo.others.yes");
  expect(page.widget.letters).toEqual([["take_back", { move: "m2" }]]);
});

test("the move before stays beside the end of a timer, each with its own button and as long as it can be taken back", async () => {
  did("m1 t1");
  open({ ...model, undo: { ...undo, move: "t1", code: "timer", left: 9000 }, earlier: [undo] });
  const bars = () => [...page.el.querySelectorAll(".wkf-undo")];
  expect(bars().map((one) => one.querySelector("[role=status]")?.textContent)).toEqual(["undo.timer.challenge", "undo.at.reveal"]);
  expect(document.documentElement.style.getPropertyValue("--undo-bars")).toBe("2");
  await act(() => bars()[1]!.querySelector("button")!.click());
  expect(page.widget.letters).toEqual([["take_back", { move: "m1" }]]);
  wait(7);
  expect(bars()).toHaveLength(1);
  wait(3);
  expect(document.documentElement.classList.contains("page-undoing")).toBe(false);
});

test("a window that ended a timer after its move knows both for its own", async () => {
  did("m1");
  open(ending(600));
  await page.press("timer.stop");
  await page.press("timer.early.yes");
  await page.widget.answer({ ok: true, result: { move: "t1" } });
  await page.widget.show({ ...model, undo: { ...undo, move: "t1", code: "timer" }, earlier: [undo] });
  expect(page.el.querySelectorAll(".wkf-undo")).toHaveLength(2);
  expect(page.text).not.toContain("undo.others");
});

test("a timer that was ended early is taken back like a move", async () => {
  open(ending(600));
  await page.press("timer.stop");
  await page.press("timer.early.yes");
  await page.widget.answer({ ok: true, result: { move: "t1" } });
  await page.widget.show({ ...model, undo: { ...undo, move: "t1", code: "timer" } });
  expect(page.find(".wkf-undo [role=status]").textContent).toBe("undo.timer.challenge");
  await page.press("undo");
  expect(page.widget.letters.at(-1)).toEqual(["take_back", { move: "t1" }]);
});

test("a second vote is asked about by what becomes of the first, and may be skipped", async () => {
  const again = move("vote-again", { stage: "vote", hides: true, asks: true });
  open(first({ stage: "results", step: "discuss", next: again, skip: move("turn", { challenge: "b", asks: false }) }));
  await page.press("next.vote-again");
  expect(page.text).toContain("ask.vote-again");
  expect(page.text).not.toContain("back.vote-again");
  await page.press("ask.no");
  await page.press("skip");
  expect(page.widget.asked).toEqual(["turn_to"]);
});

test("before a second vote, taking a challenge up again says that ballots begin empty", async () => {
  const again = (["writing", "vote"] as const).map((stage) =>
    move(stage === "vote" ? "vote-again" : "again-writing-empty", { stage, moment: stage, hides: true, asks: true }),
  );
  open(first({ stage: "closed", next: null, again }));
  await page.press("again");
  const dialog = page.find("dialog.wkf-question");
  expect(dialog.textContent).toContain("next.vote-again");
  await act(() => dialog.querySelectorAll<HTMLInputElement>("input")[1]!.click());
  expect(dialog.textContent).toContain("ask.vote-again");
  await act(() => dialog.querySelectorAll<HTMLInputElement>("input")[0]!.click());
  expect(dialog.textContent).toContain("ask.back.again-writing-empty");
});

test("the guide of an empty ballot is read at the second vote of a plan, and at no vote that starts from another", () => {
  document.body.insertAdjacentHTML(
    "afterbegin",
    `<div class="page-guide"><section class="prose" data-at="vote"><h2>Voter</h2></section>
    <section class="prose" data-at="vote-again"><h2>Bulletin vide</h2></section></div>`,
  );
  const titles = (
    [
      ["nominal", 2, "vote-again"],
      ["nominal", 3, "vote-again"],
      ["sprint", 2, "vote"],
    ] as const
  ).map(([plan, round, step]) => {
    open(first({ stage: "vote", plan, round, step }));
    const title = page.find(".wkf-now h2").textContent;
    page.leave();
    return title;
  });
  expect(titles).toEqual(["Bulletin vide", "Voter", "Voter"]);
  document.querySelector(".page-guide")?.remove();
});

test("a budget whose ideas have no cost leads to the costs, not to a vote in which nothing can be chosen", async () => {
  const asked: string[] = [];
  const take = (event: Event) => {
    event.preventDefault();
    asked.push(event.type);
  };
  addEventListener(OPEN_COSTS, take);
  const ahead = move("open-vote", { stage: "vote", costless: 3, asks: true });
  open(first({ vote: "budget", lacks_costs: true, next: ahead }));
  expect(page.find(".wkf-next").textContent).toContain("costs");
  await page.press("costs →");
  expect(asked).toEqual([OPEN_COSTS]);
  expect(page.widget.letters).toEqual([]);
  await page.widget.show(first({ vote: "budget", next: ahead }));
  await act(() => page.find<HTMLButtonElement>(".wkf-next").click());
  expect(page.find("dialog").textContent).toContain("ask.costless");
  removeEventListener(OPEN_COSTS, take);
});

test("an idea to be read again is a press away, and the vote is asked about over it", async () => {
  let led = false;
  const take = (event: Event) => {
    event.preventDefault();
    led = true;
  };
  addEventListener(READ_HELD, take);
  open(first({ to_read: 1, next: move("open-vote", { stage: "vote", unread: 1, asks: true }) }));
  await act(() => page.find<HTMLButtonElement>("button.wkf-to-read").click());
  expect(led).toBe(true);
  expect(heldAsked()).toBe("a");
  forgetHeld();
  await act(() => page.find<HTMLButtonElement>(".wkf-next").click());
  expect(page.find("dialog").textContent).toContain("ask.unread");
  removeEventListener(READ_HELD, take);
});

test("a café is led from turn to turn, and may be revealed before", async () => {
  const ahead = move("next-table", { moment: "writing" });
  const turn = { number: 1, of: 3, seated: 3 };
  open(first({ stage: "writing", plan: "cafe", turn, next: ahead, skip: move("open-reveal", { stage: "reveal" }) }));
  expect(page.find(".wkf-turn").textContent).toBe("turn");
  expect(page.find(".wkf-will dd").textContent).toBe("phones.next-table");
  expect(page.text).toContain("skip.tables");
  await act(() => page.find<HTMLButtonElement>(".wkf-next").click());
  expect(page.widget.letters).toEqual([["change_tables", { challenge: "a", since: 7 }]]);
});

test("results that are shown at once are not said to be unveiled place by place", async () => {
  const ahead = move("open-results", { stage: "results", moment: "results", shows: ["results"], asks: true });
  for (const vote of ["statements", "budget"] as const) {
    open(first({ stage: "vote", vote, next: ahead }));
    expect([...page.el.querySelectorAll(".wkf-will dd")].map((one) => one.textContent)).toEqual([
      `phones.results.${vote}`,
      `screen.results.${vote}`,
    ]);
    page.leave();
  }
  open(first({ stage: "vote", vote: "grades", next: ahead }));
  expect(page.find(".wkf-will dd").textContent).toBe("phones.results");
});

test("ideas shown at once are said to be so this time only", async () => {
  open(revealing);
  await act(() => page.find<HTMLButtonElement>(".wkf-next").click());
  expect(page.text).not.toContain("ask.together.once");
  await act(() => page.el.querySelectorAll<HTMLInputElement>("input[name=read-first]")[1]?.click());
  expect(page.text).toContain("ask.together.once");
});

test("before another vote it is said that places of the first were never seen", async () => {
  const again = move("vote-again", { stage: "vote", hides: true, asks: true, unseen: 2 });
  open(first({ next: again, stage: "results", vote: "dots" }));
  await page.press("next.vote-again");
  expect(page.text).toContain("ask.unseen");
  page.leave();
  open(first({ next: { ...again, unseen: 0 }, stage: "results", vote: "dots" }));
  await page.press("next.vote-again");
  expect(page.text).not.toContain("ask.unseen");
});
