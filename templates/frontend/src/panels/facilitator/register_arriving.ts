/** A register on its way to this computer's disk: piece by piece, past the device's own storage, however large it is. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { PanelModel } from "../kit/model";
import type { Acknowledgement } from "../kit/outbox";
import { say, usePanel, type Words } from "../kit/panel";
import { Courier, readPiece } from "./import_arriving";

export interface Arriving {
  name: string;
  /** From 0 to 1. */
  share: number;
  /** Why it did not arrive; empty while it comes. */
  sentence: string;
}

type Send = ReturnType<typeof usePanel<"facilitator", "registers">>["send"];

/** The files that are coming, one after the other, and how to have some come and to stop one. */
export function useRegisterArrivals() {
  const { widget, send, words } = usePanel<"facilitator", "registers">();
  const [coming, note] = useState<readonly Arriving[]>([]);
  const line = useMemo(() => new Line(widget, note), [widget]);
  line.send = send;
  line.words = words;
  useEffect(() => () => line.close(), [line]);
  return { coming, bring: (files: readonly File[]) => line.bring(files), dismiss: (name: string) => line.dismiss(name) };
}

class Line {
  send!: Send;
  words!: Words;
  private coming: readonly Arriving[] = [];
  private readonly courier: Courier;
  private behind: Promise<void> = Promise.resolve();

  constructor(
    widget: PanelModel,
    private readonly note: (coming: readonly Arriving[]) => void,
  ) {
    this.courier = new Courier(widget, "take_register_piece");
  }

  close(): void {
    this.courier.close();
  }

  bring(files: readonly File[]): void {
    for (const file of files) {
      this.change([...this.coming.filter(({ name }) => name !== file.name), { name: file.name, share: 0, sentence: "" }]);
      this.behind = this.behind.then(() => this.carryAll(file));
    }
  }

  dismiss(name: string): void {
    this.change(this.coming.filter((one) => one.name !== name));
  }

  private async carryAll(file: File): Promise<void> {
    const begun = await this.send("begin_register_file", { name: file.name, size: file.size });
    if (!begun.ok || begun.result === undefined) return this.refuse(file.name, begun.sentence);
    const { file: id, part } = begun.result;
    for (let at = 0; at < file.size; at += part) {
      const answer = this.isWanted(file.name) ? await this.carry(id, at, file.slice(at, at + part)) : null;
      if (answer?.ok === true) {
        this.tell(file.name, { share: Math.min(1, (at + part) / file.size) });
        continue;
      }
      void this.send("leave_register_file", { file: id });
      if (answer !== null) this.refuse(file.name, answer.sentence);
      return;
    }
    this.dismiss(file.name);
  }

  private async carry(file: string, at: number, part: Blob): Promise<Acknowledgement> {
    try {
      return await this.courier.carry({ file, at, piece: await readPiece(part) });
    } catch {
      return { ok: false, sentence: say(this.words, "unreadable") };
    }
  }

  private refuse(name: string, sentence?: string): void {
    this.tell(name, { sentence: sentence ?? say(this.words, "unreadable") });
  }

  private isWanted(name: string): boolean {
    return this.coming.some((one) => one.name === name);
  }

  private tell(name: string, changes: Partial<Arriving>): void {
    this.change(this.coming.map((one) => (one.name === name ? { ...one, ...changes } : one)));
  }

  private change(coming: readonly Arriving[]): void {
    this.coming = coming;
    this.note(coming);
  }
}
