/** The websocket to this page's kernel. It is opened again under the same session, so that the server replays what was missed. */
import { newId } from "../identifier";
import { decode, encode, PROTOCOL, type Binary, type KernelMessage } from "./protocol";

/** How long a websocket may take to open, in milliseconds. */
const OPENING = 10_000;

/** A socket that was opened before this code arrived, with what it has heard since. */
export type Early = NonNullable<Window["early"]>;

export class KernelSocket {
  onMessage: (message: KernelMessage) => void = () => undefined;
  /** The socket closed by itself, or never opened; with the reason that the server gave, or "". */
  onClose: (reason: string) => void = () => undefined;
  /** The server asks whether somebody is there, before it lets go of the page. */
  onAsked: (word: string) => void = () => undefined;
  /** When the kernel's side last said anything, in the page's clock. */
  heardAt = 0;
  readonly session: string;
  private socket: WebSocket | null = null;

  constructor(
    private readonly address: string,
    private early?: Early,
  ) {
    this.session = early?.session ?? newId();
  }

  get open(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  /** Open the socket, dropping the one before; resolves to whether it opened. */
  connect(): Promise<boolean> {
    this.drop();
    const early = this.early?.socket.readyState === WebSocket.CLOSED ? undefined : this.early;
    this.early = undefined;
    return new Promise((resolve) => {
      const socket = early?.socket ?? new WebSocket(`${this.address}?session_id=${this.session}`, [PROTOCOL]);
      const late = setTimeout(() => socket.close(), OPENING);
      const opened = () => {
        clearTimeout(late);
        this.heardAt = Date.now();
        resolve(true);
      };
      socket.binaryType = "arraybuffer";
      socket.onopen = opened;
      socket.onmessage = (event: MessageEvent<ArrayBuffer>) => this.hear(event.data);
      socket.onclose = ({ reason }) => {
        clearTimeout(late);
        resolve(false);
        if (this.socket !== socket) return; // replaced since
        this.socket = null;
        this.onClose(reason);
      };
      this.socket = socket;
      if (socket.readyState === WebSocket.OPEN) opened();
      for (const data of early?.heard ?? []) this.hear(data);
    });
  }

  /** Let the present socket go without a word. */
  drop(): void {
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  /** Send on the shell channel and return the message's id; throws while the connection is away. */
  send(type: string, content: unknown, metadata: Record<string, unknown> = {}, buffers: Binary[] = []): string {
    if (this.socket === null || !this.open) throw new Error("the connection is away");
    const header = {
      msg_id: newId(),
      msg_type: type,
      session: this.session,
      username: "",
      version: "5.3",
      date: new Date().toISOString(),
    };
    this.socket.send(encode({ channel: "shell", header, parent_header: {}, metadata, content, buffers }));
    return header.msg_id;
  }

  /** Answer that somebody is. */
  sayHere(): void {
    if (this.open) this.socket!.send("here");
  }

  private hear(data: unknown): void {
    this.heardAt = Date.now();
    if (data instanceof ArrayBuffer) this.onMessage(decode(data));
    else this.onAsked(data as string);
  }
}
