import type { Metadata } from "next";
import Link from "next/link";
import { AttentionRule } from "@/components/textbook/attention-rule";
import { SafetyItems } from "@/components/textbook/safety-items";
import styles from "@/components/textbook/textbook.module.css";
import { requireViewer } from "@/lib/auth/gate";
import { may } from "@/lib/auth/rights";
import { explainAttention } from "@/lib/change/attention-explained";
import { measures } from "@/lib/measures/measures";

export const metadata: Metadata = { title: "Attention rules" };

export default async function AttentionPage() {
  const viewer = await requireViewer("/attention");
  const { name, settings } = viewer.organisation;
  return (
    <div className={styles.page}>
      <h1>What calls for attention</h1>
      <div className={styles.lead}>
        <p>
          Each rule says what to look at and none says what to conclude. A patient’s page names the rule that fired and why. The numbers are those of{" "}
          {name}
          {may(viewer, "administer") ? (
            <>
              ; they can be changed in the <Link href="/admin/settings#attention">settings</Link>.
            </>
          ) : (
            "; its administrators can change them."
          )}
        </p>
        <p>
          Reference, recall windows and verdicts are defined in <Link href="/how-it-counts">how Courseline counts</Link>.
        </p>
      </div>
      {explainAttention(settings.attention).map((rule) => (
        <AttentionRule key={rule.id} rule={rule} guidance={settings.guidance[rule.id] ?? ""}>
          {rule.id === "safety" && <SafetyItems measures={measures.filter((measure) => measure.safety !== null)} />}
        </AttentionRule>
      ))}
    </div>
  );
}
