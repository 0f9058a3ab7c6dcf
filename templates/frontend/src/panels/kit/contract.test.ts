/**
 * What a panel may send is checked while the page is compiled: each line marked below must be an error to the type
 * checker, which fails on a mark that no error answers. `tests/frontend` runs it.
 */
import { expect, test } from "vitest";
import type { Panel } from "./panel";

type Send = Panel<"participant", "vote">["send"];

/** Never called: only its types are read. */
async function sendInVain(send: Send, show: Panel<"screen", "screen">["send"]): Promise<void> {
  await send("place_dots", { challenge: "c", option: "o", count: 1 });
  await send("withdraw_offer");
  await send("write_idea", { challenge: "c", text: "t" }); // its source may be left out

  // @ts-expect-error: no intention is called so
  await send("place_dot", { challenge: "c", option: "o", count: 1 });
  // @ts-expect-error: another role's intention
  await send("move_phase", { phase: "vote" });
  // @ts-expect-error: the payload has no such field
  await send("place_dots", { challenge: "c", option: "o", number: 1 });
  // @ts-expect-error: one field too many
  await send("place_dots", { challenge: "c", option: "o", count: 1, more: 1 });
  // @ts-expect-error: a field is missing
  await send("place_dots", { challenge: "c", option: "o" });
  // @ts-expect-error: a number, not a text
  await send("place_dots", { challenge: "c", option: "o", count: "1" });
  // @ts-expect-error: a word of another enumeration
  await send("finish", { phase: "scoring", finished: true });
  // @ts-expect-error: the payload is missing
  await send("place_dots");
  // @ts-expect-error: this intention takes no payload
  await send("withdraw_offer", { offer: "o" });
  // @ts-expect-error: the screen asks for nothing
  await show("look_again");

  const written = await send("write_idea", { challenge: "c", text: "t" });
  const idea: string | undefined = written.result?.idea;
  // @ts-expect-error: what comes back is typed too
  const other: number | undefined = written.result?.idea;
  void [idea, other];
}

/** Never called: only its types are read. */
function readInVain(vote: Panel<"participant", "vote">["model"], screen: Panel<"screen", "screen">["model"]): void {
  // @ts-expect-error: a panel that may be hidden is asked first
  void vote.challenges;
  // @ts-expect-error: tallies belong to the results
  if (vote.visible && vote.stage === "vote") void vote.challenges[0]?.options[0]?.supporters;
  // @ts-expect-error: ideas are shown at the reveal alone
  void screen.cards;
}

test("the types of what is sent and shown are read by the type checker", () => {
  expect(sendInVain).toBeTypeOf("function");
  expect(readInVain).toBeTypeOf("function");
});
