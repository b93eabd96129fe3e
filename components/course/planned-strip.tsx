import type { PlannedMark, PlannedView } from "./planned-view";
import styles from "./planned.module.css";

const lane = 28;
const shapes = {
  dose: "M0-7 7 0 0 7-7 0Z",
  therapy: "M-6-6H6V6H-6Z",
  assessment: "M6 0A6 6 0 1 1-6 0A6 6 0 1 1 6 0Z",
  measure: "M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0Z",
} as const;

/** The course on lanes: its table says the same in words. */
export function PlannedStrip({ view }: { view: PlannedView }) {
  const bottom = view.lanes.length * lane;
  const middle = (index: number) => lane * index + lane / 2;
  const percent = (place: number) => `${place}%`;
  const words = view.figures.map(({ what, share, words: more }) => `${what}: ${share}${more && `, ${more}`}`).join("; ");
  return (
    <div className={styles.strip}>
      <svg width="100%" height={bottom + 22} role="img" aria-label={`Planned beside done. ${words}.`}>
        {view.weeks.map(({ at, name }, index) => (
          <g key={name} className={index % 4 === 0 ? undefined : index % 2 === 0 ? styles.second : styles.odd}>
            <line x1={percent(at)} x2={percent(at)} y2={bottom + 4} className={styles.week} />
            <text x={percent(at)} dx={3} y={bottom + 18} className={styles.name}>
              {name}
            </text>
          </g>
        ))}
        {view.today !== null && <line x1={percent(view.today)} x2={percent(view.today)} y2={bottom + 4} className={styles.today} />}
        {view.lanes.map(({ kind, name, marks }, index) => (
          <g key={kind} data-kind={kind} className={styles.lane}>
            <text x={0} dx={-8} y={middle(index) + 4} className={`${styles.name} ${styles.end}`}>
              {name}
            </text>
            <line x2="100%" y1={middle(index)} y2={middle(index)} className={styles.week} />
            {marks.map((mark) => (
              <g key={mark.id}>
                {mark.plannedAt !== null && (
                  <>
                    <line x1={percent(mark.plannedAt)} x2={percent(mark.at)} y1={middle(index)} y2={middle(index)} className={styles.way} />
                    <svg x={percent(mark.plannedAt)} y={middle(index)} className={styles.mark} data-state="plan">
                      <path d="M0-5V5" />
                    </svg>
                  </>
                )}
                <svg x={percent(mark.at)} y={middle(index)} className={styles.mark} data-state={mark.state}>
                  <path d={shapes[kind]} />
                  <Stroke state={mark.state} />
                </svg>
              </g>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** What the state is without its colour. */
function Stroke({ state }: Pick<PlannedMark, "state">) {
  if (state === "missed") return <path d="M-3-3 3 3M3-3-3 3" />;
  if (state === "cancelled") return <path d="M-3 0H3" />;
  if (state === "unplanned") return <path d="M0-14V-8M-3-11H3" />;
  if (state === "open") return <path d="M0-2.5V2.5" />;
  return null;
}
