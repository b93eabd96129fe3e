"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Recall } from "@/lib/measures/recall";

const BaselineDialog = dynamic(() => import("./baseline-dialog"));

export interface BaselineButtonProps {
  courseId: string;
  email: string;
  series: { measure: string; recall: Recall; title: string };
  choices: readonly { id: string; label: string }[];
  /** The form a clinician chose; null where the definition stands. */
  chosenId: string | null;
}

/** Opens the choice of another baseline; its form is fetched when it is asked for. */
export function BaselineButton(props: BaselineButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        Set baseline<span className="visually-hidden"> of {props.series.title}</span>
      </Button>
      {open && <BaselineDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
