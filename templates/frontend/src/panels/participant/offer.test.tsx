/** An answer a challenge: a no is stored at once, a yes leads to how to be reached, and nobody is asked twice. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OfferModel } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Offer, openOffer } from "./offer";

const challenge = (id: string, number: number, declined = false) => ({
  ...{ id, number, declined },
  stake: id.toUpperCase(),
  statement: `Comment ${id} ?`,
});
const none: OfferModel = {
  visible: true,
  late: false,
  challenges: [challenge("a", 1), challenge("b", 2), challenge("c", 4)],
  organiser: "la mairie",
  purpose: "me recontacter",
  retention: "le 1er mars",
  offer: null,
  elsewhere: false,
  may_ask: false,
};
const offer = {
  name: "Ana",
  email: "ana@example.org",
  phone: "",
  may_show_name: false,
  consented_on: "le 1er mai",
  purpose: "",
  concealed: false,
};
const given = (...challenges: string[]) => ({ ...none, offer: { ...offer, challenges } });
const declining = (...ids: string[]) => none.challenges.map((one) => ({ ...one, declined: ids.includes(one.id) }));
const WORDS = {
  left: { one: "{number} left", other: "{number} left" },
  next: "on to {number} {stake}",
  "reach-lead": "yes to {stakes}",
};

let page: Mounted;
const mount = (model: OfferModel = none) => {
  page = new Mounted(Offer, new FakeWidget(model, { words: WORDS }));
};
const said = () => page.find(".wk-foot [role=status], .wk-foot [role=alert]").textContent;
const here = () => page.el.querySelector(".wk-challenge p")?.textContent;
const green = () => page.el.querySelector(".wk-foot .wk-go:not(.wk-second)")?.textContent?.trim();
const touch = (value: "yes" | "no") => act(async () => page.find<HTMLInputElement>(`.wk-willing [value=${value}]`).click());

/** Say no to the challenge on the page, and let the store answer as it does: the read model first. */
const decline = async (...ids: string[]) => {
  await touch("no");
  await page.widget.show({ ...none, challenges: declining(...ids) });
  await page.widget.answer();
};

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
});

afterEach(() => {
  page.leave();
  vi.restoreAllMocks();
});

const fillIn = async () => {
  await page.fill("name", "Ana");
  await page.fill("email", "ana@example.org");
  await act(async () => page.find<HTMLInputElement>("[name=consent]").click());
};
const sayYesToAll = async () => {
  await page.press("all-yes");
};

test("the page asks about one challenge at a time, the first without an answer, and says how many are left", () => {
  mount({ ...none, challenges: declining("a") });
  expect(here()).toBe("Comment b ?");
  expect(page.text).toContain("2 left");
  expect(page.el.querySelectorAll("input:checked").length).toBe(0);
  expect(green()).toBeUndefined();
});

test("a no is stored at once without any contact detail, and the green button leads to the next without an answer", async () => {
  mount();
  await decline("a");
  expect(page.widget.letters).toEqual([["answer_offer", { challenges: ["a"], willing: false }]]);
  expect(said()).toBe("saved-no");
  expect(green()).toContain("on to 2 B");
  await page.press("on to 2 B");
  expect(here()).toBe("Comment b ?");
});

test("a no is not said to be stored before it is", async () => {
  mount();
  await touch("no");
  expect(page.find<HTMLInputElement>(".wk-willing [value=no]").checked).toBe(true);
  expect(said()).toBe("");
});

test("a yes waits on the phone alone, and is there again after a reload, which goes on with the first unanswered", async () => {
  mount();
  await touch("yes");
  expect(page.widget.sent).toEqual([]);
  page.leave();
  mount();
  expect(here()).toBe("Comment b ?");
  await page.press("A");
  expect(page.find<HTMLInputElement>(".wk-willing [value=yes]").checked).toBe(true);
});

test("once all are answered the green button leads to how to be reached, and the offer names the yeses alone", async () => {
  mount();
  await touch("yes");
  await page.press("on to 2 B");
  await decline("b");
  await page.press("on to 4 C");
  await touch("yes");
  expect(green()).toContain("to-reach");
  await page.press("to-reach");
  expect(page.text).toContain("yes to A, C");
  expect(page.find<HTMLInputElement>("[name=consent]").checked).toBe(false);
  await fillIn();
  await page.press("go");
  expect(page.widget.letters.at(-1)).toMatchObject(["offer_help", { challenges: ["a", "c"], consent: true }]);
});

test("any is offered by one gesture, and names those that were asked about, and read", async () => {
  mount();
  await sayYesToAll();
  expect(page.text).toContain("reach-title");
  expect(page.text).toContain("yes to A, B, C");
  await fillIn();
  await page.press("go");
  expect(page.widget.letters).toMatchObject([["offer_help", { challenges: ["a", "b", "c"], name: "Ana" }]]);
});

