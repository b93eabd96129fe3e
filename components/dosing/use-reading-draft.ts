import { useEffect, useEffectEvent, useRef, useState } from "react";
import { writeBegun } from "@/components/begun/begun-forms";
import { useReturned } from "@/components/begun/use-returned";
import { draftValues, isUntouched } from "./reading-draft";
import { emptyReading, type ReadingValues } from "./reading-values";
import type { Keeper } from "@/components/begun/keeper";

export interface ReadingFields {
  values: ReadingValues;
  set: (more: Partial<ReadingValues>) => void;
  clear: () => void;
  /** When what stands in the fields was entered, where an earlier page left it. */
  leftAt: Date | null;
}

/** The fields of a reading, which outlive the page until it is saved. `initial`, one to be mended, comes before any draft. */
export function useReadingDraft({ userId, key }: Keeper, sessionId: string, zone: string, initial?: ReadingValues): ReadingFields {
  const name = `${sessionId}/reading`;
  const [values, setValues] = useState<ReadingValues>(initial ?? emptyReading);
  const [leftAt, setLeftAt] = useState<Date | null>(null);
  const latest = useRef(values);
  const touched = useRef(initial !== undefined);

  const mended = useEffectEvent(() => {
    if (initial) writeBegun({ userId, key }, name, { values: initial, at: Date.now() });
  });
  useEffect(() => mended(), []); // it no longer lies among the entries

  useReturned({ userId, key }, name, emptyReading, (draft) => {
    if (touched.current) return;
    latest.current = draftValues(draft, zone, new Date());
    setValues(latest.current);
    setLeftAt(new Date(draft.at));
  });

  function become(next: ReadingValues) {
    touched.current = true;
    latest.current = next;
    setValues(next);
    writeBegun({ userId, key }, name, isUntouched(next) ? null : { values: next, at: Date.now() });
  }
  return {
    values,
    leftAt,
    set: (more) => become({ ...latest.current, ...more }),
    clear: () => {
      become(emptyReading);
      setLeftAt(null);
    },
  };
}
