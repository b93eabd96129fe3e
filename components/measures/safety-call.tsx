"use client";

import { useEffect } from "react";
import { useWatch, type Control } from "react-hook-form";
import { safetyFinding } from "@/lib/measures/safety";
import { Notice } from "@/components/ui/notice";
import { answersOf, type FormValues } from "./answers";
import type { FormMeasure } from "./form-measure";
import { revealBetween } from "./reveal-between";
import { safetyTitle } from "./safety-answer";
import styles from "./questionnaire.module.css";

interface SafetyCallProps {
  measure: FormMeasure;
  control: Control<FormValues>;
  guidance: string;
}

/**
 * The clinic's words as soon as an answer calls for them, before the server knows of it. It takes no focus and
 * holds nothing up. Not while the patient has the device in hand: then the chart and the caseload say it.
 */
export function SafetyCall({ measure, control, guidance }: SafetyCallProps) {
  const values = useWatch({ control }) as FormValues;
  const shown = values.mode !== "device" && safetyFinding(measure, answersOf(values)) !== null;
  useEffect(() => {
    // It pushed the item that is answered next down, perhaps out of view.
    const card = document.activeElement?.closest<HTMLElement>("[data-item]");
    if (shown && card) revealBetween(card, "instant");
  }, [shown]);
  return (
    <div aria-live="polite" className={shown ? undefined : styles.silent}>
      {shown && (
        <Notice tone="problem" title={safetyTitle(measure)}>
          <span className={styles.guidance}>{guidance}</span>
        </Notice>
      )}
    </div>
  );
}
