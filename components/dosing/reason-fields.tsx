import { TextField } from "@/components/ui/text-field";
import type { Problem } from "@/lib/course/dosing/problem";
import styles from "./room.module.css";

interface ReasonFieldsProps {
  problems: readonly Problem[];
  reasons: Readonly<Record<string, string>>;
  /** After an attempt without one, the field says so. */
  tried: boolean;
  onChange: (given: Record<string, string>) => void;
}

/** What is unusual, in a sentence, each with a field for the reason to go on. */
export function ReasonFields({ problems, reasons, tried, onChange }: ReasonFieldsProps) {
  if (problems.length === 0) return null;
  return (
    <div className={styles.outside} aria-live="polite">
      {problems.map(({ id, words }) => {
        const reason = reasons[id] ?? "";
        return (
          <TextField
            key={id}
            id={`reason-${id}`}
            label={words}
            hint="Reason to go on"
            error={tried && reason.trim() === "" ? "Enter a reason" : undefined}
            value={reason}
            onChange={(event) => onChange({ [id]: event.target.value })}
          />
        );
      })}
    </div>
  );
}
