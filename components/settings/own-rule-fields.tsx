import { useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldNotes } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { SideBySide } from "@/components/ui/side-by-side";
import { TextField } from "@/components/ui/text-field";
import { RCI_LIMIT } from "@/lib/change/jacobson-truax";
import { ownRulePreview } from "./own-rule-preview";
import { useSettingsField } from "./settings-field";
import type { MeasureChoice, SettingsValues } from "./settings-values";
import styles from "./settings.module.css";

interface OwnRuleFieldsProps {
  index: number;
  measures: readonly MeasureChoice[];
  onRemove: () => void;
}

/** One rule of the clinic's own; what it comes to is worked out while it is typed. */
export function OwnRuleFields({ index, measures, onRemove }: OwnRuleFieldsProps) {
  const field = useSettingsField();
  const { control, setValue } = useFormContext<SettingsValues>();
  const rule = useWatch({ control, name: `ownRules.${index}` });
  const measure = measures.find(({ id }) => id === rule.measure);
  const at = <Name extends string>(name: Name) => `ownRules.${index}.${name}` as const;
  const recalls = field(at("recalls"));
  const preview = ownRulePreview(rule);

  function chooseMeasure(id: string) {
    const covers = measures.find((each) => each.id === id)?.recalls ?? [];
    setValue(at("recalls"), covers.map((recall) => recall.id), { shouldDirty: true });
  }

  return (
    <fieldset className={styles.rule}>
      <legend>{rule.name === "" ? "A rule of your own" : rule.name}</legend>
      <SideBySide>
        <TextField {...field(at("name"))} label="Name of the rule" hint="As verdicts will say it, for example “Our clinic 2026”" autoComplete="off" />
        <SelectField
          {...field(at("measure"))}
          label="Measure"
          options={measures.map(({ id, short }) => ({ value: id, label: short }))}
          onInput={(event) => chooseMeasure(event.currentTarget.value)}
        />
      </SideBySide>
      <SideBySide>
        <TextField {...field(at("sd"), "number")} label="Standard deviation (SD)" hint="In points, of the people it was worked out on" type="number" step="any" min={0} inputMode="decimal" />
        <TextField {...field(at("r"), "number")} label="Reliability (r)" hint="From 0 to below 1" type="number" step="any" min={0} max={1} inputMode="decimal" />
      </SideBySide>
      <output className={styles.preview} data-refused={preview?.refused || undefined} aria-live="polite">
        {preview?.words ?? `The threshold appears when SD and r are there: ${RCI_LIMIT} · √2 · SD · √(1 − r).`}
      </output>
      <SideBySide>
        <TextField {...field(at("kindOfR"))} label="Kind of reliability" hint="For example “test–retest, one week” or “Cronbach’s alpha”" autoComplete="off" />
        <TextField {...field(at("endState"), "number or nothing")} label="End state, at or below" hint="Empty where there is none" optional type="number" min={0} max={measure?.max} inputMode="numeric" />
      </SideBySide>
      <TextField {...field(at("population"))} label="People it was worked out on" autoComplete="off" />
      <TextField {...field(at("source"))} label="Source" hint="A paper, or “our own patients” with dates and number" autoComplete="off" />
      <fieldset className={styles.recalls}>
        <legend>Used on</legend>
        <FieldNotes id={recalls.id} error={recalls.error} />
        {measure?.recalls.map(({ id, words }, place) => (
          <Checkbox
            key={id}
            id={place === 0 ? recalls.id : `${recalls.id}-${id}`}
            label={words}
            checked={rule.recalls.includes(id)}
            onChange={(event) =>
              setValue(at("recalls"), measure.recalls.map((recall) => recall.id).filter((each) => (each === id ? event.target.checked : rule.recalls.includes(each))), { shouldDirty: true })
            }
          />
        ))}
      </fieldset>
      <div>
        <Button look="danger" onClick={onRemove}>
          Remove this rule
        </Button>
      </div>
    </fieldset>
  );
}
