import Link from "next/link";
import { Pill } from "@/components/ui/pill";
import type { CaseloadRow as Row } from "@/lib/schemas/caseload";
import styles from "./caseload.module.css";
import { Sparkline } from "./sparkline";

export function CaseloadRow({ row, max }: { row: Row; max: number }) {
  const { latest, change } = row;
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.patient}>
        <Link href={`/patients/${row.id}`} prefetch={false}>
          {row.name}
        </Link>
        <small>{row.recordNumber}</small>
        {row.draft !== null && <Pill tone="event">{row.draft}</Pill>}
      </th>
      <td className={styles.course}>
        {row.course ?? <span className={styles.quiet}>No course yet</span>}
        {row.day !== null && row.of !== null && (
          <small className={styles["day-below"]}>
            Day {row.day} of {row.of}
          </small>
        )}
      </td>
      <td className={styles["day-column"]}>
        {row.day !== null && row.of !== null ? `${row.day} / ${row.of}` : <None />}
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
      </td>
      <td className={styles.change} data-empty={latest === null || undefined}>
        {change === null ? (
          <span className={styles.quiet}>{latest === null ? <None /> : "One score so far"}</span>
        ) : (
          <>
            <span className={styles.points}>{signed(change.points)}</span>
            <span>
              <Pill tone={change.tone}>{change.words}</Pill>
              {change.since === "first" && <small>since the first score</small>}
            </span>
          </>
        )}
      </td>
      <td className={styles.next} data-empty={(row.overdue === null && row.next === null) || undefined}>
        {row.overdue !== null && <span className={styles.overdue}>Overdue: {row.overdue}</span>}
        {row.next !== null && <span className={row.dueToday ? styles.today : undefined}>{row.next}</span>}
        {row.overdue === null && row.next === null && <None />}
      </td>
    </tr>
  );
}

function None() {
  return (
    <span className={styles.quiet}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">none</span>
    </span>
  );
}

function signed(points: number): string {
  if (points === 0) return "0";
  return points < 0 ? `−${-points}` : `+${points}`;
}
