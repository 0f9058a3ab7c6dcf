/** The home page: one thing to do at a time, its state in words, and nothing erased before it was said. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BackupTold, HomeModel, NotebooksPanel } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { CheckupPanel } from "./checkup";
import { HomePanel } from "./home";
import { card, chosen, home, network, room, served, takeaway } from "./played";

let page: Mounted;
const open = (model: HomeModel, words = {}) => {
  page = new Mounted(HomePanel, new FakeWidget(model, { words }));
};
const green = () => [...page.el.querySelectorAll(".wkh-main")].map((one) => one.textContent?.replace(" new-tab", ""));

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, "", "/");
});

afterEach(() => {
  page.leave();
  vi.restoreAllMocks();
});

test("who has no workshop yet is led to the sample, by the one green button", async () => {
  open(home());
  expect(green()).toEqual(["first.open"]);
  await page.press("first.open");
  expect(page.widget.letters).toEqual([["make_sample", {}]]);
});

test.each([
  ["open-room", "open_room"],
  ["test-phone", "begin_test"],
  ["test-again", "begin_test"],
  ["see-why", "open_room"],
  ["bring-back", "bring_back"],
] as const)("the green button does the next thing: %s", async (code, intention) => {
  open(home({ chosen: chosen({ card: card({ next: { code, number: 0 } }) }) }));
  expect(green()).toEqual([`now.${code}.go`]);
  await page.press(`now.${code}.go`);
  expect(page.widget.letters).toEqual([[intention, { workshop: "a" }]]);
});

test.each(["wait", "wait-for-phone"] as const)("while it is up to something else there is no green button: %s", (code) => {
  open(home({ chosen: served(code) }));
  expect(green()).toEqual([]);
  expect(page.text).toContain(`now.${code}`);
});

test("the pages of a workshop that is served are links, the import page among them", () => {
  open(home({ chosen: served("invite") }));
  expect(green()).toEqual(["now.invite.go"]);
  expect(page.find<HTMLAnchorElement>(".wkh-main").href).toBe("http://192.0.2.9:1/import?token=t");
  const ways = [...page.el.querySelectorAll<HTMLAnchorElement>(".wkh-ways a")].map((one) => new URL(one.href).pathname);
  expect(ways).toEqual(["/1_challenge", "/2_stakeholders", "/3_ideas", "/6_synthesis"]);
});

test("a page that is not served yet is prepared at a press, and opened as soon as it is there", async () => {
  const tab = { location: { href: "about:blank" }, document: document.implementation.createHTMLDocument(), close: vi.fn() };
  const opened = vi.spyOn(window, "open").mockReturnValue(tab as unknown as Window);
  const before = chosen({ card: card({ next: { code: "write-challenges", number: 0 } }) });
  open(home({ chosen: before }));
  await page.press("now.write-challenges.go");
  expect(page.widget.letters).toEqual([["prepare_room", { workshop: "a" }]]);
  expect(opened).toHaveBeenCalledWith("", "lead-a");
  expect(tab.document.title).toBe("room.pages-opening");
  expect(tab.document.querySelector("h1")?.textContent).toBe(before.card.title);
  expect(tab.document.querySelector("[role=status]")?.textContent).toBe("room.pages-opening");
  expect(tab.document.documentElement.lang).toBe(document.documentElement.lang);
  await page.widget.answer();
  const waits = card({ room: "preparing", next: { code: "wait", number: 0 } });
  await page.widget.show(home({ chosen: { ...before, card: waits, room: room({ state: "preparing" }) } }));
  expect(green()).toEqual([]);
  await page.widget.show(home({ chosen: { ...before, room: room({ state: "prepared", facilitator: "http://192.0.2.9:1/?token=t" }) } }));
  expect(tab.location.href).toBe("http://192.0.2.9:1/1_challenge?token=t");
});

test("a page whose preparation is refused is not waited for any more, and its tab goes", async () => {
  const close = vi.fn();
  vi.spyOn(window, "open").mockReturnValue({
    location: { href: "about:blank" },
    document: document.implementation.createHTMLDocument(),
    close,
  } as unknown as Window);
  open(home({ chosen: chosen({ card: card({ next: { code: "write-challenges", number: 0 } }) }) }));
  await page.press("now.write-challenges.go");
  await page.widget.answer({ ok: false, sentence: "Le disque est plein." });
  expect(page.text).toContain("Le disque est plein.");
  expect(green()).toEqual(["now.write-challenges.go"]);
  expect(close).toHaveBeenCalled();
});

test("a closed room shows no code that a phone could scan, and the address it will have", () => {
  open(home({ chosen: chosen() }));
  expect(page.el.querySelector(".wkh-qr")).toBeNull();
  expect(page.text).toContain("192.0.2.1:8866");
});

test("closing the room asks first, with what phones then see", async () => {
  open(home({ chosen: served("lead", { taken: 3 }) }), { "room.close.phones": { one: "un", other: "{number} téléphones" } });
  await page.press("room.close");
  expect(page.text).toContain("3 téléphones");
  expect(document.activeElement?.textContent).toBe("room.close.no");
  expect(page.widget.sent).toEqual([]);
  await page.press("room.close.no");
  expect(document.activeElement?.textContent).toBe("room.close");
  await page.press("room.close");
  await page.press("room.close.yes");
  expect(page.widget.letters).toEqual([["close_room", { workshop: "a" }]]);
});

test("a network that cannot work says why and cannot be chosen; the one in use is marked in words", async () => {
  const vpn = network({ id: "2", name: "Bureau", kind: "vpn", usable: false, why: "vpn", shown: false });
  const hotspot = network({ id: "3", kind: "hotspot", limited: true, shown: false });
  open(home({ chosen: served("lead", { networks: [network(), vpn, hotspot] }) }));
  const [first, second, third] = page.el.querySelectorAll<HTMLInputElement>(".wk-route input");
  expect([first!.checked, second!.disabled, third!.disabled]).toEqual([true, true, false]);
  expect(second!.closest("label")!.textContent).toContain("network.why.vpn");
  expect(first!.closest("label")!.textContent).toContain("network.shown");
  await act(async () => third!.click());
  expect(page.widget.letters).toEqual([["choose_network", { workshop: "a", network: "3" }]]);
});

test("a phone that came through is told with its hour and the way it came; a silent one with what to look at", async () => {
  const words = { "test.passed.how-by": "à {hour} par {by}", clock: "{hours} h {minutes}" };
  const at = new Date(2026, 10, 24, 17, 42).getTime();
  open(home({ chosen: served("lead", { test: { state: "passed", at, by: "Salle", answered: "", reasons: [] } }) }), words);
  expect(page.find(".wkh-passed").textContent).toContain("à 17 h 42 par Salle");
  const silent = { state: "silent" as const, at: null, by: "", answered: "" as const, reasons: ["wifi" as const, "firewall" as const] };
  await page.widget.show(home({ chosen: served("test-again", { test: silent }) }));
  expect(page.text).toContain("now.test-again.wifi");
  expect([...page.el.querySelectorAll(".wkh-reasons li")].map((one) => one.textContent)).toEqual([
    "test.reason.wifi",
    "test.reason.firewall",
  ]);
  expect(green()).toEqual(["now.test-again.go"]);
});

test.each(["full", "door", "closed", "slow", "page"] as const)("a phone that came and has no page is told apart: %s", (answered) => {
  const arrived = { state: "arrived" as const, at: null, by: "Salle", answered, reasons: [] };
  open(home({ chosen: served("lead", { test: arrived }) }));
  expect(page.find(".wkh-passed").textContent).toContain(`test.arrived.${answered}`);
  expect(page.el.querySelector(".wkh-reasons")).toBeNull();
  expect(page.text).toContain("now.lead.arrived");
});

test("the wall is opened for the port that phones come in by", () => {
  const silent = { state: "silent" as const, at: null, by: "", answered: "" as const, reasons: ["firewall-linux" as const] };
  const words = { "test.reason.firewall-linux": "sudo ufw allow {port}/tcp" };
  open(home({ chosen: served("test-again", { test: silent, typed: "[fd00::1]:8823" }) }), words);
  expect(page.find(".wkh-reasons").textContent).toBe("sudo ufw allow 8823/tcp");
});

test("without a network the next thing is to join one, and nothing is to be tried with a phone", () => {
  open(home({ chosen: served("join-network", { join: "", code: [], typed: "", networks: [], no_network: true, reach: "nobody" }) }));
  expect(green()).toEqual([]);
  expect(page.text).toContain("now.join-network");
  expect(page.text).not.toContain("now.test-phone");
});

test("once the address has changed, whoever is in is to scan again; before anybody came nobody is", async () => {
  const entrance = { kept: 2, devices: 2, waiting: 0, slowed: 0, turned: 0 };
  open(home({ chosen: served("lead", { moved: "192.0.2.77", entrance }) }), { "reach.moved": "maintenant {address}" });
  expect(page.text).toContain("maintenant 192.0.2.1");
  await page.widget.show(home({ chosen: served("lead", { moved: "192.0.2.77" }) }));
  expect(page.text).not.toContain("maintenant");
});

test("where the network has no name, one is not asked about it", () => {
  const test_ = { state: "silent" as const, at: null, by: "", answered: "" as const, reasons: ["wifi" as const] };
  open(home({ chosen: served("test-again", { networks: [network({ name: "" })], test: test_ }) }));
  expect(page.text).toContain("now.test-again.network");
});

test("deleting says first what it erases, and keeps the confirmation it was given", async () => {
  open(home({ chosen: chosen() }));
  await page.press("delete");
  expect(page.widget.letters).toEqual([["describe_deletion", { workshop: "a" }]]);
  const described = {
    workshop: "a",
    title: "T",
    path: "",
    people: 53,
    contacts: 31,
    ideas: 0,
    files: 6,
    own_files: 0,
    bytes: 9,
    confirmation: "k",
  };
  await page.widget.answer({ result: described });
  const listed = [...page.el.querySelectorAll(".wkh-sure li")].map((one) => one.textContent);
  expect(listed).toEqual(["delete.people", "delete.contacts", "delete.files"]);
  expect(document.activeElement?.textContent).toBe("delete.no");
  await page.press("delete.yes");
  expect(page.widget.letters.at(-1)).toEqual(["delete_workshop", { workshop: "a", confirmation: "k" }]);
  await page.widget.answer();
  await page.widget.show(home());
  expect(page.find(".wk-saved").textContent).toBe("done.deleted");
});

test("a new workshop without a title says so at its field, and nothing is sent", async () => {
  open(home());
  await page.press("new");
  expect(document.activeElement?.getAttribute("name")).toBe("title");
  await page.press("new.go");
  expect(page.find<HTMLInputElement>("[name=title]").getAttribute("aria-invalid")).toBe("true");
  expect(document.activeElement).toBe(page.find("[name=title]"));
  expect(page.widget.sent).toEqual([]);
  await page.type("Mobilité", "[name=title]");
  await page.type("Sainte-Aure", "[name=territory]");
  await page.press("new.go");
  const asked = { title: "Mobilité", territory: "Sainte-Aure", language: "fr", day: "", hour: "" };
  expect(page.widget.letters).toEqual([["start_workshop", asked]]);
  await page.widget.answer({ result: { workshop: "b" } });
  expect(page.el.querySelector("form")).toBeNull();
});

test("half a day in a new workshop is shown to whoever wrote it, and nothing is made without it", async () => {
  history.replaceState(null, "", "/#new");
  open(home());
  await page.type("Mobilité", "[name=title]");
  await page.type("Sainte-Aure", "[name=territory]");
  const day = page.find<HTMLInputElement>("[type=date]");
  Object.defineProperty(day, "validity", { value: { badInput: true } });
  day.reportValidity = vi.fn(() => false);
  await page.press("new.go");
  expect(page.widget.sent).toEqual([]);
  expect(day.reportValidity).toHaveBeenCalled();
  expect(document.activeElement).toBe(day);
});

test("a refused new workshop keeps what was typed, and says why", async () => {
  history.replaceState(null, "", "/#new");
  open(home());
  await page.type("Mobilité", "[name=title]");
  await page.type("Sainte-Aure", "[name=territory]");
  await page.press("new.go");
  await page.widget.answer({ ok: false, sentence: "Le disque est plein." });
  expect(page.text).toContain("Le disque est plein.");
  expect(page.find<HTMLInputElement>("[name=title]").value).toBe("Mobilité");
});

test("what is taken away is fetched part by part once it is made, and said to be there", async () => {
  const made = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:x");
  const words = { "take.done": "{name}, {size}", "size.kilo": "{number} ko" };
  const shown = (changed: object) => home({ chosen: chosen({ takeaways: [takeaway(changed)] }) });
  open(shown({}), words);
  await page.press("take.contacts.go");
  expect(page.widget.letters).toEqual([["make_takeaway", { workshop: "a", form: "contacts" }]]);
  await page.widget.answer();
  await page.widget.show(shown({ state: "ready", number: 1, name: "contacts.csv", size: 2048 }));
  await page.widget.answer({ result: { name: "contacts.csv", content: btoa("ab"), next: 2, size: 4 } });
  await page.widget.answer({ result: { name: "contacts.csv", content: btoa("cd"), next: null, size: 4 } });
  expect(page.widget.letters.slice(1)).toEqual([
    ["fetch_takeaway", { workshop: "a", form: "contacts", start: 0 }],
    ["fetch_takeaway", { workshop: "a", form: "contacts", start: 2 }],
  ]);
  expect((made.mock.calls[0]![0] as Blob).size).toBe(4);
  expect(page.text).toContain("contacts.csv, 2 ko");
});

test.each([
  [{ condition: "missing", volume: "CLE" }, "!", "state.unplugged"],
  [{ condition: "missing" }, "!", "state.missing"],
  [{ condition: "too-new" }, "!", "state.too-new"],
  [{ condition: "read-only" }, "!", "state.read-only"],
  [{ room: "open", standing: "under-way" }, "●", "state.under-way"],
  [{ room: "open" }, "●", "state.open"],
  [{ standing: "ended", ended_on: "2026-10-08" }, "✓", "state.ended-on"],
  [{ standing: "under-way" }, "◐", "state.paused"],
  [{}, "○", "state.prepared"],
] as const)("a state is a shape and a word: %o", (changed, shape, word) => {
  const shop = card(changed);
  open(home({ workshops: [shop] }));
  expect(page.find(".wkh-state").textContent).toBe(`${shape} ${word}`);
});

test("a refusal comes into sight, wherever the page was scrolled to", async () => {
  const scrolled = vi.fn();
  Element.prototype.scrollIntoView = scrolled;
  open(home({ chosen: chosen() }));
  await page.press("archive");
  expect(scrolled).not.toHaveBeenCalled();
  await page.widget.answer({ ok: false, sentence: "Fermez d’abord JupyterLab." });
  expect(scrolled.mock.contexts.map((one) => (one as Element).textContent)).toEqual([expect.stringContaining("Fermez d’abord")]);
});

test("a full disk is a banner above the workshop it holds", () => {
  open(home({ chosen: { ...served("lead"), disk_full: true } }));
  expect(page.find(".wkh-bad[role=alert]").textContent).toBe("disk-fulldisk-full.how");
});

test("what is tried again and fails for the same reason says that it was tried, how often and when", async () => {
  const failed = home({ chosen: chosen({ card: card({ next: { code: "see-why", number: 0 } }), room: room({ state: "failed" }) }) });
  open(failed, { "now.tried": { one: "essayé à {hour}", other: "essayé {number} fois" }, clock: "{hours} h {minutes}" });
  await page.press("now.see-why.go");
  await page.widget.answer();
  await vi.waitFor(() => expect(page.text).toMatch(/essayé à \d+ h \d\d/));
  await page.press("now.see-why.go");
  await page.widget.answer();
  await vi.waitFor(() => expect(page.text).toContain("essayé 2 fois"));
  await page.widget.show(home({ chosen: served("lead") }));
  expect(page.text).not.toContain("essayé");
});

test("a workshop in the list is looked at by one press, and marked", async () => {
  const [first, second] = [card(), card({ id: "b", title: "Mobilité" })];
  open(home({ workshops: [first, second], chosen: chosen({ card: first }) }));
  await page.press("Mobilité");
  expect(page.widget.letters).toEqual([["look_at_workshop", { workshop: "b" }]]);
  await page.widget.show(home({ workshops: [first, second], chosen: chosen({ card: second }) }));
  expect(page.find("[aria-current=true]").textContent).toContain("Mobilité");
  expect(page.find("h1").textContent).toBe("Mobilité");
});

test.each([
  ["2026-11-24", 0, "day.today"],
  ["2026-11-25", 1, "day.tomorrow"],
  ["2026-12-03", 9, "jeudi 3\u00a0décembre"],
  ["2026-10-01", -54, "1er\u00a0octobre"],
  ["2025-10-08", -412, "8\u00a0octobre 2025"],
])("a day is said as one says it: %s", (day, days_away, said) => {
  open(home({ workshops: [card({ territory: "", day, days_away, hour: "" })] }));
  expect(page.find(".wkh-shop .wkh-quiet").textContent).toBe(said);
});

test("a folder is walked through, and a workshop found there is opened", async () => {
  open(home());
  await page.press("open");
  const here = { path: "/d", name: "Documents", trail: [], starts: [], is_workshop: false, readable: true, cut: false };
  const entries = [
    { name: "Clé", path: "/k", kind: "folder" },
    { name: "Atelier", path: "/d/a", kind: "workshop" },
  ];
  await page.widget.answer({ result: { ...here, entries } });
  await page.press("places.open");
  expect(page.widget.letters).toEqual([
    ["list_place", { path: "" }],
    ["open_folder", { path: "/d/a" }],
  ]);
});

test("a workshop's own folder is no place where there is none", async () => {
  const here = { path: "/d/a", name: "Atelier", trail: [], starts: [], readable: true, cut: false, entries: [] };
  open(home());
  await page.press("open");
  await page.widget.answer({ result: { ...here, is_workshop: true } });
  expect(page.text).toContain("places.open-this");
  expect(page.text).not.toContain("places.empty");
});

test("a program that has ended says so, and asks for nothing any more", () => {
  open(home({ connected: false }));
  expect(page.find(".wkh-ended").textContent).toContain("ended");
  expect(page.el.querySelector("button")).toBeNull();
});

test.each(["answered", "cut off"])("asked to quit, the page says that all is closed: %s", async (how) => {
  open(home());
  await page.press("quit");
  expect(page.widget.sent).toEqual([]);
  await page.press("quit.yes");
  expect(page.widget.letters).toEqual([["end_kit", { with_rooms: false }]]);
  if (how === "answered") await page.widget.answer();
  else await act(async () => void window.dispatchEvent(new CustomEvent("room:connection", { detail: { state: "lost" } })));
  expect(page.find("h1").textContent).toBe("ended.title");
});

test("while a room is open, to quit says what is cut off", async () => {
  open(home({ busy: "a" }));
  await page.press("quit");
  expect(page.text).toContain("quit.room-open");
  await page.press("quit.with-room");
  expect(page.widget.letters).toEqual([["end_kit", { with_rooms: true }]]);
});

test("the check-up begins when it is opened, and what is missing comes with its remedy", async () => {
  history.replaceState(null, "", "/#checkup");
  page = new Mounted(CheckupPanel, new FakeWidget({ state: "none", at: null, good: false, icon: false, findings: [] }));
  expect(page.widget.letters).toEqual([["check_up", {}]]);
  const missing = { code: "fonts", name: "Polices", value: "", kind: "paper", state: "missing", remedy: "Réinstallez." };
  await page.widget.show({ state: "done", at: 0, good: false, icon: false, findings: [missing] });
  expect(page.find(".wkh-missing").textContent).toContain("Réinstallez.");
  expect(page.find("[role=status]").textContent).toContain("bad");
});

test("a room that closed because its stick went says so, and is opened again by the green button", async () => {
  const shown = chosen({
    card: card({ room: "pulled-out", next: { code: "see-why", number: 0 } }),
    room: room({ state: "pulled-out", failure: "Remettez la clé." }),
  });
  open(home({ chosen: shown }));
  expect(page.text).toContain("room.pulled-out");
  expect(page.text).not.toContain("failed");
  expect(page.text).not.toContain("Remettez la clé.");
  await page.press("now.see-why.go-again");
  expect(page.widget.letters).toEqual([["open_room", { workshop: "a" }]]);
});

test("who archived every workshop is not told to have none yet", () => {
  open(home({ archived: [card({ archived: true })] }));
  expect(page.text).not.toContain("first");
  expect(page.text).toContain("choose.archived");
});

test("a reload finds the chosen workshop again, by the address", async () => {
  open(home({ chosen: chosen() }));
  expect(location.hash).toBe("#at-a");
  page.leave();
  open(home({ workshops: [card()] }));
  expect(page.widget.letters).toEqual([["look_at_workshop", { workshop: "a" }]]);
});

test("volunteers known from a list are counted, on the card and beside the title", () => {
  const people = { invited: 0, expected: 0, unanswered: 0, volunteers: 37, came: 0, here: 0, reachable: 0 };
  open(home({ chosen: chosen({ card: card({ people }) }) }), { "people.volunteers": { one: "un", other: "{number} bénévoles" } });
  expect(page.text.split("37 bénévoles").length).toBe(3);
});

test("a copy is proposed under a title that tells it from its origin, and the opened sample says what it is", async () => {
  open(home({ chosen: chosen({ card: card({ sample: true }) }) }), { "copy.title": "{title} (copie)" });
  expect(page.text).toContain("sample.mark");
  await page.press("copy");
  await page.press("copy.go");
  expect(page.widget.letters).toEqual([["copy_workshop", { workshop: "a", title: "Personne ne reste seul (copie)" }]]);
});

test("the icon is put on the desktop by one press, and taken away by one where it is there", async () => {
  history.replaceState(null, "", "#checkup");
  const shown = (icon: boolean) => ({ state: "done", at: 0, good: true, icon, findings: [] });
  page = new Mounted(CheckupPanel, new FakeWidget(shown(false)));
  await page.press("icon.make");
  await page.widget.answer();
  await page.widget.show(shown(true));
  expect(page.text).toContain("icon.there");
  await page.press("icon.remove");
  expect(page.widget.letters).toEqual([
    ["make_shortcut", {}],
    ["remove_shortcut", {}],
  ]);
});

test("the tables are a quieter way beside the three, and say what they hold about people", async () => {
  const ways = [takeaway(), takeaway({ form: "workbook" }), takeaway({ form: "folder" }), takeaway({ form: "tables" })];
  open(home({ chosen: chosen({ takeaways: ways }) }));
  expect(page.el.querySelectorAll(".wkh-take > li").length).toBe(3);
  expect(page.find(".wkh-tables").textContent).toContain("take.tables.people");
  await page.press("take.tables.go");
  expect(page.widget.letters).toEqual([["make_takeaway", { workshop: "a", form: "tables" }]]);
});

test("the number of seats is changed while the room is closed, and not while phones are in", async () => {
  open(home({ chosen: chosen() }));
  await page.press("seats.change");
  await page.type("320", "[type=number]");
  await page.press("save");
  expect(page.widget.letters).toEqual([["set_seats", { workshop: "a", seats: 320 }]]);
  page.leave();
  open(home({ chosen: served("lead", { taken: 3 }) }));
  expect(page.text).not.toContain("seats.change");
  expect(page.text).toContain("seats.close-first");
  await page.widget.show(home({ chosen: served("lead", { taken: 200 }) }));
  expect(page.text).toContain("seats.full");
  await page.widget.show(home({ chosen: served("lead", { taken: 3, state: "prepared" }) }));
  expect(page.text).toContain("seats.close-pages-first");
});

test.each([
  ["open", "away.close-first"],
  ["prepared", "away.close-pages-first"],
] as const)("what cannot be done in a served workshop says how it can: %s", (state, said) => {
  open(home({ chosen: { ...served("lead", { state }), may_delete: false } }));
  expect(page.text).toContain(said);
  expect(page.text).not.toContain("backups");
});

test("an open room says who holds its seats, who waits, what was held back, and leads to the door", async () => {
  const entrance = { kept: 2, devices: 3, waiting: 1, slowed: 4, turned: 5 };
  open(home({ chosen: served("lead", { taken: 3, entrance }) }), {
    "seats.taken": "{number} taken.",
    "seats.devices": "by {number}",
    "seats.kept": "{number} joined",
    "seats.waiting": "{number} waits.",
    "seats.held": "{number} held back.",
  });
  expect(page.text).toContain("3 taken by 3, 2 joined. 1 waits. 9 held back.");
  await page.widget.show(home({ chosen: served("lead", { taken: 30, entrance: { ...entrance, devices: 1 } }) }));
  expect(page.text).toContain("30 taken by 1 seats.alike, 2 joined.");
  expect(page.find<HTMLAnchorElement>('a[href*="/room"]').textContent).toContain("seats.look");
  expect(page.find<HTMLAnchorElement>('a[href*="/room"]').hash).toBe("#door");
  page.leave();
  open(home({ chosen: served("lead", { taken: 0 }) }));
  expect(page.text).not.toContain("seats.devices");
});

test("the words of the door stand below the address", () => {
  open(home({ chosen: served("lead", { door: "tilleul cuivre matin loutre" }) }));
  expect(page.text).toContain("code.door tilleul cuivre matin loutre");
});

test("who opens the notebooks is told that they open, where they are, and may close them here", async () => {
  const shown = (state: NotebooksPanel["state"], sentence = "") =>
    home({ chosen: chosen({ notebooks: { state, sentence, strangers: [], strange: "" } }) });
  open(shown("closed"));
  await page.press("notebooks");
  expect(page.widget.letters).toEqual([["open_notebooks", { workshop: "a" }]]);
  await page.widget.answer();
  await page.widget.show(shown("opening"));
  expect(page.text).toContain("notebooks.opening");
  await page.widget.show(shown("open"));
  await page.press("notebooks.close");
  expect(page.widget.letters[1]).toEqual(["close_notebooks", { workshop: "a" }]);
  await page.widget.show(shown("failed", "JupyterLab s’est arrêté."));
  expect(page.text).toContain("JupyterLab s’est arrêté.");
});

test.each([
  ["notebooks.trust", "trust_notebooks", "done.trusted"],
  ["notebooks.aside", "set_notebooks_aside", "done.aside"],
])("notebooks that came with a folder are asked about, and the answer is about these: %s", async (word, intention, said) => {
  const strange: NotebooksPanel = { state: "closed", sentence: "", strangers: ["participant.ipynb"], strange: "d1" };
  open(home({ chosen: chosen({ notebooks: strange }) }), { "notebooks.strange.names": "Venus avec le dossier : {names}" });
  expect(page.text).toContain("participant.ipynb");
  await page.press(word);
  expect(page.widget.letters).toEqual([[intention, { workshop: "a", digest: "d1" }]]);
  await page.widget.answer();
  expect(page.text).toContain(said);
});

test("an address that nobody can come in by is no code, and one that took another's place says so and may stay", async () => {
  open(home({ chosen: served("lead", { join: "", code: [], typed: "", networks: [], no_network: true, reach: "nobody" }) }));
  expect(page.el.querySelector(".wkh-qr")).toBeNull();
  expect(page.text).toContain("reach.nobody");
  await page.widget.show(home({ chosen: served("lead", { networks: [network()], reach: "fell-back", missed: "Salle" }) }));
  expect(page.text).toContain("reach.fell-back");
  await page.press("reach.keep");
  expect(page.widget.letters).toEqual([["choose_network", { workshop: "a", network: network().id }]]);
});

const backup = (more: Partial<BackupTold> = {}): BackupTold => ({
  ...{ name: "20261123T120000Z.db", at: new Date(2026, 10, 23, 20, 32, 47).getTime(), kind: "plain", ahead: false },
  ...{ state: "good", title: "A", readable: true, phase: "work", people: 9, ideas: 21, ...more },
});
const HELD = {
  "backups.people": { one: "{number} p", other: "{number} p" },
  "backups.ideas": { one: "{number} i", other: "{number} i" },
  "backups.holds": "{people}, {ideas}, {phase}",
  "backups.now": "il y a {people}, {ideas}",
  "backups.fewer": "{people}, {ideas} contre {people_now}, {ideas_now}",
  "backups.when": "{day} à {hour}",
  "backups.when-seconds": "{day} à {hour} et {seconds} s",
  clock: "{hours} h {minutes}",
};

test("backups are called by day and hour as elsewhere, by the second only where two would be called the same", async () => {
  open(home({ chosen: chosen() }), HELD);
  await page.press("backups");
  const ahead = backup({ name: "b", at: new Date(2029, 0, 1, 9, 5).getTime(), ahead: true });
  const damaged = backup({ name: "c", at: backup().at - 3_600_000, kind: "replaced", readable: false });
  await page.widget.answer({ result: { backups: [backup(), damaged, ahead], people: 12, ideas: 30 } });
  const [first, second, third] = [...page.el.querySelectorAll("#wkh-backups ~ ul li")].map((one) => one.textContent);
  expect(first).toMatch(/^23\u00a0novembre 2026 à 20 h 32 9 p/);
  expect(second).toContain("backups.damaged · backups.replaced");
  expect(third).toContain("backups.ahead");
  page.leave();
  open(home({ chosen: chosen() }), HELD);
  await page.press("backups");
  const twin = backup({ name: "d", at: backup().at - 40_000, kind: "replaced" });
  await page.widget.answer({ result: { backups: [backup(), twin], people: 0, ideas: 0 } });
  expect(page.text).toContain("20 h 32 et 47 s");
  expect(page.text).toContain("20 h 32 et 7 s");
});

test("what was done comes into sight with the focus, wherever the page was scrolled to", async () => {
  const scrolled = vi.fn();
  HTMLElement.prototype.scrollIntoView = scrolled;
  open(home({ chosen: chosen() }), HELD);
  await page.press("backups");
  await page.widget.answer({ result: { backups: [backup()], people: 12, ideas: 30 } });
  await page.press("backups.go");
  await page.press("backups.yes");
  await page.widget.answer();
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe("done.restored"));
  expect(scrolled.mock.contexts.at(-1)).toBe(document.activeElement);
});

test("a backup is put back after a question, which says that what stands there is kept", async () => {
  open(home({ chosen: chosen() }), HELD);
  await page.press("backups");
  expect(page.widget.letters).toEqual([["list_backups", { workshop: "a" }]]);
  expect(document.activeElement?.textContent).toBe("backups");
  await page.widget.answer({ result: { backups: [backup()], people: 12, ideas: 30 } });
  expect(page.text).toContain("il y a 12 p, 30 i");
  expect(page.text).toContain("9 p, 21 i, backups.phase.work");
  await page.press("backups.go");
  expect(page.text).toContain("9 p, 21 i contre 12 p, 30 i");
  expect(page.text).toContain("backups.how");
  await page.press("backups.yes");
  expect(page.widget.letters.at(-1)).toEqual(["restore_backup", { workshop: "a", name: "20261123T120000Z.db", other: false }]);
  await page.widget.answer({ result: { remembers: false } });
  expect(page.text).toContain("done.restored-unremembered");
});

test("another workshop's backup is named and needs a second yes; what cannot be put back has no button", async () => {
  open(home({ chosen: chosen() }));
  await page.press("backups");
  const told = (state: string, name: string) => ({ name, at: 1_795_435_200_000, kind: "plain", state, title: "Fête du pain" });
  await page.widget.answer({ result: { backups: [told("other", "one.db"), told("damaged", "two.db"), told("newer", "three.db")] } });
  for (const state of ["other", "damaged", "newer"]) expect(page.text).toContain(`backups.mark.${state}`);
  expect(page.text.split("backups.go")).toHaveLength(2);
  await page.press("backups.go");
  await page.press("backups.yes");
  expect(page.widget.letters).toHaveLength(1);
  expect(page.text).toContain("backups.other.how");
  await page.press("backups.other.yes");
  expect(page.widget.letters.at(-1)).toEqual(["restore_backup", { workshop: "a", name: "one.db", other: true }]);
});

test("a check says in sentences what is well, what was mended and what is left to do", async () => {
  open(home({ chosen: chosen() }));
  await page.press("folder-check");
  expect(page.widget.letters).toEqual([["check_folder", { workshop: "a" }]]);
  expect(page.text).toContain("folder-check.doing");
  const found = [
    { state: "good", sentence: "Le fichier est entier." },
    { state: "warning", sentence: "L’horloge est en avance." },
  ];
  await page.widget.answer({ result: { whole: true, found } });
  expect(page.text).toContain("folder-check.whole");
  expect(page.text).toContain("folder-check.warning. L’horloge est en avance.");
  expect(page.text).not.toContain("folder-check.good");
  await page.press("folder-check.close");
  expect(page.text).not.toContain("folder-check.whole");
});

test.each([false, true])("the notice of an erasure says the computer's date and the last activity: doubtful %s", (doubtful) => {
  const says = "{today} / {last}";
  const coming = { day: "2029-12-08", due: true, doubtful, last: "2026-11-24" };
  open(home({ today: "2029-12-01", chosen: chosen({ coming }) }), { coming: says, "coming.doubtful": says });
  expect(page.text).toContain("1er\u00a0décembre 2029 / 24\u00a0novembre 2026");
});

test("contacts that are past their day are said to be there, and not to be taken away", () => {
  open(home({ chosen: chosen({ takeaways: [takeaway({ people: 1, past: true })] }) }));
  expect(page.text).toContain("take.contacts.past");
  expect(page.text).not.toContain("take.contacts.none");
});

test("an erasure by date is announced, and done at once only after a question", async () => {
  open(home({ chosen: chosen({ coming: { day: "2027-01-31", due: true, doubtful: false, last: "2026-11-24" } }) }));
  expect(page.text).toContain("coming");
  await page.press("coming.erase");
  await page.press("coming.yes");
  expect(page.widget.letters).toEqual([["erase_due", { workshop: "a" }]]);
});
