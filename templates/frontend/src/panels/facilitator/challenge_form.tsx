/** Writing a challenge freely, in one sentence: what it says is shown in it, what it lacks is asked for, one thing at a time. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { CHALLENGES_AT_MOST, PARTS, type ChallengeByParts, type ChallengePreview, type Part, type Reading } from "../../contract";
import * as LIMITS from "../../limits";
import { handOver } from "../kit/device";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { Told, Line, Quiet, useAction } from "./action";
import { Clarity } from "./challenge_clarity";
import { Kind, Question, TwoChallenges, type Halves } from "./challenge_question";
import { Sentence } from "./challenge_sentence";
import { Sentences, sayWhat } from "./challenge_sentences";
import { useFields } from "./fields";

const WORDS = { stake: "", statement: "", action: "", population: "", territory: "", deadline: "", indicator: "" };
/**
 * Besides the words: the parts left for later, the means that was written first, whether the two in it were seen, and the
 * answer that is being typed.
 */
const EMPTY = { ...WORDS, passed: "", solution: "", one: "", answer: "" };
type Fields = typeof EMPTY;

export const listParts = (words: Words, parts: readonly Part[]): string => parts.map((part) => say(words, `missing.${part}`)).join(", ");

export function ChallengeForm(props: {
  challenge: ChallengeByParts | null;
  number: number;
  /** Whether it was opened to ask how clear the sentence is. */
  asks?: boolean;
  onClose: () => void;
}) {
  const { challenge, number, onClose } = props;
  const { model } = usePanel<"facilitator", "challenges">();
  const { words, lang } = useWords();
  const action = useAction();
  const top = useRef<HTMLFormElement>(null);
  const start = { ...EMPTY };
  for (const key of ["stake", "statement", ...PARTS] as const) start[key] = challenge?.[key] ?? "";
  const name = `challenge:${challenge?.id ?? "new"}`;
  const [fields, , change, forget, changeAll, now] = useFields(name, start);
  const preview = usePreview(fields, challenge);
  const followed = useFollowing(now, preview, challenge, change);
  const { reading } = preview;
  useLayoutEffect(() => {
    if (props.asks === true) return;
    top.current?.querySelector("input")?.focus({ preventScroll: true });
    top.current?.scrollIntoView?.({ block: "start" }); // what is read in the sentence stands below it, and is to be in sight
  }, []);
  const leave = () => {
    forget();
    onClose();
  };
  const [stopped, stop] = useState<{ halves?: Halves } | null>(null); // at something typed beside the sentence, which does not say it
  // a sentence that follows the parts is made of them again: what was typed last into one may not stand in it yet
  const isFollowing = (typed: Fields) => typed.statement === followed.current && PARTS.some((part) => typed[part] !== "");
  const findBeside = (typed: Fields) =>
    listBeside(
      typed,
      PARTS.filter((part) => !isFollowing(typed) && typed[part] !== start[part]),
    );
  const save = async (halves?: Halves, anyway = false) => {
    const typed = now(); // what was drawn last may lack the last letters
    if (!anyway && findBeside(typed).length > 0) return stop(halves === undefined ? {} : { halves });
    const keepAgain = handOver(name);
    const written = { ...pick(typed), solution: typed.solution, id: challenge?.id ?? null };
    const follows = isFollowing(typed);
    const answer =
      halves === undefined
        ? await action.act("write_challenge", { ...written, statement: follows ? "" : written.statement })
        : await action.act("split_challenge", {
            ...written,
            statement: halves.first,
            second: halves.second,
            second_stake: halves.stake,
          });
    if (answer.ok) leave();
    else keepAgain();
    return undefined;
  };
  const current = reading?.text === fields.statement.trim().replace(/\s+/g, " ") ? reading : null;
  const passed = fields.passed.split(" ");
  const asked = reading?.questions.filter(({ part }) => part === null || !passed.includes(part)) ?? [];
  const two = reading !== null && reading.kind === "several" && reading.halves.length === 2 && fields.one !== fields.statement;
  const question = asked[0];
  const added = (statement: string, built: boolean) => {
    const kept: Partial<Fields> = { statement, answer: "" };
    if (built && reading?.kind === "solution") kept.solution = fields.statement;
    // a subject without an end is what its challenge stands under
    if (built && reading?.kind === "theme" && fields.stake === "") kept.stake = fields.statement.slice(0, LIMITS.stake.longest);
    changeAll(kept);
  };
  const room = model.challenges.length < CHALLENGES_AT_MOST;
  const label = say(words, "stake.numbered", { number, stake: fields.stake }).replace(/[\s·]+$/u, "");
  const standing = reading === null || reading.text === "" ? "" : sayWhat(words, lang, reading.kind, PARTS.length - reading.missing.length);
  return (
    <div class="wkf-write">
      <form
        ref={top}
        class="wkf-write-main"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div>
          <h3>{say(words, challenge !== null ? "write" : number === 1 ? "write.first" : "write.new", { number })}</h3>
          <p class="wk-quiet">{say(words, "write.lead")}</p>
        </div>
        <label class="wk-field wkf-stake">
          <span class="wk-label">{say(words, "stake")}</span>
          <input
            type="text"
            value={fields.stake}
            maxLength={LIMITS.stake.longest}
            placeholder={say(words, "stake.hint")}
            autocomplete="off"
            onInput={(event) => change("stake", event.currentTarget.value)}
          />
        </label>
        <Sentence
          label={label}
          value={fields.statement}
          reading={reading}
          wanted={two || question?.part === "action" ? null : (question?.part ?? null)}
          onInput={(text) => change("statement", text)}
        />
        {reading === null ? null : <Kind reading={reading} />}
        {two ? (
          <TwoChallenges reading={reading} room={room} onSplit={save} onKeep={(first) => changeAll({ statement: first, one: first })} />
        ) : question !== undefined ? (
          <Question
            question={question}
            statement={fields.statement}
            answer={fields.answer}
            onAnswer={(answer) => change("answer", answer)}
            onAdded={added}
            onPass={(part) => change("passed", `${fields.passed} ${part}`.trim())}
          />
        ) : current !== null && current.missing.length === 0 && current.text !== "" ? (
          <p class="wkf-all-said">
            <b>✓ {say(words, "all-said")}</b> {say(words, "all-said.lead")}
          </p>
        ) : null}
        {fields.solution === "" ? null : <p class="wk-quiet wk-small">{say(words, "next.solution-kept", { solution: fields.solution })}</p>}
        <div class="wk-row">
          <button type="submit" class={two || question !== undefined ? "wkf-button" : "wkf-button wkf-next"} aria-disabled={action.busy}>
            {say(words, challenge === null ? "add.this" : "save")}
          </button>
          <Quiet onClick={leave}>{say(words, "cancel")}</Quiet>
          <p role="status" class="wkf-foretold">
            {preview.renewed ? sayRenewed(words, lang, challenge?.ideas ?? 0) : null}
          </p>
        </div>
        <Told action={action} />
        <Beside texts={stopped === null ? [] : findBeside(fields)} onSave={() => void save(stopped?.halves, true)} />
        <ByParts fields={fields} preview={preview} onChange={change} />
      </form>
      {challenge === null ? null : (
        <aside class="wkf-write-aside">
          {fields.statement === challenge.statement || challenge.clarity.number > 0 ? (
            <Clarity challenge={challenge} ahead={props.asks} />
          ) : (
            <section class="wk-stack-tight">
              <h3>{say(words, "clarity")}</h3>
              <p class="wk-quiet">{say(words, "clarity.save-first")}</p>
            </section>
          )}
          <Sentences challenge={challenge} statement={fields.statement} now={standing} onTake={(text) => change("statement", text)} />
        </aside>
      )}
    </div>
  );
}

