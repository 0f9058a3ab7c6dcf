import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { recall, remember } from "../kit/device";
import { FakeWidget, Mounted } from "../kit/stage";
import contacts from "../contacts";
import type { Phase, Stage } from "../../contract";
import { Ideas } from "./ideas";
import { Following, following } from "./place";

const CLOSED = { ok: false, sentence: "L’écriture est close." };
const named = ["a", "b"].map((id) => ({ id, stake: id, statement: `Comment ${id} ?` }));
const challenges = named.map((one) => ({ ...one, stage: "writing", ideas: [] as object[], finished: false }));
const writing = { visible: true, challenges };
const reveal = {
  ...writing,
  challenges: named.map((one) => ({ ...one, stage: "reveal", options: [], held: [], count: 0, page: 1, pages: 1, own: [], asked: [] })),
};
const away = { visible: false };

/** Where the room is, as the header of the phone is told it. */
function lead(current: string, stage: Stage = "writing", phase: Phase = "work"): void {
  const course = named.map((one, index) => ({ ...one, number: index + 1, stage, round: 1, wording: 1, tables: "", timer: null }));
  following.tell({ challenges: course, current, phase });
}

let pages: Mounted[];

/** Open the page on this phone; with a page before, it is a reload. */
function open(model: object = writing): Mounted {
  const page = new Mounted(Ideas, new FakeWidget(model));
  pages.push(page);
  return page;
}

const fieldOf = (page: Mounted) => page.find<HTMLTextAreaElement>("textarea");
const said = (page: Mounted) => page.find(".wk-foot .wk-refused, .wk-foot .wk-saved").textContent;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  document.documentElement.dataset.room = "salle";
  pages = [];
  Object.assign(following, new Following());
  lead("a");
});

afterEach(() => {
  for (const page of pages) page.leave();
  vi.useRealTimers();
});

describe("an idea", () => {
  test("is sent with its challenge and source, and the field is free for the next", async () => {
    const page = open();
    await page.type("un car le soir");
    await page.press("add");
    expect(page.widget.sent).toMatchObject([
      { intention: "write_idea", payload: { challenge: "a", text: "un car le soir", source: null, wording: 1 } },
    ]);
    expect(fieldOf(page).value).toBe("");
    expect(page.find(".wk-sending").textContent).toBe("un car le soir");
    await page.widget.answer();
    expect(said(page)).toBe("added");
    expect(page.el.querySelector(".wk-sending")).toBeNull();
  });

  test("of nothing but spaces is not sent, and the page says what is needed", async () => {
    const page = open();
    await page.type("   ");
    await page.press("add");
    expect(page.widget.sent).toEqual([]);
    expect(said(page)).toBe("needed");
  });

  test("that is half written is there again after a reload, each challenge with its own", async () => {
    const page = open();
    await page.type("un car");
    page.leave();
    const next = open();
    expect(fieldOf(next).value).toBe("un car");
    await next.press("go-there");
    expect(fieldOf(next).value).toBe("");
  });

  test("that is sent is not offered a second time after a reload", async () => {
    const page = open();
    await page.type("un car");
    await page.press("add");
    page.leave();
    expect(fieldOf(open()).value).toBe("");
  });

  test("being written keeps the page where it is when the room moves on", async () => {
    const page = open();
    await page.type("un car");
    await act(() => lead("b"));
    expect(fieldOf(page).value).toBe("un car");
    expect(page.text).toContain("room-at");
    await page.press("go-there");
    expect(fieldOf(page).value).toBe("");
    expect(page.text).not.toContain("room-at");
  });
});

