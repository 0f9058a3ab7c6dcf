/** A whole number that is told once it is typed; empty says nothing. What comes from elsewhere shows unless it is being typed. */
import { useEffect, useRef, useState } from "preact/hooks";

export function NumberField(props: {
  value: number | null;
  onCommit: (number: number | null) => void;
  label?: string;
  hint?: string;
  most?: number;
}) {
  const shown = props.value === null ? "" : String(props.value);
  const [text, type] = useState(shown);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => type(shown), [shown]);
  return (
    <input
      ref={field}
      type="number"
      min={0}
      max={props.most}
      step={1}
      inputMode="numeric"
      aria-label={props.label}
      placeholder={props.hint}
      value={text}
      onInput={(event) => type(event.currentTarget.value)}
      onChange={(event) => {
        const said = event.currentTarget.value; // an arrow of the field types and tells in one go
        const number = Number(said);
        if (said === "") props.onCommit(null);
        else if (Number.isInteger(number) && number >= 0) props.onCommit(number);
        else type(shown);
      }}
    />
  );
}
