/** At the door: who keeps what is told before anything is given. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Roles } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Join } from "./join";

type JoinModel = Extract<Roles["participant"]["panels"]["join"], { visible: true }>;

const words = { "kept-by": "Gardé par : {organiser}.", "kept-until": "Effacés le {date}." };
const model: JoinModel = {
  visible: true,
  over: false,
  present: 0,
  organiser: "Mairie de Val-Brume",
  contact: "CCAS, 02 61 91 00 12",
  retention: "1er mars 2027",
  me: null,
  categories: [{ key: "shop", label: "Commerce" }],
  sectors: [],
};

let page: Mounted;
beforeEach(() => {
  localStorage.clear();
  page = new Mounted(Join, new FakeWidget(model, { words }));
});
afterEach(() => page.leave());

test("a newcomer may read who keeps what, whom to ask and until when, folded and without a way out to the Internet", () => {
  const kept = page.find<HTMLDetailsElement>("details:last-of-type");
  expect(kept.open).toBe(false);
  expect(kept.textContent).toContain("Gardé par : Mairie de Val-Brume.");
  expect(kept.textContent).toContain("Effacés le 1er mars 2027.");
  expect(kept.querySelector(".wk-copied")?.textContent).toBe("CCAS, 02\u00a061\u00a091\u00a000\u00a012");
  expect(kept.querySelector("a")).toBeNull();
});

test("no question is invited to nobody, while no point of contact is known", async () => {
  await page.widget.show({ ...model, contact: "" });
  expect(page.find("details:last-of-type").textContent).not.toContain("kept-contact");
});

test("who comes once the workshop is over is told so, and not that ideas will be taken", async () => {
  expect(page.text).toContain("nobody");
  await page.widget.show({ ...model, over: true });
  expect(page.text).toContain("lead-over");
  expect(page.text).not.toContain("nobody");
});

test("who was here already comes back by their code, and reads why they could not", async () => {
  await page.type("k7p 4mx", ".wk-more input");
  await page.press("back-enter");
  expect(page.widget.letters).toEqual([["return_to_seat", { code: "k7p 4mx" }]]);
  await page.widget.answer({ ok: false, sentence: "Ce code n’est celui de personne ici." });
  expect(page.find("form .wk-refused").textContent).toContain("Ce code n’est celui de personne ici.");
});

test("while one comes back by a code, nothing else is asked for and no other button is there; folded, the form is as it was left", async () => {
  const door = page.find<HTMLDetailsElement>(".wk-more");
  const turn = (open: boolean) =>
    act(async () => {
      door.open = open;
      door.dispatchEvent(new Event("toggle"));
    });
  const said = () => [...page.el.querySelectorAll("button.wk-go")].map((one) => one.textContent);
  await page.type("Loutre", "input[name=pseudonym]");
  await turn(true);
  expect(said()).toEqual(["back-enter", "cancel"]);
  expect(page.find("button.wk-go").classList.contains("wk-second")).toBe(false);
  expect(page.el.querySelector("input[name=pseudonym]")).toBeNull();
  await page.press("cancel");
  expect(door.open).toBe(false);
  await turn(false);
  expect(said()).toContain("go");
  expect(page.find<HTMLInputElement>("input[name=pseudonym]").value).toBe("Loutre");
});

test("whoever is told that there is no Internet reads what to do, without any", () => {
  expect(page.text).toContain("offline-how");
});

test("a pseudonym is left as it was typed, by the keyboard and by what keeps passwords", () => {
  const field = page.find("input[name=pseudonym]");
  const given = Object.fromEntries([...field.attributes].map(({ name, value }) => [name, value]));
  expect(given).toMatchObject({ autocomplete: "off", autocorrect: "off", "data-1p-ignore": "true" });
  expect(given).toMatchObject({ "data-lpignore": "true", "data-bwignore": "true" });
});
