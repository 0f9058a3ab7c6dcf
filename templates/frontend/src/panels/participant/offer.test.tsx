import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeWidget, Mounted } from "../kit/stage";
import { Offer } from "./offer";

const none = { visible: true, challenges: [], organiser: "la mairie", purpose: "me recontacter", retention: "le 1er mars", offer: null };
const given = {
  ...none,
  offer: {
    name: "Ana",
    email: "ana@example.org",
    phone: "",
    challenges: [],
    may_show_name: false,
    consented_on: "le 1er mai",
    purpose: "",
  },
};

let page: Mounted;
const said = () => page.find(".wk-foot [role=status], .wk-foot [role=alert]").textContent;

beforeEach(() => {
  localStorage.clear();
  page = new Mounted(Offer, new FakeWidget(none));
});

afterEach(() => page.leave());

const fillIn = async () => {
  await page.fill("name", "Ana");
  await page.fill("email", "ana@example.org");
  await act(async () => page.find<HTMLInputElement>("[name=consent]").click());
};

test("what is missing is said beforehand, and the button leads to it without sending anything", async () => {
  expect(page.text).toContain("missing");
  await page.fill("name", "Ana");
  await page.press("go");
  expect(page.widget.sent).toEqual([]);
  expect(document.activeElement?.getAttribute("name")).toBe("email");
});

test("who has no name to give is led to the name first", async () => {
  await page.press("go");
  expect(document.activeElement?.getAttribute("name")).toBe("name");
});

test("an offer that is withdrawn is said to be, though the form is back before the answer", async () => {
  await fillIn();
  await page.press("go");
  await page.widget.show(given);
  await page.widget.answer();
  expect(said()).toBe("saved");
  await page.press("withdraw");
  await page.press("withdraw-yes");
  expect(said()).toBe("");
  await page.widget.show(none);
  expect(said()).toBe("");
  await page.widget.answer();
  expect(said()).toBe("withdrawn");
});

test("a page that shows what is gone offers to be loaded again, until the next answer", async () => {
  await fillIn();
  await page.press("go");
  await page.widget.answer({ ok: false, sentence: "gone", reload: true });
  expect(said()).toBe("gonereload");
  await page.press("go");
  await page.widget.answer({ ok: false, sentence: "no consent" });
  expect(said()).toBe("no consent");
});
