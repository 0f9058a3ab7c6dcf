/** Scoring in somebody's name: a digit, then Enter, challenge by challenge. */
import { useRef, useState } from "preact/hooks";
import { COMPETENCES, INTERESTS, type VoiceChallenge, type VoiceScore } from "../../contract";
import { say, type Words } from "../kit/panel";
import { Form, Told, useSaying, useSpeaking } from "./speaking";
import type { ActProps } from "./write";

/** Read a digit with or without its sign, the minus of any keyboard; what is on no scale is `undefined`, nothing `null`. */
export function readDigit(text: string, scale: readonly number[]): number | null | undefined {
  const plain = text.trim().replace(/[−–]/g, "-");
  if (plain === "") return null;
  const value = /^[+-]?\d$/.test(plain) ? Number(plain) : Number.NaN;
  return scale.includes(value) ? value + 0 : undefined;
}

interface Row {
  competence: string;
  interest: string;
  unsure: boolean;
}

const rowOf = (known: VoiceScore | undefined): Row => ({
  competence: known?.competence?.toString() ?? "",
  interest: known?.interest?.toString().replace("-", "−") ?? "",
  unsure: known?.unsure ?? false,
});

export function ScoreForm({ voice, challenge, onClose, onDone }: ActProps) {
  const { model, words } = useSpeaking();
  const saying = useSaying();
  const [rows, setRows] = useState<Record<string, Row>>({});
  const [wrong, setWrong] = useState("");
  const [anew, beginAnew] = useState<string[]>([]);
  const table = useRef<HTMLDivElement>(null);
  const first = challenge ?? voice.score.asks[0] ?? model.challenges[0]?.id;
  const rowAt = (id: string): Row => rows[id] ?? rowOf(voice.scores.find((one) => one.challenge === id));
  const change = (id: string, changed: Partial<Row>) => {
    saying.clear();
    setWrong("");
    setRows({ ...rows, [id]: { ...rowAt(id), ...changed } });
  };
  const field = (place: number) => table.current?.querySelectorAll<HTMLInputElement>("input[type=text]")[place];
  const save = async () => {
    for (const [id, row] of Object.entries(rows)) {
      const competence = readDigit(row.competence, COMPETENCES);
      const interest = readDigit(row.interest, INTERESTS);
      if (competence === undefined || interest === undefined) {
        setWrong(
          say(words, "score.wrong", { range: say(words, competence === undefined ? "score.competence-range" : "score.interest-range") }),
        );
        return;
      }
      if (!row.unsure && competence === null && interest === null) continue;
      const said = row.unsure ? { unsure: true } : { competence, interest };
      const answer = await saying.act("score_as", { participant: voice.id, challenge: id, ...said, again: anew.includes(id) });
      if (!answer.ok) return;
    }
    onDone();
  };
  /** Enter goes to the next field; after the last one it saves. */
  const goOn = (event: KeyboardEvent) => {
    const target = event.target as HTMLInputElement;
    if (event.key !== "Enter" || target.type !== "text") return;
    const fields = [...(table.current?.querySelectorAll<HTMLInputElement>("input[type=text]") ?? [])];
    const next = field(fields.indexOf(target) + 1);
    if (next === undefined) return; // the form is sent
    event.preventDefault();
    next.focus();
  };
  return (
    <Form
      start="[data-first=true]"
      title={say(words, "open.score", { pseudonym: voice.pseudonym })}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <p class="wkv-hint">{say(words, "score.hint")}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter goes on from whichever field has the focus */}
      <div ref={table} class="wkv-scores" onKeyDown={goOn}>
        {model.challenges.map((one) =>
          voice.phone && !voice.score.asks.includes(one.id) && !anew.includes(one.id) ? (
            <Given key={one.id} challenge={one} onBegin={() => beginAnew([...anew, one.id])} />
          ) : (
            <ScoreRow
              key={one.id}
              challenge={one}
              row={rowAt(one.id)}
              first={one.id === first}
              sure={anew.includes(one.id) ? say(words, "again.score-sure", { pseudonym: voice.pseudonym }) : ""}
              onChange={(changed) => change(one.id, changed)}
            />
          ),
        )}
      </div>
      <button type="submit" class="wk-go">
        {say(words, "score.go")}
      </button>
      <p role="alert" class="wk-refused">
        {wrong}
      </p>
      <Told saying={saying} />
    </Form>
  );
}

/** What somebody answered on their phone is not shown; only a press begins it anew. */
function Given({ challenge, onBegin }: { challenge: VoiceChallenge; onBegin: () => void }) {
  const { words } = useSpeaking();
  const label = say(words, "label", { number: challenge.number, stake: challenge.stake });
  return (
    <fieldset class="wkv-score">
      <legend>
        <small class="wkv-warm">{label}</small> {challenge.statement}
      </legend>
      <p>{say(words, "again.score")}</p>
      <button type="button" class="wk-quiet-action" aria-label={`${label}. ${say(words, "again.score-go")}`} onClick={onBegin}>
        {say(words, "again.score-go")}
      </button>
    </fieldset>
  );
}

interface ScoreRowProps {
  challenge: VoiceChallenge;
  row: Row;
  first: boolean;
  /** What it is instead of, in words. */
  sure: string;
  onChange: (changed: Partial<Row>) => void;
}

function ScoreRow(props: ScoreRowProps) {
  const { words } = useSpeaking();
  const { challenge, row, onChange } = props;
  return (
    <fieldset class="wkv-score">
      <legend>
        <small class="wkv-warm">{say(words, "label", { number: challenge.number, stake: challenge.stake })}</small> {challenge.statement}
      </legend>
      {props.sure === "" ? null : <p class="wk-refused">{props.sure}</p>}
      <Digit
        label={say(words, "score.competence")}
        range={say(words, "score.competence-range")}
        value={row.unsure ? "" : row.competence}
        said={sayDigit(words, "competence", row.unsure ? null : readDigit(row.competence, COMPETENCES))}
        first={props.first}
        onInput={(competence) => onChange({ competence, unsure: false })}
      />
      <Digit
        label={say(words, "score.interest")}
        range={say(words, "score.interest-range")}
        value={row.unsure ? "" : row.interest}
        said={sayDigit(words, "interest", row.unsure ? null : readDigit(row.interest, INTERESTS))}
        onInput={(interest) => onChange({ interest, unsure: false })}
      />
      <label class="wk-check">
        <input type="checkbox" checked={row.unsure} onChange={(event) => onChange({ unsure: event.currentTarget.checked })} />
        <span>{say(words, "score.unsure")}</span>
      </label>
    </fieldset>
  );
}

const sayDigit = (words: Words, scale: string, value: number | null | undefined): string =>
  value === null ? "" : value === undefined ? "?" : say(words, `${scale}.${value}`);

function Digit(props: { label: string; range: string; value: string; said: string; first?: boolean; onInput: (text: string) => void }) {
  return (
    <label class="wk-field wkv-digit">
      <b>{props.label}</b> <small class="wk-quiet">{props.range}</small>
      <span>
        <input
          type="text"
          value={props.value}
          maxLength={2}
          autocomplete="off"
          data-first={props.first}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
        />
        <em aria-live="polite">{props.said}</em>
      </span>
    </label>
  );
}
