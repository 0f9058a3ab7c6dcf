import { describe, expect, test } from "vitest";
import { decode, encode, putBuffers, takeBuffers } from "./protocol";

const header = { msg_id: "1", msg_type: "comm_msg", session: "s", username: "", version: "5.3", date: "2026-01-01T00:00:00Z" };

describe("kernel messages", () => {
  test("come back as they were sent, accents and binary parts included", () => {
    const sent = { channel: "shell", header, parent_header: {}, metadata: { a: 1 }, content: { text: "Élu·e, « d’été »" } };
    const read = decode(encode({ ...sent, buffers: [new Uint8Array([1, 2, 3]).buffer, new Uint8Array([9, 8, 7]).subarray(1)] }));
    expect(read).toMatchObject(sent);
    expect(read.buffers.map((view) => [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)])).toEqual([
      [1, 2, 3],
      [8, 7],
    ]);
  });

  test("are laid out as the protocol says", () => {
    const view = new DataView(encode({ channel: "shell", header, parent_header: {}, metadata: {}, content: {} }));
    const count = Number(view.getBigUint64(0, true));
    expect(count).toBe(6); // channel, header, parent, metadata, content, and the end
    expect(Number(view.getBigUint64(8, true))).toBe(8 * (count + 1));
    expect(Number(view.getBigUint64(8 * count, true))).toBe(view.byteLength);
  });
});

describe("binary values of a state", () => {
  test("are taken out, named by their paths, and the state handed in stays whole", () => {
    const bytes = new Uint8Array([5]);
    const state = { plain: 1, image: bytes, list: ["a", bytes], nothing: null };
    const taken = takeBuffers(state);
    expect(taken.state).toEqual({ plain: 1, list: ["a", null], nothing: null });
    expect(taken.paths).toEqual([["image"], ["list", 1]]);
    expect(taken.buffers).toEqual([bytes, bytes]);
    expect(state.image).toBe(bytes);
  });

  test("are put back where they were", () => {
    const one = new DataView(new ArrayBuffer(1));
    const state = { list: ["a", null], deep: { x: {} as Record<string, unknown> } };
    putBuffers(
      state,
      [
        ["list", 1],
        ["deep", "x", "y"],
      ],
      [one, one],
    );
    expect(state.list[1]).toBe(one);
    expect(state.deep.x.y).toBe(one);
  });
});
