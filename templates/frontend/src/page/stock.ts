/** The stock manager: every widget of ipywidgets' own modules, and anywidget beside them. A page loads it only when it needs it. */
// biome-ignore-all lint/suspicious/noExplicitAny: the signatures of the classes this file extends
import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import * as controls from "@jupyter-widgets/controls";
import { Widget } from "@lumino/widgets";
import type { AnyModel, AnyRuntime } from "./anywidget";
import type { Comms, States } from "./comms";
import type { WidgetManager } from "./manager";
import type { Binary, KernelMessage } from "./protocol";

/** Makes the runtime of an anywidget; handed in, so that this chunk shares no code with the slim page. */
type Start = (model: AnyModel) => AnyRuntime;

type Heard = (message: any) => void;

/** A comm as the stock models expect it. */
class StockComm implements base.IClassicComm {
  heard: Heard = () => undefined;
  closed: Heard = () => undefined;
  readonly target_name = "jupyter.widget";

  constructor(
    readonly comm_id: string,
    private readonly manager: StockManager,
  ) {}

  open(data: any, callbacks?: any, metadata?: any, buffers?: any): string {
    return this.manager.expect(callbacks, () => this.manager.comms.open(this.target_name, this.comm_id, data, metadata, buffers));
  }

  send(data: any, callbacks?: any, _metadata?: any, buffers?: any): string {
    return this.manager.tell(this.comm_id, data, callbacks, buffers ?? []);
  }

  close(): string {
    return this.manager.comms.close(this.comm_id);
  }

  on_msg(callback: Heard): void {
    this.heard = callback;
  }

  on_close(callback: Heard): void {
    this.closed = callback;
  }
}

export class StockManager extends ManagerBase implements WidgetManager {
  private readonly known = new Map<string, StockComm>();
  private readonly expected = new Map<string, any>();
  private readonly unsent: (() => void)[] = [];
  private readonly views: base.DOMWidgetView[] = [];
  private readonly anywidget: Record<string, unknown>;

  constructor(
    readonly comms: Comms,
    start: Start,
  ) {
    super();
    this.anywidget = anywidgetClasses(start);
  }

  async adopt(states: States): Promise<void> {
    this.settle();
    const taken = Object.entries(states).map(async ([id, widget]) => {
      try {
        if (this.has_model(id)) await this.update(id, widget.state);
        else await this.new_model({ ...widget, model_id: id, comm: this.comm(id) }, widget.state);
      } catch (error) {
        console.error(error); // the other widgets can still be shown
      }
    });
    await Promise.all(taken);
    for (const send of this.unsent.splice(0)) send();
  }

  receive(message: KernelMessage): void {
    const { header, content, parent_header: parent } = message;
    if (header.msg_type === "status") {
      const callbacks = this.expected.get(parent.msg_id ?? "");
      callbacks?.iopub?.status?.(message);
      if (content.execution_state === "idle") this.expected.delete(parent.msg_id ?? "");
    } else if (header.msg_type === "comm_open") {
      if (content.target_name === "jupyter.widget") void this.handle_comm_open(this.comm(content.comm_id), message as any);
    } else if (header.msg_type === "comm_msg") {
      this.known.get(content.comm_id)?.heard(message);
    } else if (header.msg_type === "comm_close") {
      this.known.get(content.comm_id)?.closed(message);
      this.known.delete(content.comm_id);
    }
  }

  async show(id: string, place: HTMLElement): Promise<boolean> {
    if (!this.has_model(id)) return false;
    const view = (await this.create_view(await this.get_model(id))) as base.DOMWidgetView;
    place.replaceChildren();
    Widget.attach(view.luminoWidget, place);
    this.views.push(view);
    return true;
  }

  close(): void {
    for (const view of this.views.splice(0)) view.remove();
  }

  /** Send now and remember whom to tell when the kernel is done with it. */
  expect(callbacks: any, send: () => string): string {
    const id = send();
    if (callbacks) this.expected.set(id, callbacks);
    return id;
  }

  /** Send a comm message. A trait's new value waits while the connection is away; a custom message is its sender's to send again. */
  tell(id: string, data: any, callbacks: any, buffers: Binary[]): string {
    const send = () => this.expect(callbacks, () => this.comms.send(id, data, buffers));
    try {
      return send();
    } catch (error) {
      if (data?.method === "custom") throw error;
      this.unsent.push(send);
      return "";
    }
  }

  protected async loadClass(name: string, module: string): Promise<any> {
    const modules: Record<string, Record<string, unknown>> = {
      "@jupyter-widgets/base": base as any,
      "@jupyter-widgets/controls": controls as any,
      anywidget: this.anywidget,
    };
    const found = modules[module]?.[name];
    if (found === undefined) throw new Error(`this page does not hold ${module}; open the notebook with Voilà's lab template`);
    return found;
  }

  protected async _create_comm(_target: string, id: string, data?: any, metadata?: any, buffers?: any): Promise<base.IClassicComm> {
    const comm = this.comm(id);
    if (data !== undefined) comm.open(data, undefined, metadata, buffers);
    return comm;
  }

  protected async _get_comm_info(): Promise<Record<string, never>> {
    return {};
  }

  private comm(id: string): StockComm {
    const comm = this.known.get(id) ?? new StockComm(id, this);
    this.known.set(id, comm);
    return comm;
  }

  private async update(id: string, state: any): Promise<void> {
    const model = await this.get_model(id);
    const read = (model.constructor as typeof base.WidgetModel)._deserialize_state;
    model.set_state(await read.call(model.constructor as any, state, this as any));
  }

  /** Messages lost with a connection are never said to be done: say it, or their models would wait before sending again. */
  private settle(): void {
    for (const callbacks of this.expected.values()) callbacks?.iopub?.status?.({ content: { execution_state: "idle" } });
    this.expected.clear();
  }
}

function anywidgetClasses(start: Start): Record<string, unknown> {
  const runtimes = new WeakMap<object, AnyRuntime>();

  class StockAnyModel extends base.DOMWidgetModel {
    initialize(attributes: any, options: any): void {
      super.initialize(attributes, options);
      const runtime = start(this as unknown as AnyModel);
      runtimes.set(this, runtime);
      this.once("destroy", () => runtime.dispose());
    }

    /** Only the layout is a widget; the base would pass the rest through JSON, which loses binary traits. */
    serialize(state: Record<string, any>): any {
      const { layout, ...own } = state;
      return layout === undefined ? own : { ...own, ...super.serialize({ layout }) };
    }
  }

  class StockAnyView extends base.DOMWidgetView {
    private away: (() => void) | null = null;
    private gone = false;

    render(): void {
      super.render();
      const runtime = runtimes.get(this.model);
      void runtime?.render(this.el).then((away) => {
        if (this.gone) away();
        else this.away = away;
      });
    }

    remove(): any {
      this.gone = true;
      this.away?.();
      return super.remove();
    }
  }
  return { AnyModel: StockAnyModel, AnyView: StockAnyView };
}
