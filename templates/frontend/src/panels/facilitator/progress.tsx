/** How far people are, in numbers and never who; and one gentle line to those who have said nothing yet. */
import { sayHour } from "../kit/hours";
import { say, sayMany, usePanel } from "../kit/panel";
import { Confirm, Told, useAction } from "./action";

const STATES = ["writing", "done", "silent"] as const;

/** The room, and by category where that tells nobody apart. */
export function Progress() {
  const { model, words, lang } = usePanel<"facilitator", "ideas">();
  const { progress } = model;
  if (progress.people === 0) return null;
  return (
    <div class="wkf-writers">
      <ul aria-label={say(words, "progress")}>
        {STATES.map((state) => (
          <li key={state}>
            <b>{progress[state]}</b> {say(words, `progress.${state}`)}
          </li>
        ))}
      </ul>
      {progress.parts.length === 0 ? null : (
        <details>
          <summary>{say(words, "progress.by")}</summary>
          <table>
            <caption class="wk-visually-hidden">{say(words, "progress")}</caption>
            <thead>
              <tr>
                <td />
                {STATES.map((state) => (
                  <th key={state} scope="col">
                    {say(words, `progress.${state}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {progress.parts.map((part) => {
                const label = part.categories.length === 0 ? say(words, "progress.unsaid") : part.categories.join(", ");
                return (
                  <tr key={label}>
                    <th scope="row">{`${label} (${sayMany(words, lang, "progress.room", part.people)})`}</th>
                    {STATES.map((state) => (
                      <td key={state}>{part[state]}</td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p class="wk-quiet wk-small">{say(words, "progress.note")}</p>
        </details>
      )}
    </div>
  );
}

/** A gentle line on the pages of those who have said nothing: what it does is said before, and what it did after. */
export function Nudge({ silent }: { silent: number }) {
  const { model, words, lang } = usePanel<"facilitator", "ideas">();
  const action = useAction(`${model.challenge?.id} ${model.course}`);
  const { challenge, nudged, course } = model;
  if (challenge === null || (course !== "writing" && course !== "vote") || (silent === 0 && nudged === null)) return null;
  return (
    <div class="wkf-nudge">
      {silent === 0 ? null : (
        <Confirm
          look="gentle"
          question={`${sayMany(words, lang, course === "vote" ? "nudge.question.vote" : "nudge.question", silent)} ${say(words, course === "vote" ? "nudge.line.vote" : "nudge.line")}`}
          yes={say(words, "nudge.yes")}
          no={say(words, "nudge.no")}
          onYes={() => void action.act("nudge_silent", { challenge: challenge.id })}
        >
          {say(words, "nudge")}
        </Confirm>
      )}
      {nudged === null ? null : (
        <p class="wk-quiet">{say(words, course === "vote" ? "nudge.done.vote" : "nudge.done", { hour: sayHour(words, nudged) })}</p>
      )}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </div>
  );
}
