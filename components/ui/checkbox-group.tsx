import type { ReactNode } from "react";
import { Checkbox } from "./checkbox";
import { FieldNotes } from "./field";
import styles from "./radio-group.module.css";

interface CheckboxGroupProps {
  /** The id of the first box, so that the error summary leads to where the keyboard enters the group. */
  id: string;
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  options: readonly { value: string; label: ReactNode }[];
  chosen: readonly string[];
  /** In the order of the options. */
  onChange: (chosen: string[]) => void;
}

/** Native boxes in a fieldset, under one name. */
export function CheckboxGroup({ id, name, legend, hint, error, options, chosen, onChange }: CheckboxGroupProps) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  const after = (value: string, ticked: boolean) => options.map((option) => option.value).filter((each) => (each === value ? ticked : chosen.includes(each)));
  return (
    <fieldset className={styles.group} aria-describedby={described || undefined}>
      <legend className={styles.legend}>{legend}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {options.map(({ value, label }, index) => (
        <Checkbox key={value} id={index === 0 ? id : undefined} name={name} value={value} label={label} checked={chosen.includes(value)} onChange={(event) => onChange(after(value, event.target.checked))} />
      ))}
    </fieldset>
  );
}
