/** Five private dots a challenge; then the results. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { DOTS_PER_CHALLENGE, type BallotChallenge, type TalliedChallenge, type VoteOption } from "../../contract";
import * as LIMITS from "../../limits";
import { Go } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Placed } from "./following";
import { LateDots, noteLate } from "./late";
import { OptionText } from "./option";
import { useOverlay } from "./overlay";
import { Heading, Page, Standing, answerOf, type Answer } from "./page";
import { Pages } from "./pages";
import { usePlace, type Place } from "./place";
import { Results } from "./results";

export function Vote() {
  const { model } = usePanel<"participant", "vote">();
  const place = usePlace();
  return (
    <>
      <LateDots place={place} />
      {model.visible && <VoteAt place={place} challenges={model.challenges} />}
    </>
  );
}

function VoteAt({ place, challenges }: { place: Place; challenges: (BallotChallenge | TalliedChallenge)[] }) {
  const here = challenges.find((one) => one.id === place.challenge?.id);
  if (here?.stage === "vote") return <Ballot key={here.id} place={place} challenge={here} />;
  if (here !== undefined) return <Results place={place} challenge={here} />;
  return place.challenge?.stage === "closed" ? <Closed place={place} /> : null;
}

/** A challenge that was closed before its results were shown. */
function Closed({ place }: { place: Place }) {
  const { words } = useWords();
  return (
    <Page>
      <Placed place={place} />
      <Heading>{say(words, "closed")}</Heading>
      <p class="wk-lead">{say(words, "closed-lead")}</p>
    </Page>
  );
}

function Ballot({ place: at, challenge }: { place: Place; challenge: BallotChallenge }) {
  const { words, lang, send } = usePanel<"participant">();
  const overlay = useOverlay<number>();
  const [answer, tell] = useState<Answer | null>(null);
  const mine = useMine();
  const { options, elsewhere, total, finished } = challenge;
  const given = (option: VoteOption) => overlay.get(option.id, option.dots);
  const all = [...options, ...elsewhere].sort((one, other) => one.number - other.number);
  const chosen = all.filter((option) => given(option) > 0);
  const count = (some: VoteOption[]) => some.reduce((sum, option) => sum + given(option), 0);
  const placed = count(chosen);
  const away = count(elsewhere);
  const left = Math.max(0, DOTS_PER_CHALLENGE - placed);
  const place = async (option: VoteOption, count: number) => {
    if (count > given(option) && left === 0) {
      tell(null);
      await null; // said again, it is read again
      tell({ good: false, text: sayMany(words, lang, "all-given", DOTS_PER_CHALLENGE) });
      return;
    }
    const reply = await overlay.put(option.id, count, send("place_dots", { challenge: challenge.id, option: option.id, count }));
    if (reply.closed) return noteLate(challenge.id);
    tell(answerOf(reply, say(words, "saved")));
  };
  const finish = () => void send("finish", { challenge: challenge.id, stage: "vote", finished: !finished });
  const shown = mine.only === null ? options : all.filter((option) => mine.only?.has(option.id));
  return (
    <Page
      foot={
        <>
          <Standing still answer={answer} />
          <p class="wk-row wk-dots-left" role="status">
            <b>{left === 0 ? say(words, "none-left") : sayMany(words, lang, "left", left)}</b>
            <Dots number={placed} of={DOTS_PER_CHALLENGE} />
          </p>
          <div class="wk-row">
            <button
              type="button"
              class="wk-go wk-second wk-filter"
              onClick={() => mine.show(mine.only === null ? new Set(chosen.map((option) => option.id)) : null)}
            >
              {mine.only === null ? say(words, "with-mine", { number: chosen.length }) : say(words, "with-all", { number: total })}
            </button>
            <Go second={left > 0 || finished} onClick={finish}>
              {say(words, finished ? "resume" : "finish")}
            </Go>
          </div>
        </>
      }
    >
      <Placed place={at} />
      <div>
        <Heading>{sayMany(words, lang, "title", DOTS_PER_CHALLENGE)}</Heading>
        <p class="wk-quiet">{say(words, "lead", { per_option: LIMITS.dots.most })}</p>
        <p role="status" class="wk-only">
          {mine.only !== null &&
            (mine.only.size === 0 ? say(words, "none-mine") : sayMany(words, lang, "only-mine", mine.only.size, { total }))}
        </p>
      </div>
      {finished && <p class="wk-saved">{say(words, "finished")}</p>}
      {total === 0 && <p>{say(words, "empty")}</p>}
      <ul class="wk-cards" ref={mine.list}>
        {shown.map((option) => (
          <VoteCard
            key={option.id}
            option={option}
            place={say(words, "place", { number: option.number, total })}
            count={given(option)}
            left={left}
            onPlace={(count) => void place(option, count)}
          />
        ))}
      </ul>
      {mine.only === null && (
        <>
          {away > 0 && <p class="wk-quiet">{sayMany(words, lang, "elsewhere", away)}</p>}
          <Pages challenge={challenge} />
        </>
      )}
    </Page>
  );
}

