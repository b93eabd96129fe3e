import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { PlanGrid } from "@/components/course/plan-grid";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { useSettingsField } from "./settings-field";
import { fieldId } from "./settings-problems";
import type { MeasureChoice, SettingsValues } from "./settings-values";
import styles from "./settings.module.css";

/** The clinic's plans of measures, and the one a new course starts with. */
export function PlansSection({ measures }: { measures: readonly MeasureChoice[] }) {
  const field = useSettingsField();
  const { control, getValues, setValue } = useFormContext<SettingsValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "plans", keyName: "key" });
  const plans = useWatch({ control, name: "plans" });
  const on = useWatch({ control, name: "measures" });
  const recorded = measures.filter(({ id }) => on.includes(id));
  const nameOf = (id: string) => measures.find((measure) => measure.id === id)?.short ?? id;

  function add() {
    const plan = structuredClone(getValues("plans.0.plan"));
    append({ id: `plan-${Date.now().toString(36)}`, name: "", plan });
  }

  function take(index: number) {
    const gone = getValues(`plans.${index}.id`);
    remove(index);
    if (getValues("defaultPlan") === gone) setValue("defaultPlan", getValues("plans.0.id"), { shouldDirty: true });
  }

  return (
    <Card id="plans" title="Plans of measures">
      <div className={styles.section}>
        <p className={styles.hint}>Which measures are asked for when. A new course starts with the plan chosen here; each patient’s course can have its own.</p>
        <SelectField
          key={plans.map(({ id }) => id).join()}
          {...field("defaultPlan")}
          label="Plan of a new course"
          options={plans.map(({ id, name }) => ({ value: id, label: name || "Not named yet" }))}
          short
        />
        {fields.map(({ key }, index) => (
          <fieldset key={key} className={styles.rule}>
            <legend>{plans[index]?.name || "A new plan"}</legend>
            <TextField {...field(`plans.${index}.name`)} label="Name of the plan" autoComplete="off" />
            {plans[index] && (
              <PlanGrid
                caption={`Measures of the plan “${plans[index].name}”`}
                plan={plans[index].plan}
                measures={recorded}
                nameOf={nameOf}
                onChange={(plan) => setValue(`plans.${index}.plan`, plan as SettingsValues["plans"][number]["plan"], { shouldDirty: true })}
              />
            )}
            {fields.length > 1 && (
              <div>
                <Button look="danger" onClick={() => take(index)}>
                  Remove this plan
                </Button>
              </div>
            )}
          </fieldset>
        ))}
        <div>
          <Button id={fieldId("plans")} look="secondary" onClick={add}>
            Add a plan
          </Button>
        </div>
      </div>
    </Card>
  );
}
