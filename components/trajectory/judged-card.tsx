import Link from "next/link";
import type { Keeper } from "@/components/begun/keeper";
import { Card } from "@/components/ui/card";
import { BaselineButton } from "./baseline-button";
import styles from "./judged-card.module.css";
import type { JudgedSeries } from "./judged-view";
import { RulesCompared } from "./rules-compared";
import { SuddenGains } from "./sudden-gains";
import type { SuddenView } from "./sudden-view";

interface JudgedCardProps {
  series: readonly JudgedSeries[];
  sudden: SuddenView | null;
  /** Null before there is a course: a baseline is chosen for a course. */
  courseId: string | null;
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

/** What change is counted from, by whose definition, and what every rule that fits says of it. */
export function JudgedCard({ series, sudden, courseId, ...kept }: JudgedCardProps) {
  if (series.length === 0) return null;
  return (
    <div className={styles.judged}>
      <Card title="How change is counted">
        <ul className={styles.list}>
          {series.map((each, index) => (
            <li key={`${each.measure} ${each.recall}`}>
              <Counted series={each} courseId={courseId} {...kept} />
              {index === 0 && sudden !== null && <SuddenGains sudden={sudden} />}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function Counted({ series, courseId, ...kept }: Pick<JudgedCardProps, "courseId" | "zone" | "email" | "keeper"> & { series: JudgedSeries }) {
  const { short, name, span, rules, page, otherRules, baseline, chosen, definition } = series;
  return (
    <>
      <div className={styles.line}>
        <div>
          <h3 className={styles.name}>
            {short}, {name}
          </h3>
          <p>
            {chosen === null ? "Counted from" : "Counted from the chosen baseline,"} <strong>{baseline}</strong>.{" "}
            <span className={styles.soft}>
              {chosen === null ? definition : `“${chosen.reason}” ${chosen.by}.`}{" "}
              <Link href="/how-it-counts#baseline" prefetch={false}>
                Definition
              </Link>
            </span>
          </p>
        </div>
        {courseId !== null && series.choices.length > 1 && (
          <div className={styles.set}>
            <BaselineButton
            courseId={courseId}
            {...kept}
            series={{ measure: series.measure, recall: series.recall, title: `${short}, ${name}` }}
            choices={series.choices}
            chosenId={series.chosenId}
            />
          </div>
        )}
      </div>
      {rules.length > 0 && <RulesCompared series={{ short, name, span, rules, page, otherRules }} />}
    </>
  );
}
