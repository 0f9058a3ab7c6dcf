/** A lot: who has which chance, beside a simple draw; the dice that choose a panel; and what is done with those drawn. */
import { useState } from "preact/hooks";
import type { LotBar, LotPaper, LotPerson, LotShown } from "../../contract";
import { say, sayMany, usePanel } from "../kit/panel";
import { save } from "../kit/saving";
import { Confirm, Quiet, Told, useAction } from "./action";

/** Figures that are typed: one a die. */
const FOUR = /^\d{4}$/;
const PUBLIC: readonly LotPaper[] = ["chances", "panels", "people", "quotas"];

export function LotResult() {
  const { shown } = usePanel<"facilitator", "lot">().model;
  if (shown === null) return null;
  return (
    <section class="wk-stack wkf-lot-result" aria-labelledby="wkf-lot-fair">
      <div class="wk-stack-tight">
        <h3 id="wkf-lot-fair" class="wkf-lot-fair">
          {shown.fair}
        </h3>
        <p>{shown.simple}</p>
        <Bars bars={shown.bars} />
        <p class="wk-quiet">{shown.made}</p>
        {shown.notes.map((note) => (
          <p key={note} class="wk-quiet">
            {note}
          </p>
        ))}
        {shown.known ? null : <p class="wkf-lot-note">{shown.unknown}</p>}
        <Everybody shown={shown} />
      </div>
      <Dice key={shown.id} shown={shown} />
      {shown.dice === "" ? null : <Drawn shown={shown} />}
      <Redo shown={shown} />
    </section>
  );
}

