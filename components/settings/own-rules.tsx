import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { OwnRuleFields } from "./own-rule-fields";
import type { MeasureChoice, SettingsValues } from "./settings-values";
import styles from "./settings.module.css";

export function OwnRules({ measures }: { measures: readonly MeasureChoice[] }) {
  const { control, getValues, setValue } = useFormContext<SettingsValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "ownRules", keyName: "key" });

  function add() {
    const [first] = measures;
    if (first === undefined) return;
    const blank = { id: `own-${Date.now().toString(36)}`, name: "", kindOfR: "", population: "", source: "", endState: null };
    append({ ...blank, measure: first.id, recalls: first.recalls.map(({ id }) => id), sd: Number.NaN, r: Number.NaN });
  }

  /** A measure judged by it goes back to its first rule. */
  function take(index: number) {
    const { id, measure } = getValues(`ownRules.${index}`);
    const first = measures.find((each) => each.id === measure)?.rules[0]?.id;
    if (getValues(`rules.${measure}`) === id) setValue(`rules.${measure}`, first as string, { shouldDirty: true });
    remove(index);
  }

  return (
    <div className={styles.section}>
      <h3>Rules of your own</h3>
      <p className={styles.hint}>
        Reliable change after Jacobson and Truax, from the SD of people like yours and the reliability of the measure. Name where both come from: r moves the
        threshold more than anything else.
      </p>
      {fields.map(({ key }, index) => (
        <OwnRuleFields key={key} index={index} measures={measures} onRemove={() => take(index)} />
      ))}
      <div>
        <Button look="secondary" onClick={add}>
          Add a rule of your own
        </Button>
      </div>
    </div>
  );
}
