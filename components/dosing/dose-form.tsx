import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { SideBySide } from "@/components/ui/side-by-side";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { DoseBody } from "@/lib/schemas/dosing";
import type { DosingSettings } from "@/lib/schemas/dosing-settings";
import type { RoomView } from "@/lib/schemas/dosing-view";
import { AmountFields } from "./amount-fields";
import { doseErrors, unanswered } from "./dose-errors";
import { DoseMeanwhile } from "./dose-meanwhile";
import { DoseTimes } from "./dose-times";
import { problemsOf, type DoseValues } from "./dose-values";
import { DraftNotice } from "@/components/begun/draft-notice";
import { clockTime } from "./moment";
import { PersonField } from "./person-field";
import { ReasonFields } from "./reason-fields";
import { useDoseFields } from "./use-dose-fields";
import type { Keeper } from "@/components/begun/keeper";
import styles from "./room.module.css";

interface DoseFormProps {
  view: RoomView;
  settings: DosingSettings;
  /** Names of the care team, ready to choose. */
  team: readonly string[];
  me: string;
  now: Date;
  keeper: Keeper;
  onSave: (body: DoseBody) => void;
}

const treatments = [
  { value: "ketamine intravenous", label: "IV ketamine" },
  { value: "ketamine intranasal", label: "Nasal ketamine" },
  { value: "esketamine intranasal", label: "Esketamine" },
];

/** The whole record. Starting is a moment of its own: it is noted when pressed, whatever still has to be answered. */
export function DoseForm({ view, settings, team, me, now, keeper, onSave }: DoseFormProps) {
  const { values, base, leftAt, set, ...fields } = useDoseFields(keeper, view);
  const [attempt, setAttempt] = useState(0);
  const theirs = () => {
    fields.theirs();
    setAttempt(0);
  };
  const problems = problemsOf(values, view, settings.amounts, now);
  const reasons = problems.filter(({ overridable }) => overridable);
  const open = unanswered(problems, values.reasons);
  const errors = doseErrors(attempt === 0 ? [] : open);
  const errorAt = (field: string) => errors.find(({ id }) => id === field)?.message;

  function save(event: FormEvent | null, more: Partial<DoseValues> = {}) {
    event?.preventDefault();
    const next = { ...values, ...more };
    const left = unanswered(problemsOf(next, view, settings.amounts, new Date()), next.reasons);
    set(more);
    if (left.length > 0) return setAttempt((count) => count + 1);
    onSave({ ...next, number: base, key: crypto.randomUUID() });
    fields.saved();
    setAttempt(0);
  }

  return (
    <form className={styles.form} method="post" noValidate onSubmit={save}>
      <ErrorSummary errors={errors} attempt={attempt} />
      {leftAt && <DraftNotice at={leftAt} zone={view.course.timeZone} onEmpty={theirs} />}
      {values.startedAt !== null && !view.dose?.startedAt && (
        <Notice tone="warning" live="status" title={`The start at ${clockTime(values.startedAt, view.course.timeZone)} is noted on this page and not saved yet.`}>
          Answer what is asked here, then save the start.
        </Notice>
      )}
      {(view.dose?.number ?? 0) !== base && <DoseMeanwhile by={view.dose?.by ?? "Somebody"} onTheirs={theirs} onMine={fields.mine} />}
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
        <PersonField id="dose-checked" label="Checked by" hint="A second person" error={errorAt("dose-checked")} names={team} me={me} not={values.preparedBy} value={values.checkedBy} onChange={(checkedBy) => set({ checkedBy })} />
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
