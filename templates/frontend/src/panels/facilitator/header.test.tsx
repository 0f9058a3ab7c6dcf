/** The header: the language of a page, and where the room is. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Roles, ShorteningAdvice } from "../../contract";
import { FakeWidget, Hooked, Mounted } from "../kit/stage";
import { HeaderPanel } from "./header";
import { useLooking } from "./looking";

const model: Roles["facilitator"]["panels"]["header"] = {
  trouble: null,
  retention: [],
  title: "Val-Brume",
  territory: "Val-Brume",
  workshop_language: "fr",
  moment: "vote",
  course: {
    phase: "work",
    moment: "vote",
    since: 1,
    challenge: null,
    challenges: [],
    phases: [],
    timer: null,
    planned: 5,
    people: 12,
    next: null,
    back: null,
    leave: null,
    undo: null,
    earlier: [],
    read_first: true,
    stakes: null,
  },
  people: 12,
  heard: 4,
  now: Date.parse("2026-03-14T12:00:00Z"),
  ends_at: null,
  outlook: { late: null, finish: null, slips_from: null, remedies: [] },
  join_url: "http://192.0.2.1:8866/",
  home_url: "",
  screen_url: "",
  steps: ["1_challenge", "2_stakeholders", "3_ideas", "4_matrix", "5_missions", "6_synthesis"],
  step: "3_ideas",
  door: "",
  code: ["10", "01"],
  ways: { reach: "room", missed: "", moved: "", networks: [] },
};

/** A day that would end so many minutes too late, and a step that still has some left. */
const late = (minutes: number, remedies: ShorteningAdvice[] = [], left = 0) => {
  const ends_at = model.now + 3600_000;
  const outlook = { late: minutes, finish: ends_at + minutes * 60_000, slips_from: model.now + left * 60_000, remedies };
  return { ...model, ends_at, outlook };
};

let page: Mounted;
const open = (shown: object = model) => {
  page = new Mounted(HeaderPanel, new FakeWidget(shown));
};

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, "", "/1_challenge");
});

afterEach(() => {
  page.leave();
  vi.useRealTimers();
});

test("a page opens in the language chosen on this device", async () => {
  open();
  await page.press("EN");
  await page.widget.answer();
  page.leave();
  open();
  expect(page.widget.letters).toEqual([["switch_language", { language: "en" }]]);
});

test("who wanders is told where the room is, with the way back there", () => {
  open();
  expect(page.find<HTMLAnchorElement>(".wkf-wandering a").getAttribute("href")).toBe("./3_ideas");
});

test("on the room's own page nothing is said of another place", () => {
  history.replaceState(null, "", "/3_ideas");
  open();
  expect(page.el.querySelector(".wkf-wandering")).toBeNull();
});

test("the code of a room that is not open leads to where it is opened, from a page that has such a place", () => {
  open({ ...model, join_url: "", home_url: "http://127.0.0.1:8850/" });
  expect(page.find<HTMLAnchorElement>(".wkf-code a").getAttribute("href")).toBe("http://127.0.0.1:8850/");
  page.leave();
  open({ ...model, join_url: "" });
  expect(page.el.querySelector(".wkf-code a")).toBeNull();
});

test("of the votes it says who voted, of the welcome who is there", async () => {
  open();
  expect(page.text).toContain("heard.vote");
  await page.widget.show({ ...model, moment: "welcome" });
  expect(page.text).toContain("heard.welcome");
});

test("with nobody in the room it is not said that nobody offers help: offers came in files", async () => {
  open({ ...model, moment: "offer", people: 0, heard: 0 });
  expect(page.find(".wkf-heard").textContent).toContain("heard.welcome");
  await page.widget.show({ ...model, moment: "offer", people: 3 });
  expect(page.find(".wkf-heard").textContent).toContain("heard.offer");
});

test("where the room is led stakes that keep people from joining are said, with the one button that ends them", async () => {
  const at = (stakes: object | null) => ({ ...model, moment: "welcome", people: 0, course: { ...model.course, stakes } });
  const gathering = { stage: "gathering", number: 3, ends: "closed" };
  history.replaceState(null, "", "/1_challenge");
  open(at(gathering)); // where they are prepared they are in sight already
  expect(page.text).not.toContain("stakes.title");
  page.leave();
  history.replaceState(null, "", "/3_ideas");
  open(at(gathering));
  expect(page.text).toContain("stakes.gathering");
  await page.press("stakes.end.closed");
  expect(page.widget.letters.at(-1)).toEqual(["move_stakes", { stage: "closed" }]);
  await page.widget.answer({ ok: false, sentence: "Refusé." });
  expect(page.text).toContain("Refusé.");
  await page.widget.show(at(null));
  expect(page.text).not.toContain("stakes.");
});

