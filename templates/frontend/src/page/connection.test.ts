import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BEAT, Connection, GRACE, PATIENCE, type News, type Visit, type World } from "./connection";

/** A world that does as it is told, with the clock of the test. */
function makeWorld() {
  const world = {
    said: [] as string[],
    reloads: 0,
    caughtUp: 0,
    sockets: 0,
    answers: true,
    visitAnswer: "alive" as Visit,
    open: true,
    opens: true,
    states: true,
    visible: true,
    busy: false,
    heard: 0,
    told: 0,
    visits: [] as number[],
    beat: async (patience: number) => {
      if (!world.answers) await new Promise((resolve) => setTimeout(resolve, patience));
      return world.answers;
    },
    visit: async () => {
      world.visits.push(Date.now());
      return world.visitAnswer;
    },
    socketIsOpen: () => world.open,
    heardAt: () => world.heard,
    toldAt: () => world.told,
    kernelIsBusy: () => world.busy,
    openSocket: async () => {
      world.sockets += 1;
      world.open = world.opens;
      return world.opens;
    },
    catchUp: async () => {
      if (!world.states) throw new Error("silent");
      world.caughtUp += 1;
    },
    reload: () => {
      world.reloads += 1;
    },
    isVisible: () => world.visible,
    say: (state: News) => world.said.push(state),
    now: () => Date.now(),
    random: () => 0.5,
  };
  return world satisfies World;
}

let world: ReturnType<typeof makeWorld>;
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers();
  world = makeWorld();
  connection = new Connection(world);
  connection.start();
});

afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe("a loss", () => {
  test("of a silent server is said within three seconds, wherever it falls between two signs of life", async () => {
    expect(BEAT + PATIENCE).toBeLessThan(3000);
    await pass(BEAT + 1); // a good sign of life
    world.answers = false;
    world.visitAnswer = "silent";
    await pass(2999);
    expect(world.said).toEqual(["lost"]);
  });

  test("is noticed as fast right after the kernel spoke", async () => {
    await pass(BEAT - 100);
    world.heard = Date.now();
    world.answers = false;
    world.visitAnswer = "silent";
    await pass(2999);
    expect(world.said).toEqual(["lost"]);
  });

  test("of the device's network is said at once", async () => {
    world.visitAnswer = "silent";
    connection.trouble(0);
    expect(world.said).toEqual(["lost"]);
  });

  test("of the socket that comes back at once is not worth a word", async () => {
    world.open = false;
    connection.trouble(GRACE);
    await pass(GRACE + 100);
    expect(world.said).toEqual(["mended"]); // to the page alone, which sends again what was under way
    expect(world.sockets).toBe(1);
    expect(world.caughtUp).toBe(1);
  });

  test("of the socket that stays away is said after the grace", async () => {
    world.open = false;
    world.opens = false;
    connection.trouble(GRACE);
    await pass(GRACE - 50);
    expect(world.said).toEqual([]);
    await pass(100);
    expect(world.said).toEqual(["lost"]);
  });

  test("is said once, however many signs of it come", async () => {
    world.visitAnswer = "silent";
    connection.trouble(0);
    connection.trouble(0);
    connection.trouble(GRACE);
    await pass(10_000);
    expect(world.said).toEqual(["lost"]);
  });
});

