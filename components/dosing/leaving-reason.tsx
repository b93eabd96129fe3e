import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import styles from "./room.module.css";

interface LeavingReasonProps {
  id: string;
  words: string;
  error: string | undefined;
  /** Undefined until somebody means to go on without the point. */
  value: string | undefined;
  onChange: (reason: string) => void;
}

/** Going on although a point is not met: asked for, then given a reason. */
export function LeavingReason({ id, words, error, value, onChange }: LeavingReasonProps) {
  if (value === undefined && error === undefined) {
    return (
      <span className={styles.override}>
        <Button look="quiet" aria-label={`Override: ${words}`} onClick={() => onChange("")}>
          Override
        </Button>
      </span>
    );
  }
  return <TextField id={`leaving-overrides-${id}`} label="Reason to go on" error={error} value={value ?? ""} onChange={(event) => onChange(event.target.value)} />;
}
