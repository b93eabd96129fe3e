import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import type { Rule } from "@/lib/change/rule";
import type { Measure } from "@/lib/measures/measure";
import { Facts } from "./facts";
import { bandsInShort, formsInShort, rangeInShort, rightsInShort } from "./measure-words";
import styles from "./textbook.module.css";

interface MeasureCardProps {
  measure: Measure;
  /** The rule this clinic judges its change by; null where none is known. */
  rule: Rule | null;
  /** Whether this clinic records it. */
  on: boolean;
}

export function MeasureCard({ measure, rule, on }: MeasureCardProps) {
  const page = `/measures/${measure.id}`;
  return (
    <Card>
      <div className={styles.block}>
        <h3 className={styles.name}>
          <Link href={page} prefetch={false}>
            {measure.short}
          </Link>
          {measure.title !== measure.short && <span className={styles.short}>{measure.title}</span>}
          <Pill tone={on ? "measure" : "plain"}>{on ? "Recorded here" : "Not recorded here"}</Pill>
        </h3>
        <p>{measure.purpose}</p>
        <Facts
          facts={[
            [measure.entry === "result" ? "Results" : "Range", rangeInShort(measure)],
            ["Asks about", formsInShort(measure)],
            ["Bands", bandsInShort(measure)],
            ["Change", rule === null ? "No rule found" : <Link href={`${page}#${rule.id}`} prefetch={false}>{rule.name}</Link>],
            ["Rights", <>{rightsInShort(measure)} <Link href={`${page}#rights`} prefetch={false}>Rights of the {measure.short}</Link></>],
          ]}
        />
      </div>
    </Card>
  );
}
