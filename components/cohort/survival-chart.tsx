import { ScrollFrame } from "@/components/ui/scroll-frame";
import type { ShownCohort } from "./shown";
import styles from "./cohort.module.css";
import { number } from "./figure-words";

const [LEFT, RIGHT, TOP, HIGH, WIDE] = [60, 12, 32, 200, 760] as const;

/** Kaplan–Meier: the share not yet improved, day by day, with its interval. */
export function SurvivalChart({ survival }: { survival: NonNullable<ShownCohort["firstImprovement"]> }) {
  const { steps, median, events, n } = survival;
  const last = Math.max(7, steps.at(-1)?.day ?? 7);
  const x = (day: number) => LEFT + (Math.max(0, day) / last) * (WIDE - LEFT - RIGHT);
  const y = (share: number) => TOP + (1 - share) * HIGH;
  const stairs = (values: readonly (readonly [day: number | null, share: number | null])[], from: (day: number, share: number) => string) =>
    values.flatMap(([day, share]) => (day === null || share === null ? [] : [[day, share] as const])).map(([day, share], index) => (index === 0 ? from(day, share) : `H${x(day)}V${y(share)}`)).join("");
  // The interval begins where there is one: with the first who improved.
  const curve = (which: "lower" | "upper") => stairs(steps.flatMap(({ day, logLog }) => (logLog === null || day === null ? [] : [[day, logLog[which]] as const])), (day, share) => `M${x(day)} ${y(share)}`);
  const said = `${events} of ${n} improved; ${median === null ? "half was not reached" : `half by day ${median}`}`;
  return (
    <ScrollFrame whole label="Chart of time to first reliable improvement">
      <svg className={styles.chart} viewBox={`0 0 ${WIDE} ${TOP + HIGH + 36}`} role="img" aria-label={`Share without a first reliable improvement by day: ${said}`}>
        <text x={0} y={14}>share without reliable improvement</text>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line x1={LEFT} x2={WIDE - RIGHT} y1={y(share)} y2={y(share)} className={styles.grid} />
            <text x={LEFT - 8} y={y(share) + 4} textAnchor="end">{number(100 * share, 0)} %</text>
          </g>
        ))}
        {Array.from({ length: Math.floor(last / 7) + 1 }, (_, week) => week).filter((week) => last <= 70 || week % 4 === 0).map((week) => (
          <text key={week} x={x(7 * week)} y={TOP + HIGH + 18} textAnchor="middle">{week}</text>
        ))}
        <text x={WIDE - RIGHT} y={TOP + HIGH + 33} textAnchor="end">weeks</text>
        <path d={curve("upper")} className={styles.edge} />
        <path d={curve("lower")} className={styles.edge} />
        <path d={stairs(steps.map(({ day, share }) => [day, share] as const), (day, share) => `M${x(0)} ${y(1)}H${x(day)}V${y(share)}`)} className={styles.mean} />
      </svg>
    </ScrollFrame>
  );
}
