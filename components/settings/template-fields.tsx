import { useFormContext, useWatch } from "react-hook-form";
import { medicineOptions, routeWords, therapyOptions, weekOptions } from "@/components/course/course-options";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { routesOf, type Medicine } from "@/lib/course/course";
import { pairingWords } from "@/lib/course/templates";
import { useSettingsField } from "./settings-field";
import type { SettingsValues } from "./settings-values";
import styles from "./settings.module.css";

const pairings = Object.entries(pairingWords).map(([value, label]) => ({ value, label }));

/** One template: its treatment, its days and its times. */
export function TemplateFields({ index }: { index: number }) {
  const field = useSettingsField();
  const { control, setValue } = useFormContext<SettingsValues>();
  const template = useWatch({ control, name: `templates.${index}` });
  const plans = useWatch({ control, name: "plans" });
  const at = `templates.${index}` as const;
  if (!template) return null;
  const routes = routesOf[template.medicine].map((value) => ({ value, label: routeWords[value] }));

  function medicine(value: string) {
    setValue(`${at}.route`, routesOf[value as Medicine][0]!, { shouldDirty: true });
  }

  return (
    <>
      <TextField {...field(`${at}.name`)} label="Name of the template" autoComplete="off" />
      <div className={styles.fields}>
        <SelectField {...field(`${at}.medicine`, "text", (event) => medicine(event.target.value))} label="Medicine" options={medicineOptions} />
        <SelectField key={template.medicine} {...field(`${at}.route`)} label="Route" options={routes} />
        <SelectField {...field(`${at}.therapy`)} label="Psychotherapy" options={therapyOptions} />
        {template.therapy === "other" && <TextField {...field(`${at}.therapyName`)} label="Which therapy" autoComplete="off" />}
        <SelectField {...field(`${at}.plannedWeeks`, "number")} label="Planned length" options={weekOptions} />
        <SelectField {...field(`${at}.plan`, "text or nothing")} label="Plan of measures" options={[{ value: "", label: "The clinic’s standard plan" }, ...plans.map(({ id, name }) => ({ value: id, label: name }))]} />
      </div>
      <div className={styles.fields}>
        <TextField {...field(`${at}.doses`, "days")} label="Days of the doses" hint="For example 0, 7, 14" autoComplete="off" />
        <SelectField {...field(`${at}.pairing`)} label="Therapy and doses" options={pairings} />
        <TextField {...field(`${at}.therapyDays`, "days")} label="Days of other therapy sessions" autoComplete="off" />
        <TextField {...field(`${at}.times.dose`)} type="time" label="Time of doses" />
        <TextField {...field(`${at}.times.therapy`)} type="time" label="Time of therapy" />
      </div>
      <TextField {...field(`${at}.source`)} label="Where it comes from" optional autoComplete="off" />
    </>
  );
}
