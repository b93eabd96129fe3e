import { signed } from "@/lib/change/signed";
import { across, high, sinceLayout } from "./since-layout";
import styles from "./since-chart.module.css";
import type { SinceView } from "./since-view";

interface SinceChartProps {
  view: SinceView;
  /** The dose drawn strong. */
  shown: number | null;
  onShow: (number: number) => void;
}

/** Every dose's curve from the score before it, one over the other, with their mean. The table below says the same. */
export function SinceChart({ view, shown, onShow }: SinceChartProps) {
  const layout = sinceLayout(view);
  const strong = layout.curves.find(({ number }) => number === shown);
  const many = layout.curves.filter(({ end }) => end !== null).length > 8;
  return (
    <div className={styles.chart}>
      <svg className={styles.frame} width="100%" height={high + 60} role="img" aria-label={labelOf(view)}>
        <g transform="translate(0 22)">
          {layout.bands.map(({ name, x, width, middle }) => (
            <g key={name}>
              <rect x={`${x}%`} width={`${width}%`} height={high} className={styles.band} />
              <text x={`${middle}%`} y={high + 18} className={styles.tick}>
                {name}
              </text>
            </g>
          ))}
          {layout.yTicks.map(({ value, y }) => (
            <g key={value}>
              <line x2="100%" y1={y} y2={y} className={value === 0 ? styles.zero : styles.grid} />
              <text y={y} dx={-8} dy={4} className={styles.yTick}>
                {signed(value)}
              </text>
            </g>
          ))}
          <line x1={`${layout.zero.x}%`} x2={`${layout.zero.x}%`} y1={-6} y2={high} className={styles.dose} />
          <text x={`${layout.zero.x}%`} y={-10} className={styles.doseName}>
            dose
          </text>
          <svg viewBox={`0 0 ${across} ${high}`} width="100%" height={high} preserveAspectRatio="none" className={styles.curves}>
            {layout.curves.map(({ number, path }) => (
              <g key={number} data-strong={number === shown || undefined} data-many={many || undefined}>
                <path d={path} vectorEffect="non-scaling-stroke" className={styles.curve} />
                <path d={path} vectorEffect="non-scaling-stroke" className={styles.reach} onPointerEnter={() => onShow(number)} />
              </g>
            ))}
            <path d={layout.meanPath} vectorEffect="non-scaling-stroke" className={styles.mean} />
          </svg>
          {strong?.points.map(({ x, y, overlap, change }, index) => (
            <g key={x} className={styles.point}>
              {overlap && (
                <svg x={`${x}%`} y={y} className={styles.mark}>
                  <path d="M-13 0H-7" />
                </svg>
              )}
              <circle cx={`${x}%`} cy={y} r={4.5} />
              {index < strong.points.length - 1 && (
                <text x={`${x}%`} y={y} dx={7} dy={-7}>
                  {signed(change)}
                </text>
              )}
            </g>
          ))}
          {layout.means.map(({ x, y, words }) => (
            <g key={x} className={styles.meanPoint}>
              <circle cx={`${x}%`} cy={y} r={5.5} />
              <text x={`${x}%`} y={y} dx={-10} dy={18}>
                {words}
              </text>
            </g>
          ))}
          {layout.curves.map(
            ({ number, end, points }) =>
              end !== null &&
              (!many || number === shown) && (
                <text key={number} x={`${end.x}%`} y={end.y} dx={12} dy={4} className={styles.number} data-strong={number === shown || undefined}>
                  {number === shown ? `dose ${number}: ${signed(points.at(-1)?.change ?? 0)}` : number}
                </text>
              ),
          )}
        </g>
      </svg>
      <p className={styles.notes}>
        Points since the score before each dose; down is improvement. Violet: doses, by number. Teal: mean, with the number of doses that
        have a score there. Stroke before a point: part of its recall window lies before the dose.
      </p>
    </div>
  );
}

function labelOf({ short, recall, rows, averages }: SinceView): string {
  const drawn = rows.filter(({ points }) => points.length > 0).length;
  const means = averages.flatMap(({ name, n, mean }) => (mean === null ? [] : [`${signed(mean, 1)} at ${name} over ${n}`]));
  return `${short}, ${recall}: change since each of ${drawn} doses. Mean ${means.length === 0 ? "not known" : means.join(", ")}. The table below gives each dose.`;
}
