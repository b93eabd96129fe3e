import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { randomUUID } from "node:crypto";
import { CourseMeasures } from "@/components/course/course-measures";
import { CourseForm } from "@/components/course/course-form";
import { SessionList } from "@/components/course/session-list";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/gate";
import { calendarDay } from "@/lib/course/calendar";
import { zoneName } from "@/lib/dates";
import { readCourse } from "@/lib/records/courses";
import { uuidOr404 } from "../../uuid";

export const metadata: Metadata = { title: "Course" };

export default async function CoursePage({ params }: { params: Promise<{ patientId: string }> }) {
  const patientId = uuidOr404((await params).patientId);
  const base = `/patients/${patientId}`;
  const viewer = await requireViewer(`${base}/course`, "clinician");
  const found = await readCourse(viewer, patientId);
  if (!found) notFound();

  const { name, recordNumber, course, sessions } = found;
  const zone = course?.timeZone ?? viewer.organisation.timeZone;
  const now = new Date();
  const today = calendarDay(now, zone);
  const fresh = { therapy: "pe", therapyName: "", medicine: "none", route: "none", startDate: today, plannedWeeks: 4, version: 0 } as const;
  return (
    <>
      <PageHead
        title={course ? "Course" : "Plan a course"}
        facts={[name, recordNumber]}
        actions={
          <LinkButton look="secondary" href={base}>
            Back to the chart
          </LinkButton>
        }
      />
      {course && (
        <SessionList
          key={`${course.id} ${sessions.length}`}
          courseId={course.id}
          course={course.fields}
          sessions={sessions}
          today={today}
          zoneWords={`clinic time, ${zoneName(zone)}`}
          recordHref={`${base}/record`}
          email={viewer.email}
        />
      )}
      {course && <CourseMeasures course={course} settings={viewer.organisation.settings} today={today} now={now} email={viewer.email} />}
      <Card title="Treatment">
        <CourseForm courseId={course?.id ?? randomUUID()} patientId={patientId} course={course?.fields ?? fresh} cancelHref={base} email={viewer.email} />
      </Card>
    </>
  );
}
