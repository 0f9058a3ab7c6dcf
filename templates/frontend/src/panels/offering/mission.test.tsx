/** A mission proposed: its facts, why, and every answer; several of them one at a time, and what becomes of one taken away. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MissionModel, OwnMission } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Mission } from "./mission";

const rounds: OwnMission = {
  ...{ id: "rounds", title: "Tour de garde", challenge: "home", number: 1, stake: "Logement" },
  ...{ statement: "Plus personne ne dort dehors.", places: 3, sector: "Les Tilleuls", referent: "", owner: "Mme Roy" },
  ...{
    first_date: "mardi 8 décembre 2026, 19 h",
    last_date: "",
    hours: "",
    days: "",
    needs: "",
    next_step: "Ouvrir",
    names: ["Ana"],
    others: 1,
  },
  ...{ reason: "Vous avez dit oui.", pair: "Ana, qui connaît ce travail…", status: "proposed" },
  ...{ said: "", another: false, read: "m1", alone: false, changed: false },
};
const minibus: OwnMission = { ...rounds, id: "minibus", title: "Minibus", names: [], others: 0, pair: "", read: "m2", alone: false };
const model: MissionModel = {
  ...{
    visible: true,
    slip: false,
    contact: "",
    called_off: [],
    reachable: true,
    kept: null,
    organiser: "",
    purpose: "",
    retention: "",
    agreed: [],
  },
  ...{ offered: "yes", shown: false, shown_as: "Rose", missions: [rounds] },
};
const with_ = (...missions: OwnMission[]): MissionModel => ({ ...model, missions });
const words = {
  and: "{first} et {last}",
  "with-places": "{names} ({places})",
  "others-more": { one: "une autre", other: "{number} autres" },
  places: { one: "{number} place", other: "{number} places" },
  "one-of": "{number} sur {total}",
  next: "suivante {title}",
  gone: "partie {title}",
};

let page: Mounted;
const open = (shown: MissionModel) => {
  page = new Mounted(Mission, new FakeWidget(shown, { words }));
};
const told = () => page.find(".wk-foot [role=status]").textContent;
beforeEach(() => {
  localStorage.clear();
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
});
afterEach(() => {
  page.leave();
  vi.restoreAllMocks();
});

test("the page says what, when, who answers for it and with whom, in this order, and why", () => {
  open(model);
  expect([...page.el.querySelectorAll("dt")].map((one) => one.textContent)).toEqual(["what", "when", "where", "who", "with"]);
  expect(page.find(".wk-what").textContent).toContain("Ana et une autre (3 places)");
  expect(page.find(".wk-why").textContent).toBe("why Vous avez dit oui. Ana, qui connaît ce travail…");
  expect(page.text).toContain("for-you");
});

test("a day and a contact person that are still open are said to be, and a mission for one says nothing of others", () => {
  open(with_({ ...minibus, places: 1, next_step: "", first_date: "", sector: "", owner: "" }));
  expect([...page.el.querySelectorAll("dt, dd")].map((one) => one.textContent)).toEqual(["when", "when-open", "who", "who-open"]);
});

test("whose mission changed since their yes reads it, and says yes to it anew at a press", async () => {
  open(with_({ ...rounds, status: "accepted", changed: true }));
  expect(page.text).toContain("changed");
  await page.press("still-yes");
  expect(page.widget.letters).toEqual([["answer_mission", { mission: "rounds", read: "m1", answer: "accepted" }]]);
});

test("that a mission went away is said no more once it is back, or once one answered another", async () => {
  open(with_(rounds, minibus));
  await page.widget.show(with_(minibus));
  expect(page.find(".wk-gone").textContent).not.toBe("");
  await page.widget.show(with_(rounds, minibus));
  expect(page.find(".wk-gone").textContent).toBe("");
  await page.widget.show(with_(minibus));
  await page.widget.show(with_({ ...minibus, status: "accepted" }));
  expect(page.find(".wk-gone").textContent).toBe("");
});

test("of missions that are all answered the accepted one is shown first, and that it changed stands at the answer", () => {
  open(with_({ ...rounds, status: "declined" }, { ...minibus, status: "accepted", changed: true }));
  expect(page.find("h1").textContent).toContain("Minibus");
  expect(told()).toBe("changed-short");
});

test.each<[press: string, asked: object]>([
  ["accept", { answer: "accepted" }],
  ["another", { answer: "declined", another: true }],
  ["later", { answer: "later" }],
  ["decline", { answer: "declined" }],
])("%s is one press, with the mark of what was read", async (press, asked) => {
  open(model);
  await page.press(press);
  expect(page.widget.letters).toEqual([["answer_mission", { mission: "rounds", read: "m1", ...asked }]]);
});

test("not now is said to be kept, and may be answered where it stands", async () => {
  open(with_({ ...rounds, status: "later" }));
  expect(told()).toBe("said-later");
  expect(page.text).not.toContain("said-laterlater");
  await page.press("accept");
  expect(page.widget.asked).toEqual(["answer_mission"]);
});

test("after a no a word may be kept, or none, and the answer changed", async () => {
  open(with_({ ...rounds, status: "declined", another: true }));
  expect(told()).toBe("said-declined-another");
  await page.type("trop loin", "input[name=said]");
  await page.press("refusal-send");
  expect(page.widget.letters.at(-1)?.[1]).toMatchObject({ answer: "declined", said: "trop loin", another: true });
  await page.widget.show(with_({ ...rounds, status: "declined", another: true, said: "trop loin" }));
  await page.widget.answer();
  expect(page.find<HTMLInputElement>("input[name=said]").value).toBe("trop loin");
  expect(page.text).toContain("refusal-kept");
  expect(page.text).not.toContain("refusal-send");
  await page.press("change");
  await page.press("accept");
  expect(page.widget.letters.at(-1)?.[1]).toMatchObject({ answer: "accepted" });
});

test("a word that was being written is there again after a reload", async () => {
  open(with_({ ...rounds, status: "declined" }));
  await page.type("trop l", "input[name=said]");
  page.leave();
  open(with_({ ...rounds, status: "declined" }));
  expect(page.find<HTMLInputElement>("input[name=said]").value).toBe("trop l");
});

const words_ = () => page.widget.letters.map(([, asked]) => (asked as { said?: string }).said).filter(Boolean);

test("a word keeps itself once when one leaves the field, goes on, or leaves the page", async () => {
  const no: OwnMission = { ...rounds, status: "declined", another: true };
  open(with_(no, minibus));
  await page.press("Tour de garde");
  await page.type("trop loin", "input[name=said]");
  page.find("input[name=said]").dispatchEvent(new FocusEvent("blur"));
  await page.press("suivante Minibus");
  expect(words_()).toEqual(["trop loin"]);
  await page.widget.show(with_({ ...no, said: "trop loin" }, minibus));
  await page.widget.answer();
  await page.press("Tour de garde");
  await page.type("trop tard", "input[name=said]");
  await page.press("suivante Minibus");
  expect(words_()).toEqual(["trop loin", "trop tard"]);
});

test("a word that was being written undoes no yes given on another phone", async () => {
  open(with_({ ...rounds, status: "declined" }));
  await page.type("trop loin", "input[name=said]");
  await page.widget.show(with_({ ...rounds, status: "accepted" }));
  expect(page.widget.letters).toEqual([]);
});

test("a tick stands before a yes alone, and another one asked for is said", () => {
  open(
    with_(
      { ...rounds, status: "accepted" },
      { ...minibus, status: "declined", another: true },
      { ...minibus, id: "late", status: "later" },
    ),
  );
  expect([...page.el.querySelectorAll(".wk-mine i")].map((one) => one.textContent)).toEqual(["✓", "–", ""]);
  expect(page.find(".wk-mine").textContent).toContain("status-another");
  expect(page.el.querySelector(".wk-mine svg")).not.toBeNull();
});

test("who said yes first is on it, for now", async () => {
  open(with_(minibus));
  expect(page.find(".wk-what").textContent).toContain("with-nobody");
  await page.widget.show(with_({ ...minibus, status: "accepted" }));
  expect(page.find(".wk-what").textContent).toContain("with-me");
});

test("hours without a day, days of the week, a car and a language have their lines", () => {
  open(with_({ ...minibus, first_date: "", hours: "19 h – 21 h", days: "le soir", needs: "une voiture" }));
  expect([...page.el.querySelectorAll("dt")].map((one) => one.textContent)).toEqual([
    ...["what", "hours", "days", "where", "needs", "who", "with"],
  ]);
});

test("of several missions one stands on the page, and an answer leads to the next that has none", async () => {
  open(with_(rounds, minibus));
  expect(page.find("h1").textContent).toBe("Tour de garde");
  expect(page.text).toContain("1 sur 2");
  await page.press("accept");
  await page.widget.show(with_({ ...rounds, status: "accepted" }, minibus));
  await page.widget.answer();
  expect(page.find("h1").textContent).toBe("Tour de garde");
  await page.press("suivante Minibus");
  expect(page.find("h1").textContent).toBe("Minibus");
});

test("a refusal stays to be read beside the buttons", async () => {
  open(model);
  await page.press("accept");
  await page.widget.answer({ ok: false, sentence: "full" });
  expect(told()).toBe("full");
  await page.press("another");
  expect(page.widget.letters.length).toBe(2);
});

test("a mission taken away while it was read is said to be gone, with nothing to do", async () => {
  open(model);
  await page.widget.show(with_(minibus));
  expect(page.text).toContain("partie Tour de garde");
  expect(page.find("h1").textContent).toBe("Minibus");
});

test("no id, score or mark is on the page", () => {
  open(model);
  expect(page.el.innerHTML).not.toMatch(/m1|rounds/);
});
