/** What is typed into a form's fields stays, whoever else fills one in. */
import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import { Hooked } from "../kit/stage";
import { useFields } from "./fields";

const start = { statement: "", indicator: "" };
let form: Hooked<string, ReturnType<typeof useFields<typeof start>>>;

beforeEach(() => {
  localStorage.clear();
  form = new Hooked<string, ReturnType<typeof useFields<typeof start>>>((name) => useFields(name, start), "new");
});

test("what is typed before the page is drawn again is kept by whoever fills in another field meanwhile", async () => {
  const [, , change, , , now] = form.result;
  await act(() => {
    change("indicator", "le nombre de rencontres");
    expect(now().indicator).toBe("le nombre de rencontres");
    change("statement", "Faire se rencontrer les voisins");
  });
  expect(form.result[0]).toEqual({ statement: "Faire se rencontrer les voisins", indicator: "le nombre de rencontres" });
});

test("what was let go does not come back with the next letter", async () => {
  const [, , change, forget] = form.result;
  await act(() => change("indicator", "le nombre"));
  await act(() => {
    forget();
    change("statement", "Faire");
  });
  expect(form.result[0]).toEqual({ statement: "Faire", indicator: "" });
});
