import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AfterDoses } from "@/components/doses/after-doses";
import { dosesView } from "@/components/doses/doses-view";
import styles from "@/components/doses/doses-page.module.css";
import { LanesCard } from "@/components/doses/lanes-card";
import { SeriesSwitch } from "@/components/doses/series-switch";
import { SinceBoard } from "@/components/doses/since-board";
import { WindowsCard } from "@/components/doses/windows-card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { TakenAway } from "@/components/patients/taken-away";
import { PrintButton } from "@/components/ui/print-button";
import { requireViewer } from "@/lib/auth/gate";
import { courseInFull } from "@/lib/course/course";
import { planFor } from "@/lib/course/measure-plan";
import { openDoses } from "@/lib/records/doses";
import { fullName } from "@/lib/records/patients";
import { uuidOr404 } from "../../uuid";

export const metadata: Metadata = { title: "Since the dose" };

interface DosesPageProps {
  params: Promise<{ patientId: string }>;
  searchParams: Promise<{ measure?: string; recall?: string; course?: string }>;
}

export default async function DosesPage({ params, searchParams }: DosesPageProps) {
  const patientId = uuidOr404((await params).patientId);
  const { measure, recall, course: asked } = await searchParams;
  const earlier = asked === undefined ? null : uuidOr404(asked);
  const base = `/patients/${patientId}`;
  const viewer = await requireViewer(`${base}/doses`, "care");
  const found = await openDoses(viewer, patientId, earlier);
  if (!found) notFound();

  const { patient, course } = found;
  const { settings, timeZone } = viewer.organisation;
  const plan = course && planFor(course.measurePlan, settings);
  const view = dosesView({ ...found, plan, asked: `${measure} ${recall}`, timeZone, now: new Date() });
  const back = (
    <>
      <LinkButton look="secondary" href={earlier === null ? base : `${base}?course=${earlier}`}>
        Back to the chart
      </LinkButton>
      <PrintButton />
      <TakenAway patientId={patientId} of="doses" />
    </>
  );
  return (
    <div className={styles.page}>
      <PageHead title="Since the dose" facts={[fullName(patient), patient.recordNumber, course && courseInFull(course)]} actions={back} />
      {view.chosen !== null && <SeriesSwitch all={view.all} chosen={view.chosen} path={`${base}/doses`} course={earlier} />}
      {view.since !== null && <SinceBoard key={view.chosen} view={view.since} base={base} />}
      <AfterDoses doses={view.doses} words={view.after} sentences={view.since?.rows.map(({ sentence }) => sentence) ?? []} />
      {view.lanes !== null && <LanesCard view={view.lanes} recall={view.recall} />}
      <WindowsCard view={view.windows} base={base} />
    </div>
  );
}
