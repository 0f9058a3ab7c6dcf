import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { AnyRuntime } from "./anywidget";
import { Comms, type States } from "./comms";
import type { StockManager as Manager } from "./stock";

let StockManager: typeof Manager;
const told: any[] = [];
let away = false;
let manager: Manager;

beforeAll(async () => {
  // lumino looks for these when it is loaded; happy-dom has none of them
  vi.stubGlobal("DragEvent", class extends Event {});
  ({ StockManager } = await import("./stock"));
});

beforeEach(() => {
  told.length = 0;
  away = false;
  const comms = new Comms({
    send: (_type, content: any) => {
      if (away) throw new Error("the connection is away");
      told.push(content.data);
      return `message-${told.length}`;
    },
  });
  manager = new StockManager(comms, (model) => new AnyRuntime(model, () => MODULE));
});

const MODULE = `data:text/javascript;base64,${btoa(`export default { render({ model, el }) { el.textContent = model.get("text"); } }`)}`;

const base = { model_module: "@jupyter-widgets/base", model_module_version: "2.0.0" };
const states = (value: number): States => ({
  l: {
    ...base,
    model_name: "LayoutModel",
    state: { _model_name: "LayoutModel", _model_module: base.model_module, _model_module_version: "2.0.0", _view_name: "LayoutView" },
  },
  n: {
    model_name: "IntTextModel",
    model_module: "@jupyter-widgets/controls",
    model_module_version: "2.0.0",
    state: {
      _model_name: "IntTextModel",
      _model_module: "@jupyter-widgets/controls",
      _model_module_version: "2.0.0",
      _view_name: "IntTextView",
      _view_module: "@jupyter-widgets/controls",
      _view_module_version: "2.0.0",
      layout: "IPY_MODEL_l",
      value,
    },
  },
  a: {
    model_name: "AnyModel",
    model_module: "anywidget",
    model_module_version: "~0.9.*",
    state: {
      _model_name: "AnyModel",
      _model_module: "anywidget",
      _view_name: "AnyView",
      _view_module: "anywidget",
      _esm: "bundle:x",
      layout: "IPY_MODEL_l",
      text: "un",
      picture: null,
    },
  },
});

test("a stock widget takes the kernel's value, again after a loss", async () => {
  await manager.adopt(states(3));
  const model = await manager.get_model("n");
  expect(model.get("value")).toBe(3);
  await manager.adopt(states(4));
  expect(model.get("value")).toBe(4);
});

test("a stock widget's value set while the connection is away goes out when it is back", async () => {
  await manager.adopt(states(3));
  const model = await manager.get_model("n");
  away = true;
  model.set("value", 9);
  model.save_changes();
  away = false;
  await manager.adopt({});
  expect(told).toContainEqual({ method: "update", state: { value: 9 }, buffer_paths: [] });
});

test("an anywidget beside stock widgets is shown, and saves binary values", async () => {
  await manager.adopt(states(3));
  const model = await manager.get_model("a");
  model.set({ text: "deux", picture: new Uint8Array([1, 2]) } as any);
  model.save_changes();
  expect(told.at(-1)).toMatchObject({ method: "update", state: { text: "deux" }, buffer_paths: [["picture"]] });
});

test("a widget of a module that this page does not hold says where it can be opened", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await manager.adopt({
    x: { model_name: "MapModel", model_module: "jupyter-leaflet", model_module_version: "1", state: { _model_module: "jupyter-leaflet" } },
  });
  const model = await manager.get_model("x");
  expect(String((model as any).get("error") ?? (model as any).attributes?.error)).toContain("lab template");
});
