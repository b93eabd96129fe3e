import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { actionGroups, actions } from "@/lib/trail/actions";
import styles from "./trail.module.css";

interface TrailFiltersProps {
  people: readonly { id: string; name: string }[];
  from: string;
  /** Sentences by field. */
  fields: Readonly<Record<string, string>>;
  attempt: number;
}

const any = { value: "", label: "Anything" };
const acts = [any, ...actionGroups.flatMap(({ names }) => names.map((value) => ({ value, label: actions[value] })))];
const order = ["personId", "recordNumber", "action", "from", "to"] as const;

export function TrailFilters({ people, from, fields, attempt }: TrailFiltersProps) {
  const errors = order.flatMap((name) => (fields[name] ? [{ id: `trail-${name}`, message: fields[name] }] : []));
  const of = (name: (typeof order)[number]) => ({ id: `trail-${name}`, name, error: fields[name] });
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <div className={styles.filters}>
        <SelectField {...of("personId")} label="Person" options={[{ value: "", label: "Anyone" }, ...people.map(({ id, name }) => ({ value: id, label: name }))]} />
        <TextField {...of("recordNumber")} label="Record number" autoComplete="off" />
        <SelectField {...of("action")} label="What" options={acts} />
        <TextField {...of("from")} label="From" type="date" defaultValue={from} />
        <TextField {...of("to")} label="To" type="date" />
      </div>
    </>
  );
}
