/** What one can do: how many missions, when, where, with what. All of it is optional, and each touch is kept by itself. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Car, Choice, Day, OfferModel, Terms as Said } from "../../contract";
import * as LIMITS from "../../limits";
import { Chips } from "../kit/components";
import { useDraft } from "../kit/device";
import { say, usePanel, useWords } from "../kit/panel";
import { answerOf, type Answer } from "../participant/page";

const DAYS: readonly Day[] = ["weekdays", "evenings", "weekends"];
/** How many missions at most; one is what counts where nobody says more. */
const NUMBERS = [2, 3, 4, 5, 10];
/** Languages are written in one line. */
const BETWEEN = ", ";

type Asked = Omit<Said, "until_said">;

type Told = { model: OfferModel; tell: (answer: Answer | null) => void };

/** Where what was said is not read it is not asked for either: a touch would take the place of it all, unread. */
export function Terms({ model, tell }: Told) {
  const { words } = useWords();
  if (model.terms !== null) return <Asking model={model} terms={model.terms} tell={tell} />;
  return (
    <section class="wk-stack-tight" aria-labelledby="wk-terms">
      <h2 id="wk-terms">{say(words, "terms")}</h2>
      <p>{say(words, "terms-elsewhere")}</p>
    </section>
  );
}

function Asking({ model, terms, tell }: Told & { terms: Said }) {
  const { words, send } = usePanel<"participant">();
  const [mine, show] = useState<Asked | null>(null);
  const { until_said: untilSaid, ...kept } = terms;
  const said = mine ?? kept;
  const latest = useRef<Asked>(said);
  latest.current = said;
  const turn = useRef(0);
  const keep = async (changes: Partial<Asked>): Promise<boolean> => {
    const next = { ...latest.current, ...changes };
    latest.current = next; // two touches before the page is drawn again
    show(next);
    turn.current += 1;
    const here = turn.current;
    const reply = await send("say_terms", next);
    if (here === turn.current) show(null);
    tell(answerOf(reply, say(words, "term-kept")));
    return reply.ok;
  };
  const numbers = [...new Set([...NUMBERS, ...(said.max_missions > 1 ? [said.max_missions] : [])])].sort((a, b) => a - b);
  const sectors = [...new Set([...model.sectors, ...said.reach])].map((name) => ({ key: name, label: name }));
  const toggled = <K extends string>(list: K[], one: K, on: boolean): K[] => (on ? [...list, one] : list.filter((each) => each !== one));
  return (
    <section class="wk-stack-wide" aria-labelledby="wk-terms">
      <div>
        <h2 id="wk-terms">{say(words, "terms")}</h2>
        <p class="wk-quiet">{say(words, "terms-lead")}</p>
      </div>
      <Ticks
        legend={say(words, "days")}
        choices={DAYS.map((key) => ({ key, label: say(words, `day.${key}`) }))}
        values={said.days}
        onToggle={(day, on) => void keep({ days: toggled(said.days, day as Day, on) })}
      />
      <OneOf clear={said.max_missions > 1 ? say(words, "missions-one") : null} onClear={() => void keep({ max_missions: 1 })}>
        <Chips
          legend={<Titled title={say(words, "missions")} hint={say(words, "missions-hint")} />}
          choices={numbers.map((number) => ({ key: String(number), label: String(number) }))}
          value={said.max_missions > 1 ? String(said.max_missions) : null}
          onChoose={(number) => void keep({ max_missions: Number(number) })}
        />
      </OneOf>
      {sectors.length > 0 && (
        <Ticks
          legend={
            <Titled
              title={say(words, "reach")}
              hint={model.sector === "" ? say(words, "reach-hint") : say(words, "reach-own", { sector: model.sector })}
            />
          }
          choices={sectors}
          values={said.reach}
          onToggle={(sector, on) => void keep({ reach: toggled(said.reach, sector, on) })}
        />
      )}
      <OneOf clear={said.car === "unsaid" ? null : say(words, "unsay")} onClear={() => void keep({ car: "unsaid" })}>
        <Chips<Car>
          legend={say(words, "car")}
          choices={(["yes", "no"] as const).map((key) => ({ key, label: say(words, `car-${key}`) }))}
          value={said.car === "unsaid" ? null : said.car}
          onChoose={(car) => void keep({ car })}
        />
      </OneOf>
      <Until until={said.until} said={mine === null ? untilSaid : ""} onKeep={(until) => keep({ until })} />
      <Line name="often" longest={LIMITS.often.longest} kept={said.often} onKeep={(often) => keep({ often })} />
      <Line
        name="languages"
        longest={LIMITS.often.longest}
        kept={said.languages.join(BETWEEN)}
        onKeep={(typed) =>
          keep({
            languages: typed
              .split(/[,;]/)
              .map((one) => one.trim())
              .filter((one) => one !== ""),
          })
        }
      />
    </section>
  );
}

