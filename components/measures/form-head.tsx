"use client";

import Link from "next/link";
import { useState } from "react";
import { useController, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { recallWords, type Recall } from "@/lib/measures/recall";
import { modeWords } from "./answers";
import { countWords, recallAdjective } from "./form-words";
import { FormDetails } from "./form-details";
import type { QuestionnaireProps } from "./questionnaire-props";
import { RecallSwitch } from "./recall-switch";
import type { QuestionnaireState } from "./use-questionnaire";
import { wallTimeWords } from "./wall-time";
import styles from "./form-head.module.css";

interface FormHeadProps extends Pick<
  QuestionnaireProps,
  "measure" | "patient" | "suggestion" | "sessions" | "zone" | "correction"
> {
  state: QuestionnaireState;
  after: string;
}

/** Which form, whose, about which period; and, folded, for which session, when and how. */
export function FormHead({
  measure,
  patient,
  suggestion,
  sessions,
  zone,
  correction,
  state,
  after,
}: FormHeadProps) {
  const { control, getValues } = state.form;
  const recall = useController({ control, name: "recall" });
  const [sessionId, answeredAt, mode] = useWatch({ control, name: ["sessionId", "answeredAt", "mode"] });
  const [changed, setChanged] = useState<{ from: Recall; answers: number } | null>(null);

  const printed = measure.forms.find((each) => each.recall === recall.field.value);
  // What its reader must know is said where one chooses against the suggestion, and where a number is copied down.
  const against = suggestion !== null && suggestion.recall !== printed?.recall;
  const caution = mode !== "device" && (against || measure.entry !== "items") ? printed?.caution : null;

  function change(next: Recall, answers: number) {
    setChanged(answers > 0 && next !== changed?.from ? { from: recall.field.value, answers } : null);
    recall.field.onChange(next);
  }

  return (
    <header className={styles.head}>
      <div className={styles.top}>
        <div>
          <h1>
            {correction && "Correct the "}
            <span className={styles.short}>{measure.short}</span>
          </h1>
          <p className={styles.who}>
            <Link href={after} prefetch={false} className={styles.patient}>
              {patient.name}
            </Link>
            {patient.details && ` · ${patient.details}`}
          </p>
        </div>
        {measure.forms.length > 1 && (
          <RecallSwitch
            forms={measure.forms}
            recall={recall.field.value}
            error={recall.fieldState.error?.message}
            answered={() => getValues("ratings").filter((rating) => rating !== null).length}
            onChange={change}
          />
        )}
      </div>
      {suggestion && (
        <p className={styles.soft}>
          Suggested: {recallWords[suggestion.recall]}. {suggestion.reason}
        </p>
      )}
      {caution && <p className={styles.soft}>{caution}</p>}
      {changed && (
        <Notice
          tone="warning"
          live="status"
          action={
            <Button look="quiet" onClick={() => change(changed.from, changed.answers)}>
              Change back
            </Button>
          }
        >
          {countWords(changed.answers, "answer", "answers")} kept, given to the{" "}
          {recallAdjective(changed.from)} wording.
        </Notice>
      )}
      <details
        className={styles.fold}
        open={state.unfolded}
        onToggle={(event) => state.setUnfolded(event.currentTarget.open)}
      >
        <summary className={styles.summary}>
          <span>
            {sessions.find(({ id }) => id === sessionId)?.label ?? "No session"} ·{" "}
            {wallTimeWords(answeredAt) || "no date and time"} ({zone.label}) · {modeWords[mode]}
          </span>
          <span className={styles.change}>{state.unfolded ? "Done" : "Change"}</span>
        </summary>
        {state.unfolded && (
          <FormDetails control={control} sessions={sessions} zoneLabel={zone.label} latest={state.latest} />
        )}
      </details>
    </header>
  );
}
