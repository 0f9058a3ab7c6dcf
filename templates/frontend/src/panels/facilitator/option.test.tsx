/** An idea in the facilitator's hands: held back with a reason, and given back. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TableIdea } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { HeldIdeas, IdeaLine } from "./option";

const idea: TableIdea = {
  id: "i1",
  text: "Que Gérard s’en occupe",
  source: null,
  category: null,
  held: "",
  held_as: "",
  corrected: false,
  asked: false,
  answer: "",
  discuss: false,
  earlier: false,
  voted_on: false,
};

let page: Mounted;
const open = (component: () => preact.JSX.Element) => {
  page = new Mounted(component, new FakeWidget({ challenge: null, rule: { kind: "dots" } }));
};
const choose = (value: string) => act(() => page.find<HTMLInputElement>(`.wkf-hold input[value="${value}"]`).click());
const submit = () => act(() => void page.find("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test("an idea is held back for a reason of one press", async () => {
  open(() => <IdeaLine idea={idea} holdable />);
  await page.press("open");
  await page.press("hold");
  choose("person");
  submit();
  expect(page.widget.letters).toEqual([["hold_idea", { idea: "i1", reason: "held.person" }]]);
});

test("another reason is written", async () => {
  open(() => <IdeaLine idea={idea} holdable />);
  await page.press("open");
  await page.press("hold");
  choose("other");
  await page.fill("hold.other.text", "  À vérifier d’abord ");
  submit();
  expect(page.widget.letters).toEqual([["hold_idea", { idea: "i1", reason: "À vérifier d’abord" }]]);
});

test("without a reason nothing is held back, and it is said", async () => {
  open(() => <IdeaLine idea={idea} holdable />);
  await page.press("open");
  await page.press("hold");
  submit();
  expect(page.widget.sent).toEqual([]);
  expect(page.text).toContain("hold.needed");
  await page.press("hold.no");
  expect(page.el.querySelector("form")).toBeNull();
});

test("an idea that was voted on is held back and not removed, and why is said", async () => {
  open(() => <IdeaLine idea={{ ...idea, voted_on: true }} removable holdable />);
  expect(page.text).not.toContain("voted-on");
  await page.press("open");
  const offered = [...page.el.querySelectorAll(".wkf-idea-actions button")].map((one) => one.textContent);
  expect(offered).toEqual(["ask", "discuss", "hold", "sweep"]);
  expect(page.text).toContain("voted-on");
});

test("an idea that nobody voted with can be removed too", async () => {
  open(() => <IdeaLine idea={idea} removable holdable />);
  await page.press("open");
  const offered = [...page.el.querySelectorAll(".wkf-idea-actions button")].map((one) => one.textContent);
  expect(offered).toEqual(["ask", "discuss", "hold", "sweep", "remove"]);
  expect(page.text).not.toContain("voted-on");
});

test("a held idea stands apart with its reason, and is given back by one press", async () => {
  open(() => <HeldIdeas ideas={[{ ...idea, held: "Elle nomme une personne." }]} />);
  expect(page.text).toContain("Que Gérard s’en occupe");
  await page.press("held.back");
  expect(page.widget.letters).toEqual([["hold_idea", { idea: "i1", reason: "" }]]);
});

test("what was written for another idea that says the same stands beside, and is not sent when it is kept back", async () => {
  const held = { ...idea, held: "Elle dit la même chose.", held_as: "Insulte Mme Martin", corrected: true };
  open(() => <HeldIdeas ideas={[{ ...held, id: "i0", held_as: "", corrected: false }, held]} />);
  expect(page.text.match(/held\.as/g)).toHaveLength(1);
  await page.press("held.keep");
  expect(page.widget.letters).toEqual([["hold_idea", { idea: "i1", reason: "Elle dit la même chose." }]]);
});

test("an idea that was corrected while it was held back is said to be, and can be kept or given back", async () => {
  const held = { ...idea, held: "Elle nomme une personne.", corrected: true };
  open(() => <HeldIdeas ideas={[held]} />);
  expect(page.text).toContain("held.corrected");
  await page.press("held.keep");
  await page.press("held.back");
  expect(page.widget.letters).toEqual([
    ["hold_idea", { idea: "i1", reason: "Elle nomme une personne." }],
    ["hold_idea", { idea: "i1", reason: "" }],
  ]);
});
