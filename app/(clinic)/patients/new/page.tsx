import type { Metadata } from "next";
import { randomUUID } from "node:crypto";
import { PatientForm } from "@/components/patients/patient-form";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/gate";
import { calendarDay } from "@/lib/course/calendar";

export const metadata: Metadata = { title: "Add a patient" };

export default async function NewPatientPage() {
  const viewer = await requireViewer("/patients/new", "treat");
  const today = calendarDay(new Date(), viewer.organisation.timeZone);
  return (
    <>
      <PageHead title="Add a patient" />
      <PatientForm patientId={randomUUID()} patient={null} today={today} cancelHref="/caseload" email={viewer.email} />
    </>
  );
}
