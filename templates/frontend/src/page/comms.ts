/** Comms over a kernel connection: the widgets' own channels, and the control comm that hands over every widget's state. */
import { newId } from "../identifier";
import { putBuffers, type Binary, type KernelMessage } from "./protocol";

/** What comms need of a connection. */
export interface Channel {
  send(type: string, content: unknown, metadata?: Record<string, unknown>, buffers?: Binary[]): string;
}

export interface WidgetState {
  model_name: string;
  model_module: string;
  model_module_version: string;
  state: Record<string, unknown>;
}

export type States = Record<string, WidgetState>;

const CONTROL = "jupyter.widget.control";
/** Version of the widget messages, as Python's ipywidgets expects them. */
const WIDGETS = { version: "2.1.0" };
/** How long the kernel may take to hand over the states before it is asked again, in milliseconds. */
const PATIENCE = 6000;

export class Comms {
  private readonly asked = new Map<string, (states: States) => void>();

  constructor(private readonly channel: Channel) {}

  open(target: string, id: string, data: unknown, metadata: Record<string, unknown> = WIDGETS, buffers: Binary[] = []): string {
    return this.channel.send("comm_open", { comm_id: id, target_name: target, data }, metadata, buffers);
  }

  send(id: string, data: unknown, buffers: Binary[] = []): string {
    return this.channel.send("comm_msg", { comm_id: id, data }, {}, buffers);
  }

  close(id: string): string {
    return this.channel.send("comm_close", { comm_id: id, data: {} });
  }

  /** Every widget's present state; rejects while the connection is away or when the kernel does not answer. */
  requestStates(patience = PATIENCE): Promise<States> {
    const id = newId();
    return new Promise<States>((resolve, reject) => {
      const late = setTimeout(() => {
        this.asked.delete(id);
        reject(new Error("the kernel did not hand over its widgets"));
      }, patience);
      this.asked.set(id, (states) => {
        clearTimeout(late);
        this.asked.delete(id);
        resolve(states);
      });
      try {
        this.open(CONTROL, id, {}, { version: "1.0.0" });
        this.send(id, { method: "request_states" });
      } catch (error) {
        clearTimeout(late);
        this.asked.delete(id);
        reject(error);
      }
    });
  }

  /** Take a message meant for the control comm; tell whether it was. */
  receive(message: KernelMessage): boolean {
    const answer = this.asked.get(message.content?.comm_id);
    if (answer === undefined) return false;
    const data = message.content.data ?? {};
    if (message.header.msg_type !== "comm_msg" || data.method !== "update_states") return true;
    const paths: (string | number)[][] = data.buffer_paths ?? [];
    putBuffers(
      data.states,
      paths.map(([id, ...path]) => [id!, "state", ...path]),
      message.buffers,
    );
    try {
      this.close(message.content.comm_id);
    } catch {
      // it closes with the connection
    }
    answer(data.states as States);
    return true;
  }
}
