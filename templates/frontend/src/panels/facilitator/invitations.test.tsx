/** The panel of invitations: lines save themselves, each print says what it lacks, and is handed over once it is made. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { PrintKind, PrintModel, Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { InvitationsPanel } from "./invitations";

type Model = Roles["facilitator"]["panels"]["invitations"];

const KINDS: PrintKind[] = ["letters", "emails", "calls", "reminders", "poster", "form", "door", "tables", "cards", "neighbours"];
const print = (kind: PrintKind, more: Partial<PrintModel> = {}): PrintModel => ({
  kind,
  file: `${kind}.pdf`,
  count: kind === "letters" ? 3 : null,
  everyone: kind === "letters" ? 5 : null,
  lacks: "",
  refused: "",
  making: { state: "none", number: 0 },
  ...more,
});
const model: Model = {
  day: "2027-01-21",
  begins: "18:00",
  finishes: "",
  answer_by: "",
  place: "",
  phone: "",
  address: "",
  colour: "",
  wifi_name: "",
  wifi_password: "",
  room: "",
  lasts: false,
  logo: "",
  challenges: [],
  lacks: "",
  prints: KINDS.map((kind) => print(kind)),
};

let widget: FakeWidget;
let page: Mounted;
const card = (kind: PrintKind) => page.find<HTMLElement>(`.wkf-print[aria-label="kind.${kind}"]`);
const type = async (id: string, text: string) => {
  const field = page.find<HTMLInputElement>(`#wkf-invitation-${id}`);
  await act(async () => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await act(async () => void field.dispatchEvent(new FocusEvent("blur")));
};
const show = (changes: Partial<Model>) => {
  page.leave();
  widget = new FakeWidget({ ...model, ...changes });
  page = new Mounted(InvitationsPanel, widget);
};

beforeEach(() => {
  localStorage.clear();
  widget = new FakeWidget(model);
  page = new Mounted(InvitationsPanel, widget);
});
afterEach(() => page.leave());

test("a line is sent when it is left, the day and its hour together", async () => {
  await type("place", "Salle des fêtes");
  await type("begins", "19:30");
  expect(widget.letters).toEqual([
    ["tell_invitation", { field: "place", text: "Salle des fêtes" }],
    ["tell_day", { day: "2027-01-21", begins: "19:30" }],
  ]);
});

test("what several prints lack is said once, above them", () => {
  show({ lacks: "Il manque encore : le lieu." });
  expect(page.text.split("Il manque encore : le lieu.").length).toBe(2);
  expect(page.el.querySelector(".wkf-prints .wk-hint")).toBeNull();
});

test("a print that lacks something says so beside its button, and one that is for nobody has none", () => {
  show({
    prints: KINDS.map((kind) =>
      print(kind, kind === "poster" ? { lacks: "Il manque : le lieu." } : kind === "cards" ? { refused: "Personne." } : {}),
    ),
  });
  expect(card("poster").textContent).toContain("Il manque : le lieu.");
  expect(card("poster").querySelector("button")).not.toBeNull();
  expect(card("cards").textContent).toContain("Personne.");
  expect(card("cards").querySelector("button")).toBeNull();
});

test("once letters are made, one press notes that they left for everybody they reach", async () => {
  expect(card("letters").textContent).not.toContain("sent.letters");
  const making = { state: "ready" as const, number: 1, size: 98 };
  show({ prints: KINDS.map((kind) => print(kind, kind === "letters" || kind === "poster" ? { making } : {})) });
  expect(card("poster").textContent).not.toContain("sent.");
  const button = [...card("letters").querySelectorAll<HTMLButtonElement>("button")].find((one) => one.textContent === "sent.letters");
  await act(async () => button?.click());
  expect(widget.letters).toEqual([["note_sent", { kind: "letters" }]]);
  await page.widget.answer({ ok: true, result: { sent: 3 } });
  expect(card("letters").textContent).toContain("sent.noted");
});

test("what was chosen of a print is asked for", async () => {
  const boxes = card("poster").querySelectorAll<HTMLInputElement>("input[type=checkbox]");
  await act(async () => boxes[0]?.click());
  await act(async () => page.find<HTMLInputElement>(".wk-stack > .wk-check input").click());
  await act(async () => card("poster").querySelector<HTMLButtonElement>("button")?.click());
  expect(widget.sent.at(-1)).toMatchObject({ intention: "make_print", payload: { kind: "poster", paper: "a3", bw: true } });
});

test("the password and the room's address are offered where there are any", () => {
  expect(card("door").querySelectorAll("input")).toHaveLength(0);
  show({ wifi_password: "brume2028", room: "192.168.50.20:8000" });
  expect(card("door").querySelectorAll("input")).toHaveLength(2);
  expect(card("door").textContent).toContain("use-room");
});

test("an address that works in the room alone is not offered to prints, and why is said", () => {
  show({ room: "192.168.50.20:8000" });
  expect(page.el.querySelector(".wkf-form button")).toBeNull();
  expect(page.text).toContain("room-note");
});

test("an address that leads here from outside can be taken as the one that prints show", async () => {
  show({ room: "ateliers.val-brume.example", lasts: true });
  await act(async () => page.find<HTMLButtonElement>(".wkf-form button").click());
  expect(widget.sent.at(-1)).toMatchObject({
    intention: "tell_invitation",
    payload: { field: "address", text: "http://ateliers.val-brume.example" },
  });
});

test("what was kept is said in the language that the page is read in now", async () => {
  await type("place", "Salle des fêtes");
  await widget.answer();
  expect(page.text).toContain("saved");
  await widget.receive({ lang: "en", words: JSON.stringify({ known: "", saved: "Saved" }) });
  expect(page.text).toContain("Saved");
});
