import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { answersOf } from "@/components/course/visit-answers";
import { VisitForm } from "@/components/course/visit-form";
import { VisitHistory } from "@/components/course/visit-history";
import { VisitsTable } from "@/components/course/visits-table";
import { doseBeforeWords } from "@/components/course/visit-words";
import styles from "@/components/course/visit.module.css";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { calendarDay } from "@/lib/course/calendar";
import { weekdayInWords, zoneName } from "@/lib/dates";
import { openVisit } from "@/lib/records/visits";
import { uuidOr404 } from "../../../uuid";

export const metadata: Metadata = { title: "Visit" };

export default async function VisitPage({ params }: { params: Promise<{ patientId: string; sessionId: string }> }) {
  const given = await params;
  const [patientId, sessionId] = [uuidOr404(given.patientId), uuidOr404(given.sessionId)];
  const base = `/patients/${patientId}`;
  const viewer = await requireViewer(`${base}/visits/${sessionId}`, "treat");
  const visit = await openVisit(viewer, patientId, sessionId);
  if (!visit) notFound();

  const { patient, zone, name, kind, at, indexEvent, dose, record, check, sessions, history } = visit;
  const today = calendarDay(new Date(), zone);
  const [day = "", time = ""] = at.split("T");
  const stored = answersOf({ ...visit, at: day > today ? `${today}T${time}` : at });
  return (
    <div className={styles.page}>
      <PageHead
        title={name}
        facts={[patient.name, patient.recordNumber, `${weekdayInWords(day)}, ${time}`, indexEvent && `Index event: ${indexEvent}`]}
        actions={
          <LinkButton look="secondary" href={`${base}/course`}>
            Course
          </LinkButton>
        }
      />
      {dose && (
        <Notice
          title={dose.name}
          action={
            <LinkButton look="secondary" href={`${base}/doses/${dose.sessionId}`}>
              {dose.name}: readings and events
            </LinkButton>
          }
        >
          {doseBeforeWords(dose)}.
        </Notice>
      )}
      <Card title={record ? "What was recorded" : "Record the visit"}>
        <VisitForm
          key={`${record?.number ?? 0} ${check?.number ?? 0}`}
          sessionId={sessionId}
          therapy={kind === "therapy"}
          stored={stored}
          number={record?.number ?? 0}
          checkNumber={check?.number ?? 0}
          today={today}
          zone={zone}
          zoneWords={`clinic time, ${zoneName(zone)}`}
          email={viewer.email}
          keeper={keeperOf(viewer)}
        />
      </Card>
      {sessions.length > 0 && (
        <Card title="Therapy sessions so far">
          <VisitsTable here={sessionId} base={base} sessions={sessions} />
        </Card>
      )}
      {history.length > 0 && (
        <Card title="History">
          <VisitHistory history={history} />
        </Card>
      )}
    </div>
  );
}
