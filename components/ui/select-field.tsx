import type { ComponentProps } from "react";
import { Field, fieldAttributes, type FieldWords } from "./field";
import styles from "./field.module.css";

type SelectFieldProps = FieldWords &
  Omit<ComponentProps<"select">, "id" | "children"> & {
    options: readonly { value: string; label: string }[];
    short?: boolean;
  };

export function SelectField({
  id,
  label,
  hint,
  error,
  optional,
  options,
  short = false,
  ...select
}: SelectFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <select
        {...select}
        {...fieldAttributes({ id, hint, error })}
        className={short ? `${styles.control} ${styles.short}` : styles.control}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