test("while stakes keep everybody from joining, what came from phones is counted instead of nobody", async () => {
  const words = {
    "heard.welcome": { other: "{number} là" },
    "heard.proposing": { other: "{number} proposent" },
    "heard.judging": { other: "{number} jugent" },
  };
  const at = (people: number, stakes: object | null) => ({ ...model, moment: "welcome", people, course: { ...model.course, stakes } });
  page = new Mounted(HeaderPanel, new FakeWidget(at(0, { stage: "sorting", number: 3, ends: "closed" }), { words }));
  const heard = () => page.find(".wkf-heard").textContent;
  expect(heard()).toBe("3 proposent");
  await page.widget.show(at(0, { stage: "judging", number: 2, ends: "judged" }));
  expect(heard()).toBe("2 jugent");
  await page.widget.show(at(5, { stage: "judging", number: 2, ends: "judged" }));
  expect(heard()).toBe("5 là");
  await page.widget.show(at(0, null));
  expect(heard()).toBe("0 là");
});

test("while another challenge is led, those heard are counted at that one", async () => {
  history.replaceState(null, "", "/3_ideas");
  const words = Object.fromEntries(["choice", "vote"].map((key) => [`heard.${key}`, { other: `{number}/{people} ${key}` }]));
  const one = { stake: "", statement: "", round: 1, tables: "", to_read: 0, timer: null, ideas: 0, planned: 8, at: null };
  const none = { next: null, back: null, again: [] };
  const challenges = [
    { ...one, ...none, id: "a", number: 1, stage: "reveal", wrote: 6, voted: 0 },
    { ...one, ...none, id: "b", number: 2, stage: "vote", wrote: 5, voted: 3 },
  ];
  const course = { ...model.course, moment: "reveal", challenge: "a", challenges };
  page = new Mounted(HeaderPanel, new FakeWidget({ ...model, moment: "reveal", course, heard: 6 }, { words }));
  const heard = () => page.find(".wkf-heard").textContent;
  expect(heard()).toBe("6/12 choice");
  const { look } = new Hooked(useLooking, "a").result;
  await act(() => look("b"));
  expect(heard()).toBe("3/12 vote");
  await act(() => look(null));
  expect(heard()).toBe("6/12 choice");
});

test("after the end the room of work leads to what was done last, never to the welcome", () => {
  open({ ...model, moment: "thanks", step: "6_synthesis" });
  expect(page.find(".wkf-rooms nav a:nth-child(2)").getAttribute("href")).toBe("./5_missions");
});

test("four rooms lead the day, and only a room with several pages shows them", () => {
  history.replaceState(null, "", "/3_ideas");
  open();
  const links = (selector: string) => [...page.el.querySelectorAll<HTMLAnchorElement>(selector)].map((one) => one.getAttribute("href"));
  expect(links(".wkf-rooms nav:first-child a")).toEqual(["./1_challenge", "./3_ideas", "./room", "./6_synthesis"]);
  expect(links(".wkf-pages a")).toEqual(["./3_ideas", "./4_matrix", "./5_missions"]);
  expect(page.find(".wkf-rooms [aria-current=true]").textContent).toBe("room.lead");
  page.leave();
  history.replaceState(null, "", "/6_synthesis");
  open();
  expect(page.el.querySelector(".wkf-pages")).toBeNull();
});

test("the room of work leads to the page of what is done now", () => {
  open({ ...model, moment: "scoring", step: "4_matrix" });
  expect(page.find(".wkf-rooms nav a:nth-child(2)").getAttribute("href")).toBe("./4_matrix");
});

test("late, one sentence says what to shorten by as little as is enough, and one press does it", async () => {
  const remedy = (after: number, wins: number) => ({ challenges: [4, 5], before: 30, after, wins });
  open(late(8, [remedy(29, 2), remedy(26, 8), remedy(25, 10)]));
  expect(page.text).toContain("late.shorten");
  await page.press("late.do");
  expect(page.widget.letters).toEqual([["shorten", { minutes: 26 }]]);
});

test("what is too late to be made up for says so in other words, and one challenge is no several", () => {
  const words = { "late.not-enough": { one: "le défi {challenges} à {after}", other: "les défis {challenges}" } };
  page = new Mounted(HeaderPanel, new FakeWidget(late(40, [{ challenges: [5], before: 30, after: 13, wins: 17 }]), { words }));
  expect(page.text).toContain("le défi 5 à 13");
});

test.each([-4, 2])("on time (%s) nothing is said of lateness", (minutes) => {
  open(late(minutes));
  expect(page.el.querySelector(".wkf-late")).toBeNull();
});

test("before anything has begun nobody is late, whatever the hour", () => {
  const day = late(30);
  open({ ...day, outlook: { ...day.outlook, late: null } });
  expect(page.el.querySelector(".wkf-late")).toBeNull();
});

test("lateness grows with the server's clock once the step has used up its time, without a new read model", () => {
  vi.useFakeTimers({ now: Date.now() });
  const words = { late: "{number} min" };
  page = new Mounted(HeaderPanel, new FakeWidget(late(2, [], 4), { words }));
  const pass = (minutes: number) => act(() => void vi.advanceTimersByTime(minutes * 60_000));
  pass(4);
  expect(page.el.querySelector(".wkf-late")).toBeNull();
  pass(3);
  expect(page.find(".wkf-late b").textContent).toBe("5 min");
});

