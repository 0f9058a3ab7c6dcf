/** The panels whose words come only with what they first show: until then they say nothing of their own. */
import type { ComponentType } from "preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { remember } from "../kit/device";
import { FakeWidget, Mounted } from "../kit/stage";
import { Join } from "./join";
import { Mission } from "./mission";
import { Offer } from "./offer";
import { Scores } from "./scores";
import { Thanks } from "./thanks";
import { Vote } from "./vote";

const SILENT: Record<string, ComponentType> = { Join, Mission, Offer, Scores, Thanks, Vote };

let page: Mounted;

beforeEach(() => localStorage.clear());
afterEach(() => page.leave());

test.each(Object.entries(SILENT))("%s is silent as long as it has nothing to show", (_name, panel) => {
  page = new Mounted(panel, new FakeWidget({ visible: false }));
  expect(page.text).toBe("");
});

test("what was refused is said even there, in the words that every panel has", () => {
  remember("returned:tested:1", { id: "1", intention: "vote", payload: {}, sentence: "Le vote est clos.", lang: "fr" });
  page = new Mounted(Vote, new FakeWidget({ visible: false }, { words: { "outbox.read": "J’ai lu" } }));
  expect(page.text).toBe("Le vote est clos.J’ai lu");
});
