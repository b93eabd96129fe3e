import { SelectField } from "@/components/ui/select-field";
import styles from "./import.module.css";

interface ImportMappingProps {
  /** Headings that are no column's name. */
  unknown: readonly string[];
  columns: readonly string[];
  mapping: Readonly<Record<string, string | null>>;
  onChange: (heading: string, column: string | null) => void;
}

/** Which column each heading is that has another name. */
export function ImportMapping({ unknown, columns, mapping, onChange }: ImportMappingProps) {
  if (unknown.length === 0) return null;
  const options = [{ value: "", label: "Leave out" }, ...columns.map((column) => ({ value: column, label: column }))];
  return (
    <fieldset className={styles.mapping}>
      <legend>Which column is it?</legend>
      {unknown.map((heading, index) => (
        <SelectField key={heading} id={`heading-${index}`} label={heading || "(no heading)"} options={options} value={mapping[heading] ?? ""} onChange={(event) => onChange(heading, event.target.value || null)} />
      ))}
    </fieldset>
  );
}
