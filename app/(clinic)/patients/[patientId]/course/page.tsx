import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { randomUUID } from "node:crypto";
import { CourseEnded } from "@/components/course/course-ended";
import { CourseForm } from "@/components/course/course-form";
import { CourseMeasures } from "@/components/course/course-measures";
import { CourseStart } from "@/components/course/course-start";
import { EarlierCourses } from "@/components/course/earlier-courses";
import { EndCourse } from "@/components/course/end-course";
import { endWords } from "@/components/course/end-words";
import { PlannedDone } from "@/components/course/planned-done";
import { plannedView } from "@/components/course/planned-view";
import { SessionList } from "@/components/course/session-list";
import { sittingHref } from "@/components/measures/sitting";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { calendarDay } from "@/lib/course/calendar";
import { courseInFull } from "@/lib/course/course";
import { measureNames } from "@/lib/course/due-words";
import { due } from "@/lib/course/due";
import { planFor } from "@/lib/course/measure-plan";
import { zoneName } from "@/lib/dates";
import { readCourse } from "@/lib/records/courses";
import { uuidOr404 } from "../../uuid";

export const metadata: Metadata = { title: "Course" };

interface CoursePageProps {
  params: Promise<{ patientId: string }>;
  searchParams: Promise<{ new?: string }>;
}

export default async function CoursePage({ params, searchParams }: CoursePageProps) {
  const patientId = uuidOr404((await params).patientId);
  const base = `/patients/${patientId}`;
  const viewer = await requireViewer(`${base}/course`, "treat");
  const found = await readCourse(viewer, patientId);
  if (!found) notFound();

  const { name, recordNumber, course, sessions, earlier } = found;
  const { settings, timeZone } = viewer.organisation;
  const { email } = viewer;
  const keeper = keeperOf(viewer);
  const zone = course?.timeZone ?? timeZone;
  const now = new Date();
  const today = calendarDay(now, zone);
  const starting = course === null || (course.ended !== null && "new" in (await searchParams));
  const active = course && course.ended === null;
  const followed = course && { ...course.followed, plan: planFor(course.measurePlan, settings), today, now };
  const dueNow = followed ? due(followed).dueNow : [];
  const sitting = dueNow.length > 0 ? dueNow : settings.measures.slice(0, 1);
  const planned = sessions.filter(({ status }) => status === "planned").length;
  return (
    <>
      <PageHead
        title={starting ? "Plan a course" : "Course"}
        facts={[name, recordNumber]}
        actions={
          <>
            {active && <EndCourse key={course.fields.version} courseId={course.id} version={course.fields.version} startDate={course.fields.startDate} today={today} planned={planned} zone={zone} email={email} keeper={keeper} />}
            <LinkButton look="secondary" href={base}>
              Back to the chart
            </LinkButton>
          </>
        }
      />
      {starting || followed === null ? (
        <Card title="Treatment">
          <CourseStart courseId={randomUUID()} patientId={patientId} templates={settings.templates} closed={settings.closed} today={today} zone={zone} cancelHref={base} email={email} keeper={keeper} />
        </Card>
      ) : (
        <>
          {course.ended && <CourseEnded courseId={course.id} version={course.fields.version} words={`${endWords(course.ended)}.`} anotherHref={`${base}/course?new`} email={email} />}
          <PlannedDone view={plannedView(followed)} />
          <SessionList
            key={`${course.id} ${course.fields.version}`}
            courseId={course.id}
            course={course.fields}
            sessions={sessions}
            today={today}
            zone={zone}
            zoneWords={`clinic time, ${zoneName(zone)}`}
            base={base}
            record={{ words: `Record ${measureNames(sitting)}`, href: sittingHref(base, sitting) }}
            closed={settings.closed}
            email={email}
            keeper={keeper}
          />
          <CourseMeasures course={course} settings={settings} today={today} now={now} zone={zone} email={email} keeper={keeper} />
          <Card title="Treatment" screenOnly>
            <CourseForm courseId={course.id} patientId={patientId} course={course.fields} zone={zone} email={email} keeper={keeper} />
          </Card>
        </>
      )}
      <EarlierCourses courses={starting && course ? [{ ...course, treatment: courseInFull(course.fields), startDate: course.fields.startDate }, ...earlier] : earlier} chartHref={base} />
    </>
  );
}
