import { Card } from "@/components/ui/card";
import { Sourced } from "./sourced";
import styles from "./textbook.module.css";

/** What is scored, what is due, and where anything is rounded. */
export function CountingForms() {
  return (
    <Card title="Forms, reminders and rounding">
      <div className={styles.blocks}>
        <Sourced id="missing" name="Missing answers">
          An unanswered item is never taken as 0, and 0 is an answer. An incomplete form is kept and has no total, no verdict and no place in a window,
          unless its publisher has a rule for missing items; each measure’s page says which. A subscale is still given where all of its own items are
          answered.
        </Sourced>
        <Sourced id="due" name="Due and overdue" source="Ours: no published rule says when a reminder is late.">
          The course’s plan names the measures for each occasion. An occasion opens before its due day and closes when the next one opens; unfulfilled, it
          is overdue from the day after it was due. A session still marked planned is overdue from the day after its date. It is a list of things to
          record and no judgement of care.
        </Sourced>
        <Sourced id="rounding" name="Rounding">
          Calculations carry full double precision. Only what is shown is rounded, half up, away from zero for negative numbers. Where a published scoring
          rule itself rounds (a prorated total, a percentage), it rounds half up before anything else is done with the score.
        </Sourced>
      </div>
    </Card>
  );
}
