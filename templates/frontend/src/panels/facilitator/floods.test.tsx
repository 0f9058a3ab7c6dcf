/** A flood of ideas: told in words before the reveal too, held back together since an hour, and given back with one press. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FloodOfIdeas, SweptIdeas, TableIdea } from "../../contract";
import { FakeWidget, Mounted } from "../kit/stage";
import { Floods } from "./floods";
import { listHeld } from "./option";

const at = (hours: number, minutes: number) => new Date(2026, 10, 27, hours, minutes, 40).getTime();
const flood: FloodOfIdeas = { idea: "i1", ideas: 212, since: at(20, 9), owned: true };
const sweep: SweptIdeas = { id: "s1", at: at(20, 31), ideas: ["i1", "i2"] };
const model = (floods: FloodOfIdeas[], sweeps: SweptIdeas[]) => ({ challenge: { id: "c" }, floods, sweeps });
let page: Mounted;
const open = (floods: FloodOfIdeas[], sweeps: SweptIdeas[] = []) => {
  page = new Mounted(Floods, new FakeWidget(model(floods, sweeps)));
};

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test("where nobody writes too much nothing is said", () => {
  open([]);
  expect(page.text).toBe("");
});

test("a device that floods is said with how many and since when, and held back from that hour or another", async () => {
  open([flood]);
  expect(page.find<HTMLInputElement>("input[type=time]").value).toBe("20:09");
  await page.press("flood.sweep");
  expect(page.widget.letters[0]).toMatchObject(["sweep_device", { idea: "i1", since: "20:09" }]);
});

test("many seats with a few ideas each are held back by when they came", async () => {
  open([{ ...flood, owned: false }]);
  expect(page.find("details").textContent).toContain("flood.newcomers");
  const press = [...page.el.querySelectorAll<HTMLButtonElement>("details button")].at(-1);
  await act(async () => press?.click());
  expect(page.widget.letters[0]).toMatchObject(["sweep_newcomers", { since: "20:09" }]);
});

test("what was held back together is one line, and given back with one press", async () => {
  open([], [sweep]);
  await page.press("swept.back");
  expect(page.widget.letters[0]).toMatchObject(["undo_sweep", { sweep: "s1" }]);
});

test("the list of what is held back does not repeat what stands in that line", () => {
  open([]);
  const idea = (id: string) => ({ id }) as TableIdea;
  const held = { held: [idea("i1"), idea("i3")], sweeps: [sweep] } as unknown as Parameters<typeof listHeld>[0];
  expect(listHeld(held).map((one) => one.id)).toEqual(["i3"]);
});
