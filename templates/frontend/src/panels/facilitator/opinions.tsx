/** The opinion groups of a vote on statements, in words, as the screen shows them: how large, what unites, what sets apart. */
import { useEffect, useState } from "preact/hooks";
import type { OpinionsTold } from "../../contract";
import { say, usePanel } from "../kit/panel";

function useOpinions(asked: string): OpinionsTold | null {
  const { model, send } = usePanel<"facilitator", "ideas">();
  const [told, note] = useState<OpinionsTold | null>(null);
  const challenge = model.challenge?.id;
  useEffect(() => {
    let wanted = true;
    note(null);
    if (challenge !== undefined)
      void send("tell_opinions", { challenge }).then((answer) => {
        if (wanted && answer.ok) note(answer.result ?? null);
      });
    return () => {
      wanted = false;
    };
  }, [asked]);
  return told;
}

/** They are asked once the results stand on the page, and anew only where `asked` is another: what people answered. */
export function Opinions({ asked }: { asked: string }) {
  const { words } = usePanel<"facilitator", "ideas">();
  const told = useOpinions(asked);
  if (told === null || told.groups === "") return null;
  return (
    <section class="wkf-solid wkf-opinions" aria-label={say(words, "results.groups")}>
      <p>{told.groups}</p>
      <Told title={say(words, "results.groups.unites")} sentences={told.unites} />
      <Told title={say(words, "results.groups.apart")} sentences={told.apart} />
    </section>
  );
}

function Told({ title, sentences }: { title: string; sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div class="wk-small">
      <b>{title}</b>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