/** A question with what holds where nobody answers it. */
const Titled = ({ title, hint }: { title: string; hint: string }) => (
  <>
    {title} <span class="wk-hint">{hint}</span>
  </>
);

/** One choice among a few, with a way back to none. */
function OneOf({ clear, onClear, children }: { clear: string | null; onClear: () => void; children: ComponentChildren }) {
  return (
    <div>
      {children}
      {clear !== null && (
        <button type="button" class="wk-quiet-action" onClick={onClear}>
          {clear}
        </button>
      )}
    </div>
  );
}

/** Several choices among a few, each a box to tick that looks like a chip. */
function Ticks(props: { legend: ComponentChildren; choices: Choice[]; values: string[]; onToggle: (key: string, on: boolean) => void }) {
  return (
    <fieldset class="wk-chips">
      <legend>{props.legend}</legend>
      <div>
        {props.choices.map(({ key, label }) => (
          <label key={key} class="wk-chip">
            <input
              type="checkbox"
              value={key}
              checked={props.values.includes(key)}
              onChange={(event) => props.onToggle(key, event.currentTarget.checked)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Until({ until, said, onKeep }: { until: string; said: string; onKeep: (until: string) => Promise<boolean> }) {
  const { words } = useWords();
  return (
    <div>
      <label class="wk-field">
        <b>{say(words, "until")}</b>
        <input
          type="date"
          name="until"
          value={until}
          onChange={(event) => {
            const day = event.currentTarget.value;
            if (day !== until) void onKeep(day);
          }}
        />
        {said !== "" && <span class="wk-hint">{say(words, "until-said", { date: said })}</span>}
      </label>
      {until !== "" && (
        <button type="button" class="wk-quiet-action" onClick={() => void onKeep("")}>
          {say(words, "until-none")}
        </button>
      )}
    </div>
  );
}

/** A word of one's own, kept when one leaves the field or presses the button that appears while it is not. */
function Line(props: { name: "often" | "languages"; longest: number; kept: string; onKeep: (text: string) => Promise<boolean> }) {
  const { words } = useWords();
  const { name, kept } = props;
  const [draft, setDraft] = useDraft(`terms:${name}`);
  const [typed, type] = useState(draft !== "");
  const text = typed ? draft : kept;
  const latest = useRef(text);
  latest.current = text;
  const leave = async () => {
    if (!typed || (text.trim() !== kept && !(await props.onKeep(text.trim())))) return;
    if (latest.current !== text) return; // somebody typed on meanwhile
    setDraft("");
    type(false);
  };
  return (
    <form
      class="wk-stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        void leave();
      }}
    >
      <label class="wk-field">
        <b>{say(words, name)}</b>
        <input
          type="text"
          name={name}
          maxLength={props.longest}
          value={text}
          onInput={(event) => {
            type(true);
            setDraft(event.currentTarget.value);
          }}
          onBlur={() => void leave()}
        />
        <span class="wk-hint">{say(words, `${name}-hint`)}</span>
      </label>
      {typed && text.trim() !== kept && (
        <button type="submit" class="wk-go wk-second">
          {say(words, "term-keep")}
        </button>
      )}
    </form>
  );
}
