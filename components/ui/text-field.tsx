import type { ComponentProps } from "react";
import { Field, fieldAttributes, type FieldWords } from "./field";
import styles from "./field.module.css";

type TextFieldProps = FieldWords & Omit<ComponentProps<"input">, "id"> & { short?: boolean };

/** Text, e-mail, password, number, date, time: whatever the browser's own control does well. */
export function TextField({ id, label, hint, error, optional, short = false, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        {...input}
        {...fieldAttributes({ id, hint, error })}
        className={short ? `${styles.control} ${styles.short}` : styles.control}
      />
    </Field>
  );
}
