/** Writing a challenge by its parts: the sentence they make, and how precise it is. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { PARTS, type ChallengeByParts, type ChallengePreview, type Part } from "../../contract";
import * as LIMITS from "../../limits";
import { ChallengeFrame } from "../kit/components";
import { handOver } from "../kit/device";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { Told, Line, Meter, Quiet, useAction } from "./action";
import { useFields } from "./fields";

const EMPTY = { stake: "", statement: "", action: "", population: "", territory: "", deadline: "", indicator: "" };
type Fields = typeof EMPTY;

const listParts = (words: Words, parts: Part[]): string => parts.map((part) => say(words, `missing.${part}`)).join(", ");

export function PrecisionMeter({ missing, ratio }: Pick<ChallengePreview, "missing" | "ratio">) {
  const { words } = useWords();
  const sentence = missing.length === 0 ? say(words, "precise") : say(words, "missing", { list: listParts(words, missing) });
  return <Meter ratio={ratio} title={say(words, "precision")} sentence={sentence} />;
}

export function ChallengeForm({ challenge, onClose }: { challenge: ChallengeByParts | null; onClose: () => void }) {
  const { words, lang } = useWords();
  const action = useAction();
  const top = useRef<HTMLFormElement>(null);
  const start = { ...EMPTY };
  for (const key of ["stake", ...PARTS] as const) start[key] = challenge?.[key] ?? "";
  // An empty statement follows the parts; one written by hand stays as it is.
  if (challenge?.own_words) start.statement = challenge.statement;
  const name = `challenge:${challenge?.id ?? "new"}`;
  const [fields, , change, forget] = useFields(name, start);
  const preview = usePreview(fields, challenge);
  useEffect(() => {
    top.current?.querySelector("input")?.focus();
  }, []);
  const leave = () => {
    forget();
    onClose();
  };
  return (
    <form
      ref={top}
      class="wkf-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const keepAgain = handOver(name);
        const answer = await action.act("write_challenge", { ...fields, id: challenge?.id ?? null });
        if (answer.ok) leave();
        else keepAgain();
      }}
    >
      <Line
        label={say(words, "stake")}
        hint={say(words, "stake.hint")}
        value={fields.stake}
        most={LIMITS.stake.longest}
        onInput={(text) => change("stake", text)}
      />
      <div class="wkf-columns">
        {PARTS.map((part) => (
          <Line
            key={part}
            label={say(words, `part.${part}`)}
            hint={say(words, `part.${part}.hint`)}
            value={fields[part]}
            most={LIMITS.part.longest}
            onInput={(text) => change(part, text)}
          />
        ))}
      </div>
      <Statement fields={fields} preview={preview} onChange={(text) => change("statement", text)} />
      <PrecisionMeter missing={preview.missing} ratio={preview.ratio} />
      <div class="wk-row">
        <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
          {say(words, challenge === null ? "add.this" : "save")}
        </button>
        <Quiet onClick={leave}>{say(words, "cancel")}</Quiet>
        <p role="status" class="wkf-foretold">
          {preview.renewed ? sayRenewed(words, lang, challenge?.ideas ?? 0) : null}
        </p>
      </div>
      <Told action={action} />
    </form>
  );
}

/** What saving another question will do, while people work on the one before. */
const sayRenewed = (words: Words, lang: string, ideas: number): string =>
  ideas === 0 ? say(words, "renewed") : sayMany(words, lang, "renewed.ideas", ideas);

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

/** The sentence that the parts make, or the one the facilitator prefers. */
function Statement(props: { fields: Fields; preview: ChallengePreview; onChange: (text: string) => void }) {
  const { words } = useWords();
  const { assembled, lost } = props.preview;
  const written = props.fields.statement;
  const [byHand, setByHand] = useState(written !== "");
  if (!byHand) {
    return (
      <div class="wk-stack-tight" aria-live="polite">
        <ChallengeFrame label={say(words, "statement")} statement={assembled || say(words, "statement.none")} />
        {assembled === "" ? null : (
          <p>
            <Quiet
              onClick={() => {
                props.onChange(assembled);
                setByHand(true);
              }}
            >
              {say(words, "statement.rewrite")}
            </Quiet>
          </p>
        )}
      </div>
    );
  }
  return (
    <div class="wk-stack-tight">
      <label class="wk-field">
        <span class="wk-label">{say(words, "statement.by-hand")}</span>
        <textarea
          class="wkf-statement"
          maxLength={LIMITS.statement.longest}
          value={written}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      </label>
      <Lost lost={lost} />
      <p>
        <Quiet
          onClick={() => {
            props.onChange("");
            setByHand(false);
          }}
        >
          {say(words, "statement.assemble")}
        </Quiet>
      </p>
    </div>
  );
}

/** Asks for the sentence that the parts make, a moment after the last key; one question on its way at a time. */
function usePreview(fields: Fields, challenge: ChallengeByParts | null): ChallengePreview {
  const { send, lang } = usePanel<"facilitator", "challenges">();
  const [preview, setPreview] = useState<ChallengePreview>({
    ...(challenge ?? { assembled: "", missing: [...PARTS], ratio: 0, lost: [] }),
    renewed: false,
  });
  const latest = useRef(fields);
  latest.current = fields;
  const asking = useRef(false);
  const ask = useCallback(async () => {
    if (asking.current) return;
    asking.current = true;
    let asked = "";
    while (asked !== JSON.stringify(latest.current)) {
      asked = JSON.stringify(latest.current);
      const answer = await send("preview_challenge", { ...latest.current, id: challenge?.id ?? null });
      if (answer.ok && answer.result !== undefined) setPreview(answer.result);
    }
    asking.current = false;
  }, [send]);
  const key = JSON.stringify(fields) + lang;
  useEffect(() => {
    const pause = setTimeout(() => void ask(), 250);
    return () => clearTimeout(pause);
  }, [key]);
  return preview;
}
