import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { Pooled } from "@/lib/cohort/pooling/pool";
import { groupsWords, metricWords, type Compared } from "@/lib/cohort/studies/compare";
import styles from "./cohort.module.css";
import { AloneTable } from "./alone-table";
import { between, number } from "./figure-words";
import { ForestPlot } from "./forest-plot";
import { ForestTable } from "./forest-table";

interface CompareCardProps {
  kinds: readonly Compared[];
  withheld: readonly string[];
  /** Of own teams: "Week 4". */
  at: string;
  /** The short name of a measure by its id. */
  shortOf: (measure: string) => string;
}

/** Own teams beside published studies, a forest for each kind of effect; kinds of which there is one only share a table. */
export function CompareCard({ kinds, withheld, at, shortOf }: CompareCardProps) {
  const wordsOf = ({ groups, measure, metric }: Compared) => `${groupsWords[groups]}, ${shortOf(measure)}, ${metricWords[metric]}`;
  const several = kinds.filter(({ rows }) => rows.length > 1);
  const alone = kinds.filter(({ rows }) => rows.length === 1);
  return (
    <Card title="Compare">
      <div className={styles.stack}>
        <p>
          Own teams at {at} beside published studies. Change within a group and differences between groups are different things and are never
          averaged together. Negative is improvement. What is observed in an uncontrolled group is not the effect of a treatment.
        </p>
        <div>
          <LinkButton look="secondary" href="/cohort/studies">Studies: see and enter</LinkButton>
        </div>
        {withheld.length > 0 && <p className={styles.soft}>Withheld because a group is small, or would give one away: {withheld.join(", ")}.</p>}
        {several.map((kind) => {
          const words = wordsOf(kind);
          return (
            <section key={words} className={styles.stack}>
              <h3>{words}</h3>
              <ForestPlot kind={kind} words={words} />
              <ForestTable kind={kind} words={words} />
              {kind.pooled !== null && kind.pooled.k > 1 && <p>{pooledWords(kind.pooled)}</p>}
              <p className={styles.soft}>In R, with the effects exported above:</p>
              <pre className={styles.code}>{kind.line}</pre>
            </section>
          );
        })}
        {alone.length > 0 && <AloneTable kinds={alone.map((kind) => ({ ...kind, words: wordsOf(kind) }))} />}
      </div>
    </Card>
  );
}

function chance(p: number | null): string {
  return p !== null && p < 0.001 ? "p below 0.001" : `p ${number(p, 3)}`;
}

const methodWords = { REML: "random effects by REML", DL: "random effects after DerSimonian and Laird", fixed: "fixed effect" } as const;
const testWords = { wald: "Wald interval", "hartung-knapp": "Hartung–Knapp interval", "hartung-knapp-ad-hoc": "Hartung–Knapp interval with ad hoc truncation" } as const;

function pooledWords({ k, method, estimate, interval, prediction, q, tau2, tauInterval, i2 }: Pooled): string {
  const wide = prediction === null ? "" : ` A further one may lie at ${between(prediction, 2)} (t, k − 2).`;
  const apart = i2 === null ? "" : ` I² ${number(i2.byTau)} % by τ², ${number(i2.byQ)} % by Q.`;
  return `Mean of ${k}, ${methodWords[method.tau]}, ${testWords[method.test]}: ${number(estimate, 2)} (${between(interval, 2)}).${wide} Q ${number(q.value, 2)} with ${q.df} df, ${chance(q.p)}; τ² ${number(tau2, 3)} (Q-profile ${between(tauInterval, 3)}).${apart}`;
}
