import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientHeading } from "@/components/patients/patient-heading";
import { TrajectoryBoard } from "@/components/trajectory/trajectory-board";
import { trajectoryView } from "@/components/trajectory/view";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { ShortcutLink } from "@/components/ui/shortcut-link";
import { VoidedForms } from "@/components/measures/voided-forms";
import { requireViewer } from "@/lib/auth/gate";
import { ruleFor } from "@/lib/change/rules";
import { trajectory } from "@/lib/change/trajectory";
import { calendarDay } from "@/lib/course/calendar";
import { courseInFull } from "@/lib/course/course";
import { dayOfCourse } from "@/lib/course/day-of-course";
import { planFor } from "@/lib/course/measure-plan";
import { ageOn, instantInWords } from "@/lib/dates";
import { findMeasure } from "@/lib/measures/measures";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import { openChart } from "@/lib/records/chart";
import { fullName } from "@/lib/records/patients";
import { uuidOr404 } from "../uuid";

export const metadata: Metadata = { title: "Patient" };

export default async function PatientPage({ params }: { params: Promise<{ patientId: string }> }) {
  const patientId = uuidOr404((await params).patientId);
  const base = `/patients/${patientId}`;
  const viewer = await requireViewer(base, "clinician");
  const chart = await openChart(viewer, patientId);
  if (!chart) notFound();

  const { patient, course, sessions, assessments, drafts, voided } = chart;
  const draft = drafts.find(({ measure }) => measure === pcl5.id);
  const now = new Date();
  const timeZone = course?.timeZone ?? viewer.organisation.timeZone;
  const rule = ruleFor(pcl5.id, viewer.organisation.settings);
  const path = trajectory({ measure: pcl5, course: { timeZone }, sessions, assessments, rule });
  const today = calendarDay(now, timeZone);
  const standing = course ? dayOfCourse(course, path.t0, today) : { day: null, of: null };
  return (
    <>
      <PatientHeading
        name={fullName(patient)}
        recordNumber={patient.recordNumber}
        age={ageOn(patient.birthDate, today)}
        pronouns={patient.pronouns}
        course={course && courseInFull(course)}
        {...standing}
        actions={
          <>
            <LinkButton look="quiet" href={`${base}/edit`}>
              Edit
            </LinkButton>
            <LinkButton look="secondary" href={`${base}/course`}>
              {course ? "Course" : "Plan a course"}
            </LinkButton>
            <PrintButton />
            <ShortcutLink shortcut="R" words="Record a PCL-5" href={`${base}/record`}>
              {draft ? `Continue, ${draft.answered} of ${draft.of}` : "Record PCL-5"}
            </ShortcutLink>
          </>
        }
      />
      {draft && (
        <Notice tone="warning" title="A half-filled PCL-5:">
          {draft.answered} of {draft.of} answered by you, not saved yet.
        </Notice>
      )}
      <TrajectoryBoard
        view={trajectoryView({ base, trajectory: path, measure: pcl5, rule, course, sessions, assessments, now, plan: planFor(course?.measurePlan ?? null, viewer.organisation.settings) })}
      />
      <VoidedForms base={base} forms={voided.map((form) => ({ ...form, short: findMeasure(form.measure)?.short ?? form.measure, answered: instantInWords(form.at, timeZone) }))} />
    </>
  );
}
