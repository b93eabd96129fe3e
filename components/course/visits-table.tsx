import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { attendanceWords, homeworkWords } from "@/lib/course/therapy-session";
import type { VisitRecord } from "./visit-words";
import styles from "./visit.module.css";

interface VisitsTableProps {
  /** The one whose page this is. */
  here: string;
  base: string;
  sessions: readonly {
    id: string;
    name: string;
    when: string;
    record: VisitRecord | null;
  }[];
}

const none = <span aria-label="not recorded">–</span>;
const rating = (given: number | null | undefined) => given ?? none;

/** The therapy sessions that took place, with what was recorded of each. */
export function VisitsTable({ here, base, sessions }: VisitsTableProps) {
  return (
    <DataTable caption="Therapy sessions of this course">
      <thead>
        <tr>
          <th scope="col">Session</th>
          <th scope="col" data-number>
            Protocol
          </th>
          <th scope="col">Attendance</th>
          <th scope="col">Homework</th>
          <th scope="col" data-number>
            SUDS before
          </th>
          <th scope="col" data-number>
            Peak
          </th>
          <th scope="col" data-number>
            End
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ id, name, when, record }) => (
          <tr key={id} className={id === here ? styles.here : undefined}>
            <th scope="row" className={styles.session}>
              {id === here ? name : <Link href={`${base}/visits/${id}`}>{name}</Link>} <span className={styles.soft}>{when}</span>
            </th>
            <td data-number>{rating(record?.protocolSession)}</td>
            <td>{record ? attendanceWords[record.attendance] : none}</td>
            <td>{record?.homework ? homeworkWords[record.homework] : none}</td>
            <td data-number>{rating(record?.sudsBefore)}</td>
            <td data-number>{rating(record?.sudsPeak)}</td>
            <td data-number>{rating(record?.sudsEnd)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
