/** Writing a mission: what is typed is kept until it is saved, what is refused is said at its entry, what is saved is seen. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BookedMission, MissionBookModel } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { MissionsPanel } from "./missions";

const mission = (id: string, title: string): BookedMission => ({
  ...{ id, title, concealed: false, places: 2, filled: 0, waiting: 0, min_competence: 0, sector: "", idea: "" },
  ...{ owner: "", first_date: "", next_step: "", day: "", accepted: [], people: [], unfilled: [], unfilled_all: [] },
  ...{ min_places: 0, importance: 2, last_date: "", begins: "", finishes: "", days: [], car: false, language: "" },
  ...{ when: "", helps: "", could: [] },
});
const model: MissionBookModel = {
  ...{ current: "home", sectors: [], declined: [], proposed: false, pending: 0, filled: 0, waiting: 0, places: 4 },
  ...{ rule: { competence: 1, interest: 1 }, undo: null, redo: null, trial: null, removed: [], lonely: [] },
  ...{ unassigned: [], said_no: [], placed: [], asked: {} },
  solving: { state: "none", what: "propose", share: 0, sentence: "", written: "" },
  challenges: [{ id: "home", number: 1, stake: "Logement", statement: "Un toit.", missions: [mission("rounds", "Tour de garde")] }],
};
const words = { added: "added {mission}" };

let page: Mounted;
const open = () => {
  page = new Mounted(MissionsPanel, new FakeWidget(model, { words }));
};
const TITLE = ".wkf-mission-form input[type=text]";
const title = () => page.find<HTMLInputElement>(TITLE).value;
const withNew = (id: string): MissionBookModel => ({
  ...model,
  challenges: [{ ...model.challenges[0]!, missions: [...model.challenges[0]!.missions, mission(id, "Portage")] }],
});

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test("a mission that is being typed is there again after another page was looked at", async () => {
  open();
  await page.press("add");
  await page.type("Portage", TITLE);
  page.leave();
  open();
  expect(title()).toBe("Portage");
  expect(page.text).toContain("draft");
});

test("what was being changed of a mission is there again, and is forgotten once it is left", async () => {
  open();
  await page.press("edit");
  await page.type("Ronde", TITLE);
  page.leave();
  open();
  expect(title()).toBe("Ronde");
  await page.press("cancel");
  expect(page.el.querySelector(".wkf-mission-form")).toBeNull();
  expect((document.activeElement as HTMLElement).dataset.mission).toBe("rounds");
  page.leave();
  open();
  expect(page.el.querySelector(".wkf-mission-form")).toBeNull();
});

test("a mission that was saved has the focus and a sentence, and is typed no more", async () => {
  open();
  await page.press("add");
  await page.type("Portage", TITLE);
  await page.press("save");
  await page.widget.show(withNew("new"));
  await page.widget.answer({ result: { id: "new" } });
  expect(page.el.querySelector(".wkf-mission-form")).toBeNull();
  expect(page.text).toContain("added Portage");
  await vi.waitFor(() => expect((document.activeElement as HTMLElement).dataset.mission).toBe("new"));
  await page.press("add");
  expect([title(), page.text.includes("added Portage")]).toEqual(["", false]);
});

test.each(["places", "min_places", "title", "last_date", "owner"])(
  "what is refused of %s is said at it, and takes the focus",
  async (field) => {
    open();
    await page.press("add");
    await page.press("save");
    await page.widget.answer({ ok: false, sentence: "Pas ainsi.", field });
    const wrong = page.el.querySelectorAll<HTMLInputElement>("[aria-invalid=true]");
    expect(wrong).toHaveLength(1);
    expect(document.activeElement).toBe(wrong[0]);
    const reasons = wrong[0]!.getAttribute("aria-describedby")!.split(" ");
    expect(document.getElementById(reasons[0]!)?.textContent).toBe("Pas ainsi.");
    expect(page.el.querySelectorAll(".wk-refused")).toHaveLength(1);
    expect(wrong[0]!.closest("details")?.open ?? true).toBe(true);
    await act(async () => {
      wrong[0]!.value = wrong[0]!.type === "number" ? "3" : wrong[0]!.type === "date" ? "2026-12-09" : "Autre";
      wrong[0]!.dispatchEvent(new Event("input", { bubbles: true }));
    });
    expect(page.el.querySelector(".wkf-mission-form [aria-invalid]")).toBeNull();
  },
);

test("a mission that is not added after all leaves the focus where it was asked for", async () => {
  open();
  await page.press("add");
  page.find<HTMLInputElement>(TITLE).focus();
  await page.press("cancel");
  expect(document.activeElement?.getAttribute("aria-label")).toBe("add, label");
});

test("what is refused as a whole is said above the buttons, and what was typed is kept", async () => {
  open();
  await page.press("add");
  await page.type("Portage", TITLE);
  await page.press("save");
  await page.widget.answer({ ok: false, sentence: "Plus tard." });
  expect(page.text).toContain("Plus tard.");
  page.leave();
  open();
  expect(title()).toBe("Portage");
});
