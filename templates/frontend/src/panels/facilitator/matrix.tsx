/** Step 4: the matrices as they fill, and scores said for someone without a phone. */
import { useId, useState } from "preact/hooks";
import { COMPETENCES, INTERESTS, type NamedMatrix, type ScoredFor } from "../../contract";
import * as LIMITS from "../../limits";
import { Chips, Facts, Unbroken } from "../kit/components";
import { useDraft } from "../kit/device";
import { cellKey, MatrixFigure, ROWS, ZONES, type ZoneName } from "../kit/matrix";
import { signed } from "../kit/numbers";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { Line, Told, Quiet, useAction } from "./action";
import { Category } from "./category";
import { ImportLink } from "./import_link";
import { MatrixNumbers } from "./matrix_numbers";

const ALL = "all";

export function MatrixPanel() {
  const { model, words } = usePanel<"facilitator", "matrix">();
  const [chosen, choose] = useState<string | null>(null);
  const [begun] = useState(model.current); // a page that the screen turns meanwhile moves nothing under the hand
  const { challenges } = model;
  if (challenges.length === 0) return <p class="wk-card">{say(words, "none")}</p>;
  const first = challenges.find((one) => one.id === begun) ?? challenges[0];
  const known = chosen === ALL || challenges.some((one) => one.id === chosen);
  const shown = known ? chosen : (first?.id ?? null);
  const choices = challenges.map((one) => ({ key: one.id, label: `${one.number}\u00a0·\u00a0${one.stake}` }));
  if (challenges.length > 1) choices.push({ key: ALL, label: say(words, "all") });
  return (
    <section class="wkf-page wkf-page-tight">
      <div>
        <h2>{say(words, "title")}</h2>
        <p class="wk-quiet">{say(words, "intro")}</p>
      </div>
      <Chips legend={say(words, "show")} choices={choices} value={shown} onChoose={choose} />
      <div class={shown === ALL ? "wkf-matrices wkf-matrices-all" : "wkf-matrices"}>
        {challenges
          .filter((one) => shown === ALL || one.id === shown)
          .map((one) => (
            <OneMatrix key={one.id} matrix={one} />
          ))}
      </div>
      <ScoreFor challenge={shown === ALL ? (first?.id ?? "") : (shown ?? "")} />
      <ImportLink kind="scores" />
    </section>
  );
}

function OneMatrix({ matrix }: { matrix: NamedMatrix }) {
  const { words, lang } = useWords();
  const [picked, pick] = useState<string | null>(null);
  const list = useId();
  const { number, stake } = matrix;
  const caption = say(words, "caption", { number, stake });
  const toggle = (place: string) => pick(place === picked ? null : place);
  return (
    <article class="wkf-matrix">
      <div class="wk-challenge">
        <small>{say(words, "label", { number, stake })}</small>
        <p>
          <Unbroken text={matrix.statement} />
        </p>
      </div>
      <dl class="wkf-figures">
        {(["answered", "unsure", "waited"] as const).map((key) => (
          <div key={key}>
            <dt>{sayMany(words, lang, key, matrix[key])}</dt>
            <dd>{matrix[key]}</dd>
          </div>
        ))}
      </dl>
      {matrix.others > 0 ? <p class="wk-quiet">{sayMany(words, lang, "others", matrix.others)}</p> : null}
      {matrix.answered === 0 ? <p class="wk-quiet">{say(words, "empty")}</p> : null}
      <MatrixFigure matrix={matrix} caption={caption} picked={picked} onPick={toggle} lists={list} />
      {matrix.unsure > 0 ? (
        <button type="button" class="wk-quiet-action" aria-pressed={picked === UNSURE} aria-controls={list} onClick={() => toggle(UNSURE)}>
          {sayMany(words, lang, "unsure-who", matrix.unsure)}
        </button>
      ) : null}
      <div id={list} class="wkf-cell" role="status">
        <Names matrix={matrix} picked={picked} onClose={() => pick(null)} />
      </div>
      <MatrixNumbers matrix={matrix} caption={caption} />
    </article>
  );
}

const UNSURE = "unsure";

/** Who stands in the cell or the zone that was pressed: names come on demand, and on this page alone. */
function Names({ matrix, picked, onClose }: { matrix: NamedMatrix; picked: string | null; onClose: () => void }) {
  const { words, lang } = useWords();
  if (picked === null) return matrix.answered > 0 ? <p class="wk-quiet">{say(words, "pick")}</p> : null;
  const names = listNames(matrix, picked);
  return (
    <div class="wk-card">
      <h3>{titleOf(picked, names.length, words, lang)}</h3>
      {names.length === 0 ? (
        <p class="wk-quiet">{say(words, "cell-empty")}</p>
      ) : (
        <p>
          <Facts of={names} />
        </p>
      )}
      <Quiet onClick={onClose}>{say(words, "close")}</Quiet>
    </div>
  );
}

const isZone = (place: string): place is ZoneName => ZONES.some((zone) => zone === place);

function titleOf(place: string, number: number, words: Words, lang: string): string {
  if (place === UNSURE) return sayMany(words, lang, "unsure", number);
  if (isZone(place)) {
    const name = sayMany(words, lang, `matrix.zone.${place}`, number);
    return say(words, "zone", { name: `${name.charAt(0).toLocaleUpperCase(lang)}${name.slice(1)}`, number });
  }
  const [row, competence] = place.split("-");
  return say(words, "cell", { competence, interest: signed(ROWS[Number(row)] ?? 0) });
}

