import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Questionnaire } from "@/components/measures/questionnaire";
import { currentMeasure } from "@/components/measures/sitting";
import { requireViewer } from "@/lib/auth/gate";
import { findMeasure } from "@/lib/measures/measures";
import { openForm } from "@/lib/records/forms";
import { openSitting } from "@/lib/records/sitting";
import { uuidOr404 } from "../../uuid";
import { freshForm } from "./fresh-form";
import { savedAsked, sittingAsked, type SearchParams } from "./sitting-asked";

export const metadata: Metadata = { title: "Record" };

interface Props {
  params: Promise<{ patientId: string }>;
  searchParams: SearchParams;
}

export default async function RecordPage({ params, searchParams }: Props) {
  const patientId = uuidOr404((await params).patientId);
  const viewer = await requireViewer(`/patients/${patientId}/record`, "care");
  const given = await searchParams;
  const saved = savedAsked(given);
  const sitting = await openSitting(viewer, patientId, saved);
  if (!sitting) notFound();
  const recorded = new Set(sitting.forms.map(({ measure }) => measure));
  const drafted = sitting.drafts.map(({ measure }) => measure);
  const asked = sittingAsked(given, [...viewer.organisation.settings.measures, ...drafted]);
  const measure = findMeasure(asked.measure ?? currentMeasure(asked.measures, recorded, drafted) ?? "");
  const form = measure && (await openForm(viewer, patientId, measure.id));
  if (!form) notFound();
  return <Questionnaire {...freshForm({ viewer, measure, form, asked, saved, sitting, recorded, now: new Date() })} />;
}
