/** Jupyter's kernel messages, in the binary form `v1.kernel.websocket.jupyter.org`. */

export { PROTOCOL } from "./names";

export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  version: string;
  date: string;
}

export interface KernelMessage {
  channel: string;
  header: Header;
  parent_header: Partial<Header>;
  metadata: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: each type of message has a content of its own
  content: any;
  buffers: DataView[];
}

/** Anything a widget may hand over as binary. */
export type Binary = ArrayBuffer | ArrayBufferView;

const writer = new TextEncoder();
const reader = new TextDecoder();

/** Layout: a count, that many offsets (64-bit little endian), then channel, header, parent, metadata, content, buffers. */
export function encode(message: Omit<KernelMessage, "buffers"> & { buffers?: Binary[] }): ArrayBuffer {
  const texts = [
    message.channel,
    ...[message.header, message.parent_header, message.metadata, message.content].map((part) => JSON.stringify(part)),
  ];
  const parts = [...texts.map((text) => writer.encode(text)), ...(message.buffers ?? []).map(bytesOf)];
  const count = parts.length + 1;
  let end = 8 * (count + 1);
  const total = parts.reduce((sum, part) => sum + part.byteLength, end);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(count), true);
  parts.forEach((part, index) => {
    view.setBigUint64(8 * (index + 1), BigInt(end), true);
    bytes.set(part, end);
    end += part.byteLength;
  });
  view.setBigUint64(8 * count, BigInt(end), true);
  return bytes.buffer;
}

export function decode(data: ArrayBuffer): KernelMessage {
  const view = new DataView(data);
  const count = Number(view.getBigUint64(0, true));
  const offsets = Array.from({ length: count }, (_, index) => Number(view.getBigUint64(8 * (index + 1), true)));
  const part = (index: number) => new DataView(data, offsets[index]!, offsets[index + 1]! - offsets[index]!);
  const json = (index: number) => JSON.parse(reader.decode(part(index)));
  return {
    channel: reader.decode(part(0)),
    header: json(1),
    parent_header: json(2),
    metadata: json(3),
    content: json(4),
    buffers: Array.from({ length: count - 6 }, (_, index) => part(index + 5)),
  };
}

export function bytesOf(binary: Binary): Uint8Array {
  return ArrayBuffer.isView(binary) ? new Uint8Array(binary.buffer, binary.byteOffset, binary.byteLength) : new Uint8Array(binary);
}

type Path = (string | number)[];

/** Put binary values back where the sender took them out of the state. */
// biome-ignore lint/suspicious/noExplicitAny: the paths tell what lies where
export function putBuffers(state: any, paths: Path[], buffers: DataView[]): void {
  paths.forEach((path, index) => {
    let place = state;
    for (const step of path.slice(0, -1)) place = place[step];
    place[path[path.length - 1]!] = buffers[index];
  });
}

/** Take binary values out of a state, which JSON cannot carry; the state handed in is left as it is. */
export function takeBuffers(state: unknown): { state: unknown; paths: Path[]; buffers: Binary[] } {
  const paths: Path[] = [];
  const buffers: Binary[] = [];
  const walk = (value: unknown, path: Path): unknown => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      paths.push(path);
      buffers.push(value);
      return null;
    }
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index]));
    if (value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
      const kept: Record<string, unknown> = {};
      for (const [name, item] of Object.entries(value)) {
        const walked = walk(item, [...path, name]);
        if (!(item instanceof ArrayBuffer || ArrayBuffer.isView(item))) kept[name] = walked;
      }
      return kept;
    }
    return value;
  };
  return { state: walk(state, []), paths, buffers };
}
