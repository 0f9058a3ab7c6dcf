/** What is taken away: each says what it holds about people, and how many, before it is made. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { TakeawayPart, TakeawayState } from "../../contract";
import type { Acknowledgement } from "../kit/outbox";
import { say, sayMany, usePanel } from "../kit/panel";
import { bytesOf, save } from "../kit/saving";
import { saySize } from "./days";
import { Button, type HomeAction, Word } from "./pieces";

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const TYPES: Record<TakeawayState["form"], string> = {
  contacts: WORKBOOK,
  workbook: WORKBOOK,
  folder: "application/zip",
  tables: "application/zip",
};

export function Take({ action }: { action: HomeAction }) {
  const { model, words } = usePanel<"home", "home">();
  const ways = model.chosen!.takeaways.filter((one) => one.form !== "tables");
  const tables = model.chosen!.takeaways.find((one) => one.form === "tables");
  return (
    <section aria-labelledby="wkh-take">
      <h2 id="wkh-take">{say(words, "take")}</h2>
      <ul class="wkh-take">
        {ways.map((one) => (
          <Takeaway key={one.form} one={one} action={action} />
        ))}
      </ul>
      {tables === undefined ? null : <Tables one={tables} action={action} />}
    </section>
  );
}

/** The tables, for whoever computes: a line below the three ways, not a fourth beside them. */
function Tables({ one, action }: { one: TakeawayState; action: HomeAction }) {
  const { words, lang } = usePanel<"home", "home">();
  const { make, working, told, good } = useTakeaway(one, action);
  return (
    <div class="wkh-tables">
      <p class="wkh-quiet">
        {say(words, "take.tables.holds")} <b>{say(words, "take.people")}</b>{" "}
        {one.people === 0 ? say(words, "take.tables.nobody") : sayMany(words, lang, "take.tables.people", one.people)}{" "}
        <Word busy={working} onClick={make}>
          {say(words, "take.tables.go")}
        </Word>
      </p>
      <p role="status" class={good ? "wk-saved" : one.state === "failed" ? "wk-refused" : "wkh-quiet"}>
        {told}
      </p>
    </div>
  );
}

function Takeaway({ one, action }: { one: TakeawayState; action: HomeAction }) {
  const { words, lang } = usePanel<"home", "home">();
  const { form, people, past, state } = one;
  const { make, working, told, good } = useTakeaway(one, action);
  return (
    <li>
      <h3>{say(words, `take.${form}`)}</h3>
      <p>{people === 0 && form === "contacts" ? say(words, "take.contacts.none") : sayMany(words, lang, `take.${form}.holds`, people)}</p>
      {past ? <p>{say(words, "take.contacts.past")}</p> : null}
      <p class="wkh-who">
        <b>{say(words, "take.people")}</b> {people === 0 ? say(words, "take.nobody") : sayMany(words, lang, `take.${form}.people`, people)}
      </p>
      <p role="status" class={good ? "wk-saved" : state === "failed" ? "wk-refused" : "wkh-quiet"}>
        {told}
      </p>
      <Button busy={working} onClick={make}>
        {say(words, `take.${form}.go`)}
      </Button>
    </li>
  );
}

/** Have it made, and hand it to the browser once it is there and was asked for here. */
function useTakeaway(one: TakeawayState, action: HomeAction) {
  const { model, words, lang, send } = usePanel<"home", "home">();
  const workshop = model.chosen!.card.id;
  const { form } = one;
  const [asked, setAsked] = useState<number | null>(null);
  const [told, tell] = useState<{ good: boolean; sentence: string }>({ good: false, sentence: "" });
  const fetching = useRef(false);
  const refuse = (sentence = "") => {
    setAsked(null);
    tell({ good: false, sentence });
  };
  const fetchIt = async () => {
    fetching.current = true;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let start: number | null = 0;
    while (start !== null) {
      const answer: Acknowledgement<TakeawayPart> = await send("fetch_takeaway", { workshop, form, start });
      if (!answer.ok || answer.result === undefined) return refuse(answer.sentence);
      parts.push(bytesOf(answer.result.content));
      start = answer.result.next;
    }
    save(new Blob(parts), TYPES[form], one.name);
    setAsked(null);
    tell({ good: true, sentence: say(words, "take.done", { name: one.name, size: saySize(words, lang, one.size) }) });
  };
  useEffect(() => {
    if (asked === null || one.number <= asked || fetching.current) return;
    if (one.state === "ready") void fetchIt().finally(() => (fetching.current = false));
    if (one.state === "failed") refuse(one.sentence);
  }, [asked, one.number, one.state]);
  const make = async () => {
    tell({ good: false, sentence: "" });
    setAsked(one.number);
    const answer = await action.act("make_takeaway", { workshop, form });
    if (!answer.ok) refuse(answer.sentence);
  };
  const working = asked !== null;
  return {
    make: () => void make(),
    working,
    good: told.good && !working,
    told: working ? say(words, "take.working") : told.sentence,
  };
}
