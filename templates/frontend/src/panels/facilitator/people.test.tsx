import { afterEach, beforeEach, expect, test } from "vitest";
import type { PeopleModel, SeatDoubt } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { PeoplePanel } from "./people";

const NO = { with_ideas: false, contact: false, signs: [] };
const SILENT: SeatDoubt = { key: "silent:g", kind: "silent", seats: ["g"], names: ["Gisèle"], minutes: 25, ideas: 3, ...NO };
const TWINS: SeatDoubt = { key: "twins:k:l", kind: "twins", seats: ["k", "l"], names: ["Karim", "Karim bis"], minutes: 0, ideas: 0, ...NO };
const SEATS: PeopleModel["seats"] = [
  { id: "g", pseudonym: "Gisèle", category: "Santé", state: "present", stands: "", spoken: false },
  { id: "k", pseudonym: "Karim", category: "Commerce", state: "away", stands: "", spoken: false },
  { id: "l", pseudonym: "Karim bis", category: "Commerce", state: "joined", stands: "Karim", spoken: false },
];
let page: Mounted;
const open = (given: Partial<PeopleModel> = {}) => {
  const model: PeopleModel = {
    present: 2,
    away: 0,
    without_phone: 0,
    categories: [
      { label: "Commerce", people: 2 },
      { label: "Jeunesse", people: 0 },
    ],
    sentence: "",
    seats: SEATS,
    doubts: [],
    settled: [],
    traces: [],
    ...given,
  };
  page = new Mounted(
    PeoplePanel,
    new FakeWidget(model, {
      words: { silent: "silent since {number}", "do.join": "do.join", "done.away": "away since {hour}", clock: "{hours} h {minutes}" },
    }),
  );
  return page;
};
const search = (text: string) => page.type(text, "input[type=search]");

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test("a category without anybody is dashed, and says 0", () => {
  open();
  expect(page.find(".wkf-none").textContent).toBe("Jeunesse0");
  expect(page.el.querySelectorAll(".wkf-cats li").length).toBe(2);
});

test("the sentence about who is missing is shown only when there is one", () => {
  open();
  expect(page.el.querySelector(".wkf-say")).toBeNull();
  page.leave();
  open({ sentence: "Personne n’est là pour les jeunes." });
  expect(page.find(".wkf-say").textContent).toContain("say.quoted");
});

test("one press says that somebody left", async () => {
  open({ doubts: [SILENT] });
  expect(page.text).toContain("Gisèle silent since 25 silent.ideas");
  await page.press("silent.yes");
  expect(page.widget.letters).toEqual([["set_away", { participant: "g", away: true }]]);
});

test("one press has two seats count as one person, the second of them standing", async () => {
  open({ doubts: [TWINS] });
  await page.press("twins.yes");
  expect(page.widget.letters).toEqual([["join_seats", { participant: "k", to: "l" }]]);
});

test("what is answered with no change is not asked again on this device, and can be taken back", async () => {
  open({ doubts: [SILENT, TWINS] });
  await page.press("silent.no");
  await page.press("twins.no");
  expect(page.widget.letters).toEqual([]);
  expect(page.text).toContain("settle.none");
  page.leave();
  open({ doubts: [SILENT, TWINS] });
  expect(page.el.querySelectorAll(".wkf-settle li").length).toBe(0);
  expect(page.find(".wkf-settled").textContent).toContain("Gisèle done.silent");
  await page.press("undo");
  expect(page.find(".wkf-settle").textContent).toContain("Gisèle");
});

test("who said on their phone that another was not theirs is only to be read, and nothing is sent", async () => {
  open({ doubts: [{ key: "parted:k:7", kind: "parted", seats: ["k"], names: ["Karim"], minutes: 0, ideas: 0, ...NO }] });
  expect(page.find(".wkf-settle").textContent).toContain("Karim parted");
  expect(page.el.querySelectorAll(".wkf-settle button").length).toBe(1);
  await page.press("parted.no");
  expect(page.widget.letters).toEqual([]);
  expect(page.find(".wkf-settled").textContent).toContain("Karim done.parted");
});

test("what was settled stays listed, each with its own undoing", async () => {
  const at = Date.UTC(2027, 0, 12, 15, 5);
  open({
    settled: [
      { kind: "away", seat: "k", other: "", names: ["Karim"], at },
      { kind: "joined", seat: "l", other: "", names: ["Karim bis", "Karim"], at: 0 },
    ],
  });
  const noted = new Date(at);
  expect(page.text).toContain(`away since ${noted.getHours()} h ${String(noted.getMinutes()).padStart(2, "0")}`);
  const [left, joined] = [...page.el.querySelectorAll<HTMLButtonElement>(".wkf-settled button")];
  left?.click();
  joined?.click();
  expect(page.widget.letters).toEqual([
    ["set_away", { participant: "k", away: false }],
    ["join_seats", { participant: "l", to: null }],
  ]);
});

