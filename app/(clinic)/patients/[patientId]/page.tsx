import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PreviousCourse } from "@/components/course/previous-course";
import { sessionHref } from "@/components/course/session-href";
import { donePrompts, openPrompts } from "@/components/measures/open-prompts";
import { safetyGuidance } from "@/components/measures/safety-answer";
import { SafetyDone } from "@/components/measures/safety-done";
import { SafetyNotices } from "@/components/measures/safety-notices";
import { VoidedForms } from "@/components/measures/voided-forms";
import { DraftsNotice } from "@/components/patients/drafts-notice";
import { PatientHeading } from "@/components/patients/patient-heading";
import { RecordLinks } from "@/components/patients/record-links";
import { AttentionPanel } from "@/components/trajectory/attention-panel";
import { JudgedCard } from "@/components/trajectory/judged-card";
import { patientChart } from "@/components/trajectory/patient-chart";
import { TrajectoryBoard } from "@/components/trajectory/trajectory-board";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TakenAway } from "@/components/patients/taken-away";
import { PrintButton } from "@/components/ui/print-button";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { may, treats } from "@/lib/auth/rights";
import { calendarDay } from "@/lib/course/calendar";
import { courseInFull } from "@/lib/course/course";
import { ageOn, instantInWords } from "@/lib/dates";
import { findMeasure } from "@/lib/measures/measures";
import { openChart } from "@/lib/records/chart";
import { fullName } from "@/lib/records/patients";
import { uuidOr404 } from "../uuid";

export const metadata: Metadata = { title: "Patient" };

interface PatientPageProps {
  params: Promise<{ patientId: string }>;
  searchParams: Promise<{ course?: string }>;
}

export default async function PatientPage({ params, searchParams }: PatientPageProps) {
  const patientId = uuidOr404((await params).patientId);
  const asked = (await searchParams).course;
  const earlier = asked === undefined ? null : uuidOr404(asked);
  const base = `/patients/${patientId}`;
  const viewer = await requireViewer(base, "care");
  const chart = await openChart(viewer, patientId, earlier);
  if (!chart) notFound();

  const { patient, course, previous, sessions, drafts, prompts, voided } = chart;
  const decides = treats(viewer, patientId);
  const keeper = keeperOf(viewer);
  const { settings, timeZone: home } = viewer.organisation;
  const { view, due, attention, symptoms, standing, judged, sudden, note, timeZone, today } = patientChart({
    ...chart,
    base,
    patient: `${fullName(patient)}, record ${patient.recordNumber}`,
    settings,
    timeZone: home,
    now: new Date(),
  });
  const dosing = sessions.find(({ kind, status, at }) => kind === "dose" && (status === "planned" || status === "done") && calendarDay(at, timeZone) === today);
  return (
    <>
      <PatientHeading
        name={fullName(patient)}
        recordNumber={patient.recordNumber}
        age={ageOn(patient.birthDate, today)}
        pronouns={patient.pronouns}
        course={course && courseInFull(course)}
        standing={standing}
        actions={
          <>
            {decides && (
              <>
                <LinkButton look="quiet" href={`${base}/edit`}>
                  Edit
                </LinkButton>
                <LinkButton look="secondary" href={`${base}/course`}>
                  {course ? "Course" : "Plan a course"}
                </LinkButton>
              </>
            )}
            {sessions.some(({ kind, status }) => kind === "dose" && status === "done") && (
              <LinkButton look="secondary" href={`${base}/doses${earlier === null ? "" : `?course=${earlier}`}`}>
                Since the dose
              </LinkButton>
            )}
            {dosing && (
              <LinkButton look="secondary" href={sessionHref(base, { id: dosing.id, kind: "dose" })}>
                Dosing room
              </LinkButton>
            )}
            <PrintButton />
            <TakenAway patientId={patientId} of="chart" />
            {earlier === null && <RecordLinks base={base} drafts={drafts} dueNow={due?.dueNow ?? []} offered={settings.measures} />}
          </>
        }
      />
      {earlier !== null && (
        <Notice title="One course of several." action={<LinkButton look="secondary" href={base}>The present chart</LinkButton>}>
          Only the scores and sessions of this course are shown.
        </Notice>
      )}
      {previous && <PreviousCourse previous={previous} chartHref={base} />}
      <DraftsNotice base={base} drafts={drafts} />
      <SafetyNotices prompts={openPrompts(prompts, timeZone)} guidance={safetyGuidance(settings.guidance.safety)} email={may(viewer, "treat") ? viewer.email : null} zone={timeZone} keeper={keeper} />
      {symptoms && chart.asked && (
        <Notice tone="warning" action={<LinkButton look="secondary" href={sessionHref(base, chart.asked)}>Read it</LinkButton>}>
          {symptoms}
        </Notice>
      )}
      <AttentionPanel fired={attention.filter(({ id }) => id !== "safety")} guidance={settings.guidance} />
      <TrajectoryBoard
        view={view}
        note={note}
        judged={<JudgedCard series={judged} sudden={sudden} courseId={decides ? (course?.id ?? null) : null} zone={timeZone} email={viewer.email} keeper={keeper} />}
      />
      <SafetyDone prompts={donePrompts(prompts, timeZone)} />
      <VoidedForms base={base} forms={voided.map((form) => ({ ...form, short: findMeasure(form.measure)?.short ?? form.measure, answered: instantInWords(form.at, timeZone) }))} />
      {may(viewer, "treat") && (
        <LinkButton look="quiet" href={`${base}/opened`}>
          Who has opened this record
        </LinkButton>
      )}
    </>
  );
}
