/** What the screen can show next, and the other challenges it could: each with a button that says what it does. */
import type { AheadDraw, AheadRead, AheadShow, AheadUnveil, RemoteChallenge, RemoteModel } from "../../contract";
import { say, sayMany, usePanel, useWords, type Words } from "../kit/panel";
import { sayRank } from "../kit/tally";
import { Confirm, type Action } from "./action";
import { ShowPress } from "./reading";

/** What comes next on the screen, with a button that says what it does; the challenge that is led comes before the one shown. */
export function Ahead({ led, action }: { led: RemoteChallenge | null; action: Action }) {
  const { model, words } = usePanel<"facilitator", "remote">();
  const { ahead } = model;
  return (
    <section class="wkf-remote-ahead" aria-label={say(words, "ahead")}>
      <h3>{say(words, "ahead")}</h3>
      {led === null ? null : <OtherPress one={led} action={action} />}
      {ahead === null && (led === null || model.frozen) ? (
        <p class="wk-quiet">{say(words, model.frozen ? "ahead.frozen" : "ahead.nothing")}</p>
      ) : null}
      {ahead?.code === "show" ? <ShowAhead ahead={ahead} action={action} /> : null}
      {ahead?.code === "read" ? <ReadAhead ahead={ahead} action={action} /> : null}
      {ahead?.code === "unveil" ? <UnveilAhead ahead={ahead} action={action} /> : null}
      {ahead?.code === "draw" ? <DrawAhead ahead={ahead} action={action} /> : null}
    </section>
  );
}

function ShowAhead({ ahead, action }: { ahead: AheadShow; action: Action }) {
  const { model, words } = usePanel<"facilitator", "remote">();
  return (
    <>
      <ShowPress key={`${ahead.challenge ?? ""}:${ahead.moment}`} said={sayShow(model, words, ahead)} first={ahead} action={action} />
      <p class="wk-quiet">
        {say(words, "show.ahead")} {say(words, "show.note")}
      </p>
    </>
  );
}

/** What is shown, and of which challenge whenever more than one is open. */
function sayShow({ open }: RemoteModel, words: Words, { moment, number }: AheadShow): string {
  const what = say(words, `show.${moment}`);
  if (number === null || open < 2) return say(words, "show", { what });
  return moment === "writing" ? say(words, "show.challenge", { number }) : say(words, "show.of", { what, number });
}

/** Ideas that came after the others were shown: they are read here, and one press brings them to the screen. */
function ReadAhead({ ahead, action }: { ahead: AheadRead; action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "remote">();
  const { challenge, ideas } = ahead;
  const several = model.open > 1 && model.number !== null;
  return (
    <>
      <p>{sayMany(words, lang, "read.wait", ideas.length)}</p>
      <ul class="wkf-remote-tied">
        {ideas.map((one) => (
          <li key={one.id}>{one.text}</li>
        ))}
      </ul>
      <ShowPress
        key={challenge}
        said={sayMany(words, lang, several ? "read.show.of" : "read.show", ideas.length, { challenge: model.number })}
        first={{ challenge, moment: "reveal", ideas: ideas.map((one) => one.id), names: 0, fresh: true }}
        action={action}
      />
      <p class="wk-quiet">{say(words, "read.note")}</p>
    </>
  );
}

function UnveilAhead({ ahead, action }: { ahead: AheadUnveil; action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "remote">();
  const { challenge, unveiled, of, titles, left } = ahead;
  const several = model.open > 1 && model.number !== null;
  const rank = sayRank(words, lang, ahead.rank);
  const tied = titles.length;
  return (
    <>
      <button type="button" class="wkf-button wkf-next" onClick={() => void action.act("unveil", { challenge, unveiled, of })}>
        {say(words, several ? "unveil.of" : "unveil", { rank, challenge: model.number })}
      </button>
      {left < 2 ? null : (
        <Confirm
          question={sayMany(words, lang, "unveil.all.sure", left)}
          yes={say(words, "unveil.all")}
          no={say(words, "unveil.all.no")}
          onYes={() => void action.act("unveil", { challenge, unveiled: unveiled + left - 1, of })}
        >
          {say(words, "unveil.all")}
        </Confirm>
      )}
      {tied === 1 ? null : (
        <p>
          <b>{sayMany(words, lang, "unveil.tie", tied, { rank })}</b>
        </p>
      )}
      <p class="wkf-say">
        <b>{say(words, "say")}</b> {sayPlaceAloud(words, lang, ahead, rank)}
      </p>
      {tied === 1 ? (
        <p class="wkf-remote-title">{say(words, "unveil.one", { rank, title: titles[0] })}</p>
      ) : (
        <ul class="wkf-remote-tied">
          {titles.map((title, index) => (
            <li key={index}>{title}</li>
          ))}
        </ul>
      )}
      <p class="wk-quiet">{say(words, "unveil.phones")}</p>
    </>
  );
}

/** What the facilitator can say while a place is unveiled; a tie is announced as a tie. */
function sayPlaceAloud(words: Words, lang: string, ahead: AheadUnveil, rank: string): string {
  const tied = ahead.titles.length;
  const count = words[`count.${tied}`] === undefined ? String(tied) : say(words, `count.${tied}`);
  if (ahead.vote === "grades") {
    const grade = say(words, `grade.${ahead.grade}`);
    return say(words, tied === 1 ? "say.one.grades" : "say.tie.grades", { rank, count, grade });
  }
  const points = sayMany(words, lang, "tally.dots", ahead.dots);
  const people = sayMany(words, lang, "by", ahead.supporters);
  if (tied === 1) return say(words, "say.one", { rank, points, people });
  return say(words, "say.tie", { count, points, people });
}

function DrawAhead({ ahead, action }: { ahead: AheadDraw; action: Action }) {
  const { model, words, lang } = usePanel<"facilitator", "remote">();
  const why = ahead.few ? "draw.few" : ahead.since === "none" ? "draw.waits" : `draw.${ahead.since}`;
  return (
    <>
      <p>{say(words, why, { heard: ahead.heard, room: ahead.room })}</p>
      <button
        type="button"
        class={ahead.few ? "wkf-button" : "wkf-button wkf-next"}
        aria-disabled={ahead.few}
        onClick={ahead.few ? undefined : () => void action.act("draw_matrices", { drawn: true })}
      >
        {sayMany(words, lang, "draw", model.screen.pages.length)}
      </button>
    </>
  );
}

/** The other open challenges: each may be brought to the screen without moving a phone. */
export function Others({ others, action }: { others: RemoteChallenge[]; action: Action }) {
  const { words } = useWords();
  if (others.length === 0) return null;
  return (
    <section aria-label={say(words, "others")} class="wkf-remote-others">
      <h3>{say(words, "others")}</h3>
      {others.map((one) => (
        <OtherPress key={`${one.id}:${one.moment}`} quiet one={one} action={action} />
      ))}
    </section>
  );
}

function OtherPress({ one, quiet, action }: { one: RemoteChallenge; quiet?: boolean; action: Action }) {
  const { words } = useWords();
  return (
    <ShowPress
      key={`${one.id}:${one.moment}`}
      quiet={quiet}
      said={say(words, "show.challenge", { number: one.number })}
      first={{ challenge: one.id, moment: one.moment, ideas: one.ideas, names: 0 }}
      action={action}
    />
  );
}
