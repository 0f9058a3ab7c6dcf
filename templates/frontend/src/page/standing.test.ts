import { beforeEach, describe, expect, test } from "vitest";
import { keepStanding, restoreStanding } from "./standing";

const FORM = `<input name="pseudonym"><textarea id="idea"></textarea><button>un</button><button>deux</button>`;

/** The page is loaded anew: the same elements, none of them focused. */
function reload(html = FORM): void {
  document.body.innerHTML = html;
  (document.activeElement as HTMLElement | null)?.blur();
}

beforeEach(() => {
  sessionStorage.clear();
  reload();
});

describe("a reload", () => {
  test("brings the person back to the field, at the letter where they were", () => {
    const field = document.querySelector("textarea")!;
    field.value = "Ouvrir le gymnase";
    field.focus();
    field.setSelectionRange(6, 6);
    keepStanding();
    reload();
    document.querySelector("textarea")!.value = "Ouvrir le gymnase";
    restoreStanding();
    expect(document.activeElement).toBe(document.querySelector("textarea"));
    expect(document.querySelector("textarea")!.selectionStart).toBe(6);
  });

  test("finds a field by its name even if others came before it", () => {
    document.querySelector("input")!.focus();
    keepStanding();
    reload(`<input name="new">${FORM}`);
    restoreStanding();
    expect((document.activeElement as HTMLInputElement).name).toBe("pseudonym");
  });

  test("does not take the focus from where the person went meanwhile", () => {
    document.querySelector("input")!.focus();
    keepStanding();
    reload();
    document.querySelectorAll("button")[1]!.focus();
    restoreStanding();
    expect(document.activeElement?.textContent).toBe("deux");
  });

  test("of another page restores nothing", () => {
    document.querySelector("input")!.focus();
    keepStanding();
    const kept = JSON.parse(sessionStorage.getItem("page:standing")!);
    sessionStorage.setItem("page:standing", JSON.stringify({ ...kept, path: "/elsewhere" }));
    reload();
    restoreStanding();
    expect(document.activeElement).toBe(document.body);
  });

  test("restores once", () => {
    document.querySelector("input")!.focus();
    keepStanding();
    reload();
    restoreStanding();
    reload();
    restoreStanding();
    expect(document.activeElement).toBe(document.body);
  });
});
