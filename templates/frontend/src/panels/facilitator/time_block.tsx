/** The time of what is done now: started at what is planned, made longer or shorter, and seen and heard when it is over. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { CourseChallenge, Timer } from "../../contract";
import * as LIMITS from "../../limits";
import { recall, remember } from "../kit/device";
import { say, usePanel } from "../kit/panel";
import { useCountdown } from "../kit/timer";
import { Confirm, type Action } from "./action";
import { ring } from "./bell";

const SOUND = "facilitator:sound";
/** In seconds: with no more than this left, a minute less ends the time. */
const A_MINUTE = 60;

interface Whose {
  challenge: string | null;
}

/** The timer of the challenge looked at, else the room's. */
export function TimeBlock({ challenge, action }: { challenge: CourseChallenge | undefined; action: Action }) {
  const { model, words } = usePanel<"facilitator", "course">();
  const timer = challenge === undefined ? model.timer : challenge.timer;
  const left = useCountdown(timer);
  const [sounds, setSounds] = useState(() => recall<boolean>(SOUND) === true);
  const whose = { challenge: challenge?.id ?? null };
  const planned = challenge === undefined ? model.planned : challenge.planned;
  const what = `${challenge?.id ?? ""}:${challenge?.stage ?? model.moment}:${challenge?.round ?? ""}`;
  const idle = challenge?.stage === "unopened" || challenge?.stage === "closed";
  return (
    <div class="wkf-time-block">
      {timer === null || left === null ? (
        idle ? null : (
          <TimerStart key={what} planned={planned} whose={whose} action={action} />
        )
      ) : (
        <TimerRuns left={left} timer={timer} whose={whose} action={action} />
      )}
      {timer === null && idle ? null : (
        <div class="wkf-time-foot">
          <SoundSwitch on={sounds} onSwitch={setSounds} />
          {timer === null ? null : (
            <EndsEarly asks={left !== null && left > 0} onYes={() => void action.act("stop_timer", whose)}>
              {say(words, "timer.stop")}
            </EndsEarly>
          )}
        </div>
      )}
      <Ends sounds={sounds} />
    </div>
  );
}

function TimerRuns({ left, timer, whose, action }: { left: number; timer: Timer; whose: Whose; action: Action }) {
  const { words } = usePanel<"facilitator", "course">();
  const over = left === 0;
  return (
    <div class={over ? "wkf-timer wkf-timer-over" : "wkf-timer"} role="group" aria-label={say(words, "timer")}>
      {over ? (
        <b class="wkf-time wkf-over">{say(words, "timer.over")}</b>
      ) : (
        <span role="timer" aria-label={say(words, "timer.left")} class="wkf-time">
          {Math.floor(left / 60)}:{String(left % 60).padStart(2, "0")}
        </span>
      )}
      <div class="wkf-timer-ways">
        {over ? null : (
          <EndsEarly
            look="plain"
            label={say(words, "timer.less.label")}
            asks={left <= A_MINUTE}
            onYes={() => void action.act("change_timer", { minutes: -1, ...whose })}
          >
            {say(words, "timer.less")}
          </EndsEarly>
        )}
        <button
          type="button"
          class="wkf-button"
          aria-label={say(words, "timer.more.label")}
          onClick={() => void action.act("change_timer", { minutes: 1, ...whose })}
        >
          {say(words, "timer.more")}
        </button>
        {over ? null : (
          <button type="button" class="wkf-button" onClick={() => void action.act("pause_timer", { paused: !timer.paused, ...whose })}>
            {say(words, timer.paused ? "timer.go-on" : "timer.pause")}
          </button>
        )}
      </div>
    </div>
  );
}

/** A button that ends a timer: it asks first while somebody would be cut short. */
function EndsEarly(props: { asks: boolean; look?: "plain"; label?: string; onYes: () => void; children: ComponentChildren }) {
  const { words } = usePanel<"facilitator", "course">();
  return (
    <Confirm
      look="quiet"
      {...props}
      question={say(words, "timer.early")}
      yes={say(words, "timer.early.yes")}
      no={say(words, "timer.early.no")}
    >
      {props.children}
    </Confirm>
  );
}

function TimerStart({ planned, whose, action }: { planned: number; whose: Whose; action: Action }) {
  const { words } = usePanel<"facilitator", "course">();
  const { least, most } = LIMITS.minutes;
  const [typed, setTyped] = useState<string | null>(null);
  const minutes = typed ?? String(Math.min(most, Math.max(least, planned)));
  return (
    <form
      class="wkf-timer"
      aria-label={say(words, "timer")}
      onSubmit={(event) => {
        event.preventDefault();
        void action.act("start_timer", { minutes: Math.round(Number(minutes)), ...whose });
      }}
    >
      <label class="wkf-minutes">
        <span class="wk-visually-hidden">{say(words, "timer.length")}</span>
        <input
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          value={minutes}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <span aria-hidden="true">min</span>
      </label>
      <button type="submit" class="wkf-button">
        {say(words, "timer.start")}
      </button>
    </form>
  );
}

/** A sound at the end, for who wants it; heard once when it is switched on, which also tells that the laptop can. */
function SoundSwitch({ on, onSwitch }: { on: boolean; onSwitch: (on: boolean) => void }) {
  const { words } = usePanel<"facilitator", "course">();
  return (
    <label class="wkf-sound">
      <input
        type="checkbox"
        checked={on}
        onChange={() => {
          onSwitch(!on);
          remember(SOUND, !on);
          if (!on) ring();
        }}
      />
      {say(words, "timer.sound")}
    </label>
  );
}

/** Every timer of the room at its end: announced once, and rung if wanted, whichever challenge this page looks at. */
function Ends({ sounds }: { sounds: boolean }) {
  const { model, words } = usePanel<"facilitator", "course">();
  const [said, announce] = useState("");
  const end = (challenge: CourseChallenge | null) => {
    announce(challenge === null ? say(words, "timer.over") : say(words, "timer.over.challenge", { number: challenge.number }));
    if (sounds) ring();
  };
  return (
    <p class="wk-visually-hidden" role="status">
      {said}
      <End timer={model.timer} onEnd={() => end(null)} />
      {model.challenges.map((one) => (
        <End key={one.id} timer={one.timer} onEnd={() => end(one)} />
      ))}
    </p>
  );
}

/** Notices the moment at which a timer that was seen running is over. */
function End({ timer, onEnd }: { timer: Timer | null; onEnd: () => void }) {
  const left = useCountdown(timer);
  const running = useRef(false);
  useEffect(() => {
    if (left === 0 && running.current) onEnd();
    running.current = left !== null && left > 0;
  }, [left === 0, left === null]);
  return null;
}
