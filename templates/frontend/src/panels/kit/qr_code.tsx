/** The QR code, drawn as one path: crisp at any size, dark on white with its quiet zone. */
import { useMemo } from "preact/hooks";

/** The quiet zone that readers need around the code, in modules. */
const MARGIN = 4;

export function QrCode(props: { rows: string[]; label: string; class: string }) {
  const { rows } = props;
  const side = rows.length + 2 * MARGIN;
  const path = useMemo(() => rows.map((row, y) => [...row.matchAll(/1+/g)].map((run) => drawRun(run, y)).join("")).join(""), [rows]);
  return (
    <svg class={props.class} role="img" aria-label={props.label} viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Dark modules side by side are one rectangle. */
function drawRun(run: RegExpExecArray, y: number): string {
  const length = run[0].length;
  return `M${run.index + MARGIN} ${y + MARGIN}h${length}v1h-${length}z`;
}
