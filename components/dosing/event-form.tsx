import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import { outcomeWords, relationWords, SERIOUS_MEANS, severityWords } from "@/lib/course/dosing/events";
import { CLOCK_SLACK_MINUTES } from "@/lib/course/dosing/times";
import { wallTime } from "@/lib/course/calendar";
import type { EventBody } from "@/lib/schemas/dosing";
import type { EventView } from "@/lib/schemas/dosing-view";
import { instantOf, type Moment } from "./moment";
import { MomentField } from "./moment-field";
import styles from "./room.module.css";

interface EventFormProps {
  /** Null for a new one. */
  event: EventView | null;
  term: string;
  /** The onset until another time is chosen. */
  pressedAt: string;
  zone: string;
  now: Date;
  onSave: (id: string, body: Omit<EventBody, "sessionId">) => void;
  onClose: () => void;
}

const choices = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

export function EventForm({ event, term: first, pressedAt, zone, now, onSave, onClose }: EventFormProps) {
  const [term, setTerm] = useState(first);
  const [severity, setSeverity] = useState<EventBody["severity"] | "">(event?.severity ?? "");
  const [serious, setSerious] = useState(event ? (event.serious ? "yes" : "no") : "");
  const [relation, setRelation] = useState<EventBody["relation"] | "">(event?.relation ?? "");
  const [onset, setOnset] = useState<Moment>(wallTime(new Date(pressedAt), zone));
  const [end, setEnd] = useState<Moment>(event?.endedAt ? wallTime(new Date(event.endedAt), zone) : null);
  const [outcome, setOutcome] = useState<EventBody["outcome"]>(event?.outcome ?? "ongoing");
  const [action, setAction] = useState(event?.action ?? "");
  const [why, setWhy] = useState("");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);

  /** The instant itself where the minute shown is still the one it was noted in. */
  const instant = (moment: Moment, noted: string | null | undefined) => (moment !== null && noted && wallTime(new Date(noted), zone) === moment ? new Date(noted) : moment === null ? null : instantOf(moment, zone, now));

  function save(submitted: FormEvent | null, act: EventBody["act"]) {
    submitted?.preventDefault();
    const [onsetAt, endedAt] = [instant(onset, pressedAt), instant(end, event?.endedAt)];
    const found: Record<string, string> = {};
    const latest = now.getTime() + CLOCK_SLACK_MINUTES * 60_000;
    if (term.trim() === "") found.term = "Enter the event";
    if (severity === "") found.severity = "Choose how severe it was";
    if (serious === "") found.serious = "Say whether it was serious";
    if (relation === "") found.relation = "Choose the relation to the dose";
    if (onsetAt === null) found.onset = "Enter a date and a time";
    if (onsetAt && +onsetAt > latest) found.onset = "Enter an onset that is not in the future";
    if (end !== null && endedAt === null) found.end = "Enter a date and a time";
    if (onsetAt && endedAt && endedAt < onsetAt) found.end = "The end is before the onset";
    if (event && why.trim() === "") found.why = `Enter the reason for ${act === "voided" ? "voiding" : "the correction"}`;
    setErrors(found);
    setAttempt((count) => count + 1);
    if (Object.keys(found).length > 0 || severity === "" || relation === "" || onsetAt === null) return;
    onSave(event?.id ?? crypto.randomUUID(), {
      key: crypto.randomUUID(), number: event?.number ?? 0, act, why: why.trim(), term: term.trim(), severity, serious: serious === "yes", relation,
      onsetAt: onsetAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, action: action.trim(), outcome,
    });
  }

  return (
    <form className={styles.form} method="post" noValidate onSubmit={(submitted) => save(submitted, event ? "corrected" : "entered")}>
      <ErrorSummary errors={Object.entries(errors).map(([id, message]) => ({ id: `event-${id}`, message }))} attempt={attempt} />
      <TextField id="event-term" label="Event" error={errors.term} autoComplete="off" value={term} onChange={(change) => setTerm(change.target.value)} />
      <RadioGroup id="event-severity" name="event-severity" legend="How severe" error={errors.severity} options={choices(severityWords)} value={severity} onChange={(change) => setSeverity(change.target.value as EventBody["severity"])} />
      <RadioGroup id="event-serious" name="event-serious" legend="Serious" look="segmented" hint={SERIOUS_MEANS} error={errors.serious} options={[{ value: "no", label: "No" }, { value: "yes", label: "Yes" }]} value={serious} onChange={(change) => setSerious(change.target.value)} />
      <RadioGroup id="event-relation" name="event-relation" legend="Relation to the dose" error={errors.relation} options={choices(relationWords)} value={relation} onChange={(change) => setRelation(change.target.value as EventBody["relation"])} />
      <MomentField id="event-onset" label="Onset" fixed value={onset} onChange={setOnset} zone={zone} now={now} error={errors.onset} />
      {end === null ? (
        <div>
          <Button look="secondary" onClick={() => { setEnd(wallTime(now, zone)); setOutcome("resolved"); }}>
            It is over
          </Button>
        </div>
      ) : (
        <MomentField id="event-end" label="End" fixed value={end} onChange={setEnd} zone={zone} now={now} error={errors.end} />
      )}
      <RadioGroup id="event-outcome" name="event-outcome" legend="Outcome" options={choices(outcomeWords)} value={outcome} onChange={(change) => setOutcome(change.target.value as EventBody["outcome"])} />
      <TextField id="event-action" label="What was done" optional value={action} onChange={(change) => setAction(change.target.value)} />
      {event && <TextField id="event-why" label="Reason for the change" error={errors.why} value={why} onChange={(change) => setWhy(change.target.value)} />}
      <div className={styles.actions}>
        <Button type="submit">{event ? "Save the correction" : "Save event"}</Button>
        {event && (
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
