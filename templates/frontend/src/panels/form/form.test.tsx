/** The volunteer form: nothing ticked beforehand, each page kept by itself, and nothing typed meanwhile lost. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FormModel } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { CodeDoor } from "../participant/helper";
import { Form } from "./form";

const stake = (id: string) => ({
  ...{ id, stake: id.toUpperCase(), statement: `Défi ${id}`, competence: null, interest: null, unsure: false, early: false, zone: null },
});
const empty: FormModel = {
  ...{ visible: true, open: true, begun: false, seated: false, place: "Val-Brume", day: "19 décembre 2026" },
  ...{ organiser: "Commune", contact: "", retention: "1er mars 2027", name: "", reach: "", concealed: false },
  purposes: (["invite", "mission", "news"] as const).map((purpose) => ({ purpose, on: "" })),
  ...{ challenges: [stake("a"), stake("b")], days: [], word: "", code: "", found: 0, returned: false },
};
const given: FormModel = {
  ...{ ...empty, begun: true, name: "Odette", reach: "06 39 98 41 27", code: "ABC-234" },
  purposes: [
    { purpose: "invite", on: "1er mars 2026" },
    { purpose: "mission", on: "" },
    { purpose: "news", on: "" },
  ],
};
let page: Mounted;
const open = (model: unknown, words = {}) => {
  page = new Mounted(Form, new FakeWidget(model, { words }));
};
const press = (text: string) =>
  act(async () =>
    [...page.el.querySelectorAll<HTMLElement>("button")].find((one) => one.textContent?.replace(/^✓/, "").startsWith(text))!.click(),
  );
const tick = (name: string) => act(async () => page.find<HTMLInputElement>(`input[name=${name}]`).click());
const ticked = () => [...page.el.querySelectorAll<HTMLInputElement>("input[type=checkbox]")].map((one) => one.checked);

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
});
afterEach(() => {
  page.leave();
  vi.restoreAllMocks();
});

test("nothing is ticked beforehand, and going on with nothing sends nothing", async () => {
  open(empty);
  expect(ticked()).toEqual([false, false, false]);
  await press("go-stakes");
  expect(page.widget.sent).toEqual([]);
  expect(page.text).toContain("Défi a");
});

test("a name without a tick is said not to be kept, and a tick without a number that nobody can call", async () => {
  open(empty);
  await page.type("Odette", "input[name=name]");
  expect(page.text).toContain("unticked");
  await tick("mission");
  expect(page.text).toContain("no-reach");
  expect(page.widget.letters).toEqual([["say_who", { name: "Odette", reach: "", purposes: ["mission"] }]]);
});

test("who typed a name and ticked nothing is stopped once where they press, and may go on without a name", async () => {
  open(empty);
  await page.type("Henri", "input[name=name]");
  await press("go-stakes");
  expect(page.text).toContain("unticked-stop");
  expect(page.text).not.toContain("Défi a");
  await press("go-stakes");
  expect(page.text).toContain("Défi a");
  expect(page.widget.sent).toEqual([]);
});

test("who comes back by a code finds what was given, and no empty page", async () => {
  open(empty);
  await act(async () => {
    const door = page.find<HTMLDetailsElement>("details");
    door.open = true;
    door.dispatchEvent(new Event("toggle"));
  });
  expect(page.text).not.toContain("go-stakes");
  await page.widget.show({ ...given, concealed: true, found: 1 });
  expect(page.text).toContain("thanks");
  expect(page.text).toContain("found");
  await press("whohidden");
  expect(page.el.querySelector("input[name=name]"), "and may go to the first page again").not.toBeNull();
});

test("a right code closes its door, and the page says that it was right and what comes next", async () => {
  const door = new Mounted(() => <CodeDoor ask="return_to_seat" said="back-" />, new FakeWidget({ visible: true }, {}));
  const details = door.find<HTMLDetailsElement>("details");
  details.open = true;
  await act(async () => void details.dispatchEvent(new Event("toggle")));
  await door.type("ABC-234", "input");
  await act(async () => door.find<HTMLFormElement>("form").requestSubmit());
  await door.widget.answer();
  expect(details.open).toBe(false);
  door.leave();
  open({ ...given, open: false, concealed: true });
  expect(page.text).not.toContain("found-early");
  await page.widget.show({ ...given, open: false, concealed: true, found: 1 });
  expect(page.find("[role=status].wkm-found").textContent).toBe("found-early");
});

test("the phone’s own back button leads to the page before", async () => {
  open(empty);
  await press("go-stakes");
  expect(page.text).toContain("Défi a");
  await act(async () => {
    window.dispatchEvent(new PopStateEvent("popstate", { state: { form: "who" } }));
  });
  expect(page.text).toContain("go-stakes");
  expect(history.state).toEqual({ form: "a" });
});

test("what was typed on while a tick was being kept stays in its field", async () => {
  open(empty);
  await page.type("Odette", "input[name=name]");
  await tick("news");
  await page.type("06 39", "input[name=reach]");
  await page.widget.answer();
  expect(page.find<HTMLInputElement>("input[name=reach]").value).toBe("06 39");
});

test("a refused number keeps the page where it is, with the sentence", async () => {
  open(empty);
  await page.type("Odette", "input[name=name]");
  await page.type("chez Paul", "input[name=reach]");
  await tick("news");
  await page.widget.answer({ ok: false, sentence: "Ce n’est pas un numéro." });
  expect(page.text).toContain("Ce n’est pas un numéro.");
  await press("go-stakes");
  await page.widget.answer({ ok: false, sentence: "Ce n’est pas un numéro." });
  expect(page.el.querySelector("input[name=name]")).not.toBeNull();
});

test("each touch of a scale is kept with the other half as it stands, and nothing is chosen beforehand", async () => {
  open({ ...given, challenges: [stake("a")] });
  await press("whoOdette");
  await press("go-stakes");
  const inputs = [...page.el.querySelectorAll<HTMLInputElement>(".wk-scale input")];
  expect(inputs.some((one) => one.checked)).toBe(false);
  await act(async () => inputs[1]!.click());
  await act(async () => inputs[8]!.click());
  expect(page.widget.letters).toEqual([
    ["answer_stake", { challenge: "a", competence: 1, interest: null, unsure: false }],
    ["answer_stake", { challenge: "a", competence: 1, interest: 2, unsure: false }],
  ]);
});

test("who comes back reads what was given, and takes one consent back", async () => {
  open(given, { "agreed-on": "{purpose} / {date}" });
  expect(page.text).toContain("1er mars 2026");
  expect(page.text).toContain("Odette, 06 39 98 41 27");
  await press("take-back");
  expect(page.widget.letters).toEqual([["take_consent_back", { purpose: "invite" }]]);
});

test("erasing asks once more, and leaves nothing on the device", async () => {
  open(given);
  localStorage.setItem("room:draft:form:name", '"Odette"');
  await press("erase");
  expect(page.widget.sent).toEqual([]);
  await press("erase-yes");
  await page.widget.answer();
  await page.widget.show(empty);
  expect(page.widget.asked).toEqual(["erase"]);
  expect(localStorage.getItem("room:draft:form:name")).toBeNull();
  expect(page.text).toContain("erased");
});

test("where the details were given elsewhere an empty field leaves them as they are", async () => {
  open({ ...given, concealed: true, name: "", reach: "" });
  await press("whohidden");
  await tick("mission");
  expect(page.widget.letters).toEqual([["say_who", { name: "", reach: null, purposes: ["invite", "mission"] }]]);
});

test("once the room is open the form is a card that changes nothing of the answers", () => {
  open({ ...given, open: false });
  expect(page.text).toContain("early-lead");
  expect(page.el.querySelectorAll(".wkm-given button").length).toBe(0);
});