describe("an idea that is refused", () => {
  test("goes back into its field, with the reason", async () => {
    const page = open();
    await page.type("un car");
    await page.press("add");
    await page.widget.answer(CLOSED);
    expect(fieldOf(page).value).toBe("un car");
    expect(fieldOf(page).getAttribute("aria-invalid")).toBe("true");
    expect(said(page)).toBe(CLOSED.sentence);
  });

  test("for a number in it says on its button what sending it again does", async () => {
    const page = open();
    await page.type("un car, 06 39 98 09 01");
    await page.press("add");
    await page.widget.answer({ ok: false, sentence: "Toute la salle le lirait.", values: { again: "Envoyer, numéro masqué" } });
    expect(fieldOf(page).value).toBe("un car, 06 39 98 09 01");
    expect(said(page)).toBe("Toute la salle le lirait.");
    await page.press("Envoyer, numéro masqué");
    expect(page.widget.sent.at(-1)).toMatchObject({ payload: { text: "un car, 06 39 98 09 01" } });
    await page.widget.answer();
    expect(page.text).not.toContain("Envoyer, numéro masqué");
  });

  test.each(["taken out at a touch", "taken out by hand"])("for a number in it is refused no more once that is %s", async (how) => {
    const { bring } = window;
    window.bring = () => Promise.resolve({ default: contacts });
    const page = open();
    (page.widget as unknown as { traits: Record<string, unknown> }).traits.panel = "ideas";
    await page.type("un car, 06 39 98 09 01");
    await page.press("add");
    await page.widget.answer({ ok: false, sentence: "Toute la salle le lirait.", values: { again: "Envoyer, numéro masqué" } });
    await act(async () => void (await vi.advanceTimersByTimeAsync(50)));
    expect(said(page)).toBe("Toute la salle le lirait.");
    if (how === "taken out by hand") await page.type("un car");
    else await page.press("take-out-phone");
    await act(async () => void (await vi.advanceTimersByTimeAsync(50)));
    expect(fieldOf(page).value).toContain("un car");
    expect(page.text).not.toContain("Toute la salle le lirait.");
    expect(page.text).not.toContain("Envoyer, numéro masqué");
    expect(fieldOf(page).getAttribute("aria-invalid")).not.toBe("true");
    window.bring = bring;
  });

  test("is put before what was typed since", async () => {
    const page = open();
    await page.type("un car");
    await page.press("add");
    await page.type("un vélo");
    await page.widget.answer(CLOSED);
    expect(fieldOf(page).value).toBe("un car\n\nun vélo");
  });

  test("is not doubled when it was typed again since", async () => {
    const page = open();
    await page.type("un car");
    await page.press("add");
    await page.type("un car");
    await page.widget.answer(CLOSED);
    expect(fieldOf(page).value).toBe("un car");
  });

  test("goes back to its own challenge while another is looked at", async () => {
    const page = open();
    await page.type("un car");
    await page.press("add");
    await page.press("go-there");
    await page.widget.answer(CLOSED);
    expect(recall("draft:idea:a")).toBe("un car");
    expect(fieldOf(page).value).toBe(""); // the page stays where the person looks
    await page.press("go-there");
    expect(fieldOf(page).value).toBe("un car");
  });

  test("after a reload goes back into its field, with the reason", async () => {
    const page = open();
    await page.type("un car");
    await page.press("add");
    page.leave(); // the answer never reached this page
    const next = open();
    expect(next.widget.asked).toEqual(["write_idea"]); // sent again by itself
    await next.widget.answer(CLOSED);
    expect(fieldOf(next).value).toBe("un car");
    expect(said(next)).toBe(CLOSED.sentence);
  });

  test("and read is said no more once another is added", async () => {
    const page = open();
    await page.type("un car");
    await page.press("add");
    await page.widget.answer(CLOSED);
    await page.press("add");
    expect(said(page)).toBe("");
    expect(recall("returned-idea:a")).toBeNull();
    await page.widget.answer();
    expect(said(page)).toBe("added");
    page.leave();
    expect(said(open())).toBe("");
  });

  test("says its reason again after a reload, until it is sent or dropped", async () => {
    const page = open();
    await page.type("un car");
    await page.press("add");
    await page.widget.answer(CLOSED);
    page.leave();
    expect(said(open())).toBe(CLOSED.sentence);
  });
});

