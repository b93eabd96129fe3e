import { Card } from "@/components/ui/card";
import { SUDDEN_POINTS_OFFERED, SUDDEN_SHARE, T_975 } from "@/lib/change/sudden-gains";
import { LEAST_PLACES, STEP_TOLERANCE_DAYS, WEEK_DAYS } from "@/lib/change/weekly-series";
import { plain } from "@/lib/change/signed";
import { Facts } from "./facts";
import { Sourced } from "./sourced";
import styles from "./textbook.module.css";

const tang =
  "Tang TZ, DeRubeis RJ (1999). Sudden gains and critical sessions in cognitive-behavioral therapy for depression. Journal of Consulting and Clinical " +
  "Psychology 67:894–904; in the form of the R package suddengains 0.7.2 (Wiedemann et al. 2020, PLOS ONE 15:e0230276).";
const t = Object.entries(T_975)
  .map(([df, value]) => `${plain(value, 3)} for ${df}`)
  .join(", ");

/** Sudden gains and losses: the three criteria, and the scores they may be asked of. */
export function CountingSudden({ points }: { points: number }) {
  return (
    <Card id="sudden-gains" title="Sudden gains and losses">
      <div className={styles.blocks}>
        <div id="sudden-criteria" className={styles.block}>
          <h3>From one session to the next, x[n] to x[n + 1], all three</h3>
          <Facts
            facts={[
              ["1 Points", `A fall of ${points} points or more (this clinic’s number; ${SUDDEN_POINTS_OFFERED.join(" or ")} are usual; no published figure for the PCL-5 was found).`],
              ["2 Share", `A fall of ${SUDDEN_SHARE * 100} % of x[n] or more.`],
              [
                "3 Means",
                `The mean of up to three scores before (n − 2 to n) less the mean of up to three after (n + 1 to n + 3) is more than t · √(((n₁ − 1)s₁² + (n₂ − 1)s₂²) / (n₁ + n₂ − 2)), with at least two scores on each side; t = t(.975): ${t} degrees of freedom.`,
              ],
            ]}
          />
          <p className={styles.source}>{tang} A textbook Student t, with √(1/n₁ + 1/n₂), also circulates and is not used.</p>
        </div>
        <Sourced id="sudden-testable" name="Not testable">
          Where a criterion cannot be worked out, the interval cannot be tested, which is not a “no”. The first interval and the last never can: one side has
          a single score.
        </Sourced>
        <Sourced id="sudden-reversal" name="Losses and reversal" source="The package’s second criterion for losses holds for every rise; here a loss needs the same share as a gain.">
          A loss is the mirror image. A gain is reversed by a later score above x[n + 1] and half the fall, a loss by one below.
        </Sourced>
        <Sourced id="sudden-series" name="The scores it is asked of" source="The tolerance is ours: no published one was found.">
          One measure and one recall window, about {WEEK_DAYS} days apart: steps of {WEEK_DAYS - STEP_TOLERANCE_DAYS} to {WEEK_DAYS + STEP_TOLERANCE_DAYS} days,
          or that much off 2, 3 … weeks with the weeks between left empty. Forms that come sooner (24 h after a dose) are left out, past-day forms always. A run
          of fewer than {LEAST_PLACES} places has nothing to test.
        </Sourced>
        <Sourced id="sudden-meaning" name="What it says">
          Where scores moved, after the fact. An association only: it does not say why.
        </Sourced>
      </div>
    </Card>
  );
}
