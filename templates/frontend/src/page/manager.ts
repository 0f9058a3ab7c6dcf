/** The widgets of this page. Pages made of anywidget panels stay slim; any other widget brings the stock manager with it. */
import { AnyRuntime, type Locate } from "./anywidget";
import type { Comms, States, WidgetState } from "./comms";
import { SlimModel } from "./model";
import { putBuffers, type KernelMessage } from "./protocol";

export interface WidgetManager {
  /** Take every widget's present state: new ones are made, known ones brought up to date. */
  adopt(states: States): Promise<void>;
  /** Take a comm message of the kernel. */
  receive(message: KernelMessage): void;
  /** Show a widget in its place; resolves once it is there, false if there is no such widget. */
  show(id: string, place: HTMLElement): Promise<boolean>;
  /** Take every view away. */
  close(): void;
}

/** Whether the slim manager can show a widget: an anywidget, or the layout each one has. */
export function isSlim(widget: Pick<WidgetState, "model_module" | "model_name">): boolean {
  return widget.model_module === "anywidget" || (widget.model_module === "@jupyter-widgets/base" && widget.model_name === "LayoutModel");
}

export class SlimManager implements WidgetManager {
  private readonly models = new Map<string, SlimModel>();
  private readonly runtimes = new Map<string, AnyRuntime>();
  private readonly takeAway = new Set<() => void>();

  constructor(
    private readonly comms: Comms,
    private readonly locate: Locate,
    /** A widget appeared that needs the stock manager. */
    private readonly onStock: () => void,
  ) {}

  async adopt(states: States): Promise<void> {
    for (const [id, { state }] of Object.entries(states)) this.take(id, state);
  }

  receive(message: KernelMessage): void {
    const { comm_id: id, data } = message.content;
    if (message.header.msg_type === "comm_open") {
      if (message.content.target_name !== "jupyter.widget") return;
      putBuffers(data.state, data.buffer_paths ?? [], message.buffers);
      if (isSlim({ model_module: data.state._model_module, model_name: data.state._model_name })) this.take(id, data.state);
      else this.onStock();
      return;
    }
    const model = this.models.get(id);
    if (model === undefined) return;
    if (message.header.msg_type === "comm_close") {
      this.runtimes.get(id)?.dispose();
      this.runtimes.delete(id);
      this.models.delete(id);
      model.trigger("destroy", model);
    } else if (data.method === "update") {
      // An echo_update only repeats what this page sent: a kernel has one page.
      putBuffers(data.state, data.buffer_paths ?? [], message.buffers);
      model.receive(data.state);
    } else if (data.method === "custom") {
      model.trigger("msg:custom", data.content, message.buffers);
    }
  }

  async show(id: string, place: HTMLElement): Promise<boolean> {
    const model = this.models.get(id);
    const runtime = this.runtimes.get(id);
    if (model === undefined || runtime === undefined) return false;
    const el = document.createElement("div");
    this.dress(el, model);
    place.replaceChildren(el);
    const away = await runtime.render(el);
    this.takeAway.add(() => {
      away();
      el.remove();
    });
    return true;
  }

  close(): void {
    for (const away of this.takeAway) away();
    this.takeAway.clear();
    for (const runtime of this.runtimes.values()) runtime.dispose();
    this.runtimes.clear();
    this.models.clear();
  }

  /** What anywidget modules may call to reach another widget. */
  async get_model(id: string): Promise<SlimModel> {
    const model = this.models.get(id.replace(/^IPY_MODEL_/, ""));
    if (model === undefined) throw new Error(`there is no widget ${id}`);
    return model;
  }

  private take(id: string, state: Record<string, unknown>): void {
    const known = this.models.get(id);
    if (known !== undefined) {
      known.receive(state);
      return;
    }
    const model = new SlimModel(id, state, this.comms, this);
    this.models.set(id, model);
    if (state._model_module === "anywidget" || "_esm" in state) this.runtimes.set(id, new AnyRuntime(model, this.locate));
  }

  /** Classes, and the sizes and margins that Python set on the widget. */
  private dress(el: HTMLElement, model: SlimModel): void {
    el.classList.add(...((model.get("_dom_classes") as string[] | undefined) ?? []));
    const layout = this.models.get(String(model.get("layout") ?? "").replace("IPY_MODEL_", ""));
    if (layout === undefined) return;
    for (const name of LAYOUT) {
      const value = layout.get(name);
      if (typeof value === "string" && value !== "") el.style.setProperty(name.replaceAll("_", "-"), value);
    }
  }
}

const LAYOUT =
  "align_self border display flex grid_area height margin max_height max_width min_height min_width overflow padding visibility width".split(
    " ",
  );
