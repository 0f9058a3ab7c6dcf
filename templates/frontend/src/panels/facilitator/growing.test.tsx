/** A long list is drawn piece by piece, and begins anew where it is of something else. */
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AT_A_TIME, useGrowing, useParts, useSteadyColumns } from "./growing";
import { Hooked } from "../kit/stage";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("all of it is there in the end, and a few at once", () => {
  const hooked = new Hooked(({ total, what }: { total: number; what: string }) => useGrowing(total, what), { total: 100, what: "all" });
  const pass = () => act(() => void vi.advanceTimersByTime(20));
  expect(hooked.result).toBe(AT_A_TIME);
  for (let number = AT_A_TIME; number < 100; number += AT_A_TIME) pass();
  expect(hooked.result).toBe(100);
  hooked.give({ total: 90, what: "with a word" });
  expect(hooked.result).toBe(AT_A_TIME);
});

test("the columns of a long table stay as wide as its first rows made them, and are free again for others", () => {
  const table = document.createElement("table");
  table.innerHTML = "<thead><tr><th></th><th></th></tr></thead>";
  const heads = [...table.querySelectorAll("th")];
  const lay = (...widths: number[]) => {
    for (const [at, head] of heads.entries()) Object.defineProperty(head, "offsetWidth", { value: widths[at], configurable: true });
  };
  const said = () => [...heads.map((head) => head.style.width), table.className, table.style.minWidth];
  lay(0, 0);
  const hooked = new Hooked(({ steady, what }: { steady: boolean; what: string }) => useSteadyColumns({ current: table }, steady, what), {
    steady: true,
    what: "dots",
  });
  expect(said(), "nobody sees it yet").toEqual(["", "", "", ""]);
  lay(100, 300);
  hooked.give({ steady: true, what: "dots" });
  expect(said()).toEqual(["25%", "75%", "wkf-steady", "400px"]);
  lay(200, 200);
  hooked.give({ steady: true, what: "dots" });
  expect(said()).toEqual(["25%", "75%", "wkf-steady", "400px"]);
  hooked.give({ steady: true, what: "grades" });
  expect(said()).toEqual(["50%", "50%", "wkf-steady", "400px"]);
  hooked.give({ steady: false, what: "grades" });
  expect(said()).toEqual(["", "", "", ""]);
});

test("in a window of another width the columns of a long table are measured again", () => {
  let notice = () => {};
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(told: () => void) {
        notice = told;
      }
      observe() {}
      disconnect() {}
    },
  );
  const around = document.createElement("div");
  around.innerHTML = "<table><thead><tr><th></th><th></th></tr></thead></table>";
  const table = around.querySelector("table")!;
  const lay = (wide: number, ...widths: number[]) => {
    Object.defineProperty(around, "clientWidth", { value: wide, configurable: true });
    for (const [at, head] of [...table.querySelectorAll("th")].entries())
      Object.defineProperty(head, "offsetWidth", { value: widths[at], configurable: true });
  };
  lay(400, 100, 300);
  new Hooked(() => useSteadyColumns({ current: table }, true, "dots"), {});
  const said = () => [...[...table.querySelectorAll("th")].map((head) => head.style.width), table.style.minWidth];
  expect(said()).toEqual(["25%", "75%", ""]);
  lay(200, 150, 150);
  act(() => notice());
  expect(said(), "it is wider than its place, and scrolls").toEqual(["50%", "50%", "300px"]);
});

test("rows stay in their parts while others come and go, and are parted anew in another order", () => {
  const ids = Array.from({ length: 3 * AT_A_TIME }, (_, at) => `o${at}`);
  const rows = (listed: string[]) => ({ rows: listed.map((id) => ({ id })) });
  const hooked = new Hooked(({ rows }: { rows: { id: string }[] }) => useParts(rows), rows(ids.slice(0, AT_A_TIME + 2)));
  const said = () => hooked.result.map((part) => part.map(({ id }) => id));
  const [first, second] = [ids.slice(0, AT_A_TIME), ids.slice(AT_A_TIME, 2 * AT_A_TIME)];
  expect(said()).toEqual([first, second.slice(0, 2)]);
  hooked.give(rows(ids));
  expect(said(), "a part is filled before the next").toEqual([first, second, ids.slice(2 * AT_A_TIME)]);
  const without = ids.filter((id) => id !== "o3");
  hooked.give(rows(without));
  expect(said(), "one is gone").toEqual([first.filter((id) => id !== "o3"), second, ids.slice(2 * AT_A_TIME)]);
  hooked.give(rows(["new", ...without]));
  expect(said()[0]!.slice(0, 2), "one comes among the first").toEqual(["new", "o0"]);
  expect(said()[1]).toEqual(second);
  hooked.give(rows([...second, ...first]));
  expect(said(), "another order").toEqual([second, first]);
  hooked.give(rows([]));
  expect(said()).toEqual([[]]);
});
