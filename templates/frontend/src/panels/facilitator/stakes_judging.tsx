/** Stakes are judged, by phones and on paper; then they are ranked, and the first become challenges. */
import { useRef, useState } from "preact/hooks";
import { GRADES, type RankedStake } from "../../contract";
import { handOver } from "../kit/device";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Quiet, Tick, Told, useAction, type Action } from "./action";
import { Next, useTyped, type Moving } from "./stakes_next";

export function Judging({ move, action }: Moving & { action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "stakes">();
  const { counts, joinable } = model;
  const paper = usePaper();
  const end = async () => {
    if (paper.empty || (await paper.keep())) await move("judged");
  };
  return (
    <>
      <p>{say(words, "judging.lead")}</p>
      <p>{say(words, joinable ? "gathering.join" : "gathering.closed")}</p>
      <p class="wkf-big-count">
        <b>{sayMany(words, lang, "judging.count", counts.judges)}</b>
        {counts.papers > 0 ? `, ${sayMany(words, lang, "judging.papers", counts.papers)}` : ""}
      </p>
      <Tick ticked={model.blanks_count} onTick={(count) => action.act("count_blanks", { count })}>
        {say(words, "judging.blanks")}
      </Tick>
      <Paper paper={paper} />
      {counts.unfinished > 0 ? <p class="wkf-unfinished">{sayMany(words, lang, "judging.unfinished", counts.unfinished)}</p> : null}
      {paper.empty ? null : <p>{say(words, "judging.paper.along")}</p>}
      <Next
        onClick={() => void end()}
        quiet={counts.judges === 0 && paper.empty}
        back={<Quiet onClick={() => void move("sorting")}>{say(words, "judging.back")}</Quiet>}
      >
        {counts.unfinished > 0 ? sayMany(words, lang, "judging.end.without", counts.unfinished) : say(words, "judging.end")}
      </Next>
    </>
  );
}

/** The sheet that is being typed in: kept on the device until it is stored, and stored by whoever closes the judging. */
function usePaper() {
  const { model } = usePanel<"facilitator", "stakes">();
  const action = useAction();
  const standing = model.stakes.filter((one) => !one.left_out);
  const [given, give] = useTyped<number>(SHEET);
  const latest = useRef(given);
  latest.current = given;
  const empty = standing.every((one) => given[one.id] === undefined);
  const [open, fold] = useState(!empty);
  const keep = async (): Promise<boolean> => {
    const stakes = standing.map((one) => one.id);
    const sent = JSON.stringify(given);
    const keepAgain = handOver(SHEET);
    const answer = await action.act("judge_stakes_on_paper", { stakes, grades: stakes.map((id) => given[id] ?? -1) });
    if (!answer.ok) {
      keepAgain();
      fold(true); // the answer stands there
    } else if (JSON.stringify(latest.current) === sent) give({}); // the next sheet may have been begun meanwhile
    return answer.ok;
  };
  const grade = (id: string, found: number) => {
    const { [id]: _, ...others } = given;
    give(found < 0 ? others : { ...others, [id]: found });
  };
  return { action, standing, given, grade, empty, open, fold, keep };
}

/** Under which name the sheet is kept on the device. */
const SHEET = "stakes:paper";

/** What somebody without a phone finds, typed in for them. */
function Paper({ paper }: { paper: ReturnType<typeof usePaper> }) {
  const { model, words } = usePanel<"facilitator", "stakes">();
  const { action, standing, given, grade, keep } = paper;
  return (
    <details class="wk-more" open={paper.open} onToggle={(event) => paper.fold(event.currentTarget.open)}>
      <summary>{say(words, "judging.paper")}</summary>
      <form
        class="wkf-form"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <div class="wkf-paper-grades">
          {standing.map((one) => (
            <label key={one.id} class="wk-field">
              <span class="wk-label">{one.title}</span>
              <select value={String(given[one.id] ?? -1)} onChange={(event) => grade(one.id, Number(event.currentTarget.value))}>
                <option value="-1">{say(words, "judging.paper.none")}</option>
                {GRADES.map((grade) => (
                  <option key={grade} value={String(grade)}>
                    {say(words, `grade.${grade}`)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
        <div class="wk-row">
          <button type="submit" class="wkf-button" aria-disabled={action.busy}>
            {say(words, "judging.paper.save")}
          </button>
          {model.counts.papers === 0 ? null : (
            <Quiet onClick={() => void action.act("take_back_paper")}>{say(words, "judging.paper.undo")}</Quiet>
          )}
          <Told action={action} saved={say(words, "judging.paper.saved")} />
        </div>
      </form>
    </details>
  );
}

export function Judged({ move, make }: Moving & { make: (stakes: string[]) => Promise<boolean> }) {
  const { model, words, lang } = usePanel<"facilitator", "stakes">();
  const [picked, pick] = useState<readonly string[]>([]);
  const [sheet] = useTyped<number>(SHEET);
  const titles = new Map(model.ranked.map((one) => [one.id, one.title]));
  const judged = model.ranked.some((one) => one.median !== null);
  const taken = model.ranked.filter((one) => picked.includes(one.id)).map((one) => one.id);
  const back = <Quiet onClick={() => void move("judging")}>{say(words, "judged.back")}</Quiet>;
  return (
    <>
      <p>
        {say(words, "judged.lead")} {say(words, model.blanks_count ? "judged.rule.counts" : "judged.rule.not")}
      </p>
      {model.counts.unfinished > 0 ? (
        <p class="wkf-unfinished">{sayMany(words, lang, "judged.unfinished", model.counts.unfinished)}</p>
      ) : null}
      {model.stakes.every((one) => one.left_out || sheet[one.id] === undefined) ? null : (
        <p class="wkf-unfinished">{say(words, "judged.paper")}</p>
      )}
      {judged || model.counts.unfinished > 0 ? null : <p class="wkf-empty">{say(words, "judged.nobody")}</p>}
      <ol class="wkf-stakes-list wkf-ranked">
        {model.ranked.map((one) => (
          <Ranked
            key={one.id}
            stake={one}
            picked={picked.includes(one.id)}
            onPick={(yes) => pick(yes ? [...picked, one.id] : picked.filter((id) => id !== one.id))}
          />
        ))}
      </ol>
      {model.tied.length === 0 ? null : <p>{say(words, "judged.tie", { titles: model.tied.map((id) => titles.get(id)).join(", ") })}</p>}
      <p class="wk-row">
        <span class="wk-quiet">{sayMany(words, lang, "judged.places", model.places)}</span>
        {model.chosen.length === 0 ? null : (
          <Quiet onClick={() => pick(model.chosen.slice(0, model.places))}>{say(words, "judged.first")}</Quiet>
        )}
      </p>
      {picked.length === 0 ? (
        <p class="wk-row">
          <span class="wk-quiet">{say(words, "judged.pick")}</span>
          {back}
        </p>
      ) : (
        <Next onClick={() => void make(taken)} back={back}>
          {sayMany(words, lang, "judged.make", picked.length)}
        </Next>
      )}
    </>
  );
}

/** A rank with its profile: how many gave each grade, the best first, said in words to who does not see the bar. */
function Ranked(props: { stake: RankedStake; picked: boolean; onPick: (picked: boolean) => void }) {
  const { words } = useWords();
  const { stake } = props;
  const judges = stake.counts.reduce((sum, count) => sum + count, 0);
  const given = GRADES.map((grade) => ({ grade, count: stake.counts[grade] ?? 0 }));
  const said = given
    .filter((one) => one.count > 0)
    .map((one) => say(words, "judged.profile", { grade: say(words, `grade.${one.grade}`), number: one.count }))
    .join(", ");
  return (
    <li>
      <b>{stake.rank}.</b>
      <label class="wk-check">
        <input
          type="checkbox"
          checked={props.picked}
          aria-label={say(words, "judged.choose", { title: stake.title })}
          onChange={(event) => props.onPick(event.currentTarget.checked)}
        />
      </label>
      <div>
        <b>{stake.title}</b>
        {stake.median === null ? null : (
          <span class="wk-quiet"> {say(words, "judged.median", { grade: say(words, `grade.${stake.median}`) })}</span>
        )}
        {judges === 0 ? null : (
          <div class="wkf-profile" aria-hidden="true">
            {given.map((one) => (
              <i key={one.grade} style={{ width: `${(100 * one.count) / judges}%`, ...(one.count === 0 ? { border: 0 } : {}) }}>
                {one.count > 0 ? one.count : ""}
              </i>
            ))}
          </div>
        )}
        <p class="wk-quiet wk-small">{said}</p>
      </div>
    </li>
  );
}
