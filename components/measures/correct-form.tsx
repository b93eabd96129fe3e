"use client";

import { Questionnaire } from "./questionnaire";
import type { QuestionnaireProps } from "./questionnaire-props";

interface CorrectFormProps extends Omit<
  QuestionnaireProps,
  "addresses" | "correction" | "suggestion" | "initial"
> {
  /** The form as it is saved now. */
  saved: Omit<QuestionnaireProps["initial"], "step">;
  /** The revision that was read: a newer one makes the server refuse. */
  revision: number;
  addresses: { corrections: string; after: string };
}

/** A saved form on the same page it was entered on: old values marked, a reason asked for. */
export function CorrectForm({ saved, revision, addresses, ...rest }: CorrectFormProps) {
  return (
    <Questionnaire
      {...rest}
      suggestion={null}
      initial={{ ...saved, step: 0 }}
      addresses={{ draft: null, save: addresses.corrections, after: addresses.after }}
      correction={{ revision }}
    />
  );
}
