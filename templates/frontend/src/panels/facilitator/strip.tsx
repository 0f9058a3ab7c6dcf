/** The strip of the challenges: each with its state in a shape and a word, and its count; a press looks at one. */
import type { Stage } from "../../contract";
import { say, sayMany, usePanel } from "../kit/panel";
import { useLooking } from "./looking";

/** The stages of a challenge as marks: how many of five it has gone through. */
const GONE: Record<Stage, number> = { unopened: 0, writing: 1, reveal: 2, vote: 3, results: 4, closed: 5 };

/** All challenges, each with its state in a shape and a word, its own time and its count. */
export function Strip() {
  const { model, words, lang } = usePanel<"facilitator", "header">();
  const { course } = model;
  const looking = useLooking(course.challenge);
  if (course.challenges.length === 0) return null;
  return (
    <ol class="wkf-strip" aria-label={say(words, "strip")}>
      {course.challenges.map((one) => (
        <li key={one.id} class={one.id === looking.at ? "wkf-tab wkf-tab-on" : "wkf-tab"}>
          <button type="button" aria-pressed={one.id === looking.at} onClick={() => looking.look(one.id)}>
            <b>
              {one.number} {one.stake}
            </b>
            <span class="wkf-state">
              <i aria-hidden="true">
                {"■".repeat(GONE[one.stage])}
                {"□".repeat(5 - GONE[one.stage])}
              </i>{" "}
              {say(words, `stage.${one.stage}`)}
            </span>
            <small>
              {one.stage === "vote"
                ? say(words, "strip.voted", { number: one.voted, people: course.people })
                : sayMany(words, lang, "strip.ideas", one.ideas)}
              {one.id === course.challenge && course.phase === "work" ? `, ${say(words, "strip.here")}` : ""}
            </small>
          </button>
        </li>
      ))}
    </ol>
  );
}
