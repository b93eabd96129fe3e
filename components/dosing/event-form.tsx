import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import { outcomeWords, relationWords, SERIOUS_MEANS, severityWords } from "@/lib/course/dosing/events";
import { wallTime } from "@/lib/course/calendar";
import type { EventBody } from "@/lib/schemas/dosing";
import { eventBody, type EventValues } from "./event-values";
import { MomentField } from "./moment-field";
import styles from "./room.module.css";

interface EventFormProps {
  values: EventValues;
  zone: string;
  now: Date;
  onChange: (more: Partial<EventValues>) => void;
  onSave: (id: string, body: Omit<EventBody, "sessionId">) => void;
  onClose: () => void;
}

const choices = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

export function EventForm({ values, zone, now, onChange, onSave, onClose }: EventFormProps) {
  const { of, term, severity, serious, relation, onset, end, outcome, action, why } = values;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);

  function save(submitted: FormEvent | null, act: EventBody["act"]) {
    submitted?.preventDefault();
    const made = eventBody(values, act, zone, now);
    setErrors("errors" in made ? made.errors : {});
    setAttempt((count) => count + 1);
    if ("body" in made) onSave(of?.id ?? crypto.randomUUID(), { ...made.body, key: crypto.randomUUID() });
  }

  return (
    <form className={styles.form} method="post" noValidate onSubmit={(submitted) => save(submitted, of ? "corrected" : "entered")}>
      <ErrorSummary errors={Object.entries(errors).map(([id, message]) => ({ id: `event-${id}`, message }))} attempt={attempt} />
      <TextField id="event-term" label="Event" error={errors.term} autoComplete="off" value={term} onChange={(change) => onChange({ term: change.target.value })} />
      <RadioGroup id="event-severity" name="event-severity" legend="How severe" error={errors.severity} options={choices(severityWords)} value={severity} onChange={(change) => onChange({ severity: change.target.value as EventBody["severity"] })} />
      <RadioGroup id="event-serious" name="event-serious" legend="Serious" look="segmented" hint={SERIOUS_MEANS} error={errors.serious} options={[{ value: "no", label: "No" }, { value: "yes", label: "Yes" }]} value={serious} onChange={(change) => onChange({ serious: change.target.value as "yes" })} />
      <RadioGroup id="event-relation" name="event-relation" legend="Relation to the dose" error={errors.relation} options={choices(relationWords)} value={relation} onChange={(change) => onChange({ relation: change.target.value as EventBody["relation"] })} />
      <MomentField id="event-onset" label="Onset" fixed value={onset} onChange={(moment) => onChange({ onset: moment })} zone={zone} now={now} error={errors.onset} />
      {end === null ? (
        <div>
          <Button look="secondary" onClick={() => onChange({ end: wallTime(now, zone), outcome: "resolved" })}>
            It is over
          </Button>
        </div>
      ) : (
        <MomentField id="event-end" label="End" fixed value={end} onChange={(moment) => onChange({ end: moment })} zone={zone} now={now} error={errors.end} />
      )}
      <RadioGroup id="event-outcome" name="event-outcome" legend="Outcome" options={choices(outcomeWords)} value={outcome} onChange={(change) => onChange({ outcome: change.target.value as EventBody["outcome"] })} />
      <TextField id="event-action" label="What was done" optional value={action} onChange={(change) => onChange({ action: change.target.value })} />
      {of && <TextField id="event-why" label="Reason for the change" error={errors.why} value={why} onChange={(change) => onChange({ why: change.target.value })} />}
      <div className={styles.actions}>
        <Button type="submit">{of ? "Save the correction" : "Save event"}</Button>
        {of && (
          <Button look="danger" onClick={() => save(null, "voided")}>
            Void
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          Not now
        </Button>
      </div>
    </form>
  );
}
