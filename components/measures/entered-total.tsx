"use client";

import { useController, useWatch, type Control } from "react-hook-form";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import { recallWords } from "@/lib/measures/recall";
import type { FormValues } from "./answers";
import type { FormMeasure } from "./form-measure";
import { keyAct } from "./item-keys";
import { SafetyCall } from "./safety-call";
import styles from "./questionnaire.module.css";

interface EnteredTotalProps {
  measure: FormMeasure;
  control: Control<FormValues>;
  /** In a correction: what was saved. */
  before: number | null;
  guidance: string;
}

/** The number, or the result, of a measure whose items are not shown here; and why they are not. */
export function EnteredTotal({ measure, control, before, guidance }: EnteredTotalProps) {
  const { field, fieldState } = useController({ control, name: "total" });
  const recall = useWatch({ control, name: "recall" });
  const { short, range, options, entry } = measure;
  const was = options.find(({ value }) => value === before)?.label ?? before;
  const hint = [
    entry === "total" && `A whole number from ${range.min} to ${range.max}.`,
    recall !== "unstated" && (recall === "moment" ? "As it is at this moment." : `About the ${recallWords[recall]}.`),
    was !== null && `Was ${was}.`,
  ].filter(Boolean).join(" ");
  return (
    <div className={styles.entered}>
      {entry === "total" ? (
        <TextField
          id="total"
          label={`Total of the ${short}`}
          hint={hint}
          error={fieldState.error?.message}
          short
          inputMode="numeric"
          autoComplete="off"
          value={field.value}
          onChange={field.onChange}
        />
      ) : (
        <RadioGroup
          id="total"
          name="total"
          legend={`Result of the ${short}`}
          hint={hint}
          error={fieldState.error?.message}
          options={options.map(({ value, label }) => ({ value: String(value), label: `${value} ${label}` }))}
          value={field.value}
          onChange={field.onChange}
          onKeyDown={(event) => {
            const act = keyAct(event.nativeEvent, options.map(({ value }) => value));
            if (act?.act === "answer") field.onChange(String(act.value));
          }}
        />
      )}
      <SafetyCall measure={measure} control={control} guidance={guidance} />
      <p className={styles.instruction}>{measure.whyNoItems}</p>
    </div>
  );
}
