import { Card } from "@/components/ui/card";
import styles from "./safety-notice.module.css";

interface SafetyDoneProps {
  prompts: readonly { id: string; title: string; done: string; when: string; who: string }[];
}

/** What was done about an answer that called for a person, and who wrote it down. */
export function SafetyDone({ prompts }: SafetyDoneProps) {
  if (prompts.length === 0) return null;
  return (
    <Card title="Acknowledged">
      <div className={styles.notices}>
        {prompts.map(({ id, title, done, when, who }) => (
          <div key={id}>
            <p>
              <strong>{title}</strong> <span className={styles.guidance}>{done}</span>
            </p>
            <p className={styles.soft}>
              {who}, {when}
            </p>
          </div>
        ))}
      </div>
    </Card>
  );
}
