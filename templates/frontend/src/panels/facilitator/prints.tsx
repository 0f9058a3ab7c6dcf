/** Slips and ballots to print, how many and from which number, and a board for the wall; then a PDF that is kept. */
import { useEffect, useState } from "preact/hooks";
import type { MakingModel, PaperKind } from "../../contract";
import * as LIMITS from "../../limits";
import { say, usePanel } from "../kit/panel";
import { useAction } from "./action";
import { PrintSlips } from "./mission_slips";
import { bytesOf, save } from "../kit/saving";
import { Undrawn } from "./undrawn";

export function Prints() {
  const { model, words } = usePanel<"facilitator", "voices">();
  if (model.challenges.length === 0) return null;
  const voting = model.challenges.filter((one) => one.options.length > 0);
  const revealed = model.challenges.filter((one) => !["unopened", "writing"].includes(one.stage));
  return (
    <details class="wk-card wkv-fold">
      <summary>{say(words, "print.title")}</summary>
      <div class="wkv-print">
        <Papers kind="slips" challenges={model.challenges} making={model.papers.slips} copies={40} />
        {voting.length === 0 ? (
          <div>
            <h3>{say(words, "print.ballots")}</h3>
            <p class="wk-quiet">{say(words, "print.ballots-when")}</p>
          </div>
        ) : (
          <Papers kind="ballots" challenges={voting} making={model.papers.ballots} copies={20} />
        )}
        {revealed.length === 0 ? (
          <div>
            <h3>{say(words, "print.board")}</h3>
            <p class="wk-quiet">{say(words, "print.board-when")}</p>
          </div>
        ) : (
          <Papers kind="board" challenges={revealed} making={model.papers.board} copies={1} />
        )}
        <PrintSlips />
      </div>
    </details>
  );
}

interface Printed {
  id: string;
  number: number;
  stake: string;
}

function Papers(props: { kind: PaperKind; challenges: Printed[]; making: MakingModel; copies: number }) {
  const { model, words, send } = usePanel<"facilitator", "voices">();
  const { kind, making } = props;
  const action = useAction();
  const [challenge, setChallenge] = useState("");
  const [copies, setCopies] = useState(String(props.copies));
  const [first, setFirst] = useState<string | null>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const chosen = props.challenges.find((one) => one.id === challenge) ?? props.challenges[0];
  const download = async () => {
    const answer = await send("fetch_papers", { kind });
    if (answer.ok && answer.result !== undefined)
      save(bytesOf(answer.result.content), "application/pdf", model.papers.files[kind] ?? `${kind}.pdf`);
  };
  useEffect(() => {
    if (asked === null || making.number <= asked) return;
    setAsked(null);
    if (making.state === "ready") void download();
  }, [asked, making.number, making.state]);
  const make = async () => {
    if (chosen === undefined) return;
    setAsked(making.number);
    const from = Number(first ?? model.papers.first);
    const answer = await action.act("make_papers", { kind, challenge: chosen.id, first: from, copies: Number(copies) });
    if (!answer.ok) setAsked(null);
  };
  const working = asked !== null || making.state === "working";
  const refusal = action.answer?.ok === false ? action.answer.sentence : making.state === "failed" && !working ? making.sentence : "";
  return (
    <div class="wkv-form">
      <h3>{say(words, `print.${kind}`)}</h3>
      <label class="wk-field">
        <b>{say(words, "challenge")}</b>
        <select value={chosen?.id ?? ""} onChange={(event) => setChallenge(event.currentTarget.value)}>
          {props.challenges.map((one) => (
            <option key={one.id} value={one.id}>
              {say(words, "label", { number: one.number, stake: one.stake })}
            </option>
          ))}
        </select>
      </label>
      {kind === "board" ? null : (
        <div class="wk-row">
          <Count label={say(words, "print.copies")} value={copies} most={LIMITS.copies.most} onInput={setCopies} />
          <Count label={say(words, "print.first")} value={first ?? String(model.papers.first)} most={LIMITS.slip.most} onInput={setFirst} />
        </div>
      )}
      <button type="button" class="wkf-button" aria-disabled={working} onClick={() => (working ? undefined : void make())}>
        {say(words, making.state === "ready" ? "print.again" : "print.go")}
      </button>
      <p role="status" class={making.state === "ready" && !working ? "wk-saved" : "wk-quiet"}>
        {working && making.doing !== undefined ? say(words, "print.working", { doing: making.doing }) : ""}
        {making.state === "ready" && !working ? say(words, "print.ready", { size: making.size }) : ""}
      </p>
      <Undrawn making={making} working={working} />
      {refusal ? (
        <p role="alert" class="wk-refused">
          {refusal}
        </p>
      ) : null}
      {working ? (
        <button type="button" class="wk-quiet-action" onClick={() => void send("cancel_papers", { kind })}>
          {say(words, "cancel")}
        </button>
      ) : null}
      {making.state === "ready" && !working ? (
        <button type="button" class="wk-quiet-action" onClick={() => void download()}>
          {say(words, "print.download")}
        </button>
      ) : null}
    </div>
  );
}

function Count(props: { label: string; value: string; most: number; onInput: (text: string) => void }) {
  return (
    <label class="wk-field wkv-narrow">
      <b>{props.label}</b>
      <input type="number" min={1} max={props.most} value={props.value} onInput={(event) => props.onInput(event.currentTarget.value)} />
    </label>
  );
}
