import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { randomUUID } from "node:crypto";
import { formMeasure } from "@/components/measures/form-measure";
import { Questionnaire } from "@/components/measures/questionnaire";
import { requireViewer } from "@/lib/auth/gate";
import { calendarDay, wallTime } from "@/lib/course/calendar";
import { sessionNames } from "@/lib/course/session-names";
import { suggestRecall } from "@/lib/course/suggest-recall";
import { dayInWords, instantInWords, zoneName } from "@/lib/dates";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import { openForm } from "@/lib/records/forms";
import { uuidOr404 } from "../../uuid";

export const metadata: Metadata = { title: "Record a PCL-5" };

interface Props {
  params: Promise<{ patientId: string }>;
  searchParams: Promise<{ session?: string | string[] }>;
}

export default async function RecordPage({ params, searchParams }: Props) {
  const patientId = uuidOr404((await params).patientId);
  const viewer = await requireViewer(`/patients/${patientId}/record`, "clinician");
  const form = await openForm(viewer, patientId, pcl5.id);
  if (!form) notFound();

  const { patient, zone, sessions, draft } = form;
  const now = new Date();
  const suggestion = suggestRecall({ at: now, zone, scored: form.scored, sessions });
  const names = sessionNames(form.therapy ?? { therapy: "none" }, sessions);
  const asked = (await searchParams).session;
  const today = calendarDay(now, zone);
  const session =
    sessions.find(({ id }) => id === asked) ?? sessions.findLast(({ at }) => calendarDay(at, zone) === today);
  const id = draft?.id ?? randomUUID();
  const fresh = {
    recall: suggestion.recall,
    sessionId: session?.id ?? null,
    answeredAt: wallTime(now, zone),
    mode: "paper" as const,
    ratings: pcl5.items.map(() => null),
    step: 0,
  };
  return (
    <Questionnaire
      measure={formMeasure(pcl5)}
      patient={{ id: patientId, name: patient.name, details: `${patient.recordNumber}, born ${dayInWords(patient.birthDate)}` }}
      assessmentId={id}
      initial={draft ?? fresh}
      suggestion={suggestion}
      sessions={sessions.map(({ id: sessionId, at }) => ({ id: sessionId, label: `${names.get(sessionId)}, ${instantInWords(at, zone)}` }))}
      zone={{ id: zone, label: `clinic time, ${zoneName(zone)}` }}
      now={wallTime(now, zone)}
      addresses={{ draft: `/api/drafts/${id}`, save: `/api/assessments/${id}`, after: `/patients/${patientId}` }}
      email={viewer.email}
    />
  );
}
