import type { ComponentProps, ReactNode } from "react";
import { FieldNotes } from "./field";
import styles from "./radio-group.module.css";

export interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface RadioGroupProps extends Omit<
  ComponentProps<"input">,
  "id" | "type" | "value" | "checked" | "defaultChecked"
> {
  /** The id of the first radio, so that the error summary leads to where the keyboard enters the group. */
  id: string;
  name: string;
  legend: ReactNode;
  legendHidden?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  look?: "boxes" | "segmented";
  options: readonly RadioOption[];
  /** Controlled by value, or left to the browser (with `register(…)` spread in). */
  value?: string;
  defaultValue?: string;
}

/** Native radios in a fieldset. What is not named above goes to every radio. */
export function RadioGroup(props: RadioGroupProps) {
  const {
    id,
    legend,
    legendHidden = false,
    hint,
    error,
    look = "boxes",
    options,
    value,
    defaultValue,
    ...input
  } = props;
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      className={look === "segmented" ? `${styles.group} ${styles.segmented}` : styles.group}
      aria-describedby={described || undefined}
    >
      <legend className={legendHidden ? "visually-hidden" : styles.legend}>{legend}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className={styles.options}>
        {options.map((option, index) => (
          <label key={option.value} className={styles.option}>
            <input
              {...input}
              {...(value !== undefined ? { checked: value === option.value } : {})}
              {...(defaultValue !== undefined ? { defaultChecked: defaultValue === option.value } : {})}
              id={index === 0 ? id : `${id}-${option.value}`}
              className={styles.input}
              type="radio"
              value={option.value}
              disabled={option.disabled}
            />
            <span>
              {option.label}
              {option.hint && <span className={styles.hint}> {option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
