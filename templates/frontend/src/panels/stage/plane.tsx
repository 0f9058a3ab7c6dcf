/** The drawing of opinion groups: a mark a person, of its group's own shape, and no name. */
import type { ScreenOpinionGroup } from "../../contract";
import { sayMany, useWords } from "../kit/panel";

/** How large a mark is drawn, and how far the drawing reaches around the marks. */
const LARGE = 21;
const EDGE = 120;
const sizeOf = (marks: number): number => Math.min(LARGE, 280 / Math.sqrt(marks));

export function Plane({ groups }: { groups: ScreenOpinionGroup[] }) {
  const { words, lang } = useWords();
  const told = groups.map((one) => sayMany(words, lang, "groups.label", one.people, { letter: one.letter }));
  const side = 1000 + 2 * EDGE;
  const size = sizeOf(groups.reduce((sum, one) => sum + one.people, 0));
  return (
    <svg class="wk-plane" viewBox={`${-EDGE} ${-EDGE} ${side} ${side}`} role="img" aria-label={told.join(" ; ")}>
      {groups.map((one) => (
        <ellipse key={one.number} class={`wk-ground-${one.number}`} {...surround(one.marks)} />
      ))}
      {groups.map((one) =>
        one.marks.map(([x, y], index) => <Mark key={`${one.number}-${index}`} number={one.number} x={x ?? 0} y={y ?? 0} size={size} />),
      )}
      {groups.map((one) => (
        <Label key={one.number} group={one} />
      ))}
    </svg>
  );
}

/** The letter and how many, above the marks of the group, or below where there is no room above. */
function Label({ group }: { group: ScreenOpinionGroup }) {
  const { cx, cy, ry } = surround(group.marks);
  const above = cy - ry - 14;
  return (
    <text
      x={Math.min(940, Math.max(60, cx))}
      y={above > -EDGE + 50 ? above : Math.min(1000 + EDGE - 16, cy + ry + 56)}
      text-anchor="middle"
    >
      {`${group.letter}, ${group.people}`}
    </text>
  );
}

/** The ellipse around the marks of a group. */
function surround(marks: number[][]): { cx: number; cy: number; rx: number; ry: number } {
  const [xs, ys] = [marks.map(([x]) => x ?? 0), marks.map(([, y]) => y ?? 0)];
  const [left, right, top, low] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const reach = (from: number, to: number) => (to - from) / 2 + 2 * LARGE;
  return { cx: (left + right) / 2, cy: (top + low) / 2, rx: reach(left, right), ry: reach(top, low) };
}

/** Disc, ring, diamond, square, triangle: told apart without colour. */
export function Mark({ number, x, y, size = LARGE }: { number: number; x: number; y: number; size?: number }) {
  const name = `wk-mark wk-mark-${number}`;
  const by = (points: [number, number][]) => points.map(([dx, dy]) => `${x + dx * size},${y + dy * size}`).join(" ");
  switch (number) {
    case 0:
      return <circle class={name} cx={x} cy={y} r={size} />;
    case 1:
      return <circle class={name} cx={x} cy={y} r={size * 0.85} />;
    case 2:
      return (
        <polygon
          class={name}
          points={by([
            [0, -1.3],
            [1.3, 0],
            [0, 1.3],
            [-1.3, 0],
          ])}
        />
      );
    case 3:
      return <rect class={name} x={x - size * 0.8} y={y - size * 0.8} width={size * 1.6} height={size * 1.6} />;
    default:
      return (
        <polygon
          class={name}
          points={by([
            [0, -1.2],
            [1.2, 1],
            [-1.2, 1],
          ])}
        />
      );
  }
}
