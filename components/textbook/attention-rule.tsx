import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import type { AttentionExplained } from "@/lib/change/attention-explained";
import { Facts } from "./facts";
import styles from "./textbook.module.css";

interface AttentionRuleProps {
  rule: AttentionExplained;
  /** The clinic's own words; empty where it has written none. */
  guidance: string;
  children?: ReactNode;
}

export function AttentionRule({ rule, guidance, children }: AttentionRuleProps) {
  return (
    <Card id={rule.id} title={rule.title} aside={<Pill tone={rule.on ? "measure" : "plain"}>{rule.on ? "On" : "Off"}</Pill>}>
      <div className={styles.block}>
        <Facts
          facts={[
            ["Looks at", rule.asks],
            ["Does not say", rule.not],
            ["What the clinic does", guidance === "" ? "No text of the clinic’s own yet." : <Paragraphs key="words" text={guidance} />],
            ["Source", <span key="source" className={styles.source}>{rule.source}</span>],
          ]}
        />
        {children}
      </div>
    </Card>
  );
}

function Paragraphs({ text }: { text: string }) {
  return <span className={styles.own}>{text}</span>;
}
