import type { Metadata } from "next";
import { randomUUID } from "node:crypto";
import { PatientForm } from "@/components/patients/patient-form";
import { PageHead } from "@/components/ui/page-head";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { calendarDay } from "@/lib/course/calendar";

export const metadata: Metadata = { title: "Add a patient" };

export default async function NewPatientPage() {
  const viewer = await requireViewer("/patients/new", "treat");
  const { timeZone } = viewer.organisation;
  const today = calendarDay(new Date(), timeZone);
  return (
    <>
      <PageHead title="Add a patient" />
      <PatientForm
        patientId={randomUUID()}
        patient={null}
        today={today}
        zone={timeZone}
        cancelHref="/caseload"
        email={viewer.email}
        keeper={keeperOf(viewer)}
      />
    </>
  );
}
