/** Who is missing from the list of invitations: in words, in bars, with whom to invite next, and whom to remind. */
import { ABSENCES, type StakeholderCategory } from "../../contract";
import { Facts } from "../kit/components";
import { say, sayMany, usePanel, type Words } from "../kit/panel";
import { Meter, Quiet, Told, useAction } from "./action";
import { goTo, Section } from "./section";

/** "du monde de la santé", or the organiser's own word between quotation marks. */
const nameWho = (words: Words, category: StakeholderCategory) =>
  category.own ? say(words, "who.own", { label: category.label }) : say(words, `who.${category.category}`);

/** Whether nobody of a category is hoped for: somebody else has to be found. */
const isGap = ({ missing }: StakeholderCategory) => missing === "unlisted" || missing === "declined";

/** Who is missing: one sentence, a bar for each category, and beside them the one thing to do next. */
export function Coverage({ onAdd }: { onAdd: (category: string) => void }) {
  const { model, words } = usePanel<"facilitator", "stakeholders">();
  return (
    <section class="wkf-coverage" aria-labelledby="wkf-missing">
      <div class="wkf-coverage-said">
        <h2 id="wkf-missing">{say(words, "missing")}</h2>
        <p>{model.said}</p>
      </div>
      <Next onAdd={onAdd} />
      <Plot />
    </section>
  );
}

/** The one thing to do next, with the only deep-green button of the page. */
function Next({ onAdd }: { onAdd: (category: string) => void }) {
  const { model, words, lang, send } = usePanel<"facilitator", "stakeholders">();
  const { act, category, entry, sector, number, sentence } = model.next;
  const begin = async () => {
    if (act === "begin" || act === "add") return onAdd(category);
    if (act === "remind") return goTo("wkf-reminders");
    if (act !== "look") return goTo("wkf-invitations");
    await send("look_at_candidates", { entry, sector, search: "", page: 1 });
    goTo("wkf-candidates");
  };
  return (
    <div class="wkf-coverage-next" role="group" aria-labelledby="wkf-next">
      <h3 id="wkf-next">{say(words, "next")}</h3>
      <p>{sentence}</p>
      <button type="button" class="wkf-button wkf-next" onClick={() => void begin()}>
        {act === "look"
          ? sayMany(words, lang, "next.go.look", number, { number: number.toLocaleString(lang) })
          : say(words, `next.go.${act}`)}
      </button>
    </div>
  );
}

