/** Step 1: up to five stakes, each with its precise challenge by parts; the sectors of the territory. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { CHALLENGES_AT_MOST, LANGUAGES, PARTS, type ChallengeByParts } from "../../contract";
import * as LIMITS from "../../limits";
import { ChallengeFrame, Chips, Facts } from "../kit/components";
import { say, sayMany, usePanel } from "../kit/panel";
import { Told, Confirm, Line, Quiet, useAction } from "./action";
import { ChallengeForm, listParts } from "./challenge_form";
import { sayWhat } from "./challenge_sentences";
import { WorkshopLines } from "./deeds";
import { useFields } from "./fields";
import { Section } from "./section";
import { ImportLink } from "./import_link";
import { Sectors } from "./sectors";

export function ChallengesPanel() {
  const { model, words, lang } = usePanel<"facilitator", "challenges">();
  const [open, setOpen] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const edit = (id: string, asking = false) => {
    setOpen(id);
    setAsks(asking);
  };
  const list = useRef<HTMLOListElement>(null);
  const close = useReturn(list, () => setOpen(null));
  const room = model.challenges.length < CHALLENGES_AT_MOST;
  const vague = open === null ? model.challenges.find((one) => one.reading.kind === "theme")?.id : undefined;
  const unsaid = [model.contact, model.follow_up, model.organiser].filter((text) => text === "").length;
  return (
    <div class="wkf-page">
      <section class="wk-stack" aria-labelledby="wkf-stakes">
        <div class="wk-row">
          <h2 id="wkf-stakes">{say(words, "stakes")}</h2>
          <span class="wk-quiet">{sayMany(words, lang, "count", model.challenges.length, { most: CHALLENGES_AT_MOST })}</span>
        </div>
        {model.challenges.length === 0 && open === null ? <p class="wkf-empty">{say(words, "empty")}</p> : null}
        <ol ref={list} class="wk-cards">
          {model.challenges.map((challenge, index) => (
            <li key={challenge.id} class="wk-card" data-challenge={challenge.id}>
              {open === challenge.id ? (
                <ChallengeForm challenge={challenge} number={index + 1} asks={asks} onClose={() => close(challenge.id)} />
              ) : (
                <ChallengeCard
                  challenge={challenge}
                  index={index}
                  next={challenge.id === vague}
                  onEdit={(asking) => edit(challenge.id, asking)}
                />
              )}
            </li>
          ))}
        </ol>
        {open === "new" ? (
          <div class="wk-card">
            <ChallengeForm challenge={null} number={model.challenges.length + 1} onClose={() => setOpen(null)} />
          </div>
        ) : room ? (
          <button
            type="button"
            class={model.challenges.length === 0 ? "wkf-button wkf-start wkf-first" : "wkf-button wkf-start"}
            onClick={() => setOpen("new")}
          >
            + {say(words, model.challenges.length === 0 ? "add.first" : "add")}
          </button>
        ) : (
          <p class="wk-quiet">{say(words, "full", { most: CHALLENGES_AT_MOST })}</p>
        )}
        <ImportLink kind="challenges" />
      </section>
      <div class="wkf-sections">
        <Sectors />
        <Section
          id="wkf-workshop"
          title={say(words, "workshop")}
          state={<Facts of={[model.title, model.territory, say(words, `language.${model.language}`)]} />}
        >
          <WorkshopForm />
        </Section>
        <Section
          id="wkf-afterwards"
          title={say(words, "afterwards")}
          state={unsaid === 0 ? say(words, "afterwards.said") : sayMany(words, lang, "afterwards.unsaid", unsaid)}
        >
          <div class="wkf-form">
            <WorkshopLines afterwards={model} />
          </div>
        </Section>
      </div>
    </div>
  );
}

/** Closes a form and stays with its challenge: its card is in sight, and its button has the focus. */
function useReturn(list: RefObject<HTMLOListElement | null>, close: () => void): (challenge: string) => void {
  const [left, leave] = useState<string | null>(null);
  useLayoutEffect(() => {
    const card = [...(list.current?.children ?? [])].find((one) => one.getAttribute("data-challenge") === left);
    if (card === undefined) return;
    leave(null);
    card.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    card.scrollIntoView?.({ block: "nearest" }); // the form was higher than the card: what follows has moved up
  }, [left]);
  return (challenge) => {
    close();
    leave(challenge);
  };
}