function listNames(matrix: NamedMatrix, place: string): string[] {
  if (place === UNSURE) return matrix.unsure_names;
  if (!isZone(place)) return matrix.names[place] ?? [];
  const cells = matrix.zones.flatMap((row, at) => row.flatMap((zone, column) => (zone === place ? [cellKey(at, column)] : [])));
  return cells.flatMap((cell) => matrix.names[cell] ?? []).sort((one, other) => one.localeCompare(other, undefined, { numeric: true }));
}

const NEW = "new";

/** The score of someone who speaks through the facilitator; nothing is chosen beforehand but the challenge in sight. */
function ScoreFor({ challenge: inSight }: { challenge: string }) {
  const { model, words } = usePanel<"facilitator", "matrix">();
  const action = useAction();
  const [who, setWho] = useState("");
  const [pseudonym, setPseudonym] = useDraft("matrix-proxy");
  const [category, setCategory] = useState("");
  const [other, setChallenge] = useState<string | null>(null);
  const [competence, setCompetence] = useState<string | null>(null);
  const [interest, setInterest] = useState<string | null>(null);
  const [unsure, setUnsure] = useState(false);
  const [missing, setMissing] = useState(false);
  const [saved, setSaved] = useState("");
  const [refusedFor, setRefusedFor] = useState("");
  const pseudonymOf = (id: string) => model.people.find((one) => one.id === id)?.pseudonym ?? "";
  const challenge = other ?? inSight;
  const complete = who !== "" && (unsure || (competence !== null && interest !== null));
  const given = action.answer?.values?.challenge === challenge && refusedFor === who;
  const save = async (again: boolean) => {
    setMissing(!complete);
    if (!complete) return;
    setRefusedFor(who);
    const answer = await action.act("score_for", {
      challenge,
      again,
      ...(who === NEW ? { pseudonym, category } : { participant: who }),
      ...(unsure ? { unsure } : { competence: Number(competence), interest: Number(interest) }),
    });
    if (!answer.ok) return;
    setSaved((answer.result as ScoredFor).participant);
    for (const empty of [setWho, setPseudonym, setCategory]) empty("");
    setCompetence(null);
    setInterest(null);
    setUnsure(false);
  };
  return (
    <details class="wk-card wkf-fold">
      <summary>{say(words, "proxy.title")}</summary>
      <div class="wkf-score-proxy">
        <label class="wk-field">
          <b>{say(words, "proxy.who")}</b>
          <span class="wkf-hint">{say(words, "proxy.who.hint")}</span>
          <select value={who} onChange={(event) => setWho(event.currentTarget.value)}>
            <option value="">{say(words, "proxy.choose")}</option>
            <option value={NEW}>{say(words, "proxy.new")}</option>
            {model.people.map((one) => (
              <option key={one.id} value={one.id}>
                {one.pseudonym}
              </option>
            ))}
          </select>
        </label>
        <label class="wk-field">
          <b>{say(words, "proxy.challenge")}</b>
          <select value={challenge} onChange={(event) => setChallenge(event.currentTarget.value)}>
            {model.challenges.map((one) => (
              <option key={one.id} value={one.id}>
                {`${one.number} · ${one.stake}`}
              </option>
            ))}
          </select>
        </label>
        {who === NEW ? (
          <>
            <Line label={say(words, "proxy.pseudonym")} value={pseudonym} most={LIMITS.pseudonym.longest} name onInput={setPseudonym} />
            <Category
              label={say(words, "proxy.category")}
              hint={say(words, "proxy.category.hint")}
              known={model.categories}
              value={category}
              onInput={setCategory}
            />
          </>
        ) : null}
        <Chips
          className="wk-scale"
          legend={say(words, "proxy.competence")}
          choices={COMPETENCES.map((one) => ({ key: String(one), label: String(one) }))}
          value={unsure ? null : competence}
          onChoose={(key) => {
            setUnsure(false);
            setCompetence(key);
          }}
        />
        <Chips
          className="wk-scale"
          legend={say(words, "proxy.interest")}
          choices={INTERESTS.map((one) => ({ key: String(one), label: signed(one) }))}
          value={unsure ? null : interest}
          onChoose={(key) => {
            setUnsure(false);
            setInterest(key);
          }}
        />
        <label class="wk-check">
          <input type="checkbox" checked={unsure} onChange={(event) => setUnsure(event.currentTarget.checked)} />
          <span>{say(words, "proxy.unsure")}</span>
        </label>
        <button type="button" class="wk-go" aria-disabled={action.busy} onClick={() => void save(false)}>
          {say(words, "proxy.save")}
        </button>
      </div>
      {missing ? (
        <p role="alert" class="wk-refused">
          {say(words, "proxy.incomplete")}
        </p>
      ) : null}
      <Told action={action} saved={say(words, "proxy.saved", { pseudonym: pseudonymOf(saved) })} />
      {given ? <Quiet onClick={() => void save(true)}>{say(words, "proxy.again")}</Quiet> : null}
    </details>
  );
}
