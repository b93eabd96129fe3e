import { Button } from "@/components/ui/button";
import { DateTimeField } from "@/components/ui/date-time-field";
import { wallTime } from "@/lib/course/calendar";
import type { Moment } from "./moment";
import styles from "./room.module.css";

interface MomentFieldProps {
  id: string;
  label: string;
  value: Moment;
  onChange: (value: Moment) => void;
  zone: string;
  now: Date;
  error?: string | undefined;
  /** Without a way back to now, where the time belongs to the past. */
  fixed?: boolean;
}

/** Now, unless another time is chosen. */
export function MomentField({ id, label, value, onChange, zone, now, error, fixed = false }: MomentFieldProps) {
  const shown = wallTime(now, zone);
  if (value === null) {
    return (
      <p className={styles.moment}>
        <strong>{label}</strong> <span data-number>now, {shown.slice(11)}</span>
        <Button look="quiet" aria-label={`${label}: another time`} onClick={() => onChange(shown)}>
          Another time
        </Button>
      </p>
    );
  }
  return (
    <div className={styles.moment}>
      <DateTimeField id={id} label={label} value={value} onChange={onChange} max={shown.slice(0, 10)} error={error} />
      {!fixed && (
        <Button look="quiet" onClick={() => onChange(null)}>
          Back to now
        </Button>
      )}
    </div>
  );
}
