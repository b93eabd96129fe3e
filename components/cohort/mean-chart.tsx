import { ScrollFrame } from "@/components/ui/scroll-frame";
import { isSmall } from "@/lib/cohort/small-cells";
import type { AssessmentWindow } from "@/lib/course/windows";
import type { ShownCohort } from "./shown";
import styles from "./cohort.module.css";
import { between, count, number } from "./figure-words";

interface MeanChartProps {
  windows: ShownCohort["windows"];
  growth: ShownCohort["growth"]["line"];
  /** Single patients behind the mean, [week, total]. */
  lines: readonly (readonly (readonly [week: number, total: number])[])[];
  measure: { short: string; min: number; max: number };
}

/** Where a window stands on the axis, in weeks: the hour of 24 h, the middle of a week. */
const weekOf: Readonly<Record<AssessmentWindow, number>> = { baseline: 0, "24h": 1 / 7, "week-1": 1, "week-2": 2, "week-3": 3, "week-4": 4, "week-8": 8 };
const [LEFT, RIGHT, TOP, HIGH, WIDE] = [44, 12, 12, 300, 760] as const;
const LAST = 9;

/** The mean of each window with its 95 % interval, on the single patients' lines: a picture of the table beside it. */
export function MeanChart({ windows, growth, lines, measure }: MeanChartProps) {
  const x = (week: number) => LEFT + ((week + 1) / (LAST + 1)) * (WIDE - LEFT - RIGHT);
  const y = (total: number) => TOP + ((measure.max - total) / (measure.max - measure.min)) * HIGH;
  const within = (total: number) => Math.min(measure.max, Math.max(measure.min, total));
  const known = windows.flatMap((each) => (each.mean === null ? [] : [{ ...each, mean: each.mean, few: each.n !== null && isSmall(each.n) }]));
  const joined = known.slice(1).map((to, index) => ({ from: known[index] ?? to, to }));
  const banded = known.flatMap(({ window, interval, few }) => (few || interval === null || interval.lower === null || interval.upper === null ? [] : [{ week: weekOf[window], lower: interval.lower, upper: interval.upper }]));
  const path = (points: readonly (readonly [number, number])[]) => points.map(([week, total], index) => `${index === 0 ? "M" : "L"}${x(week).toFixed(1)} ${y(total).toFixed(1)}`).join("");
  const band = [...banded.map(({ week, upper }) => [week, upper] as const), ...banded.toReversed().map(({ week, lower }) => [week, lower] as const)];
  const ticks = Array.from({ length: 5 }, (_, index) => measure.min + (index * (measure.max - measure.min)) / 4);
  const said = known.map(({ words, n, mean, interval }) => `${words} ${number(mean)} (${between(interval)}, ${n ?? "withheld"} patients)`).join("; ");
  return (
    <ScrollFrame whole label={`Chart of mean ${measure.short} by window`}>
      <svg className={styles.chart} viewBox={`0 0 ${WIDE} ${TOP + HIGH + 58}`} role="img" aria-label={`Mean ${measure.short} by window with 95 % interval: ${said || "no scores"}`}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={WIDE - RIGHT} y1={y(tick)} y2={y(tick)} className={styles.grid} />
            <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">{number(tick, 0)}</text>
          </g>
        ))}
        {[1, 2, 3, 4, 6, 8].map((week) => (
          <text key={week} x={x(week)} y={TOP + HIGH + 18} textAnchor="middle">{week}</text>
        ))}
        <text x={x(0) + 3} y={TOP + HIGH + 18} textAnchor="end">t0</text>
        <text x={x(weekOf["24h"]) - 3} y={TOP + HIGH + 18}>24 h</text>
        <text x={LEFT - 8} y={TOP + HIGH + 35} textAnchor="end">n</text>
        {windows.map(({ window, n }) => (
          <text key={window} x={x(weekOf[window]) + nudge(window)} y={TOP + HIGH + 35} textAnchor={anchorOf(window)}>{count(n)}</text>
        ))}
        <text x={WIDE - RIGHT} y={TOP + HIGH + 54} textAnchor="end">weeks from the first dose, or the first session</text>
        {lines.map((line, index) => (
          // Lines have no name of their own and never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <path key={index} d={path(line.filter(([week]) => week >= -1 && week <= LAST))} className={styles.single} />
        ))}
        {growth.length > 0 && <path d={path(growth.flatMap(({ week, mean }) => (week === null || mean === null ? [] : [[week, mean] as const])))} className={styles.growth} />}
        {band.length > 0 && <path d={`${path(band)}Z`} className={styles.band} />}
        {joined.map(({ from, to }) => (
          <path key={to.window} d={path([[weekOf[from.window], from.mean], [weekOf[to.window], to.mean]])} className={from.few || to.few ? `${styles.mean} ${styles.unsure}` : styles.mean} />
        ))}
        {known.map(({ window, mean, interval, few }) => (
          <g key={window} className={few ? `${styles.point} ${styles.few}` : styles.point}>
            {interval?.lower != null && interval.upper != null && <line x1={x(weekOf[window])} x2={x(weekOf[window])} y1={y(within(interval.lower))} y2={y(within(interval.upper))} />}
            <circle cx={x(weekOf[window])} cy={y(mean)} r={4} />
          </g>
        ))}
      </svg>
    </ScrollFrame>
  );
}

/** The first score and the one of 24 h stand side by side: what is written under them keeps out of the other's way. */
function anchorOf(window: AssessmentWindow): "start" | "middle" | "end" {
  if (window === "baseline") return "end";
  return window === "24h" ? "start" : "middle";
}

function nudge(window: AssessmentWindow): number {
  if (window === "baseline") return 3;
  return window === "24h" ? -3 : 0;
}
