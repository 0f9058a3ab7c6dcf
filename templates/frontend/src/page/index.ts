/** The page: its kernel's widgets shown in their places, and the connection kept. */
import { AnyRuntime, importAnew, loadModule, type Locate } from "./anywidget";
import { Comms, type States } from "./comms";
import { Connection, GRACE, type News, type Visit } from "./connection";
import { KernelSocket } from "./kernel";
import { isSlim, SlimManager, type WidgetManager } from "./manager";
import type { KernelMessage } from "./protocol";
import { keepStanding, restoreStanding } from "./standing";
import { Strip, type PageWords } from "./strip";

interface PageConfig {
  kernel_id: string;
  base_url: string;
  bundle: string;
  assets: Record<string, string>;
  words: PageWords;
}

/** How long the server may take to say whether a kernel lives, in milliseconds. */
const VISIT = 2500;
/** Somebody who touched the page so lately is there, in milliseconds: the server asks once in this time. */
const TOUCHED = 90_000;
/** Loading the page anew more often than this many times in this time would not help. */
const RELOADS = { many: 3, within: 30_000, rest: 8000 };

class Page {
  private readonly socket: KernelSocket;
  private readonly comms: Comms;
  private readonly connection: Connection;
  private readonly strip: Strip;
  private manager: WidgetManager;
  private readonly shown = new Set<string>();
  private busy = false;
  private toldAt = 0;
  private leaving = false;
  private stock = false;
  private loss = "";
  /** When somebody last touched the page, and whether the server waits to hear of it. */
  private touchedAt = 0;
  private asked = false;

  constructor(private readonly config: PageConfig) {
    const address = new URL(`${config.base_url}api/kernels/${config.kernel_id}/channels`, location.href.replace("http", "ws"));
    this.socket = new KernelSocket(address.href, window.early);
    this.comms = new Comms({
      send: (...message) => {
        const id = this.socket.send(...message);
        this.toldAt = Date.now();
        return id;
      },
    });
    this.manager = new SlimManager(this.comms, this.locate, () => void this.catchUp());
    this.strip = new Strip(document.getElementById("page-strip")!, config.words ?? {});
    this.connection = new Connection({
      beat: (patience) => this.ask("api/alive", patience).then((answer) => answer?.ok === true),
      visit: () => this.visit(),
      socketIsOpen: () => this.socket.open,
      heardAt: () => this.socket.heardAt,
      toldAt: () => this.toldAt,
      kernelIsBusy: () => this.busy,
      openSocket: () => {
        this.busy = false;
        return this.socket.connect();
      },
      catchUp: (patience) => this.catchUp(patience),
      reload: () => this.reload(),
      isVisible: () => !document.hidden,
      say: (state) => this.say(state),
      now: () => Date.now(),
      random: () => Math.random(),
    });
    this.socket.onMessage = (message) => this.receive(message);
    this.socket.onAsked = (word) => {
      this.asked = word === "rest";
      if (Date.now() - this.touchedAt < TOUCHED && this.answer()) return;
      this.strip.show(word); // nothing where it stays
    };
    this.socket.onClose = (reason) => {
      // nobody joined here: the seat is free until somebody is really there, and the page stands as it is
      if (reason === "rest") {
        this.strip.show("rest");
        this.connection.resting = true;
        window.onpointerdown = window.onkeydown = () => this.connection.wake();
      } else {
        this.loss = reason;
        this.connection.trouble(GRACE);
      }
    };
  }

  async open(): Promise<void> {
    window.bring = (bundle) => loadModule(`bundle:${bundle}`, this.locate); // panels ask for others of theirs
    window.bring(this.config.bundle).catch(() => undefined); // the panels tell it
    this.listen();
    try {
      await this.socket.connect(); // one that did not open refuses what is sent next
      await this.catchUp();
    } catch {
      this.connection.trouble(GRACE);
    }
    this.connection.start();
  }

  private readonly locate: Locate = (bundle) => this.asset(`${bundle}.js`);

  private asset(name: string): string {
    return `${this.config.base_url}assets/${this.config.assets[name] ?? name}`;
  }

