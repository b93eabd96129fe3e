import Link from "next/link";
import type { Ref } from "react";
import { SessionMark } from "@/components/course/session-mark";
import { Pill } from "@/components/ui/pill";
import type { TodayRow } from "./today-view";
import styles from "./today.module.css";

/** One row of the day: when, who, what, how far it has come. `ref`: the link to its patient. */
export function TodayItem({ row, ref }: { row: TodayRow; ref: Ref<HTMLAnchorElement> }) {
  const { when, patient, what, href, kind, state, note } = row;
  return (
    <li className={styles.row}>
      <span className={styles.when}>{when}</span>{" "}
      <span className={styles.who}>
        <Link ref={ref} href={patient.href} prefetch={false}>
          {patient.name}
        </Link>{" "}
        <span className={styles.number}>{patient.recordNumber}</span>
      </span>{" "}
      <span className={styles.what}>
        {kind !== "measure" && <SessionMark kind={kind} />}
        <Link href={href} prefetch={false} aria-label={`${what}, ${patient.name}`}>
          {what}
        </Link>
      </span>{" "}
      <span className={styles.state}>
        {state && <Pill tone={state.tone}>{state.words}</Pill>} {note && <span className={styles.soft}>{note}</span>}
      </span>
    </li>
  );
}
