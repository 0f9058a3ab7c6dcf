/** What a making tells besides its file. */
import type { MakingModel } from "../../contract";

/** Which signs of what was made no font could draw: a square stands there. */
export function Undrawn({ making, working }: { making: MakingModel; working: boolean }) {
  return making.state === "ready" && !working && making.undrawn ? (
    <p role="status" class="wk-hint">
      {making.undrawn}
    </p>
  ) : null;
}
