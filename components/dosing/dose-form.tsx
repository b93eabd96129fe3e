import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { SideBySide } from "@/components/ui/side-by-side";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { DoseProblemId } from "@/lib/course/dosing/dose";
import type { DoseBody } from "@/lib/schemas/dosing";
import type { DosingSettings } from "@/lib/schemas/dosing-settings";
import type { RoomView } from "@/lib/schemas/dosing-view";
import { AmountFields } from "./amount-fields";
import { DoseTimes } from "./dose-times";
import { doseValues, problemsOf, type DoseValues } from "./dose-values";
import { PersonField } from "./person-field";
import { ReasonFields } from "./reason-fields";
import styles from "./room.module.css";

interface DoseFormProps {
  view: RoomView;
  settings: DosingSettings;
  /** Names of the care team, ready to choose. */
  team: readonly string[];
  me: string;
  now: Date;
  onSave: (body: DoseBody) => void;
}

const treatments = [
  { value: "ketamine intravenous", label: "IV ketamine" },
  { value: "ketamine intranasal", label: "Nasal ketamine" },
  { value: "esketamine intranasal", label: "Esketamine" },
];

/** Where what has to be mended is mended. */
const fieldOf: Readonly<Partial<Record<DoseProblemId, string>>> = {
  combination: "dose-medicine", weight: "dose-weight", "mg-per-kg": "dose-mg-per-kg", "looks-like-mg": "dose-mg-per-kg", devices: "dose-devices", given: "dose-given",
  "above-limit": "dose-given", unconfirmed: "dose-given", prepared: "dose-prepared", "same-person": "dose-checked",
  "start-in-future": "dose-start", "stop-in-future": "dose-stop", "stop-before-start": "dose-stop", "stop-without-start": "dose-stop",
};

/** The whole record. Starting is a moment of its own: it is noted when pressed, whatever still has to be answered. */
export function DoseForm({ view, settings, team, me, now, onSave }: DoseFormProps) {
  const [values, setValues] = useState(() => doseValues(view));
  const [base, setBase] = useState(view.dose?.number ?? 0);
  const [dirty, setDirty] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const newest = view.dose?.number ?? 0;
  const theirs = () => {
    setValues(doseValues(view));
    setBase(newest);
    setDirty(false);
    setAttempt(0);
  };
  // Untouched, the form follows what others save.
  if (newest !== base && !dirty) theirs();
  const set = (more: Partial<DoseValues>) => {
    setDirty(true);
    setValues((before) => ({ ...before, ...more }));
  };
  const problems = problemsOf(values, view, settings.amounts, now);
  const reasons = problems.filter(({ overridable }) => overridable);
  const open = problems.filter(({ id, overridable }) => !overridable || !values.reasons[id]?.trim());
  const wrong = attempt === 0 ? [] : open;
  const errors = wrong.map(({ id, words, overridable }) => ({ id: overridable ? `reason-${id}` : (fieldOf[id] ?? "dose-notes"), message: overridable ? `${words} Give a reason to go on.` : words }));
  const errorAt = (field: string) => errors.find(({ id }) => id === field)?.message;

  function save(event: FormEvent | null, more: Partial<DoseValues> = {}) {
    event?.preventDefault();
    const next = { ...values, ...more };
    const left = problemsOf(next, view, settings.amounts, new Date()).filter(({ id, overridable }) => !overridable || !next.reasons[id]?.trim());
    setValues(next);
    if (left.length > 0) {
      setDirty(true);
      return setAttempt((count) => count + 1);
    }
    onSave({ ...next, number: base, key: crypto.randomUUID() });
    setDirty(false);
    setAttempt(0);
    setBase(base + 1);
  }

  return (
    <form className={styles.form} method="post" noValidate onSubmit={save}>
      <ErrorSummary errors={errors} attempt={attempt} />
      {newest !== base && (
        <Notice
          tone="warning"
          live="status"
          title={`${view.dose?.by ?? "Somebody"} has saved this record meanwhile.`}
          action={
            <div className={styles.actions}>
              <Button look="secondary" onClick={theirs}>
                Show theirs
              </Button>
              <Button look="secondary" onClick={() => setBase(newest)}>
                Keep mine
              </Button>
            </div>
          }
        >
          What you entered is still here.
        </Notice>
      )}
      <RadioGroup
        id="dose-medicine"
        name="medicine"
        legend="Medicine and route"
        look="segmented"
        options={treatments}
        value={`${values.medicine} ${values.route}`}
        onChange={(event) => {
          const [medicine, route] = event.target.value.split(" ") as [DoseValues["medicine"], DoseValues["route"]];
          set({ medicine, route, confirmedAt: null });
        }}
      />
      <AmountFields values={values} lastWeightKg={view.lastWeightKg} zone={view.course.timeZone} error={errorAt("dose-given")} onChange={set} />
      <SideBySide>
        <TextField id="dose-lot" label="Lot" optional short value={values.lot} autoComplete="off" onChange={(event) => set({ lot: event.target.value })} />
        <TextField id="dose-expiry" label="Expiry" optional short type="date" value={values.expiry ?? ""} onChange={(event) => set({ expiry: event.target.value || null })} />
      </SideBySide>
      <div className={styles.dials}>
        <PersonField id="dose-prepared" label="Prepared by" error={errorAt("dose-prepared")} names={team} me={me} value={values.preparedBy} onChange={(preparedBy) => set({ preparedBy })} />
        <PersonField id="dose-checked" label="Checked by" hint="A second person" error={errorAt("dose-checked")} names={team} me={me} value={values.checkedBy} onChange={(checkedBy) => set({ checkedBy })} />
      </div>
      {values.startedAt !== null && <DoseTimes values={values} zone={view.course.timeZone} now={now} onChange={set} />}
      <TextArea id="dose-notes" label="Observations" optional rows={2} value={values.notes} onChange={(event) => set({ notes: event.target.value })} />
      {attempt === 0 && problems.filter(({ overridable }) => !overridable).map(({ id, words }) => (
        <Notice key={id} tone="problem" live="status">
          {words}
        </Notice>
      ))}
      <ReasonFields problems={reasons} reasons={values.reasons} tried={attempt > 0} onChange={(given) => set({ reasons: { ...values.reasons, ...given } })} />
      <div className={styles.actions}>
        {view.dose?.startedAt || values.startedAt !== null ? (
          <Button type="submit">{view.dose?.startedAt ? "Save the record" : "Save the start"}</Button>
        ) : (
          <>
            <Button onClick={() => save(null, { startedAt: new Date().toISOString() })}>Start now</Button>
            <Button type="submit" look="secondary">
              Save, not started yet
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
