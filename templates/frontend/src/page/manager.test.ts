import { beforeEach, describe, expect, test, vi } from "vitest";
import { Comms, type States } from "./comms";
import { isSlim, SlimManager } from "./manager";
import type { Binary, KernelMessage } from "./protocol";

/** A kernel that hands over the states it is given, and notes what it is told. */
class FakeKernel {
  readonly told: { type: string; content: any; buffers: Binary[] }[] = [];
  away = false;
  states: States = {};
  paths: (string | number)[][] = [];
  buffers: DataView[] = [];
  readonly comms: Comms = new Comms({
    send: (type, content: any, _metadata, buffers = []) => {
      if (this.away) throw new Error("the connection is away");
      this.told.push({ type, content, buffers });
      if (content.data?.method === "request_states") queueMicrotask(() => this.handOver(content.comm_id));
      return "id";
    },
  });

  private handOver(id: string): void {
    const data = { method: "update_states", states: structuredClone(this.states), buffer_paths: this.paths };
    this.comms.receive(message("comm_msg", { comm_id: id, data }, this.buffers));
  }

  get updates(): any[] {
    return this.told.filter(({ content }) => content.data?.method === "update").map(({ content }) => content.data.state);
  }
}

const message = (msg_type: string, content: unknown, buffers: DataView[] = []): KernelMessage => ({
  channel: "iopub",
  header: { msg_id: "m", msg_type, session: "k", username: "", version: "5.3", date: "" },
  parent_header: {},
  metadata: {},
  content,
  buffers,
});

/** A module that draws its text and notes when it is taken away. */
const MODULE = `data:text/javascript;base64,${btoa(`export default {
  render({ model, el }) {
    const draw = () => { el.textContent = model.get("text"); };
    draw(); model.on("change:text", draw);
    return () => { globalThis.cleaned = (globalThis.cleaned ?? 0) + 1; };
  }
}`)}`;

const widget = (state: Record<string, unknown> = {}) => ({
  model_name: "AnyModel",
  model_module: "anywidget",
  model_module_version: "~0.9.*",
  state: { _model_module: "anywidget", _model_name: "AnyModel", _esm: "bundle:test", layout: "IPY_MODEL_l", text: "un", ...state },
});
const layout = (state: Record<string, unknown> = {}) => ({
  model_name: "LayoutModel",
  model_module: "@jupyter-widgets/base",
  model_module_version: "2.0.0",
  state: { _model_module: "@jupyter-widgets/base", _model_name: "LayoutModel", ...state },
});

let kernel: FakeKernel;
let manager: SlimManager;
let onStock: ReturnType<typeof vi.fn<() => void>>;

beforeEach(() => {
  kernel = new FakeKernel();
  onStock = vi.fn();
  manager = new SlimManager(kernel.comms, () => MODULE, onStock);
});

async function show(id = "w"): Promise<HTMLElement> {
  const place = document.createElement("div");
  expect(await manager.show(id, place)).toBe(true);
  return place;
}

describe("the control comm", () => {
  test("hands over every widget's state, binary parts in place", async () => {
    kernel.states = { w: widget({ image: null }) };
    kernel.paths = [["w", "image"]];
    kernel.buffers = [new DataView(new ArrayBuffer(3))];
    const states = await kernel.comms.requestStates();
    expect(states.w!.state.image).toBe(kernel.buffers[0]);
    expect(kernel.told.map(({ type }) => type)).toEqual(["comm_open", "comm_msg", "comm_close"]);
  });

  test("that stays silent is given up, so that it can be asked again", async () => {
    vi.useFakeTimers();
    const silent = new Comms({ send: () => "id" });
    const asked = expect(silent.requestStates(100)).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(101);
    await asked;
    vi.useRealTimers();
  });

  test("is not asked while the connection is away", async () => {
    kernel.away = true;
    await expect(kernel.comms.requestStates()).rejects.toThrow("away");
  });
});

