import { act } from "preact/test-utils";
import { useState } from "preact/hooks";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { holdTwice } from "./fingers";
import { usePanel } from "./panel";
import { FakeWidget, Mounted } from "./stage";

/** A form as panels have them: what is typed is sent by a button, by Enter, and by the form itself. */
function Writing() {
  const { send } = usePanel<"facilitator">();
  const [text, setText] = useState("");
  const add = () => void (send as (intention: string, payload: object) => void)("write_idea", { text });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <input
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") add();
        }}
      />
      <button type="button" onClick={add}>
        add
      </button>
    </form>
  );
}

let page: Mounted;
let field: HTMLInputElement;
let button: HTMLButtonElement;
const hear = (on: HTMLElement, event: Event) => act(async () => void on.dispatchEvent(event));
const compose = async (text: string) => {
  field.focus();
  await hear(field, new Event("compositionstart", { bubbles: true }));
  await page.type(text, "input");
};
const enter = (values: KeyboardEventInit & { keyCode?: number }) => {
  const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...values });
  if (values.keyCode !== undefined) Object.defineProperty(event, "keyCode", { value: values.keyCode });
  return hear(field, event);
};

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  page = new Mounted(Writing, new FakeWidget({}));
  field = page.find("input");
  button = page.find("button");
});
afterEach(() => {
  page.leave();
  vi.useRealTimers();
});

test("Enter that ends a word being composed sends nothing", async () => {
  await compose("とうきょう");
  await enter({ isComposing: true });
  expect(page.widget.sent).toEqual([]);
  await hear(field, new Event("compositionend", { bubbles: true }));
  await enter({ keyCode: 229 }); // as Safari has it
  expect(page.widget.sent).toEqual([]);
  await enter({});
  expect(page.widget.sent).toHaveLength(1);
});

test("a button touched while a word is composed sends it once it is whole", async () => {
  await compose("toukyou");
  field.addEventListener("blur", () => {
    // the keyboard gives what it had composed, and says that it is done
    field.value = "東京";
    field.dispatchEvent(new Event("compositionend", { bubbles: true }));
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await act(async () => button.click());
  expect(page.widget.sent).toEqual([]);
  await act(async () => void vi.runOnlyPendingTimers());
  expect(page.widget.letters).toEqual([["write_idea", { text: "東京" }]]);
});

test("a form is not sent while a word is composed", async () => {
  await compose("とう");
  await hear(page.find("form"), new Event("submit", { bubbles: true, cancelable: true }));
  expect(page.widget.sent).toEqual([]);
});

test("what comes from the room in the middle of a word leaves the field alone", async () => {
  await compose("とうき");
  const set = vi.spyOn(field, "value", "set");
  await page.widget.show({ other: 1 });
  await page.widget.speak("en");
  expect(set).not.toHaveBeenCalled();
  expect(field.value).toBe("とうき");
});

const touch = (on: HTMLElement, at: number, x = 100, detail = 1) => {
  const event = new MouseEvent("click", { bubbles: true, cancelable: true, detail, clientX: x, clientY: 50 });
  Object.defineProperty(event, "timeStamp", { value: at });
  return hear(on, event);
};

test("a button touched twice is pressed once; later, elsewhere or by a key it is pressed again", async () => {
  const end = holdTwice(page.el);
  for (const [at, x] of [
    [1000, 100],
    [1150, 104],
    [1300, 100], // the third of three, each soon after the one before
    [1900, 100],
    [2000, 300],
  ] as const)
    await touch(button, at, x);
  expect(page.widget.sent).toHaveLength(3);
  await touch(button, 2010, 0, 0);
  await touch(button, 2020, 0, 0);
  expect(page.widget.sent).toHaveLength(5);
  await touch(button, 2500);
  await page.type("autre chose", "input");
  await touch(button, 2600); // not the same any more
  expect(page.widget.sent).toHaveLength(7);
  end();
});

test("a key that is held down presses a button once", async () => {
  const end = holdTwice(page.el);
  const held = new KeyboardEvent("keydown", { key: "Enter", repeat: true, bubbles: true, cancelable: true });
  button.dispatchEvent(held);
  expect(held.defaultPrevented).toBe(true);
  end();
});

/** What participants' pages have: an act that puts another one, or something to choose, under the finger. */
function Changing() {
  const [at, go] = useState(0);
  return (
    <>
      <button type="button" key={at === 2 ? "other" : "same"} onClick={() => go(at + 1)}>
        {["give", "more", "more", "most"][at]}
      </button>
      <label>
        <input type="radio" name="chosen" onChange={() => undefined} />
        <span>{at}</span>
      </label>
    </>
  );
}

test("what changed under the finger is not pressed by the second touch of two, and is once the finger had time to see it", async () => {
  const changing = new Mounted(Changing, new FakeWidget({}));
  const end = holdTwice(changing.el);
  const now = () => changing.find("button");
  await touch(now(), 1000);
  expect(now().textContent).toBe("more");
  for (const at of [1080, 1350, 1590]) await touch(now(), at); // another word on the same button
  expect(now().textContent).toBe("more");
  const said = now();
  await touch(now(), 1610);
  expect(now()).not.toBe(said);
  await touch(now(), 2200); // the same word on another button
  expect(now().textContent).toBe("more");
  await touch(now(), 2211);
  expect(now().textContent).toBe("most");
  const radio = changing.find<HTMLInputElement>("input");
  await touch(changing.find("label span"), 2500); // a choice that slid under the finger
  expect(radio.checked).toBe(false);
  await touch(changing.find("label span"), 2900);
  expect(radio.checked).toBe(true);
  await touch(radio, 3600); // as chips are touched: the field lies over its label
  await touch(now(), 3700); // what the choice put there
  expect(now().textContent).toBe("most");
  await touch(now(), 4300);
  expect(now().textContent).toBe("");
  end();
  changing.leave();
});

test("touches of two panels are told apart no less: the next page may be another's", async () => {
  const next = new Mounted(Changing, new FakeWidget({}));
  const ends = [holdTwice(page.el), holdTwice(next.el)];
  await touch(button, 1000);
  await touch(next.find("button"), 1400);
  expect(next.find("button").textContent).toBe("give");
  for (const end of ends) end();
  next.leave();
});

test("a choice by its label that was touched twice, slowly, is undone: it is the same under the finger", async () => {
  const changing = new Mounted(
    () => (
      <label>
        <input type="checkbox" />
        <span>ideas too</span>
      </label>
    ),
    new FakeWidget({}),
  );
  const end = holdTwice(changing.el);
  const box = changing.find<HTMLInputElement>("input");
  await touch(changing.find("label span"), 1000);
  await touch(box, 1000);
  expect(box.checked).toBe(false); // by its label, and once more by itself, as a browser tells of it
  await touch(changing.find("label span"), 1400);
  expect(box.checked).toBe(true);
  end();
  changing.leave();
});