function WorkshopForm() {
  const { model, words } = usePanel<"facilitator", "challenges">();
  const action = useAction();
  const [fields, changed, change, forget] = useFields("workshop", {
    title: model.title,
    territory: model.territory,
    language: model.language,
  });
  const languages = LANGUAGES.map((key) => ({ key, label: say(words, `language.${key}`) }));
  return (
    <form
      class="wkf-form"
      onSubmit={async (event) => {
        event.preventDefault();
        if ((await action.act("describe_workshop", fields)).ok) forget();
      }}
    >
      <div class="wkf-columns">
        <Line
          label={say(words, "title")}
          value={fields.title}
          most={LIMITS.workshop_title.longest}
          onInput={(text) => change("title", text)}
        />
        <Line
          label={say(words, "territory")}
          value={fields.territory}
          most={LIMITS.workshop_territory.longest}
          onInput={(text) => change("territory", text)}
        />
        <Chips legend={say(words, "language")} choices={languages} value={fields.language} onChoose={(key) => change("language", key)} />
      </div>
      <div class="wk-row">
        {changed ? (
          <>
            <button type="submit" class="wkf-button wkf-next" aria-disabled={action.busy}>
              {say(words, "save")}
            </button>
            <Quiet onClick={forget}>{say(words, "cancel")}</Quiet>
          </>
        ) : null}
        <Told action={action} />
      </div>
    </form>
  );
}

interface OnCard {
  challenge: ChallengeByParts;
  index: number;
  /** Whether it is the first that is still a theme: it is written next. */
  next: boolean;
  onEdit: (asks?: boolean) => void;
}

function ChallengeCard({ challenge, index, next, onEdit }: OnCard) {
  const { model, words, lang } = usePanel<"facilitator", "challenges">();
  const action = useAction();
  const { stake, reading, clarity } = challenge;
  const move = (places: -1 | 1) => void action.act("move_challenge", { challenge: challenge.id, places });
  return (
    <>
      <ChallengeFrame label={say(words, "stake.numbered", { number: index + 1, stake })} statement={challenge.statement} />
      <p class="wk-quiet wkf-what">
        {sayWhat(words, lang, reading.kind, PARTS.length - reading.missing.length)}
        {reading.missing.length > 0 ? `. ${say(words, "read.missing", { list: listParts(words, reading.missing) })}` : "."}
      </p>
      <div class="wk-row">
        <button
          type="button"
          class={next ? "wkf-button wkf-first" : "wkf-button"}
          onClick={() => onEdit()}
          aria-label={say(words, "edit.one", { stake })}
        >
          {say(words, "edit")}
        </button>
        {challenge.open ? null : (
          <Quiet label={`${say(words, "clarity")} ${stake}`} onClick={() => onEdit(true)}>
            {say(words, "clarity")} {clarity.number > 0 ? `${clarity.answered}/${clarity.wanted}` : ""}
          </Quiet>
        )}
        <Quiet disabled={index === 0} label={say(words, "up.one", { stake })} onClick={() => move(-1)}>
          ↑ {say(words, "up")}
        </Quiet>
        <Quiet disabled={index === model.challenges.length - 1} label={say(words, "down.one", { stake })} onClick={() => move(1)}>
          ↓ {say(words, "down")}
        </Quiet>
        {challenge.ideas > 0 ? (
          <span class="wk-quiet wkf-push">{sayMany(words, lang, "ideas", challenge.ideas)}</span>
        ) : (
          <span class="wkf-push">
            <Confirm
              label={say(words, "remove.one", { stake })}
              question={say(words, "remove.question", { stake })}
              yes={say(words, "remove")}
              no={say(words, "keep")}
              onYes={() => void action.act("remove_challenge", { challenge: challenge.id })}
            >
              {say(words, "remove")}
            </Confirm>
          </span>
        )}
      </div>
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </>
  );
}