/** Two bars a line: this lot is filled, a simple draw is an outline, and both are said in figures. */
function Bars({ bars }: { bars: readonly LotBar[] }) {
  const { words } = usePanel<"facilitator", "lot">();
  const most = Math.max(1, ...bars.map((bar) => Math.max(bar.people, bar.simple)));
  const draw = (people: number, look: string) => (
    <td>
      <i class={look} style={{ width: `${(70 * people) / most}%` }} aria-hidden="true" />
      {people}
    </td>
  );
  return (
    <table class="wkf-lot-bars">
      <caption>{say(words, "bars")}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words, "bars.chance")}</th>
          <th scope="col">{say(words, "bars.here")}</th>
          <th scope="col">{say(words, "bars.simple")}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.chances}>
            <th scope="row">{bar.chances}</th>
            {draw(bar.people, "wkf-lot-here")}
            {draw(bar.simple, "wkf-lot-simple")}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Everybody({ shown }: { shown: LotShown }) {
  const { words } = usePanel<"facilitator", "lot">();
  const action = useAction();
  const { id, page, pages, named } = shown;
  const turn = (to: number) => void action.act("look_at_lot", { lot: id, page: to, named });
  const where = say(words, "page", { page, pages });
  return (
    <details class="wk-more">
      <summary>{say(words, "each")}</summary>
      <table class="wkf-lot-people">
        <thead>
          <tr>
            <th scope="col">{say(words, "number")}</th>
            {named ? <th scope="col">{say(words, "name")}</th> : null}
            <th scope="col">{say(words, "about")}</th>
            <th scope="col">{say(words, "odds")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.people.map((one) => (
            <tr key={one.number}>
              <td>{one.number}</td>
              {named ? <td>{one.name}</td> : null}
              <td>{one.about}</td>
              <td>{one.chance}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pages < 2 ? null : (
        <nav class="wk-row" aria-label={where}>
          <span class="wk-quiet">{where}</span>
          {page > 1 ? <Quiet onClick={() => turn(page - 1)}>{say(words, "page.before")}</Quiet> : null}
          {page < pages ? <Quiet onClick={() => turn(page + 1)}>{say(words, "page.next")}</Quiet> : null}
        </nav>
      )}
    </details>
  );
}

/** The figures of the room's dice; a second roll asks first, for it is written down. */
function Dice({ shown }: { shown: LotShown }) {
  const { words } = usePanel<"facilitator", "lot">();
  const action = useAction();
  const [dice, type] = useState("");
  const [short, tell] = useState(false);
  const thrown = shown.throws.length > 0;
  const [open, show] = useState(false);
  const look = (lot: string) => void action.act("look_at_lot", { lot, page: 1, named: shown.named });
  const roll = async () => {
    const answer = await action.act("throw_dice", { lot: shown.id, dice, again: thrown });
    if (answer.ok) {
      type("");
      show(false);
    }
  };
  return (
    <div class="wk-stack-tight">
      <h3>{say(words, "dice")}</h3>
      <p>{say(words, "dice.how")}</p>
      <p class="wkf-lot-digest">
        <span class="wk-quiet">{say(words, "digest")}</span> <code>{shown.digest}</code>
      </p>
      {thrown && !open ? <Quiet onClick={() => show(true)}>{say(words, "throw.again")}</Quiet> : null}
      {thrown && !open ? null : (
        <form
          noValidate
          class="wk-row wkf-lot-dice"
          onSubmit={(event) => {
            event.preventDefault();
            tell(!FOUR.test(dice));
            if (FOUR.test(dice) && !thrown && !action.busy) void roll();
          }}
        >
          <label class="wk-field">
            <span class="wk-label">{say(words, "dice.figures")}</span>
            <input
              inputMode="numeric"
              autocomplete="off"
              maxLength={4}
              value={dice}
              aria-invalid={short}
              onInput={(event) => {
                type(event.currentTarget.value.replace(/\D/g, ""));
                tell(false);
              }}
            />
          </label>
          {thrown ? (
            <Confirm
              look="plain"
              disabled={!FOUR.test(dice)}
              busy={action.busy}
              question={say(words, "again.question")}
              yes={say(words, "again.yes")}
              no={say(words, "again.no")}
              onYes={() => void roll()}
            >
              {say(words, "throw")}
            </Confirm>
          ) : (
            <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
              {say(words, "throw")}
            </button>
          )}
        </form>
      )}
      <p role="alert" class={short ? "wk-refused" : undefined}>
        {short ? say(words, "dice.four") : ""}
      </p>
      {action.answer?.ok === false ? <Told action={action} /> : null}
      {!thrown ? null : (
        <div>
          <h4>{say(words, "throws")}</h4>
          <ol class="wkf-lot-throws">
            {shown.throws.map((one) => (
              <li key={one.lot} aria-current={one.lot === shown.id ? "true" : undefined}>
                {one.said}{" "}
                {one.lot === shown.id ? null : (
                  <Quiet label={`${say(words, "see")} – ${one.said}`} onClick={() => look(one.lot)}>
                    {say(words, "see")}
                  </Quiet>
                )}
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}

/** Those drawn, large; by their numbers until the facilitator asks for the names. */
function Drawn({ shown }: { shown: LotShown }) {
  const { words, lang } = usePanel<"facilitator", "lot">();
  const action = useAction();
  const [added, count] = useState(0);
  const look = (named: boolean) => void action.act("look_at_lot", { lot: shown.id, page: shown.page, named });
  const invite = async () => {
    const answer = await action.act("invite_drawn", { lot: shown.id });
    count(answer.result?.added ?? 0);
  };
  return (
    <div class="wkf-lot-drawn wk-stack-tight">
      <h3>
        {say(words, "panel", { panel: shown.panel })} <small class="wk-quiet">{say(words, "panel.dice", { dice: shown.dice })}</small>
      </h3>
      <ul class="wkf-lot-names">
        {shown.drawn.map((one) => (
          <Person key={one.number} person={one} />
        ))}
      </ul>
      {shown.names ? (
        <div class="wk-row">
          <button type="button" class="wkf-button" aria-pressed={shown.named} onClick={() => look(!shown.named)}>
            {say(words, shown.named ? "names.hide" : "names.show")}
          </button>
          {shown.named ? null : <span class="wk-quiet">{say(words, "names.hidden")}</span>}
        </div>
      ) : null}
      <div class="wk-row">
        {shown.invites ? (
          <button type="button" class="wkf-button wkf-next" aria-disabled={action.busy} onClick={() => void invite()}>
            {say(words, "invite")}
          </button>
        ) : null}
        <Keep lot={shown.id} paper="drawn" />
      </div>
      {shown.marked ? <p class="wk-quiet">{say(words, "marked")}</p> : null}
      <Told action={action} saved={sayInvited(action.answer?.result, added)} />
    </div>
  );

  function sayInvited(result: unknown, number: number): string {
    if (typeof result !== "object" || result === null || !("added" in result)) return "";
    return number === 0 ? say(words, "invited.none") : sayMany(words, lang, "invited", number);
  }
}

function Person({ person }: { person: LotPerson }) {
  const { words } = usePanel<"facilitator", "lot">();
  return (
    <li>
      <b>{person.name === "" ? say(words, "who-is", { number: person.number }) : person.name}</b>
      <small class="wk-quiet">{person.about}</small>
    </li>
  );
}

function Redo({ shown }: { shown: LotShown }) {
  const { words } = usePanel<"facilitator", "lot">();
  return (
    <details class="wk-more">
      <summary>{say(words, "redo")}</summary>
      <p class="wk-quiet">{say(words, "redo.how")}</p>
      <ul class="wkf-lot-kept">
        {PUBLIC.filter((paper) => paper !== "people" || shown.known).map((paper) => (
          <li key={paper}>
            <Keep lot={shown.id} paper={paper} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Keep({ lot, paper }: { lot: string; paper: LotPaper }) {
  const { words } = usePanel<"facilitator", "lot">();
  const action = useAction();
  const fetchIt = async () => {
    const { result } = await action.act("fetch_lot", { lot, paper });
    if (result !== undefined) save(result.text, "text/csv;charset=utf-8", result.name);
  };
  return (
    <>
      <Quiet onClick={() => void fetchIt()}>{say(words, `keep.${paper}`)}</Quiet>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </>
  );
}
