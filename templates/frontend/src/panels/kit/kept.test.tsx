/** A row of a long list is drawn again where it says something else, and does what is to be done now. */
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { keep, useLatest, useSame } from "./kept";
import { Hooked } from "./stage";
import { render } from "preact";

test("a row is drawn again only where one of its properties is another", () => {
  let drawn = 0;
  const Row = keep(({ text }: { text: string; entry: object }) => {
    drawn += 1;
    return <p>{text}</p>;
  });
  const el = document.createElement("div");
  const entry = {};
  const show = (text: string, of: object) => act(() => render(<Row text={text} entry={of} />, el));
  show("Un four", entry);
  show("Un four", entry);
  expect(drawn).toBe(1);
  show("Un four", {});
  show("Un lavoir", {});
  expect([drawn, el.textContent]).toEqual([3, "Un lavoir"]);
});

test("an entry that says the same is the same object, in the order of now", () => {
  const first = [
    { id: "a", number: 1 },
    { id: "b", number: 2 },
  ];
  const hooked = new Hooked(({ entries }: { entries: { id: string; number: number }[] }) => useSame(entries), { entries: first });
  hooked.give({
    entries: [
      { id: "b", number: 3 },
      { id: "a", number: 1 },
    ],
  });
  expect(hooked.result).toEqual([
    { id: "b", number: 3 },
    { id: "a", number: 1 },
  ]);
  expect(hooked.result[1]).toBe(first[0]);
  hooked.give({ entries: [] });
  expect(hooked.result).toEqual([]);
});

test("acts stay the same and do what they would do now", () => {
  const hooked = new Hooked(({ said }: { said: string }) => useLatest({ say: () => said }), { said: "un" });
  const { result } = hooked;
  hooked.give({ said: "deux" });
  expect(hooked.result).toBe(result);
  expect(result.say()).toBe("deux");
});
