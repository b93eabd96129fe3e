import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { calendarDay } from "@/lib/course/calendar";
import { dayInWords } from "@/lib/dates";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import { recallWords, type Recall } from "@/lib/measures/recall";

interface PreviousCourseProps {
  previous: { id: string; timeZone: string; endedAt: Date; last: { recall: Recall; total: number; at: Date } | null };
  /** The chart's address; "?course=…" is added. */
  chartHref: string;
}

/** Above a chart that began anew: how the course before it ended, and the way to its own chart. */
export function PreviousCourse({ previous, chartHref }: PreviousCourseProps) {
  const { id, timeZone, endedAt, last } = previous;
  const day = (at: Date) => dayInWords(calendarDay(at, timeZone));
  return (
    <Notice title="Earlier course:" action={<LinkButton look="secondary" href={`${chartHref}?course=${id}`}>The earlier chart</LinkButton>}>
      ended {day(endedAt)}, {last ? `last ${pcl5.short} ${last.total} (${recallWords[last.recall]}) on ${day(last.at)}` : `no ${pcl5.short} scored`}
    </Notice>
  );
}