  private listen(): void {
    const touch = () => {
      this.touchedAt = Date.now();
      if (this.answer()) this.strip.show("");
    };
    for (const kind of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(kind, touch, { capture: true, passive: true });
    addEventListener("offline", () => this.connection.trouble(0));
    addEventListener("online", () => this.connection.resting || this.connection.wake());
    addEventListener("pageshow", (event) => event.persisted && this.connection.wake());
    addEventListener("visibilitychange", () => document.hidden || this.connection.wake());
    addEventListener("pagehide", (event) => {
      keepStanding();
      this.leaving = !event.persisted; // otherwise kept by the browser as it is, and perhaps shown again
    });
  }

  /** Say that somebody is there, if that was asked and can be heard: one that cannot is asked again once it is back. */
  private answer(): boolean {
    const said = this.asked && this.socket.sayHere();
    if (said) this.asked = false;
    return said;
  }

  private receive(message: KernelMessage): void {
    const type = message.header.msg_type;
    if (type === "status") {
      const state: string = message.content.execution_state;
      this.busy = state === "busy";
      if (/dead|restarting/.test(state)) this.connection.trouble(GRACE);
    }
    if (type.startsWith("comm_") && this.comms.receive(message)) return;
    this.manager.receive(message);
  }

  /** Bring every widget up to the kernel's present state, and show those that are not shown yet. */
  private async catchUp(patience?: number): Promise<void> {
    const states = await this.comms.requestStates(patience);
    if (!this.stock && !Object.values(states).every(isSlim)) await this.takeStock();
    await this.manager.adopt(states);
    await this.showAll(states);
  }

  private async takeStock(): Promise<void> {
    const { StockManager } = (await importAnew(this.locate("stock"))) as typeof import("./stock");
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = this.asset("stock.css");
    document.head.prepend(style); // before the page's own, which may then say otherwise
    this.stock = true;
    this.shown.clear();
    this.manager.close();
    this.manager = new StockManager(this.comms, (model) => new AnyRuntime(model, this.locate));
  }

  private async showAll(states: States): Promise<void> {
    const showing = [...document.querySelectorAll<HTMLElement>("[data-widget]")].map(async (place) => {
      const id = place.dataset.widget!;
      if (this.shown.has(id) || !(id in states)) return;
      this.shown.add(id);
      try {
        await this.manager.show(id, place);
      } catch (error) {
        this.shown.delete(id);
        console.error(error);
      }
    });
    await Promise.all(showing);
    const main = document.getElementById("content");
    if (main?.getAttribute("aria-busy") !== "true") return;
    main.removeAttribute("aria-busy");
    document.querySelector(".page-loading")?.remove();
    restoreStanding();
    dispatchEvent(new CustomEvent("room:ready"));
  }

  private say(state: News): void {
    if (this.leaving) return; // a page on its way out has not lost anything
    if (state !== "mended") this.strip.show((state === "lost" && this.loss) || state);
    dispatchEvent(new CustomEvent("room:connection", { detail: { state } }));
  }

  private async visit(): Promise<Visit> {
    const answer = await this.ask(`api/visit/${this.config.kernel_id}`, VISIT);
    if (answer === null || answer.status >= 500 || [408, 425, 429].includes(answer.status)) return "silent";
    if (!answer.ok) return "gone";
    try {
      return ((await answer.json()) as { alive: boolean }).alive ? "alive" : "gone";
    } catch {
      return "silent"; // something on the way answered in the server's place
    }
  }

  /** Ask the server; null when nothing came back in time. */
  private async ask(path: string, patience: number): Promise<Response | null> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patience);
    try {
      return await fetch(`${this.config.base_url}${path}`, { cache: "no-store", signal: stop.signal });
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Load the page anew, which brings a living kernel; a server that keeps losing them is given some rest. */
  private reload(): void {
    if (this.leaving) return;
    const now = Date.now();
    let times: number[] = [];
    try {
      times = (JSON.parse(sessionStorage.getItem("page:reloads") ?? "[]") as number[]).filter((time) => now - time < RELOADS.within);
      sessionStorage.setItem("page:reloads", JSON.stringify([...times, now]));
    } catch {
      // without storage every reload counts as the first
    }
    setTimeout(() => location.reload(), times.length < RELOADS.many ? 0 : RELOADS.rest);
  }
}

// a browser that is too old has been told so, and has no page
if (!("old" in document.documentElement.dataset))
  void new Page(JSON.parse(document.getElementById("page-config")!.textContent!) as PageConfig).open();