/** Each category with a bar of those who come and, hatched, of those who have not said yes; the words say the same. */
function Plot() {
  const { model, words, lang } = usePanel<"facilitator", "stakeholders">();
  const rows = model.categories.map((one) => {
    const hoped = one.people.filter(({ status }) => status !== "declined").length;
    const coming = one.people.filter(({ status }) => status === "coming" || status === "came").length;
    return { one, hoped, coming };
  });
  const most = Math.max(1, ...rows.map(({ hoped }) => hoped));
  const wide = (count: number) => ({ width: `${(100 * count) / most}%` });
  return (
    <figure class="wkf-plot">
      <figcaption>
        <span class="wk-visually-hidden">{say(words, "plot")}</span>
        <span class="wkf-plot-key" aria-hidden="true">
          <i class="wkf-plot-coming" />
          {say(words, "plot.key.coming")}
          <i class="wkf-plot-waiting" />
          {say(words, "plot.key.waiting")}
        </span>
      </figcaption>
      <ul>
        {rows.map(({ one, hoped, coming }) => (
          <li key={one.category} class={hoped === 0 ? "wkf-grave" : undefined}>
            <span>{one.label}</span>
            <span class="wkf-plot-bar" aria-hidden="true">
              <i class="wkf-plot-coming" style={wide(coming)} />
              <i class="wkf-plot-waiting" style={wide(hoped - coming)} />
            </span>
            <span class="wkf-plot-count">
              {hoped === 0
                ? say(words, "plot.nobody")
                : coming === 0
                  ? say(words, "plot.none", { all: hoped })
                  : sayMany(words, lang, "plot.coming", coming, { all: hoped })}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Whom to invite next, each with its reason, and the way to those whom the registers know; then who is missing, one by one. */
export function Ideas({ onAdd }: { onAdd: (category: string) => void }) {
  const { model, words, lang, send } = usePanel<"facilitator", "stakeholders">();
  const suggested = new Set(model.suggestions.map((one) => one.category));
  const missing = ABSENCES.flatMap((why) => model.categories.filter((category) => category.missing === why)).filter(
    (one) => !(isGap(one) && suggested.has(one.category)), // said above, with whom to invite
  );
  const many = model.suggestions.length + missing.length;
  if (many === 0 && model.gaps.length === 0) return null;
  const look = async (entry: string, sector: string) => {
    await send("look_at_candidates", { entry, sector, search: "", page: 1 });
    goTo("wkf-candidates");
  };
  return (
    <Section id="wkf-ideas" title={say(words, "ideas")} state={sayMany(words, lang, "ideas.state", many)}>
      {model.suggestions.length === 0 ? null : (
        <>
          <h3>{say(words, "suggested")}</h3>
          <ul class="wkf-missing">
            {model.suggestions.map((one) => (
              <li key={`${one.entry} ${one.sector}`}>
                <span>{one.sentence}</span>
                <div class="wk-row">
                  {one.candidates === 0 ? null : (
                    <Quiet onClick={() => void look(one.entry, one.sector)}>
                      {sayMany(words, lang, "suggested.see", one.candidates, { number: one.candidates.toLocaleString(lang) })}
                    </Quiet>
                  )}
                  <Quiet label={say(words, "add.who", { who: one.who })} onClick={() => onAdd(one.category)}>
                    {say(words, "add")}
                  </Quiet>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul class="wkf-missing">
        {missing.map((category) => (
          <li key={category.category} class={category.missing === "unlisted" ? "wkf-grave" : undefined}>
            <span>{say(words, `missing.${category.missing}`, { who: nameWho(words, category) })}</span>
            {isGap(category) ? (
              <Quiet label={say(words, "add.who", { who: nameWho(words, category) })} onClick={() => onAdd(category.category)}>
                {say(words, "add")}
              </Quiet>
            ) : null}
          </li>
        ))}
      </ul>
      <Balance />
    </Section>
  );
}

/** How even the list is, and whom it reaches where: each measure with its sentence. */
function Balance() {
  const { model, words } = usePanel<"facilitator", "stakeholders">();
  if (model.gaps.length === 0) return null;
  const most = Math.max(1, ...model.reached.map((one) => one.count));
  return (
    <div class="wk-stack-tight">
      <h3>{say(words, "balance")}</h3>
      <div class="wkf-balance">
        {model.gaps.map((gap) => (
          <Meter key={gap.about} ratio={gap.value} sentence={gap.sentence} />
        ))}
      </div>
      {model.reached.length === 0 ? null : (
        <ul class="wkf-bars">
          {model.reached.map((one) => (
            <li key={one.name} class={one.count === 0 ? "wkf-grave" : undefined}>
              <span>{say(words, "bar", { name: one.name, count: one.count })}</span>
              <i aria-hidden="true" style={{ width: `${(100 * one.count) / most}%` }} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Who was invited and has not answered: a number to ring, and a press once it was done. */
export function Reminders() {
  const { model, words, lang } = usePanel<"facilitator", "stakeholders">();
  const action = useAction();
  if (model.reminders.length === 0) return null;
  return (
    <Section id="wkf-reminders" title={say(words, "reminders")} state={sayMany(words, lang, "reminders.state", model.reminders.length)}>
      <p class="wk-quiet">{say(words, "reminders.lead")}</p>
      <ul class="wkf-missing">
        {model.reminders.map((one) => (
          <li key={one.id}>
            <span>
              <b>{one.name}</b>{" "}
              <span class="wk-quiet">
                <Facts
                  of={[
                    one.contact,
                    one.phone === "" ? null : <span class="wk-copied">{one.phone}</span>,
                    one.phone === "" ? one.email : "",
                    one.days === null
                      ? null
                      : one.days < 1
                        ? say(words, "reminders.today")
                        : sayMany(words, lang, "reminders.days", one.days),
                    one.reminded === "" ? null : say(words, "reminders.last", { day: one.reminded }),
                  ]}
                />
              </span>
            </span>
            <Quiet
              label={say(words, "reminders.done.one", { name: one.name })}
              onClick={() => void action.act("note_reminder", { stakeholder: one.id })}
            >
              {say(words, "reminders.done")}
            </Quiet>
          </li>
        ))}
      </ul>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </Section>
  );
}
