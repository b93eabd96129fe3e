import type { Metadata } from "next";
import { randomUUID } from "node:crypto";
import { ExportRecords } from "@/components/import/export-records";
import { ImportFiles } from "@/components/import/import-files";
import { ImportList } from "@/components/import/import-list";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/gate";
import { zoneName } from "@/lib/dates";
import { columns, needed } from "@/lib/exchange/formats";
import { readImports } from "@/lib/records/import/page";
import styles from "../reading.module.css";

export const metadata: Metadata = { title: "Files" };

export default async function ImportPage() {
  const viewer = await requireViewer("/import", "treat");
  const { imports, remembered } = await readImports(viewer);
  return (
    <div className={styles.page}>
      <PageHead title="Files" facts={["Records of your care teams’ patients", `times without an offset are clinic time, ${zoneName(viewer.organisation.timeZone)}`]} />
      <ImportFiles id={randomUUID()} columns={columns} needed={needed} remembered={remembered} />
      <ImportList imports={imports} />
      <ExportRecords />
    </div>
  );
}
