import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bringInSight, keepAboveKeyboard } from "./typing";

/** What is seen of a page of 844 pixels. */
class Seen extends EventTarget {
  height = 844;
  offsetTop = 0;
  scale = 1;

  becomes(values: Partial<Pick<Seen, "height" | "offsetTop" | "scale">>): void {
    Object.assign(this, values);
    this.dispatchEvent(new Event("resize"));
  }
}

const root = document.documentElement;
const scrolled = vi.fn();
let seen: Seen;
let field: HTMLTextAreaElement;

beforeEach(() => {
  seen = new Seen();
  vi.stubGlobal("visualViewport", seen);
  vi.stubGlobal("innerHeight", 844);
  Element.prototype.scrollIntoView = scrolled;
  root.removeAttribute("style");
  root.className = "";
  document.body.innerHTML = "<textarea></textarea><p></p>";
  field = document.querySelector("textarea")!;
  keepAboveKeyboard();
  scrolled.mockClear();
});
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(Element.prototype, "scrollIntoView");
});

test("the footer stands above a keyboard that lies over the page, and the field stays in sight", () => {
  field.focus();
  seen.becomes({ height: 480 });
  expect(root.style.getPropertyValue("--covered")).toBe("364px");
  expect(root.classList.contains("wk-low")).toBe(false);
  expect(scrolled).toHaveBeenCalled();
  expect(scrolled.mock.contexts.at(-1)).toBe(field);
  seen.becomes({ height: 844 });
  expect(root.style.getPropertyValue("--covered")).toBe("0px");
});

test("where little is left beside the keyboard, it is left to the field", () => {
  seen.becomes({ height: 300 });
  expect(root.classList.contains("wk-low")).toBe(true);
  seen.becomes({ height: 844 });
  expect(root.classList.contains("wk-low")).toBe(false);
});

test("who looks closer has no keyboard for that", () => {
  seen.becomes({ height: 422, scale: 2 });
  expect(root.style.getPropertyValue("--covered")).toBe("0px");
});

test("a page without a visual viewport is left as it is", () => {
  vi.stubGlobal("visualViewport", null);
  keepAboveKeyboard();
  field.focus();
  expect(scrolled).toHaveBeenCalled();
});

test("what is said out of sight is brought into it, and what is in sight stays where it is", () => {
  const said = document.querySelector("p")!;
  said.getBoundingClientRect = () => ({ top: 800, bottom: 840 }) as DOMRect;
  bringInSight(said);
  expect(scrolled).not.toHaveBeenCalled();
  seen.height = 480;
  bringInSight(said);
  expect(scrolled).toHaveBeenCalledTimes(1);
});
