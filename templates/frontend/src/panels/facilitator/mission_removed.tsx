/** Missions that were removed on this page, in the place where each stood: whom to tell, and how it is put back. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { BookedMission, RemovedMission } from "../../contract";
import { say, sayMany, usePanel, useWords } from "../kit/panel";
import { Told, useAction, type Action } from "./action";
import { useDesk } from "./mission_parts";

/** Those that stood after a mission; the ones whose neighbour is not there stand above the others, after nothing. */
export function Removed({ challenge, after, here }: { challenge: string; after: string; here: BookedMission[] }) {
  const { model } = usePanel<"facilitator", "missions">();
  const action = useAction();
  const placeOf = (one: RemovedMission) => (here.some(({ id }) => id === one.after) ? one.after : "");
  return (
    <div class="wkf-removed" role="status">
      {model.removed
        .filter((one) => one.challenge === challenge && placeOf(one) === after)
        .map((one) => (
          <Row key={one.id} removed={one} action={action} />
        ))}
      {action.answer?.ok === false ? <Told action={action} /> : null}
    </div>
  );
}

function Row({ removed, action }: { removed: RemovedMission; action: Action }) {
  const { words, lang } = useWords();
  const desk = useDesk();
  const button = useRef<HTMLButtonElement>(null);
  const { id, title, accepted } = removed;
  // a long card is gone: without the focus, what takes it back could be anywhere
  useLayoutEffect(() => {
    if (desk.removing.current !== id) return;
    desk.removing.current = null;
    button.current?.focus();
  }, []);
  return (
    <div class="wkf-breaks">
      <p>
        {accepted.length === 0
          ? say(words, "removed", { mission: title })
          : sayMany(words, lang, "removed-accepted", accepted.length, { mission: title, names: accepted.join(", ") })}
      </p>
      <button
        ref={button}
        type="button"
        class="wkf-button"
        aria-label={say(words, "put-back-of", { mission: title })}
        aria-disabled={action.busy}
        onClick={() => (action.busy ? undefined : void action.act("put_mission_back", { mission: id }))}
      >
        {say(words, "put-back")}
      </button>
    </div>
  );
}