describe("the slim manager", () => {
  test("shows a widget, follows its state and takes it away", async () => {
    await manager.adopt({ w: widget() });
    const place = await show();
    expect(place.textContent).toBe("un");
    manager.receive(message("comm_msg", { comm_id: "w", data: { method: "update", state: { text: "deux" } } }));
    expect(place.textContent).toBe("deux");
    const cleaned = (globalThis as any).cleaned ?? 0;
    manager.close();
    expect((globalThis as any).cleaned).toBe(cleaned + 1);
    expect(place.childElementCount).toBe(0);
  });

  test("knows the widgets that it cannot show, and says so when one appears", async () => {
    const slider = { model_module: "@jupyter-widgets/controls", model_name: "IntSliderModel" };
    expect([isSlim(widget()), isSlim(layout()), isSlim(slider)]).toEqual([true, true, false]);
    const state = { _model_module: slider.model_module, _model_name: slider.model_name };
    manager.receive(message("comm_open", { comm_id: "s", target_name: "jupyter.widget", data: { state } }));
    expect(onStock).toHaveBeenCalledOnce();
  });

  test("makes a widget that opens later", async () => {
    manager.receive(message("comm_open", { comm_id: "w", target_name: "jupyter.widget", data: { state: widget().state } }));
    expect((await show()).textContent).toBe("un");
    expect(onStock).not.toHaveBeenCalled();
  });

  test("brings known widgets up to date after a loss, and tells only what changed", async () => {
    await manager.adopt({ w: widget({ model: { phase: "ideas", list: [1, 2] } }) });
    const model = await manager.get_model("w");
    const changed = vi.fn();
    model.on("change:model change:text", changed);
    await manager.adopt({ w: widget({ model: { phase: "ideas", list: [1, 2] }, text: "trois" }) });
    expect(changed).toHaveBeenCalledOnce();
    expect(model.get("text")).toBe("trois");
  });

  test("hands custom messages and their binary parts to the widget alone", async () => {
    await manager.adopt({ w: widget(), v: widget() });
    const heard = vi.fn();
    const other = vi.fn();
    (await manager.get_model("w")).on("msg:custom", heard);
    (await manager.get_model("IPY_MODEL_v")).on("msg:custom", other);
    const part = new DataView(new ArrayBuffer(1));
    manager.receive(message("comm_msg", { comm_id: "w", data: { method: "custom", content: { ack: "1" } } }, [part]));
    expect(heard).toHaveBeenCalledWith({ ack: "1" }, [part]);
    expect(other).not.toHaveBeenCalled();
  });

  test("dresses a widget as Python asked", async () => {
    await manager.adopt({ w: widget({ _dom_classes: ["wide"] }), l: layout({ max_width: "300px", width: null }) });
    const el = (await show()).firstElementChild as HTMLElement;
    expect(el.classList.contains("wide")).toBe(true);
    expect(el.style.maxWidth).toBe("300px");
    expect(el.style.width).toBe("");
  });

  test("shows nothing for a widget it does not have", async () => {
    expect(await manager.show("nobody", document.createElement("div"))).toBe(false);
  });
});

describe("a model", () => {
  test("sends what was set, once", async () => {
    await manager.adopt({ w: widget() });
    const model = await manager.get_model("w");
    model.set("text", "moi");
    model.save_changes();
    model.save_changes();
    expect(kernel.updates).toEqual([{ text: "moi" }]);
  });

  test("keeps what was set while the connection was away, over the kernel's older value, and sends it when back", async () => {
    await manager.adopt({ w: widget() });
    const model = await manager.get_model("w");
    kernel.away = true;
    model.set("text", "écrit hors ligne");
    model.save_changes();
    kernel.away = false;
    await manager.adopt({ w: widget() });
    expect(model.get("text")).toBe("écrit hors ligne");
    expect(kernel.updates).toEqual([{ text: "écrit hors ligne" }]);
  });

  test("forgets listeners by event, by callback and by context", async () => {
    await manager.adopt({ w: widget() });
    const model = await manager.get_model("w");
    const [one, two, three] = [vi.fn(), vi.fn(), vi.fn()];
    const context = {};
    model.on("change:text", one);
    model.on("change:text", two);
    model.on("change:text", three, context);
    model.off("change:text", one);
    model.off(null, null, context);
    model.set("text", "x");
    expect([one, two, three].map((each) => each.mock.calls.length)).toEqual([0, 1, 0]);
  });

  test("lets a custom message fail while the connection is away, so that its sender keeps it", async () => {
    await manager.adopt({ w: widget() });
    const model = await manager.get_model("w");
    kernel.away = true;
    expect(() => model.send({ hello: 1 })).toThrow("away");
  });
});
