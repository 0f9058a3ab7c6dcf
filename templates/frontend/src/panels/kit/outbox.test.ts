import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { forgetOldRooms, handOver, recall, remember } from "./device";
import { Outbox } from "./outbox";
import type { PanelModel } from "./model";

/** A store behind a connection: does each intention once, and answers unless told to lose the answer. */
class FakeStore {
  readonly done: string[] = [];
  readonly received: { id: string; intention: string; payload: any }[] = [];
  private readonly answers = new Map<string, object>();
  refuses: string | null = null;
  full = false;

  answer(letter: { id: string; intention: string; payload: any }): object {
    this.received.push(letter);
    const known = this.answers.get(letter.id);
    if (known !== undefined) return known;
    if (this.full) return { ack: letter.id, ok: false, sentence: "Pas encore enregistré", waiting: true };
    if (this.refuses === null) this.done.push(letter.payload.text);
    const answer =
      this.refuses === null ? { ack: letter.id, ok: true, result: null } : { ack: letter.id, ok: false, sentence: this.refuses };
    this.answers.set(letter.id, answer);
    return answer;
  }
}

/** One tab's model of a panel. */
class FakeModel implements PanelModel {
  away = false;
  losesAnswers = false;
  private callbacks: ((content: any) => void)[] = [];
  constructor(private readonly store: FakeStore) {}

  get(): unknown {
    return undefined;
  }
  on(_event: string, callback: (...values: any[]) => void): void {
    this.callbacks.push(callback);
  }
  off(_event: string, callback?: ((...values: any[]) => void) | null): void {
    this.callbacks = this.callbacks.filter((one) => one !== callback);
  }
  send(content: unknown): void {
    if (this.away) throw new Error("the connection is away");
    const answer = this.store.answer(structuredClone(content) as any);
    if (!this.losesAnswers)
      queueMicrotask(() => {
        for (const callback of this.callbacks) callback(answer);
      });
  }
}

let store: FakeStore;
let open: Outbox[];

const tab = (model: FakeModel, panel = "ideas"): Outbox => {
  const outbox = new Outbox(panel, model, () => "trop long");
  open.push(outbox);
  return outbox;
};
const back = () => window.dispatchEvent(new CustomEvent("room:connection", { detail: { state: "back" } }));
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  document.documentElement.dataset.room = "salle";
  store = new FakeStore();
  open = [];
});

afterEach(() => {
  for (const outbox of open) outbox.close();
  vi.useRealTimers();
});

