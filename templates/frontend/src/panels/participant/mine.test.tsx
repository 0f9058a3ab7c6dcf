/** The list of one's answers: the same for the scores and for the offers of help. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeWidget, Mounted } from "../kit/stage";
import { Mine } from "./mine";

const challenges = [
  { id: "home", stake: "Logement", said: "oui" },
  { id: "move", stake: "Mobilité", said: "" },
];

let page: Mounted;
let gone: string[];
const rows = () => [...page.el.querySelectorAll("li button")];

beforeEach(() => {
  gone = [];
  const list = () => (
    <Mine
      challenges={challenges}
      here="move"
      isAnswered={({ said }) => said !== ""}
      sayAnswer={({ said }) => said || "sans réponse"}
      onGo={(challenge) => gone.push(challenge)}
    />
  );
  page = new Mounted(list, new FakeWidget({}));
});
afterEach(() => page.leave());

test("an answer is ticked, what is left keeps its number, and each is said in words", () => {
  expect(rows().map((one) => one.textContent)).toEqual(["✓Logementoui", "2Mobilitésans réponse"]);
  expect(rows().map((one) => one.className)).toEqual(["wk-answered", ""]);
});

test("the challenge that is looked at is marked as the present one, and no other", () => {
  expect(rows().map((one) => one.getAttribute("aria-current"))).toEqual([null, "true"]);
});

test("each row leads to its challenge", async () => {
  await page.press("Logement");
  expect(gone).toEqual(["home"]);
});
