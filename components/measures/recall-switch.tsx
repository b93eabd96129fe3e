"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { recallWords, type Recall } from "@/lib/measures/recall";
import { countWords, recallAdjective } from "./form-words";
import type { FormMeasure } from "./form-measure";

interface RecallSwitchProps {
  forms: FormMeasure["forms"];
  recall: Recall;
  error: string | undefined;
  /** How many items are answered at this moment. */
  answered: () => number;
  onChange: (recall: Recall, keptAnswers: number) => void;
}

/** Which period the answers are about. Changing it under answers given to other words asks first. */
export function RecallSwitch({ forms, recall, error, answered, onChange }: RecallSwitchProps) {
  const [wanted, setWanted] = useState<{ recall: Recall; answered: number } | null>(null);
  function choose(next: Recall) {
    const given = answered();
    if (given === 0) onChange(next, 0);
    else setWanted({ recall: next, answered: given });
  }

  return (
    <>
      <RadioGroup
        id="recall"
        name="recall"
        legend="The answers are about the"
        legendHidden
        look="segmented"
        error={error}
        options={forms.map((form) => ({ value: form.recall, label: form.label }))}
        value={recall}
        onChange={(event) => choose(event.target.value as Recall)}
      />
      <Dialog
        open={wanted !== null}
        title={`Change to ${wanted ? recallWords[wanted.recall] : ""}?`}
        onClose={() => setWanted(null)}
        actions={
          <>
            <Button look="secondary" onClick={() => setWanted(null)}>
              Stay with {recallWords[recall]}
            </Button>
            <Button
              onClick={() => {
                if (wanted) onChange(wanted.recall, wanted.answered);
                setWanted(null);
              }}
            >
              Keep the answers and change
            </Button>
          </>
        }
      >
        <p>
          {countWords(wanted?.answered ?? 0, "answer was", "answers were")} given to the{" "}
          {recallAdjective(recall)} wording. Check that they hold for the other one too.
        </p>
      </Dialog>
    </>
  );
}
