/** What the tests of panels stand on: a widget that is played, a panel mounted on it, and a hook by itself. No page imports it. */
import { render, type ComponentType } from "preact";
import { act } from "preact/test-utils";
import { vi } from "vitest";
import type { PanelModel } from "./model";
import type { Acknowledgement } from "./outbox";
import { panels, type Words } from "./panel";

type Listener = (...values: any[]) => void;

export interface Sent {
  id: string;
  intention: string;
  payload: Record<string, unknown>;
}

/** The part of Python: keeps what the panel sends, and answers when the test says so. */
export class FakeWidget implements PanelModel {
  readonly sent: Sent[] = [];
  private readonly traits: Record<string, unknown>;
  private listeners: { event: string; listener: Listener }[] = [];

  /** Words that are not given are said by their key, which is what most tests look for. */
  constructor(model: unknown, { words = {}, lang = "fr", ...parts }: { words?: Words; lang?: string; [part: string]: unknown } = {}) {
    this.traits = { panel: "tested", model, words: JSON.stringify({ known: "", ...words }), lang, ...parts };
  }

  get(name: string): unknown {
    return this.traits[name];
  }

  on(event: string, listener: Listener): void {
    this.listeners.push({ event, listener });
  }

  off(event?: string | null, listener?: Listener | null): void {
    this.listeners = this.listeners.filter((one) => one.event !== event || (listener != null && one.listener !== listener));
  }

  send(content: Sent): void {
    this.sent.push(structuredClone(content));
  }

  /** What the panel asked for, in order. */
  get asked(): string[] {
    return this.sent.map(({ intention }) => intention);
  }

  /** What the panel asked for, each with what it gave. */
  get letters(): [intention: string, payload: unknown][] {
    return this.sent.map(({ intention, payload }) => [intention, payload]);
  }

  /** Show another read model. */
  show(model: unknown): Promise<void> {
    return this.receive({ model });
  }

  /** Speak another language, as after a touch on it. */
  speak(lang: string): Promise<void> {
    return this.receive({ lang });
  }

  /** Take what Python sent: the traits that changed, and no other. */
  async receive(traits: Record<string, unknown>): Promise<void> {
    await act(() => this.put(traits));
  }

  /** Take what Python sent without waiting for what it draws: a browser draws when it comes to it. */
  put(traits: Record<string, unknown>): void {
    Object.assign(this.traits, traits);
    this.trigger("change");
  }

  /** Answer what was sent at a place in the order, the last by default; what is not refused is done. */
  async answer(answer: Partial<Acknowledgement> = {}, at = -1): Promise<void> {
    await act(async () => this.acknowledge(answer, at));
  }

  /** Answer without waiting for what that draws. */
  acknowledge(answer: Partial<Acknowledgement> = {}, at = -1): void {
    const { id } = this.sent.at(at)!;
    this.trigger("msg:custom", { ack: id, ok: true, ...answer });
  }

  private trigger(event: string, ...values: unknown[]): void {
    for (const one of this.listeners.filter((listener) => listener.event === event)) one.listener(...values);
  }
}

/** A panel on the page. */
export class Mounted {
  readonly el = document.createElement("div");
  private readonly takeAway: () => void;

  constructor(
    component: ComponentType,
    readonly widget: FakeWidget,
  ) {
    document.body.append(this.el);
    let away = () => {};
    void act(() => {
      away = panels({ tested: component }).render({ model: widget, el: this.el });
    });
    this.takeAway = away;
  }

  /** Leave the page, as a reload does. */
  leave(): void {
    void act(() => this.takeAway());
    this.el.remove();
  }

  get text(): string {
    return this.el.textContent ?? "";
  }

  find<E extends Element = HTMLElement>(selector: string): E {
    const found = this.el.querySelector<E>(selector);
    if (found === null) throw new Error(`there is no ${selector} in: ${this.el.innerHTML}`);
    return found;
  }

  /** Press the button that says `name`. */
  async press(name: string): Promise<void> {
    const button = [...this.el.querySelectorAll("button")].find((one) => one.textContent?.includes(name));
    if (button === undefined) throw new Error(`no button says ${name}: ${this.text}`);
    await act(async () => button.click());
  }

  /** Type into a field, over what it held. */
  async type(text: string, selector = "textarea"): Promise<void> {
    await this.write(this.find<HTMLTextAreaElement>(selector), text);
  }

  /** Type into the line whose label begins with `label`, over what it held. */
  async fill(label: string, text: string): Promise<void> {
    const labelled = [...this.el.querySelectorAll("label")].find((one) => one.textContent?.startsWith(label));
    const field = labelled?.querySelector("input");
    if (field == null) throw new Error(`no line is called ${label}: ${this.text}`);
    await this.write(field, text);
  }

  private async write(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
    field.value = text;
    await act(async () => void field.dispatchEvent(new Event("input", { bubbles: true })));
  }
}

/** A hook by itself; `result` is what it last returned. */
export class Hooked<P, R> {
  result!: R;
  private readonly place = document.createElement("div");

  constructor(
    private readonly hook: (given: P) => R,
    given: P,
  ) {
    this.give(given);
  }

  /** Draw it again with something else. */
  give(given: P): void {
    const Probe = this.probe;
    void act(() => render(<Probe given={given} />, this.place));
  }

  private readonly probe = ({ given }: { given: P }) => {
    this.result = this.hook(given);
    return null;
  };
}

/** Wait for what comes when it comes, as a file that is read does: drawn again and checked until it holds. */
export function eventually(check: () => void): Promise<void> {
  const drawn = async () => {
    await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
    check();
  };
  return vi.waitFor(drawn, { timeout: 10_000, interval: 5 });
}