test("a challenge that is asked about only after a yes to any has no answer yet", async () => {
  mount();
  await sayYesToAll();
  await page.widget.show({ ...none, challenges: [...none.challenges, challenge("d", 5)] });
  expect(here()).toBe("Comment d ?");
});

test("who says no everywhere is thanked, and no field asks for anything", async () => {
  mount();
  await page.press("all-no");
  expect(page.widget.letters).toEqual([["answer_offer", { challenges: ["a", "b", "c"], willing: false }]]);
  await page.widget.show({ ...none, challenges: declining("a", "b", "c") });
  await page.widget.answer();
  expect(page.text).toContain("declined-title");
  expect(page.el.querySelectorAll("input").length).toBe(0);
  expect(green()).toBeUndefined();
});

test("the last no of several thanks by itself, and a no can be changed from the list", async () => {
  mount({ ...none, challenges: declining("a", "b") });
  await touch("no");
  await page.widget.show({ ...none, challenges: declining("a", "b", "c") });
  await page.widget.answer();
  expect(page.text).toContain("declined-title");
  await page.press("B");
  await touch("yes");
  expect(page.widget.letters.at(-1)).toEqual(["answer_offer", { challenges: ["b"], willing: true }]);
});

test("a no that is refused is said, and is no answer", async () => {
  mount();
  await touch("no");
  await page.widget.answer({ ok: false, sentence: "too early" });
  expect(said()).toBe("too early");
  expect(page.text).toContain("3 left");
});

test("who offered and declines all of it is told that contact details are kept, and can take them back", async () => {
  mount({ ...given("a"), challenges: declining("a", "b", "c") });
  expect(page.text).toContain("declined-kept");
  await page.press("withdraw");
  await page.press("withdraw-yes");
  expect(page.widget.asked).toEqual(["withdraw_offer"]);
});

test("a challenge that comes after an offer for some is said to be left, and a yes to it joins the offer", async () => {
  mount(given("a", "b"));
  expect(page.text).toContain("1 left");
  await page.press("on to 4 C");
  await touch("yes");
  expect(page.widget.letters).toEqual([["answer_offer", { challenges: ["c"], willing: true }]]);
  expect(said()).toBe("");
  await page.widget.show(given("a", "b", "c"));
  await page.widget.answer();
  expect(said()).toBe("saved-yes");
  expect(green()).toContain("to-offer");
});

test("what is missing is said beforehand, and the button leads to it without sending anything", async () => {
  mount();
  await sayYesToAll();
  expect(page.text).toContain("missing");
  await page.fill("name", "Ana");
  await page.press("go");
  expect(page.widget.sent).toEqual([]);
  expect(document.activeElement?.getAttribute("name")).toBe("email");
});

test("who has no name to give is led to the name first", async () => {
  mount();
  await sayYesToAll();
  await page.press("go");
  expect(document.activeElement?.getAttribute("name")).toBe("name");
});

test("an offer that is withdrawn is said to be, though the question is back before the answer", async () => {
  mount();
  await sayYesToAll();
  await fillIn();
  await page.press("go");
  await page.widget.show(given());
  await page.widget.answer();
  expect(said()).toBe("saved");
  await page.press("withdraw");
  await page.press("withdraw-yes");
  expect(said()).toBe("");
  await page.widget.show(none);
  expect(said()).toBe("");
  expect(here()).toBe("Comment a ?");
  await page.widget.answer();
  expect(said()).toBe("withdrawn");
});

test("a page that shows what is gone offers to be loaded again, until the next answer", async () => {
  mount();
  await sayYesToAll();
  await fillIn();
  await page.press("go");
  await page.widget.answer({ ok: false, sentence: "gone", reload: true });
  expect(said()).toBe("gonereload");
  await page.press("go");
  await page.widget.answer({ ok: false, sentence: "no consent" });
  expect(said()).toBe("no consent");
});

test("who comes too late for the offers finds them where they are asked for, and goes back to what the room is at", async () => {
  mount({ ...none, late: true });
  expect(page.text).toBe("");
  await act(async () => openOffer());
  expect(here()).toBe("Comment a ?");
  await touch("no");
  expect(page.widget.letters).toEqual([["answer_offer", { challenges: ["a"], willing: false }]]);
  await page.press("late-close");
  expect(page.text).toBe("");
});

test("who may be asked today is thanked and lacks nothing, until they begin to leave how to be reached", async () => {
  mount();
  await sayYesToAll();
  expect(page.text).toContain("missing");
  await page.press("ask-yes");
  await page.widget.show({ ...none, may_ask: true });
  await page.widget.answer();
  expect(said()).toBe("saved");
  expect(page.text).not.toContain("missing");
  expect(green()).toBeUndefined();
  await page.fill("name", "Ana");
  expect(page.text).toContain("missing");
  expect(page.text).not.toContain("saved");
  expect(green()).toBe("go");
});
