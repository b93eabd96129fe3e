import type { ComponentProps } from "react";
import { Field, fieldAttributes, type FieldWords } from "./field";
import styles from "./field.module.css";

type TextAreaProps = FieldWords & Omit<ComponentProps<"textarea">, "id">;

export function TextArea({ id, label, hint, error, optional, ...area }: TextAreaProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        rows={4}
        {...area}
        {...fieldAttributes({ id, hint, error })}
        className={`${styles.control} ${styles["text-area"]}`}
      />
    </Field>
  );
}
