/** Five private dots a challenge; then the results. */
import { useState } from "preact/hooks";
import { DOTS_PER_CHALLENGE, LIMITS, type BallotChallenge, type VoteOption } from "../../contract";
import { Go } from "../kit/components";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Placed } from "./following";
import { OptionText } from "./option";
import { useOverlay, type Overlay } from "./overlay";
import { Heading, Page, Told, Waiting, type Answer } from "./page";
import { usePlace, type Place } from "./place";
import { Results } from "./results";

export function Vote() {
  const { model } = usePanel<"participant", "vote">();
  const place = usePlace();
  if (!model.visible) return null;
  const here = model.challenges.find((one) => one.id === place.challenge?.id);
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
  const placed = challenge.options.reduce((sum, option) => sum + overlay.get(option.id, option.dots), 0);
  const left = Math.max(0, DOTS_PER_CHALLENGE - placed);
  const place = async (option: VoteOption, count: number) => {
    tell(null);
    const reply = await overlay.put(option.id, count, send("place_dots", { challenge: challenge.id, option: option.id, count }));
    tell(reply.ok ? { good: true, text: say(words, "saved") } : { good: false, text: reply.sentence ?? "" });
  };
  const finish = (finished: boolean) => void send("finish", { challenge: challenge.id, stage: "vote", finished });
  return (
    <Page
      foot={
        <>
          <Told answer={answer} />
          <Waiting />
          <p class="wk-row wk-dots-left" role="status">
            <b>{left === 0 ? say(words, "none-left") : sayMany(words, lang, "left", left)}</b>
            <span class="wk-dots wk-push" aria-hidden="true">
              {Array.from({ length: DOTS_PER_CHALLENGE }, (_, at) => (
                <i key={at} class={at < left ? "wk-on" : ""} />
              ))}
            </span>
          </p>
          <Go second onClick={() => finish(!challenge.finished)}>
            {say(words, challenge.finished ? "resume" : "finish")}
          </Go>
        </>
      }
    >
      <Placed place={at} />
      <div>
        <Heading>{sayMany(words, lang, "title", DOTS_PER_CHALLENGE)}</Heading>
        <p class="wk-quiet">{say(words, "lead", { per_option: LIMITS.dots.most })}</p>
      </div>
      {challenge.finished && <p class="wk-saved">{say(words, "finished")}</p>}
      {challenge.options.length === 0 && <p>{say(words, "empty")}</p>}
      <ul class="wk-cards">
        {challenge.options.map((option) => (
          <VoteCard
            key={option.id}
            option={option}
            most={LIMITS.dots.most}
            left={left}
            overlay={overlay}
            onPlace={(count) => void place(option, count)}
          />
        ))}
      </ul>
    </Page>
  );
}

function VoteCard(props: { option: VoteOption; most: number; left: number; overlay: Overlay<number>; onPlace: (count: number) => void }) {
  const { words, lang } = useWords();
  const { option, most, left } = props;
  const count = props.overlay.get(option.id, option.dots);
  const about = say(words, "about", { title: option.title });
  return (
    <li class={count > 0 ? "wk-card wk-card-chosen" : "wk-card"}>
      <OptionText option={option} />
      <div class="wk-row wk-vote">
        <span class="wk-quiet" role="status">
          {count > 0 ? sayMany(words, lang, "on", count) : ""}
        </span>
        <span class="wk-push wk-dot-buttons">
          {Array.from({ length: most }, (_, at) => {
            const on = at < count;
            return (
              <button
                key={at}
                type="button"
                class="wk-dot"
                aria-pressed={on}
                disabled={!on && left === 0}
                onClick={() => props.onPlace(on ? count - 1 : count + 1)}
              >
                <i aria-hidden="true" />
                <span class="wk-visually-hidden">
                  {say(words, on ? "remove" : "add")} {about}
                </span>
              </button>
            );
          })}
        </span>
      </div>
    </li>
  );
}
