import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/gate";
import styles from "../reading.module.css";

export const metadata: Metadata = { title: "Cohorts" };

export default async function CohortsPage() {
  await requireViewer("/cohorts", "research");
  return (
    <div className={styles.page}>
      <PageHead title="Cohorts" />
      <Card>
        <p>Researchers see no patients. Cohorts without names, dates of birth or record numbers will be read here; they are not built yet.</p>
      </Card>
    </div>
  );
}
