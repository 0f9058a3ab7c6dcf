/** Dots that reached the store after the end of their vote, as after a time without network: said until that is read. */
import { useEffect, useState } from "preact/hooks";
import { Go } from "../kit/components";
import { forget, recall, remember } from "../kit/device";
import { say, useWords } from "../kit/panel";
import type { Place } from "./place";

/** A dot of one challenge that was given, or taken back, too late. */
export interface Late {
  challenge: string;
  did: "given" | "taken";
}

export interface LateOnes {
  all: Late[];
  add(late: Late): void;
  forget(): void;
}

const KEPT = "late-dots";

export function useLate(): LateOnes {
  const [, draw] = useState(0);
  const again = () => draw((count) => count + 1);
  useEffect(() => {
    window.addEventListener("room:forgotten", again); // all was erased: the card goes with it
    return () => window.removeEventListener("room:forgotten", again);
  }, []);
  return {
    all: recall<Late[]>(KEPT) ?? [],
    add: (late) => {
      const others = (recall<Late[]>(KEPT) ?? []).filter((one) => one.challenge !== late.challenge || one.did !== late.did);
      remember(KEPT, [...others, late]);
      again();
    },
    forget: () => {
      forget(KEPT);
      again();
    },
  };
}

export function LateDots({ late, place }: { late: LateOnes; place: Place }) {
  const { words } = useWords();
  const known = late.all.flatMap(({ challenge, did }) => {
    const found = place.challenges.find((one) => one.id === challenge);
    return found === undefined ? [] : [{ ...found, did }];
  });
  if (known.length === 0) return null;
  return (
    <div class="wk-body">
      <section class="wk-card wk-stack-tight wk-late-dots" role="status">
        {known.map(({ id, stake, did }) => (
          <p key={`${id} ${did}`}>
            <b>{stake}</b>
            <br />
            {say(words, `late-${did}`)}
          </p>
        ))}
        <Go second onClick={late.forget}>
          {say(words, "late-read")}
        </Go>
      </section>
    </div>
  );
}