describe("when the room has gone on to another phase", () => {
  async function writeTooLate(...texts: [string, string][]): Promise<Mounted> {
    const page = open();
    for (const [challenge, text] of texts) {
      if (challenge === "b") await page.press("go-there");
      await page.type(text);
      await page.press("add");
    }
    await act(() => lead("a", "closed", "scoring"));
    await page.widget.show(away);
    for (const index of texts.keys()) await page.widget.answer(CLOSED, index);
    return page;
  }

  test("an idea that came too late stays on the phone to be read aloud, with the reason", async () => {
    const page = await writeTooLate(["a", "un car"]);
    expect(page.find("blockquote").textContent).toBe("un car");
    expect(page.text).toContain(CLOSED.sentence);
  });

  test("it stays there after a reload, and is forgotten once it was read", async () => {
    (await writeTooLate(["a", "un car"])).leave();
    const next = open(away);
    expect(next.find("blockquote").textContent).toBe("un car");
    await next.press("returned-ok");
    expect(next.text).toBe("");
    expect(Object.keys(localStorage).filter((key) => key.startsWith("salle:draft") || key.includes("returned"))).toEqual([]);
  });

  test("an idea refused only after the reload is shown as well", async () => {
    const page = open();
    await page.type("un car");
    await page.press("add");
    page.leave();
    const next = open(away);
    expect(next.text).toBe("");
    await next.widget.answer(CLOSED);
    expect(next.find("blockquote").textContent).toBe("un car");
  });

  test("two ideas of two challenges are read and dropped one by one", async () => {
    const page = await writeTooLate(["a", "un car"], ["b", "un four"]);
    expect([...page.el.querySelectorAll("blockquote")].map((one) => one.textContent)).toEqual(["un car", "un four"]);
    await page.press("returned-ok");
    expect([...page.el.querySelectorAll("blockquote")].map((one) => one.textContent)).toEqual(["un four"]);
  });

  test("without anything refused nothing is shown", () => {
    expect(open(away).text).toBe("");
  });
});

describe("at the reveal", () => {
  test("what was still being written may be added as it stands", async () => {
    const page = open();
    await page.type("un car ");
    await page.widget.show(reveal);
    expect(page.text).toContain("unsent-title");
    await page.press("unsent-add");
    expect(page.widget.sent.at(-1)).toMatchObject({ intention: "write_idea", payload: { challenge: "a", text: "un car" } });
    await page.widget.answer();
    expect(page.text).not.toContain("unsent-title");
    expect(page.text).toContain("added-late"); // no other can be written now
    const held = { id: "i1", text: "un car", source: null, earlier: false, held: "Elle peut blesser.", corrected: false, voted_on: false };
    const kept = reveal.challenges.map((one) => (one.id === "a" ? { ...one, held: [held] } : one));
    await page.widget.show({ ...reveal, challenges: kept });
    expect(page.text).not.toContain("added-late");
    expect(page.text).toContain("held-correct");
  });

  test("what is refused there is offered again", async () => {
    const page = open();
    await page.type("un car");
    await page.widget.show(reveal);
    await page.press("unsent-add");
    await page.widget.answer(CLOSED);
    expect(page.find(".wk-card-chosen .wk-text").textContent).toBe("un car");
  });

  test("what is dropped is gone after a reload as well", async () => {
    const page = open();
    await page.type("un car");
    await page.widget.show(reveal);
    await page.press("unsent-drop");
    page.leave();
    expect(open(reveal).text).not.toContain("unsent-title");
  });
});

