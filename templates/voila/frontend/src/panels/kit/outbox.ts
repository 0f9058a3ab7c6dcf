/**
 * Intentions on their way to the store. Each is kept on the device until it is acknowledged, and sent again when the
 * connection is back or the page is opened anew; the store does an intention once however often it arrives.
 */
import { forget, newId, recall, remember } from "./device";
import type { PanelModel } from "./panel";

export interface Acknowledgement {
  ok: boolean;
  /** Why it was refused and what to do, in the person's language. */
  sentence?: string;
  result?: unknown;
}

interface Letter {
  id: string;
  intention: string;
  payload: Record<string, unknown>;
}

/** How long to wait for an answer before sending again, in milliseconds. */
const PATIENCE = 4000;

export class Outbox {
  onChange: () => void = () => undefined;
  private letters: Letter[];
  private readonly answered = new Map<string, (answer: Acknowledgement) => void>();
  private readonly key: string;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(panel: string, private readonly model: PanelModel) {
    this.key = `outbox:${panel}`;
    this.letters = recall<Letter[]>(this.key) ?? [];
    model.on("msg:custom", this.receive);
    window.addEventListener("room:connection", this.resend);
    this.timer = setInterval(this.resend, PATIENCE);
    this.resend();
  }

  get waiting(): number {
    return this.letters.length;
  }

  send(intention: string, payload: Record<string, unknown>): Promise<Acknowledgement> {
    const letter = { id: newId(), intention, payload };
    this.letters = [...this.letters, letter];
    this.keep();
    return new Promise((resolve) => {
      this.answered.set(letter.id, resolve);
      this.post(letter);
    });
  }

  close(): void {
    clearInterval(this.timer);
    window.removeEventListener("room:connection", this.resend);
    this.model.off("msg:custom", this.receive);
  }

  private readonly resend = (): void => {
    for (const letter of this.letters) this.post(letter);
  };

  private post(letter: Letter): void {
    try {
      this.model.send(letter);
    } catch {
      // the connection is away; the letter is kept and goes out when it is back
    }
  }

  private readonly receive = (content: Acknowledgement & { ack?: string }): void => {
    const letter = this.letters.find((one) => one.id === content.ack);
    if (letter === undefined) return;
    this.letters = this.letters.filter((one) => one !== letter);
    this.keep();
    this.answered.get(letter.id)?.(content);
    this.answered.delete(letter.id);
  };

  private keep(): void {
    if (this.letters.length > 0) remember(this.key, this.letters);
    else forget(this.key);
    this.onChange();
  }
}
