import { useFormContext, useWatch } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";
import type { Weekday } from "@/lib/course/closed-days";
import { useSettingsField } from "./settings-field";
import { fieldId } from "./settings-problems";
import type { SettingsValues } from "./settings-values";
import styles from "./settings.module.css";

const weekdays: readonly [Weekday, string][] = [[1, "Monday"], [2, "Tuesday"], [3, "Wednesday"], [4, "Thursday"], [5, "Friday"], [6, "Saturday"], [7, "Sunday"]];

/** When the clinic is closed: planning skips these days. */
export function ClosedSection() {
  const field = useSettingsField();
  const { control, setValue } = useFormContext<SettingsValues>();
  const closed = useWatch({ control, name: "closed.weekdays" });
  const { error } = field("closed.weekdays");
  const toggle = (day: Weekday, on: boolean) =>
    setValue("closed.weekdays", on ? [...closed, day].toSorted((a, b) => a - b) : closed.filter((each) => each !== day), { shouldDirty: true });
  return (
    <Card id="closed" title="Days the clinic is closed">
      <div className={styles.section}>
        <fieldset id={fieldId("closed.weekdays")} tabIndex={-1} className={styles.rule}>
          <legend>Every week on</legend>
          {error && <p role="alert">{error}</p>}
          <div className={styles.recalls}>
            {weekdays.map(([day, name]) => (
              <Checkbox key={day} label={name} checked={closed.includes(day)} onChange={(event) => toggle(day, event.target.checked)} />
            ))}
          </div>
        </fieldset>
        <TextField {...field("closed.dates", "dates")} label="On these dates" hint="With commas between, for example 2026-12-25, 2027-01-01" optional autoComplete="off" />
      </div>
    </Card>
  );
}
