/** Whether a challenge is clear, said before the workshop: nothing that was chosen or typed is lost on the way. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Clearness } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { ReadBeforehand } from "./index";

const asked = (clearness: Clearness | null = null, remark = "") => ({
  helping: "clarity",
  said: { send: "send", change: "change", sent: "sent", choose: "choose", leave: "leave" },
  let_in: true,
  sentences: [{ challenge: "c1", phrasing: 1, stake: "Logement", statement: "Plus personne ne dort dehors.", clearness, remark }],
});
let page: Mounted;
const open = (model: object) => {
  page = new Mounted(ReadBeforehand, new FakeWidget(model));
};
const choose = (one: Clearness) => act(async () => page.find<HTMLInputElement>(`input[value=${one}]`).click());
const chosen = () => page.el.querySelector<HTMLInputElement>("input:checked")?.value;
const remark = () => page.find<HTMLTextAreaElement>("textarea").value;
const drafts = () => Object.keys(localStorage).filter((key) => key.includes(":draft:"));

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test("what is chosen and typed stands there again when the page is loaded anew, and goes once it is said", async () => {
  open(asked());
  await choose("not");
  await page.type("Où ?");
  page.leave();
  open(asked());
  expect([chosen(), remark()]).toEqual(["not", "Où ?"]);
  await page.press("send");
  expect(page.widget.letters).toEqual([["rate_clarity", { challenge: "c1", phrasing: 1, clearness: "not", remark: "Où ?" }]]);
  await page.widget.answer();
  expect([chosen(), remark()]).toEqual(["not", "Où ?"]);
  await page.widget.show(asked("not", "Où ?"));
  expect([chosen(), remark(), page.text.includes("sent")]).toEqual(["not", "Où ?", true]);
  expect(drafts()).toEqual([]);
});

test("an answer that arrives after the page was loaded anew is shown in its field, and may be changed", async () => {
  open(asked());
  await page.widget.show(asked("not", "Où ?"));
  expect([chosen(), remark()]).toEqual(["not", "Où ?"]);
  await choose("very");
  await page.type("");
  await page.press("change");
  expect(page.widget.letters.at(-1)?.[1]).toMatchObject({ clearness: "very", remark: "" });
});

test("who stops reading leaves nothing of it on the device", async () => {
  open(asked());
  await choose("not");
  await page.type("Où ?");
  await page.press("leave");
  expect(drafts()).toEqual([]);
});

test("a space that is typed after what was said stays, and what was said already leaves nothing on the device", async () => {
  open(asked("not", "Où ?"));
  await page.type("Où ? I");
  await page.type("Où ? ");
  expect(remark()).toBe("Où ? ");
  await page.press("leave");
  await choose("not");
  expect(drafts()).toEqual([]);
});

test("the last answer takes the form away and leaves nothing on the device; a refused one is kept", async () => {
  open(asked());
  await choose("not");
  await page.press("send");
  await page.widget.answer({ ok: false, sentence: "Non." });
  expect(drafts()).toHaveLength(1);
  await page.press("send");
  await page.widget.show({ ...asked(), sentences: [] });
  await page.widget.answer();
  expect(drafts()).toEqual([]);
});
