import type { VitalPanel } from "./dose-panels";
import type { OneDoseView } from "./one-dose-view";
import styles from "./vital-panel.module.css";

interface VitalPanelProps {
  panel: VitalPanel;
  view: OneDoseView;
  high: number;
}

const across = 1000;
/** More values than this are not written beside their points. */
const mostValues = 14;

/** One vital over the minutes from the start, every value beside its point. The table below says the same. */
export function VitalPanelChart({ panel, view, high }: VitalPanelProps) {
  const { from, to } = view.range;
  const x = (minute: number) => Math.round(((minute - from) / (to - from)) * 10_000) / 100;
  const y = (value: number) => Math.round((1 - (value - panel.min) / (panel.max - panel.min)) * high * 10) / 10;
  const path = (points: readonly { minute: number; value: number }[]) => `M${points.map(({ minute, value }) => `${x(minute) * (across / 100)} ${y(value)}`).join("L")}`;
  return (
    <figure className={styles.panel}>
      <figcaption>
        <b>{panel.title}</b> {panel.unit}
        {panel.earlier.length > 0 && `; pale: ${panel.earlier.length === 1 ? "the dose" : `the ${panel.earlier.length} doses`} before`}
      </figcaption>
      <div className={styles.plot}>
        <svg className={styles.frame} width="100%" height={high + 26} role="img" aria-label={labelOf(panel)}>
          <g transform="translate(0 8)">
            {[panel.max, panel.min].map((value) => (
              <g key={value}>
                <line x2="100%" y1={y(value)} y2={y(value)} className={styles.grid} />
                <text y={y(value)} dx={-8} dy={4} className={styles.yTick}>
                  {value}
                </text>
              </g>
            ))}
            {view.ticks.map(({ minute, words }) => (
              <g key={minute}>
                <line x1={`${x(minute)}%`} x2={`${x(minute)}%`} y2={high} className={minute === 0 ? styles.start : styles.grid} />
                <text x={`${x(minute)}%`} y={high + 15} className={styles.tick}>
                  {words}
                </text>
              </g>
            ))}
            {view.events.filter(({ minute }) => minute <= to && minute >= from).map(({ id, minute }) => (
              <line key={id} x1={`${x(minute)}%`} x2={`${x(minute)}%`} y2={high} className={styles.event} />
            ))}
            <svg viewBox={`0 0 ${across} ${high}`} width="100%" height={high} preserveAspectRatio="none" className={styles.curves}>
              {panel.earlier.map(({ name, points }) => (
                <path key={name} d={path(points)} vectorEffect="non-scaling-stroke" className={styles.earlier} />
              ))}
              {panel.lines.map(({ name, points }) => (
                <path key={name} d={path(points)} vectorEffect="non-scaling-stroke" className={styles.line} />
              ))}
            </svg>
            {panel.lines.map(({ name, points }) =>
              points.map(({ minute, value }) => (
                <g key={`${name} ${minute}`} className={styles.point}>
                  <circle cx={`${x(minute)}%`} cy={y(value)} r={3.5} />
                  {points.length <= mostValues && (
                    <text x={`${x(minute)}%`} y={y(value)} dy={y(value) < 16 ? 16 : -7}>
                      {value}
                    </text>
                  )}
                </g>
              )),
            )}
          </g>
        </svg>
      </div>
    </figure>
  );
}

function labelOf({ title, lines }: VitalPanel): string {
  const said = lines.map(({ name, points }) => `${name}: ${points.map(({ minute, value }) => `${value} at minute ${minute}`).join(", ")}`);
  return `${title} over minutes from the start. ${said.join(". ")}.`;
}