test.each([-90, 0, 90])("on a device whose clock is %s minutes wrong the hour and the lateness go on by the server's", (wrong) => {
  vi.useFakeTimers({ now: model.now + wrong * 60_000 });
  const words = { late: "{number} min", clock: "{hours} h {minutes}" };
  page = new Mounted(HeaderPanel, new FakeWidget(late(4), { words }));
  const hour = (at: number) => {
    const day = new Date(at);
    return `${day.getHours()} h ${String(day.getMinutes()).padStart(2, "0")}`;
  };
  expect([page.find(".wkf-clock b").textContent, page.find(".wkf-late b").textContent]).toEqual([hour(model.now), "4 min"]);
  act(() => void vi.advanceTimersByTime(120_000));
  expect([page.find(".wkf-clock b").textContent, page.find(".wkf-late b").textContent]).toEqual([hour(model.now + 120_000), "6 min"]);
});

test("a refusal does not stay in the language of before", async () => {
  open();
  await page.press("EN");
  await page.widget.answer({ ok: false, sentence: "Refusé." });
  expect(page.text).toContain("Refusé.");
  await page.widget.speak("en");
  expect(page.text).not.toContain("Refusé.");
});

const way = (more: object = {}) => ({
  id: "wlan0/192.0.2.1",
  name: "Salle",
  address: "192.0.2.1",
  kind: "wifi",
  usable: true,
  limited: false,
  why: "",
  shown: true,
  ...more,
});

test("another way in is chosen beside the code, and what reaches nobody cannot be", async () => {
  const networks = [
    way(),
    way({ id: "name/laptop.local", name: "laptop.local", address: "laptop.local", kind: "name", shown: false }),
    way({ id: "tun0/10.8.0.6", kind: "vpn", usable: false, why: "vpn", shown: false }),
  ];
  open({ ...model, ways: { reach: "room", missed: "", moved: "", networks } });
  const [, name, vpn] = page.el.querySelectorAll<HTMLInputElement>(".wkf-code input");
  expect(vpn!.disabled).toBe(true);
  expect(name!.closest("label")!.textContent).toContain("network.by-name");
  await act(async () => name!.click());
  expect(page.widget.letters).toEqual([["choose_way", { network: "name/laptop.local" }]]);
  expect(page.find(".wkf-reach").textContent).toBe("");
});

test.each(["nobody", "fell-back", "not-ours"] as const)("on every page it is said that the address is %s", async (reach) => {
  const shown = reach === "nobody" ? [] : [way()];
  open({ ...model, join_url: reach === "nobody" ? "" : model.join_url, ways: { reach, missed: "Salle", moved: "", networks: shown } });
  expect(page.find(".wkf-reach[role=status]").textContent).toContain(`reach.${reach}`);
  expect(page.el.querySelector(".wkf-qr") === null).toBe(reach === "nobody");
  if (reach !== "fell-back") return;
  await page.press("reach.keep");
  expect(page.widget.letters).toEqual([["choose_way", { network: "wlan0/192.0.2.1" }]]);
});

test("once the address has changed, everybody is to scan again, whether another network took over or not", async () => {
  for (const reach of ["room", "fell-back"] as const) {
    open({ ...model, people: 12, ways: { reach, missed: "Salle", moved: "192.0.2.77", networks: [way()] } });
    expect(page.find(".wkf-reach[role=status]").textContent).toContain("reach.moved");
    await page.widget.show({ ...model, people: 0, ways: { reach, missed: "Salle", moved: "192.0.2.77", networks: [way()] } });
    expect(page.find(".wkf-reach[role=status]").textContent).not.toContain("reach.moved");
    page.leave();
  }
  open(model);
});

test("while nothing can be saved every page says first that nothing is lost, then the remedy, then the button", async () => {
  open({ ...model, trouble: { code: "disk-full", waiting: 12 } });
  const said = page.find(".wkf-trouble").textContent ?? "";
  expect(said).toMatch(/trouble\.waiting.*remedy.*trouble\.retry$/);
  expect(page.find(".wkf-name [role=status]").textContent).toContain("unsaved");
  await page.press("trouble.retry");
  expect(page.widget.letters).toEqual([["try_again", {}]]);
  await page.widget.answer();
  await vi.waitFor(() => expect(page.find(".wkf-trouble [role=status]").textContent).toContain("trouble.tried"));
  await page.widget.show(model);
  expect(page.el.querySelector(".wkf-trouble")).toBeNull();
  expect(page.find(".wkf-name [role=status]").textContent).toContain("all-saved");
});

test("what goes by date is announced on every page until it was read", async () => {
  const notice = { code: "announced" as const, number: 5, day: "2027-02-28" };
  open({ ...model, retention: [notice, { code: "sealed", number: 0, day: "2027-03-08" }] });
  expect(page.find(".wkf-retention").textContent).toMatch(/retention\.announced.*retention\.sealed/);
  await page.press("retention.close");
  expect(page.el.querySelector(".wkf-retention")).toBeNull();
});
