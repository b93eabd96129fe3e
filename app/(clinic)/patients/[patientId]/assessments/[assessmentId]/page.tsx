import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswersGiven } from "@/components/measures/answers-given";
import { formMeasure } from "@/components/measures/form-measure";
import { History } from "@/components/measures/history";
import { donePrompts, openPrompts } from "@/components/measures/open-prompts";
import type { ShownRevision } from "@/components/measures/revision-changes";
import { ReviseForm } from "@/components/measures/revise-form";
import { safetyGuidance } from "@/components/measures/safety-answer";
import { SafetyDone } from "@/components/measures/safety-done";
import { SafetyNotices } from "@/components/measures/safety-notices";
import { ResultPanel } from "@/components/trajectory/result-panel";
import { resultView } from "@/components/trajectory/result-view";
import { trackOf } from "@/components/trajectory/tracks";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/gate";
import { keeperOf } from "@/lib/auth/device-key";
import { may, treats } from "@/lib/auth/rights";
import { calendarDay } from "@/lib/course/calendar";
import { sessionNames } from "@/lib/course/session-names";
import { dayInWords, instantInWords } from "@/lib/dates";
import { findMeasure } from "@/lib/measures/measures";
import { recallWords } from "@/lib/measures/recall";
import { openChart } from "@/lib/records/chart";
import { readHistory } from "@/lib/records/history";
import { fullName } from "@/lib/records/patients";
import { uuidOr404 } from "../../../uuid";

export const metadata: Metadata = { title: "A recorded form" };

export default async function AssessmentPage({ params }: { params: Promise<{ patientId: string; assessmentId: string }> }) {
  const given = await params;
  const [patientId, id] = [uuidOr404(given.patientId), uuidOr404(given.assessmentId)];
  const base = `/patients/${patientId}`;
  const viewer = await requireViewer(`${base}/assessments/${id}`, "care");
  const [chart, form] = await Promise.all([openChart(viewer, patientId), readHistory(viewer, patientId, id)]);
  const measure = form && findMeasure(form.measure);
  if (!chart || !measure) notFound();

  const { patient, course, sessions, assessments } = chart;
  const timeZone = course?.timeZone ?? viewer.organisation.timeZone;
  const { settings } = viewer.organisation;
  const result = resultView({ ...trackOf(measure, { timeZone, sessions, assessments, baselines: chart.baselines, settings }), id });
  const names = sessionNames(course ?? { therapy: "none" }, sessions);
  const prompts = chart.prompts.filter(({ formId }) => formId === id);
  const kept = { zone: timeZone, email: viewer.email, keeper: keeperOf(viewer) };
  const what = `the ${recallWords[form.recall]} ${measure.short} of ${dayInWords(calendarDay(form.answeredAt, timeZone))}`;
  return (
    <>
      <PageHead
        title={measure.short}
        facts={[`${fullName(patient)}, ${patient.recordNumber}`, recallWords[form.recall], instantInWords(form.answeredAt, timeZone), form.sessionId && (names.get(form.sessionId) ?? null)]}
        actions={
          <>
            <LinkButton look="secondary" href={base}>
              Back to the chart
            </LinkButton>
            {!form.voided && (form.own || treats(viewer, patientId)) && (
              <>
                <LinkButton look="secondary" href={`${base}/assessments/${id}/correct`}>
                  Correct
                </LinkButton>
                <ReviseForm act="void" what={what} assessmentId={id} address={`/api/assessments/${id}/void`} revision={form.revision} {...kept} />
              </>
            )}
            {form.voided && treats(viewer, patientId) && (
              <ReviseForm act="restore" what={what} assessmentId={id} address={`/api/assessments/${id}/restore`} revision={form.revision} {...kept} />
            )}
          </>
        }
      />
      {form.voided && (
        <Notice tone="warning" title="Voided.">
          This form no longer counts in any score or chart. Its answers stay readable below; a clinician of the patient’s care team can restore it.
        </Notice>
      )}
      <SafetyNotices prompts={openPrompts(prompts, timeZone)} guidance={safetyGuidance(viewer.organisation.settings.guidance.safety)} {...kept} email={may(viewer, "treat") ? viewer.email : null} />
      {result && <ResultPanel result={result} />}
      <SafetyDone prompts={donePrompts(prompts, timeZone)} />
      {measure.items.length > 0 && (
        <Card title="Answers">
          <AnswersGiven measure={formMeasure(measure)} ratings={form.ratings} />
        </Card>
      )}
      <Card title="History">
        <History
          measure={formMeasure(measure)}
          revisions={form.revisions.map(({ act, at, answeredAt, by, sessionId, ...revision }) => ({
            ...revision,
            act: act as ShownRevision["act"],
            when: instantInWords(at, timeZone),
            who: by,
            answered: instantInWords(answeredAt, timeZone),
            session: sessionId && (names.get(sessionId) ?? null),
          }))}
        />
      </Card>
    </>
  );
}
