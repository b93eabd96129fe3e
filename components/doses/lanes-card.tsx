import Link from "next/link";
import { SmallLines } from "@/components/trajectory/small-lines";
import { Card } from "@/components/ui/card";
import { recallWords, type Recall } from "@/lib/measures/recall";
import { LaneShape } from "./lane-shape";
import styles from "./lanes-card.module.css";
import type { LanesView } from "./lanes-view";

const high = 96;
const lane = 26;

/** One measure's line, and under it the course on lanes: the sentences say the same. */
export function LanesCard({ view, recall }: { view: LanesView; recall: Recall | null }) {
  const { from, to } = view.range;
  const x = (at: number) => `${Math.round(((at - from) / (to - from)) * 10_000) / 100}%`;
  const bottom = view.lanes.length * lane;
  return (
    <Card title="The course over time">
      {view.line !== null && recall !== null && (
        <p className={styles.note}>
          {view.line.short}, {recallWords[recall]}, 0 to {view.line.max}. Upright lines: doses.
        </p>
      )}
      <div className={styles.plot}>
        {view.line !== null && recall !== null && (
          <SmallLines range={view.range} max={view.line.max} high={high} doses={view.doses} lines={[{ recall, points: view.line.points }]} dots />
        )}
        <svg className={styles.lanes} width="100%" height={bottom + 26} role="img" aria-label={`The course on lanes. ${view.sentences.join(" ")}`}>
          {view.weeks.map(({ at, name }) => (
            <g key={at}>
              <line x1={x(at)} x2={x(at)} y2={bottom + 4} className={styles.week} />
              <text x={x(at)} y={bottom + 20} className={styles.weekName}>
                {name}
              </text>
            </g>
          ))}
          <line x1={x(view.now)} x2={x(view.now)} y2={bottom + 4} className={styles.now} />
          {view.lanes.map(({ id, name, marks }, index) => (
            <g key={id} className={styles.lane} data-lane={id}>
              <line x2="100%" y1={lane * index + lane / 2} y2={lane * index + lane / 2} className={styles.track} />
              <text x={0} dx={-8} y={lane * index + lane / 2 + 4} className={styles.name}>
                {name}
              </text>
              {marks.map((mark) => (
                <svg key={mark.id} x={x(mark.at)} y={lane * index + lane / 2} className={styles.mark} data-state={mark.state}>
                  <LaneShape lane={id} state={mark.state} />
                </svg>
              ))}
            </g>
          ))}
        </svg>
      </div>
      <ul className={styles.words}>
        {view.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className={styles.note}>
        Filled: done; a stroke over it: late; outlined: planned; crossed: missed. Next day: whether therapy was held on the day after the dose.{" "}
        <Link href="/how-it-counts#adherence" prefetch={false}>
          How it is counted
        </Link>
      </p>
    </Card>
  );
}
