import type { CaseloadRow } from "@/lib/schemas/caseload";
import styles from "./caseload.module.css";
import { None } from "./none";
import { Unbroken } from "./unbroken";

/** Why a row calls for attention, the most urgent first. What is overdue is said beside what is due. */
export function CaseloadAttention({ attention }: Pick<CaseloadRow, "attention">) {
  const reasons = attention.filter(({ id }) => id !== "overdue");
  if (reasons.length === 0) return attention.length === 0 ? <None /> : <span className={styles.quiet}>Overdue</span>;
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ id, words }) => (
        <li key={words} data-id={id}>
          {id === "safety" && <strong>Safety prompt open. </strong>}
          <Unbroken words={words} />
        </li>
      ))}
    </ul>
  );
}
