import type { Lane, LaneMark } from "./chart-lanes-layout";
import styles from "./trajectory-chart.module.css";

/** Doses as diamonds, therapy as numbered squares: filled if done, outlined if planned, crossed if missed. Events as triangles, filled if serious. */
export function ChartLane({ lane }: { lane: Lane }) {
  return (
    <g
      className={styles.lane}
      data-kind={lane.kind}
      data-wide={lane.crowded.wide}
      data-narrow={lane.crowded.narrow}
    >
      <line x2="100%" y1={lane.y} y2={lane.y} className={styles.grid} />
      <Name lane={lane} />
      {lane.marks.map((mark) => (
        <svg key={mark.id} x={`${mark.x}%`} y={lane.y} className={styles.mark} data-status={mark.status}>
          {lane.kind === "event" ? <path d="M0-6 6 5H-6Z" /> : lane.kind === "dose" ? <Diamond mark={mark} /> : <Square mark={mark} />}
        </svg>
      ))}
    </g>
  );
}

function Name({ lane: { y, name } }: { lane: Lane }) {
  const [first, second] = name.wide;
  const same = second === undefined && first === name.narrow;
  return (
    <>
      <text x="100%" y={second === undefined ? y : y - 7} className={styles.laneName} data-fits={same ? undefined : "wide"}>
        <title>{name.full}</title>
        {first}
        {second !== undefined && (
          <tspan x="100%" dy={14}>
            {second}
          </tspan>
        )}
      </text>
      {!same && (
        <text x="100%" y={y} className={styles.laneName} data-fits="narrow">
          <title>{name.full}</title>
          {name.narrow}
        </text>
      )}
    </>
  );
}

function Diamond({ mark }: { mark: LaneMark }) {
  return (
    <>
      <path d="M0-7 7 0 0 7-7 0Z" />
      {mark.status === "missed" && <path d="M-3-3 3 3M3-3-3 3" />}
    </>
  );
}

function Square({ mark }: { mark: LaneMark }) {
  return (
    <>
      <rect x={-8} y={-8} width={16} height={16} rx={4} />
      {mark.status === "missed" && <path d="M-3-3 3 3M3-3-3 3" />}
      {mark.number !== null && <text y={4}>{mark.number}</text>}
    </>
  );
}
