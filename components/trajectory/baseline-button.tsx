"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useFormDraft } from "@/components/begun/use-form-draft";
import type { Keeper } from "@/components/begun/keeper";
import { Button } from "@/components/ui/button";
import type { Recall } from "@/lib/measures/recall";

const BaselineDialog = dynamic(() => import("./baseline-dialog"));

export interface BaselineButtonProps {
  courseId: string;
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
  series: { measure: string; recall: Recall; title: string };
  choices: readonly { id: string; label: string }[];
  /** The form a clinician chose; null where the definition stands. */
  chosenId: string | null;
}

export interface BaselineValues {
  /** Of the choice, made with the first thing entered: sent twice, it is made once. */
  id: string;
  choice: string;
  reason: string;
}

export const byDefinition = "definition";

/** Opens the choice of another baseline; its form is fetched when it is asked for. */
export function BaselineButton(props: BaselineButtonProps) {
  const { keeper, courseId, series, chosenId } = props;
  const [pressed, setPressed] = useState(false);
  const draft = useFormDraft<BaselineValues>(keeper, `${courseId}/baseline/${series.measure}/${series.recall}`, { id: "", choice: chosenId ?? byDefinition, reason: "" });
  return (
    <>
      <Button look="quiet" onClick={() => setPressed(true)}>
        Set baseline<span className="visually-hidden"> of {series.title}</span>
      </Button>
      {(pressed || draft.leftAt !== null) && (
        <BaselineDialog
          {...props}
          draft={draft}
          onClose={() => {
            setPressed(false);
            draft.clear();
          }}
        />
      )}
    </>
  );
}