describe("an idea held back while people write", () => {
  test("takes away what was said of it as it was saved", async () => {
    const page = open();
    await page.type("Paul ne fait rien");
    await page.press("add");
    await page.widget.answer();
    const mine = { id: "i1", text: "Paul ne fait rien", source: null, earlier: false, held: "", corrected: false, voted_on: false };
    const withIdea = (held: string) => ({ ...writing, challenges: [{ ...challenges[0], ideas: [{ ...mine, held }] }, challenges[1]] });
    await page.widget.show(withIdea(""));
    expect(said(page)).toBe("added");
    await page.widget.show(withIdea("Elle nomme quelqu’un."));
    expect(page.el.querySelector(".wk-foot .wk-saved")?.textContent ?? "").toBe("");
  });

  test.each(["before the answer", "after the answer"])("is said where it was sent, and not that it was saved: %s", async (when) => {
    const page = open();
    await page.type("Paul ne fait rien");
    await page.press("add");
    const mine = { id: "i1", text: "Paul ne fait rien", source: null, earlier: false, corrected: false, voted_on: false };
    const held = { ...writing, challenges: [{ ...challenges[0], ideas: [{ ...mine, held: "Elle nomme quelqu’un." }] }, challenges[1]] };
    if (when === "before the answer") await page.widget.show(held);
    await page.widget.answer({ result: { idea: "i1" } });
    if (when !== "before the answer") await page.widget.show(held);
    expect(page.el.querySelector(".wk-foot .wk-saved")).toBeNull();
    expect(page.find(".wk-foot [role=status]").textContent).toContain("held held-correct");
    await page.type("Un banc");
    await page.press("add");
    await page.widget.answer({ result: { idea: "i2" } });
    expect(said(page)).toBe("added");
  });
});

describe("a correction", () => {
  const mine = { id: "i1", text: "un car", source: null, earlier: false, held: "", corrected: false, voted_on: false };
  const withIdea = { ...writing, challenges: [{ ...challenges[0], ideas: [mine] }, challenges[1]] };

  test("that is half written is there again after a reload", async () => {
    const page = open(withIdea);
    await page.press("correct");
    await page.type("un car le soir", ".wk-correcting textarea");
    page.leave();
    const next = open(withIdea);
    await next.press("correct");
    expect(next.find<HTMLTextAreaElement>(".wk-correcting textarea").value).toBe("un car le soir");
  });

  test("that is refused stays open with the reason", async () => {
    const page = open(withIdea);
    await page.press("correct");
    await page.type("x", ".wk-correcting textarea");
    await page.press("save");
    await page.widget.answer({ ok: false, sentence: "Trop court." });
    expect(page.find(".wk-correcting .wk-refused").textContent).toBe("Trop court.");
    expect(page.find<HTMLTextAreaElement>(".wk-correcting textarea").value).toBe("x");
  });

  test("refused after a reload is there when the idea is corrected again", async () => {
    const page = open(withIdea);
    await page.press("correct");
    await page.type("un car le soir", ".wk-correcting textarea");
    await page.press("save");
    page.leave();
    remember("draft:correct:i1", ""); // even if the draft had gone meanwhile
    const next = open(withIdea);
    await next.widget.answer(CLOSED);
    await next.press("correct");
    expect(next.find<HTMLTextAreaElement>(".wk-correcting textarea").value).toBe("un car le soir");
  });

  test("that is saved closes, and is said", async () => {
    const page = open(withIdea);
    await page.press("correct");
    await page.type("un car le soir", ".wk-correcting textarea");
    await page.press("save");
    await page.widget.answer();
    expect(page.el.querySelector(".wk-correcting")).toBeNull();
    expect(said(page)).toBe("corrected");
    expect(recall("draft:correct:i1")).toBeNull();
  });
});

describe("ideas stored by another page of the same person", () => {
  const become = (state: string) => {
    vi.spyOn(document, "visibilityState", "get").mockReturnValue(state as DocumentVisibilityState);
    document.dispatchEvent(new Event("visibilitychange"));
  };

  test("are asked for when this page is looked at again", () => {
    const page = open();
    become("hidden");
    expect(page.widget.asked).toEqual([]);
    become("visible");
    expect(page.widget.asked).toEqual(["look_again"]);
  });

  test("are not asked for while something of one's own is on its way: its answer tells them", async () => {
    const page = open();
    await page.type("un car");
    await page.press("add");
    become("visible");
    expect(page.widget.asked).toEqual(["write_idea"]);
  });

  test("are asked for by a page that was loaded anew", async () => {
    vi.spyOn(performance, "getEntriesByType").mockReturnValue([{ type: "reload" } as PerformanceNavigationTiming]);
    vi.resetModules();
    const [stage, anew] = [await import("../kit/stage"), await import("./ideas")];
    const page = new stage.Mounted(anew.Ideas, new stage.FakeWidget(writing));
    expect(page.widget.asked).toEqual(["look_again"]);
    page.leave();
  });
});

