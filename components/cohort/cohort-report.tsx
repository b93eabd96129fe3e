import { Card } from "@/components/ui/card";
import { LEAST_CELL } from "@/lib/cohort/small-cells";
import type { ShownCohort } from "./shown";
import styles from "./cohort.module.css";
import { CompletenessTable } from "./completeness-table";
import { DosesTable } from "./doses-table";
import { count, share } from "./figure-words";
import { FlowSteps } from "./flow-steps";
import { GrowthWords } from "./growth-words";
import { MeanChart } from "./mean-chart";
import { OutcomesTable } from "./outcomes-table";
import { PartsTable } from "./parts-table";
import { SuddenTable } from "./sudden-table";
import { SurvivalChart } from "./survival-chart";
import { SurvivalTable } from "./survival-table";
import { WindowsTable } from "./windows-table";

interface CohortReportProps {
  result: ShownCohort;
  lines: readonly (readonly (readonly [week: number, total: number])[])[];
  measure: { short: string; min: number; max: number };
}

/** Who is drawn one by one: all, or some of them, and then the same each time. */
function drawn(some: number, counted: number | null): string {
  return counted === null || some === counted ? `${some} single patients` : `${some} of the ${count(counted)} patients, picked by lot`;
}

/** A group's figures, each picture beside the table that says the same. */
export function CohortReport({ result, lines, measure }: CohortReportProps) {
  const { windows, growth, firstImprovement, rule, sudden, clusters, items, doses } = result;
  return (
    <>
      <FlowSteps flow={result.flow} />
      <Card title={`${measure.short} over the course`}>
        <div className={styles.stack}>
          <MeanChart windows={windows} growth={growth.line} lines={lines} measure={measure} />
          <p className={styles.soft}>
            The line joins the means of each window, the band is their 95 % interval{growth.line.length > 0 ? ", the dashes are the growth curve" : ""}
            {lines.length > 0 ? `; behind them ${drawn(lines.length, result.flow.counted)}` : ""}. n is
            how many are scored in a window, and differs from window to window; a mean of fewer than {LEAST_CELL} is hollow, joined by dots and outside the band.
          </p>
          <WindowsTable result={result} />
          <p className={styles.soft}>g: Hedges’ g of the paired change, exact correction for small samples; negative is improvement. r: correlation of baseline and later score.</p>
          <GrowthWords growth={growth} />
        </div>
      </Card>
      <Card title="Response and remission">
        <div className={styles.stack}>
          <OutcomesTable outcomes={result.outcomes} windows={windows} />
          <p className={styles.soft}>Observed: those with a score in the window. All due: who should have one and has not is counted as not met.</p>
        </div>
      </Card>
      {firstImprovement !== null && rule !== null && (
        <Card title="Time to first reliable improvement">
          <div className={styles.stack}>
            {firstImprovement.n === null ? (
              <p>Withheld.</p>
            ) : (
              <>
                <SurvivalChart survival={firstImprovement} />
                <p>
                  {firstImprovement.events} of {firstImprovement.n} improved by {rule.name}. {firstImprovement.median === null ? "Half was not reached." : `Half had by day ${firstImprovement.median}.`} Kaplan–Meier with log-log
                  interval; who was last assessed without having improved leaves the count on that day.
                </p>
                <SurvivalTable survival={firstImprovement} />
              </>
            )}
          </div>
        </Card>
      )}
      <Card title="Completeness">
        <CompletenessTable completeness={result.completeness} windows={windows} />
      </Card>
      {sudden !== null && sudden.steps.length > 0 && (
        <Card title="Sudden gains">
          <div className={styles.stack}>
            <p>At least one sudden gain ({sudden.points} points or more) in {share(sudden.withGain)} of the patients in whom a step can be tested.</p>
            <SuddenTable sudden={sudden} />
          </div>
        </Card>
      )}
      {clusters.length > 0 && (
        <Card title="Clusters and items">
          <div className={styles.stack}>
            <PartsTable caption="Clusters by window" windows={windows} parts={clusters.map(({ id, name, max, windows: own }) => ({ key: id, words: `${id} ${name}, of ${max}`, windows: own }))} />
            <PartsTable caption="Items by window" windows={windows} parts={items.map(({ number: item, label, windows: own }) => ({ key: String(item), words: `${item} ${label}`, windows: own }))} />
          </div>
        </Card>
      )}
      {doses.length > 0 && (
        <Card title="Doses">
          <div className={styles.stack}>
            <DosesTable doses={doses} />
            {result.definition.filters.medicine === null && <p>Where both ketamine and esketamine were given, their milligrams are taken together here, and are not the same thing: choose a medicine to see its own.</p>}
          </div>
        </Card>
      )}
    </>
  );
}
