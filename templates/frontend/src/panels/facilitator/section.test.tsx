import { act } from "preact/test-utils";
import { useState } from "preact/hooks";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeWidget, Mounted } from "../kit/stage";
import { goTo, Section } from "./section";

function Page() {
  const [typed, type] = useState("");
  return (
    <>
      <Section id="wkf-first" title="First" state="12 coming">
        <input value={typed} onInput={(event) => type(event.currentTarget.value)} />
        <details class="inner">
          <summary>Inner</summary>
          <h3 id="deep">Deep</h3>
        </details>
      </Section>
      <Section id="wkf-second" title="Second" begins>
        <p>Inside</p>
      </Section>
    </>
  );
}

let page: Mounted;
const open = () => [...page.el.querySelectorAll<HTMLDetailsElement>(".wkf-section")].map((one) => one.open);
const summary = (place: number) => page.el.querySelectorAll<HTMLElement>(".wkf-section > summary")[place]!;
const mount = () => {
  page = new Mounted(Page, new FakeWidget({}));
};
/** As a browser does on its own, a moment after. */
const turn = (place: number) =>
  act(async () => {
    const fold = page.el.querySelectorAll<HTMLDetailsElement>(".wkf-section")[place]!;
    fold.open = !fold.open;
    fold.dispatchEvent(new Event("toggle"));
  });

beforeEach(() => {
  localStorage.clear();
  location.hash = "";
  mount();
});
afterEach(() => page.leave());

test("a section is closed to its heading and one sentence, and the heading stays one", () => {
  expect(open()).toEqual([false, true]);
  expect(summary(0).querySelector("h2")?.textContent).toBe("First");
  expect(summary(0).textContent).toBe("First12 coming");
});

test("what was open is open again on this device, and what was closed stays closed", async () => {
  await turn(0);
  await turn(1);
  page.leave();
  mount();
  expect(open()).toEqual([true, false]);
});

test("what is typed stays while its section is closed", async () => {
  await turn(0);
  const field = page.find<HTMLInputElement>("input");
  await act(async () => {
    field.value = "half a word";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await turn(0);
  expect(open()[0]).toBe(false);
  expect(page.find<HTMLInputElement>("input").value).toBe("half a word");
});

test("an address that leads to a section opens it, also once the page is there", async () => {
  page.leave();
  location.hash = "#wkf-first";
  mount();
  await act(async () => {});
  expect(open()[0]).toBe(true);
});

test("whatever jumps inside opens all that is folded around it", async () => {
  await act(async () => goTo("deep"));
  expect(open()[0]).toBe(true);
  expect(page.find<HTMLDetailsElement>(".inner").open).toBe(true);
});
