/** For the tests: one of the facilitator's panels on a page, with what it sends. */
import type { ComponentType } from "preact";
import { act } from "preact/test-utils";
import type { Roles } from "../../contract";
import type { PanelModel } from "../kit/model";
import type { Acknowledgement, Letter } from "../kit/outbox";
import { panels, type Words } from "../kit/panel";

type Models = Roles["facilitator"]["panels"];

export class Page<N extends keyof Models & string> {
  readonly sent: Letter[] = [];
  readonly el = document.createElement("div");
  private readonly hears = new Map<string, (content?: unknown) => void>();
  private readonly traits: Record<string, unknown>;

  constructor(name: N, component: ComponentType, model: Models[N], words: Words = { save: "save" }) {
    this.traits = { panel: name, model, words, lang: "fr" };
    document.body.append(this.el);
    const playing = {
      get: (trait: string) => this.traits[trait],
      on: (event: string, heard: (content?: unknown) => void) => void this.hears.set(event, heard),
      off: () => undefined,
      send: (letter: unknown) => void this.sent.push(letter as Letter),
    };
    act(() => void panels({ [name]: component }).render({ model: playing as unknown as PanelModel, el: this.el }));
  }

  /** Draw another read model, as when the room has moved. */
  show(model: Models[N]): void {
    this.traits.model = model;
    act(() => this.hears.get("change:model")?.());
  }

  /** Answer what was sent last. */
  async answer(content: Acknowledgement): Promise<void> {
    await act(async () => this.hears.get("msg:custom")?.({ ack: this.sent.at(-1)?.id, ...content }));
  }

  /** Press the first button that says `text`; without words of its own, a panel says its keys. */
  press(text: string): void {
    const button = [...this.el.querySelectorAll("button")].find((one) => one.textContent?.includes(text));
    act(() => button?.click());
  }

  /** Write into the field whose label says `label`. */
  write(label: string, text: string): void {
    const field = [...this.el.querySelectorAll("label")].find((one) => one.textContent?.startsWith(label))?.querySelector("input");
    if (!field) throw new Error(`no field is called ${label}`);
    field.value = text;
    act(() => void field.dispatchEvent(new Event("input", { bubbles: true })));
  }

  /** What was sent, as names and payloads. */
  get asked(): [string, unknown][] {
    return this.sent.map(({ intention, payload }) => [intention, payload]);
  }
}
