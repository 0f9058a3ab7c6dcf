import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RegisterFile, Roles } from "../../contract";
import { eventually, FakeWidget, Mounted } from "../kit/stage";
import { RegistersPanel } from "./registers";

type Model = Roles["facilitator"]["panels"]["registers"];
const file = (id: string, kind: RegisterFile["kind"], more: Partial<RegisterFile> = {}): RegisterFile => ({
  ...{ id, name: `${id}.csv`, megabytes: 12.5, kind, lying: false, refused: "" },
  ...more,
});
const model: Model = {
  ...{ files: [], folder: "val-brume", communes: [], registers: [], state: "none" as const, number: 0 },
  ...{ reading: "", share: 0, lines: [], failed: "" },
};

let page: Mounted;
const drop = (...files: File[]) => {
  const event = new Event("drop", { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { files } });
  return act(async () => void page.find(".wkf-registers-put").dispatchEvent(event));
};

beforeEach(() => {
  localStorage.clear();
  page = new Mounted(RegistersPanel, new FakeWidget(model));
});
afterEach(() => page.leave());

test("a file is brought in pieces of the length that was answered, past what the device keeps", async () => {
  await drop(new File(["0123456789"], "rna.csv"));
  await eventually(() => expect(page.widget.letters).toEqual([["begin_register_file", { name: "rna.csv", size: 10 }]]));
  await page.widget.answer({ ok: true, result: { file: "f1", part: 6 } });
  await eventually(() => expect(page.widget.letters.at(-1)).toEqual(["take_register_piece", { file: "f1", at: 0, piece: btoa("012345") }]));
  expect(JSON.stringify(localStorage)).not.toContain(btoa("012345"));
  await page.widget.answer({ ok: true, result: { received: 6 } });
  await eventually(() => expect(page.widget.letters.at(-1)).toEqual(["take_register_piece", { file: "f1", at: 6, piece: btoa("6789") }]));
  expect(page.text).toContain("arriving");
  await page.widget.answer({ ok: true, result: { received: 10 } });
  await eventually(() => expect(page.text).not.toContain("arriving"));
});

test("a small file is said to be small, and not to hold 0 MB", async () => {
  await page.widget.show({ ...model, files: [file("rna", "rna", { megabytes: 0 }), file("places", "hamlets")] });
  const said = [...page.el.querySelectorAll(".wkf-registers-files .wk-quiet")].map((one) => one.textContent);
  expect(said[0]).toContain("megabytes.less");
  expect(said[1]).not.toContain("megabytes.less");
});

test("a file that cannot come says why", async () => {
  await drop(new File(["x"], "rna.csv"));
  await eventually(() => expect(page.widget.asked).toEqual(["begin_register_file"]));
  await page.widget.answer({ ok: false, sentence: "No room." });
  await eventually(() => expect(page.find(".wk-refused").textContent).toBe("No room."));
});

test("the commune of the last register is filled in, and the hamlets at hand are compared", async () => {
  await page.widget.show({ ...model, communes: ["59279"], files: [file("rna", "rna"), file("places", "hamlets")] });
  await page.press("go");
  expect(page.widget.letters).toEqual([["take_register", { file: "rna", communes: "59279", hamlets: "places" }]]);
});

test("a commune that is typed is kept on the device and sent as it was typed", async () => {
  await page.widget.show({ ...model, communes: ["59279"], files: [file("rna", "rna")] });
  await page.type("59280, 59281", ".wkf-registers-commune input");
  page.leave();
  page = new Mounted(RegistersPanel, new FakeWidget({ ...model, communes: ["59279"], files: [file("rna", "rna")] }));
  expect(page.find<HTMLInputElement>(".wkf-registers-commune input").value).toBe("59280, 59281");
  await page.press("go");
  expect(page.widget.letters).toEqual([["take_register", { file: "rna", communes: "59280, 59281", hamlets: "" }]]);
});

test("while one is read it is said how far, no other is begun, and it can be stopped", async () => {
  await page.widget.show({ ...model, state: "working", share: 0.4, reading: "rna.csv", files: [file("rna", "rna")] });
  expect(page.find("[role=status]").textContent).toBe("working");
  await page.press("go");
  expect(page.widget.letters).toEqual([]);
  await page.press("stop");
  expect(page.widget.letters).toEqual([["stop_register", {}]]);
});

test("what came of it is said line by line, and what failed says why", async () => {
  await page.widget.show({ ...model, state: "ready", number: 1, lines: ["412 rows", "3 added", "2 left out"] });
  for (const line of ["412 rows", "3 added", "2 left out"]) expect(page.text).toContain(line);
  await page.widget.show({ ...model, state: "failed", number: 1, failed: "Nothing of 59001." });
  expect(page.find(".wk-refused").textContent).toBe("Nothing of 59001.");
});

test("a file of no use says what it is and has no button to read it", async () => {
  await page.widget.show({ ...model, files: [file("other", "", { refused: "It is no register." })] });
  expect(page.text).toContain("It is no register.");
  expect([...page.el.querySelectorAll("button")].map((one) => one.textContent)).not.toContain("go");
});
