/** What the steps of the stakes share: how one brings them to another step, and the button that does. */
import type { ComponentChildren } from "preact";
import type { StakesStage } from "../../contract";

export interface Moving {
  move: (stage: StakesStage) => Promise<void>;
}

export function Next({ children, onClick, back }: { children: ComponentChildren; onClick: () => void; back?: ComponentChildren }) {
  return (
    <div class="wk-row">
      <button type="button" class="wkf-button wkf-next" onClick={onClick}>
        {children}
      </button>
      {back}
    </div>
  );
}
