import { Card } from "@/components/ui/card";
import type { ShownCohort } from "./shown";
import styles from "./cohort.module.css";
import { count } from "./figure-words";

/** From all courses to those counted: who was left out, why, and how many were left. */
export function FlowSteps({ flow }: { flow: ShownCohort["flow"] }) {
  const steps = flow.leftOut.filter(({ n }) => n !== 0);
  const all = flow.all ?? 0;
  const width = (n: number | null) => `${all > 0 && n !== null ? (100 * n) / all : 0}%`;
  return (
    <Card title="Who is counted">
      <ol className={styles.flow}>
        <li>
          <b>{count(flow.all)}</b> <span>courses in all</span>
          <Bar of={width(flow.all)} />
        </li>
        {steps.map(({ reason, words, n, remaining }) => (
          <li key={reason}>
            <b>{n === null ? "withheld" : `−${count(n)}`}</b> <span>{words}</span> <em>{remaining === null ? "" : `${count(remaining)} left`}</em>
            <Bar of={width(remaining)} />
          </li>
        ))}
        <li className={styles.counted}>
          <b>{count(flow.counted)}</b> <span>{flow.counted === 1 ? "patient counted, once" : "patients counted, each once"}</span>
        </li>
      </ol>
    </Card>
  );
}

// Drawn, not styled: the content security policy takes no style from an attribute.
function Bar({ of }: { of: string }) {
  return (
    <svg className={styles.bar} aria-hidden="true">
      <rect width={of} height="4" rx="2" />
    </svg>
  );
}
