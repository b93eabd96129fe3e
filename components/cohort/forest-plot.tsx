import { ScrollFrame } from "@/components/ui/scroll-frame";
import type { Compared } from "@/lib/cohort/studies/compare";
import styles from "./cohort.module.css";
import { change, number } from "./figure-words";
import { ticksOver } from "./ticks";

const [NAMES, RIGHT, ROW, WIDE] = [220, 70, 26, 760] as const;

/** Each effect with its interval, the mean as a diamond, and where a further study may lie: a picture of the table beside it. */
export function ForestPlot({ kind, words }: { kind: Compared; words: string }) {
  const { rows, pooled } = kind;
  const mean = pooled !== null && pooled.k > 1 && pooled.interval !== null ? { at: pooled.estimate, ...pooled.interval } : null;
  const prediction = mean === null ? null : (pooled?.prediction ?? null);
  const ends = [0, ...rows.flatMap(({ interval }) => [interval.lower, interval.upper]), ...(mean === null ? [] : [mean.lower, mean.upper])];
  const ticks = ticksOver(Math.min(...ends), Math.max(...ends));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  // Of few studies the prediction reaches far beyond them all: it is drawn to the edge, and the words beside it say where it ends.
  const x = (value: number) => NAMES + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (WIDE - NAMES - RIGHT);
  const middle = (row: number) => ROW * row + ROW / 2 + 4;
  const foot = middle(rows.length + (mean === null ? 0 : 1)) + 8;
  const said = rows.map(({ study, yi, interval }) => `${study} ${number(yi, 2)} (${number(interval.lower, 2)} to ${number(interval.upper, 2)})`).join("; ");
  return (
    <ScrollFrame whole label={`Forest plot: ${words}`}>
      <svg className={styles.chart} viewBox={`0 0 ${WIDE} ${foot + 44}`} role="img" aria-label={`${words}: ${said}${mean === null ? "" : `; mean ${number(mean.at, 2)}`}`}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={4} y2={foot} className={tick === 0 ? styles.zero : styles.grid} />
            <text x={x(tick)} y={foot + 16} textAnchor="middle">{change(tick, Number.isInteger(tick) ? 0 : 1)}</text>
          </g>
        ))}
        <text x={x(0) - 10} y={foot + 36} textAnchor="end">← improvement</text>
        <text x={x(0) + 10} y={foot + 36}>worse →</text>
        {rows.map(({ study, origin, yi, interval, weight }, row) => (
          <g key={`${origin} ${study}`} className={styles.point}>
            <text x={0} y={middle(row) + 5}>{study}</text>
            <line x1={x(interval.lower)} x2={x(interval.upper)} y1={middle(row)} y2={middle(row)} />
            <rect x={x(yi) - half(weight)} y={middle(row) - half(weight)} width={2 * half(weight)} height={2 * half(weight)} />
          </g>
        ))}
        {mean !== null && (
          <g>
            <text x={0} y={middle(rows.length) + 5}>Mean</text>
            {prediction !== null && <line x1={x(prediction.lower)} x2={x(prediction.upper)} y1={middle(rows.length)} y2={middle(rows.length)} className={styles.edge} />}
            <path d={`M${x(mean.lower)} ${middle(rows.length)}L${x(mean.at)} ${middle(rows.length) - 8}L${x(mean.upper)} ${middle(rows.length)}L${x(mean.at)} ${middle(rows.length) + 8}Z`} className={styles.diamond} />
          </g>
        )}
      </svg>
    </ScrollFrame>
  );
}

/** Half the side of a study's square: its weight shows. */
function half(weight: number | null): number {
  return weight === null ? 5 : 3 + Math.sqrt(weight) / 2;
}
