"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { DraftNotice } from "@/components/begun/draft-notice";
import type { FormDraft } from "@/components/begun/use-form-draft";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { RadioGroup } from "@/components/ui/radio-group";
import { SaveProblem } from "@/components/ui/save-problem";
import { TextArea } from "@/components/ui/text-area";
import { useSave } from "@/components/ui/use-save";
import { byDefinition, type BaselineButtonProps, type BaselineValues } from "./baseline-button";

interface BaselineDialogProps extends BaselineButtonProps {
  draft: FormDraft<BaselineValues>;
  onClose: () => void;
}

/** Another score of the same recall window to count change from, with the reason; or back to the definition. */
export default function BaselineDialog({ courseId, zone, email, series, choices, draft, onClose }: BaselineDialogProps) {
  const { refresh } = useRouter();
  const { id, choice, reason } = draft.values;
  const set = (more: Partial<BaselineValues>) => draft.set({ choice, reason, ...more, id: id || crypto.randomUUID() });
  const [attempts, setAttempts] = useState(0);
  const save = useSave("POST", `/api/courses/${courseId}/baselines`, () => {
    refresh();
    onClose();
  });
  const left = attempts > 0 && reason.trim() === "" ? "Enter a reason" : undefined;
  const reasonError = left ?? save.problem?.fields?.reason;
  const choiceError = save.problem?.fields?.assessmentId;

  function submit(event: FormEvent) {
    event.preventDefault();
    setAttempts(attempts + 1);
    if (reason.trim() === "") return;
    const { measure, recall } = series;
    void save.run({ id, measure, recall, assessmentId: choice === byDefinition ? null : choice, reason: reason.trim() });
  }

  return (
    <>
      <Dialog open title={`Baseline of ${series.title}`} onClose={onClose}>
        <FormFrame
          onSubmit={submit}
          actions={
            <>
              <Button type="submit" busy={save.busy} busyWords="Saving">
                Set baseline
              </Button>
              <Button look="quiet" onClick={onClose}>
                Cancel
              </Button>
            </>
          }
        >
          <ErrorSummary
            errors={[
              ...(choiceError ? [{ id: "baseline-choice", message: choiceError }] : []),
              ...(reasonError ? [{ id: "baseline-reason", message: reasonError }] : []),
            ]}
            attempt={attempts + save.failures}
          />
          <SaveProblem problem={save.problem} onAgain={save.again} />
          {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={onClose} />}
          <RadioGroup
            id="baseline-choice"
            name="baseline"
            legend="Count change from"
            hint="Scores of the same recall window. What came before the choice has no change."
            error={choiceError}
            options={[
              { value: byDefinition, label: "The definition", hint: "the last score in the 7 days before treatment, else the first" },
              ...choices.map(({ id: value, label }) => ({ value, label })),
            ]}
            value={choice}
            onChange={(event) => set({ choice: event.target.value })}
          />
          <TextArea
            id="baseline-reason"
            label="Reason"
            hint="Stands beside the baseline on the chart."
            rows={2}
            maxLength={500}
            value={reason}
            error={reasonError}
            onChange={(event) => set({ reason: event.target.value })}
          />
        </FormFrame>
      </Dialog>
      <SignInDialog
        open={save.problem?.kind === "sign-in"}
        email={email}
        onSignedIn={save.again}
        onClose={save.dismiss}
      />
    </>
  );
}
