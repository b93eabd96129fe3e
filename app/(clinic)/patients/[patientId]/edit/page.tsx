import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientForm } from "@/components/patients/patient-form";
import { PageHead } from "@/components/ui/page-head";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { calendarDay } from "@/lib/course/calendar";
import { fullName, readPatient } from "@/lib/records/patients";
import { uuidOr404 } from "../../uuid";

export const metadata: Metadata = { title: "Edit a patient" };

export default async function EditPatientPage({ params }: { params: Promise<{ patientId: string }> }) {
  const patientId = uuidOr404((await params).patientId);
  const viewer = await requireViewer(`/patients/${patientId}/edit`, "treat");
  const patient = await readPatient(viewer, patientId);
  if (!patient) notFound();
  const { timeZone } = viewer.organisation;
  const today = calendarDay(new Date(), timeZone);
  return (
    <>
      <PageHead title="Edit patient" facts={[fullName(patient), patient.recordNumber]} />
      <PatientForm
        patientId={patientId}
        patient={patient}
        today={today}
        zone={timeZone}
        cancelHref={`/patients/${patientId}`}
        email={viewer.email}
        keeper={keeperOf(viewer)}
      />
    </>
  );
}
