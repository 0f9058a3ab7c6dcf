/** A widget's state on this side, for pages that need no more than anywidget: traits, events, and the way to Python. */
import type { AnyModel } from "./anywidget";
import type { Comms } from "./comms";
import { takeBuffers, type Binary } from "./protocol";

// biome-ignore lint/suspicious/noExplicitAny: each event hands over values of its own
type Callback = (...values: any[]) => void;
interface Listener {
  callback: Callback;
  context: unknown;
}

export class SlimModel implements AnyModel {
  private readonly listeners = new Map<string, Listener[]>();
  private readonly unsaved = new Set<string>();
  /** Asked to save while the connection was away. */
  private owed = false;

  constructor(
    readonly id: string,
    private readonly state: Record<string, unknown>,
    private readonly comms: Comms,
    readonly widget_manager: unknown,
  ) {}

  // biome-ignore lint/suspicious/noExplicitAny: a trait is what the widget says it is, as in anywidget's own types
  get(name: string): any {
    return this.state[name];
  }

  set(name: string | Record<string, unknown>, value?: unknown): void {
    const changes = typeof name === "string" ? { [name]: value } : name;
    for (const one of Object.keys(changes)) this.unsaved.add(one);
    this.change(changes);
  }

  /** Send what was set; while the connection is away it waits for `receive`, then goes out. */
  save_changes(): void {
    if (this.unsaved.size === 0) return;
    const names = [...this.unsaved];
    const { state, paths, buffers } = takeBuffers(Object.fromEntries(names.map((name) => [name, this.state[name]])));
    try {
      this.comms.send(this.id, { method: "update", state, buffer_paths: paths }, buffers);
      for (const name of names) this.unsaved.delete(name);
      this.owed = false;
    } catch {
      this.owed = true;
    }
  }

  send(content: unknown, _callbacks?: unknown, buffers: Binary[] = []): void {
    this.comms.send(this.id, { method: "custom", content }, buffers);
  }

  /** Take Python's state, except what was set here and could not be sent yet: that goes out now. */
  receive(state: Record<string, unknown>): void {
    this.change(Object.fromEntries(Object.entries(state).filter(([name]) => !this.unsaved.has(name))));
    if (this.owed) this.save_changes();
  }

  on(events: string, callback: Callback, context?: unknown): void {
    for (const event of events.split(/\s+/)) {
      this.listeners.set(event, [...(this.listeners.get(event) ?? []), { callback, context }]);
    }
  }

  /** Forget listeners; what is left out (or null) matches anything. */
  off(events?: string | null, callback?: Callback | null, context?: unknown): void {
    for (const event of events?.split(/\s+/) ?? [...this.listeners.keys()]) {
      const left = (this.listeners.get(event) ?? []).filter(
        (one) => (callback != null && one.callback !== callback) || (context != null && one.context !== context),
      );
      this.listeners.set(event, left);
    }
  }

  trigger(event: string, ...values: unknown[]): void {
    for (const { callback } of this.listeners.get(event) ?? []) {
      try {
        callback(...values);
      } catch (error) {
        console.error(error); // one listener's mistake must not keep the others from hearing
      }
    }
  }

  private change(changes: Record<string, unknown>): void {
    const changed = Object.entries(changes).filter(([name, value]) => !same(this.state[name], value));
    for (const [name, value] of changed) this.state[name] = value;
    for (const [name, value] of changed) this.trigger(`change:${name}`, this, value);
    if (changed.length > 0) this.trigger("change", this);
  }
}

/** Whether two trait values are the same to the eye; binary ones never are. */
function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  return !hasBinary(one) && !hasBinary(other) && JSON.stringify(one) === JSON.stringify(other);
}

function hasBinary(value: unknown): boolean {
  if (value === null || typeof value !== "object") return false;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return true;
  return Object.values(value).some(hasBinary);
}
