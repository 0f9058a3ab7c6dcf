import { afterEach, expect, test } from "vitest";
import { usePanel } from "./panel";
import { FakeWidget, Mounted } from "./stage";

interface Listed {
  visible: boolean;
  challenges?: { id: string; said: string }[];
}

function Listing() {
  const model = usePanel().model as unknown as Listed;
  return <p>{model.visible ? model.challenges?.map((one) => `${one.id} ${one.said}`).join(", ") : "hidden"}</p>;
}

let page: Mounted;
afterEach(() => page.leave());

const home = { id: "home", said: "closed" };
const move = { id: "move", said: "no dot" };
const both = { visible: true, apart: { challenges: ["part_1", "part_0"] } };

test("a list that is sent entry by entry is read as one, in the order the model says", () => {
  page = new Mounted(Listing, new FakeWidget(both, { part_0: move, part_1: home, part_2: {} }));
  expect(page.text).toBe("home closed, move no dot");
});

test("an entry that comes alone is shown at once", async () => {
  page = new Mounted(Listing, new FakeWidget(both, { part_0: move, part_1: home }));
  await page.widget.receive({ part_0: { ...move, said: "one dot" } });
  expect(page.text).toBe("home closed, move one dot");
});

test("a model that is sent whole is shown as it is", async () => {
  page = new Mounted(Listing, new FakeWidget({ visible: true, challenges: [home] }));
  expect(page.text).toBe("home closed");
  await page.widget.show({ visible: false });
  expect(page.text).toBe("hidden");
});