test("a person is found whatever the accents, and each state has its own gestures", async () => {
  open();
  await search("gisele");
  expect(page.find(".wkf-found").textContent).toContain("Gisèle");
  expect(page.text).toContain("do.away");
  await search("karim");
  const cards = [...page.el.querySelectorAll(".wkf-found li")].map((card) =>
    [...card.querySelectorAll("button")].map((one) => one.textContent),
  );
  expect(cards).toEqual([["do.here", "do.join"], ["do.part"]]);
  await search("zoé");
  expect(page.text).toContain("search.none");
});

test("another seat is chosen by hand before two seats are joined", async () => {
  open();
  await search("gisele");
  await page.press("do.join");
  await page.press("join.yes");
  expect(page.widget.letters).toEqual([]);
  const select = page.find<HTMLSelectElement>("select");
  expect([...select.options].map((one) => one.textContent)).toEqual(["join.choose", "Karim"]);
});

test("a seat whose person was erased on a phone is asked about until it is answered on the workshop", async () => {
  const asked = {
    key: "erasure:g:9",
    kind: "erasure",
    seats: ["g"],
    names: ["Gisèle"],
    minutes: 0,
    ideas: 2,
    with_ideas: true,
    contact: true,
    signs: [],
  } as const;
  open({ doubts: [{ ...asked, seats: ["g"], names: ["Gisèle"], signs: [] }] });
  expect(page.find(".wkf-settle").textContent).toContain("erasure.contact");
  await page.press("erasure.no");
  expect(page.widget.letters).toEqual([["answer_erasure", { participant: "g", erased: false, with_ideas: true }]]);
  await page.widget.answer();
  await page.press("erasure.yes");
  expect(page.widget.letters[1]).toEqual(["answer_erasure", { participant: "g", erased: true, with_ideas: true }]);
});

const LIKE: SeatDoubt = {
  ...TWINS,
  key: "file:f:k",
  kind: "file",
  seats: ["f", "k"],
  names: ["Karim", "Karim B."],
  signs: ["name", "phone"],
};

test("somebody of a file and a seat are asked about with what speaks for it, and joined in one press", async () => {
  open({ doubts: [LIKE] });
  expect(page.find(".wkf-settle").textContent).toContain("Karim and Karim B. file sign.name, sign.phone.");
  await page.press("file.yes");
  expect(page.widget.letters).toEqual([["join_seats", { participant: "f", to: "k" }]]);
});

test("that they are two is kept in the workshop, and can be taken back", async () => {
  open({ doubts: [LIKE], settled: [{ kind: "apart", seat: "a", other: "b", names: ["Ana", "Ana R."], at: 0 }] });
  await page.press("file.no");
  await page.widget.answer();
  await page.press("undo");
  expect(page.widget.letters).toEqual([
    ["keep_apart", { participant: "f", other: "k", apart: true }],
    ["keep_apart", { participant: "a", other: "b", apart: false }],
  ]);
});

test("who joined two seats and parted them is said in a sentence, and nothing where nobody did", () => {
  open();
  expect(page.el.querySelector("details")).toBeNull();
  page.leave();
  open({ traces: ["Ana and Ana R.: joined on 1 December 2026 at 10:05 by the facilitator."] });
  expect(page.find("details").textContent).toBe("tracesAna and Ana R.: joined on 1 December 2026 at 10:05 by the facilitator.");
});

test("somebody whose battery is empty is spoken for from the search, and counts once", async () => {
  open();
  await search("gisele");
  await page.press("do.dead");
  expect(page.widget.letters).toEqual([["take_voice", { participant: "g" }]]);
  await page.widget.answer();
  const model = { ...(page.widget.get("model") as PeopleModel) };
  await page.widget.show({ ...model, seats: SEATS.map((one) => ({ ...one, spoken: one.id === "g" })) });
  expect(page.find(".wkf-found [role=status]").textContent).toBe("spoken");
  expect(page.text).not.toContain("do.dead");
  expect(document.activeElement).toBe(page.find(".wkf-speak"));
  const row = document.createElement("div");
  row.innerHTML = '<p data-voice="g"><button>write</button><span data-act="vote"><button>vote</button></span></p>';
  document.body.append(row);
  const led: unknown[] = [];
  Element.prototype.scrollIntoView = function (this: Element) {
    led.push(this);
  };
  await page.press("spoken.go");
  expect(led).toEqual([row.firstElementChild]);
  expect(document.activeElement?.textContent).toBe("vote");
  row.remove();
});
