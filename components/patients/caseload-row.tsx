import Link from "next/link";
import { Pill } from "@/components/ui/pill";
import type { CaseloadRow as Row } from "@/lib/schemas/caseload";
import { CaseloadAttention } from "./caseload-attention";
import styles from "./caseload.module.css";
import { None } from "./none";
import { Sparkline } from "./sparkline";
import { Unbroken } from "./unbroken";

export function CaseloadRow({ row, max }: { row: Row; max: number }) {
  const { latest, change, beside, overdue } = row;
  return (
    <tr className={styles.row} data-calls={row.attention[0]?.id === "safety" || undefined}>
      <th scope="row" className={styles.patient}>
        <Link href={`/patients/${row.id}`} prefetch={false}>
          {row.name}
        </Link>
        <small>{row.recordNumber}</small>
        {row.drafts.map((draft) => (
          <Pill key={draft} tone="event">
            {draft}
          </Pill>
        ))}
      </th>
      <td className={styles.course}>
        {row.course ?? <span className={styles.quiet}>No course yet</span>}
        {row.standing !== null && <small>{row.standing}</small>}
        {row.day !== null && row.of !== null && (
          <small>
            Day {row.day} of {row.of}
          </small>
        )}
      </td>
      <td className={styles.spark}>
        <Sparkline points={row.spark} cut={row.cut} max={max} />
      </td>
      <td className={styles.number}>
        {latest === null ? (
          <None />
        ) : (
          <>
            <strong>{latest.total}</strong>
            <small>
              past {latest.recall}, <span>{latest.date}</span>
            </small>
          </>
        )}
        {beside !== null && (
          <small>
            {beside.short} {beside.total}, <span>{beside.date}</span>
          </small>
        )}
      </td>
      <td className={styles.change} data-empty={latest === null || undefined}>
        {change === null ? (
          <span className={styles.quiet}>{latest === null ? <None /> : "One score so far"}</span>
        ) : (
          <>
            <span className={styles.points}>{signed(change.points)}</span>
            <span>
              <Pill tone={change.tone}>{change.words}</Pill>
              {change.since !== "baseline" && <small>since the {change.since === "first" ? "first score" : "chosen baseline"}</small>}
            </span>
          </>
        )}
      </td>
      <td className={styles.attention} data-empty={row.attention.every(({ id }) => id === "overdue") || undefined}>
        <CaseloadAttention attention={row.attention} />
      </td>
      <td className={styles.next} data-empty={(overdue === null && row.next === null) || undefined}>
        {overdue !== null && (
          <span className={styles.overdue}>
            <b>
              Overdue {overdue.days} {overdue.days === 1 ? "day" : "days"}
            </b>{" "}
            · <Unbroken words={overdue.what} />
          </span>
        )}
        {row.next !== null && (
          <span className={row.dueToday ? styles.today : undefined}>
            <Unbroken words={row.next.what} /> · <span className={styles.unbroken}>{row.next.when}</span>
          </span>
        )}
        {overdue === null && row.next === null && <None />}
      </td>
    </tr>
  );
}

function signed(points: number): string {
  if (points === 0) return "0";
  return points < 0 ? `−${-points}` : `+${points}`;
}
