/** Which page of many ideas is read, and the ways to the next and back. */
import { Go } from "../kit/components";
import { say, usePanel } from "../kit/panel";

export function Pages({ challenge: { id, page, pages } }: { challenge: { id: string; page: number; pages: number } }) {
  const { words, send } = usePanel<"participant">();
  if (pages < 2) return null;
  const where = say(words, "page-of", { page, pages });
  const turn = async (to: number) => {
    await send("turn_ideas", { challenge: id, page: to });
    window.scrollTo(0, 0);
  };
  return (
    <nav class="wk-stack-tight" aria-label={where}>
      <p class="wk-quiet">{where}</p>
      {page < pages && <Go onClick={() => void turn(page + 1)}>{say(words, "page-next")}</Go>}
      {page > 1 && (
        <Go second onClick={() => void turn(page - 1)}>
          {say(words, "page-before")}
        </Go>
      )}
    </nav>
  );
}
