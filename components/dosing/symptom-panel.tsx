import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import type { CheckBody } from "@/lib/schemas/dosing";
import type { CheckView } from "@/lib/schemas/dosing-view";
import { DraftNotice } from "@/components/begun/draft-notice";
import { clockTime } from "./moment";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import styles from "./room.module.css";

interface SymptomPanelProps {
  sessionId: string;
  keeper: Keeper;
  check: CheckView | null;
  zone: string;
  onSave: (body: CheckBody) => void;
}

const answers = [{ value: "no", label: "No" }, { value: "yes", label: "Yes" }];
/** `known`: the answers that are asked again. */
const empty = { again: false, known: 0, psychotic: "", manic: "", note: "" };
const word = (given: boolean) => (given ? "yes" : "no");

/** Asked at the end of every dosing session, answered with a tap each; a yes needs words. */
export function SymptomPanel({ sessionId, keeper, check, zone, onSave }: SymptomPanelProps) {
  const draft = useFormDraft(keeper, `${sessionId}/check`, empty);
  const { again, psychotic, manic, note } = draft.values;
  const set = (more: Partial<typeof empty>) => draft.set({ ...draft.values, ...more });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);

  const begun = again || psychotic !== "" || manic !== "" || note !== "";
  if (check && !begun) {
    return (
      <p className={styles.moment}>
        <span>
          Psychotic symptoms: <strong>{word(check.psychotic)}</strong> · Manic symptoms: <strong>{word(check.manic)}</strong> {check.note && `· ${check.note} `}
          <span className={styles.soft}>
            ({check.by}, {clockTime(check.at, zone)})
          </span>
        </span>
        <Button look="quiet" onClick={() => set({ again: true, known: check.number })}>
          Ask again
        </Button>
      </p>
    );
  }

  function save(event: FormEvent) {
    event.preventDefault();
    const found: Record<string, string> = {};
    if (psychotic === "") found.psychotic = "Say whether there are psychotic symptoms";
    if (manic === "") found.manic = "Say whether there are manic symptoms";
    if ((psychotic === "yes" || manic === "yes") && note.trim() === "") found.note = "Write what was seen and what was done";
    setErrors(found);
    setAttempt((count) => count + 1);
    if (Object.keys(found).length > 0) return;
    onSave({ key: crypto.randomUUID(), number: again ? draft.values.known : 0, psychotic: psychotic === "yes", manic: manic === "yes", note: note.trim() });
    draft.clear();
  }

  return (
    <form className={styles.form} method="post" noValidate onSubmit={save}>
      <ErrorSummary errors={Object.entries(errors).map(([id, message]) => ({ id: `check-${id}`, message }))} attempt={attempt} />
      {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.clear} />}
      <div className={styles.dials}>
        <RadioGroup id="check-psychotic" name="psychotic" legend="Psychotic symptoms" look="segmented" hint="Hearing or seeing what others do not, being watched or persecuted" error={errors.psychotic} options={answers} value={psychotic} onChange={(event) => set({ psychotic: event.target.value })} />
        <RadioGroup id="check-manic" name="manic" legend="Manic symptoms" look="segmented" hint="Elated or irritable far beyond the usual, racing thoughts, no need of sleep" error={errors.manic} options={answers} value={manic} onChange={(event) => set({ manic: event.target.value })} />
      </div>
      {(psychotic === "yes" || manic === "yes") && <TextArea id="check-note" label="What was seen, and what was done" rows={2} error={errors.note} value={note} onChange={(event) => set({ note: event.target.value })} />}
      <div className={styles.actions}>
        <Button type="submit">Save the answers</Button>
        {check && (
          <Button look="quiet" onClick={draft.clear}>
            Not now
          </Button>
        )}
      </div>
    </form>
  );
}
