import styles from "./sparkline.module.css";

interface SparklineProps {
  /** [day, total] of one recall period, oldest first. */
  points: readonly (readonly [number, number])[];
  /** The total at the dotted line. */
  cut: number;
  /** The measure's highest total. */
  max: number;
}

const width = 112;
const height = 34;
const margin = 4;

/**
 * A trajectory without numbers: the row beside it has them. True time along x, the measure's own range up
 * y.
 */
export function Sparkline({ points, cut, max }: SparklineProps) {
  const last = points.at(-1);
  if (!last) return null;
  const first = points[0]?.[0] ?? 0;
  const span = Math.max(last[0] - first, 1);
  const x = (day: number) => round(margin + ((day - first) / span) * (width - 2 * margin));
  const y = (total: number) => round(height - margin - (total / max) * (height - 2 * margin));
  const level = y(cut);
  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <path className={styles.cut} d={`M0 ${level}H${width}`} />
      {points.length > 1 && (
        <path className={styles.line} d={`M${points.map(([d, t]) => `${x(d)} ${y(t)}`).join("L")}`} />
      )}
      <circle className={styles.last} cx={x(last[0])} cy={y(last[1])} r="3" />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