describe("what the store could not save", () => {
  test("stays on the device, and is sent again by itself until it is saved, once", async () => {
    const outbox = tab(new FakeModel(store));
    store.full = true;
    const answer = vi.fn();
    void outbox.send("write_idea", { text: "une" }).then(answer);
    await settle();
    expect(outbox.waiting).toBe(1);
    expect(localStorage.length).toBe(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(store.received.length).toBeGreaterThan(2);
    expect(answer).not.toHaveBeenCalled();

    store.full = false;
    await vi.advanceTimersByTimeAsync(33_000);
    expect(answer).toHaveBeenCalledWith(expect.objectContaining({ ok: true }));
    expect(store.done).toEqual(["une"]);
    expect(localStorage.length).toBe(0);
    expect(outbox.waiting).toBe(0);
  });

  test("is still there after a reload, and nothing is given back as refused", async () => {
    store.full = true;
    const before = tab(new FakeModel(store));
    void before.send("write_idea", { text: "une" });
    await settle();
    before.close();
    const after = tab(new FakeModel(store));
    await settle();
    expect(after.waiting).toBe(1);
    expect(after.returned).toEqual([]);
    store.full = false;
    await vi.advanceTimersByTimeAsync(33_000);
    expect(store.done).toEqual(["une"]);
  });
});

describe("a letter", () => {
  test("is acknowledged and forgotten", async () => {
    const outbox = tab(new FakeModel(store));
    await expect(outbox.send("write_idea", { text: "une" })).resolves.toMatchObject({ ok: true });
    expect(outbox.waiting).toBe(0);
    expect(localStorage.length).toBe(0);
  });

  test("written while the connection is away is kept, and goes out once when it is back", async () => {
    const model = new FakeModel(store);
    const outbox = tab(model);
    model.away = true;
    const sent = outbox.send("write_idea", { text: "une" });
    await settle();
    expect([outbox.waiting, localStorage.length]).toEqual([1, 1]);
    model.away = false;
    back();
    await sent;
    expect(store.done).toEqual(["une"]);
  });

  test("survives the page: the next one sends it, under the same id", async () => {
    const model = new FakeModel(store);
    model.losesAnswers = true;
    void tab(model).send("write_idea", { text: "une" });
    open[0]!.close(); // the page is gone; the store has the letter, the page never learned it
    const next = tab(new FakeModel(store));
    await settle();
    expect(next.waiting).toBe(0);
    expect(store.done).toEqual(["une"]);
    expect(new Set(store.received.map(({ id }) => id)).size).toBe(1);
  });

  test("whose answer was lost is sent again, less and less often, and done once", async () => {
    const model = new FakeModel(store);
    model.losesAnswers = true;
    const outbox = tab(model);
    void outbox.send("write_idea", { text: "une" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.received.length).toBeGreaterThan(2);
    expect(store.received.length).toBeLessThan(8);
    expect(store.done).toEqual(["une"]);
    model.losesAnswers = false;
    back();
    await settle();
    expect(outbox.waiting).toBe(0);
  });

  test("is sent again at once after a loss too short to be said", async () => {
    const model = new FakeModel(store);
    model.losesAnswers = true;
    const outbox = tab(model);
    void outbox.send("write_idea", { text: "une" });
    model.losesAnswers = false;
    window.dispatchEvent(new CustomEvent("room:connection", { detail: { state: "mended" } }));
    await settle();
    expect(outbox.waiting).toBe(0);
    expect(store.done).toEqual(["une"]);
  });

  test("never overtakes an older one: a score changed twice ends as it was set last", async () => {
    const model = new FakeModel(store);
    const outbox = tab(model);
    model.away = true;
    void outbox.send("set_score", { text: "1" });
    void outbox.send("set_score", { text: "2" });
    model.away = false; // the connection is there again before anything told so
    void outbox.send("set_score", { text: "3" });
    await settle();
    expect(store.done).toEqual(["1", "2", "3"]);
  });

  test("that is refused is answered with the sentence and not sent again", async () => {
    store.refuses = "Cette étape est close.";
    const outbox = tab(new FakeModel(store));
    await expect(outbox.send("write_idea", { text: "une" })).resolves.toMatchObject({ ok: false, sentence: "Cette étape est close." });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.received).toHaveLength(1);
  });

  test("refused after a reload is shown with its words until the person has read it", async () => {
    const model = new FakeModel(store);
    model.away = true;
    void tab(model).send("write_idea", { text: "une idée" });
    open[0]!.close();
    store.refuses = "Cette étape est close.";
    const next = tab(new FakeModel(store));
    await settle();
    next.close();
    const third = tab(new FakeModel(store)); // nobody read it on the page before
    expect(third.returned).toMatchObject([{ sentence: "Cette étape est close.", payload: { text: "une idée" } }]);
    expect(third.takeReturned()).toHaveLength(1);
    expect(third.returned).toEqual([]);
    expect(tab(new FakeModel(store)).returned).toEqual([]);
  });

  test("too long for the connection is refused here", async () => {
    const outbox = tab(new FakeModel(store));
    await expect(outbox.send("import", { text: "x".repeat(4_000_000) })).resolves.toEqual({ ok: false, sentence: "trop long" });
    expect(store.received).toEqual([]);
  });

  test("of an earlier page goes out before what is written on this one", async () => {
    const model = new FakeModel(store);
    model.away = true;
    const before = tab(model);
    void before.send("set_score", { text: "1" });
    void before.send("set_score", { text: "2" });
    before.close();
    const next = tab(new FakeModel(store));
    void next.send("set_score", { text: "3" });
    await settle();
    expect(store.done).toEqual(["1", "2", "3"]);
  });

  test("is not sent while the connection is said to be lost, and not after its page is closed", async () => {
    const model = new FakeModel(store);
    model.losesAnswers = true;
    const outbox = tab(model);
    void outbox.send("write_idea", { text: "une" });
    window.dispatchEvent(new CustomEvent("room:connection", { detail: { state: "lost" } }));
    expect(store.received).toHaveLength(1);
    outbox.close();
    back();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.received).toHaveLength(1);
  });

  test("that is refused after a reload is forgotten once it was read, and the panel is drawn again", async () => {
    const model = new FakeModel(store);
    model.away = true;
    void tab(model).send("write_idea", { text: "une idée" });
    open[0]!.close();
    store.refuses = "Cette étape est close.";
    const next = tab(new FakeModel(store));
    await settle();
    const drawn = vi.fn();
    next.watchers.add(drawn);
    next.dismiss(next.returned[0]!);
    expect([next.returned, localStorage.length]).toEqual([[], 0]);
    expect(drawn).toHaveBeenCalledOnce();
  });

  test("is of its panel alone", async () => {
    const model = new FakeModel(store);
    model.away = true;
    void tab(model, "ideas").send("write_idea", { text: "une" });
    open[0]!.close();
    tab(new FakeModel(store), "ideas-of-others");
    await settle();
    expect(store.received).toEqual([]);
  });
});