/**
 * The filter of the ideas with one's own dots. Those that are shown are those that had some when it was asked for, so that none goes
 * away under the thumb that takes its dot back; going back to all of them goes back to where one was among them.
 */
function useMine() {
  const [only, show] = useState<ReadonlySet<string> | null>(null);
  const down = useRef(0);
  const list = useRef<HTMLUListElement>(null);
  const seen = useRef(only);
  useLayoutEffect(() => {
    if (seen.current === only) return;
    seen.current = only;
    if (only === null) window.scrollTo(0, down.current);
    else list.current?.scrollIntoView({ block: "center" });
  }, [only]);
  return {
    only,
    list,
    show: (wanted: ReadonlySet<string> | null) => {
      if (wanted !== null) down.current = window.scrollY;
      show(wanted);
    },
  };
}

function Dots({ number, of }: { number: number; of: number }) {
  return (
    <span class="wk-dots" aria-hidden="true">
      {Array.from({ length: of }, (_, at) => (
        <i key={at} class={at < number ? "wk-on" : ""} />
      ))}
    </span>
  );
}

function VoteCard(props: { option: VoteOption; place: string; count: number; left: number; onPlace: (count: number) => void }) {
  const { words, lang } = useWords();
  const { option, count, left, onPlace } = props;
  const { most } = LIMITS.dots;
  const row = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  useLayoutEffect(() => {
    // the button that was pressed may be gone with its last use: the other one has the focus then
    if (pressed.current && !row.current?.contains(document.activeElement)) row.current?.querySelector("button")?.focus();
    pressed.current = false;
  }, [count]);
  const put = (next: number) => {
    pressed.current = true;
    onPlace(next);
  };
  const about = <span class="wk-visually-hidden"> {props.place}</span>;
  return (
    <li class={count > 0 ? "wk-card wk-card-chosen" : "wk-card"}>
      <p class="wk-quiet wk-small">{props.place}</p>
      <OptionText option={option} />
      <div ref={row} class="wk-row wk-vote">
        {count > 0 && (
          <p class="wk-row">
            <Dots number={count} of={count} />
            <b>{sayMany(words, lang, count < most ? "given" : "given-most", count)}</b>
          </p>
        )}
        <span class="wk-row wk-push">
          {count > 0 && (
            <button key="less" type="button" class="wk-dot" onClick={() => put(count - 1)}>
              {say(words, count > 1 ? "remove-one" : "remove")}
              {about}
            </button>
          )}
          {count < most && (
            <button key="more" type="button" class="wk-dot" aria-disabled={left === 0} onClick={() => put(count + 1)}>
              {say(words, count > 0 ? "again" : "add")}
              {about}
            </button>
          )}
        </span>
      </div>
    </li>
  );
}