/** Words as they are compared: a capital, an accent or another apostrophe makes no other word. */
const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’']/g, "'").replace(/\s+/g, " ").toLowerCase().trim();

/** What is typed beside the sentence that it does not say: the answer to the question, and the fields that were changed. */
function listBeside(fields: Fields, changed: readonly Part[]): string[] {
  const said = fold(fields.statement);
  return [fields.answer, ...changed.map((part) => fields[part])].map((text) => text.trim()).filter((text) => !said.includes(fold(text)));
}

/** What saving would leave out of the sentence, said before it does. */
function Beside({ texts, onSave }: { texts: string[]; onSave: () => void }) {
  const { words, lang } = useWords();
  const list = texts.map((text) => say(words, "beside.quoted", { text })).join(", ");
  return (
    <div role="status">
      {texts.length === 0 ? null : (
        <p class="wkf-note">
          <b>{sayMany(words, lang, "beside", texts.length, { list })}</b> {sayMany(words, lang, "beside.mend", texts.length)}{" "}
          <Quiet onClick={onSave}>{say(words, "beside.anyway")}</Quiet>
        </p>
      )}
    </div>
  );
}

const pick = (fields: Fields): typeof WORDS => {
  const words = { ...WORDS };
  for (const key of Object.keys(WORDS) as (keyof typeof WORDS)[]) words[key] = fields[key];
  return words;
};

