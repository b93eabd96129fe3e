import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { dayInWords } from "@/lib/dates";
import { endWords, type Ended } from "./end-words";

interface EarlierCoursesProps {
  courses: readonly { id: string; treatment: string; startDate: string; ended: Ended | null }[];
  /** The chart's address; "?course=…" is added. */
  chartHref: string;
}

/** The courses before this one, each with its own chart. */
export function EarlierCourses({ courses, chartHref }: EarlierCoursesProps) {
  if (courses.length === 0) return null;
  return (
    <Card title="Earlier courses">
      <DataTable caption="Earlier courses">
        <thead>
          <tr>
            <th scope="col">Treatment</th>
            <th scope="col">Started</th>
            <th scope="col">Ended</th>
          </tr>
        </thead>
        <tbody>
          {courses.map(({ id, treatment, startDate, ended }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`${chartHref}?course=${id}`} prefetch={false}>
                  {treatment}
                </Link>
              </th>
              <td>{dayInWords(startDate)}</td>
              <td>{ended ? endWords(ended) : "Not ended"}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Card>
  );
}
