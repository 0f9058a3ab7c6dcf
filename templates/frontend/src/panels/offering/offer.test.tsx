/** An answer a challenge, stored at once; then what one can do, all of it optional, and nobody is asked twice. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OfferModel, Terms } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { openOffer } from "../participant/late";
import { Offer } from "./offer";

const challenge = (id: string, number: number) => ({
  ...{ id, number, declined: false, offered: false },
  stake: id.toUpperCase(),
  statement: `Comment ${id} ?`,
});
const unsaid: Terms = {
  ...{ max_missions: 1, often: "", days: [], until: "", until_said: "", reach: [], car: "unsaid", languages: [] },
};
const none: OfferModel = {
  visible: true,
  late: false,
  challenges: [challenge("a", 1), challenge("b", 2), challenge("c", 4)],
  organiser: "la mairie",
  purpose: "me recontacter",
  retention: "le 1er mars",
  offer: null,
  kept: null,
  elsewhere: false,
  agreed: [],
  terms: unsaid,
  sectors: ["Les Tilleuls", "Le Bourg"],
  sector: "",
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
const answered = (yes: string[], no: string[] = []) =>
  none.challenges.map((one) => ({ ...one, offered: yes.includes(one.id), declined: no.includes(one.id) }));
const given = (...challenges: string[]) => ({ ...none, challenges: answered(challenges), offer: { ...offer, challenges } });
const declining = (...ids: string[]) => answered([], ids);
const ALL = ["a", "b", "c"];
const WORDS = {
  left: { one: "{number} left", other: "{number} left" },
  next: "on to {number} {stake}",
  "until-said": "until {date}",
};

let page: Mounted;
const mount = (model: OfferModel = none) => {
  page = new Mounted(Offer, new FakeWidget(model, { words: WORDS }));
};
const said = () => page.find(".wk-foot [role=status], .wk-foot [role=alert]").textContent;
const here = () => page.el.querySelector(".wk-challenge p")?.textContent;
const green = () => page.el.querySelector(".wk-foot .wk-go:not(.wk-second)")?.textContent?.trim();
const touch = (value: "yes" | "no") => act(async () => page.find<HTMLInputElement>(`.wk-willing [value=${value}]`).click());
const box = (value: string) => act(async () => page.find<HTMLInputElement>(`input[value="${value}"]`).click());

/** Answer the challenge on the page, and let the store answer as it does: the read model first. */
const answer = async (value: "yes" | "no", yes: string[], no: string[] = []) => {
  await touch(value);
  await page.widget.show({ ...none, challenges: answered(yes, no) });
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

test("the page asks about one challenge at a time, the first without an answer, and says how many are left", () => {
  mount({ ...none, challenges: declining("a") });
  expect(here()).toBe("Comment b ?");
  expect(page.text).toContain("2 left");
  expect(page.el.querySelectorAll("input:checked").length).toBe(0);
  expect(green()).toBeUndefined();
});

test.each(["yes", "no"] as const)("a %s is stored at once without any contact detail, and the green button leads on", async (value) => {
  mount();
  await answer(value, value === "yes" ? ["a"] : [], value === "no" ? ["a"] : []);
  expect(page.widget.letters).toEqual([["answer_offer", { challenges: ["a"], willing: value === "yes" }]]);
  expect(said()).toBe(`saved-${value}`);
  expect(green()).toContain("on to 2 B");
  await page.press("on to 2 B");
  expect(here()).toBe("Comment b ?");
});

test("an answer is not said to be stored before it is", async () => {
  mount();
  await touch("yes");
  expect(page.find<HTMLInputElement>(".wk-willing [value=yes]").checked).toBe(true);
  expect(said()).toBe("");
});

test("once all are answered the green button leads to what one offers, where no details are asked for", async () => {
  mount({ ...none, challenges: answered(["a"], ["b"]) });
  await answer("yes", ["a", "c"], ["b"]);
  expect(green()).toContain("to-offer");
  await page.press("to-offer");
  expect([...page.el.querySelectorAll(".wk-kept li")].map((one) => one.textContent)).toEqual(["Comment a ?", "Comment c ?"]);
  expect(page.text).toContain("details-later");
  expect(page.el.querySelector("[name=email]")).toBeNull();
  expect(page.el.querySelectorAll("input:checked").length).toBe(0);
});

test("any is offered by one gesture, and names those that were asked about, and read", async () => {
  mount();
  await page.press("all-yes");
  expect(page.widget.letters).toEqual([["answer_offer", { challenges: ALL, willing: true }]]);
  await page.widget.show({ ...none, challenges: answered(ALL) });
  await page.widget.answer();
  expect(page.text).toContain("given-lead");
});

test("a challenge that is asked about only after a yes to any has no answer yet", async () => {
  mount({ ...none, challenges: answered(ALL) });
  await page.widget.show({ ...none, challenges: [...answered(ALL), challenge("d", 5)] });
  expect(here()).toBe("Comment d ?");
});

test("who says no everywhere is thanked, and no field asks for anything", async () => {
  mount();
  await page.press("all-no");
  expect(page.widget.letters).toEqual([["answer_offer", { challenges: ALL, willing: false }]]);
  await page.widget.show({ ...none, challenges: declining(...ALL) });
  await page.widget.answer();
  expect(page.text).toContain("declined-title");
  expect(page.el.querySelectorAll("input").length).toBe(0);
  expect(green()).toBeUndefined();
});

test("the last no of several thanks by itself, and a no can be changed from the list", async () => {
  mount({ ...none, challenges: declining("a", "b") });
  await answer("no", [], ALL);
  expect(page.text).toContain("declined-title");
  await page.press("B");
  await touch("yes");
  expect(page.widget.letters.at(-1)).toEqual(["answer_offer", { challenges: ["b"], willing: true }]);
});

test("an answer that is refused is said, and is none", async () => {
  mount();
  await touch("no");
  await page.widget.answer({ ok: false, sentence: "too early" });
  expect(said()).toBe("too early");
  expect(page.text).toContain("3 left");
});

test("who offered and declines all of it is told that contact details are kept, and can take them back", async () => {
  mount({ ...given("a"), challenges: declining(...ALL) });
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
  await page.widget.show(given(...ALL));
  await page.widget.answer();
  expect(said()).toBe("saved-yes");
  expect(green()).toContain("to-offer");
});

const offered = { ...none, challenges: answered(ALL) };
const { until_said: _, ...terms } = unsaid;

test("what was said elsewhere that one can do is neither shown nor asked for", async () => {
  mount({ ...offered, terms: null });
  expect(page.text).toContain("terms-elsewhere");
  expect(page.el.querySelector("input[type=date], input[value=evenings]")).toBeNull();
});

test("each touch of what one can do is kept by itself, with all that was said before", async () => {
  mount(offered);
  await box("evenings");
  await box("Le Bourg");
  await box("3");
  expect(page.widget.letters).toEqual([
    ["say_terms", { ...terms, days: ["evenings"] }],
    ["say_terms", { ...terms, days: ["evenings"], reach: ["Le Bourg"] }],
    ["say_terms", { ...terms, days: ["evenings"], reach: ["Le Bourg"], max_missions: 3 }],
  ]);
  expect(said()).toBe("");
  await page.widget.show({ ...offered, terms: { ...unsaid, days: ["evenings"], reach: ["Le Bourg"], max_missions: 3 } });
  await page.widget.answer();
  expect(said()).toBe("term-kept");
});

test("a choice can be unsaid: one mission, no word of a car, no last day", async () => {
  mount({ ...offered, terms: { ...unsaid, max_missions: 7, car: "yes", until: "2027-06-30", until_said: "30 juin 2027" } });
  expect(page.find<HTMLInputElement>('input[value="7"]').checked, "a number that came otherwise is there to be seen").toBe(true);
  expect(page.text).toContain("until 30 juin 2027");
  await page.press("missions-one");
  await page.press("unsay");
  await page.press("until-none");
  expect(page.widget.letters.at(-1)).toEqual(["say_terms", terms]);
});

test("a word of one's own is kept when one leaves the field, and languages as a list", async () => {
  mount(offered);
  await page.type("portugais ; LSF", "input[name=languages]");
  await act(async () => void page.find<HTMLInputElement>("input[name=languages]").dispatchEvent(new FocusEvent("blur")));
  expect(page.widget.letters).toEqual([["say_terms", { ...terms, languages: ["portugais", "LSF"] }]]);
  await page.type("une fois par mois", "input[name=often]");
  await page.press("term-keep");
  expect(page.widget.letters.at(-1)).toEqual(["say_terms", { ...terms, languages: ["portugais", "LSF"], often: "une fois par mois" }]);
});

test("who likes may leave their details at once, each purpose ticked by itself; what is missing is said beforehand", async () => {
  mount(offered);
  await page.press("details-now");
  expect(page.text).toContain("missing");
  await page.fill("name", "Ana");
  await page.press("keep-details");
  expect(page.widget.sent).toEqual([]);
  expect(document.activeElement?.getAttribute("name")).toBe("email");
  await page.fill("email", "ana@example.org");
  await act(async () => page.find<HTMLInputElement>("[name=news]").click());
  await page.press("keep-details");
  expect(page.widget.letters).toMatchObject([["offer_help", { challenges: ALL, name: "Ana", consent: false, also: ["news"] }]]);
});

test("an offer that is withdrawn is said to be, though the question is back before the answer", async () => {
  mount(offered);
  await page.press("details-now");
  await fillIn();
  await page.press("keep-details");
  await page.widget.show(given(...ALL));
  await page.widget.answer();
  expect(said()).toBe("saved");
  await page.press("withdraw");
  await page.press("withdraw-yes");
  expect(said()).toBe("");
  await page.widget.show(none);
  expect(here()).toBe("Comment a ?");
  await page.widget.answer();
  expect(said()).toBe("withdrawn");
  expect(page.text).toContain("taken-back-lead"); // and nothing more is asked, until they want it
  await page.press("taken-back-again");
  expect(here()).toBe("Comment a ?");
});

test("a page that shows what is gone offers to be loaded again, until the next answer", async () => {
  mount(offered);
  await page.press("details-now");
  await fillIn();
  await page.press("keep-details");
  await page.widget.answer({ ok: false, sentence: "gone", reload: true });
  expect(said()).toBe("gonereload");
  await page.press("keep-details");
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
