/** What describes somebody who comes in without a phone: a category from the list, or any other word. */
import { useId } from "preact/hooks";
import type { Choice } from "../../contract";
import * as LIMITS from "../../limits";
import { Line } from "./action";

export function Category(props: { label: string; hint: string; known: Choice[]; value: string; onInput: (text: string) => void }) {
  const list = useId();
  return (
    <div>
      <Line label={props.label} hint={props.hint} value={props.value} most={LIMITS.category.longest} list={list} onInput={props.onInput} />
      <datalist id={list}>
        {props.known.map((one) => (
          <option key={one.key} value={one.label} />
        ))}
      </datalist>
    </div>
  );
}
