import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { GlassForm } from "@/components/emergency/glass-form";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { calendarDay } from "@/lib/course/calendar";
import styles from "../../reading.module.css";

export const metadata: Metadata = { title: "Open a record in an emergency" };

export default async function EmergencyPage() {
  const viewer = await requireViewer("/patients/emergency", "treat");
  return (
    <div className={styles.page}>
      <PageHead title="Open a patient who is not on your teams" actions={<LinkButton look="secondary" href="/caseload">Back to the caseload</LinkButton>} />
      <Card>
        <div className={styles.stack}>
          <p>
            For an emergency. You confirm that it is you; the record stays open to you for 60 minutes. You can read the chart and record scores, doses, readings and
            events; courses, corrections and therapy stay with the patient’s team. It is listed for the auditors and shown to the team.
          </p>
          <GlassForm id={randomUUID()} today={calendarDay(new Date(), viewer.organisation.timeZone)} zone={viewer.organisation.timeZone} email={viewer.email} keeper={keeperOf(viewer)} />
        </div>
      </Card>
    </div>
  );
}