describe("two tabs on one phone", () => {
  test("do not overwrite each other's letters", async () => {
    const [one, two] = [new FakeModel(store), new FakeModel(store)];
    one.away = two.away = true;
    void tab(one).send("write_idea", { text: "une" });
    void tab(two).send("write_idea", { text: "deux" });
    for (const outbox of open) outbox.close(); // the phone is switched off
    tab(new FakeModel(store));
    await settle();
    expect(store.done).toEqual(["une", "deux"]);
  });

  test("both send a letter that both know, which is done once and answered in both", async () => {
    const one = new FakeModel(store);
    one.away = true;
    const first = tab(one);
    const sent = first.send("write_idea", { text: "une" });
    const second = tab(new FakeModel(store));
    await settle();
    expect(second.waiting).toBe(0);
    one.away = false;
    back();
    await expect(sent).resolves.toMatchObject({ ok: true });
    expect(store.done).toEqual(["une"]);
    expect(localStorage.length).toBe(0);
  });
});

describe("the device", () => {
  test("without storage still takes part", async () => {
    vi.stubGlobal("localStorage", {
      getItem: () => {
        throw new Error("forbidden");
      },
      setItem: () => {
        throw new Error("forbidden");
      },
    });
    const model = new FakeModel(store);
    model.away = true;
    const outbox = tab(model);
    const sent = outbox.send("write_idea", { text: "une" });
    model.away = false;
    back();
    await expect(sent).resolves.toMatchObject({ ok: true });
    expect(remember("a", 1)).toBe(false);
  });

  test("keeps another workshop's letters to itself", async () => {
    const model = new FakeModel(store);
    model.away = true;
    void tab(model).send("write_idea", { text: "d’hier" });
    open[0]!.close();
    document.documentElement.dataset.room = "autre";
    tab(new FakeModel(store));
    await settle();
    expect(store.received).toEqual([]);
  });

  test("passes over what it cannot read", async () => {
    localStorage.setItem("salle:outbox:ideas:x", "{broken");
    localStorage.setItem("salle:outbox:ideas:y", '"not a letter"');
    const outbox = tab(new FakeModel(store));
    expect(outbox.waiting).toBe(0);
  });

  test("does not offer a draft again while it is on its way, and keeps one that was refused", () => {
    remember("draft:one", "première");
    remember("draft:two", "deuxième");
    const keepAgain = handOver("one", "two", "three");
    expect([recall("draft:one"), recall("draft:two")]).toEqual([null, null]);
    remember("draft:two", "écrite depuis");
    keepAgain();
    expect([recall("draft:one"), recall("draft:two"), recall("draft:three")]).toEqual(["première", "écrite depuis", null]);
  });

  test("forgets the words of workshops of long ago, and no others", () => {
    const day = 24 * 3600_000;
    forgetOldRooms(0);
    remember("draft:idea", "vieux");
    document.documentElement.dataset.room = "salle2";
    forgetOldRooms(20 * day);
    remember("draft:idea", "récent");
    document.documentElement.dataset.room = "salle3";
    forgetOldRooms(40 * day);
    const kept = (room: string) => {
      document.documentElement.dataset.room = room;
      return recall("draft:idea");
    };
    expect([kept("salle"), kept("salle2")]).toEqual([null, "récent"]);
  });
});
