import type { Metadata } from "next";
import { notFound } from "next/navigation";
import styles from "@/components/doses/doses-page.module.css";
import { OneDoseBoard } from "@/components/doses/one-dose-board";
import { oneDoseView, startWords } from "@/components/doses/one-dose-view";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { TakenAway } from "@/components/patients/taken-away";
import { PrintButton } from "@/components/ui/print-button";
import { requireViewer } from "@/lib/auth/gate";
import { zoneName } from "@/lib/dates";
import { openOneDose } from "@/lib/records/one-dose";
import { uuidOr404 } from "../../../uuid";

export const metadata: Metadata = { title: "One dose" };

export default async function OneDosePage({ params }: { params: Promise<{ patientId: string; sessionId: string }> }) {
  const given = await params;
  const [patientId, sessionId] = [uuidOr404(given.patientId), uuidOr404(given.sessionId)];
  const base = `/patients/${patientId}`;
  const viewer = await requireViewer(`${base}/doses/${sessionId}`, "care");
  const found = await openOneDose(viewer, patientId, sessionId);
  if (!found) notFound();

  const { patient, name, at, zone, dose, earlier, events } = found;
  const startedAt = dose?.startedAt ?? at;
  const view = oneDoseView(dose ?? { name, startedAt, readings: [], totals: [] }, earlier, events, zone);
  const amount = found.given?.givenMg == null ? "amount not recorded" : `${found.given.givenMg} mg ${found.given.medicine}, ${found.given.route}`;
  return (
    <div className={styles.page}>
      <PageHead
        title={name}
        facts={[patient.name, patient.recordNumber, startWords(startedAt, zone), amount]}
        actions={
          <>
            <LinkButton look="secondary" href={`${base}/doses`}>
              Since the dose
            </LinkButton>
            <LinkButton look="secondary" href={`${base}/dosing/${sessionId}`}>
              Dosing record
            </LinkButton>
            <PrintButton />
            <TakenAway patientId={patientId} of="dose" />
          </>
        }
      />
      <OneDoseBoard view={view} zone={zoneName(zone)} />
    </div>
  );
}
