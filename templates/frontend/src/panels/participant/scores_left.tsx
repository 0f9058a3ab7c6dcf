/** What of the matrices is left to answer, and what was said before: on the poster's form, or a moment ago. */
import { useState } from "preact/hooks";
import type { ScoredChallenge } from "../../contract";
import { Go } from "../kit/components";
import { say, sayMany, usePanel } from "../kit/panel";
import { MineList } from "./mine";
import { Heading, Page, Told } from "./page";
import { isWhole, sayScore, type Score } from "./score";

interface LeftProps {
  challenges: ScoredChallenge[];
  scoreOf: (one: ScoredChallenge) => Score;
  onGo: (challenge: string) => void;
}

export function ScoresLeft({ challenges, scoreOf, onGo }: LeftProps) {
  const { words, lang } = usePanel<"participant">();
  const [stopped, stop] = useState(false);
  const left = challenges.filter((one) => !isWhole(scoreOf(one)));
  const [next] = left;
  const early = challenges.some((one) => scoreOf(one).early);
  return (
    <Page
      foot={
        <>
          <Told still answer={stopped ? { good: true, text: say(words, "stopped") } : null} />
          {next === undefined ? null : (
            <>
              <Go onClick={() => onGo(next.id)}>{say(words, "answer", { stake: next.stake })}</Go>
              {stopped ? null : (
                <Go second onClick={() => stop(true)}>
                  {say(words, "stop")}
                </Go>
              )}
            </>
          )}
        </>
      }
    >
      <div>
        <Heading>{next === undefined ? say(words, "whole") : sayMany(words, lang, "remain", left.length)}</Heading>
        {early ? <p>{say(words, "early-lead")}</p> : null}
        <p class="wk-quiet">{say(words, "mine-lead")}</p>
      </div>
      <MineList
        challenges={challenges}
        here={next?.id ?? null}
        isAnswered={(one) => isWhole(scoreOf(one))}
        sayAnswer={(one) => sayScore(scoreOf(one), words)}
        sayWhence={(one) => (scoreOf(one).early ? say(words, "early") : "")}
        onGo={onGo}
      />
      <p class="wk-quiet">{say(words, "drawn")}</p>
    </Page>
  );
}
