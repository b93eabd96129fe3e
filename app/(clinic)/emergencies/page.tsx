import type { Metadata } from "next";
import { ConfirmFirst } from "@/components/sign-in/confirm-first";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { RowList } from "@/components/ui/row-list";
import { requireViewer } from "@/lib/auth/gate";
import { instantInWords } from "@/lib/dates";
import { listGlass } from "@/lib/records/break-glass";
import styles from "../reading.module.css";

export const metadata: Metadata = { title: "Opened in an emergency" };

export default async function EmergenciesPage() {
  const viewer = await requireViewer("/emergencies", "audit");
  const inWords = (at: Date) => instantInWords(at, viewer.organisation.timeZone);
  const opened = viewer.fresh ? await listGlass(viewer) : null;
  const rows = opened?.map(({ id, user, reason, at, until, endedAt, recordNumber }) => ({
    key: id,
    title: user.name,
    facts: [inWords(at), endedAt ? `closed ${inWords(endedAt)}` : `open until ${inWords(until)}`, `“${reason}”`, `record ${recordNumber}`],
  }));
  return (
    <div className={styles.page}>
      <PageHead title="Opened in an emergency" />
      <Card title="Records opened by clinicians of other teams">
        {!rows && <ConfirmFirst what="Who opened a record in an emergency, and why," />}
        {rows && (rows.length > 0 ? <RowList name="Records opened in an emergency" rows={rows} /> : <p>None.</p>)}
      </Card>
    </div>
  );
}
