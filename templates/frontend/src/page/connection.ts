/**
 * Losing the connection and coming back. A page that lost its server says so and keeps trying, for ever; once the server
 * answers, either this page's kernel still lives (the socket is opened again and the state caught up) or it does not (the page
 * is loaded anew; drafts and unsent words are on the device).
 */

export type Visit = "alive" | "gone" | "silent";
/** A loss, the return from it, or the return from a loss so short that the person was not told: what was under way may be lost. */
export type News = "lost" | "back" | "mended";

/** What the connection does to the world; tests hand in their own. */
export interface World {
  /** Ask the server for a sign of life; resolves to whether it came within `patience` milliseconds. */
  beat(patience: number): Promise<boolean>;
  /** Ask the server whether this page's kernel still lives. */
  visit(): Promise<Visit>;
  socketIsOpen(): boolean;
  /** When the kernel's side last said anything, and when it was last told anything; 0 for never. */
  heardAt(): number;
  toldAt(): number;
  /** Whether the kernel said it is at work: it may keep silent for long. */
  kernelIsBusy(): boolean;
  openSocket(): Promise<boolean>;
  /** Catch up with the kernel's state; rejects when it stays silent for `patience` milliseconds. */
  catchUp(patience: number): Promise<void>;
  reload(): void;
  isVisible(): boolean;
  /** Tell the page, and the person if it is worth a word. */
  say(state: News): void;
  now(): number;
  random(): number;
}

/** Milliseconds. A sign of life is asked for every BEAT; BEAT + PATIENCE stays under the 3 s within which a loss is said. */
export const BEAT = 1400;
export const PATIENCE = 1300;
/** A socket that closes is often opened again at once; a loss this short is not worth a word. */
export const GRACE = 800;
const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 2000;
/** The least rest between two attempts: one that was long in failing needs no more. */
const SHORTEST_PAUSE = 100;
/** After a silence this long the device slept, and a socket that looks open may be dead. */
const SLEPT = 6000;
/** A kernel that is not at work answers within this time. */
const ANSWER = 4000;
/** How long a kernel may take to hand over its state on an open socket, and on a new one. */
const PROBE = 1500;
const FRESH = 6000;

export class Connection {
  /** Nobody joined here, and the seat was given to others: until somebody is there, nothing is tried, whatever the network does. */
  resting = false;
  private lost = false;
  private recovering = false;
  private graceEnds: ReturnType<typeof setTimeout> | null = null;
  private nextBeat: ReturnType<typeof setTimeout> | null = null;
  private hurry: () => void = () => undefined;
  private lastBeat: number;

  constructor(private readonly world: World) {
    this.lastBeat = world.now();
  }

  /** Start asking for signs of life. */
  start(): void {
    this.schedule(BEAT);
  }

  /** Something is wrong: try to come back, and say so unless that takes less than `grace`. */
  trouble(grace: number): void {
    if (this.resting) return;
    if (!this.lost) this.sayLostIn(grace);
    if (!this.recovering) void this.recover();
  }

  /** The person came back to the page, or the network to the device: look at once. The network alone wakes none that rests. */
  wake(): void {
    this.resting = false;
    if (this.recovering) {
      this.hurry();
      return;
    }
    const slept = this.world.now() - this.lastBeat > SLEPT;
    if (slept || !this.world.socketIsOpen()) this.trouble(BEAT);
    else this.schedule(0);
  }

  private schedule(pause: number): void {
    if (this.nextBeat !== null) clearTimeout(this.nextBeat);
    this.nextBeat = setTimeout(() => void this.beat(), pause);
  }

  private async beat(): Promise<void> {
    const began = this.world.now();
    let since = began;
    if (this.world.isVisible() && !this.recovering) {
      this.lastBeat = began;
      if (this.isDeaf(began)) this.trouble(0);
      else if (this.hasJustHeard(began))
        since = this.world.heardAt(); // a loss right after that word must be noticed in time too
      else if (!(await this.world.beat(PATIENCE))) {
        const refused = this.world.now() - began < PATIENCE / 2;
        if (this.world.isVisible()) this.trouble(refused ? GRACE / 2 : 0);
      }
    }
    this.schedule(Math.max(0, BEAT - (this.world.now() - since)));
  }

  private hasJustHeard(now: number): boolean {
    return this.world.socketIsOpen() && now - this.world.heardAt() < BEAT;
  }

  /** Told something, the kernel always says at least that it is at work; if not, the socket only looks open. */
  private isDeaf(now: number): boolean {
    const { world } = this;
    return !world.kernelIsBusy() && world.toldAt() > world.heardAt() && now - world.toldAt() > ANSWER;
  }

  private async recover(): Promise<void> {
    this.recovering = true;
    let pause = FIRST_PAUSE;
    for (;;) {
      const began = this.world.now();
      const visit = await this.world.visit();
      if (visit === "gone") {
        this.sayLostIn(0);
        this.world.reload();
        return;
      }
      if (visit === "alive" && (await this.reopen())) break;
      const spent = this.world.now() - began;
      await this.rest(Math.max(SHORTEST_PAUSE, pause * (0.5 + this.world.random()) - spent));
      pause = Math.min(pause * 1.7, LONGEST_PAUSE);
    }
    this.recovering = false;
    this.lastBeat = this.world.now();
    if (this.graceEnds !== null) clearTimeout(this.graceEnds);
    this.graceEnds = null;
    const news = this.lost ? "back" : "mended";
    this.lost = false;
    this.world.say(news);
  }

  private async reopen(): Promise<boolean> {
    if (this.world.socketIsOpen() && (this.world.kernelIsBusy() || (await this.catchUp(PROBE)))) return true;
    return (await this.world.openSocket()) && (this.world.kernelIsBusy() || (await this.catchUp(FRESH)));
  }

  private catchUp(patience: number): Promise<boolean> {
    return this.world.catchUp(patience).then(
      () => true,
      () => false,
    );
  }

  private rest(pause: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private sayLostIn(grace: number): void {
    if (this.graceEnds !== null) clearTimeout(this.graceEnds);
    const say = () => {
      this.graceEnds = null;
      if (this.lost) return;
      this.lost = true;
      this.world.say("lost");
    };
    if (grace <= 0) say();
    else this.graceEnds = setTimeout(say, grace);
  }
}
