import type { ReactNode } from "react";
import { FieldNotes } from "./field";
import styles from "./scale.module.css";

interface ScaleProps {
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  options: readonly { value: number; label?: string }[];
  /** Null is not rated, which is not 0. */
  value: number | null;
  onChange: (value: number | null) => void;
}

/** A rating by one tap: a cell for each number, the chosen one in words below. */
export function Scale({ id, legend, hint, error, options, value, onChange }: ScaleProps) {
  const chosen = options.find((option) => option.value === value);
  return (
    <fieldset className={styles.scale} aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className={styles.cells}>
        {options.map((option, index) => (
          <label key={option.value} className={styles.cell}>
            <input
              id={index === 0 ? id : `${id}-${option.value}`}
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              aria-label={option.label ? `${option.value}: ${option.label}` : undefined}
              onChange={() => onChange(option.value)}
            />
            <span>{option.value}</span>
          </label>
        ))}
      </div>
      {value !== null && (
        <p className={styles.chosen}>
          <span>{chosen?.label}</span>
          <button type="button" className={styles.clear} onClick={() => onChange(null)}>
            Clear
          </button>
        </p>
      )}
    </fieldset>
  );
}
