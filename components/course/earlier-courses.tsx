import Link from "next/link";
import { Card } from "@/components/ui/card";
import { RowList } from "@/components/ui/row-list";
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
  const rows = courses.map(({ id, treatment, startDate, ended }) => ({
    key: id,
    title: (
      <Link href={`${chartHref}?course=${id}`} prefetch={false}>
        {treatment}
      </Link>
    ),
    facts: [`Started on ${dayInWords(startDate)}`, ended ? endWords(ended) : "Not ended"],
  }));
  return (
    <Card title="Earlier courses">
      <RowList name="Earlier courses" rows={rows} />
    </Card>
  );
}
