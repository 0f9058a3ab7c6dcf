/** What the steps of the stakes share: how one brings them to another step, the button that does, and what stands typed. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { StakesStage } from "../../contract";
import { useDraft } from "../kit/device";

export interface Moving {
  move: (stage: StakesStage) => Promise<void>;
}

/** The next step. With a reason why not it can do nothing yet; a quiet one is not what is to be done now. */
export function Next(props: {
  children: ComponentChildren;
  onClick: () => void;
  back?: ComponentChildren;
  whyNot?: string;
  quiet?: boolean;
}) {
  const { whyNot = "", quiet = false } = props;
  const reason = useId();
  const stops = whyNot !== "";
  return (
    <div class="wk-row">
      <button
        type="button"
        class={stops || quiet ? "wkf-button" : "wkf-button wkf-next"}
        aria-disabled={stops}
        aria-describedby={stops ? reason : undefined}
        onClick={stops ? undefined : props.onClick}
      >
        {props.children}
      </button>
      {stops ? (
        <span id={reason} class="wk-quiet">
          {whyNot}
        </span>
      ) : null}
      {props.back}
    </div>
  );
}

/** What stands typed for some stakes and is not stored yet, by their ids; kept on the device, so that no step loses it. */
export function useTyped<T>(name: string): [Record<string, T>, (typed: Record<string, T>) => void] {
  const [text, setText] = useDraft(name);
  const typed = text === "" ? {} : (JSON.parse(text) as Record<string, T>);
  return [typed, (next) => setText(Object.keys(next).length === 0 ? "" : JSON.stringify(next))];
}
