/** What goes by date, announced on every page before it does: nobody learns of it from a command alone. */
import { useState } from "preact/hooks";
import { sayDay } from "../kit/days";
import { say, sayMany, usePanel } from "../kit/panel";
import { Quiet } from "./action";

export function Retention() {
  const { model, words, lang } = usePanel<"facilitator", "header">();
  const [read, note] = useState(false);
  if (read || model.retention.length === 0) return null;
  const today = new Date(model.now);
  const iso = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  return (
    <div class="wkf-retention" role="status">
      <div>
        {model.retention.map(({ code, number, day }) => (
          <p key={code}>{sayMany(words, lang, `retention.${code}`, number, { day: sayDay(lang, day), today: sayDay(lang, iso) })}</p>
        ))}
      </div>
      <Quiet onClick={() => note(true)}>{say(words, "retention.close")}</Quiet>
    </div>
  );
}
