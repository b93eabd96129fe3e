import { TextField } from "@/components/ui/text-field";
import { Chips } from "./chips";
import styles from "./room.module.css";

interface PersonFieldProps {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  names: readonly string[];
  me: string;
  /** Somebody who cannot be it. */
  not?: string;
  value: string;
  onChange: (value: string) => void;
}

/** A name: one of the team by a tap, or typed. */
export function PersonField({ id, label, hint, error, names, me, not, value, onChange }: PersonFieldProps) {
  const offered = [me, ...names.filter((name) => name !== me)].filter((name) => name !== not).slice(0, 5);
  return (
    <div className={styles.person}>
      <TextField id={id} label={label} hint={hint} error={error} autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)} />
      <Chips words={offered} chosen={value} prefix={`${label}:`} onChoose={onChange} />
    </div>
  );
}
