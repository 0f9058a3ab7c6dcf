/** The personal code of a seat: read by its person alone, told in the strip, and given up where somebody else came with it. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SeatModel } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Seat } from "./seat";

const words = {
  code: "Code {code}",
  "code-lost": "tapez {code}",
  returned: "à {hour}",
  clock: "{hours} h {minutes}",
  "put-out": "parti, {code}",
};
const seat = (more: Partial<SeatModel> = {}): SeatModel => ({
  title: "Atelier",
  pseudonym: "Odette",
  moment: "welcome",
  phase: "welcome",
  current: null,
  challenges: [],
  timer: null,
  joined: null,
  code: "K7P-4MX",
  returned: null,
  slip: false,
  table: null,
  ...more,
});
const AT = new Date(2026, 10, 24, 20, 14).getTime();

let page: Mounted;
const open = (model: SeatModel) => {
  page = new Mounted(Seat, new FakeWidget(model, { words }));
};

beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  page.leave();
});

test("the code waits behind one's pseudonym, and in the strip for when the connection is lost", () => {
  open(seat());
  const own = page.find<HTMLDetailsElement>(".wk-own-code");
  expect(own.open).toBe(false);
  expect(own.querySelector("summary")!.textContent).toBe("Odette");
  expect(own.textContent).toContain("Code K7P-4MX");
  expect(document.body.dataset.note).toBe("tapez K7P-4MX");
});

test("a newcomer has none, and one that was given up is told nowhere", async () => {
  open(seat({ pseudonym: null, code: "" }));
  expect(page.el.querySelector(".wk-own-code")).toBeNull();
  expect(document.body.dataset.note ?? "").toBe("");
  await page.widget.show(seat());
  await page.widget.show(seat({ pseudonym: null, code: "" }));
  expect(document.body.dataset.note ?? "").toBe("");
});

test("another device in one's seat is told until one says that it is oneself", async () => {
  page = new Mounted(Seat, new FakeWidget(seat({ returned: AT }), { words, lang: "en" }));
  expect(page.text).toContain("à 20:14"); // twenty-four hours, as everywhere
  page.leave();
  open(seat({ returned: AT }));
  expect(page.text).toContain("à 20:14");
  await page.press("returned-me");
  expect(page.text).not.toContain("à 20:14");
  page.leave();
  open(seat({ returned: AT }));
  expect(page.text).not.toContain("à 20:14");
  await page.widget.show(seat({ returned: AT + 60_000 }));
  expect(page.text).toContain("à 20:15");
});

test("one that is somebody else's is put out with one press, and one reads one's new code", async () => {
  open(seat({ returned: AT }));
  await page.press("returned-other");
  const at = page.widget.letters.findIndex(([name]) => name === "put_others_out");
  await page.widget.answer({}, at);
  await page.widget.show(seat({ code: "AAA-222" }));
  expect(page.text).toContain("Code AAA-222");
  expect(page.text).not.toContain("à 20:14");
  expect(document.body.dataset.note).toBe("tapez AAA-222");
});
