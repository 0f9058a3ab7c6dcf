/** A workshop's notebooks in JupyterLab: what it does now, and the question about those that came with the folder. */
import { useEffect, useRef } from "preact/hooks";
import type { ChosenWorkshop } from "../../contract";
import { say, usePanel } from "../kit/panel";
import { Button, type HomeAction, Word, type Tell } from "./pieces";

interface Asked {
  action: HomeAction;
  tell: Tell;
}

export function Notebooks({ action, tell }: Asked) {
  const { model, words } = usePanel<"home", "home">();
  const { card, notebooks } = model.chosen!;
  const named = { workshop: card.id };
  const { state, sentence } = notebooks;
  const told = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    // what opens them stands far below
    if (before.current !== state && (state === "opening" || state === "failed")) told.current?.scrollIntoView?.({ block: "nearest" });
    before.current = state;
  }, [state]);
  return (
    <>
      {notebooks.strange === "" ? null : <Strangers action={action} tell={tell} />}
      <div ref={told} role="status" class="wkh-told">
        {state === "closed" ? null : (
          <div class={state === "failed" ? "wkh-bad" : "wkh-asks"}>
            <p>{state === "failed" ? sentence : say(words, `notebooks.${state}`)}</p>
            {state === "open" ? (
              <div class="wkh-buttons">
                <Word onClick={() => void action.act("open_notebooks", named)}>{say(words, "notebooks.show")}</Word>
                <Word onClick={() => void action.act("close_notebooks", named)}>{say(words, "notebooks.close")}</Word>
              </div>
            ) : null}
          </div>
        )}
      </div>
    </>
  );
}

/** Nobody's program runs here because a stick was plugged in: whoever leads the workshop says whose it is. */
function Strangers({ action, tell }: Asked) {
  const { model, words } = usePanel<"home", "home">();
  const { card, notebooks }: ChosenWorkshop = model.chosen!;
  const answer = async (intention: "trust_notebooks" | "set_notebooks_aside", said: string) => {
    const done = await action.act(intention, { workshop: card.id, digest: notebooks.strange });
    if (done.ok) tell(say(words, said));
  };
  const title = say(words, "notebooks.strange.title");
  return (
    <section class="wkh-asks" aria-label={title}>
      <h2>{title}</h2>
      <p>{say(words, "notebooks.strange")}</p>
      <p class="wkh-quiet">{say(words, "notebooks.strange.names", { names: notebooks.strangers.join(", ") })}</p>
      <p class="wkh-quiet">{say(words, "notebooks.strange.how")}</p>
      <div class="wkh-buttons">
        <Button busy={action.busy} onClick={() => void answer("set_notebooks_aside", "done.aside")}>
          {say(words, "notebooks.aside")}
        </Button>
        <Button busy={action.busy} onClick={() => void answer("trust_notebooks", "done.trusted")}>
          {say(words, "notebooks.trust")}
        </Button>
      </div>
    </section>
  );
}