describe("an idea that was voted on", () => {
  const mine = { id: "i1", text: "un car", source: null, earlier: false, held: "", corrected: false, voted_on: true };

  test("offers nothing that would be refused, and says why", async () => {
    const later = { ...mine, id: "i2", text: "un vélo", voted_on: false };
    const page = open({ ...writing, challenges: [{ ...challenges[0], ideas: [mine, later] }, challenges[1]] });
    const cards = [...page.el.querySelectorAll(".wk-cards > li")];
    expect(cards.map((card) => card.querySelectorAll("button").length)).toEqual([0, 2]);
    expect(cards.map((card) => card.textContent?.includes("voted-on"))).toEqual([true, false]);
  });

  test("is not corrected either where it is held back from the room", () => {
    const held = { ...mine, held: "Elle peut blesser." };
    const page = open({ ...reveal, challenges: reveal.challenges.map((one) => (one.id === "a" ? { ...one, held: [held] } : one)) });
    const card = page.find(".wk-cards > li");
    expect(card.querySelector("button")).toBeNull();
    expect(card.textContent).toContain("voted-on");
    expect(card.textContent).not.toContain("held-correct");
  });
});

describe("a correction that the reveal interrupts", () => {
  const mine = { id: "i1", text: "un car", source: null, earlier: false, held: "", corrected: false, voted_on: false };
  const withIdea = { ...writing, challenges: [{ ...challenges[0], ideas: [mine] }, challenges[1]] };
  const revealed = (text: string, held: object[] = []) => {
    const options = held.length > 0 ? [] : [{ title: text, lone: true, ideas: [{ text, mine: true }] }];
    return { ...reveal, challenges: [{ ...reveal.challenges[0], options, held }, reveal.challenges[1]] };
  };
  /** Begin one in the writing; then everybody's ideas are shown. */
  const begin = async (model: object) => {
    const page = open(withIdea);
    await page.press("correct");
    await page.type("un car le soir", ".wk-correcting textarea");
    await act(() => lead("a", "reveal"));
    await page.widget.show(model);
    return page;
  };

  test("is shown there, to be read aloud, until it is dropped", async () => {
    const page = await begin(revealed("un car"));
    expect(page.text).toContain("unsent-correction");
    expect(page.find("blockquote").textContent).toBe("un car le soir");
    page.leave();
    const next = open(revealed("un car"));
    expect(next.find("blockquote").textContent).toBe("un car le soir");
    await next.press("returned-ok");
    expect(next.text).not.toContain("unsent-correction");
    expect(recall("draft:correct:i1")).toBeNull();
  });

  test("is not shown in another challenge", async () => {
    const page = await begin(revealed("un car"));
    await act(() => lead("b", "reveal"));
    expect(page.text).not.toContain("unsent-correction");
  });

  test("is not said to be unsent once it is saved, or is on its way", async () => {
    const page = open(withIdea);
    await page.press("correct");
    await page.type("un car le soir", ".wk-correcting textarea");
    await page.press("save");
    await act(() => lead("a", "reveal"));
    await page.widget.show(revealed("un car"));
    expect(page.text).not.toContain("unsent-correction");
    await page.widget.show(revealed("un car le soir"));
    await page.widget.answer();
    expect(page.text).not.toContain("unsent-correction");
  });

  test("stands in its form where the idea is held back: it may be sent yet", async () => {
    const page = await begin(revealed("un car", [{ ...mine, held: "Elle nomme quelqu’un." }]));
    expect(page.text).not.toContain("unsent-correction");
    expect(page.find<HTMLTextAreaElement>(".wk-correcting textarea").value).toBe("un car le soir");
  });
});
