/** What a phone fetches while stakes are gathered or judged. */
import { holdTwice } from "../kit/fingers";
import "./stakes.css";
import { holds, panels, say, sayMany, usePanel, useWords } from "../kit/panel";
import { GRADES, type JudgedStake, type StakesOpen } from "../../contract";
import * as LIMITS from "../../limits";
import { ChallengeFrame, Go } from "../kit/components";
import { useDraft } from "../kit/device";
import { Heading, Page, Told, Waiting, answerOf, type Answer } from "../participant/page";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { bringStyle } from "../kit/served";

bringStyle("stakes");

holds.push(holdTwice);

export function Stakes() {
  const { model } = usePanel<"participant", "stakes">();
  const asks = model.visible && model.stage !== "judged";
  useLayoutEffect(() => {
    if (model.visible) document.body.classList.toggle("wk-has-stakes", asks); // which hides the form to join
  }, [asks, model.visible]);
  if (!model.visible) return null;
  if (model.stage === "gathering") return <Gathering />;
  if (model.stage === "sorting") return <Sorting />;
  return model.stage === "judging" ? <Judging /> : <Judged judged={model.judged} />;
}

function Gathering() {
  const { model, words, send } = usePanel<"participant", "stakes">();
  const open = model as StakesOpen;
  const [text, setText] = useDraft("stake");
  const [answer, tell] = useState<Answer | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const propose = async () => {
    if (text.trim() === "") return field.current?.focus();
    tell(null);
    const reply = await send("propose_stake", { text });
    if (reply.ok) {
      if (field.current?.value === text) setText(""); // the next one may have been begun meanwhile
      field.current?.focus();
    }
    tell(answerOf(reply, say(words, "gather.saved")));
    return undefined;
  };
  return (
    <Page
      foot={
        <>
          <Told still answer={answer} />
          <Waiting />
          <Go onClick={() => void propose()}>{say(words, "gather.add")}</Go>
        </>
      }
    >
      <Heading>{say(words, "gather.heading")}</Heading>
      <p class="wk-lead">{say(words, "gather.lead")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void propose();
        }}
      >
        <label class="wk-field">
          <b>{say(words, "gather.label")}</b>
          <input
            ref={field}
            type="text"
            autocomplete="off"
            enterkeyhint="send"
            maxLength={LIMITS.proposed_stake.longest}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <span class="wk-hint">{say(words, "gather.example")}</span>
        </label>
      </form>
      <p class="wk-quiet">{say(words, "gather.alone")}</p>
      {open.mine.length > 0 && (
        <section class="wk-stack-tight" aria-labelledby="wks-mine">
          <h2 id="wks-mine">{say(words, "gather.mine")}</h2>
          <ul class="wk-cards">
            {open.mine.map((one) => (
              <li key={one.id} class="wk-card wks-own">
                <span>{one.text}</span>
                <button
                  type="button"
                  class="wk-quiet-action"
                  aria-label={say(words, "gather.remove.one", { text: one.text })}
                  onClick={() => void send("take_back_stake", { stake: one.id }).then((reply) => tell(answerOf(reply)))}
                >
                  {say(words, "gather.remove")}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function Sorting() {
  const { words } = useWords();
  return (
    <Page>
      <Heading>{say(words, "sort.heading")}</Heading>
      <p class="wk-lead">{say(words, "sort.lead")}</p>
    </Page>
  );
}

function Judging() {
  const { model, words, lang, send } = usePanel<"participant", "stakes">();
  const open = model as StakesOpen;
  const [here, go] = useState<string | null>(null);
  const [given, give] = useState<Record<string, number | null>>({});
  const [answer, tell] = useState<Answer | null>(null);
  const name = useId();
  const gradeOf = (id: string) => (id in given ? given[id] : open.stakes.find((one) => one.id === id)?.grade);
  const isBlank = (id: string) => gradeOf(id) === null || gradeOf(id) === undefined;
  const latest = useRef(isBlank);
  latest.current = isBlank;
  const [finishing, setFinishing] = useState(false);
  const at = Math.max(
    0,
    open.stakes.findIndex((one) => (here === null ? isBlank(one.id) : one.id === here)),
  );
  const stake = open.stakes[at];
  useEffect(() => tell(null), [stake?.id]);
  if (stake === undefined) return null;
  if (here === null && stake.id !== here) queueMicrotask(() => go(stake.id));
  const left = open.stakes.filter((one) => isBlank(one.id)).length;
  const kept = open.stakes.every((one) => one.grade !== null); // what is under way is not done
  const following = [...open.stakes.slice(at + 1), ...open.stakes.slice(0, at)].find((one) => isBlank(one.id)) ?? open.stakes[at + 1];
  const answerWith = async (grade: number | null) => {
    give((others) => ({ ...others, [stake.id]: grade }));
    const reply = await send("grade_stake", { stake: stake.id, grade });
    if (!reply.ok) give(({ [stake.id]: _, ...others }) => others);
    tell(answerOf(reply, say(words, left <= 1 && grade !== null ? "judge.done" : "judge.saved")));
  };
  /** The rule for blanks said aloud by who has read enough: whatever has no grade is given the lowest. */
  const finish = async () => {
    if (finishing) return;
    setFinishing(true);
    for (const one of open.stakes) {
      if (!latest.current(one.id)) continue; // it may have been graded by hand meanwhile
      give((others) => ({ ...others, [one.id]: 0 }));
      const reply = await send("grade_stake", { stake: one.id, grade: 0 });
      if (reply.ok) continue;
      give(({ [one.id]: _, ...others }) => others);
      setFinishing(false);
      tell(answerOf(reply));
      return;
    }
    setFinishing(false);
    tell({ good: true, text: say(words, "judge.done") });
  };
  const turn = (id: string) => {
    go(id);
    window.scrollTo(0, 0);
  };
  return (
    <Page
      foot={
        <>
          <Told still answer={answer} />
          <Waiting />
          {left > 0 && <p class="wk-quiet">{sayMany(words, lang, "judge.left", left)}</p>}
          {left === 0 && kept && answer === null && <p class="wk-saved">{say(words, "judge.done")}</p>}
          <div class="wk-row">
            {at > 0 && (
              <Go second onClick={() => turn(open.stakes[at - 1]!.id)}>
                {say(words, "judge.before")}
              </Go>
            )}
            {following !== undefined && (
              <Go second={isBlank(stake.id)} onClick={() => turn(following.id)}>
                {say(words, "judge.next")}
              </Go>
            )}
          </div>
        </>
      }
    >
      <div key={stake.id} class="wk-stack-tight wks-judging">
        <ChallengeFrame label={say(words, "judge.place", { place: at + 1, all: open.stakes.length })} statement={stake.title} />
        {stake.texts.length > 0 && (
          <details class="wk-more">
            <summary>{say(words, "judge.also")}</summary>
            <ul>
              {stake.texts.map((text, place) => (
                <li key={place}>{text}</li>
              ))}
            </ul>
          </details>
        )}
        <Heading>{say(words, "judge.question")}</Heading>
        <fieldset class="wks-grades">
          <legend class="wk-visually-hidden">{say(words, "judge.heading")}</legend>
          {GRADES.map((grade) => (
            <label key={grade} class="wk-chip">
              <input type="radio" name={name} value={grade} checked={gradeOf(stake.id) === grade} onChange={() => void answerWith(grade)} />
              <span>{say(words, `grade.${grade}`)}</span>
            </label>
          ))}
        </fieldset>
        <p class="wk-quiet wk-small">{say(words, open.blanks_count ? "judge.blank.counts" : "judge.blank.not")}</p>
        {!isBlank(stake.id) && (
          <button type="button" class="wk-quiet-action" onClick={() => void answerWith(null)}>
            {say(words, "judge.none")}
          </button>
        )}
        {open.blanks_count && left > 0 && left < open.stakes.length && (
          <button type="button" class="wk-quiet-action" onClick={() => void finish()}>
            {sayMany(words, lang, "judge.finish", left)}
          </button>
        )}
      </div>
    </Page>
  );
}

/** Nothing more is asked: the form to join follows below, for whoever comes on the day. */
function Judged({ judged }: { judged: JudgedStake[] }) {
  const { words } = useWords();
  return (
    <div class="wk-body">
      <Heading>{say(words, "judged.heading")}</Heading>
      <p>{say(words, "judged.lead")}</p>
      <ol class="wks-ranked wk-cards">
        {judged.map((one, place) => (
          <li key={place} class="wk-card">
            <b>{one.rank}.</b>
            <span>
              {one.title}
              <small>{say(words, one.median === null ? "judged.nobody" : `grade.${one.median}`)}</small>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

export default panels({ stakes: Stakes });
