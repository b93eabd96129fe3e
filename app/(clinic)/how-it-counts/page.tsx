import type { Metadata } from "next";
import Link from "next/link";
import { CountingChange } from "@/components/textbook/counting-change";
import { CountingDoses } from "@/components/textbook/counting-doses";
import { CountingForms } from "@/components/textbook/counting-forms";
import { CountingSudden } from "@/components/textbook/counting-sudden";
import { CountingTime } from "@/components/textbook/counting-time";
import styles from "@/components/textbook/textbook.module.css";
import { requireViewer } from "@/lib/auth/gate";

export const metadata: Metadata = { title: "How Courseline counts" };

export default async function HowItCountsPage() {
  const { organisation } = await requireViewer("/how-it-counts");
  return (
    <div className={styles.page}>
      <h1>How Courseline counts</h1>
      <p className={styles.lead}>
        One definition each, in the order in which a score becomes a sentence. Items, bands, thresholds and rules stand with their{" "}
        <Link href="/measures">measures</Link>; what calls for attention has <Link href="/attention">a page of its own</Link>.
      </p>
      <CountingForms />
      <CountingTime />
      <CountingDoses />
      <CountingChange />
      <CountingSudden points={organisation.settings.sudden.points} />
    </div>
  );
}