/** What saving another question will do, while people work on the one before. */
const sayRenewed = (words: Words, lang: string, ideas: number): string =>
  ideas === 0 ? say(words, "renewed") : sayMany(words, lang, "renewed.ideas", ideas);

/** The same sentence by its parts, for those who think in fields; the sentence follows them until it is written otherwise. */
function ByParts({ fields, preview, onChange }: { fields: Fields; preview: Known; onChange: (key: keyof Fields, text: string) => void }) {
  const { words } = useWords();
  const filled = PARTS.some((part) => fields[part] !== "");
  const [open, fold] = useState(false);
  const { assembled, lost } = preview;
  const other = filled && assembled !== "" && assembled !== fields.statement;
  return (
    <details class="wkf-fold wkf-fold-tight" open={open} onToggle={(event) => fold(event.currentTarget.open)}>
      <summary>{say(words, "by-parts")}</summary>
      <div class="wk-stack">
        <p class="wk-quiet">{say(words, "by-parts.lead")}</p>
        <div class="wkf-columns">
          {PARTS.map((part) => (
            <Line
              key={part}
              label={say(words, `part.${part}`)}
              hint={say(words, `part.${part}.hint`)}
              value={fields[part]}
              most={LIMITS.part.longest}
              onInput={(text) => onChange(part, text)}
            />
          ))}
        </div>
        {other ? (
          <p>
            {say(words, "by-parts.is", { statement: assembled })}{" "}
            <Quiet onClick={() => onChange("statement", assembled)}>{say(words, "by-parts.take")}</Quiet>
          </p>
        ) : null}
        <Lost lost={lost} />
      </div>
    </details>
  );
}

/** Which fields a wording of one's own does not take up, what follows, and how to mend it; it keeps nobody from saving. */
function Lost({ lost }: { lost: Part[] }) {
  const { words, lang } = useWords();
  return (
    <div role="status">
      {lost.length === 0 ? null : (
        <p class="wkf-note">
          <b>{say(words, "lost", { list: listParts(words, lost) })}</b> {sayMany(words, lang, "lost.mend", lost.length)}
        </p>
      )}
    </div>
  );
}

/** A sentence that was made of the parts follows them; one in somebody's own words stays. */
function useFollowing(
  now: () => Fields,
  preview: Known,
  challenge: ChallengeByParts | null,
  change: (key: keyof Fields, text: string) => void,
): { readonly current: string } {
  const followed = useRef(challenge === null || challenge.own_words ? "" : challenge.statement);
  useEffect(() => {
    const { assembled } = preview;
    if (assembled === followed.current || preview.asked === "") return;
    const { statement } = now();
    if (statement === "" || statement === followed.current) change("statement", assembled);
    followed.current = assembled;
  }, [preview.assembled, preview.asked]);
  return followed;
}

type Known = Omit<ChallengePreview, "reading"> & { reading: Reading | null; asked: string };

/** Milliseconds after the last key until a sentence is judged: none of a quick hand's keys is waited for. */
const PAUSE = 60;

/** Asks how the sentence is read while it is typed; one question on its way at a time, the latest words next. */
function usePreview(fields: Fields, challenge: ChallengeByParts | null): Known {
  const { send, lang } = usePanel<"facilitator", "challenges">();
  const [preview, setPreview] = useState<Known>({
    assembled: challenge?.assembled ?? "",
    lost: challenge?.lost ?? [],
    reading: challenge?.reading ?? null,
    renewed: false,
    asked: "",
  });
  const latest = useRef(fields);
  latest.current = fields;
  const asking = useRef(false);
  const ask = useCallback(async () => {
    if (asking.current) return;
    asking.current = true;
    let asked = "";
    while (asked !== JSON.stringify(pick(latest.current))) {
      asked = JSON.stringify(pick(latest.current));
      const answer = await send("preview_challenge", { ...pick(latest.current), id: challenge?.id ?? null });
      if (answer.ok && answer.result !== undefined) setPreview({ ...answer.result, asked });
    }
    asking.current = false;
  }, [send]);
  const key = JSON.stringify(pick(fields)) + lang;
  useEffect(() => {
    const pause = setTimeout(() => void ask(), PAUSE);
    return () => clearTimeout(pause);
  }, [key]);
  return preview;
}
