/**
 * Intentions on their way to the store. Each is kept on the device, in a place of its own, until it is acknowledged, and sent
 * again when the connection is back or the page is opened anew; the store does an intention once however often it arrives.
 * So two tabs on one phone never overwrite each other's letters, and a tab that adopts the other's does no harm.
 */
import { newId } from "../../identifier";
import { forget, recallAll, remember } from "./device";
import type { PanelModel } from "./model";

export interface Acknowledgement<R = unknown> {
  ok: boolean;
  /** Why it was refused and what to do, in the person's language. */
  sentence?: string;
  /** What a button may act on after a refusal, such as a pseudonym that is still free. */
  values?: Record<string, string>;
  /** The entry of what was sent that it is about. */
  field?: string;
  /** Whether the page shows what is no more, and is to be loaded again. */
  reload?: boolean;
  /** Whether it came after the end of what it belongs to: it was done as it should be, and counts no more. */
  closed?: boolean;
  /** Whether it could not be saved now: it stays on the device and is sent again by itself. */
  waiting?: boolean;
  /** What came of it, once it was done. */
  result?: R;
}

export interface Letter {
  id: string;
  intention: string;
  payload: Record<string, unknown>;
  /** When it was written, and its place among those written together: letters go out in this order. */
  at: number;
  turn: number;
}

/** An intention that was refused when nobody waited for its answer any more, as after a reload: its text must not be lost. */
export interface Returned {
  id: string;
  intention: string;
  payload: Record<string, unknown>;
  sentence: string;
  /** The language of the sentence. */
  lang?: string;
}

/** How long to wait for an answer before sending again, in milliseconds; doubled each time, since a kernel may be at work. */
const PATIENCE = 4000;
const LONGEST_PATIENCE = 32_000;
/** A message longer than this would be cut off by the server, and with it the connection. In characters. */
const LONGEST = 3_000_000;

export class Outbox {
  /** Told whenever something was sent, answered or read: the panel, and each part of it that another bundle draws. */
  readonly watchers = new Set<() => void>();
  /** Refusals that nobody has read yet; kept on the device until then. */
  returned: readonly Returned[];
  private letters: Letter[];
  private readonly unsent: Set<string>;
  private readonly answered = new Map<string, (answer: Acknowledgement) => void>();
  private readonly place: string;
  private readonly returnedPlace: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private patience = PATIENCE;
  private turn = 0;

  constructor(
    panel: string,
    private readonly model: PanelModel,
    /** Says that something is too long, in the person's language. */
    private readonly sayTooLong: () => string = () => "",
  ) {
    this.place = `outbox:${panel}:`;
    this.letters = recallAll<Letter>(this.place).filter(isLetter).sort(inOrder);
    this.returnedPlace = `returned:${panel}:`;
    this.returned = recallAll<Returned>(this.returnedPlace).filter(isLetter);
    this.unsent = new Set(this.letters.map((letter) => letter.id));
    model.on("msg:custom", this.receive);
    window.addEventListener("room:connection", this.notice);
    this.resend();
  }

  get waiting(): number {
    return this.letters.length;
  }

  send(intention: string, payload: Record<string, unknown>): Promise<Acknowledgement> {
    const letter = { id: newId(), intention, payload, at: Date.now(), turn: this.turn++ };
    if (JSON.stringify(letter).length > LONGEST) return Promise.resolve({ ok: false, sentence: this.sayTooLong() });
    this.letters = [...this.letters, letter];
    this.unsent.add(letter.id);
    remember(this.place + letter.id, letter);
    for (const watcher of this.watchers) watcher();
    return new Promise((resolve) => {
      this.answered.set(letter.id, resolve);
      this.post();
      this.expect();
    });
  }

  close(): void {
    clearTimeout(this.timer);
    window.removeEventListener("room:connection", this.notice);
    this.model.off("msg:custom", this.receive);
  }

  /** Hand over the refusals that nobody has read yet, to be given back where they were typed. */
  takeReturned(): readonly Returned[] {
    const { returned } = this;
    for (const one of returned) this.dismiss(one);
    return returned;
  }

  /** Forget a refusal that the person has read. */
  dismiss(returned: Returned): void {
    this.returned = this.returned.filter((one) => one !== returned);
    forget(this.returnedPlace + returned.id);
    for (const watcher of this.watchers) watcher();
  }

  private readonly notice = (event: Event): void => {
    if ((event as CustomEvent<{ state: string }>).detail.state === "lost") return;
    this.patience = PATIENCE;
    this.resend();
  };

  private resend(): void {
    for (const letter of this.letters) this.unsent.add(letter.id);
    this.post();
    this.expect();
  }

  /** Post what is unsent, the oldest first: an answer changed twice must arrive in the order of the changes. */
  private post(): void {
    for (const { at: _at, turn: _turn, ...letter } of this.letters) {
      if (!this.unsent.has(letter.id)) continue;
      try {
        this.model.send(letter);
      } catch {
        return; // the connection is away; all of it goes out when it is back
      }
      this.unsent.delete(letter.id);
    }
  }

  private expect(): void {
    clearTimeout(this.timer);
    if (this.letters.length === 0) return;
    this.timer = setTimeout(() => {
      this.patience = Math.min(this.patience * 2, LONGEST_PATIENCE);
      this.resend();
    }, this.patience);
  }

  private readonly receive = (content: Acknowledgement & { ack?: string }): void => {
    const letter = this.letters.find((one) => one.id === content?.ack);
    if (letter === undefined || content.waiting) return; // what could not be saved stays, and is sent again
    this.letters = this.letters.filter((one) => one !== letter);
    this.unsent.delete(letter.id);
    forget(this.place + letter.id);
    this.patience = PATIENCE;
    this.expect();
    const resolve = this.answered.get(letter.id);
    this.answered.delete(letter.id);
    if (resolve !== undefined) resolve(content);
    else if (!content.ok) this.giveBack(letter, content.sentence ?? "");
    for (const watcher of this.watchers) watcher();
  };

  private giveBack({ id, intention, payload }: Letter, sentence: string): void {
    const returned = { id, intention, payload, sentence, lang: String(this.model.get("lang")) };
    this.returned = [...this.returned, returned];
    remember(this.returnedPlace + id, returned);
  }
}

function isLetter(value: Letter | Returned): boolean {
  const letter = value as Partial<Letter> | null;
  return typeof letter?.id === "string" && typeof letter.intention === "string" && typeof letter.payload === "object";
}

function inOrder(one: Letter, other: Letter): number {
  return one.at - other.at || one.turn - other.turn;
}
