import { DateTimeField } from "@/components/ui/date-time-field";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { attendanceWords, homeworkWords, SUDS } from "@/lib/course/therapy-session";
import { SymptomFields } from "./symptom-fields";
import type { VisitAnswers, VisitField } from "./visit-answers";
import styles from "./visit.module.css";

export interface VisitFieldsProps {
  /** Only therapy has a protocol, homework and exposures. */
  therapy: boolean;
  answers: VisitAnswers;
  today: string;
  /** "clinic time, New York" */
  zoneWords: string;
  errorOf: (name: VisitField) => string | undefined;
  onChange: (change: Partial<VisitAnswers>) => void;
}

const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** What is asked of a visit. Who did not come is asked for a reason alone. */
export function VisitFields({ therapy, answers, today, zoneWords, errorOf, onChange }: VisitFieldsProps) {
  const came = answers.attendance !== "not_attended";
  const field = <Name extends VisitField>(name: Name) => ({
    id: `visit-${name}`,
    name,
    value: answers[name],
    error: errorOf(name),
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value } as Partial<VisitAnswers>),
  });
  const number = { inputMode: "numeric", autoComplete: "off", short: true } as const;
  return (
    <>
      <RadioGroup {...field("attendance")} legend="Did the patient come?" options={options(attendanceWords)} />
      {came && <DateTimeField id="visit-at" label="When" hint={zoneWords} max={today} value={answers.at} error={errorOf("at")} onChange={(at) => onChange({ at })} />}
      {came && therapy && (
        <>
          <TextField {...field("protocolSession")} {...number} label="Session of the protocol" optional hint="Suggested from the sessions before" />
          <RadioGroup {...field("homework")} legend="Homework since the last session" options={options(homeworkWords)} />
          <fieldset className={styles.distress} aria-describedby="visit-distress-hint">
            <legend>Distress during an exposure</legend>
            <p id="visit-distress-hint" className={styles.hint}>
              SUDS, {SUDS.min} to {SUDS.max}. Leave empty if there was no exposure.
            </p>
            <div className={styles.three}>
              <TextField {...field("sudsBefore")} {...number} label="Before" />
              <TextField {...field("sudsPeak")} {...number} label="Peak" />
              <TextField {...field("sudsEnd")} {...number} label="At the end" />
            </div>
          </fieldset>
        </>
      )}
      {came && <SymptomFields answers={answers} errorOf={errorOf} onChange={onChange} />}
      <TextArea {...field("note")} label={came ? "Note" : "Why, if known"} optional rows={3} />
    </>
  );
}