describe("coming back", () => {
  test("opens the socket again, catches up and says so", async () => {
    world.visitAnswer = "silent";
    world.open = false;
    connection.trouble(0);
    await pass(20_000);
    world.visitAnswer = "alive";
    await pass(3000);
    expect(world.said).toEqual(["lost", "back"]);
    expect(world.sockets).toBe(1);
    expect(world.reloads).toBe(0);
  });

  test("is tried for ever, and never more than a few seconds apart", async () => {
    world.visitAnswer = "silent";
    connection.trouble(0);
    await pass(20 * 60_000);
    const pauses = world.visits.slice(1).map((time, index) => time - world.visits[index]!);
    expect(world.visits.length).toBeGreaterThan(400);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(3000);
  });

  test("keeps a socket that still answers", async () => {
    connection.trouble(0);
    await pass(100);
    expect(world.sockets).toBe(0);
    expect(world.said).toEqual(["lost", "back"]);
  });

  test("replaces a socket that looks open and is dead", async () => {
    world.states = false;
    const opened = world.openSocket;
    world.openSocket = () => {
      world.states = true;
      return opened();
    };
    connection.trouble(0);
    await pass(100);
    expect(world.sockets).toBe(1);
    expect(world.said).toEqual(["lost", "back"]);
  });

  test("to a kernel that is gone loads the page anew, once", async () => {
    world.visitAnswer = "gone";
    connection.trouble(GRACE);
    await pass(30_000);
    expect(world.reloads).toBe(1);
    expect(world.said).toEqual(["lost"]);
  });

  test("can be lost again", async () => {
    connection.trouble(0);
    await pass(100);
    world.visitAnswer = "silent";
    connection.trouble(0);
    expect(world.said).toEqual(["lost", "back", "lost"]);
  });
});

describe("a device that slept", () => {
  test("asks for no sign of life while nobody looks", async () => {
    world.visible = false;
    world.answers = false;
    await pass(60_000);
    expect(world.said).toEqual([]);
    expect(world.visits).toEqual([]);
  });

  test("looks at once when it wakes, and a kernel gone meanwhile brings a new page", async () => {
    world.visible = false;
    await pass(20 * 60_000);
    world.visible = true;
    world.visitAnswer = "gone";
    connection.wake();
    await pass(10);
    expect(world.reloads).toBe(1);
  });

  test("catches up after a long sleep even though the socket looks open", async () => {
    world.visible = false;
    await pass(60_000);
    world.visible = true;
    connection.wake();
    await pass(10);
    expect(world.caughtUp).toBe(1);
    expect(world.said).toEqual(["mended"]);
  });

  test("hurries a pause between two attempts", async () => {
    world.visitAnswer = "silent";
    connection.trouble(0);
    await pass(30_000);
    const before = world.visits.length;
    connection.wake();
    await pass(1);
    expect(world.visits.length).toBe(before + 1);
  });
});

describe("a page that rests, as nobody joined from it", () => {
  test("asks for no seat when its network goes and comes back, nor when the server is slow", async () => {
    world.open = false;
    connection.resting = true;
    connection.trouble(0);
    await pass(100);
    world.answers = false;
    await pass(20_000);
    world.answers = true;
    await pass(20_000);
    expect(world.sockets).toBe(0);
    expect(world.said).toEqual([]);
  });

  test("comes back once somebody is there", async () => {
    world.open = false;
    connection.resting = true;
    connection.wake();
    await pass(100);
    expect(world.sockets).toBe(1);
    connection.trouble(0);
    expect(world.said).toEqual(["mended", "lost"]);
  });
});

describe("a kernel", () => {
  test("that was told something and says nothing is looked at", async () => {
    world.heard = Date.now();
    world.told = Date.now() + 10;
    const opened = vi.spyOn(world, "catchUp").mockImplementation(async () => {
      world.heard = Date.now();
    });
    await pass(4000);
    expect(opened).not.toHaveBeenCalled();
    await pass(6000);
    expect(opened).toHaveBeenCalledOnce();
  });

  test("that is at work may keep silent", async () => {
    world.busy = true;
    world.told = Date.now() + 10;
    await pass(20_000);
    expect(world.visits).toEqual([]);
    expect(world.said).toEqual([]);
  });

  test("that speaks spares the server the signs of life", async () => {
    const beat = vi.spyOn(world, "beat");
    for (let second = 0; second < 10; second += 1) {
      world.heard = Date.now();
      await pass(1000);
    }
    expect(beat).not.toHaveBeenCalled();
  });
});
