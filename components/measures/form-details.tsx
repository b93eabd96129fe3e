"use client";

import { useState } from "react";
import { useController, type Control } from "react-hook-form";
import { DateTimeField } from "@/components/ui/date-time-field";
import { RadioGroup } from "@/components/ui/radio-group";
import { SelectField } from "@/components/ui/select-field";
import { modeWords, type FormValues, type Mode } from "./answers";
import styles from "./form-details.module.css";

interface FormDetailsProps {
  control: Control<FormValues>;
  sessions: readonly { id: string; label: string }[];
  zoneLabel: string;
  /** The clinic's wall clock now. */
  latest: () => string;
}

/** Session, time and way of giving: right by default, folded away until they are not. */
export function FormDetails({ control, sessions, zoneLabel, latest }: FormDetailsProps) {
  const [now] = useState(latest);
  const session = useController({ control, name: "sessionId" });
  const answeredAt = useController({ control, name: "answeredAt" });
  const mode = useController({ control, name: "mode" });
  return (
    <div className={styles.details}>
      <SelectField
        id="session"
        label="Session"
        error={session.fieldState.error?.message}
        options={[
          { value: "", label: "No session" },
          ...sessions.map(({ id, label }) => ({ value: id, label })),
        ]}
        value={session.field.value}
        onChange={session.field.onChange}
      />
      <DateTimeField
        id="answered-at"
        label="Answered on"
        hint={sentence(zoneLabel)}
        error={answeredAt.fieldState.error?.message}
        value={answeredAt.field.value}
        max={now.slice(0, 10)}
        onChange={answeredAt.field.onChange}
      />
      <div className={styles.wide}>
        <RadioGroup
          id="mode"
          name="mode"
          legend="How it was given"
          error={mode.fieldState.error?.message}
          options={Object.entries(modeWords).map(([value, words]) => ({ value, label: sentence(words) }))}
          value={mode.field.value}
          onChange={(event) => mode.field.onChange(event.target.value as Mode)}
        />
      </div>
    </div>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
