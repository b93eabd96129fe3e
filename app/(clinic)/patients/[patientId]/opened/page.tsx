import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TrailTable } from "@/components/trail/trail-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/gate";
import { zoneName } from "@/lib/dates";
import { readOpenings } from "@/lib/records/openings";
import styles from "../../../reading.module.css";
import { uuidOr404 } from "../../uuid";

export const metadata: Metadata = { title: "Who has opened this record" };

export default async function OpenedPage({ params }: { params: Promise<{ patientId: string }> }) {
  const patientId = uuidOr404((await params).patientId);
  const base = `/patients/${patientId}`;
  const viewer = await requireViewer(`${base}/opened`, "treat");
  const found = await readOpenings(viewer, patientId);
  if (!found) notFound();
  const { name, recordNumber, openings, more } = found;
  return (
    <div className={styles.page}>
      <PageHead
        title="Who has opened this record"
        facts={[name, `record ${recordNumber}`, `clinic time, ${zoneName(viewer.organisation.timeZone)}`]}
        actions={<LinkButton look="secondary" href={base}>Back to the chart</LinkButton>}
      />
      {openings.length === 0 ? <p>Nobody but you, just now.</p> : <TrailTable caption="Who has opened this record, the newest first" lines={openings} />}
      {more && <p>Only the newest {openings.length} are shown. The clinic&apos;s auditor sees all of them.</p>}
    </div>
  );
}
