import { FieldNotes, fieldAttributes, type FieldWords } from "./field";
import styles from "./field.module.css";

interface DateTimeFieldProps extends FieldWords {
  /** A wall-clock time, "2026-11-23T10:05"; "" or a half such as "2026-11-23T" while it is being typed. */
  value: string;
  onChange: (value: string) => void;
  /** The earliest and latest day offered. The form still has to check the time. */
  min?: string;
  max?: string;
}

/**
 * A day and a time of day, each with the browser's own control, in the clinic's zone: no zone is applied
 * here.
 */
export function DateTimeField({ id, label, hint, error, value, onChange, min, max }: DateTimeFieldProps) {
  const [day = "", time = ""] = value.split("T");
  const join = (nextDay: string, nextTime: string) =>
    onChange(nextDay || nextTime ? `${nextDay}T${nextTime}` : "");
  const attributes = fieldAttributes({ id, hint, error });
  return (
    <fieldset className={styles.field}>
      <legend>{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className={styles.pair}>
        <div>
          <label className={styles.label} htmlFor={id}>
            Date
          </label>
          <input
            {...attributes}
            className={styles.control}
            type="date"
            name={id}
            value={day}
            min={min}
            max={max}
            onChange={(event) => join(event.target.value, time)}
          />
        </div>
        <div>
          <label className={styles.label} htmlFor={`${id}-time`}>
            Time
          </label>
          <input
            {...attributes}
            id={`${id}-time`}
            className={styles.control}
            type="time"
            name={`${id}-time`}
            value={time}
            onChange={(event) => join(day, event.target.value)}
          />
        </div>
      </div>
    </fieldset>
  );
}
