import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CorrectForm } from "@/components/measures/correct-form";
import { formMeasure } from "@/components/measures/form-measure";
import { safetyGuidance } from "@/components/measures/safety-answer";
import { requireViewer } from "@/lib/auth/gate";
import { wallTime } from "@/lib/course/calendar";
import { findMeasure } from "@/lib/measures/measures";
import { openForm } from "@/lib/records/forms";
import { readHistory } from "@/lib/records/history";
import { uuidOr404 } from "../../../../uuid";
import { formFrame } from "../../../form-frame";

export const metadata: Metadata = { title: "Correct a form" };

export default async function CorrectPage({ params }: { params: Promise<{ patientId: string; assessmentId: string }> }) {
  const given = await params;
  const [patientId, id] = [uuidOr404(given.patientId), uuidOr404(given.assessmentId)];
  const here = `/patients/${patientId}/assessments/${id}`;
  const viewer = await requireViewer(`${here}/correct`, "care");
  const saved = await readHistory(viewer, patientId, id);
  const measure = saved && findMeasure(saved.measure);
  const form = measure && (await openForm(viewer, patientId, measure.id));
  if (!form) notFound();
  if (saved.voided) redirect(here);

  const { recall, sessionId, mode, ratings, total } = saved;
  return (
    <CorrectForm
      {...formFrame({ viewer, form, now: new Date() })}
      measure={formMeasure(measure)}
      assessmentId={id}
      saved={{ recall, sessionId, answeredAt: wallTime(saved.answeredAt, form.zone), mode, ratings, total: measure.entry === "items" ? null : total }}
      revision={saved.revision}
      addresses={{ corrections: `/api/assessments/${id}/corrections`, after: here }}
      guidance={safetyGuidance(viewer.organisation.settings.guidance.safety)}
    />
  );
}
