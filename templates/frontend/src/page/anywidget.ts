/** The front-end half of anywidget: finding a widget's module, and the life of the widget and of its views. */
import type { AnyModel as Model } from "@anywidget/types";
import { newId } from "../identifier";

/** What a widget's module is handed; whatever manages it (here none of theirs, see manager.ts) is its own affair. */
export type AnyModel = Omit<Model, "widget_manager"> & { widget_manager: unknown };

/** `void`, since a module written by hand returns nothing at all. */
// biome-ignore lint/suspicious/noConfusingVoidType: the type of a function without a return
type Cleanup = void | (() => void);

interface WidgetModule {
  initialize?(context: { model: AnyModel; experimental: Experimental }): Cleanup | Promise<Cleanup>;
  render?(context: { model: AnyModel; el: HTMLElement; experimental: Experimental }): Cleanup | Promise<Cleanup>;
}

interface Experimental {
  invoke(name: string, message?: unknown, options?: { buffers?: DataView[]; signal?: AbortSignal }): Promise<[unknown, DataView[]]>;
}

/** Where a bundle of this page is served. */
export type Locate = (bundle: string) => string;

/** A module of a widget, which may also be made by its default export. */
type Imported = WidgetModule & { default?: WidgetModule | (() => WidgetModule | Promise<WidgetModule>) };

const modules = new Map<string, Promise<Imported>>();
const RETRY = [300, 1000, 2000, 4000, 8000];

/** Import a module; a link that fails is tried again under another address, since browsers remember a failure. */
export async function importAnew(address: string, load = (one: string): Promise<unknown> => import(one)): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await load(attempt === 0 ? address : `${address}?again=${attempt}`);
    } catch (error) {
      const pause = RETRY[attempt];
      if (pause === undefined || error instanceof SyntaxError) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Import each module once: `bundle:<name>` from this page's assets, an address as it is, else the text itself. */
export function loadModule(source: string, locate: Locate): Promise<Imported> {
  let module = modules.get(source);
  if (module === undefined) {
    module = (source.startsWith("bundle:") ? importAnew(locate(source.slice(7))) : importText(source)) as Promise<Imported>;
    modules.set(source, module);
    module.catch(() => modules.delete(source));
  }
  return module;
}

async function importText(source: string): Promise<unknown> {
  if (/^https?:\/\//.test(source)) return importAnew(source);
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** One widget: its module is loaded and initialised once, then gives any number of views. */
export class AnyRuntime {
  private readonly ready: Promise<WidgetModule>;
  private readonly cleanups: (() => void)[] = [];
  private readonly experimental: Experimental;

  constructor(
    private readonly model: AnyModel,
    locate: Locate,
  ) {
    this.experimental = { invoke: (name, message, options) => invoke(model, name, message, options) };
    addStyle(String(model.get("_css") ?? ""), String(model.get("_anywidget_id") ?? ""));
    this.ready = this.start(locate);
    this.ready.catch(() => undefined); // render() tells it
  }

  private async start(locate: Locate): Promise<WidgetModule> {
    const module = await loadModule(String(this.model.get("_esm")), locate);
    const made = module.default ?? module;
    const widget: WidgetModule = typeof made === "function" ? await made() : made;
    this.keep(await widget.initialize?.({ model: this.model, experimental: this.experimental }));
    return widget;
  }

  /** Show the widget in `el`; the function returned takes it away. */
  async render(el: HTMLElement): Promise<() => void> {
    const widget = await this.ready;
    const cleanup = await widget.render?.({ model: this.model, el, experimental: this.experimental });
    return typeof cleanup === "function" ? cleanup : () => undefined;
  }

  dispose(): void {
    for (const cleanup of this.cleanups.splice(0)) cleanup();
  }

  private keep(cleanup: Cleanup): void {
    if (typeof cleanup === "function") this.cleanups.push(cleanup);
  }
}

function addStyle(text: string, id: string): void {
  if (text === "" || (id !== "" && document.getElementById(id) !== null)) return;
  const style = document.createElement("style");
  style.id = id;
  style.textContent = text;
  document.head.append(style);
}

/** Ask the Python side a question and wait for its answer (anywidget's `@command`). */
function invoke(model: AnyModel, name: string, message?: unknown, options: { buffers?: DataView[]; signal?: AbortSignal } = {}) {
  const id = newId();
  return new Promise<[unknown, DataView[]]>((resolve, reject) => {
    const give = (error: unknown) => {
      model.off("msg:custom", answered);
      reject(error);
    };
    const late = setTimeout(() => give(new Error(`${name} was not answered`)), 3000);
    options.signal?.addEventListener("abort", () => give(options.signal?.reason));
    const answered = (content: { id?: string; response?: unknown }, buffers: DataView[]) => {
      if (content.id !== id) return;
      clearTimeout(late);
      model.off("msg:custom", answered);
      resolve([content.response, buffers]);
    };
    model.on("msg:custom", answered);
    model.send({ id, kind: "anywidget-command", name, msg: message }, undefined, options.buffers);
  });
}
