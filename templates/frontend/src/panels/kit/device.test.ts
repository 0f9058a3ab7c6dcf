import { act } from "preact/test-utils";
import { beforeEach, describe, expect, test } from "vitest";
import { forgetEverything, handOver, recall, recallAll, remember, useDraft } from "./device";
import { Hooked } from "./stage";

beforeEach(() => {
  localStorage.clear();
  document.documentElement.dataset.room = "salle";
});

describe("a draft", () => {
  const draft = (name: string) => new Hooked<string, [string, (text: string) => void]>(useDraft, name);
  const write = (field: ReturnType<typeof draft>, text: string) => act(() => field.result[1](text));

  test("begins empty and is kept letter by letter", () => {
    const field = draft("idea:a");
    expect(field.result[0]).toBe("");
    write(field, "un c");
    expect(field.result[0]).toBe("un c");
    expect(recall("draft:idea:a")).toBe("un c");
  });

  test("is there again on the next page", () => {
    write(draft("idea:a"), "un car");
    expect(draft("idea:a").result[0]).toBe("un car");
  });

  test("that is emptied is forgotten by the device", () => {
    const field = draft("idea:a");
    write(field, "un car");
    write(field, "");
    expect(localStorage.length).toBe(0);
  });

  test("of another question is taken up when the same field serves it, and neither loses its words", () => {
    const field = draft("idea:a");
    write(field, "un car");
    field.give("idea:b");
    expect(field.result[0]).toBe("");
    write(field, "un four");
    field.give("idea:a");
    expect(field.result[0]).toBe("un car");
    field.give("idea:b");
    expect(field.result[0]).toBe("un four");
  });

  test("that the device holds as something else than words is empty", () => {
    remember("draft:idea:a", { not: "words" });
    expect(draft("idea:a").result[0]).toBe("");
  });

  test("of another workshop on the same phone is another one", () => {
    write(draft("idea:a"), "un car");
    document.documentElement.dataset.room = "autre";
    expect(draft("idea:a").result[0]).toBe("");
  });

  test("on its way to the store is not offered to the next page, and is again once it was refused", () => {
    write(draft("idea:a"), "un car");
    const keepAgain = handOver("idea:a");
    expect(draft("idea:a").result[0]).toBe("");
    keepAgain();
    expect(draft("idea:a").result[0]).toBe("un car");
  });

  test("typed since is not overwritten by one that was refused", () => {
    write(draft("idea:a"), "un car");
    const keepAgain = handOver("idea:a");
    write(draft("idea:a"), "un four");
    keepAgain();
    expect(draft("idea:a").result[0]).toBe("un four");
  });
});

test("what one panel keeps is found by how its name begins, and broken entries are passed over", () => {
  remember("outbox:ideas:1", "a");
  remember("outbox:ideas:2", "b");
  remember("outbox:vote:1", "c");
  localStorage.setItem("salle:outbox:ideas:3", "{broken");
  expect(recallAll("outbox:ideas:").sort()).toEqual(["a", "b"]);
});

test("who takes everything back leaves nothing of this workshop on the phone, and all of another", () => {
  document.documentElement.dataset.room = "autre";
  remember("draft:idea:a", "ailleurs");
  document.documentElement.dataset.room = "salle";
  remember("draft:idea:a", "ici");
  forgetEverything();
  expect(recall("draft:idea:a")).toBeNull();
  document.documentElement.dataset.room = "autre";
  expect(recall("draft:idea:a")).toBe("ailleurs");
});
