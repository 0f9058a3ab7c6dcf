/** Dots that reached the store after the end of their vote, as after a time without network: said until that is read. */
import { Go } from "../kit/components";
import { forget, recall, remember, useRedraw } from "../kit/device";
import { say, useWords } from "../kit/panel";
import type { Place } from "../participant/place";

const KEPT = "late-dots";
const listLate = () => recall<string[]>(KEPT) ?? [];

/** Note that a dot was given to a challenge, or taken back, too late. */
export const noteLate = (challenge: string): void => void remember(KEPT, [...listLate(), challenge]);

export function LateDots({ place }: { place: Place }) {
  const { words } = useWords();
  useRedraw();
  const kept = listLate();
  const told = place.challenges.filter(({ id }) => kept.includes(id));
  if (told.length === 0) return null;
  return (
    <div class="wk-body">
      <section class="wk-card" role="status">
        <h2>{told.map(({ stake }) => stake).join(", ")}</h2>
        <p>{say(words, "late")}</p>
        <Go second onClick={() => forget(KEPT)}>
          {say(words, "late-read")}
        </Go>
      </section>
    </div>
  );
}
