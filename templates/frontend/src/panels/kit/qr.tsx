/** A QR code drawn as one path: crisp at any size, dark on white with the quiet zone that readers need. */
import { useMemo } from "preact/hooks";

/** The quiet zone, in modules. */
const MARGIN = 4;

/** `rows` has a row of `0` and `1` for each line of modules; runs of dark ones are drawn together. */
export function QrCode({ rows, label, className = "wk-qr" }: { rows: string[]; label: string; className?: string }) {
  const side = rows.length + 2 * MARGIN;
  const shape = useMemo(() => rows.flatMap(drawRow).join(""), [rows]);
  return (
    <svg class={className} role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={shape} fill="#000" />
    </svg>
  );
}

function drawRow(row: string, y: number): string[] {
  return [...row.matchAll(/1+/g)].map(({ 0: run, index }) => `M${index + MARGIN} ${y + MARGIN}h${run.length}v1h-${run.length}z`);
}
