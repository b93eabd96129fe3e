import { Card } from "@/components/ui/card";
import { RCI_LIMIT, RCI_SLACK } from "@/lib/change/jacobson-truax";
import { LEAST_REAL_POINTS } from "@/lib/change/pcl-5-rules";
import { Facts } from "./facts";
import { Sourced } from "./sourced";
import styles from "./textbook.module.css";

/** How two scores become a verdict. */
export function CountingChange() {
  return (
    <Card title="Change">
      <div className={styles.blocks}>
        <Sourced id="change" name="What is counted">
          Later minus earlier, in points of the total; lower is better, so a negative change is an improvement. Counted within one measure and one recall
          window, from the reference above, between complete forms (or forms completed by a published rule) only.
        </Sourced>
        <Sourced
          id="reliable-change"
          name="Reliable change"
          source="Jacobson NS, Truax P (1991). Clinical significance. Journal of Consulting and Clinical Psychology 59:12–19."
        >
          A published threshold is compared in points, inclusive. A computed one follows Jacobson and Truax: SEM = SD · √(1 − r); S_diff = √2 · SEM; RCI =
          change / S_diff; reliable where |RCI| ≥ {RCI_LIMIT}, inclusive, with a slack of {RCI_SLACK} for ties. SD, r and the kind of r stand beside
          every such rule: r moves the threshold more than anything else.
        </Sourced>
        <div id="verdicts" className={styles.block}>
          <h3>Verdicts, the first that fits</h3>
          <Facts
            facts={[
              ["Reliably worse", "The score rose by the rule’s points or more. No end state need be crossed."],
              ["Recovered", "It fell by the rule’s points or more, from above the rule’s end state to it or below. Only rules with an end state can say so."],
              ["Reliably improved", "It fell by the rule’s points or more."],
              [
                "Improved below reliability",
                `It fell by less than that, but by at least the least change a source calls likely real: ${LEAST_REAL_POINTS} points on the PCL-5 (Blanchard 2023, doi 10.1002/jts.22975). Only where such a source exists.`,
              ],
              ["No reliable change", "Everything else, in either direction."],
            ]}
          />
          <p className={styles.source}>The words follow the paper: where it says “likely real”, so does the verdict, and it is not called reliable.</p>
        </div>
        <Sourced id="response" name="Response and end state">
          A response threshold (a fall of so many points, or per cent of the score it is counted from) is met or not met and is never called reliable; in
          per cent of 0 it cannot be judged. An end state is met by the later score alone. Each rule with its population and source stands with its measure.
        </Sourced>
      </div>
    </Card>
  );
}
