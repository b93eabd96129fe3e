import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CorrectForm } from "@/components/measures/correct-form";
import { formMeasure } from "@/components/measures/form-measure";
import { requireViewer } from "@/lib/auth/gate";
import { wallTime } from "@/lib/course/calendar";
import { sessionNames } from "@/lib/course/session-names";
import { dayInWords, instantInWords, zoneName } from "@/lib/dates";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import { openForm } from "@/lib/records/forms";
import { readHistory } from "@/lib/records/history";
import { uuidOr404 } from "../../../../uuid";

export const metadata: Metadata = { title: "Correct a PCL-5" };

export default async function CorrectPage({ params }: { params: Promise<{ patientId: string; assessmentId: string }> }) {
  const given = await params;
  const [patientId, id] = [uuidOr404(given.patientId), uuidOr404(given.assessmentId)];
  const here = `/patients/${patientId}/assessments/${id}`;
  const viewer = await requireViewer(`${here}/correct`, "clinician");
  const [form, saved] = await Promise.all([openForm(viewer, patientId, pcl5.id), readHistory(viewer, patientId, id)]);
  if (!form || !saved) notFound();
  if (saved.voided) redirect(here);

  const { patient, zone, sessions } = form;
  const names = sessionNames(form.therapy ?? { therapy: "none" }, sessions);
  return (
    <CorrectForm
      measure={formMeasure(pcl5)}
      patient={{ id: patientId, name: patient.name, details: `${patient.recordNumber}, born ${dayInWords(patient.birthDate)}` }}
      assessmentId={id}
      saved={{ recall: saved.recall, sessionId: saved.sessionId, answeredAt: wallTime(saved.answeredAt, zone), mode: saved.mode, ratings: saved.ratings }}
      revision={saved.revision}
      sessions={sessions.map(({ id: sessionId, at }) => ({ id: sessionId, label: `${names.get(sessionId)}, ${instantInWords(at, zone)}` }))}
      zone={{ id: zone, label: `clinic time, ${zoneName(zone)}` }}
      now={wallTime(new Date(), zone)}
      addresses={{ corrections: `/api/assessments/${id}/corrections`, after: here }}
      email={viewer.email}
    />
  );
}
