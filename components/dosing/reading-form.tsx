import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Scale } from "@/components/ui/scale";
import { Stepper } from "@/components/ui/stepper";
import { TextArea } from "@/components/ui/text-area";
import { DIAL_START, READING_RANGES, vitalUnits, vitalWords, type Vital } from "@/lib/course/dosing/reading";
import { sedationLevels } from "@/lib/course/dosing/sedation";
import type { ReadingBody } from "@/lib/schemas/dosing";
import type { DosingSettings } from "@/lib/schemas/dosing-settings";
import { Chips } from "./chips";
import { DraftNotice } from "@/components/begun/draft-notice";
import { MomentField } from "./moment-field";
import { answersReady, lookAtReading, readingBody, type ReadingValues } from "./reading-values";
import type { Keeper } from "@/components/begun/keeper";
import { useReadingDraft } from "./use-reading-draft";
import styles from "./room.module.css";

/** A CADSS form that this clinic records. */
export interface CadssForm {
  id: "cadss" | "cadss-6";
  short: string;
  max: number;
}

interface ReadingFormProps {
  sessionId: string;
  keeper: Keeper;
  /** Null before the start. */
  startedAt: string | null;
  /** Those that count, in order of time: a dial begins at the last of each. */
  readings: readonly Record<Vital, number | null>[];
  settings: DosingSettings;
  cadss: readonly CadssForm[];
  zone: string;
  now: Date;
  /** One the server refused, to be mended. */
  initial?: ReadingValues;
  onSave: (body: Omit<ReadingBody, "sessionId">) => void;
}

const dials = ["systolic", "diastolic", "pulse", "spo2"] as const;
const tenths = Array.from({ length: 11 }, (_, value) => ({ value }));

/** One observation: a few taps and Save. Nothing is filled in before it is touched; a dial begins at the last value. */
export function ReadingForm({ sessionId, keeper, startedAt, readings, settings, cadss, zone, now, initial, onSave }: ReadingFormProps) {
  const { values, set, clear, leftAt } = useReadingDraft(keeper, sessionId, zone, initial);
  const [attempt, setAttempt] = useState(0);
  const [tried, setTried] = useState(false);
  const { outside, early, errors } = lookAtReading(values, { startedAt, limits: settings.limits, zone, now });
  const shown = tried ? errors : {};
  const lastOf = (vital: (typeof dials)[number]) => readings.findLast((reading) => reading[vital] !== null)?.[vital] ?? null;

  function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setAttempt((count) => count + 1);
    const body = readingBody(values, { startedAt, zone, now: new Date() });
    if (Object.keys(errors).length > 0 || body === null) return;
    onSave(body);
    clear();
    setTried(false);
  }

  return (
    <form className={styles.form} method="post" noValidate onSubmit={save}>
      <ErrorSummary errors={Object.entries(shown).map(([id, message]) => ({ id: `reading-${id}`, message: message ?? "" }))} attempt={attempt} />
      {leftAt && <DraftNotice at={leftAt} zone={zone} onEmpty={clear} />}
      <div className={styles.dials}>
        {dials.map((vital) => {
          const last = lastOf(vital);
          return (
            <Stepper
              key={vital}
              id={`reading-${vital}`}
              label={vitalWords[vital]}
              unit={vitalUnits[vital]}
              hint={last === null ? "Not taken yet" : `Last ${last}`}
              error={shown[vital]}
              value={values[vital]}
              onChange={(value) => set({ [vital]: value })}
              start={last ?? DIAL_START[vital]}
              {...READING_RANGES[vital]}
            />
          );
        })}
      </div>
      <Scale id="reading-sedation" legend={vitalWords.sedation} error={shown.sedation} options={sedationLevels} value={values.sedation} onChange={(sedation) => set({ sedation })} />
      <Scale id="reading-dissociation" legend={vitalWords.dissociation} hint="0 none, 10 the most: the patient's own rating" error={shown.dissociation} options={tenths} value={values.dissociation} onChange={(dissociation) => set({ dissociation })} />
      {cadss.map(({ id, short, max }) => (
        <Disclosure key={id} summary={`${short} total`} beside={values.cadss?.measure === id ? String(values.cadss.total) : "if it was given"}>
          <Stepper id={`reading-${id}`} label={`${short} total`} hint={`0 to ${max}`} min={0} max={max} start={0} value={values.cadss?.measure === id ? values.cadss.total : null} error={shown[id]} onChange={(total) => set({ cadss: total === null ? null : { measure: id, total } })} />
        </Disclosure>
      ))}
      {outside.length > 0 && (
        <div className={styles.outside} aria-live="polite">
          {outside.map(({ id, words }) => (
            <p key={id}>
              <strong>{words}</strong>
            </p>
          ))}
          <TextArea id="reading-done" label={early ? "Why the dose goes ahead, or what was done" : "What was done"} rows={2} error={shown.done} value={values.done} onChange={(event) => set({ done: event.target.value })} />
          <Chips words={answersReady[early ? "before" : "during"]} onChoose={(words) => set({ done: values.done.trim() === "" ? words : `${values.done.trim()}; ${words.toLowerCase()}` })} />
        </div>
      )}
      <MomentField id="reading-at" label="Taken" value={values.moment} onChange={(moment) => set({ moment })} zone={zone} now={now} error={shown.at} />
      <Button type="submit">{early ? "Save reading before the start" : "Save reading"}</Button>
    </form>
  );
}
