/** The workshops, as in a mail program: each with its state in words and in a shape, its people, and what is to be done. */
import { useEffect, useState } from "preact/hooks";
import type { WorkshopCard } from "../../contract";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { sayWhen } from "./days";
import { Button, type HomeAction, Word } from "./pieces";
import { sayPeople, sayState, showState } from "./states";
import { show, useView } from "./view";

/** Where both columns do not stand side by side, in the width of letters; the stylesheet has the same. */
const ONE_COLUMN = "(max-width: 59.99em)";

export function useOneColumn(): boolean {
  const [one, setOne] = useState(() => matchMedia(ONE_COLUMN).matches);
  useEffect(() => {
    const watched = matchMedia(ONE_COLUMN);
    const follow = () => setOne(watched.matches);
    watched.addEventListener("change", follow);
    return () => watched.removeEventListener("change", follow);
  }, []);
  return one;
}

export function List({ action, onLook }: { action: HomeAction; onLook: () => void }) {
  const { model, words, lang } = usePanel<"home", "home">();
  const view = useView();
  const oneColumn = useOneColumn();
  const [unfolded, unfold] = useState(false);
  const chosen = view === "workshop" ? model.chosen?.card.id : undefined;
  const look = (card: WorkshopCard) => {
    unfold(false);
    onLook();
    show("workshop");
    void action.act("look_at_workshop", { workshop: card.id });
  };
  const folds = oneColumn && (chosen !== undefined || view !== "workshop");
  return (
    <nav class="wkh-stack" aria-label={say(words, "title")}>
      <div class="wkh-line">
        <Button onClick={() => show("new")}>{say(words, "new")}</Button>
        <Button onClick={() => show("places")}>{say(words, "open")}</Button>
      </div>
      {folds ? (
        <Word onClick={() => unfold(!unfolded)}>
          {unfolded
            ? say(words, "list.fold")
            : model.workshops.length === 0
              ? say(words, "list.unfold-none")
              : sayMany(words, lang, "list.unfold", model.workshops.length)}
        </Word>
      ) : null}
      {folds && !unfolded ? null : <Shops chosen={chosen} onLook={look} action={action} />}
    </nav>
  );
}

/** All that can be chosen: the workshops, the sample, those put away, and a colleague's file. */
function Shops({ chosen, onLook, action }: { chosen: string | undefined; onLook: (card: WorkshopCard) => void; action: HomeAction }) {
  const { model, words, lang } = usePanel<"home", "home">();
  const [archived, showArchived] = useState(false);
  return (
    <>
      {model.workshops.length === 0 ? null : (
        <ul class="wkh-shops" aria-busy={model.reading}>
          {model.workshops.map((card) => (
            <li key={card.id}>
              <Shop card={card} current={card.id === chosen} onClick={() => onLook(card)} />
            </li>
          ))}
        </ul>
      )}
      {model.has_sample ? null : <Sample action={action} />}
      <div class="wkh-stack wkh-close">
        {model.archived.length === 0 ? null : (
          <Word onClick={() => showArchived(!archived)}>
            {archived ? say(words, "archived.hide") : sayMany(words, lang, "archived", model.archived.length)}
          </Word>
        )}
        {archived ? <Archived chosen={chosen} onLook={onLook} /> : null}
        <Word onClick={() => show("file")}>{say(words, "take-over")}</Word>
      </div>
    </>
  );
}

function Archived(props: { chosen: string | undefined; onLook: (card: WorkshopCard) => void }) {
  const { model, words } = usePanel<"home", "home">();
  return (
    <ul class="wkh-shops" aria-label={say(words, "archived.title")}>
      {model.archived.map((card) => (
        <li key={card.id}>
          <Shop card={card} current={card.id === props.chosen} onClick={() => props.onLook(card)} />
        </li>
      ))}
    </ul>
  );
}

function Shop({ card, current, onClick }: { card: WorkshopCard; current: boolean; onClick: () => void }) {
  const { model, words, lang } = usePanel<"home", "home">();
  const { shape, look } = showState(card);
  const elsewhere = card.place === "elsewhere" && card.volume !== "" ? say(words, "on-volume", { volume: card.volume }) : "";
  const facts = [card.territory, sayWhen(words, lang, card, model.today), elsewhere].filter(Boolean);
  const people = sayPeople(words, lang, card);
  const todo = sayMany(words, lang, `todo.${card.next.code}`, card.next.number);
  return (
    <button
      type="button"
      class={card.sample ? "wkh-shop wkh-dashed" : "wkh-shop"}
      aria-current={current ? "true" : undefined}
      onClick={onClick}
    >
      <b>{card.title}</b>
      {facts.length === 0 ? null : <span class="wkh-quiet">{facts.join(" · ")}</span>}
      <span class={`wkh-state ${look}`}>
        <span aria-hidden="true">{shape} </span>
        {sayState(words, lang, card, model.today)}
      </span>
      {people === "" ? null : <span>{people}</span>}
      {todo === "" ? null : (
        <span>
          <b>{say(words, "todo")}</b> {todo}
        </span>
      )}
    </button>
  );
}

/** The sample commune, for who wants to practise; made when it is first opened. */
function Sample({ action }: { action: HomeAction }) {
  const { words } = useWords();
  const make = () => {
    show("workshop");
    void action.act("make_sample");
  };
  return (
    <button type="button" class="wkh-shop wkh-dashed" aria-disabled={action.busy} onClick={make}>
      <b>{say(words, "sample")}</b>
      <span class="wkh-quiet">{say(words, "sample.lead")}</span>
    </button>
  );
}
