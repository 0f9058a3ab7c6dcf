import { beforeEach, describe, expect, test, vi } from "vitest";
import { KernelSocket, type Early } from "./kernel";
import { decode, encode, PROTOCOL } from "./protocol";

class FakeSocket {
  static made: FakeSocket[] = [];
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  readyState = 0;
  binaryType = "";
  sent: ArrayBuffer[] = [];
  onopen: () => void = () => undefined;
  onclose: (event: { reason: string }) => void = () => undefined;
  onmessage: (event: { data: unknown }) => void = () => undefined;

  constructor(
    readonly address: string,
    readonly protocols: string[],
  ) {
    FakeSocket.made.push(this);
  }
  open(): void {
    this.readyState = 1;
    this.onopen();
  }
  close(reason = ""): void {
    this.readyState = 3;
    this.onclose({ reason });
  }
  send(data: ArrayBuffer): void {
    this.sent.push(data);
  }
}

const status = (state: string): ArrayBuffer =>
  encode({
    channel: "iopub",
    header: { msg_id: "1", msg_type: "status", session: "k", username: "", version: "5.3", date: "" },
    parent_header: {},
    metadata: {},
    content: { execution_state: state },
  });

beforeEach(() => {
  FakeSocket.made = [];
  vi.stubGlobal("WebSocket", FakeSocket);
});

describe("the kernel's socket", () => {
  test("is opened again under the same session, so that the server replays what was missed", async () => {
    const kernel = new KernelSocket("ws://room/channels");
    for (let time = 0; time < 2; time += 1) {
      const opening = kernel.connect();
      FakeSocket.made[time]!.open();
      expect(await opening).toBe(true);
    }
    const [first, second] = FakeSocket.made;
    expect(second!.address).toBe(first!.address);
    expect(first!.address).toContain(`session_id=${kernel.session}`);
    expect(first!.protocols).toEqual([PROTOCOL]);
  });

  test("tells that it closed, but not when it was replaced", async () => {
    const kernel = new KernelSocket("ws://room/channels");
    const closed = vi.fn();
    kernel.onClose = closed;
    void kernel.connect();
    FakeSocket.made[0]!.open();
    void kernel.connect(); // drops the first
    FakeSocket.made[1]!.open();
    expect(closed).not.toHaveBeenCalled();
    FakeSocket.made[1]!.close();
    expect(closed).toHaveBeenCalledOnce();
  });

  test("says that it did not open", async () => {
    const kernel = new KernelSocket("ws://room/channels");
    const opening = kernel.connect();
    FakeSocket.made[0]!.close();
    expect(await opening).toBe(false);
  });

  test("gives up a socket that never opens", async () => {
    vi.useFakeTimers();
    const opening = new KernelSocket("ws://room/channels").connect();
    await vi.advanceTimersByTimeAsync(11_000);
    expect(await opening).toBe(false);
    vi.useRealTimers();
  });

  test("refuses to send while it is away, and sends on the shell channel once open", async () => {
    const kernel = new KernelSocket("ws://room/channels");
    expect(() => kernel.send("comm_msg", {})).toThrow("away");
    void kernel.connect();
    expect(() => kernel.send("comm_msg", {})).toThrow("away");
    FakeSocket.made[0]!.open();
    const id = kernel.send("comm_msg", { comm_id: "c", data: 1 });
    const sent = decode(FakeSocket.made[0]!.sent[0]!);
    expect(sent).toMatchObject({ channel: "shell", header: { msg_id: id, msg_type: "comm_msg" }, content: { comm_id: "c", data: 1 } });
  });

  test("hands on what the server asks in words, and answers that somebody is there", () => {
    const kernel = new KernelSocket("ws://room/channels");
    const asked = vi.fn();
    kernel.onAsked = asked;
    kernel.sayHere(); // not open yet: nobody hears it
    void kernel.connect();
    const socket = FakeSocket.made[0]!;
    socket.open();
    socket.onmessage({ data: "rest" });
    expect(asked).toHaveBeenCalledWith("rest");
    kernel.sayHere();
    expect(socket.sent).toEqual(["here"]);
  });

  test("takes over the one opened before this code arrived, with what it has heard", async () => {
    const socket = new FakeSocket("ws://room/channels?session_id=early", [PROTOCOL]);
    socket.readyState = 1;
    const kernel = new KernelSocket("ws://room/channels", { session: "early", socket, heard: [status("idle")] } as unknown as Early);
    const heard = vi.fn();
    kernel.onMessage = heard;
    expect(await kernel.connect()).toBe(true);
    expect(FakeSocket.made).toHaveLength(1);
    expect(heard).toHaveBeenCalledOnce();
    socket.onmessage({ data: status("busy") });
    expect(heard.mock.calls.map(([message]) => message.content.execution_state)).toEqual(["idle", "busy"]);
  });

  test("opens a new one if the early one is closed already", async () => {
    const socket = new FakeSocket("ws://early", []);
    socket.readyState = 3;
    const kernel = new KernelSocket("ws://room/channels", { session: "early", socket, heard: [] } as unknown as Early);
    const opening = kernel.connect();
    FakeSocket.made[1]!.open();
    expect(await opening).toBe(true);
    expect(FakeSocket.made[1]!.address).toContain("session_id=early");
  });
});
