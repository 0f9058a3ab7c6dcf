/** A file on its way from this device into the page's memory: piece by piece, never by the device's storage. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { ImportKind } from "../../contract";
import { newId } from "../../identifier";
import type { PanelModel } from "../kit/model";
import type { Acknowledgement } from "../kit/outbox";
import { say, usePanel, type Words } from "../kit/panel";

/** Bytes of a piece: a few times shorter than the longest message, so that nothing else waits long behind it. */
export const PIECE = 144 * 1024;
/** How long to wait for a piece's answer before it is sent again, in milliseconds. */
const PATIENCE = 8000;

export interface Arrival {
  id: string;
  name: string;
  /** From 0 to 1. */
  share: number;
  /** Why it did not arrive. */
  sentence: string;
}

/**
 * Sends pieces past the outbox, which keeps on the device what it sends: a list of people has no business there. A piece is sent
 * again when its answer does not come or the connection is back; the kernel takes each once.
 */
export class Courier {
  private waiting: { id: string; letter: unknown; done: (answer: Acknowledgement) => void } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly widget: PanelModel,
    private readonly intention: "take_piece" | "take_lot_piece" | "take_register_piece" = "take_piece",
  ) {
    widget.on("msg:custom", this.receive);
    window.addEventListener("room:connection", this.again);
  }

  close(): void {
    clearTimeout(this.timer);
    this.widget.off("msg:custom", this.receive);
    window.removeEventListener("room:connection", this.again);
  }

  carry(payload: { file: string; at: number; piece: string }): Promise<Acknowledgement> {
    const id = newId();
    return new Promise((done) => {
      this.waiting = { id, letter: { id, intention: this.intention, payload }, done };
      this.again();
    });
  }

  private readonly again = (): void => {
    clearTimeout(this.timer);
    if (this.waiting === null) return;
    try {
      this.widget.send(this.waiting.letter);
    } catch {
      // the connection is away: it is sent when it is back
    }
    this.timer = setTimeout(this.again, PATIENCE);
  };

  private readonly receive = (content: Acknowledgement & { ack?: string }): void => {
    if (this.waiting === null || content?.ack !== this.waiting.id) return;
    const { done } = this.waiting;
    this.waiting = null;
    clearTimeout(this.timer);
    done(content);
  };
}

/** The bytes of a part of a file in base64; rejects when the file cannot be read any more. */
export function readPiece(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.readAsDataURL(part);
  });
}

type Send = ReturnType<typeof usePanel<"facilitator", "imports">>["send"];

/** Files that are arriving, one after the other, and how to have some arrive, to refuse one in words, and to stop one. */
export function useArrivals() {
  const { widget, send, words } = usePanel<"facilitator", "imports">();
  const [arrivals, note] = useState<Arrival[]>([]);
  const line = useMemo(() => new Line(widget, note), [widget]);
  line.send = send;
  line.words = words;
  useEffect(() => () => line.close(), [line]);
  return {
    arrivals,
    take: (files: readonly File[], kind: ImportKind | null) => line.take(files, kind),
    refuse: (name: string, sentence: string) => line.refuse(name, sentence),
    dismiss: (arrival: Arrival) => line.dismiss(arrival),
  };
}

class Line {
  send!: Send;
  words!: Words;
  private arrivals: Arrival[] = [];
  private readonly courier: Courier;
  private behind: Promise<void> = Promise.resolve();

  constructor(
    widget: PanelModel,
    private readonly note: (arrivals: Arrival[]) => void,
  ) {
    this.courier = new Courier(widget);
  }

  close(): void {
    this.courier.close();
  }

  take(files: readonly File[], kind: ImportKind | null): void {
    files.forEach((file, at) => {
      const arrival = { id: newId(), name: file.name, share: 0, sentence: "" };
      this.arrivals = [...this.arrivals, arrival];
      this.behind = this.behind.then(() => this.bring(arrival.id, file, kind, at === 0));
    });
    this.note(this.arrivals);
  }

  refuse(name: string, sentence: string): void {
    this.arrivals = [...this.arrivals, { id: newId(), name, share: 0, sentence }];
    this.note(this.arrivals);
  }

  dismiss(arrival: Arrival): void {
    this.arrivals = this.arrivals.filter((one) => one.id !== arrival.id);
    this.note(this.arrivals);
  }

  private async bring(id: string, file: File, kind: ImportKind | null, first: boolean): Promise<void> {
    if (!this.isWanted(id)) return;
    const begun = await this.send("begin_file", { name: file.name, size: file.size, kind, first });
    if (!begun.ok || begun.result === undefined) {
      this.change(id, { sentence: begun.sentence ?? say(this.words, "unreadable") });
      return;
    }
    const { file: name } = begun.result;
    for (let at = 0; at < file.size; at += PIECE) {
      const answer = this.isWanted(id) ? await this.carry(name, at, file) : null;
      if (answer?.ok === true) {
        this.change(id, { share: Math.min(1, (at + PIECE) / file.size) });
        continue;
      }
      void this.send("leave_file", { file: name });
      if (answer !== null) this.change(id, { sentence: answer.sentence ?? say(this.words, "unreadable") });
      return;
    }
    this.arrivals = this.arrivals.filter((one) => one.id !== id);
    this.note(this.arrivals);
  }

  private async carry(name: string, at: number, file: File): Promise<Acknowledgement> {
    let piece: string;
    try {
      piece = await readPiece(file.slice(at, at + PIECE));
    } catch {
      return { ok: false, sentence: say(this.words, "unreadable") };
    }
    return this.courier.carry({ file: name, at, piece });
  }

  private isWanted(id: string): boolean {
    return this.arrivals.some((one) => one.id === id);
  }

  private change(id: string, changes: Partial<Arrival>): void {
    this.arrivals = this.arrivals.map((one) => (one.id === id ? { ...one, ...changes } : one));
    this.note(this.arrivals);
  }
}
